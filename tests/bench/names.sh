#!/bin/sh
# How well dlg-anon finds names on the marked texts of ../shared: people of a
# roster, and people of none.
# shellcheck source=tests/bench/common
. "${0%/*}/common"
shared=$here/../../../shared/data/names

have dlg-anon && have python3 && [ -d "$shared" ] || {
	row names 'the shared data is not here'
	exit 0
}
row 'rostered people' "$("$here/names.pl" "$shared/harvest_synth/notes.jsonl" \
    "$shared/harvest_synth")" 'recall 0.995, false 1 or less'
marked=$BENCH_DIR/marked
"$here/marked" ewt "$shared/uner_ewt/en_ewt-ud-dev.iob2" >"$marked-ewt"
"$here/marked" conll "$shared/wnut17/emerging.dev.conll" >"$marked-wnut"
for mode in balanced high; do
	for set in ewt wnut; do
		row "no roster, $set dev, --names $mode" "$("$here/names.pl" \
		    "$marked-$set" - --names $mode)" \
		    'ewt: recall 0.93, false 200'
	done
done
