/* Which notes are kept, where not all are: of each kind the best. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"

/* Whether a goes before b when there are too many: the better fit stays. */
static bool
is_worse(const struct note *a, const struct note *b)
{
	if (a->score != b->score)
		return a->score < b->score;
	return harvest_id_cmp(a->id, b->id) > 0;
}

static void
sift_up(struct bucket *b, size_t i)
{
	while (i > 0 && is_worse(b->v[i], b->v[(i - 1) / 2])) {
		struct note *n = b->v[i];

		b->v[i] = b->v[(i - 1) / 2];
		b->v[(i - 1) / 2] = n;
		i = (i - 1) / 2;
	}
}

static void
sift_down(struct bucket *b, size_t i)
{
	for (;;) {
		size_t worst = i, left = 2 * i + 1;
		struct note *n = b->v[i];

		if (left < b->n && is_worse(b->v[left], b->v[worst]))
			worst = left;
		if (left + 1 < b->n && is_worse(b->v[left + 1], b->v[worst]))
			worst = left + 1;
		if (worst == i)
			return;
		b->v[i] = b->v[worst];
		b->v[worst] = n;
		i = worst;
	}
}

static struct bucket *
bucket_of(struct harvest *h, const struct note *n)
{
	size_t key[3] = { n->event, n->theme, n->mark }, i;

	i = map_add(&h->bucket_ids,
	            (struct slice){ (const char *)key, sizeof(key) });
	if (i == h->nbuckets) {
		h->buckets = mem_grow(h->buckets, &h->buckets_cap, i + 1,
		                      sizeof(*h->buckets));
		h->buckets[h->nbuckets++] = (struct bucket){ NULL, 0, 0 };
	}
	return &h->buckets[i];
}

/* A copy of n that owns its id and text, in one piece of memory. */
static struct note *
copy_note(const struct note *n)
{
	char *p = mem_alloc(sizeof(*n) + n->id.len + n->text.len + 1);
	struct note *copy = (struct note *)(void *)p;

	*copy = *n;
	p += sizeof(*n);
	if (n->id.len > 0)
		memcpy(p, n->id.p, n->id.len);
	copy->id.p = p;
	p += n->id.len;
	if (n->text.len > 0)
		memcpy(p, n->text.p, n->text.len);
	copy->text.p = p;
	return copy;
}

/* Keep a note, which is now the harvest's, if it is among the best. */
static void
take(struct harvest *h, struct note *n)
{
	struct bucket *b = bucket_of(h, n);

	if (b->n < h->options.keep) {
		b->v = mem_grow(b->v, &b->cap, b->n + 1, sizeof(*b->v));
		b->v[b->n++] = n;
		sift_up(b, b->n - 1);
	} else if (is_worse(b->v[0], n)) {
		free(b->v[0]);
		b->v[0] = n;
		sift_down(b, 0);
	} else {
		free(n);
	}
}

/* There are more notes than are all kept: choose among those so far, too. */
static void
sort_out(struct harvest *h)
{
	h->sorted_out = true;
	for (size_t i = 0; i < h->nnotes; i++)
		take(h, h->notes[i]);
	h->nnotes = 0;
}

/* Whether a note would not be kept: most are not, where there are many. */
static bool
is_needless(struct harvest *h, const struct note *n)
{
	const struct bucket *b = bucket_of(h, n);

	return b->n == h->options.keep && !is_worse(b->v[0], n);
}

void
harvest_keep_note(struct harvest *h, const struct note *n)
{
	if (!h->sorted_out && h->nnotes == h->options.whole)
		sort_out(h);
	if (h->sorted_out) {
		if (!is_needless(h, n))
			take(h, copy_note(n));
		return;
	}
	h->notes =
	    mem_grow(h->notes, &h->notes_cap, h->nnotes + 1, sizeof(*h->notes));
	h->notes[h->nnotes++] = copy_note(n);
}
