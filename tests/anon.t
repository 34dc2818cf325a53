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
done_testing
