#!/bin/sh
# Each number of tests/lib/cases begins the name of a result in the test that it
# says, stands before one, or is among those that a loop there goes through.
. "${0%/*}/lib/tap.sh"

missing=
while read -r number test _; do
	case $number in
	\#* | '') continue ;;
	esac
	grep -Eq "['\"]${number}[: '\"]|[a-z] ${number} ['\"]|for [a-z]+ in.* ${number}( |;|\$)" \
		"$here/$test" ||
		missing="$missing $number"
done <"$here/lib/cases"
is 'every case is where the list says' '' "$missing"
done_testing
