#!/bin/sh
# dlg-anon: who is counted, once however written, and at which level of -H.
. "${0%/*}/lib/tap.sh"

end() {
	printf '{"type":"end","records":%d,"tool":"t","version":"1"}\n' "$1"
}

# Voters are people: a name counts once in any case and order, an id as it is.
vote() {
	printf '{"type":"vote","event":"e","note":"1","voter":"%s","value":%s,"group":"%s"}\n' \
		"$1" "$2" "$3"
}
{
	echo '{"type":"note","id":"1","event":"e","text":"Late buses."}'
	vote 'Ann Lee' 1 GP
	vote 'LEE, Ann' -1 GP
	vote 'Ann  Lée' -1 GP
	vote 'Bo Day' 1 GP
	end 5
} >votes
exits 0 'a voter in three spellings' dlg-anon -k 2 votes
has 'counts once' out '"group":"GP"'
is 'and has one number' 2 \
	"$(sed -n 's/.*"voter":"\([^"]*\)".*/\1/p' out | sort -u | wc -l)"
exits 0 'so that two voters' dlg-anon -k 3 votes
lacks 'are no three' out '"group"'
{
	echo '{"type":"note","id":"1","event":"e","text":"Late buses."}'
	for id in a1B a1b A1B; do
		vote $id 1 GP
	done
	end 4
} >ids
exits 0 'ids with digits' dlg-anon -k 3 ids
is 'are of three' 3 "$(grep -c '"group":"GP"' out)"

{
	echo '{"type":"note","id":"1","event":"e","text":"Late buses."}'
	vote 'Ann Lee' 1 GP
	vote 'Ann Lee' 1 GP
	vote 'Ann Lee' -1 GP
	end 4
} >twice
exits 0 'votes of one voter at no time' dlg-anon twice
is 'stand once each' '-1 1 ' \
	"$(sed -n 's/.*"value":\(-*1\).*/\1/p' out | sort | tr '\n' ' ')"
i=0
while read -r line; do
	i=$((i + 1))
	case $line in
	*'"vote"'*) echo "$line" | sed "s/}/,\"time\":$((10 - i))}/" ;;
	*) echo "$line" ;;
	esac
done <twice >timed
exits 0 'at three times' dlg-anon timed
is 'the last counts' '1 ' \
	"$(sed -n 's/.*"value":\(-*1\).*/\1/p' out | sort | tr '\n' ' ')"

{
	echo '{"type":"note","id":"1","event":"e","text":"Late buses."}'
	for id in 1 2 3; do
		vote v$id 1 GP
		vote w$id 1 '' | sed 's/,"group":""//'
	done
	end 7
} >half
exits 0 'k voters of no group beside k of one' dlg-anon -k 3 half
is 'leave that one' 3 "$(grep -c '"group":"GP"' out)"
grep -v '"w3"' half | sed 's/"records":7/"records":6/' >fewer
exits 0 'one fewer' dlg-anon -k 3 fewer
lacks 'do not' out '"group":"'

# Groups of participants are one in any spelling; what is left over is nobody
# or k, of the total that is told and of the groups together.
took() {
	printf '{"type":"event","event":"e","participants":%s,"schema":1}\n' "$1"
	end 1
}
took '{"total":12,"groups":{"Carers":4,"carers ":3,"GP":5}}' >in
exits 0 'a group in two spellings' dlg-anon -k 5 in
has 'is one' out '"participants":{"total":12,"groups":{"Carers":7,"GP":5}}'
took '{"total":12,"groups":{"GP":7}}' >in
exits 0 'k who are of no group' dlg-anon -k 5 in
has 'are enough' out '"groups":{"GP":7}'
took '{"total":14,"groups":{"Carer":1,"Council":11,"GP":2,"Youth":3}}' >in
exits 0 'a total below what the groups have together' dlg-anon -k 5 in
has 'leaves nobody over' out '"participants":{"total":14}'
mv out first
exits 0 'a second pass' dlg-anon -k 5 first
same 'changes nothing' first out

# Whoever is listed for two events counts once in each, beside his neighbours.
{
	echo 'Name,Group,Event'
	for who in b c d f g h j k; do
		for event in e f; do
			echo "Xuqa Zwuvo$who,GP,$event"
		done
	done
} >both.csv
{
	for i in 1 2 3 4 5 6; do
		printf '{"type":"note","id":"%s","event":"f","group":"GP","text":"bus %s"}\n' $i $i
	done
	end 6
} >in
exits 0 'eight people of two events' dlg-anon -r both.csv -k 8 in
is 'are eight in the second' 6 "$(grep -c '"group":"GP"' out)"

{
	printf '{"type":"note","id":"%s","event":"e","group":"GP","text":"x"}\n' 1
	printf '{"type":"note","id":"%s","event":"F","group":"GP","text":"x"}\n' 2
	end 2
} >in
sed 's/,f$/, F /' both.csv >cased.csv
exits 0 'events in another case' dlg-anon -r cased.csv -k 8 in
is 'are the same' 2 "$(grep -c '"group":"GP"' out)"
empty 'and the list is known to be of both' err
cut -d , -f 1,2 both.csv >none.csv
exits 0 'a list that tells of no event' dlg-anon -r none.csv -k 8 in
says 'is said to count at each' 'dlg-anon: the list counts for 2 events, as if all were at each: say in a column "event" who was where'
grep -v '"F"' in | sed 's/"records":2/"records":1/' >alone
exits 0 'for one event' dlg-anon -r none.csv -k 8 alone
empty 'it is all right' err

# Lists write tables and groups in their own ways.
{
	echo 'Name,Table,Group'
	i=0
	for table in 'Table 4' T4 04 4.0 '#4' 'table 4'; do
		i=$((i + 1))
		echo "Xuqa Zwuvo$(echo $i | tr 1-6 bcdfgh),$table,Voluntary & Community"
	done
} >tables.csv
{
	printf '{"type":"note","id":"1","event":"e","table":"4","group":"Voluntary and community","text":"x"}\n'
	printf '{"type":"note","id":"2","event":"e","table":"4","text":"y"}\n'
	end 2
} >in
exits 0 'a table in six spellings' dlg-anon -r tables.csv -k 6 in
is 'is one' 2 "$(grep -c '"table":"4"' out)"
has 'and so is a group with "&"' out '"group":"Voluntary and community"'
sed 's/Table 4/Table 4 b/; s/T4/Tea 4/' tables.csv >others.csv
exits 0 'tables that are called otherwise' dlg-anon -r others.csv -k 6 in
lacks 'are not' out '"table":"'

# Where tables change with the round, who spoke at each is counted.
{
	for i in 1 2 3 4 5 6; do
		who="Xuqa Zwuvo$(echo $i | tr 1-6 bcdfgh)"
		printf '{"type":"note","id":"%s","event":"e","round":"1","table":"1","speaker":"%s","text":"a %s"}\n' $i "$who" $i
		printf '{"type":"note","id":"%sb","event":"e","round":"2","table":"%s","speaker":"%s","text":"b %s"}\n' \
			$i $((i % 2 + 1)) "$who" $i
	done
	end 12
} >rounds
for header in 'Name,Round 1 table,Round 2 table' 'Name,Table (1),Table (2)' \
	'Name,Table,Table'; do
	{
		echo "$header"
		for i in 1 2 3 4 5 6; do
			echo "Xuqa Zwuvo$(echo $i | tr 1-6 bcdfgh),1,$((i % 2 + 1))"
		done
	} >moving.csv
	exits 0 "$header" dlg-anon -r moving.csv -k 4 rounds
	lacks 'three at a table of the second round are not told' out \
		'"table":"[12]","round":"2"'
	has 'and a message says who is counted' err \
		'tables change with the round: who spoke at each is counted'
done

# What the list lacks is named.
cut -d , -f 1,2 tables.csv >nogroup.csv
exits 0 'a list without groups' dlg-anon -r nogroup.csv in
says 'is said to lack them' 'dlg-anon: the list does not tell the group, and most notes do not tell the speaker: cells are checked by notes, not people'

# An event's id is the curator's: only the list changes it, and says so.
sed 's/"e"/"carlisle-2026-03"/' in >town
exits 0 'an event called after a town' dlg-anon town
has 'keeps its id' out '"event":"carlisle-2026-03"'
sed 's/"e"/"xuqa-zwuvob"/' in >named
exits 0 'one called after somebody' dlg-anon -r tables.csv named
lacks 'does not' out 'xuqa'
has 'and a message says so' err "an event's id tells of somebody: it has a number instead, such as event-1"

# Three levels: each field rises as far as it must, and no farther.
cat >up.csv <<'EOR'
role,nurse,clinic,staff
role,doctor,clinic,staff
role,teacher,school,staff
role,tutor,school,staff
org,Ash,north,all
org,Beech,north,all
org,Cedar,south,all
org,Dew,south,all
EOR
# people N ROLE ORG: so many who have both; each of them says something.
people() {
	for i in $(seq "$1"); do
		n=$((n + 1))
		who="Xuqa Zw$(printf '%s' $n | tr 0-9 bcdfghjklm)u"
		echo "$who,$2,$3" >>people.csv
		printf '{"type":"note","id":"%s","event":"e","text":"item %s","speaker":"%s","role":"%s","org":"%s"}\n' \
			$n $n "$who" "$2" "$3" >>notes
	done
}
start() {
	n=0
	echo 'Name,Role,Organisation' >people.csv
	: >notes
}
# told FIELD: what is published in it, and how often.
told() {
	sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" out | sort | uniq -c |
		awk '{ print $2 "=" $1 }' | paste -s -d ' '
}
run() {
	end $n >>notes
	exits 0 "$1" dlg-anon -k 4 -r people.csv -H up.csv --keep role,org notes
}
start
people 4 nurse Ash
people 4 doctor Cedar
run 'where all is shared'
is 'nothing rises: roles' 'doctor=4 nurse=4' "$(told role)"
is 'nothing rises: organisations' 'Ash=4 Cedar=4' "$(told org)"
start
people 4 nurse Ash
people 2 doctor Ash
people 2 doctor Beech
run 'where one field is not'
is 'it rises' 'north=8' "$(told org)"
is 'and the other stays' 'doctor=4 nurse=4' "$(told role)"
start
people 2 nurse Ash
people 2 doctor Ash
people 2 teacher Ash
people 2 tutor Ash
run 'where one level is enough'
is 'it rises by one' 'clinic=4 school=4' "$(told role)"
is 'and the other not' 'Ash=8' "$(told org)"
start
people 1 nurse Ash
people 1 doctor Ash
people 1 teacher Ash
people 1 tutor Ash
run 'where it takes two levels'
is 'it rises by two' 'staff=4' "$(told role)"
start
people 2 nurse Ash
people 2 nurse Beech
people 2 doctor Cedar
people 2 doctor Dew
run 'where the second field alone can help'
is 'the first stays' 'doctor=4 nurse=4' "$(told role)"
is 'the second rises by one' 'north=4 south=4' "$(told org)"
start
for role in nurse doctor teacher tutor; do
	for org in Ash Beech Cedar Dew; do
		people 1 $role $org
	done
done
run 'where either can rise at the same cost'
is 'the first does' 'staff=16' "$(told role)"
is 'and the other stays' 'Ash=4 Beech=4 Cedar=4 Dew=4' "$(told org)"
start
for role in nurse doctor; do
	for org in Ash Beech Cedar Dew; do
		people 1 $role $org
	done
done
run 'where both must'
is 'both rise by one' 'clinic=8' "$(told role)"
is 'so that each pair is of four' 'north=4 south=4' "$(told org)"
start
people 36 nurse Ash
people 1 teacher Ash
people 1 tutor Ash
people 2 doctor Ash
run 'where rising costs more than leaving out'
is 'little is left out' 'nurse=36' "$(told role)"
done_testing
