#!/bin/sh
# dlg-theme: theme files and codebooks that people edited, and what the stream
# says of the themes then.
. "${0%/*}/lib/tap.sh"
. "$here/lib/notes.sh"

# records STREAM: its theme records.
records() {
	grep '"type":"theme"' "$1"
}

# miscounted STREAM: themes whose notes are not as many as list them.
miscounted() {
	records "$1" | sed 's/.*"id":"\([a-z][0-9]*\)".*"notes":\([0-9]*\).*/\1 \2/' |
		while read -r id notes; do
			grep '"type":"note"' "$1" | grep -c "{\"id\":\"$id\"" |
				grep -qx "$notes" || echo "$id: $notes"
		done
}

dlg-import -e wendle-2026-03 "$here/demo/event.json" "$here"/demo/tables/*.csv |
	dlg-anon -r "$here/demo/registration.csv" >demo 2>/dev/null
dlg-theme --save themes demo >first

# The same notes in the same themes are said to be the same.
dlg-theme -T themes demo >again
records first >want
records again >got
same 'known themes of the same notes have the same medoids' want got
sed '$d' demo | sort -r >mixed
tail -n 1 demo >>mixed
dlg-theme -T themes mixed >again
records again >got
same 'in any order' want got

# A theme joined to another by hand: both were one all along.
dlg-converge -o first.found first
sed 's/"id":"t9",/&"merge_into":"t8",/' themes >joined
dlg-theme -T joined --save joined.again demo >second
has 'a theme says which it took in' second '"id":"t8",.*"merged_from":\["t9"\]'
dlg-theme -T joined.again demo >third
same 'the week after, too' second third
miscounted second >out
empty 'and counts the notes that list it' out
dlg-converge --since first.found -o second.found second
lacks 'the theme taken in has not vanished' second.found '"vanished"'
grep '"theme":"t8"' second.found >got
has 'and the other has not grown' got '"since":\{"trend":\[\]'
sed 's/"id":"t1",/&"merge_into":"t3",/; s/"id":"t2",/&"merge_into":"t1",/' \
	themes >joined
dlg-theme --assign-only -T joined demo >out
has 'it says so of themes joined to those, and with --assign-only' out \
	'"id":"t3",.*"merged_from":\["t1","t2"\]'

# Codes count like themes.
exits 0 'themes make a codebook' dlg-theme --save-codebook book.qdc demo
dlg-theme -c book.qdc demo >coded
grep '"type":"note"' coded >got
has 'by which some notes have two codes' got '"themes":\[\{[^]]*\},\{'
miscounted coded >out
empty 'and a code counts the notes that list it' out
dlg-theme --assign-only -c book.qdc demo >streamed
miscounted streamed >out
empty 'with --assign-only, too' out

# Labels that are no names of one line.
# edited LABEL: the theme file with that label, as JSON has it, in line 2.
edited() {
	awk -v label="$1" 'NR == 2 {
		sub(/"label":"[^"]*"/, "\"label\":\"" label "\"")
	} { print }' themes >bad
}
# refused NAME WHAT
refused() {
	exits 2 "refused: $1" dlg-theme -T bad demo
	says 'and says where and why' "dlg-theme: bad:2: \"label\" $2"
	empty 'and writes nothing' out
}
controls='holds a line end or another control character: take it out'
edited 'Beds\\nand more'
refused 'a label of two lines' "$controls"
edited 'Beds\\u001b[31m'
refused 'a label with an escape' "$controls"
edited 'Beds\\u0085here'
refused 'a label with a control beyond ASCII' "$controls"
edited 'Beds\\u2028here'
refused 'a label with a line separator' "$controls"
edited "$(printf '%0100000d' 0)"
refused 'a label of 100,000 letters' \
	'is longer than 1000 bytes: call it something short'
edited '  Beds  '
exits 0 'blanks around a label' dlg-theme -T bad demo
has 'are not part of it' out '"id":"t1","label":"Beds"'
awk 'NR == 2 { sub(/"terms":\[/, "&\"a\\tb\",") } { print }' themes >bad
exits 2 'refused: a term with a tab' dlg-theme -T bad demo
says 'and says where' 'dlg-theme: bad:2: "terms" has one that is empty, very long, or holds a line end or another control character'
printf 'code,keywords\n"Late\nbuses",bus\n' >book.csv
exits 2 'refused: a code of two lines' dlg-theme -c book.csv demo
says 'and says where' "dlg-theme: book.csv:2: a code's name $controls"
printf '[{"name":"Buses"},\n{"name":"%0100000d"}]\n' 0 >book.json
exits 2 'refused: a code of 100,000 letters' dlg-theme -c book.json demo
says 'and says where' "dlg-theme: book.json:2: a code's name is longer than 1000 bytes: call it something short"

# Whether a code is for notes is yes or no.
printf 'code,codable,keywords\nA,Yes,bus\nB,NO,beds\nC,,homecare\n' >book.csv
dlg-theme -c book.csv --codes-only demo | records - |
	sed 's/.*"label":"\([^"]*\)".*/\1/' | tr -d '\n' >got
is 'a code is codable or not, in any case; yes if not said' AC "$(cat got)"
sed 's/NO/maybe/' book.csv >bad.csv
exits 2 'refused: codable, maybe' dlg-theme -c bad.csv demo
says 'and says where' 'dlg-theme: bad.csv:3: codable is neither yes nor no'
sed 's/isCodable="true"/isCodable="maybe"/' book.qdc >bad.qdc
line=$(grep -n -m 1 maybe bad.qdc | cut -d : -f 1)
exits 2 'refused: the same in REFI-QDA' dlg-theme -c bad.qdc demo
says 'and says where' "dlg-theme: bad.qdc:$line: isCodable is neither true nor false"

# More themes than there can be.
exits 0 'more themes are asked for than there are notes' \
	dlg-theme -n 1000 demo
says 'which is said' "dlg-theme: $(records out | grep -vc '"children"') themes, not 1000: the notes do not say so many different things"
exits 0 'as many as there can be' dlg-theme -n 30 demo
empty 'is nothing to speak of' err
printf '{"type":"end","records":0}\n' >none
exits 0 'nor is a week without notes' dlg-theme -n 10 none
empty 'that has no themes' err
done_testing
