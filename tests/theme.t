#!/bin/sh
# dlg-theme: what it promises.
. "${0%/*}/lib/tap.sh"
. "$here/lib/notes.sh"

# themes_of FILE: id and themes of each note, sorted by id.
themes_of() {
	grep '"type":"note"' "$1" |
		sed 's/.*"id":"\(n[0-9]*\)".*"themes":/\1 /' | sort
}

cat >town <<'END'
{"type":"event","event":"e","rule":"none"}
{"type":"note","id":"n1","event":"e","text":"Affordable housing is scarce","x":[1,{"y":2}]}
{"type":"note","id":"n2","event":"e","text":"The buses are late every morning"}
{"type":"note","id":"n3","event":"e","text":"Young families need affordable housing"}
{"type":"note","id":"n4","event":"e","text":"Late buses, no buses at night"}
{"type":"note","id":"n5","event":"e","text":"Build affordable housing now"}
{"type":"note","id":"n6","event":"e","text":"Night buses for the young"}
{"type":"note","id":"n7","event":"e","text":"?!"}
{"type":"note","id":"n8","event":"e","text":"Zebra"}
{"type":"vote","event":"e","note":"n1","voter":"v","value":1}
{"type":"end","records":10}
END

exits 0 'a harvest has themes' dlg-theme town
cp out themed
is 'all notes come out' 8 "$(grep -c '"type":"note"' themed)"
has 'themes are named by what their notes say' themed \
	'"type":"theme","id":"t1","label":"affordable housing"'
has 'a theme says how many notes it has, and which is its medoid' themed \
	'"notes":3,"medoid":"n[135]"'
has 'other fields pass as they are' themed '"x":\[1,\{"y":2\}\]'
has 'other records pass as they are' themed \
	'^\{"type":"vote","event":"e","note":"n1","voter":"v","value":1\}$'
has 'a note without words is unthemed' themed '"id":"n7".*"themes":\[\]'
has 'a single voice is a theme of one note' themed \
	'"label":"zebra".*"notes":1,"medoid":"n8"'
has 'the stream is closed' themed '"type":"end","records":14,'
is 'notes come out in their order' 'n1 n2 n3 n4 n5 n6 n7 n8' \
	"$(themes_of themed | sed 's/ .*//' | tr '\n' ' ' | sed 's/ $//')"

{
	grep -v '"end"' town | sort -r
	tail -n 1 town
} >shuffled
dlg-theme shuffled >other
themes_of themed >want
themes_of other >got
same 'the order of the notes makes no difference to their themes' want got
grep '"type":"theme"' themed >want
grep '"type":"theme"' other >got
same 'nor to the theme records' want got
dlg-theme <town >again
same 'the same bytes each time, from a pipe too' themed again
dlg-theme themed >twice
same 'a second run replaces what the first found' themed twice

dlg-theme -n 2 town >out
is '-n says how many themes there are' 2 "$(grep -c '"type":"theme"' out)"
dlg-theme -g 5 town >out
is 'a high -g makes more' 7 "$(grep -c '"type":"theme"' out)"
dlg-theme -g 0.01 town >out
is 'a low -g fewer, but what is like nothing stays alone' 2 "$(grep -c '"type":"theme"' out)"
dlg-theme --max-labels 1 town >out
lacks '--max-labels bounds the themes of a note' out '"themes":\[\{[^]]*\},'

# What each theme record counts is what the notes say.
grep '"type":"theme"' themed |
	sed 's/.*"id":"\(t[0-9]*\)".*"notes":\([0-9]*\).*/\1 \2/' >want
for id in $(cut -d ' ' -f 1 want); do
	echo "$id $(grep '"type":"note"' themed | grep -c "{\"id\":\"$id\"")"
done >got
same 'a theme has as many notes as list it' want got

# Vectors of another model.
cat >vectors <<'END'
{"id":"n1","vector":[1,0,0]}
{"id":"n2","vector":[0,1,0]}
{"id":"n3","vector":[1,0.1,0]}
{"id":"n4","vector":[0,1,0.1]}
END
notes 'alpha' 'beta' 'gamma' 'delta' >four
exits 0 'vectors are read from a file' dlg-theme --vectors vectors four
has 'which the stream says' out '"vectors":"file","without_vectors":0'
is 'and notes are alike by them' "$(themes_of out | sed -n 1p | cut -c 4-15)" \
	"$(themes_of out | sed -n 3p | cut -c 4-15)"
exits 0 'or there are none' dlg-theme --vectors none four
has 'which it says, too' out '"vectors":"none"'
cat >alike <<'END'
{"type":"note","id":"n1","text":"Doctors are hard to reach"}
{"type":"note","id":"n2","text":"Trains never run on time"}
{"type":"note","id":"n3","text":"Our hospital lost its surgeon"}
{"type":"note","id":"n4","text":"A railway station would help"}
{"type":"note","id":"n5","lang":"fr","text":"Hospital doctors"}
{"type":"end","records":5}
END
exits 0 'or the static table sums up words' dlg-theme --vectors static alike
has 'which it says' out '"vectors":"static","without_vectors":1'
is 'and by it notes are alike without a word in common' \
	"$(themes_of out | sed -n 1p | cut -c 4-15)" \
	"$(themes_of out | sed -n 3p | cut -c 4-15)"
printf '{"id":"n1","vector":[1]}\n{"id":"n2","vector":[1,2]}\n' >vectors
exits 2 'vectors of two lengths are a fault' dlg-theme --vectors vectors four
printf '{"id":"n1","vector":["secret"]}\n' >vectors
exits 2 'a vector of words is a fault' dlg-theme --vectors vectors four
lacks 'and not quoted' err secret
exits 2 'a missing file of vectors is a fault' dlg-theme --vectors nowhere four
printf '{"id":"n1","vector":[1e300]}\n' >vectors
exits 2 'a number beyond all measure is a fault' dlg-theme --vectors vectors four
says 'and it is said where' 'dlg-theme: vectors:1: the vector holds a number beyond 1e9'
notes 'Les loyers sont trop chers pour les jeunes de la ville' \
	'Il faut construire davantage de logements abordables' \
	'The rents are too high for young people in the town' >french
exits 0 'notes that are not English are well' dlg-theme french
has 'and it is said that they have no vector' out '"without_vectors":2'

{
	printf '{"type":"note","id":"n0","text":"The rents are too high"}\n'
	for text in 'Les loyers sont trop chers pour les jeunes' \
		'Il faut construire des logements abordables' \
		'Le bus est toujours en retard le matin' \
		'Les bus du soir sont trop rares en ville' \
		'Les jeunes quittent la ville faute de logements'; do
		count_notes=$((count_notes + 1))
		printf '{"type":"note","id":"n%d","lang":"fr","text":"%s"}\n' \
			$count_notes "$text"
	done
	echo '{"type":"end","records":6}'
} >but_one
exits 0 'all but one in one language are well' dlg-theme but_one
has 'and it is said how many have no vector' out '"without_vectors":5'
is 'all come out' 6 "$(grep -c '"type":"note"' out)"
notes Housing Housing housing Buses >single
notes 'Loyers trop chers' 'Pas de bus' 'Trop de bruit' 'Rues sales' \
	'Une école fermée' 'Logements vides' >terse
exits 0 'terse notes of another language are well' dlg-theme terse
has 'and told by their small words: none has a vector' out '"without_vectors":6'
notes 'High rents' 'No late buses' 'Noise at night' 'Dirty streets' \
	'Café closed' 'Empty flats' >terse
dlg-theme terse >out
has 'terse English notes have vectors' out '"without_vectors":0'
notes 'Rents too high' 'Pas de bus' 'The buses are always late at night' \
	'Les loyers sont trop chers pour les jeunes' \
	'Il faut construire des logements abordables' \
	'Le bus est toujours en retard le matin' >both
dlg-theme both >out
has 'beside longer ones in French, a terse note is English only if it says so' \
	out '"without_vectors":4'
exits 0 'notes of one word each are well' dlg-theme single
has 'and those of one word are one theme' out '"label":"housing".*"notes":3'

# Odd harvests.
notes >none
exits 0 'no note at all is well' dlg-theme none
notes 'One note alone' >one
exits 0 'one note is a theme' dlg-theme one
has 'named by itself' out '"label":"note".*"notes":1'
notes 'apples and pears' 'rain and wind' >two
exits 0 'two notes are two themes' dlg-theme two
is 'of one note each' 2 "$(grep -c '"notes":1' out)"
notes '' ' ' '[name]' '...' >empty
exits 0 'notes without words are well' dlg-theme empty
is 'and unthemed' 4 "$(grep -c '"themes":\[\]' out)"
notes 'yes' 'Yes.' 'YES!' >yes
exits 0 'notes of one function word are well' dlg-theme yes
is 'and unthemed, for no label says what they are about' 3 \
	"$(grep -c '"themes":\[\]' out)"
awk 'BEGIN {
	for (i = 1; i <= 10000; i++)
		print "{\"type\":\"note\",\"id\":\"n" i \
			"\",\"text\":\"More bicycle lanes\"}"
	print "{\"type\":\"end\",\"records\":10000}"
}' >many
exits 0 'ten thousand notes alike are well' dlg-theme many
has 'and one theme' out '"label":"bicycle lanes".*"notes":10000'
awk 'BEGIN {
	printf "{\"type\":\"note\",\"id\":\"n1\",\"text\":\""
	for (i = 0; i < 1000000; i++)
		printf "a"
	print "\"}\n{\"type\":\"end\",\"records\":1}"
}' >long
exits 0 'a letter a million times is well' dlg-theme long
awk 'BEGIN {
	printf "{\"type\":\"note\",\"id\":\"n1\",\"text\":\""
	for (i = 0; i < 400000; i++)
		printf "word%d ", i % 1000
	print "\"}\n{\"type\":\"note\",\"id\":\"n2\",\"text\":\"word7\"}"
	print "{\"type\":\"end\",\"records\":2}"
}' >big
exits 0 'a note of 4 MiB is well' dlg-theme big
notes 'Жильё слишком дорогое' 'Дорогое жильё в городе' \
	'住房太贵' '住房很贵' 'Housing costs too much' >scripts
exits 0 'other scripts are read' dlg-theme scripts
is 'and alike notes found in each' "$(themes_of out | sed -n 1p | cut -c 4-15)" \
	"$(themes_of out | sed -n 2p | cut -c 4-15)"

# Where all say nearly the same, it is one theme.
for i in 1 2 3 4 5 6; do
	echo "Buses late $i"
done >lines
(
	IFS='
'
	# shellcheck disable=SC2046
	notes $(cat lines) >same
)
for vectors in encoder none; do
	exits 0 'notes that differ by a number are well' \
		dlg-theme --vectors $vectors same
	has "and one theme ($vectors)" out '"label":"buses late".*"notes":6'
done
notes 'The buses are late on Monday' 'The buses are late on Tuesday' \
	'The buses are late on Wednesday' 'The buses are late on Thursday' \
	'The buses are late on Friday' 'The buses are late on Saturday' >days
dlg-theme days >out
has 'so are those that differ by a word, which does not name them' out \
	'"label":"buses".*"notes":6'

notes 'As a [role: health professional] I miss dentists' \
	'As a [role: health professional] I wait for buses' \
	'As a [role: health professional 2] I see damp flats' \
	'As a [role: health professional] I care for mother' >roles
dlg-theme roles >out
lacks 'what a role is replaced by is no word either' out \
	'"label":"[^"]*(role|health|professional)'

# Faults.
exits 2 'a note without id is a fault' dlg-theme - <<'END'
{"type":"note","text":"x"}
{"type":"end","records":1}
END
says 'and says what to do' \
	'dlg-theme: standard input:1: the note has no "id": run dlg-import'
exits 2 'a note without text is a fault' dlg-theme - <<'END'
{"type":"note","id":"x"}
{"type":"end","records":1}
END
exits 2 'two notes of one id are a fault' dlg-theme - <<'END'
{"type":"note","id":"x","text":"a secret"}
{"type":"note","id":"x","text":"b"}
{"type":"end","records":2}
END
lacks 'of which nothing is quoted' err secret
exits 2 'a stream without end is a fault' dlg-theme - <<'END'
{"type":"note","id":"x","text":"a"}
END
lacks 'and the output has none either' out '"end"'
exits 0 'unless it is accepted' dlg-theme --partial - <<'END'
{"type":"note","id":"x","text":"a tree"}
END
has 'and said to be partial' out '"partial":true'
exits 2 'a granularity of 0 is refused' dlg-theme -g 0 town
exits 2 'a fit without a codebook is refused' dlg-theme --fit 0.2 town
says 'which is said' 'dlg-theme: --codes-only and --fit are of a codebook: -c file: see dlg-theme --help'
exits 2 'so is --codes-only' dlg-theme --codes-only town
exits 2 'and a number of themes where none is found' \
	dlg-theme --assign-only -c system-behaviours -n 3 town
says 'which is said' 'dlg-theme: --assign-only finds no themes: leave out -n, -g: see dlg-theme --help'
exits 2 'or a granularity' \
	dlg-theme --assign-only -c system-behaviours -g 2 town
exits 2 'a fit below 0 is refused' dlg-theme -c system-behaviours --fit -3 town
exits 2 'no theme for a note is refused' dlg-theme --max-labels 0 town

# The very same words from several tables.
awk 'BEGIN {
	n = split("The library is warm and friendly|The library is friendly and quiet|Warm library, friendly people|Our library is quiet and warm|Late buses in the evening|The evening buses are late|No late buses at night|Buses at night please", a, "|")
	for (i = 1; i <= n; i++)
		print a[i] "\t" i % 4
	for (i = 1; i <= 3; i++) {
		print "Fix the damp in council flats\t" i
		print "A nurse each week, at the village hall\t2"
	}
	print "A dentist\t1"
}' >said
awk -F '\t' '{
	printf "{\"type\":\"note\",\"id\":\"n%d\",\"text\":\"%s\",\"table\":\"%s\"}\n", NR, $1, $2
} END { printf "{\"type\":\"end\",\"records\":%d}\n", NR }' said >chorus
exits 0 'notes of the very same words are well' dlg-theme chorus
has 'what several tables say in the same words is a theme' out \
	'"label":"(council flats|damp)[^"]*".*"notes":3'
has 'what one says is none' out '"text":"A dentist".*"themes":\[\]'
# What says nothing by itself is no theme, however often it is said.
notes '+1' agree yes ditto 'see above' n/a 'same as table 2' 'no comment' \
	'nothing to add' 'The last bus is too early' 'No bus on Sundays' >empty_words
dlg-theme empty_words >out
is 'notes that say nothing are unthemed' 9 "$(grep -c '"themes":\[\]' out)"
has 'the others are not' out '"id":"n10".*"themes":\[\{'

# Two notes that have nothing in common are no theme in a small harvest either.
notes 'Buses must run later' 'Trees in every street' 'Free dentists' \
	'More benches' 'Close the bypass' 'Open the pool' >six
dlg-theme six >out
lacks 'six notes of six things have no theme of two' out '"notes":2'

printf '{"type":"note","id":"n","text":"Hm."}\n{"type":"end","records":1}\n' >hm
exits 2 'a codebook of nothing is not written' dlg-theme --save-codebook hm.qdc hm
says 'which is said' 'dlg-theme: no theme was found: there is nothing to save as a codebook'
# Scripts without spaces: what stands together is a word.
notes 'バスが遅れることが多い' 'バスの本数が少ない' '夜のバスがない' \
	'公園に木を植えてほしい' '公園の木が枯れた' '公園にベンチがない' >japan
dlg-theme japan >out
has 'Japanese labels are words' out '"label":"バス"'
has 'of Chinese characters, too' out '"label":"公園"'
notes '公共汽车总是晚点' '公共汽车太少' '晚上没有公共汽车' '住房太贵' \
	'年轻人买不起住房' >china
dlg-theme china >out
has 'and Chinese ones' out '"label":"公共汽车"'
lacks 'not letters' out '"label":"[^"]*,'
done_testing
