#!/bin/sh
# dlg-import on CSV, beside Miller and csvjson reading the same file; and what
# libcsv costs of it.
# shellcheck source=tests/bench/common
. "${0%/*}/common"

csv=$(notes_csv "$BENCH_NOTES")
measure dlg-import -e bench "$csv" >/dev/null
took
ours=$cpu
row "dlg-import, $BENCH_NOTES notes of CSV: CPU s" "$ours" ''
row 'dlg-import: peak MiB' "$rss" '12 or less'
measure "$DLG_BIN/programs/parse" "$csv" >/dev/null
took
row 'libcsv alone, every byte: CPU s, of ours' "$cpu, $(ratio "$cpu" "$ours")" ''
if have mlr; then
	measure mlr --icsv --ojsonl cat "$csv" >/dev/null
	took
	row 'dlg-import: CPU against Miller' "$(ratio "$ours" "$cpu")" \
		'0.125 or less'
else
	row 'mlr' 'not here'
fi
if have csvjson; then
	measure csvjson --stream -I "$csv" >/dev/null
	took
	row 'dlg-import: CPU against csvjson' "$(ratio "$ours" "$cpu")" \
		'0.029 or less'
else
	row 'csvjson' 'not here'
fi
