/* What a role that tells of its holder is more generally, shared by k. */
#include <stdlib.h>

#include "base/mem.h"
#include "text/fold.h"
#include "text/roster.h"

enum { LONGEST_GENERAL = 48 }; /* bytes; see span_placeholder */

/* How many people each general word for a role holds. */
struct holders {
	struct map words; /* folded */
	struct map pairs; /* a word's number and who holds it, each once */
	size_t *people;   /* of each word */
	size_t cap;
	struct buf key;
};

static size_t
word_of(struct holders *o, struct slice general)
{
	size_t known = o->words.n, n;

	buf_reset(&o->key);
	fold_text(&o->key, slice_trim(general));
	n = map_add(&o->words, buf_view(&o->key));
	o->people = mem_grow(o->people, &o->cap, n + 1, sizeof(*o->people));
	if (n == known)
		o->people[n] = 0;
	return n;
}

/*
 * Count a person with all that his role is, once however often listed; not one
 * whose role is told as it is: what is more general stands for the others.
 */
static void
count_holder(struct holders *o, const struct person *p,
             const struct hierarchy *h, bool told)
{
	for (size_t l = 0; l <= h->levels; l++) {
		size_t known = o->pairs.n, n;

		n = word_of(
		    o, hierarchy_up(h, SLICE("role"), p->v[ROSTER_ROLE], l));
		if (told)
			continue;
		buf_reset(&o->key);
		buf_add(&o->key, &n, sizeof(n));
		fold_text(&o->key, p->v[ROSTER_FIRST]);
		fold_text(&o->key, p->v[ROSTER_LAST]);
		fold_text(&o->key, p->v[ROSTER_NAME]);
		if (map_add(&o->pairs, buf_view(&o->key)) == known)
			o->people[n]++;
	}
}

/* Whether so many hold a role that it is not masked. */
static bool
is_told(const struct roster *r, struct words *w, struct slice role, size_t k)
{
	uint64_t hash = 0;

	words_find(w, role, &r->lexicon);
	for (size_t i = 0; i < w->n; i++)
		hash = roster_join(hash, w->v[i].hash);
	return w->n > 0 && roster_role(r, hash) >= k;
}

/* The least general word for a role that k people share, or one of no length.
 */
static struct slice
general_of(struct holders *o, const struct hierarchy *h, struct slice role,
           size_t k)
{
	for (size_t l = 1; l <= h->levels; l++) {
		struct slice up = hierarchy_up(h, SLICE("role"), role, l);
		size_t word = word_of(o, up);

		if (!slice_eq(up, role) && o->people[word] >= k &&
		    up.len <= LONGEST_GENERAL &&
		    memchr(up.p, '[', up.len) == NULL &&
		    memchr(up.p, ']', up.len) == NULL)
			return up;
	}
	return (struct slice){ "", 0 };
}

static void
add_general(struct roster *r, struct words *w, struct slice role,
            struct slice general)
{
	struct buf put = BUF_INIT;
	uint64_t hash = 0;
	size_t known = r->generals.n, n;

	words_find(w, role, &r->lexicon);
	for (size_t i = 0; i < w->n; i++)
		hash = roster_join(hash, w->v[i].hash);
	if (w->n == 0 || general.len == 0)
		return;
	n = hashes_add(&r->generals, hash);
	r->general_put = mem_grow(r->general_put, &r->generals_cap, n + 1,
	                          sizeof(*r->general_put));
	buf_adds(&put, "[role: ");
	buf_slice(&put, general);
	buf_addc(&put, ']');
	if (n == known)
		r->general_put[n] = pool_slice(&r->pool, buf_view(&put)).p;
	buf_free(&put);
}

void
roster_generalise(struct roster *r, const struct hierarchy *h, size_t k)
{
	static const char field[] = "role";
	struct holders o = { .words = MAP_INIT, .pairs = MAP_INIT };
	struct words words = WORDS_INIT;

	for (size_t i = 0; i < r->n; i++) {
		struct slice role = r->people[i].v[ROSTER_ROLE];

		if (role.len > 0)
			count_holder(&o, &r->people[i], h,
			             is_told(r, &words, role, k));
	}
	for (size_t i = 0; i < h->values.n; i++) {
		struct slice role = map_key(&h->values, i);

		if (!slice_starts(role, (struct slice){ field, sizeof(field) }))
			continue;
		role.p += sizeof(field), role.len -= sizeof(field);
		add_general(r, &words, role, general_of(&o, h, role, k));
	}
	words_free(&words);
	map_free(&o.words);
	map_free(&o.pairs);
	free(o.people);
	buf_free(&o.key);
}

const char *
roster_general(const struct roster *r, const struct word *v, size_t n)
{
	const char *best = NULL;
	size_t longest = 0;

	for (size_t i = 0; r->generals.n > 0 && i < n; i++) {
		uint64_t hash = 0;

		for (size_t len = 1; i + len <= n; len++) {
			size_t at;

			hash = roster_join(hash, v[i + len - 1].hash);
			at = hashes_find(&r->generals, hash);
			if (at != MAP_NONE && len > longest) {
				longest = len;
				best = r->general_put[at];
			}
		}
	}
	return best;
}
