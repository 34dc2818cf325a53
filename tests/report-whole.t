#!/bin/sh
# dlg-report at the end of the whole pipeline, for each template: nothing of the
# registration list is in it, nothing changes its bytes, and pandoc keeps its
# tables, footnotes and pictures.
. "${0%/*}/lib/tap.sh"
templates='synthesis fsd weekly brief'

(
	cd "$here/demo" || exit 2
	dlg-import -e wendle-2026-03 event.json tables/*.csv |
		dlg-anon -r registration.csv | dlg-theme | dlg-converge
) >demo.jsonl
for template in $templates; do
	exits 0 "$template: a report of the demonstration" dlg-report -t "$template" --front-matter -f "figs-$template" -o "$template.md" demo.jsonl
	set -- "figs-$template"/*.svg
	[ -e "$1" ] || set --
	exits 0 "$template: holds nothing of the registration list" dlg-anon --check -r "$here/demo/registration.csv" "$template.md" "$@"
done

# The same bytes: locales, time zones, the order of lines
sed '$d' demo.jsonl >lines
for template in $templates; do
	dlg-report -t "$template" demo.jsonl >first
	for locale in C de_DE.UTF-8 tr_TR.UTF-8; do
		LC_ALL=$locale LANG=$locale LANGUAGE=$locale dlg-report -t "$template" demo.jsonl >out
		same "$template: the same bytes under $locale" first out
	done
	TZ=Pacific/Kiritimati dlg-report -t "$template" demo.jsonl >out
	same "$template: the same bytes in another time zone" first out
	{
		awk 'BEGIN { srand(7) } { print rand() "\t" $0 }' lines |
			sort -n | cut -f2-
		tail -n 1 demo.jsonl
	} >shuffled
	dlg-report -t "$template" shuffled >out
	same "$template: the same bytes when shuffled" first out
done

# No sentence of ours is in the wrong number or lacks its words
for template in $templates; do
	lacks "$template: one is singular" "$template.md" '(^|[^0-9.,])1 (notes|tables|themes|people|events|rounds|statements|groups|others|votes|are|were|have) '
	lacks "$template: no words are missing" "$template.md" '\(\)|“”|\( | ,|: \.$'
done

# One page
[ "$(dlg-report -t brief demo.jsonl | wc -w)" -le 600 ]
ok $? 'the brief is as many words as a page holds'

# Other formats
pandoc --version >version 2>&1
if [ $? -ne 0 ]; then
	skip 'other formats keep what is in a report' 'pandoc is not here'
else
	for template in $templates; do
		grep -c '^|[-|]*|$' "$template.md" >tables
		grep -c '^\[^[0-9]*\]:' "$template.md" >notes
		grep -c '^!\[' "$template.md" >pictures
		pandoc -f markdown -s -o "$template.html" "$template.md" 2>err
		for part in 'tables:<table' 'notes:<li id="fn[0-9]*"' 'pictures:<img '; do
			grep -o "${part#*:}" "$template.html" | wc -l | tr -d ' ' >found
			same "$template: HTML keeps all ${part%%:*}" "${part%%:*}" found
		done
		pandoc -f markdown -t docx -o "$template.docx" "$template.md" 2>err
		pandoc -f docx -t html -o back.html "$template.docx" 2>err
		for part in 'tables:<table' 'notes:<li id="fn[0-9]*"'; do
			grep -o "${part#*:}" back.html | wc -l | tr -d ' ' >found
			same "$template: Word keeps all ${part%%:*}" "${part%%:*}" found
		done
	done
fi
done_testing
