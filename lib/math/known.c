#include "math/known.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "math/elem.h"

/* Hashes are kept to so many bits: 12 hexadecimal digits. */
static const uint64_t hash_bits = 0xffffffffffff;

/* Texts that are remembered, at most. */
enum { SEEN_MOST = 40000 };

size_t
known_add(struct known *k)
{
	k->themes = mem_grow(k->themes, &k->cap, k->n + 1, sizeof(*k->themes));
	k->themes[k->n] = (struct known_theme){ .into = KNOWN_NONE };
	return k->n++;
}

/* Whether another theme is called that. */
static bool
is_taken(const struct known *k, size_t theme, struct slice label)
{
	for (size_t i = 0; i < k->n; i++)
		if (i != theme && k->themes[i].into == KNOWN_NONE &&
		    slice_eq(k->themes[i].label, label))
			return true;
	return false;
}

size_t
known_wanted(const struct known *k, size_t n, size_t wanted)
{
	size_t live = 0;

	for (size_t i = 0; i < n; i++)
		live += k->themes[i].into == KNOWN_NONE;
	return wanted == 0 ? 0 : wanted > live ? wanted - live : 1;
}

void
known_label(struct known *k, size_t theme, struct slice label,
            const struct slice *terms, size_t n)
{
	struct known_theme *t = &k->themes[theme];
	struct slice other = label;

	for (size_t i = 0; i < n && is_taken(k, theme, other); i++)
		other = terms[i];
	if (is_taken(k, theme, other))
		other = label;
	t->label = pool_slice(&k->pool, other);
	t->terms = pool_alloc(&k->pool, (n + 1) * sizeof(*t->terms));
	for (size_t i = 0; i < n; i++)
		t->terms[i] = pool_slice(&k->pool, terms[i]);
	t->nterms = n;
}

/* How many texts of t hold a stem. */
static uint32_t *
held_of(struct known_theme *t, size_t stem)
{
	t->held = mem_grow(t->held, &t->cap, stem + 1, sizeof(*t->held));
	while (t->nheld <= stem)
		t->held[t->nheld++] = 0;
	return &t->held[stem];
}

void
known_count(struct known *k, size_t theme, struct slice stem, uint32_t n)
{
	*held_of(&k->themes[theme], map_add(&k->stems, stem)) += n;
}

static struct slice
key_of(uint64_t *hash)
{
	*hash &= hash_bits;
	return (struct slice){ (const char *)hash, sizeof(*hash) };
}

void
known_see(struct known *k, size_t theme, uint64_t hash)
{
	size_t n = map_find(&k->seen, key_of(&hash));

	if (n == MAP_NONE) {
		if (k->seen.n >= SEEN_MOST)
			return;
		n = map_add(&k->seen, key_of(&hash));
		k->seen_theme = mem_grow(k->seen_theme, &k->cap_seen, n + 1,
		                         sizeof(*k->seen_theme));
		k->seen_also = mem_grow(k->seen_also, &k->cap_first, n + 1,
		                        sizeof(*k->seen_also));
		k->seen_theme[n] = KNOWN_UNTHEMED;
		k->seen_also[n] = KNOWN_NONE;
	}
	if (k->seen_theme[n] == KNOWN_UNTHEMED)
		k->seen_theme[n] = theme;
}

size_t
known_find(const struct known *k, uint64_t hash)
{
	size_t n = map_find(&k->seen, key_of(&hash));

	if (n == MAP_NONE)
		return KNOWN_NONE;
	return known_end(k, k->seen_theme[n]);
}

size_t
known_others(const struct known *k, uint64_t hash)
{
	size_t n = map_find(&k->seen, key_of(&hash));

	return n == MAP_NONE ? KNOWN_NONE : k->seen_also[n];
}

void
known_also(struct known *k, size_t theme, uint64_t hash)
{
	size_t n = map_find(&k->seen, key_of(&hash));

	if (n == MAP_NONE)
		return;
	for (size_t i = k->seen_also[n]; i != KNOWN_NONE; i = k->also[i].next)
		if (known_end(k, k->also[i].theme) == known_end(k, theme))
			return;
	k->also =
	    mem_grow(k->also, &k->cap_also, k->nalso + 1, sizeof(*k->also));
	k->also[k->nalso] = (struct known_also){ theme, k->seen_also[n] };
	k->seen_also[n] = k->nalso++;
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

void
known_learn(struct known *k, size_t theme, uint64_t hash, struct slice text,
            struct stem *stems, struct terms *terms, bool grow)
{
	size_t before = known_find(k, hash);

	if (k->themes[theme].locked ||
	    (before != KNOWN_NONE && before != KNOWN_UNTHEMED))
		return;
	known_see(k, theme, hash);
	terms_read(terms, stems, text);
	mem_sort(terms->stem, terms->n, sizeof(*terms->stem), by_number);
	for (size_t i = 0; i < terms->n; i++) {
		struct slice stem = stem_text(stems, terms->stem[i]);

		if (i > 0 && terms->stem[i] == terms->stem[i - 1])
			continue;
		if (grow || map_find(&k->stems, stem) != MAP_NONE)
			known_count(k, theme, stem, 1);
	}
	k->themes[theme].texts++;
}

size_t
known_end(const struct known *k, size_t theme)
{
	while (theme != KNOWN_UNTHEMED && k->themes[theme].into != KNOWN_NONE)
		theme = k->themes[theme].into;
	return theme;
}

size_t
known_merged(const struct known *k, size_t theme, struct slice *ids)
{
	size_t n = 0;

	for (size_t i = 0; i < k->n; i++)
		if (i != theme && k->themes[i].id.len > 0 &&
		    known_end(k, i) == theme)
			ids[n++] = k->themes[i].id;
	return n;
}

void
known_join(struct known *k, size_t from, size_t into)
{
	struct known_theme *a = &k->themes[from], *b = &k->themes[into];

	for (size_t i = 0; i < a->nheld; i++)
		if (a->held[i] > 0)
			*held_of(b, i) += a->held[i];
	b->texts += a->texts;
	b->notes += a->notes;
	a->texts = a->notes = a->nheld = 0;
	a->into = into;
}

double *
known_rarity(const struct known *k)
{
	double *rarity = mem_zalloc(k->stems.n + 1, sizeof(*rarity));
	double texts = 1;

	for (size_t t = 0; t < k->n; t++) {
		texts += (double)k->themes[t].texts;
		for (size_t i = 0; i < k->themes[t].nheld; i++)
			rarity[i] += k->themes[t].held[i];
	}
	for (size_t i = 0; i < k->stems.n; i++)
		rarity[i] = 1 + elem_log(texts / (1 + rarity[i]));
	return rarity;
}

double
known_cosine(const struct known *k, size_t a, size_t b, const double *rarity)
{
	const struct known_theme *x = &k->themes[a], *y = &k->themes[b];
	double dot = 0, xx = 0, yy = 0;

	for (size_t i = 0; i < k->stems.n; i++) {
		double p = i < x->nheld ? x->held[i] * rarity[i] : 0;
		double q = i < y->nheld ? y->held[i] * rarity[i] : 0;

		dot += p * q;
		xx += p * p;
		yy += q * q;
	}
	return xx > 0 && yy > 0 ? dot / elem_sqrt(xx * yy) : 0;
}

void
known_name(struct known *k, size_t theme)
{
	char id[32];

	snprintf(id, sizeof(id), "t%zu", k->next++);
	k->themes[theme].id = pool_slice(&k->pool, slice_of(id));
}

/* A stem and its number, to be put in order. */
struct entry {
	struct slice text;
	size_t stem;
};

static int
by_text(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return slice_cmp(x->text, y->text);
}

/* The stems that some theme holds, in the order of their bytes. */
static struct entry *
sorted_stems(const struct known *k, size_t *n)
{
	struct entry *e = mem_alloc((k->stems.n + 1) * sizeof(*e));

	*n = 0;
	for (size_t i = 0; i < k->stems.n; i++) {
		bool any = false;

		for (size_t t = 0; t < k->n && !any; t++)
			any =
			    i < k->themes[t].nheld && k->themes[t].held[i] > 0;
		if (any)
			e[(*n)++] = (struct entry){ map_key(&k->stems, i), i };
	}
	mem_sort(e, *n, sizeof(*e), by_text);
	return e;
}

void
known_model(const struct known *k, const char *language, struct vocabulary *v,
            struct mixture *m, size_t **theme)
{
	size_t n, *of = mem_alloc((k->n + 1) * sizeof(*of));
	struct entry *e = sorted_stems(k, &n);

	*m = (struct mixture){ .columns = n };
	for (size_t t = 0; t < k->n; t++)
		if (k->themes[t].into == KNOWN_NONE && k->themes[t].texts > 0)
			of[m->k++] = t;
	m->texts = mem_zalloc(m->k + 1, sizeof(*m->texts));
	m->held = mem_zalloc(n * m->k + 1, sizeof(*m->held));
	vocabulary_init(v, language);
	for (size_t i = 0; i < n; i++)
		vocabulary_add(v, stem_number(v->stems, e[i].text));
	for (size_t c = 0; c < m->k; c++) {
		const struct known_theme *t = &k->themes[of[c]];

		m->texts[c] = (uint32_t)t->texts;
		for (size_t i = 0; i < n; i++)
			if (e[i].stem < t->nheld)
				m->held[i * m->k + c] = t->held[e[i].stem];
	}
	*theme = of;
	free(e);
}

void
known_free(struct known *k)
{
	for (size_t i = 0; i < k->n; i++)
		free(k->themes[i].held);
	free(k->themes);
	free(k->seen_theme);
	free(k->seen_also);
	free(k->also);
	map_free(&k->stems);
	map_free(&k->seen);
	pool_free(&k->pool);
	*k = (struct known)KNOWN_INIT;
}
