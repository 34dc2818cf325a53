/*
 * What one table alone speaks of: a noun that three texts or more hold, all of
 * one table, and no text of another. In a large theme such texts would be lost;
 * they are a theme of their own.
 */
#ifndef DLG_VOICES_H
#define DLG_VOICES_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

#define VOICES_NONE UINT32_MAX

struct voices {
	const struct slice *texts;
	const uint32_t *table; /* of each text, numbered from 0; VOICES_NONE:
	                        * said at several, or not known */
	const char *language;
};

/*
 * Part what one table alone speaks of from the clusters of n texts, rows: the
 * numbers of the texts. It must be in one cluster, less than two thirds of it,
 * and one table of many: so that chance would not do it.
 * Groups become clusters k, k + 1, ... Return the number of clusters.
 */
size_t voices_part(const struct voices *v, const uint32_t *rows, size_t n,
                   uint32_t *cluster, size_t k);

#endif
