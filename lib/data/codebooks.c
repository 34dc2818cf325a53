#include "data/codebooks.h"

#include <stddef.h>

/* From codebook_texts.S. */
#define CODEBOOK(name) \
	extern const char codebook_##name[], codebook_##name##_end[];
CODEBOOK(complexity_shifts)
CODEBOOK(human_centred_systems)
CODEBOOK(principles_of_engagement)
CODEBOOK(system_behaviours)
CODEBOOK(systems_convening)
#undef CODEBOOK

const struct codebooks_entry codebooks[] = {
	{ "complexity-shifts", "eight shifts towards working with complexity",
	  codebook_complexity_shifts, codebook_complexity_shifts_end },
	{ "human-centred-systems",
	  "what lets a system serve the lives people want to live",
	  codebook_human_centred_systems, codebook_human_centred_systems_end },
	{ "principles-of-engagement",
	  "how a dialogue is held: respect, inclusion, trust and others",
	  codebook_principles_of_engagement,
	  codebook_principles_of_engagement_end },
	{ "system-behaviours",
	  "what people and organisations do in a system that works",
	  codebook_system_behaviours, codebook_system_behaviours_end },
	{ "systems-convening",
	  "what those do who bring a system together and spread what works",
	  codebook_systems_convening, codebook_systems_convening_end },
	{ NULL, NULL, NULL, NULL },
};
