#!/usr/bin/perl
# The manual: clean mdoc; --help, SYNOPSIS and the list of options agree; and
# every example gives what the page says it gives.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename;
use File::Temp qw(tempdir);
use Test::More;

my $here = dirname(abs_path($0));
my $bin = $ENV{DLG_BIN} || "$here/../bin";
my $work = tempdir(CLEANUP => 1);
my $lint = `sh -c 'command -v mandoc'` ne '';
$ENV{PATH} = "$bin:$ENV{PATH}";

# Where mandoc finds the pages that refer to each other.
mkdir "$work/man";
for my $section (1, 7) {
	mkdir "$work/man/man$section";
	system "cp $here/../man/*.$section $work/man/man$section/ 2>/dev/null";
}
$ENV{MANPATH} = "$work/man:";

sub slurp {
	open my $f, '<', $_[0] or die "$_[0]: $!";
	local $/;
	return <$f>;
}

# The lines of a section of a page.
sub section {
	my ($page, $name) = @_;
	return $page =~ /^\.Sh $name\n(.*?)(?=^\.Sh |\z)/ms ? $1 : '';
}

# Options as --help has them: "-o, --output file" in one form.
sub help_options {
	my ($tool) = @_;
	return map { /^  (-\w,|   ) (--[\w-]+)(?: (\S+))?(?:  |$)/
		? join ' ', grep { defined && /\S/ } $1, $2, $3 : () }
		split /\n/, `$tool --help`;
}

# Options as the page lists them, in the same form.
sub page_options {
	my ($page) = @_;
	my @found;
	while ($page =~ /^\.It (?:Fl (\w) , )?Fl -([\w-]+)(?: Ar (\S+))?$/mg) {
		push @found, join ' ', grep { defined }
			(defined $1 ? "-$1," : undef), "--$2", $3;
	}
	return @found;
}

# What the SYNOPSIS names: letters and long options.
sub synopsis_options {
	my ($page) = @_;
	my %found;
	my $text = section($page, 'SYNOPSIS');
	while ($text =~ /Fl (-?[\w-]+)/g) {
		my $name = $1;
		$found{"-$name"} = 1;
	}
	return \%found;
}

sub compare_options {
	my ($tool, $page) = @_;
	my @help = help_options($tool);
	is_deeply([sort(page_options(section($page, 'DESCRIPTION') .
		section($page, 'OPTIONS')))], [sort @help],
		"$tool: --help and the page list the same options");
	my $synopsis = synopsis_options($page);
	my %known = map { $_ => 1 } map { s/,//r } map { split } @help;
	my @stray = grep { !$known{$_} } sort keys %$synopsis;
	is_deeply(\@stray, [], "$tool: SYNOPSIS names no other option");
	my @missing = grep { /^-\w$/ && !$synopsis->{$_} } sort keys %known;
	is_deeply(\@missing, [], "$tool: SYNOPSIS names every letter");
}

# The examples: [command, wanted output] pairs of the page's displays.
sub examples {
	my ($page) = @_;
	my @found;
	while ($page =~ /^\.Bd -literal.*?\n(.*?)^\.Ed/msg) {
		my ($command, $want);
		for my $line (split /\n/, $1) {
			$line =~ s/\\e/\\/g;
			$line =~ s/\\&//g;
			$line =~ s/\\-/-/g;
			$line =~ s/\\\(aq/'/g;
			if ($line =~ /^\$ (.*)/) {
				push @found, [$command, $want] if defined $command;
				($command, $want) = ($1, '');
			} elsif ($line =~ /^> (.*)/) {
				$command .= "\n$1";
			} elsif (defined $command) {
				$want .= "$line\n";
			}
		}
		push @found, [$command, $want] if defined $command;
	}
	return @found;
}

sub run_examples {
	my ($name, $page) = @_;
	my $dir = tempdir(CLEANUP => 1);
	system "cp -R $here/demo/. $dir 2>/dev/null";
	my $n = 0;
	for (examples(section($page, 'EXAMPLES'))) {
		my ($command, $want) = @$_;
		open my $f, '>', "$dir/.example" or die;
		print $f $command, "\n";
		close $f;
		my $got = `cd $dir && sh ./.example 2>&1`;
		# A line "..." stands for the rest.
		if ($want =~ s/^\.\.\.\n.*//ms) {
			$got = substr $got, 0, length $want;
		}
		is($got, $want, "$name: example " . ++$n);
	}
}

for my $path (glob "$here/../man/*.[17]") {
	my $name = basename($path);
	my $page = slurp($path);
	SKIP: {
		skip "mandoc is not here", 1 unless $lint;
		my $said = `mandoc -T lint -W style $path 2>/dev/null`;
		# Others' pages need not be installed here.
		$said =~ s/^.*manual not found: Xr (?!dlg).*\n//mg;
		is($said, '', "$name: lint is silent");
	}
	run_examples($name, $page);
}
for my $tool (map { basename($_, '.c') } glob "$here/../src/*.c") {
	ok(-e "$here/../man/$tool.1", "$tool has a page") or next;
	compare_options($tool, slurp("$here/../man/$tool.1"));
	like(`$tool --version`, qr/^$tool \d+\.\d+\.\d+$/, "$tool: --version");
}
ok(-d "$here/../man", "there is a manual");
done_testing();
