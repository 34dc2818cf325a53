#!/bin/sh
# The stream itself: scan every line strictly, change one field, add another.
. "${0%/*}/common"

notes=$(notes_jsonl "$BENCH_NOTES")
splice=$DLG_BIN/programs/splice
measure "$splice" "$notes" >/dev/null
took
ours=$cpu
row "scan + splice, $BENCH_NOTES notes: CPU s, peak MiB" "$ours, $rss" ''
if have jq; then
	measure jq -c . "$notes" >/dev/null
	took
	row 'scan + splice: CPU against jq -c .' "$(ratio "$ours" "$cpu")" '0.050'
fi
if have valgrind; then
	few=$(notes_jsonl 20000)
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$splice" \
		"$few" 2>"$BENCH_DIR/instructions" >/dev/null
	row 'scan + splice: instructions a note' "$(awk '/refs:/ {
		gsub(",", ""); printf "%d", $NF / 20000 }' \
		"$BENCH_DIR/instructions")" ''
fi
