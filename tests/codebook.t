#!/bin/sh
# dlg-theme with a codebook: its three formats, what is wrong with bad ones,
# how notes get codes, and that it can be written.
. "${0%/*}/lib/tap.sh"
. "$here/lib/notes.sh"

# codes FILE: each note's id and its codes, by their names.
codes() {
	awk '
	/"type":"theme"/ {
		match($0, /"id":"[^"]*"/)
		id = substr($0, RSTART + 6, RLENGTH - 7)
		match($0, /"label":"[^"]*"/)
		label[id] = substr($0, RSTART + 9, RLENGTH - 10)
	}
	/"type":"note"/ {
		match($0, /"id":"[^"]*"/)
		line = substr($0, RSTART + 6, RLENGTH - 7) ":"
		rest = $0
		sub(/.*"themes":/, "", rest)
		while (match(rest, /"id":"[^"]*"/)) {
			line = line " " label[substr(rest, RSTART + 6, RLENGTH - 7)] ";"
			rest = substr(rest, RSTART + RLENGTH)
		}
		print line
	}' "$1" | sort
}

# The same codebook in three formats.
cat >book.csv <<'END'
code,guid,parent,codable,description,keywords,patterns,examples
Town,,,no,What the town does,,,
Housing,11111111-2222-4333-8444-555555555555,Town,,Homes and rents,affordable home;rent*,,Families cannot pay for a flat
Housing,,Town,,,,,There is mould in the old houses
Buses,,Town,yes,How people get about,,/\bline \d+\b/,"The bus is always late
No bus comes at night"
END
cat >book.json <<'END'
{"name":"Town book","codes":[
 {"name":"Town","codable":false,"description":"What the town does","codes":[
  {"name":"Housing","guid":"{11111111-2222-4333-8444-555555555555}",
   "description":"Homes and rents","keywords":["affordable home","rent*"],
   "examples":["Families cannot pay for a flat","There is mould in the old houses"]},
  {"name":"Buses","description":"How people get about","patterns":["/\\bline \\d+\\b/"],
   "examples":["The bus is always late","No bus comes at night"]}]}]}
END
notes 'Rents rise every year' 'An affordable home for all' \
	'Line 7 never stops here' 'Why is the bus late again' \
	'Mould grows in houses by the river' 'Dogs bark in the park' '?!' >town

exits 0 'a codebook gives notes its codes' dlg-theme -c book.csv town
cp out coded
codes coded | sed 's/^n6: ..*/n6: new/' >got
cat >want <<'END'
n1: Housing;
n2: Housing;
n3: Buses;
n4: Buses;
n5: Housing;
n6: new
n7:
END
same 'by keywords, patterns and examples; the rest has themes' want got
has 'what is found beside is marked new' coded '"type":"theme","id":"t1",.*"new":true'
has 'a code has its guid' coded \
	'"id":"c2","label":"Housing".*"code":"11111111-2222-4333-8444-555555555555"'
has 'a rule decides wholly' coded '"id":"n1".*"themes":\[\{"id":"c2","score":1.00\}\]'
lacks 'a code that only holds others is never given' coded '"label":"Town"'
dlg-theme -c book.json town >other
same 'JSON says the same as CSV' coded other
exits 0 'a codebook can be written' dlg-theme -c book.csv --codes-only \
	--save-codebook book.qdc -o coded town
has 'as REFI-QDA' book.qdc '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"'
dlg-theme -c book.qdc --codes-only --save-codebook again.qdc -o other town
same 'what was written says the same' coded other
same 'and is written the same again' book.qdc again.qdc
lacks '--codes-only finds no themes' coded '"new"'
has 'and leaves what has no code unthemed' coded '"id":"n6".*"themes":\[\]'
dlg-theme -c book.csv --save-codebook new.qdc town >/dev/null
has 'what was found beside is kept too' new.qdc '^    <Code .* isCodable="true"'
dlg-theme --save-codebook found.qdc town >out
is 'themes without a codebook become one' \
	"$(sed -n 's/.*"type":"theme".*"label":"\([^"]*\)".*/\1/p' out)" \
	"$(sed -n 's/.*<Code .*name="\([^"]*\)".*/\1/p' found.qdc)"
exits 0 'which can be used' dlg-theme -c found.qdc --codes-only town
has 'its notes are the examples' found.qdc '^Example: '

dlg-theme -c found.qdc town >out
sed -n 's/.*"type":"theme","id":"\([^"]*\)".*"notes":\([0-9]*\).*/\1 \2/p' out >want
while read -r id _; do
	echo "$id $(grep '"type":"note"' out | grep -c "{\"id\":\"$id\"")"
done <want >got
same 'a code counts the notes that list it' want got

# Themes come back: each note that had one gets it again, first.
(
	cd "$here/demo" || exit 2
	dlg-import -e wendle-2026-03 event.json tables/*.csv |
		dlg-anon -r registration.csv
) >demo 2>/dev/null
dlg-theme --save-codebook demo.qdc demo >out
codes out | sed 's/;.*/;/' | grep ';' >want
dlg-theme -c demo.qdc --codes-only demo >out
codes out | sed 's/;.*/;/' | grep -F "$(cut -d : -f 1 want | sed 's/$/:/')" >got
same 'themes saved as a codebook come back to all their notes' want got
{
	sed '$d' town | sort -r
	tail -n 1 town
} >shuffled
dlg-theme -c book.csv shuffled >out
codes out >got
dlg-theme -c book.csv town >out
codes out >want
same 'the order of notes makes no difference' want got

dlg-theme -c book.csv --fit 0 --codes-only town >out
lacks '--fit 0 leaves no note that has words without a code' out \
	'"id":"n[1-6]".*"themes":\[\]'
dlg-theme -c book.csv --fit 1 --codes-only town >out
codes out >got
printf 'n1: Housing;\nn2: Housing;\nn3: Buses;\nn4:\nn5:\nn6:\nn7:\n' >want
same '--fit 1 takes rules alone' want got
exits 2 'a fit above 1 is refused' dlg-theme -c book.csv --fit 2 town

# Several codes.
notes 'The rents are too high but line 4 is good' \
	'Families cannot pay for a flat. And the bus is always late.' >two
dlg-theme -c book.csv two >out
codes out >got
printf 'n1: Buses; Housing;\nn2: Buses; Housing;\n' >want
sed 's/Housing; Buses/Buses; Housing/' got >sorted
same 'a note may have two codes, by rules or by its clauses' want sorted
dlg-theme -c book.csv --max-labels 1 two >out
lacks '--max-labels bounds them' out '"themes":\[\{[^]]*\},'

# Codebooks of others.
cat >other.csv <<'END'
Tag;Description;number of highlights
red;Red things, such as roses;3
blue;"Blue things; the sky";1
END
notes 'Roses are the red things here' 'The sky is blue' >colours
dlg-theme -c other.csv colours >out
codes out >got
printf 'n1: red;\nn2: blue;\n' >want
same 'columns that others write are known or passed over' want got
printf 'code,text\ncats,My cat sleeps\ndogs,The dog barks\ncats,A kitten plays\n' >coded.csv
notes 'Kittens sleep' 'Barking dogs' >pets
dlg-theme -c coded.csv pets >out
codes out >got
printf 'n1: cats;\nn2: dogs;\n' >want
same 'coded notes are a codebook' want got
printf '\357\273\277<?xml version="1.0"?>\r\n<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0"><q:Codes><q:Code name="cats" isCodable="true" color="#ff0000"><q:Description>My cat &amp; kitten\nKeywords: purr*</q:Description><q:NoteRef targetGUID="x"/></q:Code></q:Codes><q:Sets/></q:CodeBook>' >cats.qdc
notes 'It purrs' >purr
exits 0 'any prefix, mark and line end will do' dlg-theme -c cats.qdc purr
dlg-theme -c cats.qdc --codes-only --save-codebook kept.qdc purr >/dev/null
has 'a colour is kept' kept.qdc 'name="cats" isCodable="true" color="#ff0000">'
sed 's/#ff0000/red\&#34; x/' cats.qdc >red.qdc
dlg-theme -c red.qdc --codes-only --save-codebook kept.qdc purr >/dev/null
lacks 'but not what is none' kept.qdc color
sed 's|<q:Sets/>|<q:Sets x:y="1" xmlns:x="u"><q:Set name="A \&lt; B" guid="g"><q:Description>Two \&amp; three</q:Description><q:MemberCode guid="h"/></q:Set></q:Sets>|' cats.qdc >sets.qdc
dlg-theme -c sets.qdc --codes-only --save-codebook kept.qdc purr >/dev/null
has 'sets of codes are kept' kept.qdc '^  <Sets><Set name="A &lt; B" guid="g"><Description>Two &amp; three</Description><MemberCode guid="h"></MemberCode></Set></Sets>$'
dlg-theme -c kept.qdc --codes-only --save-codebook again.qdc purr >/dev/null
same 'and are the same the second time' kept.qdc again.qdc
has 'keywords stand in the description' out '"score":1.00'

# What is wrong, and where.
bad() { # NAME MESSAGE: the file bad is
	exits 2 "$1" dlg-theme -c bad town
	says 'and says where' "dlg-theme: bad$2"
	empty 'and writes nothing' out
}
exits 2 'a missing codebook is a fault' dlg-theme -c nowhere town
has 'and says so' err '^dlg-theme: nowhere: '
: >bad
bad 'an empty one' ': holds no code'
printf 'code,keywords\n' >bad
bad 'a header alone' ': holds no code'
printf '<CodeBook><Codes/></CodeBook>' >bad
bad 'no code' ': holds no code'
printf '[]' >bad
bad 'an empty array' ': holds no code'
printf 'code,patterns\na,x\nb,/(/\n' >bad
bad 'a bad pattern' ':3: a pattern is not a regular expression that PCRE2 can read'
printf 'code,keywords\na,x\nb,"y;z!!"\n' >bad
bad 'a bad keyword' ':3: a keyword has punctuation that no word has'
printf 'code,parent\na,b\nb,a\n' >bad
bad 'parents in a ring' ':2: codes are nested in a ring, or more than 32 deep'
printf 'code,parent\na,a\n' >bad
bad 'a code in itself' ':2: codes are nested in a ring, or more than 32 deep'
printf 'code,parent\na,b\n' >bad
bad 'a parent that is not there' ':2: the parent is no code of this codebook: add it as a code'
printf 'name,keyword\n,x\n' >bad
bad 'a code without name' ':2: a code has no name'
printf 'keyword\nx\n' >bad
bad 'no column of codes' ':1: no column is called code (or name): a codebook'\''s first line names its columns'
printf 'code,keyword\na,b,c\n' >bad
bad 'a field too many' ':2: 3 fields where the first line has 2: put a field that holds a comma in quotes'
printf 'code,guid\na,12\n' >bad
bad 'a bad guid' ':2: the guid is no UUID such as 5c2a7bd1-9c0f-5b61-8a52-0f2f3a1f6d5e: leave it out to have one made'
cat >bad <<'END'
[
 {"name":"a"},
 {"name":"b"},
 {"name":"a"}
]
END
bad 'duplicate names' ':4: two codes of one parent have the same name: rename one, or make them one'
cat >bad <<'END'
[{"name":"a",
  "kyewords":["b"]}]
END
bad 'a typing error' ':2: a member is not one of name, guid, description, keywords, patterns, examples, parent, codable, codes, or not of its kind'
printf '[{"name":"a"},\n7]' >bad
bad 'a code that is none' ':2: a code is an object with a name'
printf '[{"name":"a"}\n' >bad
bad 'JSON cut off' ':2: not JSON'
printf '<CodeBook><Codes>\n<Code name="a"></Codes></CodeBook>' >bad
bad 'bad XML' ':2: not well-formed XML: export the codebook again as .qdc'
printf '<html/>' >bad
bad 'another document' ':1: not a REFI-QDA codebook: its root is no CodeBook'
cat >bad <<'END'
<?xml version="1.0"?>
<!DOCTYPE CodeBook [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<CodeBook><Codes><Code name="&x;"/></Codes></CodeBook>
END
bad 'an external entity' ':2: a document type or entity is declared, which no codebook needs: remove <!DOCTYPE ...>'
cat >bad <<'END'
<!DOCTYPE CodeBook [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<CodeBook><Codes><Code name="&c;"/></Codes></CodeBook>
END
bad 'a billion laughs' ':1: a document type or entity is declared, which no codebook needs: remove <!DOCTYPE ...>'
awk 'BEGIN { for (i = 0; i < 40; i++) printf "<%s>", i ? i == 1 ? "Codes" : "Code name=\"x\"" : "CodeBook" }' >bad
bad 'XML cut off' ':1: not well-formed XML: export the codebook again as .qdc'
printf 'PK\003\004zip' >bad
bad 'a zip file' ': is a zip file, perhaps a project: export the codebook alone, as .qdc'
printf 'code,patterns\nsecret,"^(a+)+$"\n' >slow.csv
notes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab >as
exits 2 'a pattern that takes too long' dlg-theme -c slow.csv as
says 'is named by its line' \
	'dlg-theme: slow.csv:2: a pattern of this code takes too long on a note: make it simpler'
exits 2 'a codebook in a directory is none' dlg-theme -c . town
awk 'BEGIN { print "code,keywords"; for (i = 0; i < 10000; i++) print "code " i ",word" i }' >many.csv
notes 'here is word77 alone' >word
exits 0 'ten thousand codes are well' dlg-theme -c many.csv --vectors none word
has 'and one is found' out '"label":"code 77"'

# One note after another, nothing held.
exits 0 'notes can be coded as they go by' \
	dlg-theme -c book.csv --assign-only town
has 'by words alone' out '"vectors":"none"'
{
	grep '"type":"theme"' out
	grep '"type":"note"' out
} >ordered
codes ordered >got
dlg-theme -c book.csv --codes-only --vectors none town >held
codes held >want
same 'and have the codes that they have when all are held' want got
cat town | dlg-theme -c book.csv --assign-only >got
same 'from a pipe the same' out got
sed '$d' town | sort -r >lines
{
	cat lines
	tail -n 1 town
} >shuffled
dlg-theme -c book.csv --assign-only shuffled >got
grep '"type":"theme"' out >want
grep '"type":"theme"' got >have
same 'in another order the same codes, with the same medoids' want have
has 'the code is told' want '"code":"11111111-2222-4333-8444-555555555555"'
lacks 'and none that no note has' want '"label":"Town"'
exits 2 'there is nothing to add to a codebook' \
	dlg-theme -c book.csv --assign-only --save-codebook more.qdc town
says 'which is said' 'dlg-theme: --assign-only finds nothing to add to a codebook: leave out --save-codebook: see dlg-theme --help'
exits 2 'a pattern that takes too long' \
	dlg-theme -c slow.csv --assign-only as
says 'is named here, too' \
	'dlg-theme: slow.csv:2: a pattern of this code takes too long on a note: make it simpler'

cat >alike.csv <<'END'
code,keywords,examples
One,mould,A wet cellar
Two,,There is mould!
END
notes "there is MOULD" >alike
dlg-theme -c alike.csv --assign-only alike >out
has 'a note that is an example has its code, whatever keyword it meets' \
	out '"themes":\[\{"id":"c2"'

# peak TIMES: the KiB that coding takes once so many times 500 notes are read.
peak() {
	awk -v times="$1" 'BEGIN {
		for (i = 0; i < 500 * times; i++)
			printf "{\"type\":\"note\",\"id\":\"n%d\",\"text\":\"Rents number %d are high, but no bus comes and mould grows in the houses of the town\"}\n", i, i % 500
	}' >stream
	mkfifo fifo
	dlg-theme -c book.csv --assign-only <fifo >coded &
	pid=$!
	exec 3>fifo
	cat stream >&3
	sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' /proc/$pid/status
	echo "{\"type\":\"end\",\"records\":$((500 * $1))}" >&3
	exec 3>&-
	wait $pid
	rm fifo
}
case $DLG_BIN in
*asan* | *coverage*)
	skip 'ten times the notes take no more memory' 'instruments take some' ;;
*)
	once=$(peak 5)
	more=$(peak 50)
	is 'all were coded' 25000 "$(grep -c '"themes":\[{' coded)"
	[ "$more" -lt $((once + 1024)) ]
	ok $? "ten times the notes take no more memory ($once, $more KiB)"
	;;
esac

# What no code fits of many notes is an archive.
perl "$here/bench/generate" --notes 2500 --jsonl >many
exits 0 'a codebook and many notes' dlg-theme -c book.csv --vectors none many
says 'of which it is said that it takes a while' 'dlg-theme: 2500 notes are held and compared with a codebook, which takes a while: with --assign-only they are coded as they are read'
is 'all come out' 2500 "$(grep -c '"type":"note"' out)"
has 'with codes' out '"themes":\[\{"id":"c[23]"'
has 'and with themes found beside' out '"themes":\[\{"id":"t[0-9]'
has 'which are new' out '"type":"theme","id":"t[0-9]*",.*"new":true'
for id in t1 t5; do
	is "$id counts its notes" "$(grep -c "\"note\".*{\"id\":\"$id\"" out)" \
		"$(sed -n "s/.*\"type\":\"theme\",\"id\":\"$id\".*\"notes\":\([0-9]*\).*/\1/p" out)"
done
grep '"type":"theme"' out >want
sed '$d' many | sort -r >lines
{
	cat lines
	tail -n 1 many
} >shuffled
dlg-theme -c book.csv --vectors none shuffled 2>/dev/null |
	grep '"type":"theme"' >got
same 'in another order the same' want got

# Those of the field.
exits 0 'there are codebooks of the field' dlg-theme -c list
for book in $(cut -d ' ' -f 1 out); do
	exits 0 "$book can be used" dlg-theme -c "$book" --vectors none town
done
notes 'We need to build trust with partners' >trust
dlg-theme -c system-behaviours trust >out
codes out >got
echo 'n1: Open and trusting relationships;' >want
same 'by name' want got
done_testing
