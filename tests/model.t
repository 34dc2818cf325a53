#!/bin/sh
# The tables made by programs are those that were made; the tagger's weights
# those that `make model` would make.
. "${0%/*}/lib/tap.sh"

data=$here/../lib/data
is 'the weights are those of the sum' "$(sed -n 2p "$data/tagger.sum")" \
	"$(sha256sum <"$data/tagger.bin" | cut -c1-64)"
for table in encoder gist; do
	exits 0 "the bytes of $table are those of its sum" \
		sh -c 'cd "$1" && sha256sum -c "$2.sha256"' sh "$data" $table
done
if need data/names/wnut17/wnut17train.conll \
	'the weights are of the texts, words and features of today'; then
	# It ends with what it has learned, and frees nothing.
	exits 0 'what is learned from is read' \
		env ASAN_OPTIONS=detect_leaks=0 "$DLG_BIN/programs/train" \
		"$shared/data/names" "$data/model/phrases.txt"
	is 'and is what the weights were made from (else: make model)' \
		"$(sed -n 1p "$data/tagger.sum")" "$(cat out)"
fi
done_testing
