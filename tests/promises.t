#!/bin/sh
# The six promises of the project, held by the whole pipeline on the harvest
# that ships with it.
. "${0%/*}/lib/tap.sh"
PATH=$here/lib:$PATH
demo=$here/demo
roster=$demo/registration.csv

# downstream STREAM STAGE REPORT: what comes after that stage, to a report.
downstream() {
	case $2 in
	import) dlg-anon -r "$roster" "$1" | dlg-theme | dlg-converge ;;
	anon) dlg-theme "$1" | dlg-converge ;;
	theme) dlg-converge "$1" ;;
	converge) cat "$1" ;;
	esac | tee shuffled | dlg-report -o "$3"
}

# lines TYPE STREAM: the records of a type, sorted.
lines() {
	grep "\"type\": *\"$1\"" "$2" | sort
}

# nothing NAME: the last command, whose output is in out, printed nothing.
nothing() {
	empty "$1" out
}

cp -R "$demo" demo
exits 0 'the harvest is imported' dlg-import -e wendle-2026-03 -o import \
    demo/event.json demo/tables/*.csv
exits 0 'and made anonymous' dlg-anon -r "$roster" -o anon import
exits 0 'and its themes found' dlg-theme -o theme anon
exits 0 'and told together or apart' dlg-converge -o converge theme
exits 0 'and reported' dlg-report -o report.md converge

# 1. Nothing is lost.
rows=$(($(cat demo/tables/*.csv | wc -l) - 12))
is 'every row of the tables is a note' "$rows" "$(promise count note import)"
withheld=$(sed -n 's/.*"withheld": *\([0-9]*\).*/\1/p' anon)
is 'two notes are off the record' 2 "$withheld"
notes=$((rows - withheld))
for stage in anon theme converge; do
	is "all other notes leave dlg-$stage" "$notes" \
	    "$(promise count note $stage)"
done
promise unlisted converge report.md >out
nothing 'every note is in the report'
has 'a theme of one voice is kept as such' converge '"single-voice"'

# 2. Same input, same bytes: line order carries no meaning.
for stage in import anon theme converge; do
	promise shuffle 7 $stage >other
	downstream other $stage other.md 2>err
	same "lines after dlg-$stage in another order: same report" \
	    report.md other.md
	for type in theme finding; do
		lines $type converge >want
		lines $type shuffled >got
		same "and the same ${type}s" want got
	done
done
dlg-import -e wendle-2026-03 demo/tables/table-1*.csv \
    demo/tables/table-0*.csv demo/event.json >other
downstream other import other.md
same 'files in another order: same report' report.md other.md
for locale in de_DE.UTF-8 tr_TR.UTF-8 C; do
	LC_ALL=$locale TZ=Asia/Tokyo downstream import import other.md
	same "locale $locale, another time zone: same report" report.md other.md
done

# 3. Nothing leaks.
promise leaks "$roster" import >out
has 'there is something to leak' out .
for stage in anon theme converge report.md; do
	promise leaks "$roster" $stage >out
	nothing "nobody of the roster is in $stage"
done
for name in 'Hope (Still' "Grace's" 'contact Grace' 'Patience to' 'Mark So' \
    'Ffion' 'Siân' 'Chukwudi' 'Tarrow Fields' 'Orchard Lane'; do
	! grep -Fq "$name" anon theme converge report.md
	ok $? "a name that is a word, or an oddly written one, is gone: $name"
done
lacks 'so is an organisation by half its name' \
    report.md Brightwater
lacks 'what is off the record is not there' converge 'two weeks missing'
lacks 'nor what is not for sharing' converge 'private provider'
lines note converge >out
lacks 'nor who spoke, nor where a note was read' out \
    '"(speaker|source|org|role)":'

# 4. Every claim can be traced.
promise untraced converge >out
nothing 'labels, medoids, counts and evidence are those of the notes'

# 5. Nothing is invented.
head -n 40 theme >cut.jsonl
exits 2 'a report is not made of a stream that stops' dlg-converge cut.jsonl
dlg-converge --partial cut.jsonl 2>/dev/null | dlg-report -o cut.md 2>err
has 'nor passed off as whole if that is asked for' cut.md '[Pp]artial'

# 6. A fault is loud.
echo kept >kept
for pair in import:demo/tables/table-01.csv anon:import theme:anon \
    converge:theme report:converge; do
	tool=${pair%%:*} in=${pair#*:}
	set -- "dlg-$tool"
	[ "$tool" = anon ] && set -- dlg-anon -r "$roster"
	[ "$tool" = import ] && set -- dlg-import -e e

	# shellcheck disable=SC2016
	exits 2 "dlg-$tool: a full disk is a fault" \
	    sh -c '"$@" >/dev/full' sh "$@" "$in"
	is 'and is told in one line' 1 "$(wc -l <err)"
	has 'by the tool that met it' err "^dlg-$tool: "
	# shellcheck disable=SC2016
	exits 2 "dlg-$tool: a closed output is a fault" \
	    sh -c '"$@" >&-' sh "$@" "$in"
	exits 2 "dlg-$tool: a directory that takes no file is a fault" \
	    "$@" -o /proc/nowhere "$in"
	exits 2 "dlg-$tool: a missing file is a fault" "$@" nowhere.jsonl
	[ "$tool" = import ] && continue

	sed '9s/.*/{"type":"note","zq-canary":zq-canary/' "$in" >bad
	cp kept old
	exits 2 "dlg-$tool: a bad line is a fault" "$@" -o old bad
	has 'that names file and line' err "^dlg-$tool: bad:9: "
	is 'in one line' 1 "$(wc -l <err)"
	lacks 'without a word of it' err canary
	same 'and the old output stays' kept old
	sed '9s/^{/{"zq-canary":"zq-canary","text":7,/' "$in" >bad
	"$@" bad >out 2>err
	lacks "dlg-$tool: no message quotes a key or a text" err canary
	sed '$d' "$in" >bad
	exits 2 "dlg-$tool: a stream without its end is a fault" "$@" -o old bad
	same 'and the old output stays' kept old
	exits 2 "dlg-$tool: an empty stream is a fault" "$@" /dev/null
done
dlg-anon -r nowhere.csv import 2>err | dlg-theme 2>/dev/null |
    dlg-converge 2>/dev/null | dlg-report -o old 2>/dev/null
is 'a stage that dies fails the pipeline at its end' 2 $?
same 'and the old report stays' kept old

done_testing
