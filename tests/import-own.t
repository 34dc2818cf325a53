#!/bin/sh
# dlg-import on streams that dlg itself, or a script in its words, wrote.
. "${0%/*}/lib/tap.sh"

# refused WHAT RECORD: such a record is a fault that says so.
refused() {
	printf '%s\n{"type":"end","records":1}\n' "$2" >own.jsonl
	exits 2 "refused: $1" dlg-import -e e own.jsonl
	says "and why: $1" "dlg-import: own.jsonl:1: $1"
}

refused 'a note without text: give it one, or leave it out' \
	'{"type":"note","id":"n1","event":"e","text":" "}'
refused 'mark is not one of agreement, divergence, action, commitment, question, principle, quote' \
	'{"type":"note","id":"n1","event":"e","text":"a","mark":"Agreement"}'
refused 'id is empty: give it one, or leave it out' \
	'{"type":"note","id":"","event":"e","text":"a"}'
for votes in '{"agree":-1}' '{"agree":1.5}' '{"agree":"1"}'; do
	refused 'votes are not whole numbers from 0' \
		'{"type":"note","id":"n1","event":"e","text":"a","votes":'"$votes"'}'
done
refused 'a vote needs a note and a voter' \
	'{"type":"vote","event":"e","note":"n1","value":1}'
refused 'a vote needs a note and a voter' \
	'{"type":"vote","event":"e","voter":"v1","value":1}'
refused 'the value of a vote is not 1, 0 or -1' \
	'{"type":"vote","event":"e","note":"n1","voter":"v1","value":2}'
refused 'the value of a vote is not 1, 0 or -1' \
	'{"type":"vote","event":"e","note":"n1","voter":"v1"}'
refused 'made by a newer dlg: install that one' \
	'{"type":"event","event":"e","schema":9}'

cat >own.jsonl <<'END'
{"type":"event","event":"e","schema":1}
{"type":"note","id":"n1","event":"e","text":"Buses run late.","votes":{"agree":2,"pass":0}}
{"type":"vote","event":"e","note":"n1","voter":"v1","value":-1}
{"type":"end","records":3}
END
exits 0 'its own stream is read' dlg-import -v own.jsonl
sed '$d' own.jsonl >want
sed '$d' out >got
same 'and comes out as it was' want got
has 'and accounted for' err ': jsonl: read 4 = notes 1 [+] votes 1 '
printf '{"type":"note","text":"Buses run late."}\n' >bare.jsonl
exits 0 'a note with a text only' dlg-import -e e bare.jsonl
has 'is given an id and its event' out \
	'^\{"type":"note","text":"Buses run late.","event":"e","id":"n[a-z0-9]{12}"\}$'
has 'which is told of' out '^\{"type":"event","event":"e","schema":1\}$'
sed '$d' own.jsonl >cut.jsonl
exits 2 'its own stream without an end is refused' dlg-import cut.jsonl
says 'and that is told' \
	'dlg-import: cut.jsonl: no end record: the tool that wrote this stopped early; run it again, or pass --partial'
exits 0 'unless part of it will do' dlg-import --partial cut.jsonl
has 'which the stream then says' out '"type":"end".*"partial":true'
sed 's/"records":3/"records":4/' own.jsonl >cut.jsonl
exits 2 'so is one whose end counts wrong' dlg-import cut.jsonl
has 'which says so' err \
	'cut.jsonl:4: the end record does not count 3 records: something is missing'
exits 0 'unless that will do' dlg-import --partial cut.jsonl
has 'which the stream then says too' out '"type":"end".*"partial":true'
sed 's/"records":3/&,"partial":true/' own.jsonl >cut.jsonl
exits 0 'a stream that says it is partial is read' dlg-import cut.jsonl
has 'and stays so' out '"type":"end".*"partial":true'
exits 0 'one that does not' dlg-import own.jsonl
lacks 'is whole' out partial
done_testing
