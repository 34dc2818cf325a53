# Sourced by the shell tests: Test Anything Protocol, and a directory to work
# in that is removed at the end. A test says what it holds, then calls done.
#
#	. "${0%/*}/lib/tap.sh"
#	exits 2 'a missing file is a fault' dlg-anon nowhere.jsonl
#	same 'and says which' want err

set -u
here=$(cd "${0%/*}" && pwd)
shared=$here/../../shared
work=$(mktemp -d "${TMPDIR:-/tmp}/dlg.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 2
PATH=${DLG_BIN:=$here/../bin}:$PATH
export PATH
count=0

# ok STATUS NAME: one result, from a status.
ok() {
	count=$((count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
	fi
}

# skip NAME REASON: a result that could not be had here.
skip() {
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

# show FILE: a few lines of it, as a comment.
show() {
	head -n 20 "$1" | sed 's/^/#   /'
}

# exits STATUS NAME COMMAND...: run it; out and err hold what it printed.
exits() {
	tap_want=$1 tap_name=$2
	shift 2
	"$@" >out 2>err
	tap_got=$?
	[ "$tap_got" = "$tap_want" ]
	ok $? "$tap_name"
	[ "$tap_got" = "$tap_want" ] || {
		echo "# status $tap_got, not $tap_want"
		show err
	}
}

# same NAME WANTED GOT: two files are the same bytes.
same() {
	cmp -s "$2" "$3"
	tap_got=$?
	ok "$tap_got" "$1"
	[ "$tap_got" = 0 ] || diff "$2" "$3" | head -n 20 | sed 's/^/#   /'
}

# says NAME LINE: the last command's message was exactly that line.
says() {
	printf '%s\n' "$2" >want
	same "$1" want err
}

# has NAME FILE REGEXP, lacks NAME FILE REGEXP: grep -E finds it, or not.
has() {
	grep -Eq -e "$3" "$2"
	tap_got=$?
	ok "$tap_got" "$1"
	[ "$tap_got" = 0 ] || show "$2"
}

lacks() {
	! grep -Eq -e "$3" "$2"
	tap_got=$?
	ok "$tap_got" "$1"
	[ "$tap_got" = 0 ] || show "$2"
}

# empty NAME FILE
empty() {
	[ ! -s "$2" ]
	tap_got=$?
	ok "$tap_got" "$1"
	[ "$tap_got" = 0 ] || show "$2"
}

# is NAME WANTED GOT: two words are the same.
is() {
	[ "$2" = "$3" ]
	tap_got=$?
	ok "$tap_got" "$1"
	[ "$tap_got" = 0 ] || echo "# got '$3', not '$2'"
}

# need FILE NAME: whether that file of the shared data is there; else skip.
need() {
	[ -e "$shared/$1" ] && return 0
	skip "$2" 'the shared data is not here'
	return 1
}

done_testing() {
	echo "1..$count"
}
