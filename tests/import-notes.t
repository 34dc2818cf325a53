#!/bin/sh
# dlg-import on notes as they are typed: tables in Markdown, and what stands
# before a note.
. "${0%/*}/lib/tap.sh"

# notes: the fields of each note that tell it, from out.
notes() {
	sed -n 's/.*"event":"e",\{0,1\}\(.*\),"source".*/\1/p' out
}

# reads NAME: notes.md gives the notes in the file want.
reads() {
	exits 0 "$1" dlg-import -e e notes.md
	notes >got
	same "$1: its notes" want got
}

cat >notes.md <<'END'
## Table 4
### What gets in the way?

| Group | Note | Mark |
|-------|:----:|------|
| GPs | JS: fares \| costs | agreement |
| Carers | Nobody answers | divergence |
END
cat >want <<'END'
"table":"4","question":"What gets in the way?","text":"fares | costs","mark":"agreement","group":"GPs","speaker":"JS"
"table":"4","question":"What gets in the way?","text":"Nobody answers","mark":"divergence","group":"Carers"
END
reads 'a table whose header is known, below headings'

cat >notes.md <<'END'
# A dialogue
## Table 4

Agreements | Divergences | What next?
--- | --- | ---
More buses | Free buses | RT: a trial
Trams | | Action - ask

- and an item
END
cat >want <<'END'
"table":"4","text":"More buses","mark":"agreement"
"table":"4","text":"Free buses","mark":"divergence"
"table":"4","question":"What next?","text":"a trial","speaker":"RT"
"table":"4","text":"Trams","mark":"agreement"
"table":"4","question":"What next?","text":"ask","mark":"action"
"table":"4","text":"and an item"
END
reads 'a table whose columns are marks and questions'

cat >notes.md <<'END'
| Table | What now? |
|---|---|
| 6 | Call them |
END
cat >want <<'END'
"table":"6","question":"What now?","text":"Call them"
END
reads 'a file that is a table'

cat >notes.md <<'END'
# X
| loose | cells |
| here | too |
after
END
cat >want <<'END'
"text":"loose"
"text":"cells"
"text":"here"
"text":"too"
"text":"after"
END
reads 'a table without a header'

cat >notes.md <<'END'
# X
```
| no | table |
|---|---|
```
END
exits 0 'bars in a fence' dlg-import -e e notes.md
has 'are no table' out '"text":"\| no \| table'

cat >notes.md <<'END'
# X
| Note | Mark |
|---|---|
| one |
| two | action |
END
exits 0 'a short row' dlg-import -v -e e notes.md
has 'is filled up' err 'read 2 = notes 2 '

cat >notes.md <<'END'
# X
- RT: Action: call them
- Action - call them
- Action: RT: call them
- **Agreement** – we agree
- Divergence — they do not
- AB - this and that: more
- JS: AB: hello
- [ ] RT: Action: write
- Question: why - not?
- Ann Lee: Commitment: to do it
END
cat >want <<'END'
"text":"call them","mark":"action","speaker":"RT"
"text":"call them","mark":"action"
"text":"call them","mark":"action","speaker":"RT"
"text":"we agree","mark":"agreement"
"text":"they do not","mark":"divergence"
"text":"AB - this and that: more"
"text":"AB: hello","speaker":"JS"
"text":"write","mark":"action","speaker":"RT"
"text":"why - not?","mark":"question"
"text":"to do it","mark":"commitment","speaker":"Ann Lee"
END
reads 'what stands before a note'

cat >notes.md <<'END'
# X
## Table 1 – Buses
- late
### What next?
- ask
## Table 3 (north)
- cold
END
cat >want <<'END'
"table":"1","question":"Buses","text":"late"
"table":"1","question":"What next?","text":"ask"
"table":"3","question":"north","text":"cold"
END
reads 'what stands behind the number of a table'

mkdir folder
echo '{"title":"Spring"}' >folder/event.json
printf 'text\nBuses.\n' >folder/notes.csv
echo x >folder/other.bin
exits 0 'a folder is read' dlg-import -v folder
has 'what is left alone is told' err 'other\.bin: left alone$'
lacks 'but not what is used' err 'event\.json'

printf 'a,text\n1,caf\351\n' >latin.csv
exits 0 'an odd byte at the very end' dlg-import -e e -E cp1252 latin.csv
has 'does not pass for UTF-8 cut short' out 'café'
cat >notes.md <<'END'
## Table 4

**Jo:** Buses run late.
**Priya**: They do.
**Transport:** is a topic
and a long one.
**Woking:** is a place

- __Siobhan:__ Action: ask them
- **What next:** nobody knows
- **Jo:**
- **Jo:**nothing between
END
cat >want <<'END'
"table":"4","text":"Buses run late.","speaker":"Jo"
"table":"4","text":"They do.","speaker":"Priya"
"table":"4","text":"**Transport:** is a topic and a long one."
"table":"4","text":"**Woking:** is a place"
"table":"4","text":"ask them","mark":"action","speaker":"Siobhan"
"table":"4","text":"**What next:** nobody knows"
"table":"4","text":"**Jo:**"
"table":"4","text":"**Jo:**nothing between"
END
reads 'a first name in bold is who speaks, a topic is not'

# A form whose rows must be filled in.
cat >form.csv <<'END'
table,note,mark
1,None.,divergence
1,n/a,agreement
2,No bus,divergence
3,no,
END
exits 0 'rows that say none under a mark' dlg-import --verbose -e e form.csv
has 'are empty' err 'notes 2 \+ votes 0 \+ empty 2 '
lacks 'and tell of no divergence' out '"None'

done_testing
