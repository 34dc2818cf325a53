#!/bin/sh
# Whole outputs: each folder of golden/ holds a script cmd, and the out, err
# and status it must give (err and status only where they are not empty, 0).
. "${0%/*}/lib/tap.sh"

for case in "$here"/golden/*/; do
	[ -e "$case/cmd" ] || continue
	name=$(basename "$case")
	mkdir -p "$work/$name"
	cp -R "$case/." "$work/$name"
	cd "$work/$name" || exit 2
	[ -e status ] || echo 0 >status
	[ -e err ] || : >err
	sh ./cmd >got.out 2>got.err
	echo $? >got.status
	same "$name: status" status got.status
	same "$name: output" out got.out
	same "$name: messages" err got.err
	cd "$work" || exit 2
done
done_testing
