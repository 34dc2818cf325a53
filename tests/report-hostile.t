#!/bin/sh
# What a note may hold and a report must not let through, by the numbers of
# tests/lib/cases: Markdown, HTML and what moves a terminal. Each is what the
# note says, and how it stands in the report, "~" for a word joiner (U+2060).
. "${0%/*}/lib/tap.sh"

# note TEXT: the report of one note, a JSON string; its line in line.
note() {
	rm -f report
	{
		echo '{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":1,"withheld":0}'
		printf '{"type":"note","id":"n1","event":"e","table":"1","text":"%s"}\n' "$1"
		echo '{"type":"end","records":2,"tool":"dlg-anon","version":"0"}'
	} | dlg-theme 2>err | dlg-converge 2>>err >found &&
		dlg-report -t synthesis -o report found 2>>err
	joiner=$(printf '\342\201\240')
	line=$(sed -n 's/^- \(.*\) (table 1; n1)$/\1/p' report 2>err |
		sed "s/$joiner/~/g")
}

# as NUMBER WHAT TEXT LINE
as() {
	note "$3"
	is "$1 $2" "$4" "$line"
}
# shellcheck disable=SC2016 # what stands between single quotes is meant so
{
	as 121 'a tag' 'wxq <script>x</script>' 'wxq &#60;script>x&#60;/script>'
	as 122 'a link that runs' 'wxq [x](javascript:y)' \
		'wxq \[x](javascript\:y)'
	as 123 'a picture from afar' 'wxq ![x](http://a.example/t.png)' \
		'wxq !\[x](http\:~//a.example/t.png)'
	as 124 'a pipe' 'wxq a|b' 'wxq a&#124;b'
	as 125 'a heading' '# wxq' '&#35; wxq'
	as 125 'a quote' '> wxq' '\> wxq'
	as 125 'an item' '- wxq' '\- wxq'
	as 125 'a numbered item' '1. wxq' '1\. wxq'
	as 125 'an item with a plus' '+ wxq' '\+ wxq'
	as 125 'a heading by its line' '=== wxq' '\=\=\= wxq'
	as 125 'a rule' '--- wxq' '\--- wxq'
	as 125 'code' '``` wxq' '&#96;&#96;&#96; wxq'
	as 126 'four blanks' '    wxq' 'wxq'
	as 127 'an address' 'wxq http://a.example/x www.a.example' \
		'wxq http\:~//a.example/x www~.a.example'
	as 128 'an e-mail address' 'wxq b@x.example' 'wxq b@~x.example'
	as 129 'a mailto' 'wxq mailto:b xmpp:c' 'wxq mailto\:b xmpp\:c'
	as 130 'a comment' 'wxq <!-- h -->' 'wxq &#60;!-- h -->'
	as 131 'a footnote' 'wxq [^1]: x' 'wxq \[\^1]: x'
	as 131 'a reference' '[wxq]: http://a.example' '\[wxq]: http\:~//a.example'
	as 132 'formulas, smileys, mentions' 'wxq $a$ :pig: @jo #123' \
		'wxq \$a\$ :~pig: @~jo #~123'
	bad=$(printf '\357\277\275')
	as 133 'what moves a terminal' \
		'wxq \u001b[2J \u001b]8;;a\u0007b \u009b2J \u0007' \
		"wxq $bad\\[2J $bad]8;;a${bad}b ${bad}2J $bad"
	as 133 'a line written over' 'wxq a\rb' 'wxq a b'
	as 134 'another direction' 'wxq \u202e a \u2066' "wxq $bad a $bad"
	as 135 'what has no width' 'wxq a\u200bb' 'wxq ab'
	as 137 'what begins a page' '---\nwxq: 1\n---' '\--- wxq: 1 ---'
	as 138 'a template' 'wxq {{ notes }}' 'wxq &#123;&#123; notes }}'
	as 139 'an entity' 'wxq &lt;b&gt;' 'wxq &#38;lt;b&#38;gt;'
}
note "wxq $(head -c 100000 /dev/zero | tr '\0' a) vv"
has '136 a long note is reported' report wxq
[ "$(wc -c <report)" -lt 220000 ]
ok $? '136 whole once, and cut where it is quoted'
printf '{"type":"note","id":"n1","event":"e","text":"wxq a\\u0000b"}\n' >zero
exits 2 '140 a byte of nothing is refused' dlg-theme zero
says '140 by its line' 'dlg-theme: zero:1: column 53: \u0000 is not allowed'
done_testing
