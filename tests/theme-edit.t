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
sed 's/"id":"t2",/&"merge_into":"t1",/' themes >joined
dlg-theme -T joined --save joined.again demo >second
has 'a theme says which it took in' second '"id":"t1",.*"merged_from":\["t2"\]'
dlg-theme -T joined.again demo >third
same 'the week after, too' second third
miscounted second >out
empty 'and counts the notes that list it' out
dlg-converge --since first.found -o second.found second
lacks 'the theme taken in has not vanished' second.found '"vanished"'
grep '"theme":"t1"' second.found >got
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
done_testing
