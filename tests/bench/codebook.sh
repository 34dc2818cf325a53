#!/bin/sh
# How well notes get the codes that people gave them: codebooks of 10 or 20
# examples a code, drawn from sets that people coded, where each note has one:
# so the best code is taken, however little it fits. Takes some minutes.
. "${0%/*}/common"

sets=$here/../../../shared/data/themes
: "${DRAWS:=4}"

# measure_set NAME FILE SEEDS WHAT GOAL
measure_set() {
	[ -e "$sets/$2" ] || {
		row "$1" '-' "$5 (the shared data is not here)"
		return
	}
	row "$1" "$("$here/codebook.pl" "$sets/$2" "$3" "$DRAWS" --fit 0) $4" "$5"
}

measure_set 'themefinder, 20 a code, several codes' \
	themefinder_gambling.multi.tsv 20 F1 '90 F1'
measure_set 'sdg, 10 a code' sdg_targets.tsv 10 % '61 %'
measure_set 'nhs9, 10 a code' nhs_fft9.tsv 10 % '41 %'
measure_set 'banking77, 10 a code' banking77_test.tsv 10 % '73 %'
