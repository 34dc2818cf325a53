#!/usr/bin/perl
# opinion.pl vader_lexicon.txt arguments.tsv WORDNET-DIR: make opinion_table.c
# and antonym_table.c in this folder; with --folds instead say how well the
# weights do on topics they were not made from. See SOURCES.
#
# A word's weight says how much it speaks for what a text is about, plain and
# after a negation. It starts from the word's valence (VADER) and our own lists,
# and is fitted by logistic regression to arguments for and against (a topic
# that is about banning something counts the other way round), with a
# constant for each topic so that only what parts the two sides is learnt.
use strict;
use warnings;
use File::Basename;

my $folds = @ARGV && $ARGV[0] eq '--folds' ? shift : 0;
my ($vader, $arguments, $wordnet) = @ARGV;
die "usage: opinion.pl [--folds] vader.txt arguments.tsv wordnet-dir\n"
    unless defined $wordnet;
my $here = dirname($0);

my %pro = map { stem($_) => 1 } qw(support favour favor agree endorse approve
    welcome encourage promote allow permit legalise legalize adopt introduce
    implement expand increase improve benefit beneficial good better best great
    important need necessary essential help helpful advantage positive right
    protect save enable ensure fund invest subsidise subsidize keep retain
    strengthen valuable effective fair safe useful healthy success love
    deserve freedom opportunity gain boost);
my %con = map { stem($_) => 1 } qw(oppose against reject disagree ban prohibit
    abolish abandon end stop eliminate remove prevent forbid restrict reduce
    cut limit bad worse worst harm harmful danger dangerous risk risky unsafe
    unfair wrong problem negative damage damaging destroy hurt unnecessary
    useless ineffective expensive costly waste fail failure burden threat
    threaten abuse violate violation undermine unhealthy hate discriminate
    suffer pain kill death lose loss outdated immoral exploit);
my %negator = map { stem($_) => 1 } qw(not no never none nobody nothing neither
    nor nowhere hardly barely scarcely without cannot lack lacks lacking fail
    fails failed refuse refuses unable stop prevent avoid against);
my %break = map { stem($_) => 1 } qw(but however although though because
    whereas while);
my %stop = map { stem($_) => 1 } qw(a an the and or if then than that this these
    those of to in on at by for from with as is are was were be been being am do
    does did doing have has had having it its itself he him his she her hers
    they them their theirs we us our ours you your yours i me my mine will would
    can could may might shall should must so such there here what which who
    whom whose when where why how all any both each few more most other some
    only own same too very just also into over under again further once about
    above below up down out off during before after between through until get
    got make made like even much many well really thing things people person
    way ways lot someone something everyone anyone able going go still etc
    rather one disagree disagreed disagreement disagreements agree agreed oppose
    opposed opposition doubt doubted object objected said says think thought
    because not no never without against but however while);

# Words of a note that says what ought to be.
my %claim = map { stem($_) => 1 } qw(should ought must support oppose against
    favour favor ban abolish prohibit allow legalise legalize agree disagree
    reject accept prefer wrong right unfair believe deserve object);
# What such a note may be for or against.
my %keep = map { stem($_) => 1 } qw(keep save defend retain preserve protect
    support favour favor open reopen stay allow adopt welcome approve back);
my %drop = map { stem($_) => 1 } qw(close shut cut scrap abolish ban oppose end
    sell drop remove prohibit reject lose violate harm dangerous unnecessary);

# The same as stem in lib/text/stance.c.
sub
stem
{
	my ($w) = @_;
	for my $end (qw(ies ing ed es s ly)) {
		next if $w !~ /ss$/ && $w =~ /$end$/ == 0;
		next if $w =~ /ss$/;
		next if length($w) - length($end) < 3;
		$w = substr($w, 0, length($w) - length $end);
		$w .= 'y' if $end eq 'ies';
		last;
	}
	chop $w if length $w > 4 && $w =~ /e$/;
	chop $w if length $w > 3 && $w =~ /([^aeiouls])\1$/;
	return $w;
}

# The words of a text: [stem, whether it stands after a negation], each once.
sub
words
{
	my ($text) = @_;
	my ($negated, $left, %seen, @found) = (0, 0);
	$text = lc $text;
	$text =~ s/\xe2\x80\x99/'/g;
	while ($text =~ /([a-z]+(?:'[a-z]+)?)|[.,;:!?]/g) {
		my $w = $1;
		if (!defined $w) {
			($negated, $left) = (0, 0);
			next;
		}
		my $not = $w =~ s/n't$//;
		$w =~ s/'.*//;
		my $s = stem($w);
		if ($break{$s}) {
			($negated, $left) = (0, 0);
		} elsif ($negator{$s}) {
			($negated, $left) = (1 - $negated, 6);
		} else {
			$negated = 0 if $left > 0 && --$left == 0;
			my $key = "$s " . ($negated ? 1 : 0);
			push @found, $key unless $seen{$key}++;
		}
		($negated, $left) = (1 - $negated, 6) if $not;
	}
	return @found;
}

sub
read_prior
{
	my (%sum, %n, %prior);
	open my $f, '<', $vader or die "$vader: $!\n";
	while (<$f>) {
		my ($word, $valence) = split /\t/;
		next unless $word =~ /^[a-z]+$/;
		$sum{stem($word)} += $valence;
		$n{stem($word)}++;
	}
	$prior{$_} += 0.5 * $sum{$_} / $n{$_} for keys %sum;
	$prior{$_} += 1 for keys %pro;
	$prior{$_} -= 1 for keys %con;
	return \%prior;
}

my $prior = read_prior();
my (@args, %uses);
open my $f, '<', $arguments or die "$arguments: $!\n";
while (<$f>) {
	chomp;
	my ($topic, $stance, $text) = split /\t/;
	next unless defined $text;
	my $turned = $topic =~ /\b(ban|banned|abolish|abolition|abandon|abandoned|
	    end|prohibit|fight|close|criminal)\b/x;
	my @w = words($text);
	push @args, [$topic, $turned ? -$stance : $stance, \@w, $stance];
	$uses{$_}++ for @w;
}

sub
start_weight
{
	my ($s, $negated) = split ' ', $_[0];
	my $p = $prior->{$s} // 0;
	return $negated ? -$p : $p;
}

sub
fit
{
	my @use = @_;
	my (%w, %constant);
	srand 5;
	for my $round (0 .. 11) {
		my $rate = 0.15 / (1 + $round * 0.5);
		for (my $i = @use; --$i;) {
			my $j = int rand($i + 1);
			@use[$i, $j] = @use[$j, $i];
		}
		for my $a (@use) {
			my ($topic, $stance, $words) = @$a;
			my $z = $constant{$topic} // 0;
			$z += $w{$_} //= start_weight($_) for @$words;
			$z = $z < -30 ? -30 : $z > 30 ? 30 : $z;
			my $g = ($stance > 0) - 1 / (1 + exp -$z);
			$constant{$topic} += $rate * $g;
			for (@$words) {
				next if $uses{$_} < 8;
				$w{$_} += $rate * ($g - 0.02 *
				    ($w{$_} - start_weight($_)));
			}
		}
	}
	return \%w;
}

# How one-sided the notes are: 0 all one way, 1 as much for as against. A note
# counts by the root of its words, so that a long one is not louder for it.
sub
mix
{
	my ($w, @notes) = @_;
	my (%in, $sum, $size);
	for my $note (@notes) {
		my %seen;
		$seen{(split ' ')[0]} = 1 for @{$note->[2]};
		$in{$_}++ for keys %seen;
	}
	for my $note (@notes) {
		my ($z, $words) = (0, 0);
		for (@{$note->[2]}) {
			next if 5 * $in{(split ' ')[0]} > 3 * @notes;
			$z += $w->{$_} // start_weight($_);
			$words++;
		}
		$z /= sqrt $words if $words;
		$sum += $z;
		$size += abs $z;
	}
	return $size ? 1 - abs($sum) / $size : 0;
}

sub
draw
{
	my ($n, @from) = @_;
	for my $i (0 .. $n - 1) {
		my $j = $i + int rand(@from - $i);
		@from[$i, $j] = @from[$j, $i];
	}
	return @from[0 .. $n - 1];
}

# Topics as themes, one-sided against two-sided: the area under the curve,
# weights fitted without the topic.
sub
try_folds
{
	my %topics = map { $_->[0] => 1 } @args;
	my @topics = sort keys %topics;
	my ($right, $all) = (0, 0);
	my %weights;
	for my $k (0 .. $#topics) {
		my %out = map { $topics[$_] => 1 }
		    grep { $_ == $k } 0 .. $#topics;
		my $w = fit(grep { !$out{$_->[0]} } @args);
		$weights{$_} = $w for keys %out;
	}
	for my $a (@args) {
		my $w = $weights{$a->[0]};
		my $z = 0;
		$z += $w->{$_} // start_weight($_) for @{$a->[2]};
		$right += $z * $a->[1] > 0;
		$all++;
	}
	printf "arguments on the right side\t%.3f\n", $right / $all;
	for my $n (8, 16, 30) {
		my (@two, @one);
		srand 1;
		for my $round (1 .. 20) {
			for my $topic (@topics) {
				my @pro = grep { $_->[0] eq $topic &&
				    $_->[3] > 0 } @args;
				my @con = grep { $_->[0] eq $topic &&
				    $_->[3] < 0 } @args;
				my $w = $weights{$topic};
				push @two, mix($w, draw($n / 2, @pro),
				    draw($n / 2, @con));
				push @one, mix($w, draw($n, @pro)),
				    mix($w, draw($n, @con));
			}
		}
		my $more = 0;
		for my $x (@two) {
			$more += ($x > $_) + 0.5 * ($x == $_) for @one;
		}
		for my $limit (0.5, 0.6, 0.7, 0.8) {
			printf "mix of %.1f or more, %d notes\t%.3f two-sided, " .
			    "%.3f one-sided\n", $limit, $n,
			    map { my $set = $_; (grep { $_ >= $limit } @$set) /
			    @$set } \@two, \@one;
		}
		printf "AUC of the stance mix, %d notes\t%.3f\n", $n,
		    $more / @two / @one;
	}
}

sub
write_opinions
{
	my $w = fit(@args);
	my %all = map { $_ => 1 } keys %$prior, keys %negator, keys %break,
	    keys %stop, keys %claim, keys %keep, keys %drop, map { (split ' ')[0] } grep { $uses{$_} >= 8 } keys %uses;
	open my $o, '>', "$here/opinion_table.c" or die;
	print $o "/* Made by opinion.pl: do not edit. */\n",
	    "#include \"data/opinion_table.h\"\n\n",
	    "const struct opinion_word opinion_table[] = {\n";
	my $n = 0;
	for my $s (sort keys %all) {
		my ($plain, $negated) = map { sprintf '%.0f', 100 *
		    ($w->{"$s $_"} // start_weight("$s $_")) } 0, 1;
		my $flags = ($stop{$s} ? 1 : 0) | ($negator{$s} ? 2 : 0) |
		    ($break{$s} ? 4 : 0) | ($claim{$s} ? 8 : 0) |
		    ($keep{$s} ? 16 : 0) | ($drop{$s} ? 32 : 0);
		next if !$flags && abs $plain < 10 && abs $negated < 10;
		$_ += 0 for $plain, $negated;
		print $o "\t{ \"$s\", $plain, $negated, $flags },\n";
		$n++;
	}
	print $o "};\n\n_Static_assert(sizeof(opinion_table) / ",
	    "sizeof(*opinion_table) <= OPINION_WORDS,\n",
	    "               \"numbers have room\");\n\n",
	    "const size_t opinion_table_len = $n;\n";
	close $o or die;
}

# Pairs of single words that WordNet has as antonyms, and our own.
sub
write_antonyms
{
	my %pairs;
	for my $kind (qw(adj adv verb noun)) {
		my (%words, @links);
		open my $d, '<', "$wordnet/data.$kind" or die "$wordnet: $!\n";
		while (<$d>) {
			next if /^ /;
			s/\|.*//s;
			my @f = split ' ';
			my $n = hex $f[3];
			$words{$f[0]} = [map { lc $f[4 + 2 * $_] } 0 .. $n - 1];
			my $p = 4 + 2 * $n;
			for my $i (0 .. $f[$p] - 1) {
				my ($sign, $to, undef, $which) =
				    @f[$p + 1 + 4 * $i .. $p + 4 + 4 * $i];
				next unless $sign eq '!';
				push @links, [$f[0], $to,
				    hex substr($which, 0, 2),
				    hex substr($which, 2)];
			}
		}
		for (@links) {
			my ($from, $to, $i, $j) = @$_;
			my ($a, $b) = ($words{$from}[$i - 1],
			    ($words{$to} // [])->[$j - 1]);
			next unless defined $a && defined $b;
			s/\(.*// for $a, $b;
			add_pair(\%pairs, $a, $b);
		}
	}
	add_pair(\%pairs, split /-/) for qw(more-less more-fewer
	    increase-decrease increase-reduce raise-lower raise-cut
	    expand-reduce expand-shrink allow-ban allow-prohibit allow-forbid
	    permit-ban legal-illegal support-oppose favour-oppose accept-reject
	    keep-remove keep-abolish keep-abandon keep-close open-close
	    keep-scrap public-private mandatory-voluntary mandatory-optional
	    compulsory-voluntary compulsory-optional help-hurt help-harm
	    benefit-harm safe-dangerous safe-unsafe local-national
	    local-global central-local tax-subsidise stay-leave remain-leave
	    free-pay protect-harm improve-worsen strengthen-weaken
	    effective-ineffective necessary-unnecessary build-demolish
	    regulate-deregulate slow-fast enough-insufficient rich-poor
	    paper-digital online-offline hire-fire spend-save merge-split
	    cheap-expensive centralise-decentralise);
	open my $o, '>', "$here/antonym_table.c" or die;
	print $o "/* Made by opinion.pl: do not edit. */\n",
	    "#include \"data/opinion_table.h\"\n\n",
	    "const struct antonym antonym_table[] = {\n";
	printf $o "\t{ \"%s\", \"%s\" },\n", split ' ' for sort keys %pairs;
	printf $o "};\n\nconst size_t antonym_table_len = %d;\n",
	    scalar keys %pairs;
	close $o or die;
}

sub
add_pair
{
	my ($pairs, $a, $b) = @_;
	return unless $a =~ /^[a-z]{3,}$/ && $b =~ /^[a-z]{3,}$/;
	($a, $b) = ($b, $a) if $b lt $a;
	$pairs->{"$a $b"} = 1 if stem($a) ne stem($b);
}

if ($folds) {
	try_folds();
} else {
	write_opinions();
	write_antonyms();
}
