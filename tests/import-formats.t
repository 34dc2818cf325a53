#!/bin/sh
# dlg-import: every format of specs and of the shared data, with counts that
# are not taken from dlg: by awk and perl from the file, or by hand.
. "${0%/*}/lib/tap.sh"
formats=$shared/data/formats
polis=$shared/data/polis

# read_as FORMAT NOTES VOTES FILE...: it is read as that and gives so many.
read_as() {
	format=$1 notes=$2 votes=$3
	shift 3
	what=$(basename "$1")
	exits 0 "$what is read" dlg-import -v -e x "$@"
	has "$what is taken for $format" err ": $format: read"
	is "$what gives its notes" "$notes" "$(grep -c '^{"type":"note"' out)"
	is "$what gives its votes" "$votes" "$(grep -c '^{"type":"vote"' out)"
	is "$what has ids that differ" "$notes" \
		"$(sed -n 's/^{"type":"note","id":"\([^"]*\)".*/\1/p' out |
			sort -u | wc -l | tr -d ' ')"
}

# rows FILE: rows of a CSV file without its header, by another reader.
rows() {
	perl -0777 -ne 's/\r\n?/\n/g; my $n = 0;
		while (/\G((?:[^"\n]|"(?:[^"]|"")*")+)(?:\n|\z)|\G\n/gc) {
			$n++ if defined $1 } print $n - 1' "$1"
}

# last_votes FILE: how many voters voted on how many statements, each once.
last_votes() {
	awk -F, 'NR > 1 { seen[$3, $4] = 1 }
		END { for (i in seen) n++; print n }' "$1"
}

need data/formats/tttc 'Talk to the City' && {
	read_as talk-to-the-city 20 0 "$formats/tttc/Talk-to-the-City-Sample.csv"
	read_as talk-to-the-city 3 0 "$formats/tttc/speaker_pets.csv"
	read_as talk-to-the-city 8 0 "$formats/tttc/test_very_duplicates.csv"
	read_as csv 3 0 "$formats/tttc/pets.csv"
	read_as csv "$(rows "$formats/tttc/small.csv")" 0 "$formats/tttc/small.csv"
	# 17 rows, two of them (1 and 8) without a comment
	read_as talk-to-the-city 15 0 "$formats/tttc/missing_fields_pets.csv"
	has 'empty comments are counted' err 'read 17 = notes 15 .* empty 2 '
}
need data/formats/sensemaker Sensemaker && {
	read_as sensemaker 6 0 "$formats/sensemaker/conversation.csv"
	has 'counts are votes' out '"votes":\{"agree":10,"disagree":3,"pass":0\}'
	read_as sensemaker "$(rows "$formats/sensemaker/processed-comments.csv")" \
		0 "$formats/sensemaker/processed-comments.csv"
	has 'groups of votes are added up only where no total is' out \
		'"votes":\{"agree":31,"disagree":0,"pass":3\}'
}
need data/formats/qualcoder QualCoder && {
	read_as qualcoder-cases 0 0 "$formats/qualcoder/cases123.csv"
	has 'cases are set aside' err 'aside 3$'
	read_as qualcoder-cases 0 0 "$formats/qualcoder/cases123_replace_data.csv"
	read_as qualcoder-cases 3 0 "$formats/qualcoder/survey456.csv"
	has 'the case is the speaker' out '"speaker":"ID4"'
	read_as qualcoder-transcript \
		"$(grep -c '^\[' "$formats/qualcoder/transcript.txt")" 0 \
		"$formats/qualcoder/transcript.txt"
	read_as qualcoder-codelist 0 0 \
		"$formats/qualcoder/plain_codes_categories_for_import.txt"
}
need data/formats/zoom 'Zoom chats' && {
	for layout in mac.meeting_saved_chat win.chat win.meeting_saved_chat \
		win.both; do
		file=$formats/zoom/$layout.txt
		read_as zoom-chat "$(grep -Ec \
			'^[0-9]{2}:[0-9]{2}:[0-9]{2}.*From ' "$file")" 0 "$file"
		lacks "$layout: no carriage return is left" out '\\r'
	done
	has 'speaker and time are kept' out \
		'"speaker":"Michelle Phillips","attrs":\{"time":"11:50:18"\}'
}
need data/formats/transcripts 'subtitles that roll' && {
	file=$formats/transcripts/dembrane_release_video.srt
	# lines that are text, without a repeat of the one before, that end a
	# sentence
	sentences=$(grep -Ev '^[0-9]+$|-->|^ *$' "$file" |
		awk '{ sub(/ +$/, "") } $0 != last { last = $0; print }' |
		grep -Ec '[.?!]$')
	read_as srt "$sentences" 0 "$file"
	has 'a line that rolls is taken once' out \
		'"text":"Hey everyone, this is Sameer from Dembrane."'
}

for name in 15-per-hour-seattle bg2050-volunteers london.youth.policing; do
	need "data/polis/$name" "Polis: $name" || continue
	dir=$polis/$name
	read_as polis "$(rows "$dir/comments.csv")" \
		"$(last_votes "$dir/votes.csv")" "$dir"
	# the matrix of last votes that Polis computed says the same
	dlg-import -e x "$dir" | sed -n 's/^{"type":"vote".*"voter":"\([^"]*\)","value":\([^,}]*\).*/\1 \2/p' |
		sort | uniq -c | sort -k2,2n -k3,3n |
		awk '{ print $2, $3, $1 }' >got
	perl -ne 'chomp; my @f = split /,/, $_, -1;
		if ($. == 1) { @c = grep { $f[$_] =~ /^\d+$/ } 0 .. $#f; next }
		my %n; $n{$f[$_]}++ for grep { $f[$_] ne "" } @c;
		print "$f[0] $_ $n{$_}\n" for sort { $a <=> $b } keys %n' \
		"$dir/participants-votes.csv" | sort -k1,1n -k2,2n >want
	same "$name: each voter has the votes that Polis gives" want got
done
need data/polis/bg2050-volunteers 'Polis: order' && {
	dir=$polis/bg2050-volunteers
	dlg-import -e x "$dir" | sort >one
	dlg-import -e x "$dir/votes.csv" "$dir/summary.csv" \
		"$dir/participants-votes.csv" "$dir/comments.csv" | sort >two
	same 'the order of the files of an export changes no record' one two
	has 'what the moderators rejected is sensitive' one \
		'"sensitive":true,.*"moderated":"-1"'
	has 'flags and what was exported are kept' one \
		'"moderated":"1","meta":"false","seed":"true"'
	read_as polis "$(rows "$dir/comments.csv")" 0 "$dir/comments.csv"
	has 'without votes the counts are those exported' out \
		'"votes":\{"agree":57,"disagree":0\}'
	perl -pe 's/"//g' "$dir/comments.csv" >unquoted.csv
	read_as polis "$(rows "$dir/comments.csv")" 0 unquoted.csv
	has 'an export without quotes is recovered, and not in silence' err \
		'^dlg-import: unquoted.csv:3: a comment is not in quotes'
}
need data/formats/polis-report-export 'Polis: a report' && {
	dir=$formats/polis-report-export
	read_as polis "$(rows "$dir/comments.csv")" \
		"$(last_votes "$dir/votes.csv")" "$dir"
	has 'seconds are milliseconds' out '"time":1774343775000'
	read_as polis 20 0 "$dir/comment-groups.csv"
	read_as polis 0 710 "$dir/participant-votes.csv"
	read_as polis 0 710 "$dir/votes.csv"
	read_as polis 0 0 "$dir/summary.csv"
}
for name in above-100-ptpts 25ptpt-3gp-no-strict-with-meta below-100-ptpts; do
	need "data/polis/production/$name" "Polis' server: $name" || continue
	dir=$polis/production/$name
	# an object of each has one member "txt", or "vote"
	read_as polis "$(grep -c '"txt":' "$dir/comments.json")" \
		"$(grep -c '"vote":' "$dir/votes.json")" "$dir"
done
need data/polis/production/above-100-ptpts "Polis' server: counts" && {
	has 'the votes are those that the server counted' out \
		'"votes":\{"agree":([0-9]+),"disagree":([0-9]+),.*"polis-agrees":"\1","polis-disagrees":"\2"'
}
printf '[{"note":"a","table":1},{"note":"b","who":null,"x":{"y":2}}]' >a.json
read_as json 2 0 a.json
has 'members that are not known are attrs' out '"text":"b","attrs":\{"x":"\{\\"y\\":2\}"\}'
printf '%s\n' 'comment-id,voter-id,vote,timestamp' '1,7,1,1403054214196' \
	'1,7,-1,1403054214197' '1,7,0,1403054214100' '2,7,1,1403054214196' \
	>votes.csv
read_as polis 0 2 votes.csv
has 'the last vote by time counts' out '"value":-1,"time":1403054214197'
dlg-import -e x --vote-sign=-agree votes.csv >out
has '--vote-sign turns it round' out '"value":1,"time":1403054214197'

# Surveys
printf '%s\n' 'ID,Start time,Completion time,Email,Name,"Which table
were you at?",What gets in the way?,Which matter?' \
	'1,a,b,anonymous,,3,"Nobody answers, ever, and there is no other way",Housing;Transport;' \
	'2,a,b,anonymous,,4,Buses leave before the clinics close,Housing;' \
	>ms.csv
read_as microsoft-forms 2 0 ms.csv
has 'the question stands beside its answer, the table is known' out \
	'"table":"3","question":"What gets in the way\?","text":"Nobody'
has 'the semicolon behind a list is dropped' out \
	'"Which matter\?":"Housing;Transport"'
printf '%s\n' 'Timestamp,How old are you?,What would help?,Anything else?' \
	'2026/03/12 10:00:00,34,More buses on the long evenings,No' \
	'2026/03/12 10:00:01,35,,Thank you for asking all of us' >gf.csv
read_as google-forms 3 0 gf.csv
has 'an answer that was not given is empty' err 'empty 1 '
exits 0 '-t picks a question by hand' \
	dlg-import -e x -t 'how OLD are you?' gf.csv
is 'and no other' 2 "$(grep -c '^{"type":"note"' out)"
printf '%s\n' '#,What would you change first?,Start Date (UTC),Submit Date (UTC),Network ID' \
	'a1,I would run the bus every ten minutes,x,y,z' >tf.csv
read_as typeform 1 0 tf.csv
printf '%s\n' 'Respondent ID,Collector ID,Start Date,End Date,How do you travel?,,What would help most?' \
	',,,,Bus,Car,Open-Ended Response' \
	'11,1,a,b,Bus,,A bus on Sundays would help me most' >sm.csv
read_as surveymonkey 1 0 sm.csv
has 'a choice has its question before it' out '"How do you travel\?: Bus":"Bus"'
printf '%s\n' 'StartDate,EndDate,ResponseId,Q1,Q2' \
	'Start Date,End Date,Response ID,How old are you?,What do you fear most of all?' \
	'"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"' \
	'x,y,R_1,44,That nothing will come of it' >q.csv
read_as qualtrics 1 0 q.csv
has 'the second row gives the question' out \
	'"question":"What do you fear most of all\?"'
printf '%s\n' 'Ident 1,Ident 2,Ident 3' \
	'Response ID,Do you agree?,Please explain your answer' \
	'7,Yes,Because it is cheaper for us' >cs.csv
read_as citizen-space 1 0 cs.csv
has 'the identifier of a response is kept' out '"ref":"7"'

# Other tools
printf '%s\n' 'id;category/name/en;title/en;body/en;component/id;published_at' \
	'4;Roads;Trees;Plant trees along the road;9;2026-01-01' >d.csv
read_as decidim 1 0 d.csv
has 'the body is the text' out '"text":"Plant trees along the road"'
printf '%s\n' 'ID,Título,Descripción,Administrador,Evaluador,Ámbito,Viabilidad,Seleccionado' \
	'4,Parque,Un parque nuevo,,,Norte,Viable,No' >c.csv
read_as consul 1 0 c.csv
printf '%s\n' poll id,title 9,Merge? poll_options id,poll_id,name \
	1,9,Agree 2,9,Disagree votes \
	id,poll_id,voter_id,voter_name,reason,reason_format,Agree,Disagree \
	5,9,100,Ann,cheaper,md,1, 6,9,101,Bob,,md,,1 >l.csv
read_as loomio 2 2 l.csv
has 'the reason is a note' out '"question":"Merge\?","text":"cheaper"'
printf '%s\n' id,document,tag,content 1,a.txt,bus,no-bus 1,a.txt,late,no-bus \
	2,a.txt,bus,late-bus >t.csv
read_as taguette 2 0 t.csv
has 'a highlight has all its tags' out '"tags":"bus; late"'
printf '%s\n' 'tag,description,number of highlights,number of documents' \
	bus,x,2,1 >tc.csv
read_as taguette-codebook 0 0 tc.csv
printf '%s\n' 'File,Coder,Coded,Id,Codename,Coded_Memo' \
	'"a.txt","me","the bus is late","3","bus",""' >qr.csv
read_as qualcoder-codes 1 0 qr.csv
printf '%s\n' noteId,author,text,column,timestamp,parent,votes \
	'1,Ann,too few buses,What went badly,t,,3' >s.csv
read_as scrumlr 1 0 s.csv
has 'the column of a board is the question' out \
	'"question":"What went badly","text":"too few buses"'
printf '%s\n' comment-id,comment-body,source,age 1,yes,web,30 >k.csv
read_as kouchou-ai 1 0 k.csv
printf '%s\n' arg-id,argument A1_0,yes >k2.csv
read_as kouchou-ai 1 0 k2.csv
printf '%s\n' 'comment_text,A-agree-count,A-disagree-count,A-pass-count,B-agree-count,B-disagree-count,B-pass-count' \
	'yes,1,2,3,10,20,30' >sg.csv
read_as sensemaker 1 0 sg.csv
has 'the counts of groups are added up' out \
	'"votes":\{"agree":11,"disagree":22,"pass":33\}'
printf '%s\n' '{"response_id":1001,"response":"more buses"}' \
	'{"response_id":1002,"response":""}' >tf.jsonl
read_as jsonl 1 0 tf.jsonl
has 'the id of a response is kept' out '"ref":"1001"'
printf '%s\n' 'First name,Surname,Email' Ann,Lee,a@b.org >reg.csv
read_as roster 0 0 reg.csv

# Transcripts
printf 'WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000\n<v Ann Lee>We need &lt;more&gt; buses.</v>\n\n00:02.000 --> 00:03.000\nBob Ray: I agree.\n\n00:03.000 --> 00:04.000\nBob Ray: So do we all.\n' >v.vtt
read_as webvtt 3 0 v.vtt
has 'a voice is a speaker, entities are read' out \
	'"text":"We need <more> buses.","speaker":"Ann Lee","attrs":\{"time":"00:01.000"\}'
exits 0 'turns are joined if asked' dlg-import -v -j -e x v.vtt
has 'those of one speaker' out '"text":"I agree. So do we all."'
printf 'Ann Lee  0:15\nWe need buses.\nMore of them.\n\nBob  1:02:03\nYes.\n\nTranscribed by https://otter.ai\n' >o.txt
read_as otter 2 0 o.txt
has 'a turn has all its lines' out '"text":"We need buses.\\nMore of them."'
printf '10:00:00\tAnn:\tHello all\n10:00:05\tBob:\tHello\n' >z4.txt
read_as zoom-chat 2 0 z4.txt
printf '10:00:00 From Ann to Everyone:\r\n\tMore buses\r\n10:00:09 From Bob to Everyone:\r\n\tReacted to "More buses" with +1\r\n10:00:10 From Bob to Everyone:\r\n\tReplying to "More buses"\r\n\t\r\n\tAnd trams\r\n10:01:00 From Bob to Ann(Direct Message):\r\n\thush\r\n' >z.txt
read_as zoom-chat 3 0 z.txt
has 'a reaction is set aside' err 'aside 1$'
has 'a reply says to what' out '"text":"And trams".*"reply-to":"\\"More buses'
has 'what was not said to everyone is sensitive' out \
	'"text":"hush","sensitive":true'

# Office files, made with openpyxl and pandoc
read_as xlsx 3 0 "$here/import/notes.xlsx"
has 'dates are ISO 8601, merged names are joined' out \
	'"date":"2026-03-12T14:30:00","table":"1","round":"2","text":"Line one\\nline two","attrs":\{"What: Cost":"0.5"\}'
has 'a title and a row of nothing are accounted for' err \
	'read 5 = notes 3 .* empty 1 .* aside 1$'
exits 0 'another sheet is read by name' \
	dlg-import -v -e x --sheet Forms "$here/import/notes.xlsx"
is 'as the survey that it is' 2 "$(grep -c '"question":"What gets' out)"
exits 2 'a sheet that is not there is a fault' \
	dlg-import -e x --sheet No "$here/import/notes.xlsx"
has 'and the sheets that are there are told' err \
	'no sheet of the name that --sheet says; it has 2: Notes, Forms$'
read_as docx 6 0 "$here/import/notes.docx"
has 'headings count' out \
	'"table":"3","question":"What gets in the way\?","text":"The bridge.","mark":"divergence"'
has 'a table in the text is a table, and under its headings' out \
	'"table":"5","question":"What gets in the way\?","text":"Fewer cars","mark":"divergence"'

read_as docx 6 0 "$here/import/footnotes.docx"
has 'a footnote is a note where it is referred to, once' out \
	'"table":"7",.*"text":"It meets on Mondays."'
has 'an endnote in a table too' out '"table":"7",.*"text":"Twelve pages."'
lacks 'the line above footnotes is none' out '"text":"line"'
has 'a table below a heading is of its table' out \
	'"table":"7",.*"text":"the forms are long","group":"Carers","speaker":"JS"'
has 'a column of disagreements makes marks' out \
	'"text":"Free buses","mark":"divergence"'
has 'RT: Action: is a speaker and a mark' out \
	'"text":"ask the council","mark":"action","speaker":"RT"'

read_as docx 10 0 "$here/import/edited.docx"
has 'a cell merged downwards says so in each row' out '"table":"4","text":"damp"'
is 'a text box is read once, and keeps the text around it' '1 1' \
	"$(grep -c 'text box note' out) $(grep -c 'around the box' out)"
lacks 'what was moved, deleted, hidden or struck out is not' out \
	'moved from|deleted secret|hidden|struck'
has 'and told' err ': 3 pieces of text that are hidden or struck out are left out$'
has 'so are comments' err ': 1 comments in its margin are left out$'
cat >credits.md <<'END'
# Table 3

Notes by Jo
Note-taker: Jo Lee
Facilitator: Al

- buses
- Host: it should be the council.

## Round 2
### Agreements
- more buses
### Other
- the hall was cold
END
read_as markdown 4 0 credits.md
has 'who wrote the sheet is no note of it' err 'read 7 = notes 4 .* aside 3$'
has 'an item that begins so is' out '"text":"Host: it should be the council'
has 'what fits no other heading answers no question' out \
	'"round":"2","text":"the hall was cold","source"'
printf 'What works well?\n- buses\n- trees\n\nAgreed:\n- more of both\n' >list.txt
exits 0 'a question above a list' dlg-import -e x list.txt
is 'is that of its items' 2 \
	"$(grep -c '"question":"What works well?","text":"[bt]' out)"
read_as docx 4 0 "$here/import/headed.docx"
is 'a Word table of questions has them for a header' 2 \
	"$(grep -c '"question":"What works well?"' out)"
is 'what a note says, merged or not, it says once' 1 \
	"$(grep -c 'one note' out)"
printf '# Table 1\n\n- Fire ~~the director~~ the boiler\n\n~~All of it.~~\n' >struck.md
read_as markdown 1 0 struck.md
has 'nor in Markdown' out '"text":"Fire  the boiler"'
has 'but accounted for' err 'read 2 = notes 1 .* aside 1$'

read_as xlsx 2 0 "$here/import/escaped.xlsx"
has 'what Excel escapes is read, a whole number is one' out \
	'"table":"3","text":"late\\nbuses_x","speaker":"Ann Lee"'
has 'and what looks like it is left' out '"table":"10","text":"_xZZZZ_ _x00"'
read_as xlsx 6 0 "$here/import/merged.xlsx"
is 'what a merged cell says holds for all its rows' '3 Health 2 Council' \
	"$(grep -c '"table":"1".*"group":"Health"' out) Health $(grep -c \
		'"table":"2".*"group":"Council"' out) Council"
is 'but a row that is merely tall is one note' 1 "$(grep -c poplars out)"
printf 'a,b,c,d\n1,2,3,4\n' >odd.csv
exits 2 'no column is known' dlg-import --explain -e e odd.csv
has 'but all are explained' out 'column 4, "d"'

printf 'text,Agree,Disagree,Pass,Share?,Confidential,\na,1,2,3,yes,no,\n' >uses.csv
exits 0 'columns of every use' dlg-import --explain -e e uses.csv
for use in 'votes (agree)' 'votes (disagree)' 'votes (pass)' \
	'sensitive, if it says no' 'sensitive (it asks' 'nothing: it is blank'; do
	grep -qF "$use" out
	ok $? "are told: $use"
done
exits 0 'a question for all notes' dlg-import -e e --question 'What now?' uses.csv
has 'is theirs' out '"question":"What now[?]"'

# Everything is in the list
dlg-import --formats >list
is '--formats lists them' 40 "$(wc -l <list | tr -d ' ')"
exits 0 'a workbook of several sheets is read' \
	dlg-import -e x "$here/import/notes.xlsx"
has 'and not its other sheets in silence' err \
	': the first of 2 sheets is read: name another with --sheet$'

# A registration made with a form of surveys is for the hosts alone.
cat >form.csv <<'END'
Timestamp,Email Address,Full name (as on your badge),Organisation / affiliation,What is your role?,Which breakout table would you like?,Dietary,Anything else we should know?
02/05/2026 09:12:01,j@x.org,Jo Bloggs,Night Clinic,Head nurse,1,none,I am blind in one eye and will come with my dog
END
exits 0 'a form of registration' dlg-import -e x form.csv
lacks 'is no survey' out dog
says 'and so called' \
	'dlg-import: form.csv: a registration list, not notes: for dlg-anon -r'
sed 's/Dietary/What worked well?/' form.csv >survey.csv
exits 0 'with a question on the event' dlg-import -e x survey.csv
lacks 'it is none' err registration

# A survey by a service that we do not know is told by its questions.
cat >survey.csv <<'END'
ID,Submitted at,Your sector,How glad are you of the buses?,What would help most in getting around?,Postal address,Anything else?
1,2026-03-01 10:00,Health,3,More buses in the evening so that people can get home,1 Lime Tree Road in the Valley,No
2,2026-03-01 11:00,Schools,4,Cheaper fares for young people,2 Lime Tree Road in the Valley,The timetable asked nobody who works nights
END
read_as csv 4 0 survey.csv
has 'and says what it took it for' err \
	': taken for a survey with open questions in 2 of 7 columns: --explain shows which, -t chooses$'
is 'with what was asked' 2 "$(grep -c '"question":"What would help most in getting around?"' out)"
lacks 'what is no question is no note' out '"text":"[0-9]'
has 'but stays beside it' out '"attrs":\{.*"Postal address":"1 Lime Tree Road in the Valley"'
exits 0 'who says which column is not second-guessed' \
	dlg-import -e x -t 'Anything else?' survey.csv
empty 'and is told nothing' err
done_testing
