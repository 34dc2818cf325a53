/*
 * Who says what he is, and of what: "speaking as a head teacher", "with my
 * librarian hat on", "I run the food bank", "the farmer in the room". The
 * phrases are those of data/claims.h. What k people of the roster may say of
 * themselves tells nobody apart and stays.
 */
#include "data/namecues.h"
#include "text/names.h"
#include "text/names_parts.h"

enum { LONGEST = 5 }; /* words of a role */

/* A phrase that stands in the text, up to its gap or from it on. */
struct claim {
	struct names *n;
	enum gap gap;
	size_t start; /* its first word */
	size_t from;  /* the first word in the gap */
	size_t end;   /* the word behind the gap, if that is known; or 0 */
	bool article; /* an article stands before the gap */
};

/* Small words between a phrase and what somebody is. */
static void
skip_small(struct claim *c)
{
	static const char *const small[] = {
		"a",    "an",      "the",    "our",      "only",   "former",
		"ex",   "retired", "your",   "fellow",   "humble", "mere",
		"also", "always",  "lately", "lifelong", NULL
	};
	const struct names *n = c->n;

	while (c->from < n->words.n && names_joined(n, c->from - 1) &&
	       names_is_one_of(&n->words.v[c->from], small)) {
		c->article = true;
		c->from++;
	}
}

/* "for Penzance", "of the food bank" at word i: what is led, and where. */
static void
mask_where(struct names *n, size_t i)
{
	static const char *const links[] = { "for",  "at", "of", "in",
		                             "from", "to", NULL };

	names_mask_where(n, i, SPAN_PLACE);
	if (i + 1 < n->words.n && names_joined(n, i - 1) &&
	    names_joined(n, i) && names_is_one_of(&n->words.v[i], links) &&
	    !n->taken[i + 1])
		names_mask_body(n, i + 1, GAP_OF);
}

/* "as a midwife and a farmer": a second role at word i. */
static void
mask_other(struct names *n, size_t i)
{
	static const char *const one[] = { "a", "an", "the", NULL };
	size_t from = i + 2, held = 0, len;

	if (from >= n->words.n || !names_is_and(n, i) ||
	    !names_joined(n, i - 1) || !names_joined(n, i) ||
	    !names_joined(n, i + 1) ||
	    !names_is_one_of(&n->words.v[i + 1], one) || n->taken[from])
		return;
	len = names_role_at(n, from, false, &held);
	if (len > 0 && held < n->roster->k)
		names_mask(n, from, from + len, SPAN_ROLE, "claimed role",
		           n->words.v[from].hash | 1);
}

/* The end of "in the village", "on this board" behind a role; or i. */
static size_t
end_of_where(const struct names *n, size_t i)
{
	static const char *const links[] = {
		"in", "on", "at", "for", "of", NULL
	};
	size_t end = i + 1;

	if (i >= n->words.n || !names_joined(n, i - 1) ||
	    !names_is_one_of(&n->words.v[i], links))
		return i;
	while (end < n->words.n && end < i + 3 && names_joined(n, end - 1) &&
	       n->words.v[end].what & CUE_THE)
		end++;
	if (end == i + 1 || end >= n->words.n || !names_joined(n, end - 1))
		return i;
	return n->taken[end] ? end : end + 1;
}

/* "the only GP in the village": there is but one, and what is said of him
 * goes with him. */
static bool
fill_only(struct claim *c)
{
	struct names *n = c->n;
	size_t held, end, from = c->start;
	size_t len = names_role_at(n, c->from, false, &held);

	if (len == 0)
		return false;
	end = end_of_where(n, c->from + len);
	if (from > 0 && n->words.v[from - 1].what & CUE_THE &&
	    names_joined(n, from - 1))
		from--;
	for (size_t j = from; j < end; j++)
		if (n->taken[j])
			return false;
	names_mask(n, from, end, SPAN_ROLE, "the only one",
	           n->words.v[c->from].hash | 1);
	names_mask_where(n, end, SPAN_PLACE);
	return true;
}

/* Whether what stands behind a role without an article goes on about him who
 * has it: "as chair I", "as chair of", "as chair, "; no "as chair legs". */
static bool
goes_on(const struct claim *c, size_t last)
{
	const struct names *n = c->n;
	static const char *const of[] = { "of", "for", "at", "here", NULL };
	static const char *const next[] = { "i",   "im", "ive", "id",
		                            "ill", "we", "my",  "me",
		                            "our", "us", NULL };

	if (last + 1 < n->words.n && names_joined(n, last))
		return names_is_one_of(&n->words.v[last + 1], next) ||
		       (names_starts(n, c->start) &&
		        names_is_one_of(&n->words.v[last + 1], of));
	return !(n->words.v[last].shape & SHAPE_OWNS);
}

/* Whether the role that ends at word last is one of those who speak: "as a
 * farmer", "as chair I", "and as farmers we". */
static bool
is_said(const struct claim *c, size_t last)
{
	static const char *const us[] = { "we", "us", "our", NULL };
	const struct names *n = c->n;
	bool several = names_is_several(n, last);

	if (c->gap != GAP_ANY && c->gap != GAP_AROLE)
		return !several;
	if (c->gap == GAP_ANY || c->article)
		return true;
	if (!several)
		return goes_on(c, last);
	return names_starts(n, c->start) ||
	       (last + 1 < n->words.n &&
	        names_is_one_of(&n->words.v[last + 1], us));
}

/* How many words from c->from on are a role that is claimed there. */
static size_t
role_in(const struct claim *c, size_t *held)
{
	const struct names *n = c->n;
	bool any = c->gap == GAP_ANY;
	size_t len = names_role_at(n, c->from, true, held);

	if (len == 0 && any && c->article)
		len = names_any_role(n, c->from);
	if (len == 0 && (any || n->roster->has[ROSTER_ROLE]))
		len = names_role_at(n, c->from, false, held);
	return len > 0 && is_said(c, c->from + len - 1) ? len : 0;
}

/* "as the matron put it": somebody else says it, whoever that is. */
static bool
is_reported(const struct names *n, size_t end)
{
	static const char *const put[] = { "put", "puts", NULL };

	return end < n->words.n && names_joined(n, end - 1) &&
	       (n->words.v[end].what & CUE_SAYS ||
	        names_is_one_of(&n->words.v[end], put));
}

/* Whether the role is of the roster, or of those that a body has but one of:
 * "the CEO said", but no "the doctor said". */
static bool
is_of_one(const struct claim *c, size_t len)
{
	static const char *const one[] = {
		"ceo",       "chief", "executive", "director",     "chair",
		"chairman",  "head",  "principal", "headteacher",  "treasurer",
		"secretary", "mayor", "president", "chairwoman",   "mp",
		"boss",      "vicar", "rector",    "commissioner", NULL
	};
	size_t held;

	return names_role_at(c->n, c->from, true, &held) == len ||
	       names_is_one_of(&c->n->words.v[c->from + len - 1], one);
}

static bool
fill_role(struct claim *c)
{
	struct names *n = c->n;
	size_t held = 0, len = role_in(c, &held), end = c->from + len;

	if (len == 0 || held >= n->roster->k ||
	    (c->gap == GAP_HELD && (held == 0 || !is_of_one(c, len))) ||
	    (held == 0 && is_reported(n, end)) ||
	    names_is_word(&n->words.v[c->from - 1], "only") ||
	    (c->end == 0 ? n->words.v[end - 1].shape & SHAPE_OWNS :
	                   end != c->end))
		return false;
	for (size_t j = c->from; j < end; j++)
		if (n->taken[j])
			return false;
	names_mask(n, c->from, end, SPAN_ROLE, "claimed role",
	           n->words.v[c->from].hash | 1);
	if (c->end == 0) {
		mask_where(n, end);
		mask_other(n, end);
	}
	return true;
}

static bool
fill(struct claim *c)
{
	struct names *n = c->n;

	if (c->from >= n->words.n || n->taken[c->from])
		return false;
	switch (c->gap) {
	case GAP_ANY:
	case GAP_ROLE:
	case GAP_AROLE:
	case GAP_HELD:
		return fill_role(c);
	case GAP_ONLY:
		return fill_only(c);
	default:
		return names_mask_body(n, c->from, c->gap);
	}
}

/* A phrase that is found by a word before its gap. */
static bool
try_before(struct names *n, const struct frame *f, size_t i)
{
	const struct frames *all = &n->roster->claims;
	struct claim c = { .n = n, .gap = f->gap };

	if (f->gap != GAP_ANY && f->gap <= GAP_ONLY &&
	    !names_may_be_role(n, i + 1))
		return false;
	c.start = frame_back(all, f, 0, f->anchor, n, i);
	if (c.start == FRAME_NONE)
		return false;
	c.from = frame_forth(all, f, f->anchor + 1, f->before, n, i + 1);
	if (c.from == FRAME_NONE || c.from >= n->words.n ||
	    !names_joined(n, c.from - 1))
		return false;
	if (f->gap <= GAP_HELD)
		skip_small(&c);
	return fill(&c);
}

/* A phrase that is found by a word behind its gap. */
static bool
try_behind(struct names *n, const struct frame *f, size_t i)
{
	const struct frames *all = &n->roster->claims;
	struct claim c = { .n = n, .gap = f->gap };

	if (!names_may_end_role(n, i))
		return false;
	c.end = frame_back(all, f, f->before, f->anchor, n, i);
	if (c.end == FRAME_NONE ||
	    frame_forth(all, f, f->anchor + 1, f->n, n, i + 1) == FRAME_NONE)
		return false;
	if (c.end > 1 && roster_is_mute(&n->words.v[c.end - 1]))
		c.end--;
	if (c.end == 0 ||
	    !roster_role_may_be(n->roster, n->words.v[c.end - 1].hash))
		return false;
	for (size_t len = 1; len <= LONGEST && len <= c.end; len++) {
		c.from = c.end - len;
		c.start = frame_back(all, f, 0, f->before, n, c.from);
		if (c.start == FRAME_NONE)
			continue;
		return fill(&c);
	}
	return false;
}

void
names_find_claims(struct names *n)
{
	const struct frames *all = &n->roster->claims;

	if (!(n->words.seen & CUE_CLAIM))
		return;
	for (size_t t = 0; t < n->words.ntelling; t++) {
		size_t i = n->words.telling[t];
		const struct frame_list *list;
		bool found = false;

		if (!(n->words.v[i].what & CUE_CLAIM) || n->taken[i])
			continue;
		list = frames_of(all, n->words.v[i].hash);
		for (size_t k = 0; list != NULL && k < list->n && !found; k++) {
			const struct frame *f = &all->v[list->v[k]];

			found = f->anchor < f->before ? try_before(n, f, i) :
			                                try_behind(n, f, i);
		}
	}
}
