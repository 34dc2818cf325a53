#!/bin/sh
# --sandbox: each tool does its work confined as it does it free. What the
# sandbox forbids is bin/unit/sandbox's.
. "${0%/*}/lib/tap.sh"

cp -R "$here/demo" demo
chmod 700 .
event="-e wendle-2026-03 demo/event.json"

# line TOOL: what gives it something to do.
line() {
	case $1 in
	dlg-import) echo "$event demo/tables" ;;
	dlg-anon) echo '-r demo/registration.csv dlg-import.off' ;;
	dlg-theme) echo dlg-anon.off ;;
	dlg-converge) echo dlg-theme.off ;;
	dlg-report) echo dlg-converge.off ;;
	esac
}

if ! dlg-theme --sandbox=require --partial </dev/null >out 2>err; then
	has 'what cannot be confined says so' err 'cannot be confined here'
	skip 'the tools work confined' 'the system cannot confine a process'
	done_testing
	exit
fi

for tool in dlg-import dlg-anon dlg-theme dlg-converge dlg-report; do
	args=$(line $tool)
	# shellcheck disable=SC2086 # words
	exits 0 "$tool works free" $tool --sandbox=off -o $tool.off $args
	# shellcheck disable=SC2086 # words
	exits 0 "$tool works confined" $tool --sandbox=require $args
	same 'with the same output' $tool.off out
	# shellcheck disable=SC2086 # words
	exits 0 "$tool publishes confined" \
		$tool --sandbox=require -o new $args
	same 'the same file' $tool.off new
	# shellcheck disable=SC2086 # words
	exits 0 "$tool replaces a file confined" \
		$tool --sandbox=require -o new $args
	same 'by the same' $tool.off new
	[ $tool = dlg-import ] && continue
	last=${args##* } most=${args%"${args##* }"}
	exits 0 "$tool reads what comes, confined" \
		sh -c "$tool --sandbox=require $most <$last"
	same 'to the same end' $tool.off out
	exits 0 "$tool reads a pipe by name, confined" \
		bash -c "$tool --sandbox=require $most <(cat $last)"
	same 'to the same end' $tool.off out
done

# What is opened late or beside: each needs a right of its own.
confined() {
	name=$1
	shift
	exits 0 "confined: $name" "$@"
	empty 'without a word' err
}
printf 'text\ncaf\351s are few\n' >latin.csv
confined 'an encoding is loaded' \
	dlg-import --sandbox=require -e e -E cp1252 latin.csv
has 'and serves' out 'cafés'
printf 'text\nCafes are few\n' >elsewhere.csv
ln -s "$work/elsewhere.csv" demo/tables/linked.csv
confined 'a link in a folder is followed' \
	dlg-import --sandbox=require -e e demo/tables
confined 'themes are saved' \
	dlg-theme --sandbox=require --save themes dlg-anon.off
confined 'and a codebook' dlg-theme --sandbox=require \
	-c systems-convening --save-codebook codes.qdc dlg-anon.off
confined 'and read again' \
	dlg-theme --sandbox=require -c codes.qdc dlg-anon.off
awk '{ for (i = 0; i < 12; i++) { t = $0
	gsub(/"id": *"n/, "&" i "x", t); if ($0 ~ /"type": *"note"/) print t } }' \
	dlg-anon.off >many
confined 'an archive is read twice' \
	dlg-theme --sandbox=require --partial many
confined 'what cells cost is told' dlg-anon --sandbox=require \
	-l log --explain-cells cells -r demo/registration.csv dlg-import.off
confined 'pictures go to a new folder' \
	dlg-report --sandbox=require -f pictures -o report.md dlg-converge.off
confined 'and to an old one' \
	dlg-report --sandbox=require -f pictures -o report.md dlg-converge.off
confined 'an earlier run is compared' \
	dlg-report --sandbox=require --against dlg-converge.off dlg-converge.off
confined 'an earlier run is told of' \
	dlg-converge --sandbox=require --since dlg-converge.off dlg-theme.off
confined 'a check reads what it is to' \
	dlg-anon --sandbox=require --check -r demo/registration.csv dlg-anon.off
confined 'a device takes the output' \
	dlg-theme --sandbox=require -o /dev/null dlg-anon.off

mkdir polis
printf 'timestamp,datetime,comment-id,voter-id,vote\n1,a,0,0,1\n' \
	>polis/votes.csv
printf 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,a,0,0,1,0,1,Buses run late\n' \
	>polis/comments.csv
for files in demo/tables polis; do
	if ! strace -f -qq -e trace=prctl -o trace true 2>/dev/null; then
		skip "$files: strace cannot be used here" 'no strace'
		continue
	fi
	strace -f -qq -e trace=prctl -o trace \
		dlg-import --sandbox=require -e e "$files" >out
	is "$files: once all are open, none will be" 2 \
		"$(grep -c PR_SET_SECCOMP trace)"
done

exits 2 'another mode is refused' dlg-anon --sandbox=maybe
says 'with those that there are' \
	'dlg-anon: --sandbox takes one of auto, require, off: see dlg-anon --help'
done_testing
