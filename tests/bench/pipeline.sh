#!/bin/sh
# Each tool alone and the five piped, on BENCH_NOTES notes, beside jq printing
# the same stream again and Miller reading the same CSV. Input comes from a
# file and output goes through a pipe.
# shellcheck source=tests/bench/common
. "${0%/*}/common"

n=$BENCH_NOTES
csv=$(notes_csv "$n")
stream=$(notes_jsonl "$n")
people=$(roster 1000)
next=$BENCH_DIR/next
now=$BENCH_DIR/now
jq_cpu=0 jq_wall=0

# stage TOOL GOAL PEAK COMMAND...: measure it on the stream that is there now,
# which its output becomes. GOAL is for the CPU, PEAK for the memory.
stage() {
	tool=$1 goal=$2 peak=$3
	shift 3
	[ -x "$DLG_BIN/$tool" ] || {
		row "$tool" 'not built'
		return 0
	}
	measure "$@" <"$now" | cat >"$next"
	took
	row "$tool" "$cpu s CPU, $wall s" "$goal"
	row "$tool: CPU / jq" "$(ratio "$cpu" "$jq_cpu")"
	row "$tool: peak memory" "$rss MiB" "$peak"
	[ "$status" = 0 ] || {
		row "$tool" "exit status $status" 0
		exit 1
	}
	mv "$next" "$now"
}

row notes "$n"
row 'bytes a record' "$(calc %.0f "$(wc -c <"$stream") / $n")" 344

if have jq; then
	measure jq -c . <"$stream" | cat >/dev/null
	took
	jq_cpu=$cpu jq_wall=$wall
	row 'jq -c .' "$cpu s CPU, $wall s"
else
	row 'jq -c .' 'not here'
fi

cp "$csv" "$now"
stage dlg-import '' '12 MiB or less' dlg-import -e bench
if have mlr && [ -x "$DLG_BIN/dlg-import" ]; then
	import=$cpu
	measure mlr --icsv --ojsonl cat "$csv" | cat >/dev/null
	took
	row 'mlr --icsv --ojsonl cat' "$cpu s CPU, $wall s"
	row 'dlg-import: CPU / Miller' "$(ratio "$import" "$cpu")" '0.125 or less'
fi
stage dlg-anon '' '' dlg-anon -r "$people"
stage dlg-theme '' '' dlg-theme
stage dlg-converge "$(calc %.2f "$jq_cpu / 10") s CPU (jq, a tenth)" '' \
    dlg-converge
stage dlg-report '' '' dlg-report
rm -f "$now" "$next"

for tool in import anon theme converge report; do
	[ -x "$DLG_BIN/dlg-$tool" ] || exit 0
done
# shellcheck disable=SC2016
measure sh -c 'dlg-import -e bench "$1" | dlg-anon -r "$2" | dlg-theme |
    dlg-converge | dlg-report' sh "$csv" "$people" | cat >/dev/null
took
row 'the five, piped' "$cpu s CPU, $wall s"
row 'the five, piped: wall / jq' "$(ratio "$wall" "$jq_wall")" 'less than 1'
row 'the five, piped: largest process' "$rss MiB"
