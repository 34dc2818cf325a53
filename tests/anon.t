#!/bin/sh
# dlg-anon: what passes and what does not.
. "${0%/*}/lib/tap.sh"

end() {
	printf '{"type":"end","records":%d,"tool":"dlg-import","version":"1"}\n' "$1"
}

# note ID TEXT [MORE]: a note as dlg-import writes it.
note() {
	printf '{"type":"note","id":"%s","event":"e","text":"%s"%s}\n' \
		"$1" "$2" "${3:-}"
}

cat >r.csv <<'EOR'
First name,Surname,Email,Role,Organisation
Will,Marsh,will@x.example,carer,Stroud Food Bank
Zoë,Brontë,zoe@x.example,Director of Public Health,Zed Ltd
EOR

{
	note a 'Zoe Bronte and will marsh said it will rain' ',"speaker":"Zoe","org":"Zed","role":"x","place":"y","attrs":{"age":"9"},"source":{"file":"Zoe.csv","line":3},"x-secret":"Zoe"'
	note b 'Ring Zoë on 07700 900123 or z.b@x.example' ',"table":"1"'
	note c 'Off the record: it leaks'
	note d 'nothing to hide' ',"sensitive":true'
	end 4
} >in
exits 0 'a harvest is made anonymous' dlg-anon -r r.csv in
lacks 'no name is left' out '[Zz]o[eë]|[Mm]arsh|Bront'
lacks 'no field that tells who spoke' out 'speaker|"org|"role|"place|attrs|source|secret'
has 'contact details are masked' out 'Ring \[name\] on \[phone\] or \[e-mail\]'
has 'words that are names elsewhere stay' out 'said it will rain'
has 'withheld notes are counted' out '"notes":4,"withheld":2'
lacks 'and withheld' out 'leaks|hide'
mv out first
exits 0 'the output is taken as input' dlg-anon -r r.csv first
same 'and a second pass changes nothing' first out
sed -n '4p;2p;1p;3p;5p' in >shuffled
exits 0 'another order of lines' dlg-anon -r r.csv shuffled
same 'gives the same bytes' first out

{ note a x; printf '{"type":"gossip"}\n'; end 2; } >odd
exits 3 'an unknown type of record is refused' dlg-anon odd
empty 'and nothing is passed on' out
says 'and says where' 'dlg-anon: odd:2: a record that is not known to be safe: run dlg-anon right behind dlg-import'
{ note a x ',"table":3'; end 1; } >wrong
exits 2 'a field of the wrong type is refused' dlg-anon wrong
empty 'and nothing is passed on' out
exits 2 'a roster that is not there' dlg-anon -r nowhere in
empty 'lets nothing pass' out
printf 'x,y\n1,2\n' >cols.csv
exits 2 'a roster without names' dlg-anon -r cols.csv in
empty 'lets nothing pass' out

# Registration lists as people have them.
note a 'Zoe Bronte and will marsh met' >met
end 1 >>met
exits 0 'a roster in an Excel file' dlg-anon -r "$here/anon/people.xlsx" met
has 'is read, below its title' out '"text":"\[name\] and \[name\] met"'
empty 'in silence' err
cp "$here"/anon/*.xlsx .
exits 0 'two sheets' dlg-anon -r tables.xlsx met
has 'of people are both read' out '"text":"\[name\] and \[name\] met"'
empty 'in silence' err
exits 0 'sheets of other things' dlg-anon -r cover.xlsx met
printf '%s: holds no list of people, and is not read\n' \
	'dlg-anon: cover.xlsx, sheet 1' 'dlg-anon: cover.xlsx, sheet 3' >want
same 'are told, but for empty ones' want err
has 'and the people among them read' out 'Bronte and \[name\] met"'
exits 3 'a sheet of people without their column'"'"'s name' \
	dlg-anon -r late.xlsx met
says 'is refused' \
	'dlg-anon: late.xlsx, sheet 2: seems to list people, but no column holds names: call one "first name", "surname" or "name", or take the sheet out'
empty 'and nothing passes' out
head -c 1000 sheets.xlsx >torn.xlsx
exits 2 'a torn Excel file' dlg-anon -r torn.xlsx met
says 'is no roster' 'dlg-anon: torn.xlsx: is a damaged zip file'
empty 'and nothing passes' out
cp "$here/import/notes.docx" .
exits 2 'another zip' dlg-anon -r notes.docx met
says 'is none either' \
	'dlg-anon: notes.docx: is a zip, but not .xlsx or .docx: unpack it, or export it as CSV UTF-8'
printf 'sep=;\nFirst name;Surname\nZoe;Bronte\nWill;Marsh\n' >sep.csv
exits 0 'a roster that says its delimiter' dlg-anon -r sep.csv met
has 'is read' out '"text":"\[name\] and \[name\] met"'
printf 'sep=;\nx;y\n' >sep.csv
exits 2 'the line that says it' dlg-anon -r sep.csv met
says 'is counted' \
	'dlg-anon: sep.csv:2: no column holds names: call one "first name", "surname" or "name"'

printf '/(a+)+$/\n' >terms
{ note a "$(printf 'a%.0s' $(seq 60))!"; end 1; } >slow
exits 3 'a pattern that runs for ever is stopped' dlg-anon -t terms slow
empty 'and nothing is passed on' out
printf '/(/\n' >terms
exits 2 'a bad pattern is a fault' dlg-anon -t terms in
says 'and says where' 'dlg-anon: terms:1: the term is not a regular expression that PCRE2 can read'

exits 0 'a private log is written' dlg-anon -r r.csv -l log in
is 'only its owner may read it' 600 "$(stat -c %a log)"
has 'it says what was replaced' log '"note":"b","field":"text","start":5,"end":9,"kind":"name","rule":"name","replacement":"\[name\]"'
exits 0 'people get numbers' dlg-anon -p -r r.csv in
has 'the same one in each note' out '\[name 1\]'

# Small cells: four of a table are too few, and what subtraction tells as well.
{
	echo 'Name,Table,Group'
	for i in 1 2 3 4 5 6 7 8 9; do
		echo "Xq$i Zw$i,$((i > 4 ? 2 : 1)),$((i % 2 ? 7 : 8))"
	done
} >cells.csv
{
	for i in 1 2 3 4 5 6; do
		note "$i" "said $i" ",\"table\":\"$((i % 2 + 1))\",\"group\":\"7\""
	done
	end 6
} >cells
exits 0 'a stream with small cells' dlg-anon -r cells.csv cells
lacks 'no table of four passes, nor the other, which would tell of it' out '"table":"'
lacks 'nor groups of five and four' out '"group":"'
has 'and the audit counts them' out '"suppressed":\{"table":6,"group":6\}'
exits 0 'fewer will do within the room' dlg-anon -k 3 -r cells.csv cells
has 'the tables pass then' out '"table":"1"'
lacks 'but not with the group, which leaves two' out '"table":"1".*"group"'
printf 'group,7,all\ngroup,8,all\n' >up.csv
exits 0 'values can be made general' dlg-anon -H up.csv -r cells.csv \
	--explain-cells why cells
has 'the general one is published' out '"group":"all"'
has 'and the audit counts it' out '"generalised":\{"group":6\}'
is 'what was given up is told in private' 600 "$(stat -c %a why)"
has 'with its cost' why '^event e: k 5, people counted by the roster, cost'

# The audit goes before the notes: a stream cut behind dlg-anon still has it.
{
	for i in 1 2 3 4 5 6 7 8; do
		note "$i" "The bus number $i is late"
	done
	end 8
} >whole
dlg-anon whole | head -n 5 >cut
exits 2 'a stream cut behind it is noticed' dlg-report cut
exits 0 'and can be taken all the same' dlg-report --partial cut
has 'with what was done to it' out 'Chatham House'

# The rules that convenors may choose.
{
	printf '{"type":"event","event":"e","rule":"attributed"}\n'
	note a 'Will Marsh: mail will@x.example' ',"speaker":"Will Marsh"'
	end 2
} >att
exits 0 'an event may be attributed' dlg-anon -r r.csv att
has 'speakers are named then, contact details are not' out \
	'"text":"Will Marsh: mail \[e-mail\]","speaker":"Will Marsh"'
exits 0 'an option may be stricter' dlg-anon --rule chatham-house -r r.csv att
lacks 'and names are gone' out 'Marsh'
exits 3 'but never looser' dlg-anon --rule none -r r.csv att
empty 'and then nothing passes' out

# Who says what he is.
{
	note a 'Speaking as the headteacher at Long Barrow, we cannot recruit.'
	note b 'As a carer I need a break; as a town we need buses'
	end 2
} >claims
exits 0 'claims of a role' dlg-anon -r r.csv claims
has 'are masked with what follows' out 'as the \[role\] at \[place\], we cannot'
has 'and so is a role that one of the roster holds, but no other word' out \
	'As a \[role\] I need a break; as a town we need buses'

# Votes.
{
	note a one
	note b two
	printf '{"type":"vote","event":"e","note":"a","voter":"%s","value":1,"time":5}\n' z y
	printf '{"type":"vote","event":"e","note":"b","voter":"z","value":-1}\n'
	end 5
} >votes
exits 0 'votes pass' dlg-anon votes
is 'all of them' 3 "$(grep -c '"vote"' out)"
lacks 'without times and voters' out 'time|"[zy]"'

# vote VOTER VALUE MORE: a vote on note a.
vote() {
	printf '{"type":"vote","event":"e","note":"a","voter":"%s","value":%s%s}\n' "$@"
}
{
	note a one
	vote z 1 ',"time":100'
	vote z -1 ',"time":50'
	vote z 0 ''
	vote y -1 ''
	vote y -1 ''
	vote x 1 ',"time":7'
	vote x -1 ',"time":7'
	end 8
} >votes
exits 0 'several votes of one voter' dlg-anon votes
is 'leave the last, and what differs at the same time' '-1 -1 1 1 ' \
	"$(sed -n 's/.*"value":\([-0-9]*\).*/\1/p' out | sort -n | tr '\n' ' ')"
has 'and the audit counts the others' out '"votes":\{"changed":3\}'
mv out first
exits 0 'a second pass' dlg-anon first
same 'changes nothing' first out

# Groups of voters are people, who can be counted.
groups() {
	printf '{"type":"event","event":"e","rule":"%s"}\n' "$1"
	note a one
	for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		vote "u$n" 1 ",\"group\":\"$2\""
		[ "$n" -gt 7 ] || vote "c$n" 0 ',"group":"council"'
		[ "$n" -gt "$3" ] || vote "p$n" -1 ',"group":"police"'
	done
	end "$((24 + $3))"
}
# told: the groups that votes have, and how many votes.
told() {
	grep '"vote"' out | grep -o '"group":"[^"]*"' | sort | uniq -c |
		tr -s ' \n' ' '
}
groups chatham-house residents 5 >votes
exits 0 'groups of voters' dlg-anon votes
is 'pass where k share them' ' 7 "group":"council" 5 "group":"police" 15 "group":"residents" ' "$(told)"
groups chatham-house residents 3 >votes
exits 0 'a small group of voters' dlg-anon votes
is 'goes, and another that it would follow from' ' 15 "group":"residents" ' "$(told)"
has 'and the audit counts both' out '"votes":\{"ungrouped":10\}'
mv out first
exits 0 'a second pass' dlg-anon first
same 'changes nothing' first out
for rule in attributed none; do
	groups $rule residents 3 >votes
	exits 0 "under the rule $rule" dlg-anon votes
	is 'all groups pass' ' 7 "group":"council" 3 "group":"police" 15 "group":"residents" ' "$(told)"
done
groups chatham-house 'Friends of Zoe Bronte' 5 >votes
exits 0 'a group that is called by a name' dlg-anon -r r.csv votes
lacks 'has it masked' out Bront

# What is not known is not made up.
for people in '"groups":{"residents":12}' '"total":12' ''; do
	printf '{"type":"event","event":"e","participants":{%s}}\n' "$people" >made
	end 1 >>made
	exits 0 'participants as far as they are known' dlg-anon made
	is 'are told so far' "$people" \
		"$(sed -n 's/.*"participants":{\(.*\)},"schema.*/\1/p' out)"
done

# The second of a note tells who spoke when.
{
	note a one ',"date":"2026-03-12T10:11:12Z"'
	note b two ',"date":"20260312T1011"'
	note c three ',"date":"2026-03-12 10:11"'
	note d four ',"date":"1773310272"'
	note f five ',"date":"2026-03-12"'
	end 5
} >days
exits 0 'dates with a time' dlg-anon days
is 'are cut to the day' '2026-03-12 2026-03-12 2026-03-12 20260312 ' \
	"$(grep -o '"date":"[^"]*"' out | cut -d '"' -f 4 | LC_ALL=C sort | tr '\n' ' ')"
exits 0 'but not where nothing is hidden' dlg-anon --rule none days
has 'which keeps the time' out '"date":"2026-03-12T10:11:12Z"'

# The checker finds what a stream or a text still holds.
printf '# Report\n\nWe thank Will Marsh.\n' >report.md
exits 1 'a name left in a report is found' dlg-anon --check -r r.csv report.md
says 'and said where' \
	'dlg-anon: report.md:3: byte 10: name is left (full name)'
exits 0 'a safe report is let be' dlg-anon --check -r r.csv first
exits 1 'so is one in a key' sh -c \
	"printf '{\"type\":\"x\",\"Zoe Bronte\":1}\n' | dlg-anon -c -r r.csv"
empty 'nothing is printed of it' out
printf '%s\n' 'Bo\*lyn' 'Li &#38; Sons' 'Siobh&#xe1;n &nosuch; \' \
	'Li &amp; Sons' 'Siobh&aacute;n' 'Jean\_Luc' >escapes.md
printf 'First name,Surname,Organisation\nSiobhán,Bo*lyn,Li & Sons\nJean_Luc,,\n' >escapes.csv
exits 1 'names in escapes and entities' dlg-anon --check -r escapes.csv escapes.md
is 'are found in every line' '1 2 3 4 5 6 ' \
	"$(sed 's/^dlg-anon: escapes.md:\([0-9]*\): byte 1: .*/\1/' err | tr '\n' ' ')"
gzip -c report.md >report.md.gz
printf '%%PDF-1.7\n' >report.pdf
printf 'a\0b\n' >report.nul
printf 'Zo\353 Bront\353\n' >report.latin1
printf '{\\rtf1 Zo\\u235?}\n' >report.rtf
for name in notes.docx sheets.xlsx report.md.gz report.pdf report.nul \
	report.latin1 report.rtf; do
	[ -e "$name" ] || cp "$here"/*/"$name" .
	exits 2 "the checker refuses $name" dlg-anon --check -r r.csv $name
	says 'and says what to check' \
		"dlg-anon: $name: is no UTF-8 text and cannot be checked: check the Markdown it was made from"
done

mkdir open && chmod 755 open
exits 3 'a log where others look is refused' dlg-anon -r r.csv -l open/log in
empty 'and nothing passes' out
exits 0 'unless it is forced' dlg-anon -r r.csv -l open/log --force in
chmod 644 open/log
exits 3 'a log that others can read is refused' dlg-anon -r r.csv --force -l open/log in

# Names where no text is: a header, a file's name, words next to anything.
printf 'Zoe Bronte,Will Marsh\n1,2\n' >head.csv
exits 2 'a roster whose header holds a name' dlg-anon -r head.csv in
lacks 'does not have it quoted' err 'Zoe|Bront|Marsh'
for around in '(%s)' '"%s"' '%s,' '_%s_' '2%s3' '%s会議' 'x/%s/y'; do
	# shellcheck disable=SC2059
	text=$(printf "$around" 'Zoe Bronte' | sed 's/"/\\"/g')
	{ note a "we met $text then"; end 1; } >beside
	exits 0 "a name in $around" dlg-anon -r r.csv beside
	lacks 'is masked' out 'Zoe|Bronte'
done
{ note a 'May I ask Mark my words; will it rain in May'; end 1; } >words
exits 0 'words that are names' dlg-anon -r r.csv words
has 'of nobody there are let be' out 'will it rain in May'

# An event's id is a word of somebody's own making.
for id in ann-lee-evening lee_ann.2 AnnLee2026 olumide-2; do
	note a x | sed "s/\"event\":\"e\"/\"event\":\"$id\"/" >named
	end 1 >>named
	printf 'First name,Surname\nAnn,Lee\nDerrick,Olumide\n' >ids.csv
	exits 0 "a name in an event's id: $id" dlg-anon -r ids.csv named
	has 'another takes its place' out '"event":"event-1"'
	exits 1 'the checker finds it' dlg-anon --check -r ids.csv named
	has 'and says where' err '^dlg-anon: named:1: name is left in an id \((full )?name\)$'
done
{
	note a x | sed 's/"e"/"event-2"/'
	note a x | sed 's/"e"/"lee-ann"/'
	note a x | sed 's/"e"/"ann-lee"/'
	end 3
} >named
exits 0 'several of them' dlg-anon -r ids.csv named
mv out first
{ sed -n '3p;1p;2p' named; end 3; } >shuffled
exits 0 'in another order of lines' dlg-anon -r ids.csv shuffled
same 'get the same names' first out
is 'and each its own' 3 "$(grep '"note"' out | sed 's/.*"event":"//; s/".*//' |
	sort -u | wc -l)"

# What an earlier run let pass is not taken for hidden.
{
	note a one ',"table":"1","group":"Health"'
	note b two ',"table":"2","group":"Police"'
	end 2
} >free
dlg-anon --rule none free >loose
exits 0 'a stream that was under no rule' dlg-anon --rule chatham-house loose
lacks 'is not done yet' out '"table":"|"group":"'
has 'and says what it lost' out '"suppressed":\{"table":2,"group":2\}'

# What no reader sees hides no name.
printf 'Name\nJane Smith\n' >jane.csv
for hidden in 3164 115f ffa0 00ad 200b 2060 feff 17b4; do
	note a "Ja\\u${hidden}ne Smi\\u${hidden}th said" >veiled
	end 1 >>veiled
	exits 0 "U+$hidden in a name" dlg-anon -r jane.csv veiled
	has 'does not hide it' out '"text":"\[name\] said"'
done

# Columns are known by whole words.
note a 'jane smith said, and Smith' >met2
end 1 >>met2
for header in 'Name,Last updated' 'Name,Family size' 'Name,Ethnicity' \
    'Last updated,Name' 'Full name,First time here'; do
	case $header in
	Last*) echo "$header"; echo '2026-01-01,Jane Smith' ;;
	*) echo "$header"; echo 'Jane Smith,yes' ;;
	esac >odd.csv
	exits 0 "a roster of $header" dlg-anon -r odd.csv met2
	has 'has the name' out '"text":"\[name\] said, and \[name\]"'
done
printf 'Name,Last name\nJane Smith,\nAnn,Lee\n' >both.csv
exits 0 'names in one column and in two' dlg-anon -r both.csv met2
has 'are all read' out '"text":"\[name\] said, and \[name\]"'
printf 'Name,Email\n,jane@x.example\n' >nobody.csv
exits 3 'a roster that names nobody' dlg-anon -r nobody.csv met2
empty 'lets nothing pass' out
says 'and says so' 'dlg-anon: nobody.csv:2: names nobody: fill in the name, or take the row out'

# Without a list the tagger is not asked of what the report itself explains.
cat >places.md <<'END'
Homecare | 4 of 12
Homecare is late in Tarrow. Tarrow waits, and homecare waits.
By end of June (table 2)
END
exits 0 'words, places and months of a report' dlg-anon --check places.md
empty 'are no names' err
echo 'Zbigniew told us that homecare is late.' >>places.md
exits 1 'and a name is one still' dlg-anon --check places.md
has 'by its line' err 'places.md:4: byte 1: name is left'

# The checker sees what others do not.
printf '{"text":"Jane Smith said","text":"x"}\n' >twice
exits 1 'a key that stands twice hides nothing' dlg-anon -c -r jane.csv twice
printf '{"x":447700900123,"y":12}\n' >digits
exits 1 'a telephone as a number is seen' dlg-anon -c -r jane.csv digits
says 'and said where' 'dlg-anon: digits:1: phone is left in a number (phone)'

# Groups of people.
printf 'Name,Organisation\nJane Smith,Zed Ltd\nAnn Lee,Qux Ltd\n' >orgs.csv
{
	printf '{"type":"event","event":"e","participants":{"total":40,"groups":{"Zed Ltd":10,"Qux Ltd":12,"Public":%s}}}\n' 18
	end 1
} >groups
exits 0 'groups that are masked alike' dlg-anon -r orgs.csv groups
has 'stay apart, in no order of their names' out \
	'"groups":\{"Public":18,"\[organisation\] 1":10,"\[organisation\] 2":12\}'
mv out first
sed -i 's/"Zed Ltd":10,"Qux Ltd":12/"Qux Ltd":12,"Zed Ltd":10/' groups
exits 0 'groups in another order' dlg-anon -r orgs.csv groups
same 'make no difference' first out
{
	printf '{"type":"event","event":"e","participants":{"total":9223372036854775807,"groups":{"a":9223372036854775807,"b":9223372036854775807}}}\n'
	end 1
} >groups
exits 0 'counts past all bounds' dlg-anon -r orgs.csv groups
has 'are cut' out '"total":1000000000000,'

# Links in capitals.
note a 'see https://www.Facebook.com/bobby.tables' >links
end 1 >>links
exits 0 'a link to a person, in capitals' dlg-anon -r jane.csv links
has 'is masked whole' out '"text":"see \[link\]"'

# People are counted, not rows of a list, nor spellings.
many() {
	for i in 1 2 3 4 5 6; do
		note "$i" "we need $i" "$1"
	done
	end 6
}
{
	echo 'First name,Surname,Email,Group'
	for i in 1 2 3 4 5; do echo "Jo,Bloggs,jo$i@x.example,police"; done
	echo ',,,police'
	echo 'BLOGGS,Jo,,police'
} >rows.csv
many ',"group":"police"' >cell
exits 0 'one person in seven rows' dlg-anon -r rows.csv cell
lacks 'is one' out '"group":"'
n=0
for who in 'Jo  Bloggs' 'Mrs Jo Bloggs' 'J. Bloggs' 'Bloggs, Jo' \
    'Jo Bloggs (she/her)' 'JO BLOGGS' 'JB'; do
	n=$((n + 1))
	note "$n" "we need $n" ",\"group\":\"police\",\"speaker\":\"$who\""
done >cell
end 7 >>cell
exits 0 'one speaker in seven spellings' dlg-anon cell
lacks 'is one' out '"group":"'
for i in 1 2 3 4 5 6; do
	note "$i" "we need $i" ",\"group\":\"all\",\"speaker\":\"Person $i\""
done >cell
end 6 >>cell
exits 0 'speakers with numbers' dlg-anon cell
has 'are as many' out '"group":"all"'
{
	for i in 1 2 3 4 5 6; do
		note "$i" x ',"lang":"en","speaker":"P'$i'"'
	done
	note 7 y ',"lang":"pl","speaker":"P7"'
	end 7
} >cell
exits 0 'the only one who speaks a language' dlg-anon cell
lacks 'is not told by it' out '"lang":"'
{ note a x ',"date":"2026-03-12T10:11:12Z"'; end 1; } >cell
exits 0 'a note with the time of day' dlg-anon cell
has 'keeps its day' out '"date":"2026-03-12"'

# Names in the name of a file, in links and handles; terms that go wrong.
cp met 'Zoe Bronte.jsonl'
exits 0 'a file named after somebody' dlg-anon -r r.csv 'Zoe Bronte.jsonl'
lacks 'does not name him in the output' out 'Zoe|Bronte'
empty 'nor in a message' err
exits 2 'no option says more of what is done' dlg-anon --verbose met
for link in https://x.example/zoe.bronte https://x.example/zoe-bronte/cv \
    zoe.bronte@y.example @zoebronte 'https://x.example/?u=ZoeBronte' \
    x.example/zoe_bronte; do
	{ note a "see $link there"; end 1; } >link
	exits 0 "a name in $link" dlg-anon -r r.csv link
	lacks 'is masked' out '[Zz]oe|[Bb]ronte'
done
exits 2 'terms that are not there' dlg-anon -t nowhere met
empty 'let nothing pass' out
: >terms
exits 2 'terms that are empty' dlg-anon -t terms met
empty 'let nothing pass' out
says 'and it is said' 'dlg-anon: terms: no term is in the file'
printf '/(?<=Zoe )Bronte/\n' >terms
exits 0 'a term that looks behind' dlg-anon -t terms met
has 'is known' out '\[term\]|\[name\]'
printf '/(a|(?R))+$/\n' >terms
{ note a "$(printf 'b%.0s' $(seq 60))a!"; end 1; } >slow
exits 2 'a term that calls itself and matches nothing' dlg-anon -t terms slow
empty 'lets nothing pass' out
{
	printf '{"type":"event","event":"e","participants":{"total":20,"groups":{"a":9,"b":8,"c":3}}}\n'
	end 1
} >groups
exits 0 'a group of three' dlg-anon groups
has 'goes, with the least of the others that would tell of it' out \
	'"groups":\{"a":9\}'
{
	printf '{"type":"event","event":"e","participants":{"groups":{"a":9}}}\n'
	end 1
} >groups
exits 0 'groups without a total' dlg-anon groups
has 'get none' out '"participants":\{"groups":\{"a":9\}\}'

printf 'Name\nJos\351 Paz\n' >latin.csv
exits 2 'a roster that is not UTF-8' dlg-anon -r latin.csv met
empty 'lets nothing pass' out
lacks 'and no option is named that there is not' err ' -E'
has 'but what to do' err 'save it as UTF-8'

# Tables called after their hosts: masked alike, and yet as many as they were.
{
	printf 'name,table,group\n'
	for t in Qaxa Qbxb Qcxc; do
		for i in 1 2 3 4 5 6; do
			printf '%s%s Zz%sz,%s,Friends of %s\n' $t $i $i $t $t
		done
		printf '%s Zuz,%s,Friends of %s\n' $t $t $t
	done
} >hosts.csv
{
	printf '{"type":"event","event":"e","title":"Qaxa asks","participants":{"groups":{"Friends of Qaxa":9,"Friends of Qbxb":8}}}\n'
	for i in 1 2 3 4; do
		for t in Qaxa Qbxb Qcxc; do
			note "$t$i" 'the bus is late' ",\"table\":\"$t\",\"round\":\"Round of Qaxa\",\"question\":\"What of $t?\",\"group\":\"Friends of $t\""
		done
	done
	note z 'the bus is early' ',"table":"qaxa"'
	for v in 1 2 3 4 5 6 7 8 9; do
		for t in Qaxa Qbxb; do
			printf '{"type":"vote","event":"e","note":"%s1","voter":"%s%s","value":1,"group":"Friends of %s"}\n' $t $t $v $t
		done
	done
	end 32
} >hosts
exits 0 'tables called after their hosts' dlg-anon -r hosts.csv -l hlog hosts
mv out first
lacks 'lose the names' first 'Q[abc]x'
tables() {
	sed -n 's/.*"type":"note".*"'"$1"'":"\([^"]*\)".*/\1/p' first |
		sort | uniq -c | tr -s ' \n' ' '
}
is 'but stay apart' '4 4 5 ' "$(grep -o '"table":"\[name\] [123]"' first |
	sort | uniq -c | awk '{ print $1 }' | sort | tr '\n' ' ')"
is 'as do questions' ' 4 What of [name]? 1 4 What of [name]? 2 4 What of [name]? 3 ' \
	"$(tables question)"
is 'and groups' \
	' 4 Friends of [name] 1 4 Friends of [name] 2 4 Friends of [name] 3 ' \
	"$(tables group)"
is 'what is alone gets no number' ' 12 Round of [name] ' "$(tables round)"
is 'groups of voters are those of notes' 18 \
	"$(grep -c '"vote".*"group":"Friends of \[name\] [123]"' first)"
is 'and stay two' 2 "$(grep -o '"vote".*"group":.*' first |
	sed 's/.*"group"//' | sort -u | wc -l)"
has 'and those of the participants' first \
	'"groups":\{"Friends of \[name\] [123]":9,"Friends of \[name\] [123]":8\}'
has 'masks of fields count, once for each value' first \
	'"replaced":\{"name":11\}'
is 'and are in the private log' 11 "$(grep -c '"replacement":"\[name\]"' hlog)"
is 'with their fields' '3 group 1 question 0' \
	"$(grep -c '"field":"group"' hlog) group $(grep -c '"field":"title"' hlog) question $(grep -c '"field":"text"' hlog)"
exits 0 'a second pass' dlg-anon -r hosts.csv first
same 'changes nothing' first out
exits 0 'a check' dlg-anon -c -r hosts.csv first
{ sed '$d' hosts | sort -r; tail -n 1 hosts; } >shuffled
exits 0 'another order of lines' dlg-anon -r hosts.csv shuffled
same 'gives the same bytes' first out
exits 0 'with pseudonyms' dlg-anon -p -r hosts.csv hosts
same 'they stay apart too' first out
{
	printf 'name,table\nQaxa Zuz,Qaxa\n'
	for i in 1 2 3 4 5; do printf 'Vv%sv Ww%sw,Qbxb\n' $i $i; done
} >few.csv
exits 0 'a table of one person' dlg-anon -r few.csv hosts
lacks 'is not counted with another that is masked alike' out \
	'"table":"\[name\]'
{
	note a x ',"question":"Of Qaxa"'
	note b y ',"question":"Of Qbxb"'
	note c z ',"question":"Of [name] 1"'
	note d z ',"question":"Of [name]"'
	end 4
} >taken
exits 0 'numbers that are taken' dlg-anon -r hosts.csv taken
is 'are passed over' 'Of [name] 1 Of [name] 2 Of [name] 3 Of [name] 4 ' \
	"$(sed -n 's/.*"question":"\([^"]*\)".*/\1/p' out | sort | tr '\n' ' ')"
mv out first
exits 0 'so a second pass' dlg-anon -r hosts.csv first
same 'changes nothing' first out

# Canaries: people planted everywhere, looked for everywhere.
perl "$here/lib/canaries" plant 300 >planted 2>canary.csv
exits 0 'planted people' dlg-anon -r canary.csv -l clog planted
perl "$here/lib/canaries" look canary.csv out err >left
empty 'none is left in the output or a message' left
perl "$here/lib/canaries" look canary.csv planted >left
has 'the search itself finds them' left .
is 'as many as were planted' 600 "$(wc -l <left)"
is 'the private log is the owner'"'"'s alone' 600 "$(stat -c %a clog)"
mkdir tmp
TMPDIR=$work/tmp dlg-anon -r canary.csv planted 2>err | dlg-theme 2>>err |
	dlg-converge 2>>err | dlg-report >report 2>>err
has 'a report is made of them' report '^#'
perl "$here/lib/canaries" look canary.csv report err >left
empty 'and none is left in it' left
is 'no temporary file stays' '' "$(ls tmp)"
{ cat report; tail -n 1 canary.csv; } >leaky
perl "$here/lib/canaries" look canary.csv leaky >left
is 'a leak planted in it is found' 2 "$(wc -l <left)"
printf '{"type":"note","id":"1","event":"Qwxza Vbnmk","text":"x","Qwxza Vbnmk":1\n' >bad
exits 2 'a bad line' dlg-anon -r canary.csv bad
lacks 'is not quoted' err 'Qwxza'

# Counts of votes that came with a note stay with it, and no other key does.
cat >counted <<'END'
{"type":"event","event":"e","rule":"none","schema":1}
{"type":"note","id":"n1","event":"e","text":"Late buses.","votes":{"agree":7,"Ann Lee":2,"pass":0,"disagree":"Ann"}}
{"type":"note","id":"n2","event":"e","text":"Free buses.","votes":{"Ann Lee":2}}
{"type":"end","records":3}
END
exits 0 'counts of votes are read' dlg-anon counted
is 'and known ones pass' '"votes":{"agree":7,"pass":0}' \
	"$(grep -o '"votes":{[^}]*}' out)"
lacks 'and nobody with them' out Ann
done_testing
