/* Signs in a cell of names: what parts people, what is said in passing. */
#include <string.h>

#include "text/fold.h"
#include "text/namecell_parts.h"

/* Signs of several bytes, and what they are here. */
static const struct {
	const char *sign, *put;
} signs[] = {
	{ "\xe2\x80\x93", "-" }, /* dashes */
	{ "\xe2\x80\x94", "-" },  { "\xe2\x80\x90", "-" },
	{ "\xe2\x80\x91", "-" },  { "\xc2\xa0", " " }, /* spaces */
	{ "\xe2\x80\xaf", " " },  { "\xe3\x80\x80", " " },
	{ "\xc2\xb7", "|" },                                /* dots */
	{ "\xe2\x80\xa2", "|" },  { "\xe2\x80\x9c", "\"" }, /* quotes */
	{ "\xe2\x80\x9d", "\"" }, { "\xe2\x80\x9e", "\"" },
	{ "\xc2\xab", "\"" },     { "\xc2\xbb", "\"" },
	{ "\xef\xbc\x88", "(" }, /* of wide scripts */
	{ "\xef\xbc\x89", ")" },  { "\xef\xbc\x8c", "," },
	{ "\xe3\x80\x81", ";" },  { "\xef\xbc\x9b", ";" },
};

/* Append text with plain signs. */
static void
plain_signs(struct buf *out, struct slice text)
{
	const size_t all = sizeof(signs) / sizeof(*signs);

	while (text.len > 0) {
		size_t i = 0, len = 1;

		if (!(*text.p & 0x80))
			i = all;
		while (i < all && !slice_starts(text, slice_of(signs[i].sign)))
			i++;
		if (i < all) {
			buf_adds(out, signs[i].put);
			len = strlen(signs[i].sign);
		} else if (*text.p == '\n' || *text.p == '\r') {
			buf_addc(out, ';');
		} else {
			buf_addc(out,
			         (unsigned char)*text.p < ' ' ? ' ' : *text.p);
		}
		text.p += len, text.len -= len;
	}
}

/* What closes a bracket; 0 if it is none. */
static char
closes(char c)
{
	static const char pairs[] = "()[]{}<>\"\"**";
	const char *at = c == '\0' ? NULL : strchr(pairs, c);

	return at != NULL && (at - pairs) % 2 == 0 ? at[1] : '\0';
}

/* The pronouns of "she/her", "they / them": every part is one. */
static bool
is_pronouns(struct namecell *c, struct slice token)
{
	bool any = false;

	while (token.len > 0) {
		size_t len = 0;
		struct piece p;

		while (len < token.len && token.p[len] != '/')
			len++;
		p = piece_of(c, (struct slice){ token.p, len });
		if (p.n > 0 && !piece_is_all(&p, CELL_PRONOUN))
			return false;
		any |= p.n > 0;
		len += len < token.len;
		token.p += len, token.len -= len;
	}
	return any;
}

/* Whether text goes on with a small particle: "von und zu". */
static bool
is_particle(struct namecell *c, struct slice text)
{
	size_t len = 0;

	text = slice_trim(text);
	while (len < text.len && text.p[len] != ' ')
		len++;
	words_find(&c->scratch, (struct slice){ text.p, len }, c->lexicon);
	return c->scratch.n == 1 && c->scratch.v->what & CUE_PARTICLE &&
	       !(c->scratch.v->shape & SHAPE_CAP);
}

/* Append a token with the signs in it as what they do; rest follows. */
static void
lay_token(struct namecell *c, struct slice token, struct slice rest)
{
	struct piece p;
	char first = *token.p, last = token.p[token.len - 1];

	if (token.len == 1 && strchr("-|:", first) != NULL) {
		buf_addc(&c->laid, '\t');
		return;
	}
	if (memchr(token.p, '/', token.len) != NULL && is_pronouns(c, token))
		return;
	p = piece_of(c, token);
	if (p.n == 1 && p.v[0].what & CELL_AND && p.v[0].raw.len == token.len &&
	    !is_particle(c, rest)) {
		buf_addc(&c->laid, '\n');
		return;
	}
	if (first == '-')
		buf_addc(&c->laid, '\t');
	for (size_t i = 0; i < token.len; i++) {
		char ch = token.p[i];

		buf_addc(&c->laid, strchr("/&+", ch) != NULL && ch != '\0' ?
		                       '\n' :
		                   ch == '|' ? '\t' :
		                   ch == '_' ? ' ' :
		                               ch);
	}
	buf_addc(&c->laid, last == '-' || last == ':' ? '\t' : ' ');
}

/* An address beside a name is none; alone it may hold one. */
static void
lay_address(struct namecell *c, struct slice token, bool alone)
{
	struct slice names =
	    alone ? namecell_mail(c, token) : (struct slice){ "", 0 };

	buf_slice(&c->laid, names);
	buf_addc(&c->laid, ' ');
}

/* The length of an aside at the beginning of text, brackets and all; or 0. */
static size_t
aside_at(struct slice text)
{
	char close = text.len > 0 ? closes(*text.p) : '\0';
	size_t depth = 0;

	for (size_t i = 0; close != '\0' && i < text.len; i++) {
		if (i > 0 && text.p[i] == close && --depth == 0)
			return i + 1;
		depth += i == 0 || (text.p[i] == *text.p && close != *text.p);
	}
	return 0;
}

void
namecell_lay_out(struct namecell *c, struct slice cell)
{
	struct buf plain = BUF_INIT;
	struct slice text;

	plain_signs(&plain, cell);
	text = slice_trim(buf_view(&plain));
	buf_reset(&c->laid);
	while (text.len > 0) {
		size_t len = aside_at(text);
		struct slice token = { text.p, 0 };

		if (len > 0) {
			buf_addc(&c->laid, ASIDE);
			buf_add(&c->laid, text.p + 1, len - 2);
			buf_addc(&c->laid, BACK);
		} else {
			while (
			    token.len < text.len && text.p[token.len] != ' ' &&
			    aside_at((struct slice){ text.p + token.len,
			                             text.len - token.len }) ==
				0)
				token.len++;
			len = token.len;
		}
		if (memchr(token.p, '@', token.len) != NULL)
			lay_address(c, token,
			            len == text.len && text.p == plain.data);
		else if (token.len > 0)
			lay_token(
			    c, token,
			    (struct slice){ text.p + len, text.len - len });
		len += len < text.len && text.p[len] == ' ';
		len = len == 0 ? 1 : len;
		text.p += len, text.len -= len;
	}
	buf_free(&plain);
}

size_t
namecell_next(struct slice text)
{
	size_t len = 0;
	bool aside = false;

	for (; len < text.len; len++) {
		aside = text.p[len] == ASIDE || (aside && text.p[len] != BACK);
		if (!aside && (text.p[len] == '\n' || text.p[len] == ';'))
			break;
	}
	return len;
}

struct slice
namecell_mail(struct namecell *c, struct slice address)
{
	const char *at =
	    address.len == 0 ? NULL : memchr(address.p, '@', address.len);
	struct buf local = BUF_INIT;
	struct piece p;
	size_t longs = 0;

	buf_reset(&c->text);
	for (const char *q = address.p; at != NULL && q < at; q++)
		buf_addc(&local,
		         strchr("._-+0123456789", *q) != NULL ? ' ' : *q);
	p = piece_of(c, buf_view(&local));
	for (size_t i = 0; i < p.n; i++)
		longs += p.v[i].raw.len > 1 && !p.v[i].plain;
	if (p.n > 1 && longs > 0 && p.n <= 4)
		piece_put(&c->text, &p);
	buf_free(&local);
	return pool_slice(&c->pool, buf_view(&c->text));
}
