#!/bin/sh
# dlg-anon: 1,000 names and all patterns against perl and sed with four
# patterns, and what more names and the tagger cost.
# shellcheck source=tests/bench/common
. "${0%/*}/common"

have dlg-anon || {
	row dlg-anon 'not built'
	exit 0
}
notes=$(notes_jsonl "$BENCH_NOTES")
names=$(roster 1000)

# run LABEL OPTION...: CPU of dlg-anon, kept in cpu.
run() {
	label=$1
	shift
	measure dlg-anon "$@" "$notes" >/dev/null 2>&1
	took
	row "dlg-anon, $label: CPU s" "$cpu" ''
}

measure perl "$here/peer.pl" "$names" <"$notes" >/dev/null
took
perl=$cpu
row 'perl, four patterns and the names: CPU s' "$perl" ''
LC_ALL=C
export LC_ALL
measure sed -E -f "$here/peer.sed" <"$notes" >/dev/null
took
sed=$cpu
row 'sed, four patterns: CPU s' "$sed" ''

run '1,000 names' -r "$names"
row 'perl by dlg-anon' "$(ratio "$perl" "$cpu")" '15 or more'
row 'sed by dlg-anon' "$(ratio "$sed" "$cpu")" '3 or more'
# What the manual says; the text of a note is 178 bytes on the average.
row 'dlg-anon: peak MiB' "$rss" \
	"$(calc %.0f "25 + $BENCH_NOTES * (180 + 178) / 1048576") or less"
run '1,000 names and the tagger' -r "$names" --names balanced
row 'perl by dlg-anon with the tagger' "$(ratio "$perl" "$cpu")" '15 or more'
run '100 names' -r "$(roster 100)"
few=$cpu
run '10,000 names' -r "$(roster 10000)"
row '10,000 names by 100' "$(ratio "$cpu" "$few")" '1.15 or less'
