#!/bin/sh
# Bad streams, the same for every tool that reads one: status and message to
# the letter. The numbers are those of tests/lib/cases.
. "${0%/*}/lib/tap.sh"

tools="dlg-anon dlg-theme dlg-converge dlg-report"
end='{"type":"end","records":1,"tool":"dlg-import","version":"0"}'
note='{"type":"note","id":"n1","event":"e","text":"Buses run late."}'
audit='{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":1,"withheld":0}'

# stream LINE...: a file of those lines.
stream() {
	printf '%s\n' "$@" >in
}

# refused NAME MESSAGE: every tool refuses the file "in" with that message.
refused() {
	for tool in $tools; do
		exits 2 "$1: $tool refuses" "$tool" in
		says "$1: $tool says why" "$tool: $2"
	done
}

# accepted NAME [OPTION...]: every tool takes it without a word.
accepted() {
	name=$1
	shift
	for tool in $tools; do
		exits 0 "$name: $tool accepts" "$tool" "$@" in
		empty "$name: $tool is silent" err
	done
}

printf '{"type":"note","id":"n1","te' >in
refused '65 truncated last line' 'in:1: column 29: a string is not closed'
stream "$note$note" "$end"
refused '66 two on one line' \
	"in:1: column $((${#note} + 1)): something stands behind the object"
stream '[1]'
refused '67 an array' 'in:1: column 1: not a JSON object'
stream 7
refused '68 a scalar' 'in:1: column 1: not a JSON object'
stream "$audit" '{"type":"note","id":"n1","event":"e","text":NaN}'
refused '72 NaN' 'in:2: column 45: not JSON'
stream '{"type":"note",}'
refused '73 trailing comma' 'in:1: column 16: a key is missing'
stream '{"type":"note","id":"n1","id":"n2"}'
refused '74 a key twice' 'in:1: column 36: a key stands twice'
stream '{"type":"note","text":"a\u0000b"}'
refused '75 NUL value' 'in:1: column 27: \u0000 is not allowed'
stream '{"type":"note","\u0000":1}'
refused '76 NUL in a key' 'in:1: column 19: \u0000 is not allowed'
stream '{"type":"note","text":"\ud800"}'
refused '77 lone surrogate' 'in:1: column 30: half a surrogate pair'
awk 'BEGIN { printf "{\"type\":\"x\",\"a\":"
	for (i = 0; i < 2049; i++) printf "["
	for (i = 0; i < 2049; i++) printf "]"
	print "}" }' >in
refused '78 depth 2049' \
	'in:1: column 48: nested too deeply: see --max-depth'
awk 'BEGIN { printf "{\"type\":\"x\",\"a\":"
	for (i = 0; i < 100000; i++) printf "[[[[[[[[[[" }' >in
exits 2 'a million levels are refused, whatever depth is asked for' \
	dlg-theme --max-depth 100000000 in
stream '{"type":"note","rating":9223372036854775808}'
refused '81 a large integer' 'in:1: column 44: a number is out of range'
stream '{"type":"note","rating":1e400}'
refused '82 a large real' 'in:1: column 30: a number is out of range'
stream '{"type":"note","id":"n1","event":"e","text":7}'
refused '86 a wrong type' 'in:1: text is not a string'
stream '{"type":"event","event":"e","schema":2}'
refused '87 a newer format' 'in:1: made by a newer dlg (record format later than 1): install that one'
stream '{"text":"hello"}'
refused 'no type' 'in:1: no "type": not a record of dlg; try dlg-import -f jsonl'
stream "$note"
refused '91 no end record' 'in:1: no end record: upstream stopped early; run it again, or pass --partial'
: >in
refused '91 nothing at all' 'in: no end record: upstream stopped early; run it again, or pass --partial'
stream "$audit" "$note" "$end"
refused '91 a wrong count' 'in:3: the end record does not count 2 records: something is missing; run the tool that wrote this again, or pass --partial'
stream "$audit" "$end" "$note"
refused '94 records behind the end' 'in:3: no end record: upstream stopped early; run it again, or pass --partial'
awk 'BEGIN { printf "{\"type\":\"note\",\"text\":\""
	for (i = 0; i < 4194304; i++) printf "x"
	print "\"}" }' >in
refused '93 a line of over 4 MiB' 'in:1: longer than 4194304 bytes: see --max-line'

two='{"type":"end","records":2,"tool":"dlg-import","version":"0"}'
stream "$audit" "$note" "$two"
accepted 'a plain stream'
stream "$audit" "" "$note" "$two"
accepted '69 a blank line'
printf '%s\r\n' "$audit" "$note" "$two" >in
accepted '70 CRLF'
{
	printf '\357\273\277'
	printf '%s\n' "$audit" "$note" "$two"
} >in
accepted '71 a BOM'
stream "$audit" "$note" "$two" '{"type":"event","event":"f"}' "$end"
accepted '92 two streams'
stream "$audit" "$note"
accepted 'a partial stream that may be' --partial
stream "$audit" "$note" '{"type":"end","records":9}'
accepted 'a wrong count that may be' --partial
stream "$note" "$audit" "$two"
accepted '88 another order'

awk -v audit="$audit" -v two="$two" 'BEGIN { print audit
	printf "{\"type\":\"note\",\"id\":\"n1\",\"event\":\"e\",\"text\":\"Buses run late.\",\""
	for (i = 0; i < 1048576; i++) printf "k"
	print "\":1}"; print two }' >in
accepted '79 a key of 1 MiB'
awk -v audit="$audit" -v two="$two" 'BEGIN { print audit
	printf "{\"type\":\"note\",\"id\":\"n1\",\"event\":\"e\",\"text\":\"Buses run late.\""
	for (i = 0; i < 100000; i++) printf ",\"k%d\":1", i
	print "}"; print two }' >in
accepted '80 a hundred thousand keys'
stream "$audit" "$note" "$note" '{"type":"end","records":3}'
for tool in $tools; do
	exits 2 "89 an id twice: $tool refuses" "$tool" in
	has "89 an id twice: $tool says where" err "^$tool: in:3: .*id"
done
# 90: 4,000 keys that are alike but for their end, and each stands once.
awk -v audit="$audit" -v two="$two" 'BEGIN { print audit
	printf "{\"type\":\"note\",\"id\":\"n1\",\"event\":\"e\",\"text\":\"Buses run late.\""
	for (i = 0; i < 4000; i++) { printf ",\""
		for (k = 0; k < 12; k++) printf "%s", int(i / 2 ^ k) % 2 ? "aB" : "b!"
		printf "\":1" }
	print "}"; print two }' >in
accepted '90 keys that many hashes do not tell apart'

# What nobody knows passes.
stream "$audit" '{"type":"note","id":"n1","event":"e","text":"Buses.","x":{"y":[-0,0.1,1e2]}}' \
	'{"type":"weather","rain":0.1}' \
	'{"type":"end","records":3,"tool":"x","version":"0"}'
for tool in dlg-theme dlg-converge; do
	exits 0 "85 $tool takes unknown fields" "$tool" in
	has "85 $tool passes unknown fields on byte for byte" out \
		'"x":\{"y":\[-0,0\.1,1e2\]\}'
	has "83 84 $tool writes numbers as they were" out '\[-0,0\.1,1e2\]'
	has "85 $tool passes unknown records on byte for byte" out \
		'^\{"type":"weather","rain":0\.1\}$'
done
exits 3 'dlg-anon takes no record that it does not know' dlg-anon in
says 'and says why' 'dlg-anon: in:3: a record that is not known to be safe: run dlg-anon right behind dlg-import'
empty 'and passes nothing on' out
sed 2q in >some
echo '{"type":"end","records":2}' >>some
exits 0 'dlg-anon takes unknown fields' dlg-anon some
lacks 'but does not pass them on' out '"x"'

printf '[{"text":"Buses.","rating":0.1}]\n' >real.json
dlg-import -e e real.json >out
has '84 a number that is read is written as it was' out '"rating":0\.1,'

# The partial mark travels.
stream "$audit" "$note"
dlg-theme --partial in >themed
exits 0 'a stream that says it is partial is taken' dlg-converge themed
has 'and says so again' out '"type":"end".*"partial":true'
mv out findings
exits 0 'the report takes it too' dlg-report findings
has 'and tells its readers' out '[Pp]artial|incomplete'

# A tool that is killed leaves half a line: what is whole is taken.
stream "$audit" "$note" '{"type":"note","id":"n2","event":"e","text":"caf\u00e9 caf'
head -c -1 in >cut
printf '\303' >>cut
for tool in dlg-theme dlg-converge dlg-report; do
	exits 0 "$tool --partial takes a stream cut in a line" \
		"$tool" --partial cut
	says "$tool says what it leaves out" \
		"$tool: cut:3: the last line is cut off: left out"
	exits 2 "$tool takes no such stream otherwise" "$tool" cut
done
dlg-theme --partial cut >out 2>err
is 'every whole line is taken' 1 "$(grep -c '"type":"note"' out)"
has 'and what follows is partial' out '"partial":true'
printf '\n' >>cut
awk 'BEGIN { for (i = 0; i < 8000; i++)
		printf "{\"type\":\"note\",\"id\":\"n%d\",\"event\":\"e\",\"text\":\"Bus %d.\"}\n", i, i
	printf "{\"type\":" }' >many
exits 0 'many notes are read more than once' dlg-theme --partial many
is 'but the cut is told once' 1 "$(wc -l <err)"
exits 2 'a bad line that has an end is no cut' dlg-theme --partial cut
stream "$note"
head -c -1 in >cut
exits 0 'a last line without its newline is taken' dlg-theme --partial cut
is 'if it is whole' 1 "$(grep -c '"type":"note"' out)"
printf '{"text":"Late buses."}\n{"text":"Caf\303' >cut.jsonl
exits 0 'dlg-import takes such a file too' dlg-import --partial -e e cut.jsonl
says 'and says so' 'dlg-import: cut.jsonl:2: the last line is cut off: left out'
exits 2 'if it is told to' dlg-import -e e cut.jsonl

# A file that cannot be read.
exits 2 '57 a missing file' dlg-theme nowhere
says '57 says which' 'dlg-theme: nowhere: No such file or directory'
mkdir dir
exits 2 '56 a directory' dlg-theme dir
says '56 says so' 'dlg-theme: dir: Is a directory'
exits 2 '63 a name with an escape' dlg-theme "$(printf 'a\033[2J\nb')"
says '63 shows it harmless' \
	'dlg-theme: a\x1b[2J\x0ab: No such file or directory'

done_testing
