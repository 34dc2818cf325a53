#include "text/stem.h"

#include <libstemmer.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "text/stop.h"

/* Words kept on behalf of a stream. */
enum { MANY = 100000 };

struct stem {
	struct sb_stemmer *snowball; /* NULL: words stay as they are */
	bool english;
	struct map words, stems;
	struct stem_word *known; /* by number of the word */
	size_t cap;
};

struct stem *
stem_new(const char *language)
{
	struct stem *s = mem_zalloc(1, sizeof(*s));

	s->snowball = sb_stemmer_new(language, NULL);
	s->english =
	    strcmp(language, "english") == 0 || strcmp(language, "en") == 0;
	return s;
}

static struct slice
stem_of(struct stem *s, struct slice word)
{
	const sb_symbol *p;

	if (s->snowball == NULL)
		return word;
	p = sb_stemmer_stem(s->snowball, (const sb_symbol *)word.p,
	                    (int)word.len);
	if (p == NULL)
		return word;
	return (struct slice){ (const char *)p,
		               (size_t)sb_stemmer_length(s->snowball) };
}

const struct stem_word *
stem_look(struct stem *s, struct slice folded)
{
	size_t before = s->words.n;
	size_t n = map_add(&s->words, folded);
	struct stem_word *w;

	if (n < before)
		return &s->known[n];
	s->known = mem_grow(s->known, &s->cap, n + 1, sizeof(*s->known));
	w = &s->known[n];
	w->word = (uint32_t)n;
	w->stem = (uint32_t)map_add(&s->stems, stem_of(s, folded));
	w->flags = s->english ? stop_word(folded) : 0;
	return w;
}

void
stem_find(struct stem *s, struct slice folded, struct stem_word *out)
{
	size_t n;

	if (s->words.n < MANY || map_find(&s->words, folded) != MAP_NONE) {
		*out = *stem_look(s, folded);
		return;
	}
	n = map_find(&s->stems, stem_of(s, folded));
	out->word = STEM_NONE;
	out->stem = n != MAP_NONE ? (uint32_t)n : STEM_NONE;
	out->flags = s->english ? stop_word(folded) : 0;
}

uint32_t
stem_number(struct stem *s, struct slice stem)
{
	return (uint32_t)map_add(&s->stems, stem);
}

struct slice
stem_word_text(const struct stem *s, uint32_t n)
{
	return map_key(&s->words, n);
}

struct slice
stem_text(const struct stem *s, uint32_t n)
{
	return map_key(&s->stems, n);
}

size_t
stem_count(const struct stem *s)
{
	return s->stems.n;
}

void
stem_free(struct stem *s)
{
	if (s == NULL)
		return;
	if (s->snowball != NULL)
		sb_stemmer_delete(s->snowball);
	map_free(&s->words);
	map_free(&s->stems);
	free(s->known);
	free(s);
}

bool
stem_alike(struct slice a, struct slice b)
{
	size_t less = a.len < b.len ? a.len : b.len;
	size_t more = a.len < b.len ? b.len : a.len;

	return memcmp(a.p, b.p, less) == 0 &&
	       (less == more || less >= 4 || (less == 3 && more == 4));
}
