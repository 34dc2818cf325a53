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
E2
texts secret | dlg-anon 2>/dev/null >out
is 'what asks not to be shared is withheld' '' \
    "$(sed -n '/"type":"note"/s/.*"text"://p' out)"
has 'and counted' out '"withheld":15'

cat >open <<'E2'
services do not share records
we don't share premises with them
our volunteers have grown in confidence
what is on the record is fine
a confidential advice line would help
between us and the hospital there is a wall
E2
texts open | dlg-anon 2>/dev/null >out
is 'what only speaks of sharing is not' 6 "$(grep -c '"type":"note"' out)"

done_testing
