#!/usr/bin/perl
# peer.pl ROSTER: what one would do in perl: the names of a registration list
# and four patterns, replaced in every line of standard input.
use strict;
use warnings;

open my $in, '<', $ARGV[0] or die "$ARGV[0]: $!\n";
my (%seen, @names);
<$in>;
while (<$in>) {
	my ($first, $last) = split /,/;
	push @names, grep !$seen{$_}++, map quotemeta, "$first $last", $first,
		$last;
}
my $names = join '|', sort { length $b <=> length $a } @names;
$names = qr/\b(?:$names)\b/;
while (<STDIN>) {
	s/$names/[name]/g;
	s/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/[e-mail]/g;
	s/(?<!\d)(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\d)/[phone]/g;
	s!https?://\S+![link]!g;
	s/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/[place]/g;
	print;
}
