#!/bin/sh
# How well dlg-anon finds names on the marked texts of ../shared: people of a
# roster, and people of none; and all that identifies, in court judgments.
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

# set_of NAME MODE GOAL
set_of() {
	row "no roster, $1 dev, --names $2" "$("$here/names.pl" \
	    "$marked-$1" - --names "$2")" "$3"
}
set_of ewt balanced 'recall 0.93, false 200'
set_of ewt high ''
set_of wnut balanced ''
set_of wnut high 'recall 0.88, false 300'
row 'no roster, TAB dev, --names high' "$("$here/tab.pl" \
    "$shared/tab/tab144_dev.json" --names high)" \
    'ER_di 1, ER_qi 0.90, P_tok 0.80'
