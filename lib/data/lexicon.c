#include "data/lexicon.h"
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"

extern const unsigned char lexicon_words[], lexicon_words_end[];
extern const unsigned char lexicon_names[], lexicon_names_end[];

enum { ROOM = 1 << 19 }; /* slots; the tables hold 230,000 words */

uint64_t
lexicon_hash(struct slice folded)
{
	const unsigned char *p = (const unsigned char *)folded.p;
	uint64_t h = LEX_SEED, letters = 0;
	size_t left = folded.len;

	for (; left >= 8; left -= 8, p += 8)
		h = lexicon_step(
		    h, (uint64_t)p[0] | (uint64_t)p[1] << 8 |
			   (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
			   (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
			   (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56);
	for (size_t i = left; i-- > 0;)
		letters = letters << 8 | p[i];
	if (left > 0)
		h = lexicon_step(h, letters);
	return lexicon_seal(h, folded.len);
}

/* Put attributes to a word; whether it had them not. */
static bool
put(struct lexicon *l, uint64_t hash, uint32_t what)
{
	size_t i = hash & l->mask;
	uint64_t slot;

	while ((slot = l->slots[i]) != 0 && slot >> 32 != lexicon_tag(hash))
		i = (i + 1) & l->mask;
	l->slots[i] |= lexicon_tag(hash) << 32 | what;
	l->n += slot == 0;
	return l->slots[i] != slot;
}

/* Add the words of a table, whose attribute bytes spread turns into ours. */
static void
add_table(struct lexicon *l, const unsigned char *p, const unsigned char *end,
          uint32_t (*spread)(unsigned char))
{
	char word[300]; /* the longest has 255 letters and 255 more */

	while (p < end) {
		size_t same = *p >> 4, more = *p & 15;

		p++;
		same = same == 15 ? *p++ : same;
		more = more == 15 ? *p++ : more;
		memcpy(word + same, p, more);
		p += more;
		put(l, lexicon_hash((struct slice){ word, same + more }),
		    spread(*p++));
	}
}

static uint32_t
spread_word(unsigned char level)
{
	return level < 7 ? level : 7;
}

static uint32_t
spread_name(unsigned char what)
{
	return (uint32_t)what << 4;
}

/* Have nothing but the words of the tables, in so many slots. */
static void
fill(struct lexicon *l, size_t size)
{
	l->n = 0;
	l->mask = size - 1;
	l->slots = mem_wide(size * sizeof(*l->slots));
	memset(l->slots, 0, size * sizeof(*l->slots));
	add_table(l, lexicon_words, lexicon_words_end, spread_word);
	add_table(l, lexicon_names, lexicon_names_end, spread_name);
	for (const struct name_cue *c = name_cues; c->words != NULL; c++)
		for (const char *p = c->words; *p != '\0';) {
			size_t len = strcspn(p, " ");

			put(l, lexicon_hash((struct slice){ p, len }), c->cue);
			p += len + (p[len] == ' ');
		}
}

void
lexicon_load(struct lexicon *l)
{
	*l = (struct lexicon){ .n = 0 };
	fill(l, ROOM);
}

static void
widen(struct lexicon *l)
{
	struct lexicon old = *l;

	fill(l, 2 * (old.mask + 1));
	for (size_t i = 0; i < l->nmarked; i++)
		put(l, l->marked[i], lexicon_find(&old, l->marked[i]));
	free(old.slots);
}

void
lexicon_mark(struct lexicon *l, uint64_t hash, uint32_t what)
{
	if (!put(l, hash, what))
		return;
	l->marked =
	    mem_grow(l->marked, &l->cap, l->nmarked + 1, sizeof(*l->marked));
	l->marked[l->nmarked++] = hash;
	if (l->n > (l->mask + 1) / 5 * 4)
		widen(l);
}

void
lexicon_free(struct lexicon *l)
{
	free(l->slots);
	free(l->marked);
	*l = (struct lexicon){ .n = 0 };
}
