#!/usr/bin/perl
# codebook.pl SET.tsv SEEDS DRAWS [OPTION ...]: how well dlg-theme gives notes
# the codes that people gave them, if it knows SEEDS notes of each code.
#
# Of each draw, 1,500 lines (2,000 where notes have several codes, parted by
# "|") are taken at random. SEEDS notes of each label are the examples of a
# codebook whose codes have names that say nothing; all others are the notes.
# Prints accuracy of the first code (or micro-F1 of all codes) in percent: the
# mean over the draws, then that of each draw. A note without a code is wrong,
# and a theme found beside the codes counts as a wrong code.
use strict;
use warnings;
use File::Temp qw(tempdir);

my ($set, $seeds, $draws, @options) = @ARGV;
my $dir = tempdir(CLEANUP => 1);
my (@labels, @texts);

# A generator of our own (xorshift32): the same draws with every perl.
my $state;
sub seed { $state = ($_[0] * 2654435769) & 0xffffffff }
sub below {
	$state ^= ($state << 13) & 0xffffffff;
	$state ^= $state >> 17;
	$state ^= ($state << 5) & 0xffffffff;
	return $state % $_[0];
}

sub shuffled {
	my @v = @_;
	for (my $i = @v - 1; $i > 0; $i--) {
		my $j = below($i + 1);
		@v[$i, $j] = @v[$j, $i];
	}
	return @v;
}

sub load {
	open my $f, '<', $set or die "$set: $!\n";
	while (<$f>) {
		chomp;
		my ($label, $text) = split /\t/, $_, 2;
		push @labels, [split /\|/, $label];
		push @texts, $text;
	}
}

sub quoted {
	my ($s) = @_;
	$s =~ s/([\\"])/\\$1/g;
	$s =~ s/([\x00-\x1f])/sprintf '\\u%04x', ord $1/ge;
	return "\"$s\"";
}

# Notes that are examples: of each label, those of one label first.
sub examples {
	my ($ix, $known) = @_;
	my %example;
	for my $label (@$known) {
		my @with = grep { my $i = $_; grep { $_ eq $label } @{$labels[$i]} } @$ix;
		my @alone = grep { @{$labels[$_]} == 1 } @with;
		@with = @alone if @alone;
		$example{$_} = 1 for grep { defined } @with[0 .. $seeds - 1];
	}
	return \%example;
}

sub write_codebook {
	my ($known, $example, $ix) = @_;
	open my $f, '>', "$dir/book.json" or die;
	my $n = 0;
	print $f '[', join(",\n", map {
		my $label = $_;
		my @texts = map { quoted($texts[$_]) }
			grep { my $i = $_; $example->{$i} &&
				grep { $_ eq $label } @{$labels[$i]} } @$ix;
		sprintf '{"name":"Code %d","examples":[%s]}', ++$n,
			join ',', @texts
	} @$known), "]\n";
	close $f;
}

sub write_notes {
	my ($ix) = @_;
	open my $f, '>', "$dir/notes.jsonl" or die;
	printf $f '{"type":"note","id":"n%d","text":%s}' . "\n", $_,
		quoted($texts[$_]) for @$ix;
	printf $f '{"type":"end","records":%d}' . "\n", scalar @$ix;
	close $f;
}

# What dlg-theme says: for each note, the labels of its codes.
sub run {
	my ($known) = @_;
	my %got;
	open my $f, '-|', 'dlg-theme', '-c', "$dir/book.json", @options,
		"$dir/notes.jsonl" or die;
	while (<$f>) {
		next unless /"type":"note","id":"n(\d+)".*"themes":\[(.*)\]/;
		my ($note, $themes) = ($1, $2);
		$got{$note} = [map { /^c(\d+)$/ ? $known->[$1 - 1] : "new $_" }
			$themes =~ /"id":"(\w+)"/g];
	}
	close $f or die "dlg-theme failed\n";
	return \%got;
}

sub score {
	my ($ix, $got, $several) = @_;
	my ($right, $said, $true) = (0, 0, 0);
	for my $i (@$ix) {
		my %gold = map { $_ => 1 } @{$labels[$i]};
		my @codes = @{$got->{$i} || []};
		@codes = @codes[0 .. 0] if !$several && @codes;
		$right += grep { $gold{$_} } @codes;
		$said += @codes;
		$true += keys %gold;
	}
	return 200 * $right / ($said + $true || 1) if $several;
	return 100 * $right / (@$ix || 1);
}

sub draw {
	my ($number) = @_;
	seed($number);
	my $several = grep { @$_ > 1 } @labels;
	my @ix = 0 .. $#labels;
	my %count;
	if ($several) {
		$count{$_}++ for map { @$_ } @labels;
		for my $i (@ix) {
			$labels[$i] = [grep { $count{$_} >= 30 } @{$labels[$i]}];
		}
		@ix = grep { @{$labels[$_]} } @ix;
	}
	@ix = shuffled(@ix);
	my $most = $several ? 2000 : 1500;
	splice @ix, $most if @ix > $most;
	my %seen;
	$seen{$_} = 1 for map { @{$labels[$_]} } @ix;
	my @known = sort keys %seen;
	my $example = examples(\@ix, \@known);
	my @notes = grep { !$example->{$_} } @ix;
	write_codebook(\@known, $example, \@ix);
	write_notes(\@notes);
	return score(\@notes, run(\@known), $several);
}

load();
my @scores = map { draw($_) } 1 .. $draws;
my $sum = 0;
$sum += $_ for @scores;
printf "%.1f (%s)\n", $sum / $draws, join ' ', map { sprintf '%.1f', $_ } @scores;
