# shellcheck shell=sh
# Sourced after tap.sh by tests of the system around the tools: a little for
# each of them to do.

tools=$(cd "$DLG_BIN" && ls -d dlg-*)
printf 'table,group,text\n1,A,Buses run late.\n2,B,Late buses again.\n' >notes.csv
{
	echo '{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":1,"withheld":0}'
	echo '{"type":"note","id":"n1","event":"e","table":"1","text":"Buses run late."}'
	echo '{"type":"end","records":2,"tool":"dlg-anon","version":"0"}'
} >safe.jsonl

# input TOOL: arguments that give it something to do.
input() {
	case $1 in
	dlg-import) echo '-e e notes.csv' ;;
	*) echo safe.jsonl ;;
	esac
}

# one_line NAME: the last command's message was one line.
one_line() {
	is "$1" 1 "$(wc -l <err)"
}
