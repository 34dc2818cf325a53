/* The table that wordclass.pl writes. */
	.section .rodata
	.globl wordclass_text, wordclass_text_end
wordclass_text:
	.incbin "lib/data/wordclass.txt"
wordclass_text_end:
	.section .note.GNU-stack, "", %progbits
