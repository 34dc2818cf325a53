/* Whether an everyday word is used as a name: what stands around it. */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* "Bill will ask", "Dawn opens up", "Hope to write to", of the roster. */
static bool
is_deed(const struct names *n, size_t last, const struct word *after,
        const struct word *next)
{
	static const char *const deeds[] = {
		"opens", "runs",    "got",    "gets",  "gave",    "gives",
		"took",  "takes",   "made",   "makes", "wrote",   "writes",
		"keeps", "kept",    "works",  "lives", "went",    "left",
		"lost",  "brought", "bought", "fixes", "fixed",   "sees",
		"saw",   "came",    "comes",  "leads", "likes",   "loves",
		"hates", "needs",   "sits",   "sends", "sent",    "helps",
		"plans", "tried",   "tries",  "hosts", "teaches", NULL,
	};
	static const char *const tasks[] = { "write", "draft",   "send",
		                             "chair", "arrange", "host",
		                             "email", "ring",    NULL };
	static const char *const wishes[] = { "try",  "check", "need",
		                              "like", "look",  "find",
		                              "help", "ring",  NULL };
	static const char *const modals[] = { "will",  "would",  "can", "wd",
		                              "could", "should", NULL };
	bool name = n->words.v[last].what & (R_FIRST | R_NICK);

	if (name && names_is_one_of(after, deeds))
		return true;
	if (next == NULL || (!name && names_is_topic(&n->words.v[last])))
		return false;
	if (names_is_one_of(after, modals))
		return next->what & (CUE_DOES | CUE_SAYS) ||
		       (names_is_one_of(next, wishes) &&
		        !names_is_topic(&n->words.v[last]));
	return name && names_is_word(after, "to") &&
	       names_is_one_of(next, tasks);
}

bool
names_does_something(const struct names *n, size_t last, bool first)
{
	static const char *const hopes[] = { "hope", "love",  "happy", "able",
		                             "keen", "ready", "due",   NULL };
	const struct word *after = names_word_after(n, last), *next;

	if (after == NULL)
		return false;
	next = names_word_after(n, last + 1);
	if (after->what & CUE_SAYS)
		return !(after->what & CUE_MONTH);
	if (next != NULL &&
	    (names_is_word(after, "also") || names_is_word(after, "then") ||
	     names_is_word(after, "has") || names_is_word(after, "had") ||
	     names_is_word(after, "and")) &&
	    next->what & CUE_SAYS)
		return true;
	/* "Joy from the Mosaic Centre" */
	if (first && next != NULL && names_is_word(after, "from")) {
		const struct word *more = names_word_after(n, last + 2);

		return names_is_cap(next) ||
		       (more != NULL && next->what & CUE_THE &&
		        names_is_cap(more));
	}
	if (first && is_deed(n, last, after, next))
		return true;
	/* "Mark to send", but not "Hope to send". */
	return first && next != NULL && names_is_word(after, "to") &&
	       next->what & CUE_DOES &&
	       !names_is_one_of(&n->words.v[last], hopes);
}

/* "Precious' point": the apostrophe alone. */
static bool
owns_bare(const struct names *n, size_t last)
{
	const struct word *w = &n->words.v[last];
	const char *p = n->text.p + w->end;
	const char *end = n->text.p + n->text.len;
	int32_t code;

	if (p == end || (p[-1] | 32) != 's')
		return false;
	p += fold_decode(p, end, &code);
	return fold_is_apostrophe(code) && p < end && *p == ' ' &&
	       last + 1 < n->words.n &&
	       n->words.v[last + 1].start == (size_t)(p + 1 - n->text.p);
}

/* A sign that stands after a speaker: "Grace:", "GRACE -", "Grace's". */
static bool
speaks(const struct names *n, size_t first, size_t last)
{
	int32_t after = names_after(n, last);
	const struct word *w = &n->words.v[last];

	if (w->shape & SHAPE_OWNS || owns_bare(n, last))
		return true;
	/* "TS = Tom" */
	if (names_before(n, first) == '=' && w->what & (R_FIRST | R_NICK))
		return true;
	if (after == ':' || after == '/' || after == 0xff1a)
		return true;
	if (after == '(' && names_starts(n, first))
		return true;
	return (fold_is_hyphen(after) || after == 0x2014) &&
	       names_starts(n, first) && w->end < n->text.len &&
	       (n->text.p[w->end] == ' ' ||
	        (unsigned char)n->text.p[w->end] > 127);
}

/* After "thanks to", "by", "with": not at the beginning of a sentence. */
static bool
after_cue(const struct names *n, size_t i)
{
	const struct word *before = names_word_before(n, i);

	if (before != NULL)
		return before->what & CUE_BEFORE;
	return i > 0 && names_before(n, i) == ':' &&
	       n->words.v[i - 1].what & CUE_OWNER;
}

bool
names_does(const struct names *n, size_t i)
{
	return names_does_something(n, i, names_starts(n, i));
}

bool
names_evident_small(const struct names *n, size_t i, size_t len)
{
	size_t last = i + len - 1;

	return names_does_something(n, last, names_starts(n, i)) ||
	       speaks(n, i, last) || after_cue(n, i);
}

/* "O'Sullivan": nothing but a surname, wherever it stands. */
static bool
is_irish(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	const char *p = n->text.p + w->start;
	int32_t code;
	size_t len;

	if (*p != 'O' || w->letters < 5 || w->shape & SHAPE_UPPER)
		return false;
	len = fold_decode(p + 1, n->text.p + w->end, &code);
	if (!fold_is_apostrophe(code))
		return false;
	fold_decode(p + 1 + len, n->text.p + w->end, &code);
	return fold_is_capital(code) && !names_is_spot(n, i) &&
	       !names_is_word(w, "oclock");
}

/* Before "hall", "road" and the like in small letters: "Singh hall". */
static bool
is_small_spot(const struct names *n, size_t i)
{
	const struct word *after = names_word_after(n, i);

	return after != NULL && after->what & CUE_SPOT && !names_is_cap(after);
}

bool
names_evident_stranger(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	bool start = names_starts(n, i);

	if (w->shape & SHAPE_CAP && is_irish(n, i))
		return true;

	if (lex_first(w->what) < 2 || !names_is_cap(w) || w->letters < 3 ||
	    w->what & (CUE_MONTH | CUE_ABBREV | CUE_TITLE | CUE_SPOT) ||
	    (lex_place(w->what) >= 2 && lex_first(w->what) < 5) ||
	    names_in_other(n, i, i, R_FIRST))
		return false;
	if (lex_place(w->what) == 3)
		return names_says(n, i);
	if (is_small_spot(n, i))
		return false;
	if (names_does_something(n, i, start))
		return true;
	if (names_is_everyday(w))
		return after_cue(n, i) && names_after(n, i) == ':';
	if (start && names_after(n, i) == ':')
		return true;
	/* "Pam?": why? in Welsh */
	if (start && names_after(n, i) == '?' && names_is_word(w, "pam"))
		return false;
	/* A word that is nothing but a first name. */
	return lex_level(w->what) == 0 && lex_place(w->what) == 0 &&
	       !n->titled && !(w->shape & SHAPE_UPPER);
}

/* Nothing but signs on both sides: "(Rose)", "Will|Marsh", a note "Will". */
static bool
stands_alone(const struct names *n, size_t i, size_t last, uint32_t flags)
{
	int32_t before = names_before(n, i), after = names_after(n, last);
	bool opens = before == 0 ||
	             (before < 0x80 && strchr("\n([\"|;=>", before) != NULL);
	bool closes =
	    after == 0 || (after < 0x80 && strchr("\n)]\"|;=<", after) != NULL);

	if (after == '.')
		closes = n->words.v[last].end + 1 == n->text.len;
	return opens && closes && flags & (R_FIRST | R_NICK | R_LAST) &&
	       !(n->words.v[i].what & CUE_MONTH);
}

/* "Ward 7", "Art 22": the number of a thing. */
static bool
is_numbered(const struct names *n, size_t last)
{
	const char *p = n->text.p + n->words.v[last].end;
	const char *end = n->text.p + n->text.len;
	size_t digits = 0;

	while (p < end && (*p == ' ' || *p == '.'))
		p++;
	while (p < end && *p >= '0' && *p <= '9')
		p++, digits++;
	return digits > 0 && digits <= 3 && !names_behaves(n, last, last, true);
}

bool
names_evident(const struct names *n, size_t i, size_t len, uint32_t flags)
{
	const struct word *w = &n->words.v[i];
	size_t last = i + len - 1;
	bool start = names_starts(n, i), loud = w->shape & SHAPE_UPPER;

	if (!names_is_cap(w) || names_is_month(n, i))
		return false;
	if (names_in_tally(n, i))
		return true;
	if (is_numbered(n, last))
		return false;
	if (names_has_kin(n, last, false))
		return true;
	if (names_in_other(n, i, last, flags) ||
	    (w->shape & SHAPE_OWNS && names_is_spot(n, last)))
		return false;
	if (speaks(n, i, last) || names_does_something(n, last, start) ||
	    stands_alone(n, i, last, flags) || names_beside(n, i, last) ||
	    after_cue(n, i))
		return true;
	if (start && ((flags & (R_FIRST | R_NICK) && names_acts(n, last)) ||
	              names_behaves(n, i, last, flags & (R_FIRST | R_NICK))))
		return true;
	return !start && !loud && !n->titled;
}
