	.section .rodata
	.balign 64
	.globl data_gist, data_gist_end
	.hidden data_gist, data_gist_end
data_gist:
	.incbin "lib/data/gist.bin"
data_gist_end:
	.section .note.GNU-stack, "", %progbits
