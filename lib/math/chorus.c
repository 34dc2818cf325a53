#include "math/chorus.h"

#include <stdbool.h>

#include "math/settle.h"
#include "math/voices.h"

/* Texts that are so similar say the same thing: of five words, four. */
static const float same = 0.6f;

/* Whether a text is said by two or more alone. */
static bool
is_shared(const struct theming_options *o, uint32_t text)
{
	return o->voices != NULL && o->voices[text] > 1;
}

/* Whether two texts may be of two tables. */
static bool
are_two(const struct theming_options *o, uint32_t a, uint32_t b)
{
	return o->tables == NULL || o->tables[a] == VOICES_NONE ||
	       o->tables[a] != o->tables[b];
}

/* Gather what says the same as item i. Return whether several say it. */
static bool
gather(const struct field *f, const struct theming_options *o, size_t i,
       uint32_t to, uint32_t *cluster)
{
	bool several = is_shared(o, f->text[i]);

	cluster[i] = to;
	for (size_t j = i + 1; j < f->n; j++) {
		if (cluster[j] != SETTLE_NONE ||
		    f->similarity[i * f->n + j] < same)
			continue;
		cluster[j] = to;
		several |= is_shared(o, f->text[j]) ||
		           are_two(o, f->text[i], f->text[j]);
	}
	return several;
}

size_t
chorus_gather(const struct field *f, const struct theming_options *o,
              uint32_t *cluster, size_t k)
{
	for (size_t i = 0; i < f->n; i++) {
		uint32_t to = (uint32_t)k;

		if (cluster[i] != SETTLE_NONE)
			continue;
		if (gather(f, o, i, to, cluster)) {
			k++;
			continue;
		}
		for (size_t j = i; j < f->n; j++)
			if (cluster[j] == to)
				cluster[j] = SETTLE_NONE;
	}
	return k;
}
