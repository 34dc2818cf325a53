/* See tagger_weights.h: the three tables stand in one file. */
	.section .rodata
	.global tagger_marks, tagger_weights, tagger_moves
	.balign 64
tagger_marks:
	.incbin "lib/data/tagger.bin", 0, 65536 * 2
tagger_weights:
	.incbin "lib/data/tagger.bin", 65536 * 2, 65536 * 5
tagger_moves:
	.incbin "lib/data/tagger.bin", 65536 * 7, 25
	.section .note.GNU-stack,"",%progbits
