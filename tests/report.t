#!/bin/sh
# dlg-report: what it refuses, and what must not change a byte.
. "${0%/*}/lib/tap.sh"
valley=$here/golden/report-synthesis/in.jsonl

# end: close the records of standard input.
end() {
	awk '{ print } END { printf "{\"type\":\"end\",\"records\":%d,\"tool\":\"t\",\"version\":\"1\"}\n", NR }'
}

# Privacy
grep -v '"audit"' "$valley" | sed '$d' | end >raw
exits 3 'notes that dlg-anon has not passed are refused' dlg-report raw
empty 'and nothing is written' out
says 'and why' 'dlg-report: raw:2: notes of this event, under the Chatham House Rule, have not passed dlg-anon: pipe them through it first'
sed '/"n1"/s/"group"/"speaker":"x","group"/' "$valley" >named
exits 3 'a note with a speaker is refused' dlg-report named
sed 's/"notes":22/"notes":17/' "$valley" >more
exits 3 'more notes than dlg-anon passed are refused' dlg-report more
sed 's/chatham-house/none/' raw >open
sed 's/"notes":22/"notes":0/' "$valley" >none
exits 3 'notes of an event that had none when dlg-anon saw it are refused' dlg-report none
sed '/"n1"/s/"group"/"source":{"file":"x","line":1},"group"/' "$valley" >placed
exits 3 'a note that says which file it is from is refused' dlg-report placed
exits 0 'notes under no rule need no audit' dlg-report open
lacks 'and the report does not claim the rule' out 'Chatham House'
printf '%s\n' '{"type":"note","id":"n1","text":"x","themes":[]}' | end >bare
exits 3 'without an event record the rule holds' dlg-report bare
exits 3 'and with -o nothing is published' dlg-report -o new.md bare
told() {
	printf '%s\n' "{\"type\":\"audit\",\"event\":\"\",\"rule\":\"$1\",\"k\":5,\"notes\":1}" '{"type":"note","id":"n1","text":"x","themes":[]}'
}
told attributed | end >audited
exits 0 'unless dlg-anon was told another one' dlg-report audited
lacks 'which the report then does not deny' out 'Chatham House'
told chatham-house | end >audited
exits 0 'where it was not' dlg-report audited
has 'the rule was in force' out 'Chatham House Rule was in force'
{
	told chatham-house
	told attributed | sed 's/n1/n2/'
} | end >audited
exits 0 'nor where it was told once' dlg-report audited
has 'the rule was in force' out 'Chatham House Rule was in force'
[ ! -e new.md ]
ok $? 'there is no file'

# Streams that stop early
sed '$d' "$valley" >cut
exits 2 'a stream without its end is refused' dlg-report cut
empty 'and nothing is written' out
exits 0 'unless --partial takes it' dlg-report --partial cut
has 'and the report says so' out 'This report is partial'

# The same bytes
dlg-report "$valley" >first
for locale in C de_DE.UTF-8 tr_TR.UTF-8 ar_EG.UTF-8; do
	LC_ALL=$locale LANG=$locale dlg-report "$valley" >out
	same "the same bytes under $locale" first out
done
TZ=Pacific/Kiritimati dlg-report "$valley" >out
same 'the same bytes in another time zone' first out
for seed in 1 2 3; do
	sed '$d' "$valley" | awk -v seed=$seed '
		BEGIN { srand(seed) } { print rand() "\t" $0 }' |
		sort -n | cut -f2- | end | dlg-report >out
	same "the same bytes when shuffled ($seed)" first out
done
dlg-report -o out.md "$valley"
same '-o writes the same' first out.md

# Streams that are not whole
sed 's/"single-voice"/"zebra"/' "$valley" >zebra
exits 2 'a verdict that is not known' dlg-report zebra
says 'is a fault' 'dlg-report: zebra:27: a finding without a verdict that this dlg knows: make the findings with the dlg-converge of the same version'
sed 's/"evidence":\["n10"\]/"evidence":["n99"]/' "$valley" >stray
exits 2 'a finding on a note that there is not' dlg-report stray
says 'is a fault' 'dlg-report: stray:27: a finding on a note that there is not: run dlg-converge again'
grep -v '"type":"theme","id":"t3"' "$valley" | sed '$d' | end >stray
exits 2 'a finding on a theme that there is not' dlg-report stray
grep -v '"finding"' "$valley" | sed '$d' | end >early
exits 0 'a stream without findings is reported' dlg-report early
has 'and says that nothing was assessed' out '^## Themes that were not assessed'
lacks 'and claims no more' out 'Recurring, agreement'

# What a verdict rests on, where it rests on little
voices() { # VERDICT COUNTS CONVERGING
	echo '{"type":"event","event":"e","title":"E","rule":"none"}'
	for i in 1 2; do
		echo '{"type":"note","event":"e","id":"n'$i'","table":"'$i'","text":"Note '$i'","group":"a|b","themes":[{"id":"t1"}]}'
	done
	echo '{"type":"theme","id":"t1","label":"buses"}'
	echo '{"type":"finding","id":"f1","theme":"t1","event":"e","verdict":"'$1'","basis":"marks","counts":{"notes":2,"tables":2,"of_tables":3,"groups":1,"of_groups":2,'"$2"'},"evidence":["n1","n2"],"converging":['"${3-}"'],"diverging":[]}'
}
voices single-voice '"by_group":{"a|b":2}' | end >voices.jsonl
exits 0 'two tables of one group' dlg-report voices.jsonl
has 'are a group, not a voice, in the table' out '^[|] Buses [|] 2 of 3 [|] 2 [|] raised by a&#124;b only [|]$'
has 'and below' out 'Raised by a&#124;b only, at 2 tables in 2 notes'
voices single-voice '"by_group":{"a|b":1}' | end >voices.jsonl
exits 0 'where a note is of no group' dlg-report voices.jsonl
lacks 'none is said to be alone' out ' only'
voices convergent '"by_group":{"a|b":2},"marks":{"agreement":1}' '"n1"' | end >voices.jsonl
exits 0 'a verdict by one mark' dlg-report voices.jsonl
has 'is said in the table' out '^[|] Buses [|] 2 of 3 [|] 2 [|] we converge, on one marked note [|]$'
has 'and below' out 'One note is marked as agreement, and none tells of a difference: the verdict rests on that one note\.$'
voices convergent '"by_group":{"a|b":2},"marks":{"agreement":1}' '"n1","n2"' | end >voices.jsonl
exits 0 'a mark that another note bears out' dlg-report voices.jsonl
lacks 'is not alone' out 'one marked note'
for way in agree disagree; do
	voices convergent '"by_group":{}' | sed 's/"basis":"marks"/"basis":"votes"/'
	echo '{"type":"finding","id":"f2","note":"n1","event":"e","verdict":"convergent","direction":"'$way'","basis":"votes","counts":{"votes":{"agree":23,"disagree":62,"pass":14}}}'
done >both
head -n 6 both | end >agreed.jsonl
tail -n 6 both | end >rejected.jsonl
exits 0 'a theme that the vote rejected' dlg-report rejected.jsonl
has 'is no agreement in the table' out '^[|] Buses .* we converge: the room says no [|]$'
has 'and below' out '62 of 85 people who took a side disagreed: the room says no\.$'
exits 0 'one that it agreed to' dlg-report agreed.jsonl
lacks 'is' out 'says no'

# Usage
exits 2 'an unknown template' dlg-report -t nosuch "$valley"
says 'says what there is' 'dlg-report: --template takes synthesis, fsd, weekly, brief, or a file with a . or / in its name: see dlg-report --help'
exits 2 'too many quotations' dlg-report --quotes 9223372036854775808 "$valley"
says 'are refused before they are made room for' 'dlg-report: --quotes takes a number up to 100: see dlg-report --help'
exits 2 'a missing template file' dlg-report -t ./nosuch.md "$valley"
exits 2 'another language' dlg-report --lang de "$valley"
says 'is said' 'dlg-report: --lang: reports are written in en only: see dlg-report --help'
exits 2 'a wrong week' dlg-report --week 2026-54 "$valley"
exits 2 'a wrong day' dlg-report --since yesterday "$valley"
exits 2 'a week and a day' dlg-report --week 2026-W10 --since 2026-03-01 "$valley"
printf '%s\n' '{{title}}: {{#themes}}{{nosuch}}{{/themes}}' >bad.md
exits 2 'a template with a mistake' dlg-report -t ./bad.md "$valley"
says 'says where' 'dlg-report: ./bad.md:1: there is no field "nosuch": see dlg-report(1) for those there are'
printf '%s\n' '{{#themes sep=", "}}{{label}} ({{notes}}){{/themes}}' >own.md
exits 0 'a template of your own' dlg-report -t ./own.md "$valley"
echo 'Evening buses (6), Local clinics (5), Appointment letters (5), Sign language (1)' >want
same 'is filled' want out
exits 2 'the same file twice' dlg-report "$valley" "$valley"
has 'is a fault' err '^dlg-report: .*:[0-9]+: another note of the event has the same id: was a file read twice\?$'
exits 2 'an event that no record is of' dlg-report --event nosuch "$valley"
says 'is a fault' 'dlg-report: --event: no record is of that event: see the "event" of the records'
exits 2 'days that end before they begin' dlg-report --since 2026-03-13 --until 2026-03-01 "$valley"
exits 2 'a title without words is none' dlg-report -T ' ' "$valley"
says 'which is said' 'dlg-report: --title: a title has words; without the option it is the event'"'"'s: see dlg-report --help'
exits 0 'a hostile title in YAML' dlg-report --front-matter -T 'Town [click](http://e.com) ![p](x) <img src=x>' "$valley"
lacks 'is no link, picture or tag' out '[^\\]\[click\]|<img|!\['
exits 0 'a title of your own' dlg-report -T 'Buses <now>' --front-matter "$valley"
head -n 6 out >head
printf '%s\n' --- 'title: "Buses &#60;now>"' 'date: 2026-03-04' --- '' '4 March 2026. Convened by Valley Health Partnership.' >want
same 'stands in front matter, and only there' want head

# Two weeks: the second run has the themes of the first, one renamed, one
# that another was merged into.
week() { # DAY TEXTS-OF-t1 TEXTS-OF-t2 TEXTS-OF-t3 VERDICT-OF-t1
	echo '{"type":"event","event":"w'$1'","title":"Week '$1'","date":"2026-12-'$1'","rule":"none"}'
	for t in 1 2 3; do
		shift
		i=0
		while [ $i -lt "$1" ]; do
			i=$((i + 1))
			echo '{"type":"note","event":"'$event'","id":"n'$t'.'$i'","text":"Note '$i' on '$t'","themes":[{"id":"t'$t'"}]}'
		done
	done
}
event=w22
{
	week 22 25 10 5
	echo '{"type":"theme","id":"t1","label":"buses"}'
	echo '{"type":"theme","id":"t2","label":"clinics"}'
	echo '{"type":"theme","id":"t3","label":"letters"}'
	echo '{"type":"finding","id":"f1","theme":"t1","event":"w22","verdict":"contested"}'
	echo '{"type":"finding","id":"f2","theme":"t2","event":"w22","verdict":"recurring"}'
	echo '{"type":"finding","id":"f3","theme":"t3","event":"w22","verdict":"single-voice"}'
} | end >last.jsonl
event=w31
{
	week 31 10 30 0
	echo '{"type":"note","event":"w31","id":"a","mark":"commitment","text":"Ask again by June","themes":[{"id":"t9"}]}'
	echo '{"type":"theme","id":"t1","label":"evening buses"}'
	echo '{"type":"theme","id":"t2","label":"clinics","merged_from":["t3"]}'
	echo '{"type":"theme","id":"t9","label":"money"}'
	echo '{"type":"finding","id":"f1","theme":"t1","event":"w31","verdict":"convergent"}'
	echo '{"type":"finding","id":"f2","theme":"t2","event":"w31","verdict":"recurring"}'
	echo '{"type":"finding","id":"f9","theme":"t9","event":"w31","verdict":"single-voice"}'
} | end >this.jsonl
exits 0 'a week beside the one before' dlg-report -t weekly --against last.jsonl this.jsonl
has 'is named as ISO 8601 does' out '^# 2026-W53: Week 31'
has 'what is new' out '^- \*\*Money\*\*: 1 note'
has 'what grew, with what was merged into it' out '^- \*\*Clinics\*\*: 30 of 41 notes, after 15 of 40 the week before'
has 'what faded, and what it was called' out '^- \*\*Evening buses\*\* \(before: buses\): 10 of 41 notes, after 25 of 40 the week before'
has 'what came nearer to agreement' out '^- \*\*Evening buses\*\*: before, we diverged; now: we converge'
has 'what was promised' out '^- Ask again by June'
for week in 16 23; do
	sed -e "s/w22/w$week/" -e "s/2026-12-22/2026-11-$week/" last.jsonl
done | sed -e 's/"w16","verdict":"contested"/"w16","verdict":"convergent"/' -e '/"w23".*"n[13]\./d' | sed '/"end"/d' | end >long.jsonl
exits 0 'weeks before a quiet one' dlg-report -t weekly --week 2026-W48 long.jsonl
awk '/^## /{h=$0} /Clinics/{print h}' out >heading
has 'are what a week is compared with' out '^- \*\*Clinics\*\*: 10 of 10 notes, after 10 of 40 the week before'
has 'all of fewer notes are more' heading 'Growing'
has 'what is gone is told' out '^Buses \(25 notes the week before\) and Letters \(5 notes the week before\)\.$'
exits 0 'and after a quiet week' dlg-report -t weekly --against long.jsonl this.jsonl
has 'the last one that was not' out '^- \*\*Clinics\*\*: 30 of 41 notes, after 10 of 10 in 2026-W48'
has 'what comes back does' out '^## Heard of again'
has 'and is not new' out '^- \*\*Evening buses\*\* \(before: buses\): 10 of 41 notes, after none of 10 in 2026-W48'
exits 0 'a first week' dlg-report -t weekly --week 2026-W47 long.jsonl
has 'has nothing before it' out 'There is no earlier week to compare with\.$'
lacks 'and nothing in it is new' out '^## New'
sed 's/"id":"t3"/"id":"t4"/; s/"theme":"t3"/"theme":"t4"/' last.jsonl >other.jsonl
exits 0 'a theme that is in the earlier run only' dlg-report -t weekly --against other.jsonl this.jsonl
has 'is not heard of' out '^Letters \(5 notes the week before\)\.$'
{
	sed '$d' last.jsonl
	sed '$d' this.jsonl
} | end >several.jsonl
exits 0 'a week of a stream of several' dlg-report -t weekly several.jsonl
has 'counts its own notes' out '^41 notes in 3 themes\.$'
{
	echo '{"type":"event","event":"e","title":"E"}'
	echo '{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":1}'
	echo '{"type":"note","event":"e","id":"n1","text":"Buses late","themes":[{"id":"t1"}]}'
	echo '{"type":"theme","id":"t1","label":"buses"}'
	echo '{"type":"finding","id":"f1","note":"n1","event":"e","verdict":"convergent","direction":"agree","basis":"votes","counts":{"votes":{"agree":37,"disagree":3,"pass":0,"by_group":{"A":{"agree":20,"disagree":0},"B":{"agree":17,"disagree":0},"C":{"agree":0,"disagree":3}}}}}'
} | end >cells.jsonl
exits 0 'a group of three' dlg-report -f cells cells.jsonl
has 'cannot be reckoned from the others' out '37 of 40 people who took a side agreed \(A 20 of 20\)'
lacks 'nor in the picture' cells/votes.svg '>B<|>C<|>17 of'
# What voters tell of themselves.
who() {
	echo "{\"type\":\"note\",\"event\":\"e\",\"id\":\"$1\",\"text\":\"I am $1\",\"themes\":[{\"id\":\"t1\"}]}"
	echo "{\"type\":\"finding\",\"id\":\"f$1\",\"note\":\"$1\",\"event\":\"e\",\"verdict\":\"convergent\",\"direction\":\"disagree\",\"about\":\"voters\",\"basis\":\"votes\",\"counts\":{\"votes\":{\"agree\":$2,\"disagree\":$3,\"pass\":0}}}"
}
{
	echo '{"type":"event","event":"e","title":"E"}'
	echo '{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":4}'
	who n1 9 13
	who n2 2 20
	who n3 21 1
	who n4 2 2
	echo '{"type":"theme","id":"t1","label":"age"}'
	echo '{"type":"finding","id":"f9","theme":"t1","event":"e","verdict":"insufficient","about":"voters","basis":"breadth"}'
} | end >who.jsonl
exits 0 'statements of who voted' dlg-report who.jsonl
has 'are counted' out '— 9 of 22 people said so; n1\.$'
has 'not where few said so' out '— fewer than 5 of 22 people said so; n2\.$'
has 'nor where few did not' out '— nearly all of 22 people said so; n3\.$'
lacks 'nor where few voted' out '— .*n4\.$'
lacks 'nor beside them elsewhere' out '(2|20|21) of 22|[21] of 4'
has 'and are nothing to agree on' out '^\| Age \| 4 \| tells who voted \|$'
lacks 'which no section says' out '^## (Where|What most|Recurring)'
# Themes of a kind stand together.
{
	echo '{"type":"event","event":"e","title":"E","rule":"none"}'
	for n in 1 2 3 4; do
		echo "{\"type\":\"note\",\"event\":\"e\",\"id\":\"n$n\",\"text\":\"Text $n\",\"table\":\"1\",\"themes\":[{\"id\":\"t$n\"}]}"
	done
	echo '{"type":"theme","id":"g1","label":"transport","children":2}'
	echo '{"type":"theme","id":"t1","label":"bus","parent":"g1"}'
	echo '{"type":"theme","id":"t2","label":"care"}'
	echo '{"type":"theme","id":"t3","label":"train","parent":"g1"}'
	echo '{"type":"theme","id":"t4","label":"tram","parent":"t3"}'
} >kin
end <kin >kin.jsonl
exits 0 'groups of themes' dlg-report kin.jsonl
sed -n '/^| \*\*/,/^$/p; /^## Appendix/,/^#### Tram/p' out | sed '/^$/d' >got
cat >want <<'END'
| **Transport** | – | – | 2 themes |
| Bus | 1 | 1 | not assessed |
| Train | 1 | 1 | not assessed |
| **Train** | – | – | 1 theme |
| Tram | 1 | 1 | not assessed |
| **Of no group** | – | – | 1 theme |
| Care | 1 | 1 | not assessed |
## Appendix: every note by theme
### Transport
#### Bus: 1 note
- Text 1 (table 1; n1)
#### Train: 1 note
- Text 3 (table 1; n3)
### Train
#### Tram: 1 note
END
same 'stand under their names' want got
sort -r kin | end >turned.jsonl
cp out want
exits 0 'in any order' dlg-report turned.jsonl
same 'the same' want out
# Two events, numbered each by itself.
{
	for e in a b; do
		echo "{\"type\":\"event\",\"event\":\"$e\",\"title\":\"Event $e\",\"rule\":\"none\"}"
		echo "{\"type\":\"note\",\"event\":\"$e\",\"id\":\"n1\",\"text\":\"Buses in $e\",\"table\":\"1\",\"themes\":[{\"id\":\"t1\"}]}"
	done
	echo '{"type":"note","event":"b","id":"n2","text":"Trams","mark":"question","themes":[{"id":"t1"}]}'
	echo '{"type":"theme","id":"t1","label":"buses"}'
} | end >alike.jsonl
dlg-converge alike.jsonl >twins.jsonl
exits 0 'events whose notes have the same ids' dlg-report twins.jsonl
has 'call them by event' out '“Buses in a” \(a/n1\)'
has 'and the other one' out '^- Buses in a \(table 1; a/n1\)'
has 'wherever they stand' out '^- Trams \(b/n2\)'
has 'in footnotes, too' out '^\[\^1\]: Notes a/n1, b/n1 and b/n2\.'
exits 0 'of a brief' dlg-report -t brief twins.jsonl
has 'likewise' out '^\*\*Buses\*\* a/n1, b/n1 and b/n2\.'
{
	for e in a b; do
		echo "{\"type\":\"note\",\"event\":\"$e\",\"id\":\"n$e\",\"text\":\"In $e\",\"table\":\"1\",\"themes\":[{\"id\":\"t$e\"}]}"
		echo "{\"type\":\"event\",\"event\":\"$e\",\"rule\":\"none\"}"
		echo "{\"type\":\"theme\",\"id\":\"t$e\",\"label\":\"theme of $e\"}"
	done
	echo '{"type":"note","event":"b","id":"nc","text":"In c","table":"2","themes":[{"id":"ta"}]}'
} | end | dlg-converge >chosen.jsonl
exits 0 'one event of two' dlg-report --event b chosen.jsonl
has 'has its own numbers' out '^\| Theme of a \| 1 of 2 \| 1 \|'
sed 's/"event":"b","id":"nc"/"event":"a","id":"nc"/' chosen.jsonl | grep -v finding | dlg-converge --partial >chosen2.jsonl
exits 0 'an event that did not raise a theme' dlg-report --partial --event b chosen2.jsonl
lacks 'does not tell of it' out 'Theme of a'
exits 0 'and of one event alone' dlg-report --event b twins.jsonl
has 'ids are as they were' out '^- Trams \(n2\)'
# Some days of an event that had several.
{
	echo '{"type":"event","event":"e","rule":"none"}'
	for n in 1 2 3 4; do
		echo "{\"type\":\"note\",\"event\":\"e\",\"id\":\"n$n\",\"text\":\"Bus $n\",\"table\":\"$n\",\"round\":\"$n\",\"date\":\"2026-03-0$n\",\"themes\":[{\"id\":\"t1\"}]}"
	done
	echo '{"type":"note","event":"e","id":"n5","text":"Train","table":"1","date":"2026-03-01","themes":[{"id":"t2"}]}'
	echo '{"type":"note","event":"e","id":"n6","text":"Undated","themes":[]}'
	echo '{"type":"theme","id":"t1","label":"bus"}'
	echo '{"type":"theme","id":"t2","label":"train"}'
} | end | dlg-converge >days.jsonl
exits 0 'two days of four' dlg-report --until 2026-03-02 days.jsonl
has 'have their own tables' out '^- What was kept: 3 notes from 2 tables in 2 rounds\.$'
has 'and no verdict of other days' out '^\| Bus \| 2 \| 2 \| not assessed \|$'
has 'even of a theme that is all of them' out '^\| Train \| 1 \| 1 \| not assessed \|$'
exits 0 'all days' dlg-report --since 2026-03-01 --until 2026-03-31 days.jsonl
has 'but undated notes' out 'not assessed'
has 'and what has no date is counted, too' out '^1 note has no date and is not among them\.$'
exits 0 'in short' dlg-report -t brief --until 2026-03-02 days.jsonl
has 'likewise' out '^3 notes from 2 tables, and 1 without a date that are not among them\.'
has 'as are the themes' out '^Bus \(2 notes\) and Train \(1 note\)\.$'
exits 0 'in the form' dlg-report -t fsd --until 2026-03-02 days.jsonl
lacks 'no verdict is no agreement' out 'The notes show no'
has 'and the themes are there' out '^- \*\*Bus\.\*\* '
exits 0 'in a week' dlg-report -t weekly days.jsonl
has 'undated notes are told of' out '1 note has no date and is in no week\.$'
# Of very many notes the best are listed.
awk 'BEGIN {
	print "{\"type\":\"event\",\"event\":\"e\",\"rule\":\"none\"}"
	print "{\"type\":\"theme\",\"id\":\"t1\",\"label\":\"bus\"}"
	for (i = 1; i <= 20001; i++)
		printf "{\"type\":\"note\",\"event\":\"e\",\"id\":\"n%d\",\"text\":\"Bus %d\",\"table\":\"1\",\"mark\":\"%s\",\"themes\":[%s]}\n", i, i, i % 30 ? "quote" : "action", i % 20 ? "{\"id\":\"t1\",\"score\":0." i % 1000 "}" : ""
}' >many
end <many >many.jsonl
exits 0 'more than 20,000 notes' dlg-report many.jsonl
has 'are not all listed' out '^- … and 18,601 more that fit it less well\.$'
has 'nor those of no theme' out '^- … and [0-9]+ more\.$'
has 'nor what is to be done' out '^And [0-9]+ more\.$'
cp out want
sort -r many | end >turned.jsonl
exits 0 'whatever their order' dlg-report turned.jsonl
same 'the same are' want out
exits 0 'all of them' dlg-report --all many.jsonl
[ "$(grep -c '^- Bus [0-9]* (table 1; n[0-9]*)$' out)" = 20001 ]
ok $? 'if asked for'
# What divides groups most leads.
split() {
	echo "{\"type\":\"note\",\"event\":\"e\",\"id\":\"$1\",\"text\":\"Say $1\",\"themes\":[]}"
	echo "{\"type\":\"finding\",\"id\":\"f$1\",\"note\":\"$1\",\"event\":\"e\",\"verdict\":\"contested\",\"basis\":\"votes\",\"counts\":{\"votes\":{\"agree\":$(($2 + $3)),\"disagree\":$((40 - $2 - $3)),\"pass\":0,\"by_group\":{\"A\":{\"agree\":$2,\"disagree\":$((20 - $2))},\"B\":{\"agree\":$3,\"disagree\":$((20 - $3))}}}}}"
}
{
	echo '{"type":"event","event":"e","rule":"none"}'
	split n1 12 8
	split n2 19 1
	split n3 15 5
} | end >apart.jsonl
exits 0 'statements that divided the vote' dlg-report apart.jsonl
grep -o '^- “Say n[0-9]' out | grep -o 'n[0-9]' | tr -d '\n' >got
printf n2n3n1 >want
same 'come by how far groups are apart' want got
# A pair that may be in tension does not hide what is marked as agreement.
{
	echo '{"type":"event","event":"e","rule":"none"}'
	for n in 1 2 3; do
		echo "{\"type\":\"note\",\"event\":\"e\",\"id\":\"n$n\",\"text\":\"Cool rooms at number $n of the road\",\"table\":\"$n\"$([ $n = 3 ] || echo ',"mark":"agreement"'),\"themes\":[{\"id\":\"t1\",\"score\":0.5}]}"
	done
	echo '{"type":"theme","id":"t1","label":"cool rooms"}'
	echo '{"type":"finding","id":"f1","theme":"t1","event":"e","verdict":"convergent","basis":"marks","evidence":["n1","n2","n3"],"converging":["n1","n2"],"tensions":[{"a":"n1","b":"n2","reason":"day, night"}]}'
} | end >agreed.jsonl
exits 0 'two marked notes in tension' dlg-report agreed.jsonl
grep -c '^> .*marked as agreement' out >got
echo 2 >want
same 'are both quoted' want got
# Participants of groups that are not told apart.
people() {
	{
		echo "{\"type\":\"event\",\"event\":\"e\",\"participants\":{\"total\":20,\"groups\":{$1}}}"
		echo '{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":1}'
		echo '{"type":"note","event":"e","id":"n1","text":"Bus","group":"A"}'
	} | end >people.jsonl
	exits 0 "groups $1" dlg-report people.jsonl
}
people '"A":7,"B":5'
has 'the others are counted together' out '^\| Others, not told apart \| 8 people \|$'
people '"A":7,"B":9'
lacks 'not if they are few' out 'Others'
people '"A":7,"B":3,"C":2'
lacks 'nor where a small group could be reckoned' out 'Others'
people '"A":7,"B":13'
lacks 'nor where there are none' out 'Others'
# What an earlier run had, and who was not there.
{
	echo '{"type":"event","event":"e","title":"E","rule":"none"}'
	echo '{"type":"note","event":"e","id":"n1","text":"Nobody from Tarrow was at the table","themes":[{"id":"t1"}]}'
	echo '{"type":"note","event":"e","id":"n2","text":"No one from the surgery answers. We were here","themes":[{"id":"t1"}]}'
	echo '{"type":"theme","id":"t1","label":"buses"}'
	echo '{"type":"vote","event":"e","note":"n1","voter":"p","value":1}'
	echo '{"type":"vanished","theme":"t2","label":"clinics","since":{"trend":["vanished"],"was":{"notes":3,"of":9}}}'
	echo '{"type":"finding","id":"f1","note":"n1","event":"e","verdict":"convergent","direction":"agree","basis":"votes","counts":{"votes":{"agree":6,"disagree":0,"pass":0},"ratings":{"of":[0,0,1,3,2],"median":4}},"talk":{"voters":6}}'
} | end >ended.jsonl
exits 0 'a theme that has vanished' dlg-report ended.jsonl
has 'is listed with its notes' out '^Clinics \(3 notes before\)\.$'
has 'nobody was there: a voice that the room lacked' out '^- Nobody from Tarrow was at the table \(n1\)'
[ "$(grep -c 'No one from the surgery' out)" = 2 ]
ok $? 'but nobody answering is none'
has 'how many voted' out '^- Votes cast: 1 by 6 people\.$'
has 'ratings are told' out '; of 6 ratings from 1 to 5 the middle is 4;'
exits 0 'a window without notes' dlg-report --week 2026-W10 ended.jsonl
says 'is told' 'dlg-report: no note is of the days asked for'
exits 0 'a week without any' dlg-report -t weekly --week 2026-W10 ended.jsonl
empty 'is nothing to be told' err
sed 's/"label":"/&other /' last.jsonl >renamed.jsonl
exits 0 'themes numbered afresh' dlg-report -t weekly --against renamed.jsonl this.jsonl
has 'are warned of' err '^dlg-report: --against: [0-9]+ of [0-9]+ themes with the same id are called otherwise'
exits 0 'one line for a mail' dlg-report --summary --against last.jsonl this.jsonl
echo '2026-W53: events 1, notes 41, themes 3: new 1, growing 1, fading 1; nearer to agreement 1; converging 1, diverging 0; commitments 1' >want
same 'counts' want out
{
	sed '$d' last.jsonl
	sed -e '/"end"/d' -e 's/2026-12-22/2026-12-23/' last.jsonl
} | end >twice.jsonl
exits 0 'runs whose notes have the same ids' dlg-report -t weekly --against twice.jsonl this.jsonl
has 'are all compared with' out '^- \*\*Evening buses\*\* \(before: buses\): 10 of 41 notes, after 50 of 80 the week before'
sed 's/"id":"f2","theme":"t2",/&"since":{"trend":[],"was":{"notes":15,"of":40}},/' this.jsonl >since.jsonl
exits 0 'what dlg-converge found of a change' dlg-report -t weekly --against last.jsonl since.jsonl
has 'is believed' out '^## No change beyond chance'
sed 's/"id":"f2","theme":"t2",/&"since":{"trend":["converging"],"was":{"verdict":"contested","notes":15,"of":40}},/; s/"recurring"/"convergent"/' this.jsonl >since.jsonl
sed 's/\["converging"\],"was":{"verdict":"contested","notes":15/["fading"],"was":{"verdict":"contested","notes":70/' since.jsonl >apart.jsonl
exits 0 'what it found beside another run' dlg-report -t weekly --against last.jsonl apart.jsonl
has 'is not believed of this one' out '^- \*\*Clinics\*\*: 30 of 41 notes, after 15'
lacks 'and does not fade with more notes' out '^## Fading$.*Clinics'
awk '/^## /{h=$0} /Clinics.*30 of/{print h}' out >heading
has 'but grows' heading 'Growing'
exits 0 'that it came nearer to agreement' dlg-report -t weekly --against last.jsonl since.jsonl
has 'is believed, too' out '^- \*\*Clinics\*\*: before, we diverged; now: we converge'
sed 's/"convergent"/"insufficient"/' since.jsonl >thin.jsonl
exits 0 'too little to tell now' dlg-report --summary --against last.jsonl thin.jsonl
lacks 'is no movement' out 'nearer|further'
sed 's/"date":"2026-12-31"/"date":"2027-01-07"/' this.jsonl | sed '$d' >later
{
	sed '$d' this.jsonl
	sed 's/w31/w07/; s/"id":"n/"id":"m/; s/"id":"a"/"id":"b"/' later | grep -v '"theme"'
} | end >cron.jsonl
exits 0 'a later week of this stream' dlg-report -t weekly --against last.jsonl cron.jsonl
has 'is what a week is compared with' out '^- \*\*Clinics\*\*: 30 of 41 notes, after 30 of 41 the week before'
has 'and what no report had is counted' out ' 41 notes of the weeks between are not in this report\.$'
exits 0 'in the mail as well' dlg-report --summary --against last.jsonl since.jsonl
has 'which counts it' out '; nearer to agreement 2;'
sed -i 's/\["converging"\]/["diverging"]/; s/"convergent"/"contested"/; s/"contested","notes"/"convergent","notes"/' since.jsonl
exits 0 'and further from it' dlg-report -t weekly --against last.jsonl since.jsonl
has 'under its own heading' out '^## Further from agreement'
exits 0 'what comes back and what is gone' dlg-report --summary --against long.jsonl this.jsonl
has 'is counted as the report tells it' out 'new 1, heard of again 1, growing 0, fading 0;'
exits 0 'what is gone' dlg-report --summary --against other.jsonl this.jsonl
has 'is not called fading' out 'fading 1, not heard of 1;'
exits 0 'one line without a week before' dlg-report --summary last.jsonl
echo '2026-W52: events 1, notes 40, themes 3; converging 0, diverging 1; commitments 0' >want
same 'claims no change' want out
voices recurring '"by_group":{},"marks":{"agreement":1,"divergence":1}' '"n1"' | end >marked.jsonl
exits 0 'marks that decide nothing' dlg-report -t fsd marked.jsonl
has 'are told, of both kinds' out 'One note is marked as agreement and 1 as divergence, too little to say more\.$'

# Weeks of one run: a verdict is this week's only by notes of this week.
standing() { # VERDICT BASIS LISTS
	echo '{"type":"event","event":"e","title":"E","rule":"none"}'
	echo '{"type":"note","event":"e","id":"n1","date":"2026-11-11","text":"Some want phones","themes":[{"id":"t1"}]}'
	echo '{"type":"note","event":"e","id":"n2","date":"2026-11-16","text":"Phones in lockers","themes":[{"id":"t1"}]}'
	echo '{"type":"theme","id":"t1","label":"phones"}'
	echo '{"type":"finding","id":"f1","theme":"t1","event":"e","verdict":"'$1'","basis":"'$2'","evidence":["n1","n2"],'"$3"'}'
}
standing contested marks '"diverging":["n1"],"converging":["n2"]' | end >standing.jsonl
exits 0 'a divergence of the week before' dlg-report -t weekly standing.jsonl
lacks 'is not of this week' out '^## Where we diverge'
has 'but is not settled' out '^- \*\*Phones\*\*: since 2026-W46; '
exits 0 'and in the mail' dlg-report --summary standing.jsonl
has 'none diverges' out 'converging 0, diverging 0, not settled 1;'
exits 0 'in its own week' dlg-report -t weekly --week 2026-W46 standing.jsonl
has 'it is' out '^## Where we diverge this week'
lacks 'and not twice' out '^## Not settled'
exits 0 'other reports' dlg-report -t brief standing.jsonl
has 'tell it as ever' out 'diverge'
standing convergent marks '"converging":["n1"],"diverging":[]' | end >standing.jsonl
exits 0 'an agreement of the week before' dlg-report -t weekly standing.jsonl
lacks 'is not of this week' out '^## Where we converge'
has 'but was before' out '^- \*\*Phones\*\*: in 2026-W46; '
standing convergent marks '"converging":["n2"],"diverging":[]' | end >standing.jsonl
exits 0 'an agreement of the week after' dlg-report -t weekly --week 2026-W46 standing.jsonl
lacks 'is not of the one before' out '^## (Where we converge|Agreed before)'
standing contested stance '"diverging":[],"positions":[{"side":"for","notes":["n2"]},{"side":"against","notes":["n1"]}]' | end >standing.jsonl
exits 0 'two sides in two weeks' dlg-report -t weekly standing.jsonl
lacks 'do not differ this week' out '^## Where we diverge'
has 'but are not settled' out '^## Not settled'
exits 0 'a week with nothing' dlg-report -t weekly --week 2026-W51 this.jsonl
echo '2026-W51: nothing was noted in this week.' >want
same 'is one line' want out
exits 0 'an empty stream' sh -c 'echo "{\"type\":\"end\",\"records\":0}" | dlg-report -t weekly'
echo 'nothing was noted.' >want
same 'is one line, too' want out
exits 0 'days of the same stream' dlg-report -t weekly --since 2026-12-28 --until 2027-01-03 this.jsonl
has 'that are a week are called so' out '^# 2026-W53'
{
	echo '{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":1,"withheld":0,"suppressed":{"group":0,"table":1}}'
	echo '{"type":"note","id":"n1","event":"e","text":"Buses run late."}'
	echo '{"type":"end","records":2}'
} >kept
exits 0 'a stream whose tables dlg-anon left out' dlg-report kept
has 'is said to be one' out 'the table was left out of 1 note\. '
lacks 'and no more than was' out 'the group was left out'

# A picture in words.
exits 0 'the map is drawn in words' dlg-report --mermaid "$valley"
grep -A 5 '^```mermaid' out >picture
sed -n 2p picture >got
echo quadrantChart >want
same 'which Mermaid knows' want got
has 'with a point for a theme' out '^    "[^"]+": \[0\.[0-9]+, 0\.[0-9]+\]$'
done_testing
