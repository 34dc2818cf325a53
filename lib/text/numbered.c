#include "text/numbered.h"

#include <stdlib.h>

#include "base/mem.h"
#include "data/lexicon.h"

struct numbered_name {
	struct slice name;
	size_t joined; /* where in it digits and letters are joined */
	size_t next;   /* another with the same + 1, or 0 */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static char
small(char c)
{
	return is_letter(c) ? (char)(c | 32) : c;
}

/*
 * The next run of digits and letters from *at on that has both; *at goes behind
 * it. Its hash, or 0 if there is none.
 */
static uint64_t
next_joined(struct slice s, size_t *at, size_t *start)
{
	while (*at < s.len) {
		struct lexicon_hasher h = LEXICON_HASHER;
		bool digit = false, letter = false;

		for (*start = *at;
		     *at < s.len && (is_digit(s.p[*at]) || is_letter(s.p[*at]));
		     ++*at) {
			digit |= is_digit(s.p[*at]);
			letter |= is_letter(s.p[*at]);
			lexicon_letter(&h, (unsigned char)small(s.p[*at]));
		}
		if (digit && letter)
			return lexicon_hashed(&h) | 1;
		if (*at == *start)
			++*at;
	}
	return 0;
}

void
numbered_add(struct numbered *u, struct slice name)
{
	size_t at = 0, start, known = u->joined.n, n;
	uint64_t hash = next_joined(name, &at, &start);

	if (hash == 0)
		return;
	n = hashes_add(&u->joined, hash);
	u->first = mem_grow(u->first, &u->first_cap, n + 1, sizeof(*u->first));
	if (n == known)
		u->first[n] = 0;
	for (size_t k = u->first[n]; k > 0; k = u->v[k - 1].next)
		if (slice_eq(u->v[k - 1].name, name))
			return;
	u->v = mem_grow(u->v, &u->cap, u->n + 1, sizeof(*u->v));
	u->v[u->n++] = (struct numbered_name){ name, start, u->first[n] };
	u->first[n] = u->n;
}

/* Whether a name stands at text[at], with no letter or digit around it. */
static bool
stands_at(struct slice text, size_t at, struct slice name)
{
	size_t end = at + name.len;

	if (end > text.len)
		return false;
	if ((at > 0 && (is_digit(text.p[at - 1]) || is_letter(text.p[at - 1]) ||
	                text.p[at - 1] & 0x80)) ||
	    (end < text.len && (is_digit(text.p[end]) ||
	                        is_letter(text.p[end]) || text.p[end] & 0x80)))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (small(text.p[at + i]) != small(name.p[i]))
			return false;
	return true;
}

bool
numbered_next(const struct numbered *u, struct slice text, size_t *at,
              struct slice *found)
{
	size_t start;
	uint64_t hash;

	while ((hash = next_joined(text, at, &start)) != 0) {
		size_t n = hashes_find(&u->joined, hash), best = 0;

		for (size_t k = n == MAP_NONE ? 0 : u->first[n]; k > 0;
		     k = u->v[k - 1].next) {
			const struct numbered_name *v = &u->v[k - 1];

			if (v->name.len > best && v->joined <= start &&
			    stands_at(text, start - v->joined, v->name)) {
				best = v->name.len;
				found->p = text.p + start - v->joined;
				found->len = best;
			}
		}
		if (best == 0)
			continue;
		*at = (size_t)(found->p - text.p) + best;
		return true;
	}
	return false;
}

void
numbered_free(struct numbered *u)
{
	hashes_free(&u->joined);
	free(u->first);
	free(u->v);
}
