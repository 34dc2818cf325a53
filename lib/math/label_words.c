#include <stdbool.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "math/label_parts.h"
#include "text/stop.h"
#include "text/token.h"

enum { NAMING = 8 }; /* words that a name is looked for in */

/* Count the words of a text; a stop word that is no negation counts less. */
static void
count_words(struct stem *stems, struct slice text, struct map *words,
            uint32_t **count, size_t *cap)
{
	struct tokens t = TOKENS_INIT;
	struct token k;

	token_start(&t, text);
	while (token_next(&t, &k)) {
		size_t before = words->n, i;
		unsigned flags;

		if (k.kind != TOKEN_WORD)
			continue;
		flags = stem_look(stems, k.folded)->flags;
		i = map_add(words, k.folded);
		*count = mem_grow(*count, cap, i + 1, sizeof(**count));
		if (i == before)
			(*count)[i] = 0;
		(*count)[i] += flags == STOP_WORD ? 1 : 10;
	}
	token_end(&t);
}

/* A word that may be part of a name, and how much it counts. */
struct counted {
	struct slice word;
	uint32_t stem, count;
};

/* The most counted first; of two as much the one met first. */
static void
insert(struct counted *list, size_t *n, struct counted word)
{
	size_t at = *n;

	if (at == NAMING && list[at - 1].count >= word.count)
		return;
	if (at < NAMING)
		++*n;
	else
		at--;
	for (; at > 0 && list[at - 1].count < word.count; at--)
		list[at] = list[at - 1];
	list[at] = word;
}

static bool
is_taken(const struct label *labels, size_t k, struct slice name)
{
	for (size_t i = 0; i < k; i++)
		if (labels[i].n > 0 && slice_eq(labels[i].name, name))
			return true;
	return false;
}

/* Two words that are not one, and by which no other theme is called. */
static bool
join(const struct counted *list, size_t n, const struct label *labels, size_t k,
     struct buf *name)
{
	for (size_t second = 1; second < n; second++) {
		for (size_t first = 0; first < second; first++) {
			if (list[first].stem == list[second].stem)
				continue;
			buf_reset(name);
			buf_slice(name, list[first].word);
			buf_adds(name, ", ");
			buf_slice(name, list[second].word);
			if (!is_taken(labels, k, buf_view(name)))
				return true;
		}
	}
	return false;
}

void
label_by_words(struct stem *stems, const struct theme_texts *t,
               struct pool *pool, struct label *labels, size_t k)
{
	struct label *own = &labels[t->which];
	struct counted list[NAMING];
	struct map words = MAP_INIT;
	uint32_t *count = NULL;
	size_t cap = 0, n = 0;
	struct buf name = BUF_INIT;

	for (size_t i = 0; i < t->n; i++)
		if (t->theme[i] == t->which)
			count_words(stems, t->texts[i], &words, &count, &cap);
	for (size_t i = 0; i < words.n; i++) {
		struct slice word = map_key(&words, i);
		uint32_t stem = stem_look(stems, word)->stem;

		insert(list, &n, (struct counted){ word, stem, count[i] });
	}
	if (join(list, n, labels, k, &name)) {
		own->name = pool_slice(pool, buf_view(&name));
		own->terms[own->n++] = own->name;
	}
	buf_free(&name);
	free(count);
	map_free(&words);
}
