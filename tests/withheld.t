#!/bin/sh
# What a note-taker asks not to share does not leave dlg-anon, however written;
# notes that only speak of sharing and confidence do.
. "${0%/*}/lib/tap.sh"

# texts FILE: a stream of its lines, JSON strings, as the notes of an event.
texts() {
	awk '{ printf "{\"type\":\"note\",\"id\":\"%d\",\"event\":\"e\"," \
		"\"text\":\"%s\"}\n", NR, $0 }
	END { printf "{\"type\":\"end\",\"records\":%d}\n", NR }' "$1"
}

cat >secret <<'E2'
OFF  THE   RECORD the board knew
the board knew. off\nthe record
Off‑the‑record: the board knew
o\u00adff the record, the board knew
(OTR) the board knew
Confidential: the board knew
CONFIDENTIAL - not to leave the room
the board knew, don’t share
dont share this outside
please don't minute: the board knew
told us in confidence that the board knew
not for the minutes
private and confidential
keep it between us
(not for sharing outside the room) the board knew
the board knew in May (confidential)
the board knew. Confidential.
[OTR] the board knew
in strictest confidence the board knew
embargoed until May: the board knew
PRIVATE: the board knew
Strictly private: the board knew
Not for the write-up: the board knew
please leave this out of the report
internal only
Sensitive: the board knew
(confid.) the board knew
DNQ the board knew
don't tell anyone but the board knew
she did not want it shared
asked us not to share
COMMERCIAL IN CONFIDENCE the board knew
Delete before publishing: the board knew
E2
texts secret | dlg-anon 2>/dev/null >out
is 'what asks not to be shared is withheld' '' \
    "$(sed -n '/"type":"note"/s/.*"text"://p' out)"
has 'and counted' out '"withheld":33'

cat >open <<'E2'
services do not share records
we don't share premises with them
our volunteers have grown in confidence
what is on the record is fine
a confidential advice line would help
advice should be free, confidential and local
the trade embargo hurt the mill
between us and the hospital there is a wall
private rents are up
sensitive teaching helps
internal doors stick
leave this out in the rain
E2
texts open | dlg-anon 2>/dev/null >out
is 'what only speaks of sharing is not' 12 "$(grep -c '"type":"note"' out)"

{
	for field in round question table; do
		printf '{"type":"note","id":"%s","event":"e","text":"the mill","%s":"Off the record round"}\n' $field $field
	done
	printf '{"type":"note","id":"x","event":"e","text":"the mill","round":"On the record"}\n'
	printf '{"type":"end","records":4,"tool":"dlg-import","version":"1"}\n'
} >rounds
exits 0 'a round, question or table off the record' dlg-anon rounds
has 'is withheld whole' out '"notes":4,"withheld":3'
lacks 'and not named' out '[Oo]ff'

printf 'note,sensitive\na,no\nb,s. Jo\nc,perhaps\n' >odd.csv
exits 0 'words that are neither yes nor no' dlg-import -e x odd.csv
is 'make sensitive' 2 "$(grep -c '"sensitive":true' out)"
says 'and are told of once' \
	'dlg-import: odd.csv:3: what the column on sensitive notes says is neither yes nor no: the note is kept back; more may follow'
printf 'note,share\na,yes\nb,s. Jo\n' >odd.csv
exits 0 'the same of sharing' dlg-import -e x odd.csv
is 'makes sensitive' 1 "$(grep -c '"sensitive":true' out)"
says 'and is told of' \
	'dlg-import: odd.csv:3: what the column on sensitive notes says is neither yes nor no: the note is kept back; more may follow'
done_testing
