#!/bin/sh
# The system around the tools: limits, an odd environment, an old kernel, two
# writers. Numbers are those of the list in tests/lib/cases.
. "${0%/*}/lib/tap.sh"
. "$here/lib/small.sh"
asan=
[ "${DLG_BIN%asan}" = "$DLG_BIN" ] || asan=yes

# limited LIMIT COMMAND...: with ulimit set to it.
limited() {
	limit=$1
	shift
	# shellcheck disable=SC2086 # words
	(ulimit $limit && exec "$@")
}

for tool in $tools; do
	args=$(input "$tool")
	# shellcheck disable=SC2086 # words
	"$tool" $args >plain
	# shellcheck disable=SC2086 # words
	exits 0 "168 $tool needs no environment" \
		env -i "$DLG_BIN/$tool" $args
	same '168 and does the same' plain out
	# shellcheck disable=SC2086 # words
	exits 0 "174 $tool does not look at the terminal" \
		env TERM=dumb NO_COLOR=1 COLUMNS=1 "$tool" $args
	same '174 and does the same' plain out
	# shellcheck disable=SC2086 # words
	exits 0 "173 $tool leaves files that it inherits alone" sh -c \
		'exec 7<notes.csv 8>inherited; exec "$@"' sh "$tool" $args
	same '173 and does the same' plain out
	empty '173 and writes nothing there' inherited
	# shellcheck disable=SC2086 # words
	exits 0 "169 $tool may be called by another name" \
		perl -e 'my $t = shift; exec { $t } "", @ARGV' \
		"$DLG_BIN/$tool" $args
	sed '$d' plain >want
	sed '$d' out >got
	same '169 and does the same' want got
	[ -n "$asan" ] && continue
	echo old >kept
	# shellcheck disable=SC2086 # words
	limited '-f 0' "$tool" -o kept $args >out 2>err
	[ $? -gt 1 ]
	ok $? "155 $tool: no file may be so large"
	is '155 the old file is left alone' old "$(cat kept)"
	# shellcheck disable=SC2086 # words
	limited '-n 4' "$tool" $args >out 2>err
	case $? in
	0) same "157 $tool: one open file is enough" plain out ;;
	*) one_line "157 $tool: no more files may be open" ;;
	esac
	# shellcheck disable=SC2086 # words
	limited '-v 20000' "$tool" $args >out 2>err
	case $? in
	0) same '156 little memory is enough' plain out ;;
	*) lacks '156 or there is no half output' out '"type":"end"' ;;
	esac
done

# A call that never comes to an end is ended.
if [ -z "$asan" ]; then
	mkdir -p spot
	echo old >spot/out
	limited '-t 1' dlg-import -e e --max-line 1000G -o spot/out /dev/zero \
		>out 2>err
	[ $? -gt 1 ]
	ok $? '158 no more time'
	is '158 leaves the old file alone' 'out old' \
		"$(ls spot) $(cat spot/out)"
fi

# 170: as many files as a command line holds.
mkdir many
perl -e 'for (1 .. 3000) { open F, ">", "many/$_.jsonl" or die;
	print F qq({"type":"note","id":"n$_","event":"e","text":"Late bus $_."}\n);
	print F qq({"type":"end","records":1}\n) }'
exits 0 '170 thousands of files' dlg-converge many/*.jsonl
is '170 all are read' 3000 "$(grep -c '"type":"note"' out)"
exits 0 '170 in a sandbox' dlg-converge --sandbox=auto many/*.jsonl
limited '-n 16' dlg-converge many/*.jsonl >out 2>err
is '170 one after another' '0 3000' \
	"$? $(grep -c '"type":"note"' out)"

# 171: two writers of one file.
dlg-converge many/*.jsonl >one
dlg-converge safe.jsonl >two
dlg-converge -o both many/*.jsonl &
dlg-converge -o both safe.jsonl
wait
cmp -s both one || cmp -s both two
ok $? '171 of two writers one wins, whole'

# 175: an input that grows is read to where it ends then.
mkfifo grows
{
	sed '$d' safe.jsonl
	sleep 1
	tail -n 1 safe.jsonl
} >grows &
exits 0 '175 an input that comes late' dlg-theme grows
wait
exits 2 '160 a folder that takes no file' dlg-theme -o /proc/out safe.jsonl
one_line '160 in one line'
exits 2 '61 the output is a folder' dlg-theme -o many safe.jsonl
says '61 says so' "dlg-theme: $work/many: cannot write: Is a directory"
cp safe.jsonl same
exits 0 '61 the output is the input' dlg-theme -o same same
dlg-theme safe.jsonl >want
same '61 which is read before it is replaced' want same
ln safe.jsonl hard
exits 0 '161 the output has another name' dlg-theme -o hard safe.jsonl
same '161 that file is replaced, not what it shared' want hard
has '161 and the other stays' safe.jsonl '"dlg-anon"'

# Killed or broken off, dlg-anon leaves nothing of what it read anywhere.
perl "$here/lib/canaries" plant 1000 >planted 2>canary.csv
mkdir where scratch
for signal in KILL SEGV; do
	for moment in 1 2 3 4 5 6 7 8; do
		(
			# shellcheck disable=SC3045 # dash has it
			ulimit -c unlimited 2>/dev/null
			cd where || exit
			TMPDIR=$work/scratch exec dlg-anon -r ../canary.csv \
				-o out ../planted
		) >/dev/null 2>err &
		# Not the shell before it, nor a tool that the loader has not
		# started yet: these leave a core of their own, without a name.
		until grep -Eqs 'core file size +0 ' /proc/$!/limits ||
		    ! kill -0 $! 2>/dev/null; do
			:
		done
		sleep "0.0$moment"
		kill -s $signal $! 2>/dev/null
		wait $! 2>/dev/null
	done
	find where scratch -type f ! -name out >out
	empty "110 $signal leaves no core and no temporary file" out
	find where scratch -type f -exec cat {} + >left
	perl "$here/lib/canaries" look canary.csv left err >out
	empty "109 $signal leaves no name in any file or message" out
done
cat canary.csv >where/planted-leak
find where scratch -type f -exec cat {} + >left
perl "$here/lib/canaries" look canary.csv left >out
is '109 the search finds what is left on purpose' 2000 "$(wc -l <out)"

# The kernel lacks something, by strace.
lacking() {
	call=$1
	shift
	strace -f -qq -o trace -e "inject=$call:error=ENOSYS" "$@"
}
if [ -z "$asan" ] && strace -qq -o trace -e inject=fsync:error=EIO true \
	2>/dev/null; then
	for call in landlock_create_ruleset landlock_restrict_self; do
		exits 0 "164 without $call" lacking $call dlg-theme safe.jsonl
		empty '164 silently' err
		exits 2 "164 unless the sandbox is required" lacking $call \
			dlg-theme --sandbox=require safe.jsonl
		one_line '164 and told in one line'
	done
	exits 0 '164 without seccomp' strace -f -qq -o trace -e \
		'inject=prctl:error=EINVAL' dlg-theme safe.jsonl
	exits 2 '164 unless it is required' strace -f -qq -o trace -e \
		'inject=prctl:error=EINVAL' dlg-theme --sandbox=require safe.jsonl
	one_line '164 and told in one line'
	echo old >kept
	exits 0 '163 without /proc' strace -f -qq -o trace -e \
		'inject=access:error=ENOENT' dlg-theme -o kept safe.jsonl
	same '163 the file is replaced' want kept
	is '163 with nothing beside it' kept "$(echo kept*)"
	echo old >kept
	exits 2 '145 another file system' strace -f -qq -o trace -e \
		'inject=rename:error=EXDEV' dlg-theme -o kept safe.jsonl
	is '145 the old file stays, alone' 'kept old' \
		"$(echo kept*) $(cat kept)"
else
	skip 'a kernel that lacks something' 'strace cannot be used here'
fi
done_testing
