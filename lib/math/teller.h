/*
 * Tells of any text which of the known themes it has: those that it had before
 * if it was seen, else what the model says.
 */
#ifndef DLG_TELLER_H
#define DLG_TELLER_H

#include "base/buf.h"
#include "math/assign.h"
#include "math/known.h"

struct teller {
	const struct known *known;
	struct vocabulary vocabulary;
	struct assign *assign;
	size_t *theme;       /* of each component of the model */
	uint32_t *component; /* of each theme, or MIXTURE_NONE */
	uint32_t *list;      /* components of one text */
	size_t most;         /* themes of a text */
	double fit;
	struct buf scratch;
};

/*
 * least is that of math/assign; fit is the cosine that a text not seen before
 * must have with its theme, words that no theme has taken into account, or 0.
 * Known themes are borrowed, and not to be
 * changed until teller_free.
 */
void teller_init(struct teller *t, const struct known *known,
                 const char *language, size_t most, double least, double fit);

/*
 * The themes of a text, as numbers in known, best first, into out, which has
 * room for most of them. Return how many; 0 if it fits none, or had
 * none before.
 */
size_t teller_ask(struct teller *t, struct slice text, struct score *out);

void teller_free(struct teller *t);

#endif
