#!/bin/sh
# dlg-theme: many notes, and themes that are kept from one run to the next.
. "${0%/*}/lib/tap.sh"

# ended: a stream of the lines read, with its end record.
ended() {
	awk '{ print } END { printf "{\"type\":\"end\",\"records\":%d}\n", NR }'
}

# notes_of FILE: its notes, sorted.
notes_of() {
	grep '"type":"note"' "$1" | sort
}

# first_of FILE: id and first theme of each note, sorted.
first_of() {
	grep '"type":"note"' "$1" |
		sed 's/.*"id":"\(n[0-9]*\)".*"themes":\[{*"*i*d*"*:*"*\([^"]*\).*/\1 \2/' |
		sort
}

# kept A B: percent of B's notes that have the same first theme in A.
kept() {
	first_of "$1" >kept.a
	first_of "$2" >kept.b
	join kept.a kept.b | awk '{ n++; same += $2 == $3 }
		END { printf "%d\n", 100 * same / n }'
}

# kept_themed A B: the same of those notes that have a theme in A.
kept_themed() {
	grep '"themes":\[{' "$1" >kept.themed
	kept kept.themed "$2"
}

perl "$here/bench/generate" --notes 4000 --jsonl >many
grep -v '"end"' many >lines

exits 0 'four thousand notes have themes' dlg-theme -n 12 --save many.themes many
cp out first
is 'as many as were asked for' 12 "$(grep -c '"type":"theme"' first)"
is 'no note is lost' 4000 "$(grep -c '"type":"note"' first)"
is 'a theme counts the notes that list it' \
	"$(grep -c '"type":"note".*"themes":.*"id":"t1"' first)" \
	"$(sed -n 's/.*"id":"t1","label".*"notes":\([0-9]*\).*/\1/p' first)"
sed -n 's/.*"medoid":"\([^"]*\)".*/"id":"\1"/p' first >medoids
is 'each medoid is a note' "$(wc -l <medoids)" \
	"$(grep -cFf medoids lines)"

# labels_of FILE: the label of each theme.
labels_of() {
	sed -n 's/.*"type":"theme".*"label":"\([^"]*\)".*/\1/p' "$1"
}
labels_of first | sort | uniq -d >out
empty 'no two themes have one label' out
labels_of first | grep -iE '(^| )([a-z]+)(s|ing)? (and )?\2' >out
empty 'and in none a word is joined to itself' out

# One file, a pipe, another order: the same.
dlg-theme -n 12 --save pipe.themes <many >piped
same 'from standard input the same' first piped
cat many | dlg-theme -n 12 >piped
same 'from a pipe, which cannot be read twice, the same' first piped
awk 'BEGIN { srand(7) } { print rand() "\t" $0 }' lines | sort |
	cut -f 2- | ended >shuffled
dlg-theme -n 12 --save shuffled.themes shuffled >out
same 'in another order the same theme file' many.themes shuffled.themes
grep '"type":"theme"' first >want
grep '"type":"theme"' out >got
same 'the same themes' want got
notes_of first >want
notes_of out >got
same 'of the same notes' want got

if command -v taskset >/dev/null; then
	exits 0 'on one processor' taskset -c 0 dlg-theme -n 12 many
	same 'the same bytes' first out
fi

# How many themes there are.
exits 0 'the number of themes is found' dlg-theme many
cp out found
has 'by words and what they mean' out '"vectors":"static","without_vectors":[0-9]*'
exits 0 'an archive is not encoded' dlg-theme --vectors encoder many
says 'which is said' 'dlg-theme: so many notes are compared by words and the static table: --vectors is not used'
same 'and changes nothing' found out
exits 0 'the table can be asked for' dlg-theme --vectors static many
empty 'and there is nothing to say' err
same 'for it is used anyway' found out
exits 0 'words alone will do' dlg-theme --vectors none many
has 'and the stream says so' out '"vectors":"none","without_vectors":4000'
cp found out
found=$(grep -c '"type":"theme","id":"t' out)
[ "$found" -ge 10 ] && [ "$found" -le 60 ]
ok $? "and is of the order of the 50 topics there are ($found)"

# Many themes have parents.
# parents STREAM: what is wrong with the parents of its themes.
parents() {
	perl -ne '
		if (/"type":"theme"/) {
			my ($id) = /"id":"([^"]*)"/;
			my ($label) = /"label":"([^"]*)"/;
			print "$label twice\n" if $label{$label}++;
			$notes{$id} = $1 if /"notes":(\d+)/;
			$children{$id} = $1 if /"children":(\d+)/;
			$parent{$id} = $1 if /"parent":"([^"]*)"/;
		} elsif (/"type":"note"/) {
			my ($themes) = /"themes":\[(.*?)\]/;
			push @notes, [$themes =~ /"id":"([^"]*)"/g];
		}
		END {
			for my $n (@notes) {
				my %up;
				for (@$n) {
					print "a note lists $_\n" if $children{$_};
					$up{$parent{$_}} = 1 if $parent{$_};
				}
				$has{$_}++ for keys %up;
			}
			$of{$_}++ for values %parent;
			print "no parents\n" unless %children;
			for (keys %children, keys %of) {
				print "$_ has not its themes\n"
					if $children{$_} != $of{$_};
				print "$_ has not its notes\n"
					if $notes{$_} != $has{$_};
			}
		}' "$1"
}
exits 0 'many themes' dlg-theme -n 26 --save many26.themes many
cp out many26
parents many26 >out
empty 'are grouped by parents that count their themes, and their notes once' out
lacks 'which are not in the theme file' many26.themes '"id":"g1"'
is 'the theming counts themes without them' 26 \
	"$(sed -n 's/.*"theming","themes":\([0-9]*\),.*/\1/p' many26)"
dlg-theme -n 24 many >out
lacks 'fewer than 25 have none' out '"parent"|"children"'
dlg-theme --assign-only -T many26.themes many >assigned
grep '"type":"theme"' assigned >got
grep '"type":"theme"' many26 >want
same 'notes that are given known themes have the same parents' want got
awk 'BEGIN { srand(9) } { print rand() "\t" $0 }' lines | sort |
	cut -f 2- | ended >mixed
dlg-theme -n 26 mixed | grep '"type":"theme"' >got
same 'and so have notes in another order' want got
{
	echo '{"type":"event","event":"bench","rule":"none"}'
	head -n 260 lines
} | ended >event
dlg-theme --vectors none event >large
parents large >out
empty 'themes of an event are grouped alike' out
dlg-theme --vectors none -T many26.themes event >out
parents out >got
empty 'and known ones' got
# Nothing but the records of the themes changes behind.
grep -v '"children"' large | sed 's/,"parent":"[^"]*"//' | grep -v '"end"' |
	ended >without
dlg-converge large | grep -vE '"type":"(theme|end)"' >got
dlg-converge without | grep -vE '"type":"(theme|end)"' >want
same 'dlg-converge finds no more than without parents' want got
told() {
	dlg-report | sed '/^## The picture/,/^## [^T]/d; /^## Appendix/,/^\[/d'
}
dlg-converge large | told >got
dlg-converge without | told >want
same 'and dlg-report says no more, but where it groups them' want got
has 'than what it says' got '^# '


# Fit and assign apart.
exits 0 '--fit-only' dlg-theme -n 12 --fit-only --save fit.themes many
lacks 'writes no notes' out '"type":"note"'
same 'and the same theme file' many.themes fit.themes
exits 0 '--assign-only' dlg-theme --assign-only -T many.themes many
notes_of first >want
notes_of out >got
same 'gives notes the themes that the whole run gives them' want got
exits 2 'needs themes' dlg-theme --assign-only many
exits 2 'and no --fit-only' dlg-theme --assign-only --fit-only -T fit.themes many
exits 2 'a codebook keeps its own themes' dlg-theme -c guide --save x many

# Shards: what is counted apart adds up.
head -n 1500 lines | ended >shard.1
tail -n +1501 lines | ended >shard.2
for s in 1 2; do
	dlg-theme --assign-only -T many.themes --save "$s.themes" "shard.$s" >shard.out.$s
done
dlg-theme --assign-only -T many.themes --save whole.themes many >whole
ended </dev/null | dlg-theme --assign-only -T 1.themes -T 2.themes --save sum.themes >out
same 'two shards add up to the bytes of one run' whole.themes sum.themes
notes_of whole >want
cat shard.out.1 shard.out.2 >both
notes_of both >got
same 'and their notes have the same themes' want got

# Next week, some notes fewer or more: ids hold.
awk 'NR % 10 != 3' lines | ended >fewer
dlg-theme -T many.themes --save fewer.themes fewer >out
got=$(kept first out)
[ "$got" -ge 95 ]
ok $? "a tenth of the notes dropped, notes keep their themes ($got %)"
awk 'NR % 11 != 3' lines | ended >most
dlg-theme -n 12 --save most.themes most >before
exits 2 'themes of another fit do not add up' \
	dlg-theme --assign-only -T many.themes -T most.themes many
says 'and that is said' 'dlg-theme: most.themes: not the same themes as in the file before: only files that were saved with --assign-only from one theme file add up'
dlg-theme -T most.themes --save more.themes many >out
got=$(kept before out)
[ "$got" -ge 95 ]
ok $? "a tenth added, notes keep their themes ($got %)"
is 'no theme is lost' 12 "$(grep '"type":"theme"' out |
	sed 's/.*"id":"t\([0-9]*\)".*/\1/' | awk '$1 <= 12' | wc -l | tr -d ' ')"

# The same with an event.
head -n 300 lines | ended >event
dlg-theme --vectors none event >out
cp out event.first
dlg-theme --vectors none --save event.themes event >out
same '--save changes nothing of an event' event.first out
dlg-theme --vectors none -T event.themes --save again.themes event >out
sed 's/"notes":[0-9]*,//' event.themes >want
sed 's/"notes":[0-9]*,//' again.themes >got
same 'the same notes again teach it nothing' want got
is 'and the same themes' 100 "$(kept event.first out)"
head -n 270 lines | ended >event.fewer
dlg-theme --vectors none -T event.themes event.fewer >out
is 'a tenth dropped: all keep their themes' 100 "$(kept event.first out)"
head -n 330 lines | ended >event.more
dlg-theme --vectors none -T event.themes --save more.themes event.more >out
is 'a tenth added: all that had a theme keep it' 100 "$(kept_themed event.first out)"
cat event.more | dlg-theme --vectors none -T event.themes --save more2.themes >out
same 'and from a pipe the same' more.themes more2.themes
sed '$d' event.more | awk 'BEGIN { srand(3) } { print rand() "\t" $0 }' | sort |
	cut -f 2- | ended >event.shuffled
dlg-theme --vectors none -T event.themes --save more2.themes event.shuffled >out
same 'in another order the same theme file' more.themes more2.themes

# Week by week: notes dropped and added, in another order, edits by hand.
head -n 260 lines >weekly
for seed in 1 2 3; do
	rm -f week.themes
	perl "$here/lib/weeks" $seed 6 weekly >out 2>&1
	empty "six weeks: notes move only as is said, edits stay ($seed)" out
done

# Edited by hand.
sed -e 's/"id":"t1","label":"[^"]*"/"id":"t1","label":"What I call it"/' \
	-e 's/"id":"t2",/&"merge_into":"t1",/' \
	-e '/"id":"t3",/d' -e 's/"id":"t4",/&"locked":true,/' \
	event.themes >edited.themes
dlg-theme --vectors none -T edited.themes --save edited2.themes event >out
has 'a new label is kept' out '"id":"t1","label":"What I call it"'
has 'and saved' edited2.themes '"id":"t1","label":"What I call it"'
lacks 'a joined theme is gone' out '"id":"t2"'
has 'its id is remembered' edited2.themes '"id":"t2",.*"merge_into":"t1"\}$'
has 'and logged' edited2.themes '"id":"t1".*"merged_from":\["t2"\]'
has 'in the stream, too' out '"type":"theme","id":"t1".*"merged_from":\["t2"\]'
first_of event.first | sed -n 's/ t2$/ t1/p' >want
first_of out | join want - | awk '{ print $1, $3 }' >got
same 'its notes went over' want got
lacks 'a theme taken out is gone' out '"id":"t3"'
next=$(sed -n '1s/.*"next":\([0-9]*\),.*/\1/p' event.themes)
lacks 'and its id is not given again' edited2.themes '"id":"t3"'
grep '"id":"t4"' edited.themes | sed 's/"locked":true,//; s/.*"stems"//; s/,"also".*//' >want
grep '"id":"t4"' edited2.themes | sed 's/.*"stems"//; s/,"also".*//' >got
same 'a locked theme learns nothing' want got
has 'and locked' edited2.themes '"id":"t4".*"locked":true'
[ "$next" -gt 3 ]
ok $? 'the next id is saved'

# The same notes again keep all their themes, the second ones too.
dlg-import -e wendle-2026-03 "$here/demo/event.json" "$here"/demo/tables/*.csv |
	dlg-anon -r "$here/demo/registration.csv" >demo 2>/dev/null
dlg-theme --save demo.themes demo | sed 's/,"score":[0-9.e-]*//g' |
	grep '"type":"note"' >want
dlg-theme -T demo.themes --save demo2.themes demo >out
sed 's/,"score":[0-9.e-]*//g' out | grep '"type":"note"' >got
has 'notes have two themes' want '"themes":\[\{"id":"t[0-9]*"\},\{"id"'
same 'the notes of the demonstration keep all their themes' want got
same 'and their theme file is the same' demo.themes demo2.themes
sed 's/"id":"t2",/&"merge_into":"t1",/; /"id":"t3",/d' demo.themes >edited.themes
exits 0 'themes joined and taken out are well' dlg-theme -T edited.themes demo
lacks 'and no note lists one twice' out '"t1","score":[0-9.]*\},.*"id":"t1","score"'

# A new week's new topics are not drawn into themes by everyday words.
# week TEXT...: each said at three tables.
week() {
	for text; do
		for table in 1 2 3; do
			printf '%s\t%s\n' "$text" "$table"
		done
	done | awk -F '\t' '{
		printf "{\"type\":\"note\",\"id\":\"n%d\",\"text\":\"%s\",\"table\":\"%s\"}\n", NR, $1, $2
	} END { printf "{\"type\":\"end\",\"records\":%d}\n", NR }'
}
set -- 'No bus on Sunday evenings' 'The number 7 bus skips our stop' \
	'The last bus leaves too early' 'Bus shelter at the school is broken' \
	'Rents are too high for young people' 'Private rents rose again' \
	'We need social housing' 'Young people move away because of rents'
week "$@" >week1
week "$@" 'The park needs more benches' 'Park gates are locked too early' \
	'The park is full of litter' 'The library should open on Sunday' \
	'Library staff help with forms' >week2
dlg-theme --save week.themes week1 >/dev/null
sed -n 's/.*"id":"\(t[0-9]*\)","label".*/\1/p' week.themes >old
exits 0 'a second week is well' dlg-theme -T week.themes week2
grep -E '"text":"[^"]*([Pp]ark|[Ll]ibrary)' out >new
is 'of which the new topics are looked at' 15 "$(wc -l <new)"
sed 's/.*/"id":"&",/' old >patterns
grep -F -f patterns new >strays
empty 'and none has a theme of the first week' strays

# Bad theme files.
# bad NAME LINE MESSAGE: the file "bad" is refused.
bad() {
	exits 2 "refused: $1" dlg-theme -T bad event
	says 'and says where' "dlg-theme: bad:$2: $3"
	empty 'and writes nothing' out
}
head='{"type":"themes","version":1,"next":3}'
t1='{"type":"theme","id":"t1","label":"a secret"}'
exits 2 'a missing theme file' dlg-theme -T nowhere event
says 'is named' 'dlg-theme: nowhere: No such file or directory'
: >bad
exits 2 'an empty one' dlg-theme -T bad event
says 'too' 'dlg-theme: bad: empty: make a theme file with dlg-theme --save'
sed '3s/,"texts".*//; 3q' event.themes >bad
bad 'cut off' 3 'not a JSON object: cut off, or an error of editing'
printf '%s\n' "$t1" >bad
bad 'no head' 1 'a theme file begins with a record of type "themes": make one with dlg-theme --save'
printf '{"type":"themes","version":2}\n' >bad
bad 'a newer version' 1 'made by a newer dlg-theme: install that one'
printf '%s\n' "$head" "$t1" "$t1" >bad
bad 'an id twice' 3 'the same id as in line 2: each theme has its own'
printf '%s\n' "$head" '{"type":"theme","id":"t1"}' >bad
bad 'no label' 2 'the theme has no "label"'
printf '%s\n' "$head" '{"type":"theme","label":"x"}' >bad
bad 'no id' 2 'the theme has no "id"'
printf '%s\n' "$head" '{"type":"theme","id":1,"label":"x"}' >bad
bad 'a number for an id' 2 '"id" is no text in quotation marks'
printf '%s\n' "$head" "${t1%\}},\"terms\":\"x\"}" >bad
bad 'terms that are no list' 2 '"terms" is no list'
printf '%s\n' "$head" "${t1%\}},\"locked\":\"yes\"}" >bad
bad 'locked by a word' 2 '"locked" is neither true nor false'
printf '%s\n' "$head" "${t1%\}},\"stems\":{\"a\":-1}}" >bad
bad 'a negative count' 2 '"stems" has a number that is none from 1 to 1000000000'
printf '%s\n' "$head" "${t1%\}},\"seen\":[\"xyz\"]}" >bad
bad 'a bad hash' 2 '"seen" has something that is no hash of 12 digits'
printf '%s\n' "$head" "${t1%\}},\"also\":[\"xyz\"]}" >bad
bad 'a bad hash of another' 2 '"also" has something that is no hash of 12 digits'
printf '%s\n' "$head" '{"type":"theme","id":"t1","label":"  "}' >bad
bad 'a label of blanks' 2 '"label" is empty'
printf '%s\n' "$head" "${t1%\}},\"merge_into\":\"t9\"}" >bad
bad 'a merge into nothing' 2 '"merge_into" names no theme of this file'
printf '%s\n' "$head" "${t1%\}},\"merge_into\":\"t2\"}" \
	'{"type":"theme","id":"t2","label":"y","merge_into":"t1"}' >bad
bad 'merges in a circle' 2 '"merge_into" leads back to the theme itself'
printf '%s\n' "$head" "${t1%\}},\"merge_into\":\"t1\"}" >bad
bad 'a merge into itself' 2 '"merge_into" leads back to the theme itself'

# Texts that nobody wrote: 2,000 notes of which each, or one in ten, is TEXT.
# strange TEXT EVERY: in perl.
strange() {
	perl -Mutf8 -CO -e '
		my ($text, $every) = (eval $ARGV[0], $ARGV[1]);
		for my $i (1 .. 2000) {
			my $t = $i % $every ? "The bus to stop $i is late" : $text;
			print qq({"type":"note","id":"n$i","text":"$t"}\n);
		}
		print qq({"type":"end","records":2000}\n)' "$1" "$2" >strange
}
while read -r what every text; do
	strange "$text" "$every"
	exits 0 "many notes, $what" dlg-theme --save strange.themes strange
	is 'all come out' 2000 "$(grep -c '"type":"note"' out)"
	cp out before
	dlg-theme -T strange.themes strange >out
	first_of before >want
	first_of out >got
	same 'and have the same themes again' want got
done <<'END'
all-alike 1 "The same again"
one-letter-long 400 "a" x 1000000
four-MiB 1000 "house roof " x 370000
Arabic 1 "الحافلة متأخرة كل صباح"
Han 2 "公共汽车每天早上都迟到"
empty 1 ""
marks 2 "\x{0301}\x{200d}\x{fe0f}"
END

# Input that changes, notes without words, faults among many.
awk 'NR == 3000 { sub(/"id":"[^"]*"/, "\"id\":\"n7\"") } { print }' many >twice
exits 2 'two of many notes with one id are a fault' dlg-theme twice
says 'and where' 'dlg-theme: twice:3000: another note of this event has the same id: give each import its own event (dlg-import -e)'
sed 's/"text":"[^"]*"/"text":"?!"/' many >wordless
exits 0 'many notes without a word' dlg-theme wordless
is 'are all unthemed' 4000 "$(grep -c '"themes":\[\]' out)"
done_testing
