/* The words of a cell of names, and which of them are no part of one. */
#include "text/fold.h"
#include "text/namecell_parts.h"

/* Letters of capitals that are no name: BSL, NHS. */
enum { SHORTEST_ACRONYM = 2, LONGEST_ACRONYM = 5 };

static bool
is_sign(char c)
{
	return (unsigned char)c < 0x80 && !(c >= 'a' && c <= 'z') &&
	       !(c >= 'A' && c <= 'Z');
}

/* What cellwords.h knows of a token: its letters alone, folded. */
static uint32_t
class_of(struct namecell *c, struct slice raw)
{
	size_t len = 0, n;

	buf_reset(&c->fold);
	fold_text(&c->fold, raw);
	for (size_t i = 0; i < c->fold.len; i++)
		if (!is_sign(c->fold.data[i]))
			c->fold.data[len++] = c->fold.data[i];
	buf_cut(&c->fold, len);
	n = hashes_find(&c->words, lexicon_hash(buf_view(&c->fold)));
	return n == MAP_NONE ? 0 : c->what[n];
}

/* Words of the dictionary none of which many people are called. */
static bool
is_plain(const struct word *w)
{
	return (lex_level(w->what) >= 1 && lex_level(w->what) <= 6 &&
	        lex_first(w->what) < 2) ||
	       w->what & (CUE_ORG | CUE_ABBREV);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A token without signs at its ends, and without the number of a row. */
static struct slice
bare(struct slice raw)
{
	size_t digits = 0;

	while (digits < raw.len && is_digit(raw.p[digits]))
		digits++;
	if (digits < raw.len && is_sign(raw.p[digits]))
		raw.p += digits, raw.len -= digits;
	while (raw.len > 0 && is_sign(*raw.p) && !is_digit(*raw.p))
		raw.p++, raw.len--;
	while (raw.len > 0 && is_sign(raw.p[raw.len - 1]) &&
	       raw.p[raw.len - 1] != '.' && !is_digit(raw.p[raw.len - 1]))
		raw.len--;
	return raw;
}

static struct token
token_of(struct namecell *c, struct slice raw)
{
	const struct words *w = &c->scratch;
	struct token t = { .plain = true };

	raw = bare(raw);
	t.raw = raw;
	t.what = class_of(c, raw);
	words_find(&c->scratch, raw, c->lexicon);
	t.letters = t.upper = w->n > 0;
	for (size_t i = 0; i < w->n; i++) {
		t.plain &= is_plain(&w->v[i]);
		t.upper &= (w->v[i].shape & (SHAPE_UPPER | SHAPE_LONE)) != 0 &&
		           (w->v[i].shape & SHAPE_CAP) != 0;
		t.known |= lex_first(w->v[i].what) >= 2;
		t.surname |= lex_last(w->v[i].what) >= 2;
		t.place |= lex_place(w->v[i].what) > 0;
		t.everyday |= lex_level(w->v[i].what) == 1;
		t.org |= (w->v[i].what & CUE_ORG) != 0;
	}
	t.upper &= w->n > 1 || (w->n == 1 && w->v[0].shape & SHAPE_UPPER);
	t.small = w->n > 0 && !(w->v[0].shape & SHAPE_CAP);
	return t;
}

struct piece
piece_of(struct namecell *c, struct slice text)
{
	struct piece p = { .n = 0 };

	while (text.len > 0) {
		size_t len = 0;
		struct token t;

		while (len < text.len && text.p[len] != ' ')
			len++;
		t = token_of(c, (struct slice){ text.p, len });
		if (t.letters && p.n < PIECE_TOKENS)
			p.v[p.n++] = t;
		len += len < text.len;
		text.p += len, text.len -= len;
	}
	return p;
}

bool
piece_is_all(const struct piece *p, uint32_t what)
{
	for (size_t i = 0; i < p->n; i++)
		if (!(p->v[i].what & what))
			return false;
	return true;
}

/* Whether the rest of the row has this word. */
static bool
is_beside(struct namecell *c, const struct token *t)
{
	struct slice word, row;
	const char *at;

	buf_reset(&c->row);
	if (c->beside.len > 0)
		fold_text(&c->row, c->beside);
	row = buf_view(&c->row);
	buf_reset(&c->fold);
	fold_text(&c->fold, t->raw);
	word = buf_view(&c->fold);
	while (word.len >= 3 && row.len >= word.len &&
	       (at = memmem(row.p, row.len, word.p, word.len)) != NULL) {
		size_t from = (size_t)(at - row.p), end = from + word.len;

		if ((from == 0 || is_sign(at[-1])) &&
		    (end == row.len || is_sign(row.p[end])))
			return true;
		row.p += from + 1, row.len -= from + 1;
	}
	return false;
}

bool
piece_is_remark(struct namecell *c, const struct piece *p)
{
	const uint32_t none = CELL_PRONOUN | CELL_NOBODY | CELL_REMARK |
	                      CELL_HONOUR | CELL_LETTERS;

	for (size_t i = 0; i < p->n; i++) {
		const struct token *t = &p->v[i];

		if (t->plain || t->what & none || is_beside(c, t))
			return true;
		if (t->upper && !t->known && t->raw.len <= LONGEST_ACRONYM &&
		    t->raw.len >= SHORTEST_ACRONYM)
			return true;
	}
	return p->n == 0;
}

static void
cut(struct piece *p, size_t from, size_t n)
{
	for (size_t i = from; i + n < p->n; i++)
		p->v[i] = p->v[i + n];
	p->n -= n;
}

/* Whether a token is written in another case than all others. */
static bool
stands_out(const struct piece *p, size_t at)
{
	const struct token *t = &p->v[at];

	for (size_t i = 0; i < p->n; i++)
		if (i != at && !(p->v[i].what & (CELL_HONOUR | CELL_LETTERS)) &&
		    (t->upper ? p->v[i].upper : !t->small || p->v[i].small))
			return false;
	return true;
}

/* Whether the last token is an honour, with so many before it. */
static bool
is_honour(const struct piece *p, size_t least)
{
	const struct token *t = &p->v[p->n - 1];

	if (t->what & CELL_HONOUR)
		return p->n > 1 || least == 0;
	return t->what & CELL_LETTERS && t->upper && p->n > least &&
	       (least == 0 || stands_out(p, p->n - 1));
}

/* Whether the first token is a title, and no first name of its own. */
static bool
is_title(const struct piece *p)
{
	return p->v[0].what & CELL_TITLE && !(p->n == 2 && p->v[0].known);
}

void
piece_strip(struct piece *p, size_t least)
{
	size_t stay = least > 0;

	while (p->n > stay && is_title(p))
		cut(p, 0, 1);
	while (p->n > stay && is_honour(p, least))
		p->n--;
	while (p->n > stay && p->v[p->n - 1].what & CELL_PRONOUN &&
	       stands_out(p, p->n - 1))
		p->n--;
	while (p->n > 2 && p->v[0].what & CELL_REMARK && stands_out(p, 0))
		cut(p, 0, 1);
	while (p->n > 1 && p->v[p->n - 1].what & CELL_REMARK &&
	       stands_out(p, p->n - 1) && (p->n > 2 || p->v[p->n - 1].small))
		p->n--;
}

void
piece_put(struct buf *out, const struct piece *p)
{
	for (size_t i = 0; i < p->n; i++) {
		if (i > 0)
			buf_addc(out, ' ');
		buf_slice(out, p->v[i].raw);
	}
}
