#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/converge_parts.h"
#include "text/concord.h"

enum { NOTES_COMPARED = 200 }; /* of a segment */

static const char dispute_words[] =
    "the one reports disagreement with what the other says";

/* The words of a note, and those that say what it is about, without negation.
 */
struct gist {
	uint32_t words[STANCE_WORDS], content[STANCE_WORDS];
	size_t nwords, ncontent;
};

static void
gist_of(const struct ledger *l, const struct entry *e, struct gist *g)
{
	g->nwords = ledger_words(l, e, g->words);
	g->ncontent = 0;
	for (size_t i = 0; i < g->nwords; i++)
		if (stance_content(g->words[i]))
			g->content[g->ncontent++] = g->words[i] >> 1;
}

/* Whether so many shared words are two thirds of what a says. */
static bool
covers(size_t shared, const struct gist *a)
{
	return shared >= 2 && 3 * shared >= 2 * a->ncontent;
}

/* Whether b, which shares so many words with a, disputes what a says. */
static bool
is_dispute(const struct entry *b, const struct gist *a, size_t shared)
{
	return (b->flags & ENTRY_DIVERGENCE) && covers(shared, a);
}

/* Whether the one would keep, and the other drop, what both are about. */
static bool
is_urged_apart(const struct entry *a, const struct gist *ga,
               const struct entry *b, const struct gist *gb, size_t shared)
{
	size_t less = ga->ncontent < gb->ncontent ? ga->ncontent : gb->ncontent;

	return a->position * b->position < 0 && shared > 0 &&
	       2 * shared >= less;
}

static size_t
shared_words(const struct gist *a, const struct gist *b)
{
	size_t i = 0, j = 0, n = 0;

	while (i < a->ncontent && j < b->ncontent) {
		uint32_t x = a->content[i], y = b->content[j];

		n += x == y;
		i += x <= y;
		j += y <= x;
	}
	return n;
}

bool
inquiry_disputes(const struct inquiry *w, uint32_t b, uint32_t a)
{
	const struct entry *eb = inquiry_entry(w, b), *ea = inquiry_entry(w, a);
	struct gist ga, gb;

	gist_of(w->l, ea, &ga);
	gist_of(w->l, eb, &gb);
	return is_dispute(eb, &ga, shared_words(&ga, &gb));
}

/*
 * Fill out with the places of notes of the segment that tell of divergence,
 * NOTES_COMPARED at most; return how many.
 */
static size_t
diverging(const struct inquiry *w, const struct segment *s, uint32_t *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n && n < NOTES_COMPARED; i++)
		if (segment_flags(w, s, i) &
		    (ENTRY_DIVERGENCE | ENTRY_MARKED_DIVERGENCE))
			out[n++] = (uint32_t)i;
	return n;
}

/* Keep the pair if it is among the clearest: disputes, then most shared. */
static size_t
keep(struct tension *best, size_t n, struct tension t)
{
	size_t at = n;

	while (at > 0 && (t.dispute > best[at - 1].dispute ||
	                  (t.dispute == best[at - 1].dispute &&
	                   t.shared > best[at - 1].shared)))
		at--;
	if (at >= TENSIONS)
		return n;
	n = n < TENSIONS ? n + 1 : n;
	for (size_t i = n - 1; i > at; i--)
		best[i] = best[i - 1];
	best[at] = t;
	return n;
}

void
tension_reason(const struct inquiry *w, const struct tension *t,
               struct buf *why)
{
	const struct entry *ea = inquiry_entry(w, t->a);
	const struct entry *eb = inquiry_entry(w, t->b);
	struct gist a, b;

	if (t->dispute) {
		buf_adds(why, dispute_words);
		return;
	}
	gist_of(w->l, ea, &a);
	gist_of(w->l, eb, &b);
	if (!stance_opposed(w->l->stance, a.words, a.nwords, b.words, b.nwords,
	                    why))
		buf_adds(why, "the one would keep what the other would not");
}

/* Which notes are compared, by their places in the segment; how many. */
static size_t
choose(const struct inquiry *w, const struct segment *s, uint32_t *out)
{
	size_t n, rest, last = SIZE_MAX;

	if (s->n <= NOTES_COMPARED) {
		for (size_t i = 0; i < s->n; i++)
			out[i] = (uint32_t)i;
		return s->n;
	}
	n = diverging(w, s, out);
	n = n < NOTES_COMPARED / 2 ? n : NOTES_COMPARED / 2;
	rest = NOTES_COMPARED - n;
	for (size_t i = 0; i < rest; i++) {
		size_t at = i * s->n / rest;

		if (at != last &&
		    !(segment_flags(w, s, at) &
		      (ENTRY_DIVERGENCE | ENTRY_MARKED_DIVERGENCE)))
			out[n++] = (uint32_t)at;
		last = at;
	}
	return n;
}

/* Keep what the i-th of the notes and a later one are opposed in. */
static void
compare(const struct inquiry *w, struct segment *s, const uint32_t *at,
        size_t i, size_t j, const struct gist *gists, size_t shared)
{
	const struct entry *a = &w->here[at[i]], *b = &w->here[at[j]];
	const struct gist *ga = &gists[i], *gb = &gists[j];
	struct tension t = { s->notes[at[i]], s->notes[at[j]], shared, false };
	struct buf why = BUF_INIT;

	t.dispute = is_dispute(a, gb, shared) || is_dispute(b, ga, shared);
	if (t.dispute || is_urged_apart(a, ga, b, gb, shared) ||
	    stance_opposed(w->l->stance, ga->words, ga->nwords, gb->words,
	                   gb->nwords, &why))
		s->ntensions = keep(s->tensions, s->ntensions, t);
	buf_free(&why);
}

void
tensions_find(const struct inquiry *w, struct segment *s)
{
	uint32_t at[NOTES_COMPARED];
	size_t n = choose(w, s, at);
	struct gist *gists = mem_alloc((n + 1) * sizeof(*gists));
	struct concord c = { 0 };

	s->compared = n;
	s->ntensions = 0;
	for (size_t i = 0; i < n; i++) {
		gist_of(w->l, &w->here[at[i]], &gists[i]);
		concord_add(&c, gists[i].content, gists[i].ncontent);
	}
	concord_close(&c);
	for (size_t i = 0; i < n; i++) {
		const uint16_t *shared =
		    concord_shared(&c, gists[i].content, gists[i].ncontent);

		for (size_t j = i + 1; j < n; j++)
			if (covers(shared[j], &gists[i]) ||
			    covers(shared[j], &gists[j]) ||
			    is_urged_apart(&w->here[at[i]], &gists[i],
			                   &w->here[at[j]], &gists[j],
			                   shared[j]))
				compare(w, s, at, i, j, gists, shared[j]);
	}
	concord_free(&c);
	free(gists);
}

void
segment_positions(struct inquiry *w, const struct segment *s)
{
	uint32_t near[NOTES_COMPARED];
	size_t n = diverging(w, s, near), next = 0;
	struct concord c = { 0 };
	struct gist g;

	for (size_t i = 0; i < n; i++) {
		gist_of(w->l, &w->here[near[i]], &g);
		concord_add(&c, g.content, g.ncontent);
	}
	concord_close(&c);
	for (size_t i = 0; i < s->n; i++) {
		bool diverges = next < n && near[next] == i;

		if (i + 8 < s->n && w->here[i + 8].position != 0)
			__builtin_prefetch(
			    ledger_weighed(w->l, &w->here[i + 8]));
		next += diverges;
		w->side[i] = w->here[i].position;
		if (w->side[i] == 0 || diverges)
			continue;
		gist_of(w->l, &w->here[i], &g);
		if (!concord_near(&c, g.content, g.ncontent, 2))
			w->side[i] = 0;
	}
	concord_free(&c);
}
