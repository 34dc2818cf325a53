#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/link.h"
#include "text/pattern_parts.h"
#include "text/regex.h"

struct patterns {
	size_t least[GATES]; /* of digits, for some pattern at open gates */
	struct regex *codes[PATTERN_KINDS]; /* compiled when first wanted */
	struct regex **terms;
	size_t nterms, cap;
	struct plain plain;
};

struct patterns *
patterns_new(void)
{
	struct patterns *p = mem_zalloc(1, sizeof(*p));

	p->plain = (struct plain)PLAIN_INIT;
	for (unsigned open = 0; open < GATES; open++) {
		p->least[open] = SIZE_MAX;
		for (size_t i = 0; i < PATTERN_KINDS; i++)
			if ((pattern_kinds[i].gates & open) ==
			        pattern_kinds[i].gates &&
			    pattern_kinds[i].digits < p->least[open])
				p->least[open] = pattern_kinds[i].digits;
	}
	return p;
}

const char *
patterns_add(struct patterns *p, struct slice term)
{
	bool regex =
	    term.len > 2 && term.p[0] == '/' && term.p[term.len - 1] == '/';
	struct slice s =
	    regex ? (struct slice){ term.p + 1, term.len - 2 } : term;
	struct regex *code;

	if (s.len == 0)
		return "is empty";
	code = regex_new(s, REGEX_ANY_CASE | REGEX_UNICODE |
	                        (regex ? 0u : REGEX_LITERAL));
	if (code == NULL)
		return "is not a regular expression that PCRE2 can read";
	p->terms =
	    mem_grow(p->terms, &p->cap, p->nterms + 1, sizeof(*p->terms));
	p->terms[p->nterms++] = code;
	if (regex_find(code, SLICE(""), 0, NULL) != 0)
		return "matches where there is nothing";
	return NULL;
}

/* Trailing punctuation belongs to the sentence, not to a link. */
static struct slice
trim_link(struct slice s)
{
	while (s.len > 0 && strchr(".,;:!?'\")]*_", s.p[s.len - 1]) != NULL)
		s.len--;
	return s;
}

static void
add_match(struct patterns *p, const struct pattern_kind *k, struct slice s,
          const struct roster *roster, struct spans *out)
{
	size_t start = (size_t)(s.p - p->plain.text.p);

	if (k->kind == SPAN_LINK && !(k->gates & GATE_AT)) {
		s = trim_link(s);
		if (!link_tells(s, roster))
			return;
	}
	if (k->check != NULL && !k->check(s))
		return;
	spans_add(out,
	          (struct span){ .start = plain_origin(&p->plain, start),
	                         .end = plain_origin(&p->plain, start + s.len),
	                         .who = lexicon_hash(s) | 1,
	                         .rule = k->rule,
	                         .kind = (uint8_t)k->kind });
}

/* Add all matches of one pattern. */
static int
find_all(struct patterns *p, const struct regex *code,
         const struct pattern_kind *k, const struct roster *roster,
         struct spans *out)
{
	struct slice text = p->plain.text;
	size_t from = 0;

	while (from < text.len) {
		const size_t *at;
		int got = regex_find(code, text, from, &at);

		if (got <= 0)
			return got;
		from = at[1];
		if (at[1] == at[0]) { /* nothing: on by a whole character */
			do
				from++;
			while (from < text.len &&
			       ((unsigned char)text.p[from] & 0xc0) == 0x80);
			continue;
		}
		at += 2 * k->group;
		add_match(p, k, (struct slice){ text.p + at[0], at[1] - at[0] },
		          roster, out);
	}
	return 0;
}

/* What of the gates is open for a text. */
static unsigned
gates_of(struct slice text, const struct words *w, bool dates)
{
	unsigned open = 0;

	open |= w->at ? GATE_AT : 0;
	open |= w->link ? GATE_LINK : 0;
	open |= w->mixed ? GATE_MIXED : 0;
	open |= dates ? GATE_DATES : 0;
	open |= w->seen & CUE_SPOT ? GATE_SPOT : 0;
	open |= w->slash ? GATE_SLASH : 0;
	open |= w->dot ? GATE_SAID : 0;
	if (w->bracket && (memmem(text.p, text.len, "at)", 3) != NULL ||
	                   memmem(text.p, text.len, "at]", 3) != NULL))
		open |= GATE_AT_WORD;
	return open;
}

static bool
may_match(const struct pattern_kind *k, const struct words *w, unsigned open)
{
	return w->digits >= k->digits && (k->gates & open) == k->gates;
}

static const struct pattern_kind term_kind = { .rule = "term",
	                                       .kind = SPAN_TERM };

int
patterns_find(struct patterns *p, struct slice text, const struct words *w,
              const struct roster *roster, bool dates, struct spans *out)
{
	unsigned open = gates_of(text, w, dates);

	/* For most texts no pattern is to be tried. */
	if (p->nterms == 0 && w->digits < p->least[open])
		return 0;
	plain_make(&p->plain, text, w->foreign);
	for (size_t i = 0; i < PATTERN_KINDS; i++) {
		const struct pattern_kind *k = &pattern_kinds[i];

		if (!may_match(k, w, open))
			continue;
		if (p->codes[i] == NULL)
			p->codes[i] = regex_new(slice_of(k->regex), k->how);
		if (p->codes[i] == NULL)
			diag_die(STATUS_FAULT, "pattern %zu is not well made",
			         i);
		if (find_all(p, p->codes[i], k, roster, out) != 0)
			return -1;
	}
	for (size_t i = 0; i < p->nterms; i++)
		if (find_all(p, p->terms[i], &term_kind, NULL, out) != 0)
			return -1;
	return 0;
}

void
patterns_free(struct patterns *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < PATTERN_KINDS; i++)
		regex_free(p->codes[i]);
	for (size_t i = 0; i < p->nterms; i++)
		regex_free(p->terms[i]);
	free(p->terms);
	plain_free(&p->plain);
	free(p);
}
