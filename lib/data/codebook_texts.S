/* The codebooks as they stand in lib/data/codebook-*.csv. */
	.section .rodata

.macro codebook name, file
	.globl codebook_\name
	.globl codebook_\name\()_end
codebook_\name:
	.incbin "lib/data/codebook-\file\().csv"
codebook_\name\()_end:
	.byte 0
.endm

	codebook complexity_shifts, complexity-shifts
	codebook human_centred_systems, human-centred-systems
	codebook principles_of_engagement, principles-of-engagement
	codebook system_behaviours, system-behaviours
	codebook systems_convening, systems-convening

	.section .note.GNU-stack, "", %progbits
