#!/usr/bin/perl
# wordclass.pl WORDNET: write wordclass.txt, the table behind wordclass.h, into
# the directory this script is in. WORDNET is the folder of Debian's
# wordnet-base. `make wordclass` runs it.
#
# A line is a word and a letter, what the word mostly is if that is no noun:
# v, a verb; a, an adjective; r, an adverb. Lines are sorted by their bytes.
use strict;
use warnings;
use File::Basename qw(dirname);

my ($wordnet) = @ARGV;
die "usage: wordclass.pl WORDNET\n" unless $wordnet;
my @parts = ([n => 'noun'], [v => 'verb'], [a => 'adj'], [r => 'adv']);
my %part = (1 => 'n', 2 => 'v', 3 => 'a', 4 => 'r', 5 => 'a');
my (%weight, %seen, %class);

sub lines {
	my ($name) = @_;
	open my $f, '<', "$wordnet/$name" or die "$wordnet/$name: $!\n";
	return <$f>;
}

# A sense counts as much as a fifth of a time that it was met in running text.
for (lines('cntlist.rev')) {
	my ($word, $part, $times) = /^([a-z]{3,})%(\d)\S* \d+ (\d+)/ or next;
	$weight{$word}{$part{$part}} += $times;
	$seen{$word} = 1;
}
for my $p (@parts) {
	for (lines("index.$p->[1]")) {
		my ($word, $senses) = /^([a-z]{3,}) \w (\d+) / or next;
		$weight{$word}{$p->[0]} += $senses / 5;
	}
}
for my $word (keys %seen) {
	my $w = $weight{$word};
	my ($most) = sort { $w->{$b} <=> $w->{$a} || $a cmp $b } keys %$w;
	my $noun = $w->{n} // 0;
	# Many a verb is a noun as well in what people say: a swap, a drive.
	next if $most eq 'n' || $w->{$most} < 3 * $noun ||
	    ($most eq 'v' && $noun >= 4);
	$class{$word} = $most;
}

# Other forms of a verb or an adjective: went, better.
for my $p ([v => 'verb'], [a => 'adj']) {
	for (lines("$p->[1].exc")) {
		my ($form, $word) = /^([a-z]{3,}) ([a-z]+)/ or next;
		next if $form =~ /ing$/ || ($weight{$form}{n} // 0) >= 1;
		$class{$form} //= $p->[0] if ($class{$word} // '') eq $p->[0];
	}
}
open my $out, '>', dirname(__FILE__) . '/wordclass.txt' or die $!;
print $out "$_ $class{$_}\n" for sort keys %class;
close $out or die $!;
