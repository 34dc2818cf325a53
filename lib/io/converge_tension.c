#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/converge_parts.h"
#include "math/elem.h"

/* How many words of the note say what it is about. */
static size_t
content_of(const struct ledger *l, const struct entry *e)
{
	size_t n = 0;

	for (uint32_t i = 0; i < e->nsense; i++)
		n += stance_content(l->stance, l->senses[e->sense + i]);
	return n;
}

/* How many such words two notes share. */
static size_t
shared_words(const struct ledger *l, const struct entry *a,
             const struct entry *b)
{
	const uint32_t *va = l->senses + a->sense, *vb = l->senses + b->sense;
	size_t i = 0, j = 0, n = 0;

	while (i < a->nsense && j < b->nsense) {
		uint32_t x = va[i] >> 1, y = vb[j] >> 1;

		n += x == y && stance_content(l->stance, va[i]);
		i += x <= y;
		j += y <= x;
	}
	return n;
}

bool
disputes(const struct ledger *l, uint32_t b, uint32_t a)
{
	const struct entry *eb = &l->entries[b], *ea = &l->entries[a];
	size_t n;

	if (!(eb->flags & ENTRY_DIVERGENCE) || ea->nsense < 2)
		return false;
	n = shared_words(l, ea, eb);
	return n >= 2 && 3 * n >= 2 * content_of(l, ea);
}

size_t
diverging_notes(const struct ledger *l, const struct segment *s, uint32_t *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n && n < NOTES_COMPARED; i++)
		if (segment_flags(l, s, s->notes[i]) &
		    (ENTRY_DIVERGENCE | ENTRY_MARKED_DIVERGENCE))
			out[n++] = s->notes[i];
	return n;
}

bool
near_divergence(const struct ledger *l, const uint32_t *diverging, size_t n,
                uint32_t note)
{
	for (size_t i = 0; i < n; i++)
		if (diverging[i] == note ||
		    shared_words(l, &l->entries[diverging[i]],
		                 &l->entries[note]) >= 2)
			return true;
	return false;
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

static bool
may_be_opposed(const struct ledger *l, struct tension *t, struct buf *why)
{
	const struct entry *a = &l->entries[t->a], *b = &l->entries[t->b];

	t->shared = shared_words(l, a, b);
	if (t->shared < 2)
		return false;
	t->dispute = disputes(l, t->a, t->b) || disputes(l, t->b, t->a);
	if (t->dispute) {
		buf_adds(why, "the one reports disagreement with what the "
		              "other says");
		return true;
	}
	return stance_opposed(l->stance, l->senses + a->sense, a->nsense,
	                      l->senses + b->sense, b->nsense, why);
}

void
tension_reason(const struct ledger *l, const struct tension *t, struct buf *why)
{
	struct tension copy = *t;

	may_be_opposed(l, &copy, why);
}

/* What tells most pairs of notes apart without a look at their words. */
struct sign {
	uint64_t bits; /* one for each content word, by its hash */
	size_t content;
};

static struct sign *
sign(const struct ledger *l, const uint32_t *notes, size_t n)
{
	struct sign *signs = mem_zalloc(n + 1, sizeof(*signs));

	for (size_t i = 0; i < n; i++) {
		const struct entry *e = &l->entries[notes[i]];

		signs[i].content = content_of(l, e);
		for (uint32_t j = 0; j < e->nsense; j++) {
			uint32_t word = l->senses[e->sense + j];

			if (stance_content(l->stance, word))
				signs[i].bits |=
				    (uint64_t)1
				    << ((word >> 1) * 2654435761u >> 26);
		}
	}
	return signs;
}

/* The most content words of a that b can share: not those whose bit it lacks.
 */
static size_t
most_shared(const struct sign *a, const struct sign *b)
{
	return a->content - (size_t)__builtin_popcountll(a->bits & ~b->bits);
}

/*
 * Whether two notes share too little for a dispute or for opposed words: fewer
 * than two bits, which are two words, or two that clash; or surely not two
 * thirds of the words of either.
 */
static bool
too_little(const struct sign *a, const struct sign *b)
{
	size_t x = most_shared(a, b), y = most_shared(b, a);
	size_t shared = x < y ? x : y;
	uint64_t both = a->bits & b->bits;

	return (both & (both - 1)) == 0 ||
	       (3 * shared < 2 * a->content && 3 * shared < 2 * b->content);
}

/* Which notes are compared; return how many. */
static size_t
choose(const struct ledger *l, const struct segment *s, uint32_t *out)
{
	size_t n, rest, last = SIZE_MAX;

	if (s->n <= NOTES_COMPARED) {
		for (size_t i = 0; i < s->n; i++)
			out[i] = s->notes[i];
		return s->n;
	}
	n = diverging_notes(l, s, out);
	n = n < NOTES_COMPARED / 2 ? n : NOTES_COMPARED / 2;
	rest = NOTES_COMPARED - n;
	for (size_t i = 0; i < rest; i++) {
		size_t at = i * s->n / rest;

		if (at != last &&
		    !(segment_flags(l, s, s->notes[at]) &
		      (ENTRY_DIVERGENCE | ENTRY_MARKED_DIVERGENCE)))
			out[n++] = s->notes[at];
		last = at;
	}
	return n;
}

void
tensions_find(const struct ledger *l, struct segment *s)
{
	uint32_t notes[NOTES_COMPARED];
	size_t n = choose(l, s, notes);
	struct buf why = BUF_INIT;
	struct sign *signs = sign(l, notes, n);

	s->compared = n;
	s->ntensions = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++) {
			struct tension t = { notes[i], notes[j], 0, false };

			if (too_little(&signs[i], &signs[j]))
				continue;
			buf_reset(&why);
			if (may_be_opposed(l, &t, &why))
				s->ntensions =
				    keep(s->tensions, s->ntensions, t);
		}
	buf_free(&why);
	free(signs);
}

/*
 * Have the words of a note at hand that is looked at soon: those of a theme lie
 * all over the memory.
 */
static void
await_words(const struct ledger *l, const struct segment *s, size_t i)
{
	const uint32_t *v;

	if (i + 16 >= s->n || l->senses == NULL)
		return;
	__builtin_prefetch(&l->entries[s->notes[i + 16]]);
	v = l->senses + l->entries[s->notes[i + 8]].sense;
	__builtin_prefetch(v);
	__builtin_prefetch(v + 16);
}

/*
 * What a note's words weigh together, and how many they are. Words that more
 * than three fifths of the notes share say what it is about, and do not count.
 */
static int
lean(const struct work *w, const struct entry *e, size_t notes, size_t *words)
{
	const struct stance *st = w->l->stance;
	size_t known = stance_known(st);
	int sum = 0;

	*words = e->nsense;
	for (uint32_t i = 0; i < e->nsense; i++) {
		uint32_t word = w->l->senses[e->sense + i];

		if (word >> 1 >= known)
			break;
		if (5 * (size_t)w->word_hits[word >> 1] <= 3 * notes)
			sum += stance_weight(st, word);
		else
			--*words;
	}
	return sum;
}

/* Count in how many notes each word with a weight is. */
static void
count_words(struct work *w, const struct segment *s)
{
	size_t known = stance_known(w->l->stance);

	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->l->entries[s->notes[i]];
		const uint32_t *v = w->l->senses + e->sense;

		await_words(w->l, s, i);
		for (uint32_t j = 0; j < e->nsense; j++) {
			uint32_t word = v[j] >> 1;

			if (word >= known)
				break;
			if (j == 0 || v[j - 1] >> 1 != word)
				w->word_hits[word]++;
		}
	}
}

/* Count from nothing again. */
static void
forget_words(struct work *w, const struct segment *s)
{
	size_t known = stance_known(w->l->stance);

	if (s->n * STANCE_WORDS >= known) {
		memset(w->word_hits, 0, known * sizeof(*w->word_hits));
		return;
	}
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->l->entries[s->notes[i]];
		const uint32_t *v = w->l->senses + e->sense;

		for (uint32_t j = 0; j < e->nsense && v[j] >> 1 < known; j++)
			w->word_hits[v[j] >> 1] = 0;
	}
}

double
segment_sides(struct work *w, const struct segment *s)
{
	double sum = 0, size = 0;

	if (s->n >= STANCE_LEAST)
		count_words(w, s);
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &w->l->entries[s->notes[i]];
		size_t words;
		int z = lean(w, e, s->n, &words);
		double loud = words > 0 ? z / elem_sqrt((double)words) : 0;

		await_words(w->l, s, i);
		w->side[s->notes[i]] = e->flags & ENTRY_CLAIM ?
		                           (int8_t)((z > STANCE_INDIFFERENT) -
		                                    (z < -STANCE_INDIFFERENT)) :
		                           0;
		sum += loud;
		size += loud < 0 ? -loud : loud;
	}
	if (s->n >= STANCE_LEAST)
		forget_words(w, s);
	sum = sum < 0 ? -sum : sum;
	return size > 0 ? 1 - sum / size : 0;
}
