#!/bin/sh
# dlg-converge: what it says of themes and votes, and what it refuses.
. "${0%/*}/lib/tap.sh"

# note ID TABLE GROUP TEXT [MORE]: a note of theme t1.
note() {
	printf '{"type":"note","id":"%s","event":"e","table":"%s",' "$1" "$2"
	printf '"group":"%s","themes":[{"id":"t1"}],"text":"%s"%s}\n' "$3" \
		"$4" "${5-}"
}

# vote NOTE VOTER VALUE [MORE]
vote() {
	printf '{"type":"vote","event":"e","note":"%s","voter":"%s",' "$1" "$2"
	printf '"value":%s%s}\n' "$3" "${4-}"
}

# end N
end() {
	printf '{"type":"end","records":%d}\n' "$1"
}

# sealed: standard input as in, with an end record.
sealed() {
	cat >in
	end "$(wc -l <in)" >>in
}

# finds NAME REGEXP: some finding of in fits it.
finds() {
	dlg-converge in >out 2>err
	grep '"type":"finding"' out >findings
	has "$1" findings "$2"
}

# refuses NAME MESSAGE: in is refused with it, and there is no end record.
refuses() {
	exits 2 "$1 is refused" dlg-converge in
	says 'and says so' "dlg-converge: $2"
	lacks 'and the stream has no end' out '"type":"end"'
}

# What is passed on.
{
	note n1 1 A 'Buses'
	echo '{"type":"other","x":  1}'
	echo '{"type":"finding","id":"f9","theme":"t1","verdict":"mixed"}'
} | sealed
exits 0 'a stream is read' dlg-converge in
has 'what is unknown passes byte for byte' out \
	'^\{"type":"other","x":  1\}$'
lacks 'findings of an earlier run do not' out '"f9"'
has 'a theme of one note is a single voice' out \
	'"theme":"t1","event":"e","verdict":"single-voice"'
has 'and lists its note' out '"evidence":\["n1"\]'
tail -n 1 out >last
has 'the end counts what was put' last '"records":3'

# Verdicts by text.
{
	note n1 1 A 'More buses'
	note n2 2 B 'No agreement on buses'
	note n3 3 A 'Some want buses, while others want trams'
	note n4 4 A 'Trains'
} | sealed
finds 'two tables that report divergence are contested' \
	'"verdict":"contested","basis":"cues"'
has 'with their ids' findings '"diverging":\["n2","n3"\]'
{
	note n1 1 A 'More buses' ',"mark":"divergence"'
	note n2 2 B 'Buses'
} | sealed
finds 'one mark of divergence is contested' \
	'"verdict":"contested","basis":"marks"'
{
	for i in 1 2 3 4 5 6; do
		note "n$i" "$i" A 'More buses'
	done
	note n7 7 A 'More buses please' ',"mark":"agreement"'
	note n8 8 A 'Buses'
} | sealed
finds 'many tables and a mark of agreement converge' \
	'"verdict":"convergent","basis":"marks"'
has 'breadth is told' findings '"words":"all 8 tables"'
grep -v agreement in >less
sed '$d' less | sealed
finds 'without a mark they recur' '"verdict":"recurring","basis":"breadth"'
has 'and the margin says what was missing' findings \
	'"margin":"one note marked as agreement would make it convergent'
{
	note n1 1 A 'DIDComm violates human rights'
	note n2 1 B 'Strong disagreement that DIDComm violates human rights because DIDComm is just a pipe'
	note n3 2 A 'Fun'
} | sealed
finds "a note that disputes another's words is contested" \
	'"verdict":"contested","basis":"cues","rule":"1 note disputes'
has 'with both sides' findings \
	'"side":"for","notes":\["n1"\].*"side":"against","notes":\["n2"\]'

{
	note n1 1 A 'Close the library'
	note n2 2 B 'Disagreement: whether to close the library at all'
} | sealed
finds 'a note that opens with "Disagreement" is marked so' \
	'"verdict":"contested","basis":"marks"'
{
	note n1 1 A 'Keep the town library open' ',"mark":"divergence"'
	note n2 2 B 'Close the town library'
	note n3 3 B 'Close the pool'
} | sealed
finds 'contested by a mark: who would keep it and who not' \
	'"side":"for","notes":\["n1"\],"groups":\{"A":1\}\},\{"side":"against","notes":\["n2"\],"groups":\{"B":1\}'

{
	note n1 1 A 'Keep the town library open'
	note n2 2 B 'Close the pool' ',"mark":"divergence"' |
		sed 's/"themes":\[/&{"id":"t2"},/'
	note n3 3 B 'Close the pool'
} | sealed
finds 'a mark counts for the theme that fits best' \
	'"theme":"t1","event":"e","verdict":"recurring"'
has 'and there it does' findings '"theme":"t2".*"verdict":"contested"'

{
	for i in 1 2 3 4 5 6 7 8 9 10 11; do
		note "n$i" "$i" A 'More buses'
	done
	note n12 3 A 'More buses' ',"mark":"divergence"'
} | sealed
finds 'one mark does not decide for twelve notes' '"verdict":"recurring"'
has 'and the rule says so' findings \
	'; 1 of 12 notes is marked as divergence, at 1 table: not enough for a verdict'

# A single voice is known to be one.
nowhere() {
	note "$1" 0 "$2" "$3" | sed "s/\"$4\":\"[^\"]*\",//"
}
{
	note n1 1 A 'Buses'
	note n2 1 B 'Buses'
	note n9 2 A 'Trams' | sed 's/t1/t2/'
} >lines
sealed <lines
finds 'all at one table: a single voice' \
	'"theme":"t1","event":"e","verdict":"single-voice".*"rule":"2 notes, all at one table of 2"'
{
	cat lines
	nowhere n3 A 'Buses' table
} | sealed
finds 'a note without a table may be of another' \
	'"theme":"t1","event":"e","verdict":"insufficient".*"rule":"3 notes, heard at 1 of 2 tables \(3 tables would be enough to recur\); 1 note has no table"'
{
	cat lines
	for i in 3 4 5; do
		nowhere "n$i" A 'Buses' table
	done
} | sealed
finds 'and so may several' '"rule":"5 notes, heard at 1 of 2 tables [^;]*; 3 notes have no table"'
{
	note n1 1 A 'Buses'
	note n2 2 A 'Buses'
	note n9 2 B 'Trams' | sed 's/t1/t2/'
} >lines
sealed <lines
finds 'all of one group: a single voice' \
	'"theme":"t1","event":"e","verdict":"single-voice".*"rule":"2 notes, all of one group of 2"'
{
	cat lines
	nowhere n3 A 'Buses' group
} | sealed
finds 'a note without a group may be of another' \
	'"theme":"t1","event":"e","verdict":"recurring".*; 1 note has no group"'

# Where nobody sits at a table, groups are heard.
for i in 1 2 3 4 5 6 7; do
	nowhere "n$i" "G$i" 'Buses' table
done >lines
sealed <lines
finds 'without tables a theme recurs in groups' \
	'"verdict":"recurring".*"rule":"heard in all 7 groups \(3 are enough to recur\).*"tables":0,"of_tables":0,"groups":7'
sed '1s/"text"/"mark":"agreement","text"/' lines | sealed
finds 'and converges by marks' \
	'"verdict":"convergent","basis":"marks","rule":"heard in all 7 groups .* 1 of 7 notes is marked as agreement, in 1 group \(1 note is enough\)"'

# Words agree with their numbers.
{
	note n1 1 A 'Buses' ',"mark":"divergence"'
	note n2 2 B 'No agreement on buses'
} | sealed
finds 'one is marked, one more reports it' \
	'"rule":"1 of 2 notes is marked as divergence and 1 more reports it, at 2 tables \(1 mark is enough\)"'
{
	for i in 1 2 3; do
		note "n$i" "$i" A 'We all agree: more buses' ',"mark":"agreement"'
	done
} | sealed
finds 'a note that is marked and says so is counted once' \
	'"rule":"heard at all 3 tables [^"]* and 3 of 3 notes are marked as agreement, at 3 tables \(1 note is enough\)"'

# Other fields, and an earlier run.
{
	note n1 1 A 'Buses' ',"round":"1"'
	note n2 1 B 'Buses' ',"round":"2"'
	note n3 1 B 'Buses' ',"round":"3","sector":"X"'
} | sealed
finds 'one table is insufficient' '"verdict":"insufficient"'
dlg-converge -b round -g sector in | grep '"type":"finding"' >findings
has 'but three rounds' findings '"tables":3,"of_tables":3'
has 'and a group of another field' findings '"by_group":\{"X":1\}'
exits 2 'a field of tables that no note has is refused' dlg-converge -b tabel in
says 'and so told' 'dlg-converge: no note has the field that -b (--table) names'
exits 2 'nor is a field of groups' dlg-converge -g gruop in
says 'likewise' 'dlg-converge: no note and no vote has the field that -g (--group) names'
exits 2 'counts have their fields' dlg-converge --merge -b round in
dlg-converge in >before
{
	note n1 1 A 'Buses'
	note n2 2 B 'No agreement' ',"mark":"divergence"'
	note n3 3 B 'Trams' | sed 's/t1/t2/'
} | sealed
dlg-converge --since before in | grep '"type":"finding"' >findings
has 'what was not contested diverges' findings \
	'"theme":"t1".*"since":\{"trend":\["diverging"\],"was":\{"verdict":"insufficient","notes":3,"of":3'
has 'what was not there is new' findings \
	'"theme":"t2".*"since":\{"trend":\["new"\]'
has 'and how many notes there were' findings \
	'"theme":"t1".*"words":"2 of 3 notes, 3 of 3 before: no change of its share beyond chance"'
{
	note n1 1 A 'Trams' | sed 's/t1/t2/'
	note n2 2 B 'Trams' | sed 's/t1/t2/'
} | sealed
dlg-converge --since before -o after in
grep '"type":"vanished"' after >findings
has 'what is no more is listed' findings \
	'"theme":"t1","since":\{"trend":\["vanished"\],"was":\{"verdict":"insufficient","notes":3,"of":3\},"words":"no note, 3 of 3 before"'
dlg-converge --since after after >findings
lacks 'once' findings vanished
{
	echo '{"type":"theme","id":"t2","label":"rails","merged_from":["t1"]}'
	note n1 1 A 'Trams' | sed 's/t1/t2/'
} | sealed
dlg-converge --since before in >findings
lacks 'but not what another theme took in' findings vanished
has 'which is then not new' findings \
	'"theme":"t2".*"since":\{"trend":\[\],"was":\{"verdict":"insufficient","notes":3,'
{
	echo '{"type":"theme","id":"t1","label":"buses"}'
	for i in 1 2 3 4 5 6 7 8 9; do
		note "n$i" "$i" A 'More buses'
		note "m$i" "$i" B 'Some like buses, while others do not' |
			sed 's/"event":"e"/"event":"f"/'
	done
} | sealed
finds 'across events the verdict of each is told' \
	'"id":"f3","theme":"t1","verdict":"contested".*"by_event":\{"e":9,"f":9\}.*"verdicts":\{"e":"recurring","f":"contested"\}'
sed 's/"id":"m/"id":"n/' in >alike
exits 0 'events whose notes have the same ids are taken' dlg-converge alike
has 'and told apart by their events' out \
	'"id":"f3".*"evidence":\["e/n1","f/n1","e/n2".*"diverging":\["f/n1"'
has 'but not in findings of one event' out \
	'"id":"f1".*"evidence":\["n1","n2"'
empty 'without a word' err
# Two runs of an event each, one after the other.
{
	echo '{"type":"theme","id":"t1","label":"buses"}'
	note n1 1 A 'Buses'
	note n2 2 B 'Trams' | sed 's/t1/t2/'
} | sealed
dlg-converge in >week1
{
	echo '{"type":"theme","id":"t1","label":"buses"}'
	note n1 1 A 'Buses, marked' ',"mark":"divergence"'
} | sed 's/"event":"e"/"event":"f"/' | sealed
dlg-converge in >week2
{
	echo '{"type":"theme","id":"t1","label":"buses"}'
	note n1 1 A 'Buses'
	note n2 2 B 'Trams' | sed 's/t1/t2/'
} | sed 's/"event":"e"/"event":"g"/' | sealed
cat week1 week2 >weeks
dlg-converge --since weeks in 2>err | grep '"type":"finding"' >findings
has 'two earlier runs are taken together' findings \
	'"theme":"t1".*"since":\{"trend":\[\],"was":\{"notes":2,"of":3\}'
has 'with the verdict, where there is only one' findings \
	'"theme":"t2".*"was":\{"verdict":"single-voice","notes":1,"of":3\}'
empty 'without a word' err
cat week2 week1 >weeks
dlg-converge --since weeks in | grep '"type":"finding"' >got
same 'whichever comes first' findings got
cat week1 week1 >weeks
exits 2 'an event in two earlier runs is a fault' dlg-converge --since weeks in
says 'for it would count twice' 'dlg-converge: weeks:10: an event that an earlier run in the file has too: keep one run of each event'
sed 's/"label":"buses"/"label":"rails"/' week1 >other
exits 0 'themes numbered afresh are compared' dlg-converge --since other in
says 'with a warning' 'dlg-converge: --since: 1 of 1 themes with the same id are called otherwise than in the earlier run: give dlg-theme its themes with -T, or what changed means nothing'
exits 0 'an earlier run without findings is taken' dlg-converge --since in in
says 'with a warning' 'dlg-converge: --since: the earlier run has no finding of an event, so that all is new: is it what dlg-converge wrote?'
exits 2 'an earlier run that is not there is a fault' \
	dlg-converge --since nowhere in

# Votes.
votes() {
	note n1 1 A 'A statement'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
		vote n1 "p$i" 1 ',"group":"X"'
		vote n1 "q$i" "$1" ',"group":"Y"'
	done
}
votes 1 | sealed
finds 'both groups agree: convergent' \
	'"note":"n1".*"verdict":"convergent","direction":"agree"'
votes -1 | sealed
finds 'one against the other: contested' \
	'"note":"n1".*"verdict":"contested"'
has 'both groups are named' findings \
	'most of X agree .*, most of Y disagree'
has 'and stand on the map' findings \
	'"map":\{"x":\[-[0-9]\.[0-9]{3},[0-9]\.[0-9]{3}\],"y":\[[^]]*\],"side":6,"cells":\[\{"x":[^]]*,"group":"[XY]","voters":12\},\{"x":[^]]*,"group":"[XY]","voters":12\}\],"least":5,"left_out":0,"explained":\[1\.000,0\.000\]\}'
lacks 'without a name of theirs' findings '"map":[^]]*\]*[^]]*p1'
votes 0 | sealed
finds 'half pass: still what the others say' '"pass":12'
{
	votes 1
	vote n1 p1 -1 ',"group":"X","time":5'
	vote n1 p2 -1 ',"group":"X","time":5'
	vote n1 p2 1 ',"group":"X","time":7'
} | sealed
finds 'the last vote of a voter counts' '"agree":23,"disagree":1,"pass":0'
{
	note n1 1 A 'A statement'
	vote n1 p1 1 ',"time":5'
	vote n1 p1 -1 ',"time":5'
} | sealed
finds 'two at the same time that differ are a pass' \
	'"agree":0,"disagree":0,"pass":1'
says 'and counted in a message' 'dlg-converge: 1 votes differ from others of the same voter at the same time: counted as a pass'
note n1 1 A 'A statement' ',"votes":{"agree":20,"disagree":1,"pass":2}' | sealed
finds 'counts in a note are votes' \
	'"note":"n1".*"verdict":"convergent".*"agree":20,"disagree":1,"pass":2'

# Ratings.
# rating NOTE VOTER RATING [MORE]
rating() {
	printf '{"type":"vote","event":"e","note":"%s","voter":"%s",' "$1" "$2"
	printf '"rating":%s%s}\n' "$3" "${4-}"
}
{
	note n1 1 A 'A statement' ',"rating":4'
	note n2 2 A 'Another'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
		rating n1 "p$i" $((7 + i % 3)) ',"group":"X"'
		rating n1 "q$i" $((1 + i % 3)) ',"group":"Y"'
		rating n2 "p$i" 8 ',"group":"X"'
		rating n2 "q$i" 7 ',"group":"Y"'
	done
	rating n2 p1 3 ',"time":4'
	rating n2 p1 9 ',"time":5'
	rating n2 p2 1 ',"time":5'
	rating n2 p2 2 ',"time":5'
} >lines
sealed <lines
finds 'ratings of one group against those of another: contested' \
	'"note":"n1".*"verdict":"contested".*"rule":"24 ratings of 1 to 9, median 5.0, .*7 to 9 agreeing and 1 to 3 not.*most of X agree'
has 'with a margin' findings \
	'"note":"n1".*"margin":"[0-9]+ votes of group [XY] turned to '
has 'the last rating of a voter counts, two at once do not' findings \
	'"note":"n2".*"ratings":\{"of":\[0,0,0,0,0,0,12,10,1\],"median":7,'
has 'as votes they are a pass or the last' findings \
	'"note":"n2".*"votes":\{"agree":23,"disagree":1,"pass":0'
has 'a theme lists the statements that decide' findings \
	'"theme":"t1".*"converging":\["n2"\],"diverging":\["n1"\]'
has 'a theme sums up the ratings of its notes' findings \
	'"theme":"t1".*"ratings":\{"of":\[4,4,4,1,0,0,16,14,5\],"median":7,"quarters_apart":4.25,'
has 'the voters stand on the map' findings '"note":"n1".*"map":\{"x"'
has 'how far they agree is told once' findings \
	'"note":"n1".*"talk":\{"voters":24,"statements":2,"votes":48,"alpha":0\.[0-9]*,"of":"ratings"\}'
has 'and how far the groups are apart' findings \
	'"note":"n1".*"gap":\{"high":"X","low":"Y","wide":1,"interval":\[0\.6[0-9]*,1\.0000\],"p":7\.396e-07,"q":1\.479e-06\}'
dlg-converge --adjust holm in | grep '"note":"n2"' >findings
has 'by Holm if asked' findings '"p":1,"q":1'
dlg-converge --rule rand-ucla in | grep '"note":"n1"' >findings
has 'a panel may be asked' findings \
	'"verdict":"contested".*rand-ucla: 12 from 1 to 3 and 12 from 7 to 9'
awk 'NR % 2' lines | sealed
dlg-converge --counts in >half1
awk 'NR % 2 == 0' lines | sealed
dlg-converge --counts in >half2
sealed <lines
dlg-converge in 2>/dev/null | grep '"type":"finding"' >want
dlg-converge --merge half2 half1 2>/dev/null | grep '"type":"finding"' >got
same 'ratings merge' want got
{
	note n1 1 A 'A statement'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
		rating n1 "p$i" $((4 + i % 2))
	done
} | sealed
dlg-converge in | grep '"note":"n1"' >findings
has 'four and five of nine are in the middle' findings '"verdict":"uncertain"'
dlg-converge --scale 5 in | grep '"note":"n1"' >findings
has 'of five they agree' findings \
	'"verdict":"convergent","direction":"agree".*12 ratings of 1 to 5.*"of":\[0,0,0,6,6\]'
exits 2 'a rating beyond the scale is refused' dlg-converge --scale 4 in
says 'and says which option' \
	'dlg-converge: in:2: the rating is not a whole number from 1 to 4: --scale says where the scale ends'
exits 2 'a scale to 100 is refused' dlg-converge --scale 100 in

# Many groups have a margin too, and k is heeded.
{
	note n1 1 A 'A statement'
	i=0
	while [ $((i += 1)) -le 70 ]; do
		vote n1 "p$i" 1 ",\"group\":\"G$i\""
	done
	for i in 1 2 3 4 5 6 7 8 9; do
		vote n1 "q$i" 1 ',"group":"G1"'
	done
	echo '{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":1}'
} >lines
sealed <lines
finds 'of seventy groups too the margin is told' \
	'"margin":"[0-9]+ votes? .*would make it'
votes -1 >lines
sealed <lines
finds 'five voters may stand on the map' '"least":5,'
{
	cat lines
	echo '{"type":"audit","event":"e","rule":"chatham-house","k":13,"notes":1}'
} | sealed
finds 'of groups of twelve nothing, if thirteen are the fewest' '"verdict"'
lacks 'is on the map' findings '"map"'
dlg-converge in | grep '"type":"finding"' >want
dlg-converge --counts in >half1
dlg-converge --merge half1 | grep '"type":"finding"' >got
same 'nor after merging' want got

# What is refused.
{
	echo '{"type":"theme","id":"t1","label":"buses"}'
	echo '{"type":"theme","id":"t1","label":"trains"}'
} | sealed
refuses 'one id for two themes' 'in:2: two themes have this id: run dlg-theme on all the notes together'
echo '{"type":"note","id":"n1","votes":{"agree":1.5}}' | sealed
refuses 'a count of one and a half' 'in:1: votes: "agree" is not a count'
{
	note n1 1 A 'A statement'
	vote n2 p1 1
} | sealed
refuses 'a vote on a note that is not there' "in:2: a vote on a note that is not in the stream: add the notes' file, or leave the vote out"
{
	note n1 1 A 'A statement'
	vote n1 p1 2
} | sealed
refuses 'a vote of value 2' 'in:2: the value of a vote is not 1 (agree), -1 (disagree) or 0 (pass)'
{
	note n1 1 A 'A statement'
	vote n1 p1 1e7
} | sealed
refuses 'a vote of value 1e7' 'in:2: the value of a vote is not 1 (agree), -1 (disagree) or 0 (pass)'
echo '{"type":"vote","event":"e","voter":"p","value":1}' | sealed
refuses 'a vote on nothing' 'in:1: a vote on nothing: "note" says on what'
echo '{"type":"vote","event":"e","note":"n1","value":1}' | sealed
refuses 'a vote of nobody' 'in:1: a vote of nobody: "voter" says whose'
{
	note n1 1 A 'One'
	note n1 2 A 'Two'
} | sealed
refuses 'an id given twice' 'in:2: two notes of the event have this id: was a file given twice?'
echo '{"type":"note","text":"x"}' | sealed
refuses 'a note without an id' 'in:1: a note without "id": dlg-import gives each one'
echo '{"type":"note","id":"n1","themes":[{"id":7}]}' | sealed
refuses 'a theme id that is a number' 'in:1: a theme has no "id" string: run dlg-theme on it'
echo '{"type":"note","id":"n1","rating":11}' | sealed
refuses 'a rating of 11' 'in:1: the rating is not a whole number from 1 to 9: --scale says where the scale ends'
echo '{"type":"note","id":"n1","votes":{"agree":-1}}' | sealed
refuses 'a negative count' 'in:1: votes: "agree" is not a count'
note n1 1 A 'One' >in
exits 2 'a stream without an end is refused' dlg-converge in
exits 0 'unless it may be partial' dlg-converge --partial in
tail -n 1 out >last
has 'and then says so itself' last '"partial":true'
exits 2 'a probability of 2 is refused' dlg-converge -c 2 in

# Nothing depends on the order of lines.
{
	for i in 1 2 3 4 5 6 7 8 9; do
		for t in 1 2 3 4; do
			echo "n$i$t $t"
		done
	done | while read -r id t; do
		note "$id" "$t" "G$((t % 2))" "Some like it while others do not"
		vote "$id" v1 1 ',"time":1'
		vote "$id" v2 -1 ',"time":2'
		vote "$id" "w$t" 1 ',"time":2'
	done
} | sealed
sed '$d' in >lines
dlg-converge in | grep '"type":"finding"' >want
for seed in 1 2 3; do
	awk -v s="$seed" 'BEGIN { srand(s) } { print rand() "\t" $0 }' lines |
		sort | cut -f 2- | sealed
	dlg-converge in | grep '"type":"finding"' >got
	same "shuffled lines give the same findings ($seed)" want got
done

# Shards, counted and merged.
awk 'NR % 2' lines | sealed
dlg-converge --counts in >half1
lacks 'counts hold no texts' half1 'Some like it'
awk 'NR % 2 == 0' lines | sealed
dlg-converge --counts in >half2
dlg-converge --merge half1 half2 >out
grep '"type":"finding"' out >got
same 'merged counts give the same findings as one run' want got
dlg-converge --merge half2 half1 | grep '"type":"finding"' >got
same 'in whatever order' want got
{
	note n1 1 A 'Ja' ',"votes":{"agree":9,"disagree":2,"pass":0},"rating":7'
	echo '{"type":"vote","event":"e","note":"n1","voter":"v","rating":3}'
} | sealed
dlg-converge in | grep '"type":"finding"' >want
dlg-converge --counts in >half1
dlg-converge --merge half1 | grep '"type":"finding"' >got
same 'with counts and ratings that notes bring' want got
exits 2 'notes are no counts' dlg-converge --merge in
says 'and are refused' 'dlg-converge: in:1: not a count that dlg-converge --counts wrote'
dlg-converge --merge half1 half1 >out 2>err
says 'nor is a shard taken twice' 'dlg-converge: half1:1: two notes of the event have this id: was a file given twice?'

# A note's own counts are those of the vote records, if there are any.
{
	note n1 1 A 'More buses' ',"votes":{"agree":2,"disagree":1,"pass":0}'
	note n2 1 A 'Fewer cars' ',"votes":{"agree":7,"disagree":1,"pass":2}'
	for voter in 1 2; do
		echo '{"type":"vote","event":"e","note":"n1","voter":"'$voter'","value":1}'
	done
	echo '{"type":"vote","event":"e","note":"n1","voter":"3","value":-1}'
} | sealed
dlg-converge in | grep '"type":"finding".*"note":"n[12]"' |
	grep -o '"votes":{"agree":[^}]*pass":[0-9]*' >got
printf '%s\n' '"votes":{"agree":2,"disagree":1,"pass":0' \
	'"votes":{"agree":7,"disagree":1,"pass":2' >want
same 'a vote is counted once' want got

# Of a large theme not all notes are compared.
i=0
while [ $((i += 1)) -le 250 ]; do
	note "n$i" "$((i % 9))" A "Thing $i"
done >lines
{
	cat lines
	for i in 1 2 3 4 5 6 7 8; do
		note "o$i" 1 A 'DIDComm violates human rights'
	done
	note o9 1 B 'Strong disagreement that DIDComm violates human rights'
} | sealed
finds 'those that tell of divergence are' \
	'"tensions":\[\{"a":"o9","b":"o[1-8]".*"compared":\{"notes":200,"of":259\}'
has 'but that alone does not decide' findings '"verdict":"recurring"'

# Who voted, by their own word: nothing that a room can agree on.
{
	note n1 1 A 'I am between 15 and 19 years old'
	note n2 1 A 'We should have more buses' | sed 's/t1/t2/'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		vote n1 "p$i" -1
		vote n2 "p$i" 1
	done
} | sealed
finds 'a statement that tells who voted is about them' \
	'"note":"n1".*"about":"voters"'
has 'and no theme is judged by it' findings \
	'"theme":"t1".*"verdict":"single-voice","about":"voters"'
has 'but others are by theirs' findings \
	'"theme":"t2".*"verdict":"convergent","basis":"votes"'
lacks 'which are not about voters' findings \
	'"(theme":"t2|note":"n2)".*"about"'

# At very many tables two notes are too few to speak for all.
i=0
while [ $((i += 1)) -le 60 ]; do
	if [ $i -le 3 ]; then
		note "n$i" "$i" A 'Some like buses, while others do not'
	else
		note "n$i" "$i" A 'More buses'
	fi
done >lines
sealed <lines
finds 'of sixty tables three decide' '"verdict":"contested".*\(3 notes at 3 tables are enough\)'
sed 's/"n3".*Some like buses, while others do not/"n3","event":"e","table":"3","themes":[{"id":"t1"}],"text":"More/' lines | sealed
finds 'two do not' '"verdict":"recurring".*"margin":"notes of 3 tables that report divergence would make it contested"'

# Who would keep what others would not.
{
	note n1 1 A 'Save the hospital'
	note n2 2 A 'Close the hospital'
	note n3 3 A 'Hospital beds closed since May'
} | sealed
finds 'a pair that urge the contrary may be in tension' \
	'"tensions":\[\{"a":"n1","b":"n2","reason":"the one would keep what the other would not"\}\]'

# What is marked as divergence is no sign of agreement besides.
{
	for i in 1 2 3 4 5 6; do
		note "n$i" "$i" A 'Why is the bus late?'
	done
	note n7 7 A 'We agree the bus is late' ',"mark":"divergence"'
} | sealed
finds 'without the only mark nothing says that people agree' \
	'"verdict":"contested".*"margin":"without that note it would be recurring"'

done_testing
