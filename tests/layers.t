#!/bin/sh
# The layers of the library: each includes only itself and those to its left.
#
#	base < text < math < io < (src)
#
# data holds tables, which text, math and io may include; and only base (its
# own output) and io open files.
. "${0%/*}/lib/tap.sh"
cd "$here/.." || exit 2

# includes LAYER: the other layers that its files include.
includes() {
	cat "lib/$1"/*.[chS] 2>/dev/null |
		sed -n 's|^#[[:space:]]*include "\([a-z]*\)/.*|\1|p' | sort -u
}

# allowed LAYER ALLOWED...
allowed() {
	layer=$1
	shift
	bad=
	for other in $(includes "$layer"); do
		case " $layer $* " in
		*" $other "*) ;;
		*) bad="$bad $other" ;;
		esac
	done
	is "$layer includes nothing to its right" '' "$bad"
}

allowed base
allowed data base
allowed text base data
allowed math base text data
allowed io base text math data

grep -lE '#[[:space:]]*include <(fcntl|sys/stat|dirent)\.h>|[^a-z_](fopen|open)\(' \
	lib/text/*.c lib/math/*.c lib/data/*.c src/*.c >"$work/opens"
empty 'text, math, data and the tools themselves open no files' "$work/opens"

# What serves to hold another against is the tests' alone.
"$here/lib/exports" "$DLG_BIN/obj" 2>"$work/err" | grep -vE ' (words_find_slowly|sieve_fill) ' \
	>"$work/exports"
empty 'what a module offers, another file takes' "$work/exports"
[ -s "$DLG_BIN/obj/libdlg.a" ] && ! [ -s "$work/err" ]
ok $? 'as their object files say'

git ls-files 2>/dev/null | cut -d/ -f1 | sort -u |
	grep -vxE 'bin|src|lib|man|tests|Makefile|README|LICENSE|\..*' \
	>"$work/strays"
empty 'the top level is what the design says' "$work/strays"
done_testing
