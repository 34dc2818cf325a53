/*
 * Texts that have words, each compared with each.
 */
#ifndef DLG_FIELD_H
#define DLG_FIELD_H

#include "math/theming.h"

struct field {
	size_t n;
	uint32_t *text;    /* the number of each */
	float *similarity; /* n * n */
};

/*
 * Compare n texts as options say: by the stems of their words, by the runs of
 * characters in them and by vectors. Released with field_free.
 */
void field_init(struct field *f, const struct slice *texts, size_t n,
                const struct theming_options *o);

/* Leave out the texts whose cluster is SETTLE_NONE, there and here. */
void field_settle(struct field *f, uint32_t *cluster);

void field_free(struct field *f);

#endif
