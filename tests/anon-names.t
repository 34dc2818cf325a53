#!/bin/sh
# What dlg-anon makes of one line each: tests/anon/*.cases hold a roster, a
# blank line, then "what goes in => what comes out", both as in a JSON string.
# A file that begins with the blank line has no roster.
. "${0%/*}/lib/tap.sh"

# Each line is a note of an event of its own, so that it stands for itself and
# comes out in its place.
stream() {
	awk '{
		printf "{\"type\":\"note\",\"id\":\"1\",\"event\":\"%04d\"," \
		    "\"text\":\"%s\"}\n", NR, $0
	} END {
		printf "{\"type\":\"end\",\"records\":%d,\"tool\":\"t\"," \
		    "\"version\":\"1\"}\n", NR
	}'
}

for cases in "$here"/anon/*.cases; do
	name=${cases##*/}
	name=${name%.cases}
	sed '/^$/,$d' "$cases" >roster.csv
	sed -n '1,/^$/d; /^#/d; / => /p' "$cases" >lines
	sed 's/ => .*//' lines | stream >in
	set --
	[ ! -s roster.csv ] || set -- -r roster.csv
	exits 0 "$name: what is said" dlg-anon "$@" in
	grep '"type":"note"' out | sed 's/.*"text":"//; s/"}$//' >got
	sed 's/.* => //' lines >wanted
	sed 's/ => .*//' lines | paste -d '\n' - wanted got |
	while read -r said && read -r want && read -r got; do
		[ "$want" = "$got" ]
		ok $? "$name: $said"
		[ "$want" = "$got" ] || echo "#   is $got, not $want"
	done
	count=$((count + $(wc -l <lines)))
	mv out first
	exits 0 "$name: once more" dlg-anon "$@" first
	same "$name: changes nothing" first out
done
done_testing
