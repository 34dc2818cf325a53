#!/bin/sh
# dlg-anon: nothing published tells of fewer than k people.
. "${0%/*}/lib/tap.sh"

end() {
	printf '{"type":"end","records":%d,"tool":"dlg-import","version":"1"}\n' "$1"
}

# note ID TEXT [MORE]: a note as dlg-import writes it.
note() {
	printf '{"type":"note","id":"%s","event":"e","text":"%s"%s}\n' \
		"$1" "$2" "${3:-}"
}

# Whole streams and rosters, made by chance, counted anew by another program.
exits 0 'forty random harvests tell of nobody' "$here/lib/cellcheck" 1 40
empty 'whatever combination is counted' out

# The counting itself sees what goes wrong: a tool that does is put in place.
real=$(command -v dlg-anon)
mkdir wrong
cat >wrong/dlg-anon <<EOF
#!/bin/sh
case \$WRONG in
k) exec $real "\$@" -k 1 ;;
words) $real "\$@" && sed -n 's/.*"speaker":"\([^"]*\)".*/\1/p' "\$(eval "echo \\\$\$#")" >&2 ;;
again) $real "\$@" | sed 's/the bus/the tram/; s/the tram is/the bus, the tram is/' ;;
esac
EOF
chmod +x wrong/dlg-anon
fault() {
	exits 1 "$3" env WRONG="$1" PATH="$work/wrong:$PATH" \
		"$here/lib/cellcheck" 1 12
	has 'and says so' out "$2"
}
fault k 'told of [0-9]+ of' 'a tool that counts to one is found out'
fault words 'is left' 'one that names a speaker in a message'
fault again 'second pass' 'one that changes what it has done'

# The programme of an event is the whole room's, unless one alone spoke then.
speaker() {
	printf ',"speaker":"Xuqa Zwuvo%s","round":"%s"' "$1" "$2"
}
{
	echo Name
	for i in b c d f g h j k; do
		echo "Xuqa Zwuvo$i"
	done
} >r.csv
{
	note 1 one "$(speaker b 1)"
	note 2 two "$(speaker c 1)"
	note 3 three "$(speaker d 1)"
	note 4 four "$(speaker f 2)"
	note 5 five "$(speaker g 2)"
	end 5
} >in
exits 0 'rounds in which two and three spoke' dlg-anon -r r.csv in
has 'pass' out '"round":"2"'
exits 0 'without a list' dlg-anon in
lacks 'k must have spoken' out '"round":"'
exits 0 'fewer if fewer will do' dlg-anon -k 2 in
has 'then they pass' out '"round":"2"'
sed 's/Zwuvog/Zwuvof/' in >alone
exits 0 'a round in which one alone spoke' dlg-anon -r r.csv alone
lacks 'is left out' out '"round":"2"'
has 'and counted' out '"suppressed":\{"round":[2-5]\}'
sed 's/"speaker":"Xuqa Zwuvo[fg]",//' alone >some
exits 0 'where a note names nobody' dlg-anon -r r.csv some
has 'it is the room'"'"'s' out '"round":"2"'
sed 's/"speaker":"[^"]*",//' alone >unnamed
exits 0 'where nobody is named' dlg-anon unnamed
has 'the programme passes' out '"round":"2"'
sed 's/"round":"."/"round":"1"/' in >one
exits 0 'what all notes say' dlg-anon one
is 'sets nobody apart' 5 "$(grep -c '"round":"1"' out)"
{
	for i in b c d f g h; do
		note "$i" "said $i" ",\"speaker\":\"Xuqa Zwuvo$i\",\"date\":\"2026-03-01T1$(printf '%s' $i | tr bcdfgh 123456):00:00Z\""
	done
	note k 'said k' ',"speaker":"Xuqa Zwuvok","date":"2026-03-02"'
	note l 'said l' ',"speaker":"Xuqa Zwuvok","date":"2026-03-03"'
	end 8
} >days
exits 0 'days' dlg-anon -k 3 days
lacks 'on which one alone spoke are left out' out '"date":"2026-03-0[23]'
exits 0 'days of enough people' dlg-anon -k 1 days
is 'are days, not hours' 6 "$(grep -c '"date":"2026-03-01"' out)"

# A spelling of one's own tells of one.
{
	for i in 1 2 3 4 5 6; do
		note "$i" "said $i" ',"table":"North","group":"GP"'
	done
	note 7 'said 7' ',"table":"NORTH ","group":"gp"'
	end 7
} >ways
exits 0 'values spelt in two ways' dlg-anon ways
is 'are published in one, the more usual' 7 \
	"$(grep -c '"table":"North","text":"said .","group":"GP"' out)"

# What is kept on request is kept as it is, but for people's names.
{
	echo 'Name,Organisation'
	for i in b c d f g; do
		echo "Xuqa Zwuvo$i,Tarrow Valley Trust"
		echo "Yozu Qwuvo$i,Wubo Zwuvob Ltd"
	done
} >orgs.csv
{
	note 1 one ',"org":"Tarrow Valley Trust"'
	note 2 two ',"org":"Wubo Zwuvob Ltd"'
	end 2
} >kept
exits 0 'an organisation that k share' dlg-anon --keep org -r orgs.csv kept
has 'passes if it is asked for' out '"org":"Tarrow Valley Trust"'
lacks 'but no name in it' out Zwuvob
mv out first
exits 0 'a second pass' dlg-anon --keep org -r orgs.csv first
same 'changes nothing' first out
# What a role is more generally stands for it, where k share that.
cat >roles.csv <<'EOR'
Name,Role
Zora Quimbek,midwife
Yara Vostok,GP
Wilma Harkness,district nurse
Peta Lomax,nurse
Olga Brint,nurse
Nils Tarmo,headteacher
EOR
cat >up.csv <<'EOR'
role,GP,health professional
role,midwife,health professional
role,district nurse,nurse,health professional
role,nurse,health professional
role,headteacher,teacher
EOR
{
	note 1 'As a midwife I see this daily'
	note 2 'Speaking as the headteacher, no'
	note 3 'I am the only GP in the village.'
	end 3
} >claims
exits 0 'roles that are claimed' dlg-anon -r roles.csv -H up.csv claims
has 'are told as generally as k share them' out \
	'"As a \[role: health professional\] I see this daily"'
has 'as is the only one' out '"I am \[role: health professional\]\."'
has 'where too few do, not at all' out '"Speaking as the \[role\], no"'
mv out first
exits 0 'a second pass' dlg-anon -r roles.csv -H up.csv first
same 'leaves them so' first out
exits 0 'more people than there are' dlg-anon -k 6 -r roles.csv -H up.csv claims
lacks 'share nothing' out 'health'
exits 0 'no hierarchy' dlg-anon -r roles.csv claims
has 'leaves the mask' out '"As a \[role\] I see this daily"'
# One person is one, however spelt, among speakers and on the list.
{
	n=0
	for name in 'Will Marsh' 'William Marsh' 'Bill Marsh' 'Will M' \
		'Will Marsh, GP' '@willmarsh' 'will.marsh@x.example' 'W. Marsh'; do
		n=$((n + 1))
		note "$n" "said $n" ",\"speaker\":\"$name\",\"table\":\"1\""
	done
	for name in b c d f g h; do
		n=$((n + 1))
		note "$n" "said $n" ",\"speaker\":\"Xuqa Zwuvo$name\",\"table\":\"2\""
	done
	end "$n"
} >spelt
exits 0 'a table of one in eight spellings' dlg-anon -k 2 spelt
lacks 'is a table of one' out '"table":"1"'
{
	echo 'First name,Surname,Table'
	printf '%s,1\n' Will,Marsh William,Marsh Bill,Marsh W,Marsh Will, Guest, \
		TBC,TBC Cancelled,
	printf 'Xuqa,Zwuvo%s,2\n' b c d f g h
} >twice.csv
sed 's/"speaker":"[^"]*",//' spelt >nameless
exits 0 'a list that has one person four times, and nobodies' \
	dlg-anon -k 2 -r twice.csv nameless
lacks 'counts one' out '"table":"1"'
{
	note 1 one ',"speaker":"Xuqa Zwuvob","round":"Talk"'
	note 2 two ',"speaker":"X. Zwuvob","round":"Talk"'
	note 3 three ',"speaker":"XZ","round":"Talk"'
	note 4 four ',"speaker":"Xuqa Zwuvoc","round":"Rest"'
	note 5 five ',"speaker":"Xuqa Zwuvod","round":"Rest"'
	note 6 six ',"speaker":"Zwuvob","round":"Talk"'
	end 6
} >talk
exits 0 'a round of one in four spellings' dlg-anon -r r.csv talk
lacks 'is left out' out '"round":"Talk"'

# Languages, where nobody is named: as many notes as there must be people.
{
	for i in 1 2 3 4 5 6; do
		note "$i" "said $i" ',"lang":"en"'
	done
	note 7 'said 7' ',"lang":"cy"'
	note 8 'said 8' ',"lang":"cy"'
	end 8
} >tongues
exits 0 'languages' dlg-anon -r r.csv tongues
lacks 'of too few notes are left out' out '"lang":"cy"'
{
	for i in 1 2 3 4 5; do
		note "$i" "said $i" ',"role":"head of planning"'
	done
	note 6 'said 6' ',"role":"head  of planning"'
	end 6
} >blanks
exits 0 'values with more blanks' dlg-anon --keep role blanks
is 'are the same' 6 "$(grep -c '"role":"head of planning"' out)"

# The event's own date is a day.
{
	printf '{"type":"event","event":"e","date":"2026-03-01T09:12"}\n'
	note 1 one
	end 2
} >hour
exits 0 'an event with an hour' dlg-anon hour
has 'keeps the day' out '"date":"2026-03-01"'
sed 's/2026-03-01T09:12/3 March at 9/' hour >words
exits 0 'an event whose date is no date' dlg-anon words
lacks 'has none' out '"date"'

# Lists as Excel writes them, hierarchies that contradict themselves.
printf 'First name\tSurname\nSiobhan\tKavanagh\n' | iconv -t UTF-16 >wide.csv
{
	note 1 'Siobhan Kavanagh spoke'
	end 1
} >wide
exits 0 'a list in UTF-16' dlg-anon -r wide.csv wide
has 'is read' out '"text":"\[name\] spoke"'
printf 'roel,a,b\n' >up.csv
exits 2 'a hierarchy of no field' dlg-anon -H up.csv wide
says 'is refused' 'dlg-anon: up.csv:1: the first cell is no field: write role, org, place, group, table, round, question or lang'
printf 'role,a,b\nrole,b,a\n' >up.csv
exits 2 'one that goes round' dlg-anon -H up.csv wide
says 'is refused, too' 'dlg-anon: up.csv:2: a value becomes one more general value only, and never itself again'
printf 'role,a,b\nrole,A,c\n' >up.csv
exits 2 'one that says two things' dlg-anon -H up.csv wide
# Votes' groups are spelt as the notes' are.
{
	for i in 1 2 3 4 5 6; do
		note "$i" "said $i" ',"group":"Health"'
	done
	for i in 1 2 3 4 5 6; do
		printf '{"type":"vote","event":"e","note":"1","voter":"p%s","value":1,"group":"%s"}\n' \
			"$i" Health "q$i" HEALTH "r$i" 'health '
	done
	end 24
} >sides
exits 0 'groups of votes in several spellings' dlg-anon sides
is 'are one' 18 "$(grep -c '"voter".*"group":"Health"' out)"

# Who reads on must know which rule was followed.
sed 1d hour | sed 's/"records":2/"records":1/' >norecord
exits 0 'a stream without an event record' dlg-anon --rule attributed norecord
has 'says its rule' out '^\{"type":"event","event":"e","rule":"attributed"'
mv out first
exits 0 'so a second pass' dlg-anon first
same 'needs no option' first out
dlg-theme first 2>err | dlg-converge 2>>err | dlg-report >report 2>>err
lacks 'nor does a report say the wrong one' report 'Chatham'

# A sheet without a header, names in two columns.
exits 3 'a list of names in two columns' \
	dlg-anon -r "$here/anon/dropins.xlsx" wide
has 'is seen to be one' err 'sheet 2: seems to list people'
# What a curator should look at again is counted and listed, never changed.
mkdir -m 700 private
{
	note 1 'The quixotrope and the zymphanor broke'
	note 2 'We want more buses' ',"table":"1","mark":"action"'
	note 3 'We want more trains' ',"table":"1","mark":"action"'
	note 4 'We want more trams' ',"table":"1","mark":"action"'
	note 5 'We want more boats' ',"table":"2"'
	note 6 'As I told the house we shall not rest until every child can read and write'
	note 7 'We want more of this' ',"table":"2","mark":"action"'
	note 8 'In Stroud on 3 March it began' ',"table":"2"'
	end 8
} >again
echo 'He rose. "We shall not rest until every child can read and WRITE", he said.' >speech
exits 0 'notes that tell too much' \
	dlg-anon --public speech --explain-cells private/why again
has 'are counted in the audit' out '"review":\{"rare":2,"same":1,"quote":1\}'
is 'and listed' 'look again at note 1 rare content;look again at note 6 ten words in a row of a public text;look again at note 8 rare content;look again at table 1 all its 3 notes have one mark;' \
	"$(sed -n 's/^  \(look.*\)/\1/p' private/why | sed 's/ (n[0-9]*)//; s/:/ /; s/  / /' | sort | tr '\n' ';')"
lacks 'no message tells of it' err 'quixo|rest|again'
has 'nothing is changed' out 'quixotrope and the zymphanor'
mv out first
exits 0 'a second pass' dlg-anon --public speech first
same 'counts the same' first out
exits 0 'without a public text' dlg-anon again
has 'rare content is counted all the same' out '"review":\{"rare":2,"same":1\}'
printf 'too short\n' >short
exits 2 'a public text of two words' dlg-anon --public short again
says 'is refused' 'dlg-anon: short: has fewer than 10 words: nothing can be a quote of it'
printf 'a\0b' >nul
exits 2 'one that is no text' dlg-anon --public nul again
done_testing
