	.section .rodata
	.balign 64
	.globl data_pieces
	.hidden data_pieces
data_pieces:
	.incbin "lib/data/pieces.bin"
	.section .note.GNU-stack, "", %progbits
