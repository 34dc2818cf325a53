#!/bin/sh
# dlg-anon: whoever speaks in the notes is looked for in their texts, listed or
# not, and nobody is counted by it.
. "${0%/*}/lib/tap.sh"

# said SPEAKER TEXT...: a note of each pair.
said() {
	n=0
	while [ $# -gt 0 ]; do
		printf '{"type":"note","id":"%d","event":"e","speaker":"%s","org":"Karbon Homes","text":"%s"}\n' \
			"$((n += 1))" "$1" "$2"
		shift 2
	done
	printf '{"type":"end","records":%d,"tool":"t","version":"1"}\n' "$n"
}

said 'Wanjiru Kamau (she/her)' 'buses are late' \
	'Otieno Ochieng | Karbon' 'I agree with Wanjiru' \
	'Faith Chebet' 'as Kamau said, pay' \
	'Will Marsh' 'thanks to Faith for that' \
	'Facilitator' 'it will be late; the facilitator asked' \
	'P7' 'Will: yes' \
	'Resident' 'a resident of Karbon Homes asked Otieno' >in
echo 'Name
Ann Lee' >list.csv
for options in '--names off' '-r list.csv' ''; do
	# shellcheck disable=SC2086
	exits 0 "speakers on no list: $options" dlg-anon $options in
	lacks 'are masked in all notes' out \
		'Wanjiru|Kamau|Otieno|Faith|Will:|Karbon'
	has 'words that are not names stay' out \
		'it will be late; the facilitator asked'
	has 'and roles are none' out 'a resident of \[organisation\]'
done
exits 0 'a second pass' sh -c 'dlg-anon in >first && dlg-anon first'
same 'changes nothing' first out
sed '$d' in | sort -r >back
sed -n '$p' in >>back
exits 0 'another order of lines' dlg-anon back
same 'gives the same bytes' first out

# Only the list says who sits at a table.
{
	echo 'Name,Table'
	for i in a b c d; do echo "Ann L${i}ng,1"; done
} >four.csv
printf '%s\n' \
	'{"type":"note","id":"1","event":"e","speaker":"Bob Crane","table":"1","text":"a"}' \
	'{"type":"note","id":"2","event":"e","text":"b"}' \
	'{"type":"end","records":2,"tool":"t","version":"1"}' >seated
exits 0 'a speaker who is not listed' dlg-anon -r four.csv seated
lacks 'does not make four people five' out '"table":"1"'
done_testing
