#!/usr/bin/perl
# Whatever people write, a renderer shows words: a report of hostile text has
# the same tags as one of plain words, in every place where text can stand.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename;
use File::Temp qw(tempdir);
use Test::More;

my $here = dirname(abs_path($0));
my $bin = $ENV{DLG_BIN} || "$here/../bin";
my $work = tempdir(CLEANUP => 1);
my $J = "\x{2060}";
chdir $work or die;

# Cases 121 to 140, and what else each renderer understands.
my @hostile = (
	'<script>alert(1)</script>', '<img src=x onerror=alert(1)>',
	'</td></tr></table><h1>x', '<details><summary>x',
	'[x](javascript:alert(1))', '[x](<http://t.example>)', '[x][y]',
	'![x](http://t.example/p.gif)', '![x][y]',
	'a | b | c', '| --- | --- |', '|a|b|', ':-- | --:',
	'# head', '## head ##', '> quote', '- item', '+ item', '* item',
	'1. item', '1) item', '(1) item', 'a. item', 'iv) item', '#. item',
	'(@) item', '=====', '---', '***', '___', '- - -', '```sh', '~~~',
	'    code', "\tcode", "x\n\n# head", "x\n=====", "x\n-----",
	"x\r\n\r\n    code", "x\\\ny", "x  \ny", "---\ntitle: x\n---",
	'http://a.example/b', 'https://a.example', 'www.a.example',
	'WWW.a.example/x', 'ftp://a.example', 'x http://a.example, y',
	'(www.a.example)', 'bob@x.example', 'a.b-c+d@x.example.org',
	'doi:10.1000/x', 'tel:+441', 'tel:441', 'javascript:alert(1)',
	'data:text/html,x', 'urn:isbn:1', 'mailto:bob@x.example', 'xmpp:bob@x.example/y', '<bob@x.example>',
	'<http://a.example>', '<!-- x', '<!-- x -->', '<?php x ?>',
	'<![CDATA[x]]>', '<!DOCTYPE x>',
	'[^1]: note', '[^1]', '^[note]', '[y]: http://t.example', '[y]',
	'*[x]: abbr', '$x^2$', '$$x$$', '\\(x\\)', '\\[x\\]', '\\\\(x\\\\)',
	'\\begin{x}y\\end{x}', '\\newpage', ':tada:', '@mention', '#123',
	"\x{1b}[2Jx", "\x{1b}]8;;http://t.example\x{7}x\x{1b}]8;;\x{7}",
	"\x{1b}]52;c;eA==\x{7}", "a\rb", "\x{9b}2Jx",
	"\x{202e}x\x{2066}y", "a\x{200b}b\x{feff}c\x{ad}d",
	'word ' x 600, 'w' x 3000, '{{title}}', '{% raw %}', '<%= x %>',
	'${x}', '&lt;b&gt;', '&#60;b&#62;', '&copy;', '&#x3c;b>', '\\<b>',
	'**b** *i* __u__ _i_', '~~s~~ ~s~ ^s^ ==m== ++i++', '`code` ``c``',
	'***x', '~~~', 'Table: x', ': x', '::: x', '% x', '[x]{.y}', '[ ] x',
	'[x] x', '@cite [@cite]', '"quotes" \'s ...', "it's -- and --- so",
	'key: value', '!!! note', '[TOC]', '[[_TOC_]]', '-', '#', '>', '`',
	'\\', '[', ']', '!', '&', '<', "'", '"', ':', '=', '~', '^', '$', '|',
);

sub quote {
	my ($s) = @_;
	$s =~ s/([\\"\x00-\x1f])/sprintf '\\u%04x', ord $1/ge;
	return "\"$s\"";
}

# A stream in which the words of a list stand in every place; $at says
# whether they come first or last there.
sub stream {
	my ($name, $at, @words) = @_;
	my (@lines, @notes);
	my $w = sub { quote($at ? "$_[1] $_[0]" : "$_[0] $_[1]") };
	my $groups = join ',', map { $w->($words[$_], "g$_") . ':7' } 0 .. $#words;
	push @lines, qq({"type":"event","event":"e","title":${\$w->($words[0], 1)},) .
		qq("convenor":${\$w->($words[1], 1)},"date":"2026-03-04",) .
		qq("participants":{"groups":{$groups}}});
	for my $i (0 .. $#words) {
		my ($x, $id) = ($words[$i], sub { $w->($words[$i], "n$i.$_[0]") });
		my @marks = ('', '', qw(action question principle));
		for my $k (0 .. $#marks) {
			my $mark = $marks[$k] ? qq(,"mark":"$marks[$k]") : '';
			my $theme = $k == 4 && $i % 2 ? '' : qq({"id":${\$w->($x, "t$i")},"score":0.$k});
			push @lines, qq({"type":"note","event":"e","id":${\$id->($k)},) .
				qq("text":${\$w->($x, "$i.$k not in the room")},) .
				qq("table":${\$w->($x, "b$i")},"round":${\$w->($x, 'r')},) .
				qq("question":${\$w->($words[$i % 7], 'q' . $i % 7)},) .
				qq("group":${\$w->($x, "g$i")}$mark,"themes":[$theme]});
		}
		my $verdict = (qw(convergent contested single-voice recurring))[$i % 4];
		push @lines, qq({"type":"theme","id":${\$w->($x, "t$i")},) .
			qq("label":${\$w->($x, "l$i")},"terms":[${\$w->($x, 'm')}]});
		push @lines, qq({"type":"finding","id":"f$i","event":"e",) .
			qq("theme":${\$w->($x, "t$i")},"verdict":"$verdict",) .
			qq("basis":"marks","rule":${\$w->($x, 'rule')},"margin":${\$w->($x, 'm')},) .
			q("counts":{"notes":5,"tables":) . ($i + 1) . qq(,"of_tables":999,"groups":1,"of_groups":2,) .
			qq("by_group":{${\$w->($x, "g$i")}:5}},"interval":{"words":${\$w->($x, 'i;j')}},) .
			qq("evidence":[${\join ',', map { $id->($_) } 0 .. 4}],) .
			qq("converging":[${\$id->(0)}],"diverging":[${\$id->(1)}],"positions":[) .
			($i % 8 == 1 ? qq({"side":${\$w->($x, 'for')},"notes":[${\$id->(0)}],) .
			qq("groups":{${\$w->($x, "g$i")}:1}},{"side":"against","notes":[${\$id->(1)}],) .
			qq("groups":{"a":1,"b":2}}) : '') . '],"tensions":[' .
			($i % 8 == 5 ? qq({"a":${\$id->(0)},"b":${\$id->(1)},"reason":${\$w->($x, 'r')}}) : '') .
			']}';
		push @lines, qq({"type":"finding","id":"v$i","event":"e","note":${\$id->(0)},) .
			qq("verdict":"convergent","counts":{"votes":{"agree":30,"disagree":4,"pass":1,) .
			qq("by_group":{${\$w->($x, "g$i")}:{"agree":9,"disagree":2}}}}}) if $i % 5 == 0;
	}
	push @lines, qq({"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":9999,) .
		qq("withheld":1,"replaced":{${\$w->($words[0], 'kind')}:3}});
	push @lines, qq({"type":"end","records":${\scalar @lines}});
	open my $f, '>:utf8', $name or die;
	print $f "$_\n" for @lines;
	close $f;
}

# The tags of a page, without what only names places in it.
sub tags {
	my ($html) = @_;
	$html =~ s{<a [^>]*footnote-backref.*?</a>}{}gs;
	my @tags = $html =~ /<[^>]*>/g;
	for (@tags) {
		s{\s+}{ }g;
		s/ (id|class|title|alt|aria-\S+?|data-\S+?|role|style|width)="[^"]*"//g;
		s/ href="#[^"]*"/ href="#"/g;
	}
	return join "\n", grep { !/^<\/?col/ } @tags;
}

# How many ids of notes are seen. A cell too many pushes the last one, where
# the id is, out of its table, and no tag tells of it.
sub ids {
	my ($html) = @_;
	$html =~ s/<[^>]*>//g;
	return scalar(() = $html =~ /\bn\d+\.\d\b/g);
}

my @renderers = (
	['cmark', 'cmark --unsafe'],
	['cmark-gfm', 'cmark-gfm --unsafe -e footnotes -e table -e autolink ' .
		'-e strikethrough -e tasklist'],
	['lowdown', 'lowdown -s --html-no-skiphtml --html-no-escapehtml ' .
		'--parse-math --parse-super'],
	['pandoc', 'pandoc --wrap=none -f gfm -t html'],
	['pandoc', 'pandoc --wrap=none -f markdown+autolink_bare_uris+emoji+mark' .
		'+tex_math_single_backslash+hard_line_breaks -t html'],
);

for my $at (0, 1) {
	my $side = $at ? 'last' : 'first';
	stream("hostile.jsonl", $at, @hostile);
	stream("plain.jsonl", $at, map { "plain words" } @hostile);
	for my $template ($at ? "synthesis" : qw(synthesis fsd weekly brief)) {
		for my $kind ('hostile', 'plain') {
			is(system("$bin/dlg-report -t $template $kind.jsonl >$kind.md"),
				0, "$template: $kind text, $side, is reported");
		}
		open my $f, '<:utf8', 'hostile.md' or die;
		my $text = do { local $/; <$f> };
		unlike($text, qr/[\x00-\x09\x0b-\x1f\x7f-\x9f\x{202a}-\x{202e}\x{2066}-\x{2069}]/,
			"$template: no control character is left");
		for (@renderers) {
			my ($program, $command) = @$_;
			SKIP: {
				skip "$program is not here", 2
					if `sh -c 'command -v $program'` eq '';
				$command =~ s/\+mark\b// ; # newer than some
				my @pages = map { scalar `$command $_.md 2>/dev/null` } qw(hostile plain);
				my ($got, $want) = map { tags($_) } @pages;
				ok($got eq $want && $want =~ m{<h1>}, "$template: $side: $command");
				is(ids($pages[0]), ids($pages[1]), "and every note's id is seen");
				if ($got ne $want) {
					my @g = split /\n/, $got;
					my @w = split /\n/, $want;
					my $i = 0;
					$i++ while ($g[$i] // '') eq ($w[$i] // '') && $i < @g;
					diag("tag $i: $g[$i] not $w[$i]; before: @g[$i-4 .. $i-1]");
				}
			}
		}
	}
}

# What is put in to escape is never seen.
stream('words.jsonl', 1, grep { !/\\/ } @hostile);
system("$bin/dlg-report words.jsonl >words.md");
for (@renderers) {
	my ($program, $command) = @$_;
	SKIP: {
		skip "$program is not here", 1
			if `sh -c 'command -v $program'` eq '';
		my $html = `$command words.md 2>/dev/null`;
		ok($html !~ /\\|&amp;#\d+;/, "no escape is seen: $command");
	}
}
done_testing();
