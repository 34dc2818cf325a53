#!/bin/sh
# Each number of tests/lib/cases is in the test that it says.
. "${0%/*}/lib/tap.sh"

missing=
while read -r number test _; do
	case $number in
	\#* | '') continue ;;
	esac
	grep -Eq "[^0-9]${number}[^0-9]" "$here/$test" ||
		missing="$missing $number"
done <"$here/lib/cases"
is 'every case is where the list says' '' "$missing"
done_testing
