/*
 * The themes of an archive, from a sample of its texts: spherical k-means and
 * a mixture of word distributions from several starts, and what these agree
 * on. The mixture then says of any text which themes are its own.
 */
#ifndef DLG_ARCHIVE_H
#define DLG_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "math/mixture.h"
#include "text/vocabulary.h"

struct archive_options {
	size_t themes;      /* how many; 0: found */
	double granularity; /* more makes more themes; the usual is 1 */
	bool meaning;       /* compare what words mean, too: math/gist */
	const char *language;
};

struct archive {
	struct vocabulary vocabulary;
	struct mixture model;
	uint32_t *theme; /* of each text of the sample, or MIXTURE_NONE */
	float *vectors;  /* n * GIST_DIMS, 0 where there is none; or NULL */
};

/*
 * Find the themes of n texts, no two alike, in an order that is theirs.
 * Released with archive_free.
 */
void archive_fit(struct archive *a, const struct slice *texts, size_t n,
                 const struct archive_options *o);

void archive_free(struct archive *a);

#endif
