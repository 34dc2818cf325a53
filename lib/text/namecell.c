#include "text/namecell.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/namecell_parts.h"

enum { LONGEST_NAME = 60 }; /* bytes, of a full one */

/*
 * Whether a cell is but a few plain words with capitals, as most are, none of
 * which stands beside names: these words are the name.
 */
static bool
is_simple(struct namecell *c, struct slice cell)
{
	size_t words = 0;

	for (size_t i = 0; i < cell.len; i++) {
		struct lexicon_hasher word = LEXICON_HASHER;

		if (cell.p[i] < 'A' || cell.p[i] > 'Z')
			return false;
		lexicon_letter(&word, (unsigned char)(cell.p[i++] | 32));
		for (; i < cell.len && cell.p[i] >= 'a' && cell.p[i] <= 'z';
		     i++)
			lexicon_letter(&word, (unsigned char)cell.p[i]);
		if ((i < cell.len && cell.p[i] != ' ') || word.len < 2 ||
		    hashes_find(&c->words, lexicon_hashed(&word)) != MAP_NONE)
			return false;
		words++;
	}
	return words > 0 && words < NAME_TOKENS;
}

int
namecell_read(struct namecell *c, struct slice cell, struct slice beside,
              enum namecell_part part)
{
	pool_free(&c->pool);
	c->pool = (struct pool)POOL_INIT;
	c->n = 0;
	c->part = part;
	c->beside = beside;
	if (part != NAMECELL_PERHAPS && is_simple(c, cell)) {
		c->v[c->n++] = (struct namecell_name){ cell, { NULL, 0 } };
		return 0;
	}
	namecell_lay_out(c, cell);
	return namecell_people(c);
}

bool
namecell_is_nobody(struct namecell *c, struct slice cell)
{
	struct piece p;

	if (is_simple(c, cell))
		return false;
	c->part = NAMECELL_WHOLE;
	p = piece_of(c, cell);
	return piece_is_nobody(c, &p);
}

bool
namecell_is_full(struct namecell *c, struct slice cell, bool surely)
{
	const uint32_t none = CELL_NOBODY | CELL_REMARK | CELL_PRONOUN;
	struct piece p;
	bool unknown = true;

	if (cell.len == 0 || cell.len > LONGEST_NAME ||
	    memchr(cell.p, ' ', cell.len) == NULL)
		return false;
	p = piece_of(c, cell);
	piece_strip(&p, 2);
	if (p.n < 2 || p.n > 3)
		return false;
	for (size_t i = 0; i < p.n; i++) {
		const struct token *t = &p.v[i];

		if (t->small || t->org || t->what & none)
			return false;
		unknown &= !t->plain && !t->place;
	}
	return (p.v[0].known && !p.v[p.n - 1].everyday) || (unknown && !surely);
}

void
namecell_open(struct namecell *c, const struct lexicon *l)
{
	*c = (struct namecell){ .scratch = WORDS_INIT, .lexicon = l };
	for (const struct cell_words *w = cell_words; w->words != NULL; w++)
		for (const char *p = w->words; *p != '\0';) {
			size_t len = strcspn(p, " "), known = c->words.n, n;

			n = hashes_add(&c->words,
			               lexicon_hash((struct slice){ p, len }));
			c->what = mem_grow(c->what, &c->what_cap, n + 1,
			                   sizeof(*c->what));
			c->what[n] = w->what | (n == known ? 0 : c->what[n]);
			p += len + (p[len] == ' ');
		}
}

void
namecell_close(struct namecell *c)
{
	hashes_free(&c->words);
	free(c->what);
	pool_free(&c->pool);
	words_free(&c->scratch);
	buf_free(&c->text);
	buf_free(&c->laid);
	buf_free(&c->nick);
	buf_free(&c->born);
	buf_free(&c->fold);
	buf_free(&c->row);
}
