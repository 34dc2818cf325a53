#!/bin/sh
# Wherever and whenever a tool runs, it does the same. Numbers are those of
# the list in tests/lib/cases.
. "${0%/*}/lib/tap.sh"
. "$here/lib/small.sh"

# The locales themselves where they can be made, else their names.
mkdir locales
for locale in tr_TR de_DE; do
	localedef -i $locale -f UTF-8 locales/$locale.UTF-8 2>/dev/null
done
LOCPATH=$work/locales
if [ -s locales/de_DE.UTF-8/LC_NUMERIC ]; then
	is '165 a locale of another country is in force' 1,5 \
		"$(LOCPATH=$LOCPATH LC_ALL=de_DE.UTF-8 env printf %.1f 1,5)"
else
	skip '165 a locale of another country is in force' 'none can be made'
fi

cat >in.jsonl <<'E2'
{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":3,"withheld":0}
{"type":"note","id":"n1","event":"e","table":"1","date":"2027-01-01","rating":0.1,"text":"TITLES IN IZMIR: I like it, 1.5 times"}
{"type":"note","id":"n2","event":"e","table":"2","date":"2027-03-28","rating":-0,"text":"titles in izmir: ﬁne, كتاب ١٢"}
{"type":"note","id":"n3","event":"e","table":"3","date":"2026-10-25","text":"Titles in \u0130zmir"}
{"type":"end","records":4,"tool":"dlg-anon","version":"0"}
E2
printf 'table;group;date;text\n1;A;2027-01-01;1,5 TITLES IN IZMIR\n' >in.csv

# arguments TOOL: what it has to do here.
arguments() {
	case $1 in
	dlg-import) echo '-e e in.csv' ;;
	dlg-report) echo '-t weekly --week 2026-W53 in.jsonl' ;;
	*) echo in.jsonl ;;
	esac
}

for tool in $tools; do
	args=$(arguments "$tool")
	# shellcheck disable=SC2086 # words
	LC_ALL=C TZ=UTC "$tool" $args >plain 2>err
	for locale in C tr_TR.UTF-8 de_DE.UTF-8 ar_EG.UTF-8 POSIX xx; do
		# shellcheck disable=SC2086 # words
		LOCPATH=$LOCPATH LANG=$locale LC_ALL=$locale LANGUAGE=$locale \
			"$tool" $args >out 2>err
		same "165 $tool in $locale" plain out
	done
	for zone in Pacific/Kiritimati America/St_Johns Europe/London XXX-99 \
		:nowhere ''; do
		# shellcheck disable=SC2086 # words
		TZ=$zone "$tool" $args >out 2>err
		same "166 $tool in the zone '$zone'" plain out
	done
done
TZ=Pacific/Kiritimati dlg-report -t weekly --week 2026-W53 in.jsonl >out
has '166 1 January 2027 is in the last week of 2026' out '^# 2026-W53: e$'

# Nobody asks what time it is but who shows on a terminal how far he is.
if [ -e "$DLG_BIN/obj/lib/base/progress.o" ]; then
	find "$DLG_BIN/obj/lib" "$DLG_BIN/obj/src" -name '*.o' \
		! -path '*/model/*' -exec nm -A -u {} + |
		grep -E ' (time|clock|clock_gettime|gettimeofday|localtime(_r)?|mktime|strftime|tzset|setlocale)$' |
		grep -v 'base/progress\.o:' >asked
	empty '167 no tool reads a clock, a zone or a locale' asked
fi

# What a network's file system leaves of a file that is still read.
mkdir folder
printf 'text\nBuses late\n' >folder/1.csv
cp folder/1.csv folder/.nfs000000000a1b2c3d00000001
exits 0 '172 a folder with a removed file in it' dlg-import -e e folder
is '172 which is not read' 1 "$(grep -c '"type":"note"' out)"
exec 9<safe.jsonl
exits 0 '172 a file that is still read is replaced' \
	dlg-theme -o safe.jsonl safe.jsonl
has '172 and its reader has the old one' /dev/fd/9 '"tool":"dlg-anon"'
done_testing
