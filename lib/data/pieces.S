	.section .rodata
	.balign 64
	.globl data_pieces, data_pieces_end
	.hidden data_pieces, data_pieces_end
data_pieces:
	.incbin "lib/data/pieces.bin"
data_pieces_end:
	.section .note.GNU-stack, "", %progbits
