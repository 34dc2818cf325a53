#include "io/converge_parts.h"

enum {
	PAIRS_MOST = 400, /* notes of a segment that are compared */
};

/* How many content words two notes share, each in order of number. */
static size_t
shared_words(const uint32_t *a, size_t na, const uint32_t *b, size_t nb,
             size_t *opposed)
{
	size_t i = 0, j = 0, n = 0;

	*opposed = 0;
	while (i < na && j < nb) {
		uint32_t x = a[i] >> 1, y = b[j] >> 1;

		if (x == y) {
			n++;
			*opposed += (a[i] & 1) != (b[j] & 1);
		}
		i += x <= y;
		j += y <= x;
	}
	return n;
}

bool
disputes(const struct ledger *l, uint32_t b, uint32_t a)
{
	const struct entry *eb = &l->entries[b], *ea = &l->entries[a];
	size_t opposed, n;

	if (!(eb->flags & ENTRY_DIVERGENCE) || ea->nsense < 2)
		return false;
	n = shared_words(l->senses + ea->sense, ea->nsense,
	                 l->senses + eb->sense, eb->nsense, &opposed);
	return n >= 2 && 3 * n >= 2 * (size_t)ea->nsense;
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

/* Why two notes may be opposed, or NULL. */
static const char *
reason_of(const struct ledger *l, uint32_t a, uint32_t b, size_t *shared,
          bool *dispute)
{
	const struct entry *ea = &l->entries[a], *eb = &l->entries[b];
	const uint32_t *wa = l->senses + ea->sense, *wb = l->senses + eb->sense;
	size_t opposed;

	*shared = shared_words(wa, ea->nsense, wb, eb->nsense, &opposed);
	*dispute = *shared >= 2 && (disputes(l, a, b) || disputes(l, b, a));
	if (*dispute)
		return "one reports disagreement with what the other says";
	return stance_opposed(l->stance, wa, ea->nsense, wb, eb->nsense);
}

size_t
tensions_find(const struct ledger *l, const struct segment *s,
              struct tension *best)
{
	size_t n = 0;

	if (s->n > PAIRS_MOST)
		return 0;
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = i + 1; j < s->n; j++) {
			struct tension t = { s->notes[i], s->notes[j], 0, NULL,
				             false };

			if (l->entries[t.a].nsense == 0 ||
			    l->entries[t.b].nsense == 0)
				continue;
			t.reason =
			    reason_of(l, t.a, t.b, &t.shared, &t.dispute);
			if (t.reason != NULL)
				n = keep(best, n, t);
		}
	return n;
}
