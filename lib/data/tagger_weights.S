/* See tagger_weights.h: both tables stand in one file. */
	.section .rodata
	.global tagger_weights, tagger_moves
	.balign 16
tagger_weights:
	.incbin "lib/data/tagger.bin", 0, 65536 * 5
tagger_moves:
	.incbin "lib/data/tagger.bin", 65536 * 5, 25
	.section .note.GNU-stack,"",%progbits
