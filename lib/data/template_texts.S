/* The templates of dlg-report as they stand in lib/data/report-*.md. */
	.section .rodata

.macro template name
	.globl template_\name
	.globl template_\name\()_end
template_\name:
	.incbin "lib/data/report-\name\().md"
template_\name\()_end:
	.byte 0
.endm

	template synthesis
	template fsd
	template weekly
	template brief
	template where
	template quotes
	template tensions
	template positions
	template rule
	template commitments
	template members
	template method

	.section .note.GNU-stack, "", %progbits
