	.section .rodata
	.balign 64
	.globl data_encoder, data_encoder_end
	.hidden data_encoder, data_encoder_end
data_encoder:
	.incbin "lib/data/encoder.bin"
data_encoder_end:
	.section .note.GNU-stack, "", %progbits
