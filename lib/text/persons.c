#include "text/persons.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/persons_parts.h"

void
persons_open(struct persons *p, const struct lexicon *lexicon)
{
	*p = (struct persons){ .lexicon = lexicon, .scratch = WORDS_INIT };
	persons_read_shorts(p);
}

/* Whether a word stands where people have no name yet. */
static bool
is_nobody(struct slice word)
{
	static const char *const words[] = {
		"tbc",       "tba",     "na",      "none",      "nobody",
		"unknown",   "anon",    "guest",   "cancelled", "canceled",
		"withdrawn", "vacant",  "spare",   "reserved",  "anonymous",
		"unnamed",   "several", "various", "all",       "everyone",
		"everybody", "group",   "table",   "n",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_is(word, words[i]))
			return true;
	return false;
}

static struct slice
word_at(const struct persons *p, const struct persons_name *name, size_t i)
{
	return map_key(&p->words, name->word[i]);
}

static bool
is_initial(const struct persons *p, const struct persons_name *name, size_t i)
{
	return word_at(p, name, i).len == 1;
}

static int
level_of(const struct persons *p, const struct persons_name *name)
{
	size_t initials = 0, nobody = 0;

	for (size_t i = 0; i < name->n; i++) {
		initials += is_initial(p, name, i);
		nobody += is_nobody(word_at(p, name, i));
	}
	if (name->n == 0 || nobody == name->n)
		return PERSONS_NOBODY;
	if (name->numbered)
		return PERSONS_CLEAR;
	if (initials == name->n)
		return PERSONS_INITIALS;
	if (name->n == 1)
		return name->upper && word_at(p, name, 0).len <= 3 ?
		           PERSONS_INITIALS :
		           PERSONS_LONE;
	return is_initial(p, name, 0) || is_initial(p, name, name->n - 1) ?
	           PERSONS_SHORT :
	           PERSONS_CLEAR;
}

size_t
persons_add(struct persons *p, struct slice name)
{
	size_t known = p->names.n, n = map_add(&p->names, name);

	p->v = mem_grow(p->v, &p->cap, p->names.n, sizeof(*p->v));
	if (n < known)
		return n;
	p->v[n] = (struct persons_name){ .same = (uint32_t)n };
	persons_read(p, &p->v[n], name);
	p->v[n].level = (uint8_t)level_of(p, &p->v[n]);
	return n;
}

/* The name that stands for all that are one. */
static uint32_t
root_of(const struct persons *p, uint32_t n)
{
	while (p->v[n].same != n)
		n = p->v[n].same;
	return n;
}

static void
join(struct persons *p, uint32_t a, uint32_t b)
{
	a = root_of(p, a);
	b = root_of(p, b);
	if (a < b)
		p->v[b].same = a;
	else
		p->v[a].same = b;
}

void
persons_join(struct persons *p, size_t a, size_t b)
{
	join(p, (uint32_t)a, (uint32_t)b);
}

/* Whether all words of the shorter name are in the other. */
static bool
is_part(const struct persons_name *a, const struct persons_name *b)
{
	const struct persons_name *less = a->n < b->n ? a : b;
	const struct persons_name *more = less == a ? b : a;

	for (size_t i = 0; i < less->n; i++) {
		size_t j = 0;

		while (j < more->n && more->word[j] != less->word[i])
			j++;
		if (j == more->n)
			return false;
	}
	return less->n > 1;
}

/* persons_short, which is asked of the same two words again and again. */
static bool
is_short(struct persons *p, uint32_t a, uint32_t b)
{
	uint64_t mixed = (a * 0x9e3779b1u ^ b) & (UINT32_MAX >> 1);
	uint64_t pair = ((uint64_t)a << 31 | mixed) << 1;
	bool answer;

	if (!memo_has(&p->short_pairs, pair, &answer)) {
		answer = persons_short(p, a, b);
		memo_put(&p->short_pairs, pair, answer);
	}
	return answer;
}

/* Whether one first name may be the other, or its first letter. */
static bool
is_first(struct persons *p, uint32_t a, uint32_t b)
{
	struct slice x = map_key(&p->words, a), y = map_key(&p->words, b);

	if (a == b || ((x.len == 1 || y.len == 1) && *x.p == *y.p))
		return true;
	return is_short(p, a, b);
}

static bool
is_last(const struct persons *p, uint32_t a, uint32_t b)
{
	struct slice x = map_key(&p->words, a), y = map_key(&p->words, b);

	return a == b || ((x.len == 1 || y.len == 1) && *x.p == *y.p);
}

bool
persons_same(struct persons *p, const struct persons_name *a,
             const struct persons_name *b)
{
	if (a->numbered || b->numbered)
		return false;
	return is_part(a, b) ||
	       (is_last(p, a->word[a->n - 1], b->word[b->n - 1]) &&
	        is_first(p, a->word[0], b->word[0]));
}

/* Whether a word is two run together. */
static bool
is_run(struct slice word, struct slice a, struct slice b)
{
	return word.len == a.len + b.len && memcmp(word.p, a.p, a.len) == 0 &&
	       memcmp(word.p + a.len, b.p, b.len) == 0;
}

/* Whether a single word is somebody's: a part, or run together. */
static bool
is_of(struct persons *p, const struct persons_name *one,
      const struct persons_name *name)
{
	struct slice word = word_at(p, one, 0), a, b;

	if (name->numbered)
		return false;
	for (size_t i = 0; i < name->n; i++)
		if (name->word[i] == one->word[0])
			return true;
	if (name->n < 2)
		return false;
	if (is_short(p, one->word[0], name->word[0]))
		return true;
	a = word_at(p, name, 0), b = word_at(p, name, name->n - 1);
	return is_run(word, a, b) || is_run(word, b, a) ||
	       is_run(word, (struct slice){ a.p, 1 }, b) ||
	       is_run(word, a, (struct slice){ b.p, 1 });
}

/* Whether initials are somebody's: "WM", "W.M.". */
static bool
are_of(const struct persons *p, const struct persons_name *one,
       const struct persons_name *name)
{
	char first = *word_at(p, one, 0).p, last;
	struct slice end = word_at(p, one, one->n - 1);

	last = end.p[end.len - 1];
	return !name->numbered && name->n > 1 &&
	       *word_at(p, name, 0).p == first &&
	       *word_at(p, name, name->n - 1).p == last;
}

static bool
fits(struct persons *p, const struct persons_name *a,
     const struct persons_name *b)
{
	return a->level == PERSONS_LONE     ? is_of(p, a, b) :
	       a->level == PERSONS_INITIALS ? are_of(p, a, b) :
	                                      persons_same(p, a, b);
}

/* One of a lower level is the only one that fits; or it may be several. */
static void
settle_vague(struct persons *p, uint32_t n)
{
	struct persons_name *a = &p->v[n];
	uint32_t found = UINT32_MAX;

	for (uint32_t i = 0; i < p->names.n && !a->vague; i++) {
		const struct persons_name *b = &p->v[i];

		if (b->level >= a->level || b->vague || !fits(p, a, b))
			continue;
		a->vague = found != UINT32_MAX && found != root_of(p, i);
		found = root_of(p, i);
	}
	if (!a->vague && found != UINT32_MAX)
		a->same = found;
}

/* The same words, however they were written. */
static void
join_equal(struct persons *p)
{
	struct map seen = MAP_INIT;
	uint32_t *at = mem_alloc((p->names.n + 1) * sizeof(*at));

	for (uint32_t i = 0; i < p->names.n; i++) {
		const struct persons_name *a = &p->v[i];
		size_t known = seen.n, n;

		buf_reset(&p->text);
		buf_addc(&p->text, a->numbered ? '#' : ' ');
		for (size_t w = 0; w < a->n; w++) {
			buf_slice(&p->text, word_at(p, a, w));
			buf_addc(&p->text, ' ');
		}
		n = map_add(&seen, buf_view(&p->text));
		if (n == known)
			at[n] = i;
		else
			join(p, at[n], i);
	}
	map_free(&seen);
	free(at);
}

void
persons_settle(struct persons *p)
{
	join_equal(p);
	persons_join_clear(p);
	for (int level = PERSONS_SHORT; level < PERSONS_LEVELS; level++)
		for (uint32_t i = 0; i < p->names.n; i++)
			if (p->v[i].level == level && p->v[i].same == i)
				settle_vague(p, i);
}

uint32_t
persons_who(const struct persons *p, size_t name)
{
	uint32_t root = root_of(p, (uint32_t)name);

	if (p->v[name].level == PERSONS_NOBODY)
		return 0;
	return p->v[root].vague ? PERSONS_VAGUE : root + 1;
}

void
persons_close(struct persons *p)
{
	words_free(&p->scratch);
	buf_free(&p->text);
	map_free(&p->words);
	map_free(&p->shorts);
	map_free(&p->pairs);
	memo_free(&p->short_pairs);
	map_free(&p->names);
	free(p->v);
}
