#!/usr/bin/perl
# names.pl [-v] NOTES ROSTERS [OPTION...]: run dlg-anon on notes whose names are
# marked and score what it masked, as ../shared/eval/names.py does. NOTES is a
# file of {"event", "text", "ents"} a line, ROSTERS a folder of roster_N.csv for
# event N, or - for none.
use strict;
use warnings;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;

my $verbose = @ARGV && $ARGV[0] eq '-v' ? shift @ARGV : '';
my ($notes, $rosters, @options) = @ARGV;
die "usage: names.pl [-v] notes rosters|- [option...]\n" unless $rosters;
my $dir = tempdir(CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;
my %events;

open my $in, '<', $notes or die "$notes: $!\n";
while (<$in>) {
	my $note = $json->decode($_);
	my $event = $note->{event} // $note->{doc} // 0;
	push @{$events{$event}}, $json->encode({ type => 'note',
		event => "$event", id => "$.", text => $note->{text} });
}
for my $event (sort keys %events) {
	open my $out, '>', "$dir/in" or die;
	print $out map "$_\n", @{$events{$event}};
	printf $out '{"type":"end","records":%d,"tool":"t","version":"1"}' .
		"\n", scalar @{$events{$event}};
	close $out or die;
	my @roster = $rosters eq '-' ? () : ('-r', "$rosters/roster_$event.csv");
	unlink "$dir/log";
	system('dlg-anon', @roster, '--log', "$dir/log", @options, '-o',
		"$dir/out", "$dir/in") == 0 or die "dlg-anon failed\n";
	# Without a roster only names are scored, not e-mail addresses and such.
	my $kinds = $rosters eq '-' ? 'name|organisation|place|role' : '.*';
	system("grep -E '\"kind\":\"($kinds)\"' $dir/log >>$dir/all");
}
my $scorer = "$FindBin::Bin/../../../shared/eval/names.py";
exec 'python3', $scorer, $notes, "$dir/all", $verbose ? '-v' : ();
