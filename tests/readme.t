#!/bin/sh
# The README: what it shows of the report is what the demonstration gives, and
# its commands are those of the Makefile.
. "${0%/*}/lib/tap.sh"

exits 0 'the demonstration runs' sh "$here/demo/run"
report=$DLG_BIN/demo-report.md
sed -n '/^The report begins/,/^Then:/s/^    //p' "$here/../README" |
	grep -v -e '^\.\.\.$' -e '^$' >shown
[ "$(wc -l <shown)" -gt 10 ]
ok $? 'the README shows how the report begins'
grep -vxF -f "$report" shown >strays
empty 'and every line of it is there' strays
for target in deps demo check install bench; do
	has "make $target is there" "$here/../Makefile" "^$target:"
done
done_testing
