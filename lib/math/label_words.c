#include <stdlib.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "math/label_parts.h"
#include "text/stop.h"
#include "text/token.h"

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

void
label_by_words(struct stem *stems, const struct slice *texts,
               const uint32_t *theme, size_t n, uint32_t which,
               struct pool *pool, struct label *label)
{
	struct map words = MAP_INIT;
	uint32_t *count = NULL;
	size_t cap = 0, first = 0, second = MAP_NONE;
	struct buf name = BUF_INIT;

	for (size_t i = 0; i < n; i++)
		if (theme[i] == which)
			count_words(stems, texts[i], &words, &count, &cap);
	for (size_t i = 1; i < words.n; i++) {
		if (count[i] > count[first]) {
			second = first;
			first = i;
		} else if (second == MAP_NONE || count[i] > count[second])
			second = i;
	}
	if (second != MAP_NONE) {
		buf_slice(&name, map_key(&words, first));
		buf_adds(&name, ", ");
		buf_slice(&name, map_key(&words, second));
		label->name = pool_slice(pool, buf_view(&name));
		label->terms[label->n++] = label->name;
	}
	buf_free(&name);
	free(count);
	map_free(&words);
}
