#!/usr/bin/perl
# The pictures of a report: by their own geometry no two lines of text meet,
# and none leaves the picture; nothing in them runs or is fetched.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename;
use File::Temp qw(tempdir);
use Test::More;

my $here = dirname(abs_path($0));
my $bin = $ENV{DLG_BIN} || "$here/../bin";
my $work = tempdir(CLEANUP => 1);
chdir $work or die;

# A stream of many themes with long names, groups, votes and weeks.
sub crowd {
	my ($themes, $label, $n) = @_;
	my @lines = ('{"type":"audit","event":"e","rule":"chatham-house","k":5,"notes":99999}');
	my @verdicts = qw(convergent contested single-voice recurring);
	for my $i (1 .. $themes) {
		my $groups = join ',', map { qq("$label group $_":) . ($i * $_ % 13) } 1 .. $n // 9;
		for my $day (3, 4, 11, 18, 25) {
			push @lines, qq({"type":"note","event":"e","id":"n$i.$day","text":"$label $i",) .
				sprintf(qq("date":"2026-03-%02d","table":"%d","themes":[{"id":"t$i"}]}), $day, $i % 12);
		}
		push @lines, qq({"type":"theme","id":"t$i","label":"$label $i"});
		push @lines, qq({"type":"finding","id":"f$i","theme":"t$i","event":"e","verdict":"$verdicts[$i % 4]",) .
			'"counts":{"notes":5,"tables":' . ($i % 12 + 1) . qq(,"of_tables":12,"by_group":{$groups}}});
		push @lines, qq({"type":"finding","id":"v$i","note":"n$i.3","event":"e","verdict":"contested",) .
			'"counts":{"votes":{"agree":20,"disagree":20,"by_group":{"A":{"agree":18,"disagree":2},' .
			'"Bee keepers of the whole long valley":{"agree":2,"disagree":18},"C":{"agree":1,"disagree":1}}}}}';
	}
	my $cells = join ',', map { sprintf '{"x":%d,"y":%d,"group":"%s","voters":%d}', $_ % 7 - 3, ($_ * 5) % 7 - 3,
		("$label A", 'B', 'C', 'D', 'E', 'F', 'G')[$_ % 7], 5 + $_ } 0 .. 30;
	push @lines, qq({"type":"finding","id":"vm","note":"n1.3","event":"e","verdict":"mixed","counts":{"votes":{"agree":1,"disagree":1}},) .
		qq("map":{"x":[-4,4],"y":[-4,4],"side":8,"cells":[$cells,{"x":0,"y":0,"voters":9},{"x":1,"y":1,"voters":4}],"left_out":3,"unplaced":7,"explained":[0.2,0.1]}});
	push @lines, qq({"type":"end","records":${\scalar @lines}});
	open my $f, '>:utf8', 'crowd.jsonl' or die;
	print $f "$_\n" for @lines;
	close $f;
}

sub check {
	my ($file, $what) = @_;
	open my $f, '<', $file or return fail("$what: $file is there");
	my $svg = do { local $/; <$f> };
	my ($width, $height) = $svg =~ /^<svg [^>]*width="(\d+)" height="(\d+)"/;
	my @boxes = map { [split ' '] } $svg =~ /data-box="([^"]*)"/g;
	my ($meet, $leave) = (0, 0);
	for my $i (0 .. $#boxes) {
		my $a = $boxes[$i];
		$leave++ if $a->[0] < 0 || $a->[1] < 0 || $a->[2] > $width || $a->[3] > $height;
		for my $b (@boxes[$i + 1 .. $#boxes]) {
			$meet++ if $a->[0] < $b->[2] && $b->[0] < $a->[2] &&
				$a->[1] < $b->[3] && $b->[1] < $a->[3];
		}
	}
	ok(@boxes > 3, "$what: $file has text");
	is($meet, 0, "$what: $file: no two lines of text meet");
	is($leave, 0, "$what: $file: none leaves the picture");
	like($svg, qr{<title id="t">.+</title>\n<desc id="d">.+</desc>}, "$what: $file: is told to those who hear it");
	my $rest = $svg =~ s{xmlns="http://www.w3.org/2000/svg"}{}r;
	unlike($rest, qr/<script|<image|<style|<foreignObject|href|url\(|http:\/\/|\bon\w+=/i, "$what: $file: nothing runs or is fetched");
	is(scalar(() = $svg =~ /<text /g), scalar(() = $svg =~ /<\/text>/g), "$what: $file: text is text");
}

for (['short', 3, 'bus'], ['long', 40, 'the long and winding road to an appointment with words'],
	['wide', 30, "\x{5065}\x{5eb7}\x{4e0e}\x{793e}\x{4f1a}" x 12], ['hostile', 12, '</text><script>a</script>&']) {
	my ($what, $n, $label) = @$_;
	crowd($n, $label);
	is(system("$bin/dlg-report -f figs -o report.md crowd.jsonl"), 0, "$what: drawn");
	check("figs/$_", $what) for qw(map.svg groups.svg voters.svg votes.svg weeks.svg);
}
my $voters = do { local (@ARGV, $/) = 'figs/voters.svg'; <> };
like($voters, qr/>7 people are not shown: too few stand near them\.</, 'people fewer than may be shown have no mark');
like($voters, qr/>7 people voted too little to be placed\.</, 'nor have those who voted too little');
like($voters, qr/>of no group: 9 people</, 'people of no group have one');
like($voters, qr/>B: 100 people</, 'the key counts each group');
my $map = do { local (@ARGV, $/) = 'figs/map.svg'; <> };
like($map, qr/width="480"/, 'a picture is as wide as a phone can show');
unlike($map, qr/themes are shown/, 'where all themes are shown, nothing is said of that');

# Ids of notes are an event's own.
open my $two, '>', 'two.jsonl' or die;
my ($k, $n) = ('"counts":{"votes":{"agree":%d,"disagree":%d,"by_group":{"G":{"agree":%d,"disagree":%d}}}}', 0);
for (['a', 20, 0, 'convergent'], ['b', 9, 11, 'contested']) {
	my ($e, $agree, $disagree, $verdict) = @$_;
	print $two qq({"type":"event","event":"$e","title":"$e","rule":"none"}\n),
		qq({"type":"note","event":"$e","id":"n1","text":"statement of $e","themes":[{"id":"t1"}]}\n),
		qq({"type":"finding","id":"f$e","note":"n1","event":"$e","verdict":"$verdict",), sprintf($k, $agree, $disagree, $agree, $disagree), "}\n";
}
print $two qq({"type":"theme","id":"t1","label":"l"}\n{"type":"end","records":7}\n);
close $two;
is(system("$bin/dlg-report -f two two.jsonl >two.md"), 0, 'two events whose notes have the same id');
like(do { local (@ARGV, $/) = 'two.md'; <> }, qr/^!\[Convergence map: how many notes are on each theme, /m, 'without tables, the words for a map count notes');
my $votes = do { local (@ARGV, $/) = 'two/votes.svg'; <> };
like($votes, qr/>statement of b<.*>9 of 20</s, 'votes stand under the statement they were cast on');
my $md = do { local (@ARGV, $/) = 'report.md'; <> };
like($md, qr/^!\[Convergence map[^]]*\]\(figs\/map\.svg\)$/m, 'the report links them');
system "mkdir -p sub; $bin/dlg-report -f 'sub/my figs' -o sub/r.md crowd.jsonl";
$md = do { local (@ARGV, $/) = 'sub/r.md'; <> };
like($md, qr/\(my%20figs\/map\.svg\)/, 'as seen from where it is');
is(system("cp -R figs before; $bin/dlg-report -f figs -o report.md crowd.jsonl; diff -r before figs >/dev/null"), 0, 'the same bytes again');
is(system("$bin/dlg-report -f /proc/none crowd.jsonl >out 2>err") >> 8, 2, 'a directory that cannot be made is a fault');
like(do { local (@ARGV, $/) = 'err'; <> }, qr/^dlg-report: \/proc\/none: cannot make it: .*\n\z/, 'and says so');
is(-s 'out', 0, 'and there is no report');

is(system("$bin/dlg-report -t weekly -f weekly -o weekly.md crowd.jsonl"), 0, 'a week with pictures');
$md = do { local (@ARGV, $/) = 'weekly.md'; <> };
like($md, qr/\(weekly\/$_\.svg\)/, "links $_.svg") for qw(map groups voters weeks);

is(system("$bin/dlg-report -t brief -f brief -o brief.md crowd.jsonl 2>err"), 0, 'a template that links no pictures');
is(join(' ', glob 'brief/*'), '', 'gets none');
like(do { local (@ARGV, $/) = 'err'; <> }, qr/^dlg-report: --figures: this template links no pictures, so that none was made$/, 'and says so');
is(system('for f in figs/*.svg; do grep -q "($f)" report.md || exit 1; done'), 0, 'the synthesis links each that is there');

crowd(3, 'bus', 14);
is(system("$bin/dlg-report -f many -o many.md crowd.jsonl"), 0, 'more groups than there is room for');
check('many/groups.svg', 'many groups');
like(do { local (@ARGV, $/) = 'many/groups.svg'; <> }, qr/>L: bus group \d+<.*>12 of 14 groups are shown\.</s, 'those with most notes are shown, the rest counted');
done_testing();
