#!/bin/sh
# 100,000 invented people stand in 12 kinds of places of a harvest; they are
# looked for wherever the tools write: output, messages, theme file, codebook,
# findings, reports, pictures, and what runs that are killed leave of cores and
# temporary files. The search itself is tried on leaks that are planted in each.
# shellcheck source=tests/bench/common
. "${0%/*}/common"

have dlg-anon || {
	row dlg-anon 'not built'
	exit 0
}
: "${BENCH_PEOPLE:=100000}"
lib=$(cd "$here/../lib" && pwd)
dir=$BENCH_DIR/canaries
rm -rf "$dir"
mkdir -p "$dir/sinks/pictures" "$dir/killed" "$dir/tmp"
cd "$dir" || exit
TMPDIR=$dir/tmp
export TMPDIR

# look FILE...: how many of the names stand in the files.
look() {
	"$lib/canaries" look people.csv "$@" | wc -l
}

"$lib/canaries" plant "$BENCH_PEOPLE" >planted 2>people.csv
dlg-anon -r people.csv -l log --force planted \
	"$(notes_jsonl 2000)" 2>sinks/err |
	tee sinks/out |
	dlg-theme --save sinks/themes 2>>sinks/err |
	dlg-converge 2>>sinks/err >sinks/found || :
for kind in synthesis brief weekly; do
	dlg-report -t "$kind" -f sinks/pictures -o "sinks/$kind" sinks/found \
		2>>sinks/err || :
done
# A codebook is made of so many notes at most.
{
	grep '"type":"note"' sinks/out | tail -n 1400
	echo '{"type":"end","records":1400,"tool":"dlg-anon","version":"0"}'
} | dlg-theme --save-codebook sinks/codes.qdc 2>>sinks/err >sinks/coded
dlg-theme -c sinks/codes.qdc --save-codebook sinks/again.qdc sinks/coded \
	2>>sinks/err >sinks/recoded
row "$BENCH_PEOPLE people planted: sinks written" \
	"$(find sinks -type f -size +0 | wc -l)"
row 'names left in all of them' \
	"$(find sinks -type f -print0 | xargs -0 "$lib/canaries" look \
	    people.csv | wc -l)" 0
row 'rights of the log' "$(stat -c %a log)" 600
row 'names found in what was planted' "$(look planted)" \
	"$(tail -n +2 people.csv | tr ',' '\n' | sort -u | wc -l)"
for sink in sinks/*; do
	[ -f "$sink" ] || continue
	{
		cat "$sink"
		tail -n 1 people.csv
	} >leaky
	[ "$(look leaky)" -ge 2 ] ||
		row "a leak planted in ${sink##*/}" 'not found' found
done

# Broken off at every stage of the run, with cores allowed.
cd killed || exit
# shellcheck disable=SC3045 # dash has it
ulimit -c unlimited 2>/dev/null || :
(sh -c 'kill -s SEGV $$') 2>/dev/null || :
row 'cores that another program leaves here' \
	"$(find . -type f | wc -l)" '1, or none can be told'
rm -f core*
for signal in ABRT SEGV KILL; do
	for moment in .05 .1 .2 .3 .5 .7 .9; do
		dlg-anon -r ../people.csv -o out ../planted 2>>err &
		sleep "$moment"
		kill -s $signal $! 2>/dev/null || :
		wait $! 2>/dev/null || :
	done
done
find . ../tmp -type f ! -name out ! -name err -print >../left
row 'killed 21 times: cores and temporary files' "$(wc -l <../left)" 0
cd .. || exit
find killed tmp -type f -print0 |
	xargs -0 "$lib/canaries" look people.csv >names
row 'names in what they left' "$(wc -l <names)" 0
