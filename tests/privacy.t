#!/bin/sh
# dlg-anon: what must not leak, case by case; tests/lib/cases has the numbers.
. "${0%/*}/lib/tap.sh"

end() {
	printf '{"type":"end","records":%d,"tool":"dlg-import","version":"1"}\n' "$1"
}

# one TEXT [MORE]: a stream of one note.
one() {
	printf '{"type":"note","id":"a","event":"e","text":"%s"%s}\n' \
		"$1" "${2:-}"
	end 1
}
printf 'First name,Surname,Email\nSiobhan,Kavanagh,s.kav@x.example\nMay,Quillfeather,m@x.example\nMark,Zwuvob,z@x.example\n' >r.csv
a() { head -c "$1" /dev/zero | tr '\0' a; }

# Patterns that run for ever, or out of memory, or are odd.
printf '/^(a+)+$/\n' >terms
one "$(a 40)!" >in
exits 3 '96 a pattern that goes on for ever' dlg-anon -t terms in
empty '96 lets nothing pass' out
has '96 and says so' err '^dlg-anon: in:1: a pattern gave up on this text'
printf '/(*NO_JIT)a(?:(a)|b)*[xy][xy]/\n' >terms
one "$(a 90000)!" >in
exits 3 '97 a pattern that takes too much memory' dlg-anon -t terms in
empty '97 lets nothing pass' out
printf '/(a|b)+!/\n' >terms
one "$(a 5000)! it is" >in
exits 0 '98 one too deep for the fast matcher' dlg-anon -t terms in
has '98 is tried by the other' out '"text":"\[term\] it is"'
printf '/(?<=x)yy/\n/(q(?1)?p)/\n/(?C1)zz/\n' >terms
one 'xyy and qqpp and zz but yy' >in
exits 0 '99 looking behind, recursion, callouts' dlg-anon -t terms in
has '99 are done' out '"text":"x\[term\] and \[term\] and \[term\] but yy"'
for bad in missing empty '/(/'; do
	rm -f terms
	[ "$bad" = missing ] || printf '%s\n' "${bad#empty}" >terms
	exits 2 "100 a rule file: $bad" dlg-anon -t terms in
	empty '100 stops before any output' out
done

# Names in every disguise.
shy=$(printf '\302\255') zwj=$(printf '\342\200\215') zwnj=$(printf '\342\200\214')
nbsp=$(printf '\302\240') wide=$(printf '\357\274\253')avanagh
cyrillic=K$(printf '\320\260')v$(printf '\320\260')nagh
for name in 'Kava\nnagh' "Kava${shy}nagh" "Kava${zwj}nagh" "Kava${zwnj}nagh" \
	"Siobhan${nbsp}Kavanagh" 'Siobhan\tKavanagh' 'Siobhan\nKavanagh'; do
	one "then $name spoke" >in
	exits 0 "101 $name" dlg-anon -r r.csv in
	has '101 is masked' out '"text":"then (\[name\][^A-Za-z]*)+ spoke"'
done
acute=$(printf '\314\201')
for name in "Siobha${acute}n" "$wide" "$cyrillic" KAVANAGH kavanagh; do
	one "then $name spoke" >in
	exits 0 "102 $name" dlg-anon -r r.csv in
	has '102 is masked' out '"text":"then \[name\] spoke"'
done

# Names where no text is.
one hello ',"Siobhan Kavanagh":1,"x":{"Kavanagh":["Siobhan"]},"source":{"file":"Kavanagh.csv","line":2},"attrs":{"Kavanagh":"Siobhan"},"phone":447700900123' |
	sed 's/"event":"e"/"event":"siobhan-kavanagh"/' >in
exits 0 '103 a name in a key' dlg-anon -r r.csv in
for where in 103 105 106; do
	lacks "$where is not let through" out '[Ss]iobhan|[Kk]avanagh|7700'
	lacks "$where nor told" err '[Ss]iobhan|[Kk]avanagh'
done
printf 'Text,Siobhan Kavanagh\nhello,yes\n' >'Kavanagh.csv'
dlg-import -e e Kavanagh.csv 2>/dev/null >in
exits 0 '104 a name in a header' dlg-anon -r r.csv in
lacks '104 is not let through' out '[Ss]iobhan|[Kk]avanagh'
printf '{"type":"note","id":"Kavanagh","event":"e","text":"Siobhan\n' >in
exits 2 '107 a torn line' dlg-anon -r r.csv in
lacks '107 is not quoted' err 'Siobhan|Kavanagh'
dlg-anon --help >help
lacks '108 no option takes a secret' help 'salt|secret|password|key'
exits 2 '111 nothing makes it talk more' dlg-anon --verbose in
exits 2 '115 there is no salt to lose' dlg-anon --salt-file x in

# What is made of the output.
{
	for i in 1 2 3 4 5 6 7 8; do
		printf '{"type":"note","id":"k%s","event":"e","table":"%s","speaker":"Xuqa %s","text":"Siobhan Kavanagh wants the Kavanagh bus %s"}\n' \
			"$i" "$((i % 2))" "$(printf '%s' "$i" | tr 1-8 bcdfghjk)ozu" "$i"
	done
	end 8
} >many
mkdir -m 700 mine
# shellcheck disable=SC2129 # err has to be written by several
dlg-anon -r r.csv -p -l mine/log many 2>err |
	dlg-theme --save themes 2>>err | tee themed | dlg-converge 2>>err |
	tee found | dlg-report -f pictures >report 2>>err
for kind in weekly brief fsd; do
	dlg-report -t "$kind" -o "$kind" found 2>>err
done
cat themes themed found report weekly brief fsd err pictures/* >all
lacks '112 nor is a voice' all Xuqa
has '112 a report is made' report '^#'
lacks '112 in no report, label, theme file or picture' all \
	'[Ss]iobhan|[Kk]avanagh'
is '114 what tells who is who is for its owner' 600 "$(stat -c %a mine/log)"
mkdir -m 755 open
exits 3 '114 and not where others look' dlg-anon -r r.csv -l open/log many
exits 0 '113 fewer than -k' dlg-anon -k 9 many
lacks '113 are not told' out '"table":"'

one 'we met in May. Then May spoke; mark my words. Thanks to Mark.' >in
exits 0 '116 names that are words' dlg-anon -r r.csv in
has '116 are told apart' out \
	'"text":"we met in May. Then \[name\] spoke; mark my words. Thanks to \[name\]."'
for text in '(Kavanagh)' 'Kavanagh/' '_Kavanagh_' '**Kavanagh**' 'Kavanagh7' \
	"$(printf '\344\275\240\345\245\275')Kavanagh$(printf '\344\275\240')"; do
	one "then $text spoke" >in
	exits 0 "118 $text" dlg-anon -r r.csv in
	lacks '118 is masked' out Kavanagh
done
for text in http://x.example/siobhan-kavanagh siobhan.kavanagh@y.example \
	@skavanagh '@siobhan_kavanagh' https://kavanagh.example/; do
	one "see $text now" >in
	exits 0 "119 $text" dlg-anon -r r.csv in
	lacks '119 is masked' out '[Kk]avanagh'
done
done_testing
