#!/bin/sh
# dlg-import: tables, notes typed as text, JSON Lines, and the account.
. "${0%/*}/lib/tap.sh"

# texts FILE: the texts of its notes, a line each.
texts() {
	sed -n 's/^{"type":"note".*"text":"\(\([^"\\]\|\\.\)*\)".*/\1/p' "$1"
}

# notes N NAME: how many notes the last command gave.
notes() {
	is "$2" "$1" "$(grep -c '^{"type":"note"' out)"
}

printf 'sheet,sector,round,note\n1,NGOs,2,"More, and more"\n' >a.csv
exits 0 'a table is read' dlg-import -e x a.csv
has 'its columns are known by their names' out \
	'"table":"1","round":"2","text":"More, and more","group":"NGOs"'
has 'the stream has an end that counts' out '^\{"type":"end","records":2,'

exits 0 '-m wins over names' dlg-import -e x -m table=round -m round=1 a.csv
has 'a column is chosen by name or number' out '"table":"2","round":"1"'
printf '# mine\ntable = round\n' >map
exits 0 'a mapping file is read' dlg-import -e x -M map a.csv
has 'and does as -m does' out '"table":"2"'

printf 'Comment;Colour\nyes;red\n' >b.csv
exits 0 'semicolons are found' dlg-import -e x b.csv
has 'other columns are attrs' out '"attrs":\{"Colour":"red"\}'
printf 'comment\tcolour\nyes, so\tred\n' >b.tsv
exits 0 'tabs are found' dlg-import -e x b.tsv
has 'and commas are text then' out '"text":"yes, so"'

cat >n.md <<'EOF'
# Town hall
## Table 3
### What gets in the way?
- Agreement: buses stop
  too early
- JS: no trains
#### Divergence
The bridge.
It is old.

![](x.png)
## Round 2
* [ ] write to them
EOF
exits 0 'Markdown is read' dlg-import -v -e x n.md
says 'and accounted for' \
	'dlg-import: n.md: markdown: read 5 = notes 4 + votes 0 + empty 0 + refused 0 + aside 1'
has 'headings give table and question' out \
	'"table":"3","question":"What gets in the way\?","text":"buses stop too early","mark":"agreement"'
has 'initials are a speaker' out '"text":"no trains","speaker":"JS"'
has 'a heading gives a mark' out '"text":"The bridge. It is old.","mark":"divergence"'
has 'a heading ends what those below it said' out \
	'"round":"2","text":"write to them","mark":"action"'
has 'the first heading is the title' out \
	'^\{"type":"event","event":"x","title":"Town hall","schema":1\}'

printf 'one\ntwo\nthree\n' >p.txt
exits 0 'plain text is read' dlg-import -e x p.txt
notes 3 'each line of it a note'
printf 'one\ntwo\n\nthree\n' >p.txt
exits 0 'plain text with empty lines is read' dlg-import -e x p.txt
notes 2 'each paragraph of it a note'

printf '%s\n' 'Table 4' '' 'Q: What gets in the way?' '- buses' \
	'Disagreement: whether to close the hospital' 'Next steps:' \
	'- write to the council' >typed.md
exits 0 'notes typed in a hurry are read' dlg-import -e x typed.md
notes 3 'a line at the margin ends an item'
has 'a table and a question on lines of their own count' out \
	'"table":"4","question":"What gets in the way\?","text":"buses"'
has 'a mark before a note counts' out \
	'"text":"whether to close the hospital","mark":"divergence"'
has 'a mark on a line of its own counts for those below' out \
	'"text":"write to the council","mark":"action"'

printf '{"note":"a","hue":1}\n{"answer":"b","x":{"y":[1]}}\n' >j.jsonl
exits 0 'JSON Lines of others are read' dlg-import -e x j.jsonl
has 'members that are not known are attrs' out '"attrs":\{"hue":"1"\}'
dlg-import -e x n.md >own.jsonl
exits 0 'our own records pass' dlg-import -e x own.jsonl
same 'as they are' own.jsonl out

mkdir -p ev/tables && cp a.csv ev/tables/table-01.csv &&
	cp b.csv ev/tables/table-02.csv
cat >ev/event.json <<'EOF'
{"event":"hall","title":"T","participants":{"NGOs":3,"Council":4}}
EOF
exits 0 'a folder is read' dlg-import ev
has 'event.json is the event record' out \
	'^\{"type":"event","event":"hall","title":"T","participants":\{"total":7,"groups":\{"NGOs":3,"Council":4\}\},"schema":1\}'
has 'a table is known by its file' out '"table":"2","text":"yes"'
sort out >one
exits 0 'files are taken in any order' \
	dlg-import ev/tables/table-02.csv ev/tables/table-01.csv
sort out >two
same 'the order changes no record' one two

sort out >one
exits 0 'event.json may be given itself' \
	dlg-import ev/event.json ev/tables/table-01.csv ev/tables/table-02.csv
sort out >two
same 'and names the event as where it is found' one two

mkdir -p ev/more && cp a.csv ev/more/table-01.csv
dlg-import ev >out
is 'no two notes have one id' '' \
	"$(sed -n 's/.*"id":"\([^"]*\)".*/\1/p' out | sort | uniq -d)"
exits 2 'a file given twice is refused' dlg-import -e x a.csv ./a.csv
says 'and named' 'dlg-import: ./a.csv: is given twice'

printf '{"participants":{"a":9223372036854775807,"b":1}}' >many.json
mkdir -p many
mv many.json many/event.json
printf 'note\na\n' >many/a.csv
exits 2 'more people than there are' dlg-import -e x many
says 'are none' "dlg-import: many/event.json: the number of a group's participants is not a whole number of people"

done_testing
