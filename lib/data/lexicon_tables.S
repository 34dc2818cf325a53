/* The tables that lexicon.pl writes, as bytes between two labels each. */
	.section .rodata
	.global lexicon_words, lexicon_words_end
	.global lexicon_names, lexicon_names_end
lexicon_words:
	.incbin "lib/data/words.bin"
lexicon_words_end:
lexicon_names:
	.incbin "lib/data/names.bin"
lexicon_names_end:
	.section .note.GNU-stack,"",%progbits
