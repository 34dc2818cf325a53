/* Names inside a run of letters of a script that puts no spaces between words:
 * they are looked for wherever they may begin. */
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* Characters of a name that is looked for: of one alone all texts are full. */
enum { LEAST = 2 };

/* The end of the longest name that begins at byte at of word w; or at. */
static uint32_t
name_from(struct names *n, const struct word *w, uint32_t at)
{
	const char *p = n->text.p + at, *end = n->text.p + w->end;
	uint32_t best = at;
	size_t count = 0;

	buf_reset(&n->scratch);
	while (p < end && n->scratch.len < n->roster->unspaced) {
		char plain[FOLD_MAX];
		const struct form *f;
		int32_t code;
		size_t len;

		p += fold_decode(p, end, &code);
		len = fold_code(code, plain);
		buf_add(&n->scratch, plain, len);
		if (len == 0 || ++count < LEAST)
			continue;
		f = roster_form(n->roster, lexicon_hash(buf_view(&n->scratch)));
		if (f != NULL && f->flags & R_NAME)
			best = (uint32_t)(p - n->text.p);
	}
	return best;
}

static void
search_word(struct names *n, const struct word *w)
{
	for (uint32_t at = w->start; at < w->end;) {
		uint32_t end = name_from(n, w, at);
		int32_t code;

		if (end == at) {
			at += (uint32_t)fold_decode(n->text.p + at,
			                            n->text.p + w->end, &code);
			continue;
		}
		spans_add(n->spans, (struct span){ .start = at,
		                                   .end = end,
		                                   .who = w->hash | 1,
		                                   .rule = "name",
		                                   .kind = SPAN_NAME });
		at = end;
	}
}

void
names_find_unspaced(struct names *n)
{
	if (n->roster->unspaced == 0)
		return;
	for (size_t i = 0; i < n->words.n; i++)
		if (n->words.v[i].shape & SHAPE_UNSPACED && !n->taken[i])
			search_word(n, &n->words.v[i]);
}
