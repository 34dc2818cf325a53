#include "text/peoplelike.h"

#include <string.h>

#include "base/buf.h"

void
people_like_open(struct people_like *p)
{
	*p = (struct people_like){ .words = WORDS_INIT };
	lexicon_load(&p->lexicon, 0);
}

/* An at sign between two letters or digits. */
static bool
is_mail(struct slice cell)
{
	const char *at = memchr(cell.p, '@', cell.len);

	return at != NULL && at > cell.p && at + 1 < cell.p + cell.len &&
	       at[-1] > ' ' && at[1] > ' ' &&
	       memchr(cell.p, ' ', cell.len) == NULL;
}

/* Two or three words with capitals, the first of them a first name. */
static bool
is_name(struct people_like *p, struct slice cell)
{
	const struct words *w = &p->words;

	if (cell.len > 60)
		return false;
	words_find(&p->words, cell, &p->lexicon);
	if (w->n < 2 || w->n > 3)
		return false;
	for (size_t i = 0; i < w->n; i++)
		if (!(w->v[i].shape & SHAPE_CAP))
			return false;
	return lex_first(w->v[0].what) > 0 &&
	       lex_level(w->v[w->n - 1].what) != 1;
}

/* "Idris" beside "Okonkwo". */
static bool
is_pair(struct people_like *p, struct slice first, struct slice last)
{
	struct buf both = BUF_INIT;
	bool pair;

	if (first.len == 0 || last.len == 0)
		return false;
	buf_slice(&both, first);
	buf_addc(&both, ' ');
	buf_slice(&both, last);
	pair = is_name(p, buf_view(&both));
	buf_free(&both);
	return pair;
}

void
people_like_take(struct people_like *p, const struct slice *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (cells[i].len == 0)
			continue;
		p->mails += is_mail(cells[i]);
		p->names += is_name(p, cells[i]);
		if (i > 0)
			p->names += is_pair(p, cells[i - 1], cells[i]) ||
			            is_pair(p, cells[i], cells[i - 1]);
	}
}

bool
people_like_close(struct people_like *p)
{
	lexicon_free(&p->lexicon);
	words_free(&p->words);
	return p->mails > 0 || p->names > 0;
}
