#!/bin/sh
# dlg-anon: registration lists as people have them. Who is in one is masked,
# what is in it beside them is not, and what cannot be read surely is refused.
. "${0%/*}/lib/tap.sh"

# Two people whom most of these lists are of.
both='Zebedee Quillfeather met Ottoline Brackenbury'
{
	for text in "$both" 'Quillfeather asked' 'Ottoline asked' \
	    'they said: she asked' 'Chair: please speak up' 'Guest asked' \
	    'Cancelled: the bus' 'the PhD and the MBE' 'Online and early' \
	    'Name the total'; do
		printf '{"type":"note","id":"1","event":"%02d","text":"%s"}\n' \
			"$((n = ${n:-0} + 1))" "$text"
	done
	printf '{"type":"end","records":10,"tool":"t","version":"1"}\n'
} >in

# texts: what became of the notes.
texts() {
	sed -n 's/.*"type":"note".*"text":"\(.*\)"}/\1/p' out
}

cat >masked <<'EOF'
[name] met [name]
[name] asked
[name] asked
they said: she asked
Chair: please speak up
Guest asked
Cancelled: the bus
the PhD and the MBE
Online and early
Name the total
EOF

# reads NAME FILE: both are masked, and no word of everyday.
reads() {
	exits 0 "$1" dlg-anon --names off -r "$2" in
	texts >got
	same "$1: who is in it, and nothing else" masked got
	empty "$1: in silence" err
}

# list NAME, with the list on stdin: it is read.
list() {
	cat >list.csv
	reads "$1" list.csv
}

# refused NAME MESSAGE: so is list.csv.
refused() {
	exits 3 "$1" dlg-anon --names off -r list.csv in
	says "$1: says why" "dlg-anon: list.csv:$2"
	empty "$1: nothing passes" out
}

# What stands beside a name.
list 'pronouns, remarks, honours' <<'EOF'
Name,Organisation
Zebedee Quillfeather (they/them),Harbour Trust
Ottoline Brackenbury MBE PhD - CANCELLED,Lido
EOF
list 'people who come along' <<'EOF'
Name,Organisation
Dr Zebedee Quillfeather + 1,Harbour Trust
Ottoline Brackenbury and guest (online; early),Lido
TBC,Lido
Guest,Lido
EOF
list 'what stands before a name, and behind bars' <<'EOF'
Name,Table
1. Zebedee Quillfeather | she/her,1
Chair: Ottoline Brackenbury [table host],1
EOF
list 'several in a cell' <<'EOF'
Name,Table
Zebedee Quillfeather; Ottoline Brackenbury,1
EOF
list 'several in a cell, on lines of it' <<'EOF'
Name,Table
"Zebedee Quillfeather
Ottoline Brackenbury",1
EOF
list 'first names and surnames with remarks' <<'EOF'
First name,Surname
Zebedee (he/him),Quillfeather MP
Ms Ottoline,Brackenbury (née Plumb)
EOF

# Several columns of names.
list 'an attendee and who paid' <<'EOF'
Order #,First Name,Last Name,Email,Attendee #,Attendee Status,Buyer First Name,Buyer Last Name
1,Zebedee,Quillfeather,z@x.example,9001,Attending,Ottoline,Brackenbury
2,Info Requested,Info Requested,,9002,Attending,Ottoline,Brackenbury
EOF
list 'a guest' <<'EOF'
Name,Guest,Table
Zebedee Quillfeather,Ottoline Brackenbury,1
EOF
list 'a line manager' <<'EOF'
Name,Line manager,Dietary needs
Zebedee Quillfeather,Ottoline Brackenbury,No nuts
EOF
list 'numbered names' <<'EOF'
Name 1,Name 2,Table
Zebedee Quillfeather,Ottoline Brackenbury,1
EOF
list 'two tables side by side' <<'EOF'
First name,Surname,First name,Surname
Zebedee,Quillfeather,Ottoline,Brackenbury
EOF
cp "$here"/anon/*.xlsx .
reads 'two tables side by side in Excel' besides.xlsx
list 'hosts of tables' <<'EOF'
Name,Table,Table host
Zebedee Quillfeather,1,Ottoline Brackenbury
EOF
list 'a column that another says better' <<'EOF'
ID,Email,Name,Full name (as on your badge)
1,anonymous,,Zebedee Quillfeather
2,anonymous,,Ottoline Brackenbury
EOF
list 'a column that is no name' <<'EOF'
Name (Original Name),User Email,Guest
Zeb (Zebedee Quillfeather),z@x.example,Yes
Ottoline Brackenbury,,No
EOF
printf 'Name,Name\nZebedee,Quillfeather\n' >list.csv
refused 'columns of one name' \
	'1: columns 1 and 2 have one name: call them "first name" and "surname", or "name 1" and "name 2"'
printf 'Name,Ansprechpartner\nZebedee Quillfeather,Ottoline Brackenbury\n' \
	>list.csv
refused 'a column of names that is not known' \
	'1: column 2 seems to hold names, but is not called so: call it "name 2", "guest name" or the like, or take it out'
{
	printf 'Name\n"'
	for i in a b c d e f g h i j k l m n o p q r; do
		printf 'Zeb %s;' "$i"
	done
	echo '"'
} >list.csv
refused 'too many in a cell' \
	'2: a cell of names that cannot be told apart: put each person on a row'

# Rows that name nobody.
list 'a name in the address' <<'EOF'
Name,Email
,zebedee.quillfeather@x.example
Ottoline Brackenbury,
EOF
for row in ',zq@x.example,' ',,Pilot'; do
	printf 'Name,Email,Role\nAnn Lee,,\n%s\n' "$row" >list.csv
	refused "a row that has no name: $row" \
		'3: names nobody: fill in the name, or take the row out'
done
exits 3 'a formula that has no value' dlg-anon -r unfilled.xlsx in
says 'is refused' \
	'dlg-anon: unfilled.xlsx:3: names nobody: fill in the name, or take the row out'
list 'totals, headings, empty rows' <<'EOF'
Organisation,Name,Table
Lido,Zebedee Quillfeather,1
,,
Total,,1
,Total: 1,
Apologies:,,
Organisation,Name,Table
Lido,Ottoline Brackenbury,2
EOF

# What is no list, or begins late.
for form in turned forms; do
	exits 3 "a table that is $form" dlg-anon -r $form.xlsx in
	says 'is refused' \
		"dlg-anon: $form.xlsx:2: a heading stands among the names: a list has one row of headings and below it each person on a row"
	empty 'and nothing passes' out
done
list 'titles above the headings' <<'EOF'
Town dialogue: list of participants (CONFIDENTIAL)
Printed 1 April,,

No.,Name,Organisation
1,Zebedee Quillfeather,Lido
2,Ottoline Brackenbury,Lido
EOF
printf '%s\n' '1. Summary' 'Meeting title	Town' '' '2. Participants' \
	'Name	First Join	Email	Role' \
	'Zebedee Quillfeather	4/2/26, 9:55 AM		Organizer' \
	'Brackenbury, Ottoline (Guest)	4/2/26, 9:55 AM		Presenter' >list.csv
reads 'a report of who attended' list.csv
printf 'Ann Lee,Lido\n\nName,Organisation\nZebedee Quillfeather,Lido\n' >list.csv
refused 'names above the headings' \
	'1: names stand above the row that names the columns: take them out, or put them below it'

# Who is named, but did not come, is not counted at a table.
{
	echo 'Name,Partner,Table'
	for i in a b c d; do
		echo "Ann Q${i}ng,Bob Z${i}rp,1"
	done
} >list.csv
{
	printf '{"type":"note","id":"1","event":"e","text":"a","table":"1"}\n'
	printf '{"type":"note","id":"2","event":"e","text":"b"}\n'
	printf '{"type":"end","records":2,"tool":"t","version":"1"}\n'
} >seated
exits 0 'partners' dlg-anon -k 5 -r list.csv seated
lacks 'do not make four people five' out '"table":"1"'
done_testing
