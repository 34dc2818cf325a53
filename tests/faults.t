#!/bin/sh
# Faults of the system: what is written is whole or not there, and every
# failure is said in one line. Numbers are those of tests/lib/cases.
. "${0%/*}/lib/tap.sh"
. "$here/lib/small.sh"

for tool in $tools; do
	args=$(input "$tool")
	# shellcheck disable=SC2086 # words
	exits 0 "$tool works" "$tool" $args
	exits 2 "150 $tool: a full disk" sh -c "$tool $args >/dev/full"
	says '150 says so' \
		"$tool: standard output: cannot write: No space left on device"
	exits 2 "147 $tool: closed output" sh -c "$tool $args >&-"
	one_line '147 in one line'
	exits 0 "149 $tool: closed messages" sh -c "$tool $args 2>&-"

	echo old >kept
	exits 2 "159 $tool: a fault keeps the old file" "$tool" -o kept nowhere
	is 'as it was' old "$(cat kept)"
	# shellcheck disable=SC2086 # words
	exits 0 "$tool publishes with -o" "$tool" -o new $args
	# shellcheck disable=SC2086 # words
	"$tool" $args >plain
	same "$tool: -o gives the same bytes" plain new
	# shellcheck disable=SC2086 # words
	exits 2 "160 $tool: no such directory for -o" "$tool" -o no/where $args
	says '160 says so' \
		"$tool: no/where: cannot write: No such file or directory"
	ln -sf linked-target link
	echo old >linked-target
	chmod 640 linked-target
	# shellcheck disable=SC2086 # words
	exits 0 "161 $tool: -o follows a link" "$tool" -o link $args
	same 'and replaces what it points to' plain linked-target
	is 'keeping its mode' 640 "$(stat -c %a linked-target)"
	[ -L link ]
	ok $? 'and the link'
	rm linked-target
	# shellcheck disable=SC2086 # words
	exits 0 "161 $tool: what it points to need not be there" \
		"$tool" -o link $args
	same 'and is made' plain linked-target
	ln -sf round round
	# shellcheck disable=SC2086 # words
	exits 2 "161 $tool: a link to itself" "$tool" -o round $args
	says 'is no file' \
		"$tool: ./round: cannot write: Too many levels of symbolic links"
	exits 2 "$tool: an option that is not there" "$tool" x --outputt=y
	says 'is named, with one that is' \
		"$tool: there is no option --outputt; perhaps --output: see $tool --help"
	rm -f link linked-target new kept
done

# Codebooks and theme files are files to be read and written as well.
printf 'code,keywords\nBuses,bus\n' >codes.csv
exits 2 'a codebook that is not there' dlg-theme -c nowhere safe.jsonl
says 'is named' 'dlg-theme: nowhere: No such file or directory'
exits 2 'a codebook that is a folder' dlg-theme -c . safe.jsonl
one_line 'is told in one line'
for file in --save-codebook=kept --save=kept; do
	book='-c codes.csv'
	[ "$file" = --save=kept ] && book=
	echo old >kept
	exits 2 "$file: a full disk" \
		sh -c "dlg-theme $book $file safe.jsonl >/dev/full"
	is 'leaves the old one, for nobody saw its themes' old "$(cat kept)"
	# shellcheck disable=SC2086 # words
	exits 2 "$file: a bad stream" dlg-theme $book "$file" codes.csv
	is 'leaves the old one' old "$(cat kept)"
	# shellcheck disable=SC2086 # words
	exits 2 "$file: no such directory" \
		dlg-theme $book "${file%kept}no/where" safe.jsonl
	says 'is named' \
		'dlg-theme: no/where: cannot write: No such file or directory'
	# shellcheck disable=SC2086 # words
	exits 0 "$file: all well" dlg-theme $book "$file" safe.jsonl
	lacks 'the new one is there' kept '^old$'
done
rm -f kept

exits 2 '148 closed input' sh -c 'dlg-theme <&-'
one_line '148 in one line'

misuse() {
	message=$1
	shift
	exits 2 "dlg-anon $* is refused" dlg-anon "$@"
	says 'and told why' "dlg-anon: $message: see dlg-anon --help"
}
misuse '--max could be --max-line, --max-depth' --max
misuse 'there is no option --zzzz' --zzzz=secret
misuse 'there is no option -z' -z
misuse '--check takes no argument' --check=3
misuse '--roster needs an argument' --roster
misuse '-r needs an argument' -r

# Two outputs of one name would lose one of them.
exits 2 'two outputs are one file' dlg-theme --save same.x -o ./same.x safe.jsonl
says 'and that is told' \
	'dlg-theme: --save and --output are one file: see dlg-theme --help'
[ ! -e same.x ]
ok $? 'and nothing is written'
exits 0 'a device may be both' dlg-theme --save /dev/null -o /dev/null safe.jsonl

# Nor may an output replace a file that is read, by whatever name.
printf 'First name,Surname\nAnn,Lee\n' >people
ln -s people link
ln people twin
cp people before
cp safe.jsonl stream
lost() {
	message=$1
	shift
	exits 2 "$message" "$@"
	says 'and that is told' "$1: $message: see $1 --help"
}
lost '--output would replace what --roster reads' \
	dlg-anon -r people -o people stream
lost '--log would replace what --roster reads' \
	dlg-anon -r people -l ./people stream
lost '--output would replace what --roster reads' \
	dlg-anon -r link -o people stream
lost '--log would replace what --roster reads' \
	dlg-anon -r twin --rule none -l people stream
lost '--explain-cells would replace a file that is read' \
	dlg-anon --explain-cells stream stream
lost '--save would replace a file that is read' \
	dlg-theme --save stream stream
lost '--output would replace what --since reads' \
	dlg-converge --since stream -o stream safe.jsonl
lost '--output would replace what --against reads' \
	dlg-report --against stream -o stream safe.jsonl
same 'the list is as it was' before people
same 'so is the stream' safe.jsonl stream
exits 0 'a theme file is made' dlg-theme --save themes safe.jsonl
exits 0 'and may be made anew' dlg-theme -T themes --save themes safe.jsonl
lost '--output would replace what --themes-from reads' \
	dlg-theme -T themes -o themes safe.jsonl

# Nothing is left behind, whenever it is killed.
mkdir spot
mkfifo fifo
for signal in TERM HUP KILL; do
	echo old >spot/out
	dlg-theme -o spot/out fifo 2>err &
	victim=$!
	exec 3>fifo
	cat safe.jsonl >&3
	kill -s "$signal" "$victim"
	wait "$victim" 2>/dev/null
	exec 3>&-
	is "153 $signal leaves the old file alone" 'out: old' \
		"$(cd spot && for f in * .[!.]*; do [ -e "$f" ] &&
			echo "$f: $(cat "$f")"; done)"
done

# Whenever it is killed, the output is the old file or the whole new one.
mkdir runs scratch
for tool in $tools; do
	# shellcheck disable=SC2046 # words
	"$tool" $(input "$tool") >whole
	# shellcheck disable=SC2046 # words
	TMPDIR=$work/scratch exits 0 "154 $tool is killed 40 times" \
		"$here/lib/killed" 40 runs whole "$tool" $(input "$tool")
	is '154 and leaves the old file or the new one' 1 "$(wc -l <out)"
	lacks '154 and gets to the new one at times' out '^old 40,'
done
is '154 nothing is left among temporary files, nor a core' '' \
	"$(ls scratch; find . -name 'core*')"

# A reader that goes away.
awk 'BEGIN { for (i = 0; i < 200000; i++) print "{\"type\":\"x\",\"n\":" i "}"
	print "{\"type\":\"end\",\"records\":200000}" }' >long
{
	dlg-theme long 2>err
	echo $? >status
} | head -n 1 >/dev/null
is '151 head -1 ends it silently' '141 ' "$(cat status) $(cat err)"
{
	trap '' PIPE
	dlg-theme long 2>err
	echo $? >status
} | head -n 1 >/dev/null
is '152 or in one line if it may not die' \
	'2 dlg-theme: standard output: cannot write: Broken pipe' \
	"$(cat status) $(cat err)"

# The kernel says no, by strace.
injects() {
	want=$1 name=$2 what=$3
	shift 3
	exits "$want" "$name" strace -f -qq -o trace -e "inject=$what" "$@"
}
if strace -qq -o trace -e inject=fsync:error=EIO true 2>/dev/null &&
   [ "${DLG_BIN%asan}" = "$DLG_BIN" ]; then
	injects 2 '143 read fails' read:error=EIO:when=1 \
		-P "$work/safe.jsonl" dlg-theme safe.jsonl
	says '143 and says so' 'dlg-theme: safe.jsonl: Input/output error'
	strace -qq -o trace -e trace=openat,close dlg-theme -o spot/out safe.jsonl
	last=$(awk '/O_TMPFILE/ { fd = $NF }
		/^close/ { n++; if (index($0, "(" fd ")")) { print n; exit } }' trace)
	injects 2 '146 the file that was written cannot be closed' \
		"close:error=EIO:when=$last" dlg-theme -o spot/out safe.jsonl
	says '146 and says so' \
		"dlg-theme: $work/spot/out: cannot close: Input/output error"
	injects 2 '146 standard output cannot be closed' \
		close:error=EIO:when=1 -P "$work/out" dlg-theme safe.jsonl
	says '146 and says so too' \
		'dlg-theme: standard output: cannot close: Input/output error'
	injects 0 '143 an interrupted read goes on' \
		read:error=EINTR:when=1 -P "$work/safe.jsonl" dlg-theme safe.jsonl
	injects 0 '142 an interrupted write goes on' write:error=EINTR:when=1 \
		dlg-theme safe.jsonl
	for call in fsync rename linkat; do
		echo old >spot/out
		injects 2 "144 $call fails" "$call:error=EIO" \
			dlg-theme -o spot/out safe.jsonl
		says "144 $call says so" \
			'dlg-theme: '"$work"'/spot/out: cannot publish: Input/output error'
		is "144 $call leaves the old file alone" 'out old' \
			"$(ls spot) $(cat spot/out)"
	done
	temp=$(strace -qq -e trace=openat dlg-theme -o spot/out safe.jsonl \
		2>&1 | awk '/O_TMPFILE/ { print NR }')
	injects 0 '162 no O_TMPFILE' "openat:error=EOPNOTSUPP:when=$temp" \
		dlg-theme -o spot/out safe.jsonl
	is '162 leaves one file' out "$(ls spot)"
	temp=$(strace -qq -e trace=openat dlg-import -e e -o spot/out own.csv \
		2>&1 | awk '/O_TMPFILE/ { print NR }')
	injects 2 '162 a fault that ends it at once' \
		"openat:error=EOPNOTSUPP:when=$temp" \
		dlg-import -f nonsense -o spot/out own.csv
	is '162 leaves no other file either' out "$(ls spot)"
else
	skip 'calls that fail' 'strace cannot be used here'
fi

# A plain user's -o works though the process may not be looked into.
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
	chmod 755 .
	mkdir -m 777 theirs
	exits 0 'a plain user publishes' setpriv --reuid=65534 --clear-groups \
		dlg-theme -o theirs/out safe.jsonl
	is 'one file' out "$(ls theirs)"
else
	skip 'a plain user publishes' 'only root can become one'
fi

# Memory runs out, at each allocation in turn; the last are of what counts the
# lines that tests run, if anything does, and kill it.
counted=
[ "${DLG_BIN%coverage}" = "$DLG_BIN" ] || counted=yes
starve() {
	tool=$1
	shift
	n=0 bad=
	"$tool" "$@" >plain
	while n=$((n + 1 + n / 60)) && [ "$n" -lt 200000 ]; do
		DLG_NOMEM=$n LD_PRELOAD=$DLG_BIN/nomem.so "$tool" "$@" \
			>out 2>err
		status=$?
		[ "$status" = 0 ] && [ ! -s err ] && break
		[ -n "$counted" ] && cmp -s out plain && break
		[ "$status" = 2 ] && [ "$(wc -l <err)" = 1 ] ||
			bad="$bad $n:$status"
	done
	is "141 $tool says once that memory ran out" '' "$bad"
}
if [ -e "$DLG_BIN/nomem.so" ] && [ "${DLG_BIN%asan}" = "$DLG_BIN" ]; then
	for tool in $tools; do
		# shellcheck disable=SC2046 # words
		starve "$tool" $(input "$tool")
	done
else
	skip 'memory runs out' 'not with sanitizers'
fi

done_testing
