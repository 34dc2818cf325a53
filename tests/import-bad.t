#!/bin/sh
# dlg-import on the inputs 1 to 64 of tests/lib/cases: the exact
# status and message of each, and what is read all the same.
. "${0%/*}/lib/tap.sh"

# gives N NAME: the last command wrote so many notes.
gives() {
	is "$2" "$1" "$(grep -c '^{"type":"note"' out)"
}

# text NAME JSON: the text of the only note is that JSON string's inside.
text() {
	printf '%s\n' "$2" >want
	sed -n 's/.*"text":"\(\([^"\\]\|\\.\)*\)".*/\1/p' out >got
	same "$1" want got
}

# refused NAME FILE MESSAGE: status 2, that message; 1 with -k.
refused() {
	exits 2 "$1" dlg-import -e x "$2"
	says "$1: it says so" "dlg-import: $2$3"
	exits 1 "$1: -k leaves it out" dlg-import -k -e x "$2"
}

# fault NAME FILE MESSAGE: status 2 and that message, whatever is said.
fault() {
	exits 2 "$1" dlg-import -e x "$2"
	says "$1: it says so" "dlg-import: $2$3"
}

: >1.csv
exits 0 '1: an empty file' dlg-import -e x 1.csv
empty '1: no message' err
has '1: no records' out '^\{"type":"end","records":0,'
exits 2 '1: --require-records' dlg-import -e x --require-records 1 1.csv
says '1: it says so' 'dlg-import: fewer records than 1 came out'
printf 'table,note\n' >2.csv
exits 0 '2: a header alone' dlg-import -e x 2.csv
gives 0 '2: no notes'
printf 'table,note' >3.csv
exits 0 '3: a header without its newline' dlg-import -e x 3.csv
gives 0 '3: no notes'
printf '\357\273\277note,table\nhi,1\n' >4.csv
exits 0 '4: a byte order mark' dlg-import -e x 4.csv
text '4: the first column is found' hi
printf '\357\273\277"note",table\nhi,1\n' >5.csv
exits 0 '5: a byte order mark and a quote' dlg-import -e x 5.csv
text '5: the first column is found' hi
printf 'note\na\357\273\277b\n' >6.csv
exits 0 '6: a byte order mark in a field' dlg-import -e x 6.csv
text '6: it is kept' "$(printf 'a\357\273\277b')"

# to ENCODING: standard input in it
to() {
	iconv -f UTF-8 -t "$1"
}
printf 'note\ttable\nGrüße\t1\n' >plain.tsv
{ printf '\377\376'; to UTF-16LE <plain.tsv; } >7.csv
{ printf '\376\377'; to UTF-16BE <plain.tsv; } >8.csv
to UTF-16LE <plain.tsv >9.csv
{ printf '\377\376\0\0'; to UTF-32LE <plain.tsv; } >10.csv
for n in 7 8 10; do
	exits 0 "$n: UTF-16 or UTF-32 with a mark" dlg-import -e x $n.csv
	text "$n: it is converted" Grüße
done
fault '9: UTF-16 without a mark' 9.csv \
	': looks like UTF-16: save it as CSV UTF-8, or say -E utf-16le'
exits 0 '9: -E helps' dlg-import -e x -E utf-16le 9.csv
text '9: it is converted' Grüße

printf 'note\nit\222s caf\351\n' >11.csv
refused '11: Windows-1252' 11.csv \
	':2: not UTF-8 at byte 7 of the file: say -E cp1252 or what it is, or -E auto'
exits 0 '11: -E helps' dlg-import -e x -E cp1252 11.csv
text '11: it is converted' "$(printf 'it\342\200\231s caf\303\251')"
printf 'note\n"l'\''\351t\351 fut tr\350s chaud \340 N\356mes, o\371 nous avons re\347u des \351l\350ves \340 No\353l"\n' >11b.csv
exits 0 '11: -E auto guesses' dlg-import -e x -E auto 11b.csv
has '11: and says what' err '^dlg-import: 11b.csv: taken to be '
printf 'note\nok\na\377b\n' >12.csv
printf 'note\nok\na\300\200b\n' >13.csv
printf 'note\nok\na\355\240\200b\n' >14.csv
printf 'note\nok\nab\303' >15.csv
for n in 12 13 14; do
	refused "$n: not UTF-8" $n.csv \
		':3: not UTF-8 at byte 9 of the file: say -E cp1252 or what it is, or -E auto'
	gives 1 "$n: the other row is read"
done
refused '15: UTF-8 cut off at the end' 15.csv \
	':3: not UTF-8 at byte 10 of the file: say -E cp1252 or what it is, or -E auto'
{ printf 'note\n'; perl -e 'print "x" x 65530, "\n" for 1 .. 4; print "a" x 11, "\xc3\xa9" x 70000, "\n"'; } >16.csv
exits 0 '16: a character over the edge of a block' dlg-import -e x 16.csv
gives 5 '16: it is read'
printf 'note\nok\na\0b\n' >17.csv
refused '17: NUL in a field' 17.csv ':3: holds a NUL byte: remove it'
printf 'no\0te,table\nok,1\n' >18.csv
fault '18: NUL in the header' 18.csv ':1: holds a NUL byte: remove it'
perl -e 'print "\0" x 6000000' >19.csv
fault '19: a file of NULs' 19.csv ':1: longer than 4194304 bytes: see --max-line'

printf 'note,table\r\na,1\r\nb,2\r\n' >20.csv
printf 'note,table\ra,1\rb,2\r' >21.csv
printf 'note,table\na,1\r\nb,2\r' >22.csv
for n in 20 21 22; do
	exits 0 "$n: CRLF, CR, or all of them" dlg-import -e x $n.csv
	gives 2 "$n: all rows are read"
	lacks "$n: no CR is left" out '\\r'
done
printf 'note\n"a\nb"\n' >23.csv
exits 0 '23: LF in quotes' dlg-import -e x 23.csv
text '23: it is kept' 'a\nb'
printf 'note\r\n"a\r\nb"\r\n' >24.csv
exits 0 '24: CRLF in quotes' dlg-import -e x 24.csv
text '24: it is kept' 'a\r\nb'
printf 'note\na\342\200\250b\n' >25.csv
exits 0 '25: a line separator' dlg-import -e x 25.csv
is '25: one line of JSON' 3 "$(wc -l <out | tr -d ' ')"
printf 'note,table\n\na,1\n\n\nb,2\n' >26.csv
exits 0 '26: blank lines' dlg-import -e x 26.csv
has '26: lines are counted' out '"text":"b","source":\{"file":"26.csv","line":6\}'
printf 'note,table\na,1\n"b\nc\n,2\nd,3\n' >27.csv
fault '27: a quote that is never closed' 27.csv \
	':3: the quote opened here is never closed'
printf 'note,table\n"a",1\n"b\nc","d\ne\n' >27b.csv
fault '27: the line is that of the opening quote' 27b.csv \
	':4: the quote opened here is never closed'
printf 'note,table\na "b" c,1\nd,2\n' >28.csv
refused '28: a quote in a bare field' 28.csv \
	':2: a quote in a field that has none around it: put the field in quotes and double the quote'
gives 1 '28: the other row is read'
printf 'note,table\n"a" b,1\nd,2\n' >29.csv
refused '29: text after a closing quote' 29.csv \
	':2: text after a closing quote: double a quote that belongs to the text'
printf 'note,table\n"""",1\n' >30.csv
exits 0 '30: a quote alone' dlg-import -e x 30.csv
text '30: it is exact' '\"'
perl -e 'print "note\n\"", "\"\"" x 1000, "\"\n"' >31.csv
exits 0 '31: a thousand quotes' dlg-import -e x 31.csv
is '31: all are there' 1000 "$(sed -n 2p out | grep -o '\\"' | wc -l | tr -d ' ')"
printf 'note,table\na\nb,2\n' >32.csv
refused '32: too few fields' 32.csv \
	':2: 1 fields, but the header has 2: is one left out?'
printf 'note,table\na,1,,\nb,2\n' >33.csv
refused '33: too many fields' 33.csv \
	':2: 4 fields, but the header has 2: is a comma in a field not in quotes?'
printf 'table,note\n1,yes, but no\n' >34.csv
refused '34: a comma that is not in quotes' 34.csv \
	':2: 3 fields, but the header has 2: is a comma in a field not in quotes?'
printf 'note,table,note\na,1,b\n' >35.csv
fault '35: a name twice' 35.csv \
	':1: columns 1 and 3 have the same name: rename one'
printf 'note,,table\na,b,1\n' >36.csv
fault '36: no name' 36.csv ':1: column 2 has no name: give it one, or remove it'
printf 'note,table,,\na,1,,\n' >36b.csv
exits 0 '36: unless all of the column is empty' dlg-import -e x 36b.csv
printf 'note,caf\303\251, Cafe\314\201 \na,1,2\n' >37.csv
fault '37: names that differ in case and form' 37.csv \
	':1: columns 2 and 3 have the same name: rename one'
perl -e 'print "what,Name\twith tab,caf\xc3\xa9,", "x" x 80, "\na,b,c,d\n"' >38.csv
fault '38: no column for the text' 38.csv \
	': no column is known to hold the text: say -m text=COLUMN, or -t COLUMN for each question; columns seen: 1 what, 2 Name with tab, 3 caf\xc3\xa9, 4'
exits 2 '38: nor one that was chosen' dlg-import -e x -m text=no 38.csv
has '38: the columns are listed' err \
	'no column of that name for text; columns seen: 1 what, 2 Name'
printf '1,council,"Siobhan Kavanagh says the chair is useless"\n2,council,"more benches"\n' >38b.csv
fault '38: a note where the header should be' 38b.csv \
	': no column is known to hold the text: say -m text=COLUMN, or -t COLUMN for each question; columns seen: 3, but the first row must name them'
printf 'council,"Siobhan Kavanagh says the chair is useless."\nx,y\n' >38c.csv
fault '38: and one without a number' 38c.csv \
	': no column is known to hold the text: say -m text=COLUMN, or -t COLUMN for each question; columns seen: 1 council, 2'
exits 2 '38: by number alone' dlg-import -e x --quiet-names 38c.csv
lacks '38: if names are to be kept back' err council
printf 'note,sensitive\na,maybe\nb,ja\nc,nein\nd,\ne,no\n' >sensitive.csv
exits 0 'what is sensitive' dlg-import -e x sensitive.csv
has 'is so also if it is not sure' out '"text":"a","sensitive":true'
has 'in whatever language' out '"text":"b","sensitive":true'
has 'and is not if it says no' out '"text":"c","sensitive":false'
has 'or nothing' out '"text":"d","source"'

# asks WANT NAME ANSWER: what a column of that name makes of a note.
asks() {
	printf 'note,"%s"\na,%s\n' "$2" "$3" >asks.csv
	dlg-import -e x asks.csv 2>err >out
	is "$2 $3" "$1" "$(sed -n 's/.*"sensitive":\([a-z]*\).*/\1/p' out)"
}
for no in 'Share?' 'Publish?' Consent 'Consent to publish' 'May we share this?' \
	'May we quote you?' 'OK to quote' 'Permission to use' 'Not confidential' \
	'Do you consent to your answers being published?' \
	'GDPR consent' 'Can we share your comments?'; do
	asks true "$no" No
	asks true "$no" 'Only anonymously'
	asks true "$no" ''
	asks '' "$no" Yes
done
for yes in Private 'Confidential?' 'Not for sharing' 'Do not share' \
	"Don't share" is_private 'Off the record' 'Any objection to sharing?'; do
	asks true "$yes" yes
	asks false "$yes" no
done
for other in Confidence 'Confidence (1-5)' 'Public transport' 'Private sector' 'Public comment' Quote \
	'What can you share?' 'Can you share your views?' published_at; do
	asks '' "$other" no
done
printf 'note,Confidential,Share?\na,no,no\nb,no,yes\nc,yes,yes\n' >two.csv
dlg-import -e x two.csv >out
is 'of two columns each may forbid it' 'true false true' \
	"$(sed -n 's/.*"sensitive":\([a-z]*\).*/\1/p' out | xargs)"
# dates WANT DATE...: what become of the dates of one table.
dates() {
	want=$1
	shift
	{ echo note,date && printf 'a,"%s"\n' "$@"; } >dates.csv
	dlg-import -e x dates.csv 2>err >out
	is "dates: $*" "$want" \
		"$(sed -n 's/.*"date":"\([^"]*\)".*/\1/p' out | tr '\n' ' ')"
}
for day in 26/03/2026 03/26/2026 26.3.26 20260326 2026/3/26 '26 March 2026' \
	'March 26th, 2026' 'Thu 26 Mar 2026'; do
	dates '2026-03-26 ' "$day"
done
dates '2026-03-05 2026-03-26 ' 05/03/2026 26/03/2026
dates '2026-05-03 2026-03-26T09:12:01 ' 05/03/2026 '03/26/2026 09:12:01'
dates '2026 2026-03 2026-03-26T10:11 ' 2026 2026-03 2026-03-26T10:11
empty 'of which there is nothing to say' err
dates '05/03/2026 Thu 26 Mar 31.2.2026 ' 05/03/2026 'Thu 26 Mar' 31.2.2026
says 'those that may be two days, or none, are told' \
	'dlg-import: dates.csv: 3 notes have a date that is no sure day, kept as it is: write it as 2026-03-26'
dates '05/03/2026 2026-03-26 2026-03-26 ' 05/03/2026 26/03/2026 03/26/2026
printf 'note,table\na,1\nb,\nc,\nd,2\n' >gaps.csv
exits 0 'a table said once for several rows' dlg-import -e x gaps.csv
says 'is no table of all of them, but told of' \
	'dlg-import: gaps.csv: 2 of 4 rows say no table, though others do: if the table above is theirs, fill it in'
printf '10:02:10\t From  Jo Bloggs to Everyone : hi\n10:02:11\t From  Jo Bloggs to Ann Lee (Direct Message) : psst\n10:02:12\t From  Ann Lee to Everyone : bye\n' >chat.txt
exits 0 'a chat that says to whom' dlg-import -e x chat.txt
is 'has two speakers' '"speaker":"Ann Lee" "speaker":"Jo Bloggs" ' \
	"$(grep -o '"speaker":"[^"]*"' out | sort -u | tr '\n' ' ')"
has 'and what was for one is sensitive' out '"text":"psst","sensitive":true'
printf 'note;table\na, b;1\n' >39.csv
printf 'note\ttable\na, b\t1\n' >40.csv
printf 'sep=;\nnote;table\na, b;1\n' >41.csv
printf 'note|table\na, b|1\n' >42.csv
for n in 39 40 41 42; do
	exits 0 "$n: semicolon, tab, sep=, vertical bar" dlg-import -e x $n.csv
	text "$n: it is found" 'a, b'
done
exits 0 '42: or told' dlg-import -e x -d '|' 42.csv
has '41: the line sep= counts' out '"line":2'
printf 'note,table\n  a  ," b "\n' >43.csv
exits 0 '43: spaces around fields' dlg-import -e x 43.csv
has '43: dropped outside quotes, kept inside' out '"table":" b ","text":"a"'
perl -e 'print "note\n", "x" x (64 << 20), "\n"' >44.csv
fault '44: a field of 64 MiB' 44.csv ':2: longer than 4194304 bytes: see --max-line'
rm 44.csv
perl -e 'print "note\n", "x" x (2 << 20), "\nb\n"' >44.csv
refused '44: a field of 2 MiB' 44.csv \
	':2: a field is larger than --max-field allows'
gives 1 '44: the other row is read'
exits 0 '44: --max-field' dlg-import -e x --max-field 3M 44.csv
perl -e 'print "note\n\"", "x\n" x (3 << 20)' >44.csv
fault '44: a quote with 6 MiB behind it' 44.csv \
	':2: the quote opened here is not closed within the bytes --max-line allows'
rm 44.csv
exits 2 '45: a line without end' dlg-import -e x /dev/zero
says '45: it says so' \
	'dlg-import: /dev/zero:1: longer than 4194304 bytes: see --max-line'
perl -e 'print "note", ",c$_" for 1 .. 100000; print "\n"' |
	perl -pe 's/note,/,/g; s/^,/note,/' >46.csv
fault '46: 100,001 columns' 46.csv ':1: more columns than --max-cols allows'
perl -e 'print "note,table\n"; print "note number $_,1\n" for 1 .. 100000' >47.csv
exits 0 '47: many rows' dlg-import -e x 47.csv
gives 100000 '47: all are read'
rm 47.csv
printf '%s\n' note "=cmd|'/c calc'!A1" '"=HYPERLINK(""x"")"' '＝1+1' '@a' '-1' >48.csv
exits 0 '48: cells that begin a formula' dlg-import -e x 48.csv
gives 5 '48: all are kept'
has '48: as they are' out '"text":"=cmd\|.\/c calc.!A1"'
printf 'note,date,rating\n#REF!,45231,"1,5"\n#NAME?,45232,3.5\n' >49.csv
exits 0 '49: errors of Excel' dlg-import -e x 49.csv
has '49: kept as text' out '"text":"#REF!"'
has '50: a date that is a number: kept' out '"date":"45231"'
has '51: a decimal comma: kept, not as a number' out '"rating":"1,5"'
has '51: a number is a rating' out '"rating":3.5'

mkdir z && printf x >z/a && (cd z && perl -e '
	# a zip of one stored file
	my ($n, $d) = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
	my $crc = 0xffffffff;
	for my $b (unpack "C*", $d) { $crc ^= $b;
		$crc = $crc & 1 ? $crc >> 1 ^ 0xedb88320 : $crc >> 1 for 1 .. 8 }
	$crc ^= 0xffffffff;
	my $l = pack("VvvvvvVVVvv", 0x04034b50, 10, 0, 0, 0, 33, $crc,
		length $d, length $d, length $n, 0) . $n . $d;
	print $l, pack("VvvvvvvVVVvvvvvVV", 0x02014b50, 10, 10, 0, 0, 0, 33,
		$crc, length $d, length $d, length $n, 0, 0, 0, 0, 0, 0), $n,
		pack("VvvvvVVv", 0x06054b50, 0, 0, 1, 1, 46 + length $n,
		length $l, 0)') >52.ods
fault '52: OpenDocument' 52.ods \
	': is a zip, but not .xlsx or .docx: unpack it, or export it as CSV UTF-8'
printf '\037\213\010\0x' >53.csv
fault '53: gzip' 53.csv ': is compressed with gzip: unpack it first'
printf '%%PDF-1.7\nx\n' >54.csv
fault '54: PDF' 54.csv ': is a PDF: copy its text into a text file'
printf '<!DOCTYPE html>\n<table><tr><td>note\n' >55.csv
fault '55: a web page' 55.csv ': is a web page: export it as CSV UTF-8'
printf '\320\317\021\340\241\261' >55.xls
fault '55: an old Excel file' 55.xls \
	': is an old .xls or .doc: save it as .xlsx or .docx'
mkdir 56
fault '56: a folder with nothing in it' 56 ': holds no file that is read'
printf 'note\na\n' >56/a.csv
exits 0 '56: a folder stands for its files' dlg-import -e x 56
gives 1 '56: all of them'
fault '57: a file that is not there' 57.csv ': No such file or directory'
printf 'note\na\n' >58.csv && chmod 0 58.csv
if [ "$(id -u)" = 0 ]; then
	skip '58: no permission' 'root may read everything'
else
	fault '58: no permission' 58.csv ': Permission denied'
fi
mkfifo fifo59
printf 'note\na\n' >fifo59 &
exits 0 '59: a FIFO' dlg-import -e x fifo59
gives 1 '59: it is read'
printf 'note\na\n' >a.csv
exits 0 '60: /dev/stdin' dlg-import -e x /dev/stdin <a.csv
gives 1 '60: it is read'
exits 0 '60: -' dlg-import -e x - <a.csv
exits 2 '60: standard input has no name' dlg-import <a.csv
says '60: so it needs an event' \
	'dlg-import: standard input needs an event: -e EVENT: see dlg-import --help'
cp a.csv 61.csv
exits 2 '61: the output is the input' dlg-import -e x -o 61.csv 61.csv
says '61: which would be lost' \
	'dlg-import: 61.csv: --output would replace this file, which is read: give it another name'
same '61: and is not' a.csv 61.csv
mkdir 61
cp a.csv 61/a.csv
exits 2 '61: so it is in a folder' dlg-import -e x -o 61/a.csv 61
same '61: where it stays too' a.csv 61/a.csv
mkdir -p folder/.hidden
cp a.csv folder/a.csv
cp a.csv 'folder/a (copy).csv'
echo x >'folder/~$notes.docx'
cp a.csv folder/.hidden
ln -s . folder/loop
exits 0 '61: a folder as people have it' dlg-import -v -e x folder
gives 2 '61: its files are read'
has '61: that one is a copy is told' err \
	'^dlg-import: folder/a.csv: the same as folder/a \(copy\).csv, byte for byte'
has '61: what Word locks is left alone' err 'notes.docx: left alone$'
has '61: what is hidden too' err 'hidden: left alone$'
has '61: a link back is not followed' err 'loop: leads back: left alone$'
cp a.csv ./-62.csv
exits 0 '62: a name that begins with -' dlg-import -e x -- -62.csv
gives 1 '62: it is read'
odd=$(printf 'n\033[2J\nx.csv')
printf 'note\n"a\n' >"$odd"
exits 2 '63: a name with ESC and newline' dlg-import -e x "$odd"
says '63: both are escaped' \
	'dlg-import: n\x1b[2J\x0ax.csv:2: the quote opened here is never closed'
cp 27.csv 'Ann Lee.csv'
exits 2 '64: a name that nobody should see' \
	dlg-import --quiet-names -e x a.csv 'Ann Lee.csv'
says '64: is not shown' \
	'dlg-import: input 2:3: the quote opened here is never closed'
exits 2 '64: nor if it is not there' \
	dlg-import --quiet-names -e x a.csv 'Bob Ray.csv'
says '64: then its number is' \
	'dlg-import: input 2: No such file or directory'

# Work and memory grow with the input, not with its square.
awk 'BEGIN { print "WEBVTT\n\n00:01.000 --> 00:02.000"
	for (i = 0; i < 1000000; i++) printf "a <b"; print "" }' >long.vtt
exits 0 'a cue of 4 MB without the end of a tag' \
	timeout 60 dlg-import -e x --max-line 8M long.vtt
awk 'BEGIN { printf "[{}"
	for (i = 0; i < 30000; i++) printf ",{\"k%d\":1}", i; print "]" }' >keys.json
exits 2 'an array of 30,000 keys' dlg-import -e x keys.json
says 'is too wide' \
	'dlg-import: keys.json:1: more columns than --max-cols allows'

# Office files that mean no good: what is in them is hostile too.
# office FILE HOW: a Word file whose text perl makes so, from $p for a paragraph.
office() {
	perl -MIO::Compress::Zip=:all -e '
		my $p = "<w:p><w:r><w:t>Late buses.</w:t></w:r></w:p>";
		my $body = eval $ARGV[0];
		my $z = IO::Compress::Zip->new("-", Name => "word/document.xml");
		$z->print($body);
		$z->close' "$2" >"$1"
}
# shellcheck disable=SC2016 # perl expands it
{
	office good.docx '"<w:document xmlns:w=\"w\">$p</w:document>"'
	office type.docx '"<!DOCTYPE w [<!ENTITY e \"x\">]><w>&e;</w>"'
	office deep.docx '"<w>" x 65 . "</w>" x 65'
	office torn.docx '"<w:document>$p"'
	office bomb.docx '"<w>" . " " x 3000000 . "</w>"'
}
exits 0 'a small Word file' dlg-import -e x good.docx
gives 1 'is read'
not_xml='contains XML that is not allowed: a document type, or deep nesting'
fault 'a document type is refused' type.docx ": $not_xml"
fault 'and elements nested too deep' deep.docx ": $not_xml"
fault 'XML that is none' torn.docx ': is damaged: its XML is not well formed'
fault 'a zip bomb' bomb.docx ': expands to more than it should: not read'
perl -0777 -pe 's/(PK\x03\x04..|PK\x01\x02....)(.)/$1 . chr(1 | ord $2)/gse' \
	good.docx >locked.docx
fault 'a password' locked.docx ': is damaged, or has a password: save it again'
perl -0777 -pe 's/(word\/document\.xml.{20})(.)/$1 . chr(255 ^ ord $2)/se' \
	good.docx >torn.docx
fault 'a byte that is another' torn.docx ': is damaged: save it again'

# No input text in any message: all files at once, a word in each.
for f in 1[1-9].csv 2[0-9].csv 3[2-7].csv; do
	sed 's/a/XYZZY/g' "$f" >c.csv
	dlg-import -k -v -e x c.csv >/dev/null 2>>all.err
done
lacks 'no message quotes the notes' all.err XYZZY
done_testing
