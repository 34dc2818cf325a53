/*
 * What the parts of io/codethemes share: not for anybody else.
 */
#ifndef DLG_CODETHEMES_PARTS_H
#define DLG_CODETHEMES_PARTS_H

#include "io/codethemes.h"
#include "math/theming.h"
#include "text/canon.h"

/* What counts more than all keywords met: to be an example. */
enum { BEYOND_RULES = 1 << 24 };

/* Texts of which coding learns, then those that it is to score. */
struct texts {
	struct slice *v;
	uint32_t *code; /* of an example */
	float *weight;
	size_t n, cap, cap_code, cap_weight;
};

struct work {
	const struct notes *notes;
	const struct codebook *book;
	struct rules *rules;
	const struct codethemes_options *options;
	struct canon canon;
	struct texts texts;
	size_t examples;
	size_t *unit;    /* of each distinct text: its first unit */
	size_t *same;    /* and the code that has it as example, or CODE_NONE */
	uint32_t *list;  /* most codes of each distinct text */
	uint8_t *listed; /* how many there are */
	float *score;    /* of each in list */
	bool *ruled;     /* whether a rule says so */
	size_t *size;    /* notes that have it, of each code */
	uint32_t *medoid;  /* note that fits each code best */
	uint32_t *number;  /* of each code: its theme, or THEME_NONE */
	struct notes rest; /* notes that no code fits; borrowed texts */
	uint32_t *of_rest; /* their numbers */
	struct vectors rest_vectors;
	float *vectors; /* of the texts, or NULL */
	struct themes found;
};

/* Codes of a note, at most. */
static inline size_t
most(const struct work *w)
{
	size_t n = w->options->found.max_labels;

	n = n < w->book->n ? n : w->book->n;
	return n < UINT8_MAX ? n : UINT8_MAX;
}

/* Add what the codes of a book are known by; or a note, then its clauses. */
void codethemes_examples(struct texts *t, const struct codebook *book);
void codethemes_units(struct texts *t, struct slice note);
void codethemes_free_texts(struct texts *t);

/*
 * The scores of a text with k codes, from those of the whole text: the best
 * code; then each clause raises them, and top, which is the best code's at
 * first; then the best code is put first.
 */
size_t codethemes_best(const float *score, size_t k);
void codethemes_heed(float *score, const float *clause, size_t k, float *top);
void codethemes_first(float *score, size_t k, size_t best, float top);

/*
 * How many rules of each code a text meets, into hits; what cannot be a code
 * has none, and the score -1. Return 0, or -1 after reporting a pattern that
 * took too long.
 */
int codethemes_match(const struct codebook *book, struct rules *rules,
                     struct slice text, uint32_t *hits, float *score);

/* As coding_choose, with the share that a second code must have. */
size_t codethemes_pick(const uint32_t *hits, const float *score, size_t k,
                       float fit, size_t most, uint32_t *list);

/*
 * Choose the codes of each distinct text. Return 0, or -1 after reporting a
 * pattern that took too long.
 */
int codethemes_choose(struct work *w);

/* Make themes of the codes that notes have and of what was found beside. */
void codethemes_fill(struct work *w, struct themes *t);

/* Whether a code of the book has that name, but for case. */
bool codethemes_is_name(const struct codebook *book, struct slice label);

#endif
