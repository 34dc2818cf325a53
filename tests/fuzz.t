#!/bin/sh
# Every fuzz target passes over its seeds; the fuzzing itself is make fuzz-NAME.
. "${0%/*}/lib/tap.sh"

for source in "$here"/fuzz/*.c; do
	name=$(basename "$source" .c)
	# shellcheck disable=SC2016 # sh expands it
	exits 0 "$name takes its seeds" sh -c \
		'find "$1" -type f -exec "$2" {} +' sh \
		"$here/fuzz/seeds/$name" "$DLG_BIN/replay/$name"
done
done_testing
