#!/usr/bin/perl
# tab.pl DOCUMENTS [OPTION...]: run dlg-anon without a roster on documents of
# the Text Anonymization Benchmark and score all that it masked with
# ../shared/eval/score_tab.py: recall of direct and quasi identifiers, and
# precision.
use strict;
use warnings;
use Encode qw(decode_utf8 encode_utf8);
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;

my ($path, @options) = @ARGV;
die "usage: tab.pl documents [option...]\n" unless $path;
my $dir = tempdir(CLEANUP => 1);
my $json = JSON::PP->new->utf8->canonical;

sub slurp {
	open my $in, '<:raw', $_[0] or die "$_[0]: $!\n";
	local $/;
	return <$in>;
}

my $docs = $json->decode(slurp($path));
open my $out, '>:raw', "$dir/in" or die;
for my $i (0 .. $#$docs) {
	print $out $json->encode({ type => 'note', event => "e$i",
		id => "$i", text => $docs->[$i]{text} }), "\n";
}
print $out $json->encode({ type => 'end', records => 0 + @$docs,
	tool => 'dlg-import', version => '0.1.0' }), "\n";
close $out or die;
system('dlg-anon', '--force', '--log', "$dir/log", @options, '-o',
	"$dir/out", "$dir/in") == 0 or die "dlg-anon failed\n";

my %masks = map { $_->{doc_id} => [] } @$docs;
for (split /\n/, slurp("$dir/log")) {
	my $was = $json->decode($_);
	next unless ($was->{field} // 'text') eq 'text' && defined $was->{start};
	my $doc = $docs->[$was->{note}];
	my $bytes = encode_utf8($doc->{text});
	push @{$masks{$doc->{doc_id}}}, [map {
		length decode_utf8(substr $bytes, 0, $was->{$_})
	} qw(start end)];
}
open $out, '>:raw', "$dir/masks" or die;
print $out $json->encode(\%masks);
close $out or die;
my $scorer = "$FindBin::Bin/../../../shared/eval/score_tab.py";
print grep { s/^\s+// } `python3 $scorer $path $dir/masks`;
