/* Whether an everyday word is used as a name: what stands around it. */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"

bool
names_joined(const struct names *n, size_t i)
{
	const struct word *a = &n->words.v[i], *b = a + 1;
	const char *p, *end;
	size_t blanks = 0, marks = 0;

	if (i + 1 >= n->words.n || a->shape & SHAPE_OWNS)
		return false;
	if (b->start - a->end > 12)
		return false;
	p = n->text.p + a->end;
	end = n->text.p + b->start;
	while (p < end) {
		int32_t code;

		p += fold_decode(p, end, &code);
		if (fold_is_space(code))
			blanks++;
		else if (fold_is_hyphen(code) || code == '.' || code == '_')
			marks++;
		else if (!fold_is_hidden(code))
			return false;
	}
	/* A hyphen or a dot joins; a dash between blanks or a stop does not. */
	return blanks <= 3 && marks <= 1 &&
	       (marks == 0 || blanks == 0 || a->shape & SHAPE_LONE ||
	        a->what & CUE_TITLE);
}

int32_t
names_before(const struct names *n, size_t i)
{
	const char *p = n->text.p + n->words.v[i].start;
	int32_t code = 0;

	while (p > n->text.p) {
		const char *q = p - 1;

		while (q > n->text.p && ((unsigned char)*q & 0xc0) == 0x80)
			q--;
		fold_decode(q, p, &code);
		if (!fold_is_hidden(code) &&
		    (!fold_is_space(code) || code == '\n'))
			return code;
		p = q;
	}
	return 0;
}

int32_t
names_after(const struct names *n, size_t i)
{
	const char *p = n->text.p + n->words.v[i].end;
	const char *end = n->text.p + n->text.len;
	int32_t code;

	while (p < end) {
		p += fold_decode(p, end, &code);
		if (!fold_is_hidden(code) &&
		    (!fold_is_space(code) || code == '\n'))
			return code;
	}
	return 0;
}

bool
names_starts(const struct names *n, size_t i)
{
	int32_t code = names_before(n, i);

	if (i == 0 || code == 0)
		return true;
	if (code == '.' && n->words.v[i - 1].shape & SHAPE_LONE)
		return false;
	return (code < 0x80 && strchr(".!?:;\n\"*[|>=#", code) != NULL) ||
	       code == 0x201c || code == 0x2018 || code == 0x2022 ||
	       fold_is_hyphen(code) || code == 0x2014 || code == 0x2026 ||
	       code == 0xb7 || code == 0x25cf || code == 0xab;
}

/* The word before i, if only blanks stand between; or NULL. */
static const struct word *
word_before(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	int32_t code = names_before(n, i);

	if (i == 0 || !fold_is_letter(code))
		return NULL;
	return w - 1;
}

/* The word after i, if only blanks stand between; or NULL. */
static const struct word *
word_after(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	int32_t code = names_after(n, i);

	if (i + 1 >= n->words.n || !fold_is_letter(code) ||
	    w->shape & SHAPE_OWNS)
		return NULL;
	return w + 1;
}

static bool
is_word(const struct word *w, const char *letters)
{
	return w->hash == lexicon_hash(slice_of(letters));
}

/* In "in May", "12 May", "since April", "May 2024": a month. */
static bool
is_month(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i], *before = word_before(n, i);
	int32_t b = names_before(n, i), a = names_after(n, i);

	if (!(w->what & CUE_MONTH))
		return false;
	return (before != NULL && before->what & (CUE_WHEN | CUE_MONTH)) ||
	       (b >= '0' && b <= '9') || (a >= '0' && a <= '9');
}

/* "to draft", "said", "also thinks": what people do. */
static bool
does_something(const struct names *n, size_t last, bool first)
{
	const struct word *after = word_after(n, last), *next;

	if (after == NULL)
		return false;
	next = word_after(n, last + 1);
	if (after->what & CUE_SAYS)
		return !(after->what & CUE_MONTH);
	if (next != NULL &&
	    (is_word(after, "also") || is_word(after, "then") ||
	     is_word(after, "has") || is_word(after, "had") ||
	     is_word(after, "and")) &&
	    next->what & CUE_SAYS)
		return true;
	/* "Joy from the Mosaic Centre" */
	if (first && next != NULL && is_word(after, "from")) {
		const struct word *more = word_after(n, last + 2);

		return names_is_cap(next) ||
		       (more != NULL && next->what & CUE_THE &&
		        names_is_cap(more));
	}
	/* "Mark to send", but not "Hope to send". */
	return first && next != NULL && is_word(after, "to") &&
	       next->what & CUE_DOES && !is_word(&n->words.v[last], "hope") &&
	       !is_word(&n->words.v[last], "love");
}

/* A sign that stands after a speaker: "Grace:", "GRACE -", "Grace's". */
static bool
speaks(const struct names *n, size_t first, size_t last)
{
	int32_t after = names_after(n, last);
	const struct word *w = &n->words.v[last];

	if (w->shape & SHAPE_OWNS)
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

/* A word that is a name for sure, right after "and" or a comma or slash. */
static bool
beside_name(const struct names *n, size_t first, size_t last)
{
	const struct word *v = n->words.v;
	int32_t before = names_before(n, first), after = names_after(n, last);

	if (first > 0 && before < 0x80 && before > 0 &&
	    strchr("/&,+", before) != NULL && n->taken[first - 1])
		return true;
	if (first > 1 && is_word(&v[first - 1], "and") && n->taken[first - 2])
		return true;
	if (last + 2 < n->words.n && is_word(&v[last + 1], "and") &&
	    fold_is_letter(after) && names_is_cap(&v[last + 2]) &&
	    v[last + 2].what & R_NAME)
		return true;
	return last + 1 < n->words.n &&
	       (after == '/' || after == '&' || after == '+') &&
	       names_is_cap(&v[last + 1]) && v[last + 1].what & R_NAME;
}

/* After "thanks to", "by", "with": not at the beginning of a sentence. */
static bool
after_cue(const struct names *n, size_t i)
{
	const struct word *before = word_before(n, i);

	if (before != NULL)
		return before->what & CUE_BEFORE;
	return i > 0 && names_before(n, i) == ':' &&
	       n->words.v[i - 1].what & CUE_OWNER;
}

bool
names_does(const struct names *n, size_t i)
{
	return does_something(n, i, names_starts(n, i));
}

bool
names_evident_small(const struct names *n, size_t i, size_t len)
{
	size_t last = i + len - 1;

	return does_something(n, last, names_starts(n, i)) ||
	       speaks(n, i, last) || after_cue(n, i);
}

static bool in_other_name(const struct names *n, size_t i, size_t last,
                          uint32_t flags);

/* The last letter of a word. */
static char
last_letter(const struct names *n, const struct word *w)
{
	return n->text.p[w->end - 1];
}

bool
names_says_small(const struct names *n, size_t i)
{
	const struct word *after = word_after(n, i);

	if (names_starts(n, i) && after != NULL && is_word(after, "from"))
		return true;
	/* "will think", "may say" are no names: said, thinks, felt are said. */
	return names_starts(n, i) && after != NULL && after->what & CUE_SAYS &&
	       (last_letter(n, after) == 's' || last_letter(n, after) == 'd' ||
	        is_word(after, "felt") || is_word(after, "thought"));
}

bool
names_says(const struct names *n, size_t i)
{
	const struct word *after = word_after(n, i);

	return after != NULL && after->what & CUE_SAYS &&
	       (last_letter(n, after) == 'd' || last_letter(n, after) == 's');
}

bool
names_evident_stranger(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	bool start = names_starts(n, i);

	if (lex_first(w->what) < 2 || !names_is_cap(w) || w->letters < 3 ||
	    w->what & (CUE_MONTH | CUE_ABBREV | CUE_TITLE | CUE_SPOT) ||
	    (lex_place(w->what) >= 2 && lex_first(w->what) < 5) ||
	    in_other_name(n, i, i, R_FIRST))
		return false;
	if (does_something(n, i, start))
		return true;
	if (names_is_everyday(w))
		return after_cue(n, i) && names_after(n, i) == ':';
	if (start && names_after(n, i) == ':')
		return true;
	/* A word that is nothing but a first name. */
	return lex_level(w->what) == 0 && lex_place(w->what) == 0 &&
	       !n->titled && !(w->shape & SHAPE_UPPER);
}

bool
names_is_spot(const struct names *n, size_t last)
{
	const struct word *after = word_after(n, last);

	return after != NULL && after->what & CUE_SPOT &&
	       !(after->what & R_LAST);
}

/* In a name of several words that is not a person's: "Grace Road". */
static bool
in_other_name(const struct names *n, size_t i, size_t last, uint32_t flags)
{
	const struct word *before = word_before(n, i);
	const struct word *after = word_after(n, last);

	if (after != NULL && names_is_cap(after) &&
	    !(after->shape & SHAPE_LONE)) {
		if (names_is_spot(n, last))
			return true;
		if (names_is_everyday(after) && !(after->what & R_NAME))
			return true;
		if (!(flags & (R_FIRST | R_NICK)) && !(after->what & R_NAME))
			return true;
	}
	if (before != NULL && before->what & CUE_THE)
		return true;
	return before != NULL && names_is_cap(before) &&
	       names_is_everyday(before) && !names_starts(n, i - 1) &&
	       !(before->what & (R_NAME | CUE_BEFORE | CUE_SAYS | CUE_TITLE));
}

bool
names_evident(const struct names *n, size_t i, size_t len, uint32_t flags)
{
	const struct word *w = &n->words.v[i];
	size_t last = i + len - 1;
	bool start = names_starts(n, i), loud = w->shape & SHAPE_UPPER;

	if (!names_is_cap(w) || is_month(n, i) ||
	    in_other_name(n, i, last, flags))
		return false;
	if (speaks(n, i, last) || does_something(n, last, start) ||
	    beside_name(n, i, last) || after_cue(n, i))
		return true;
	return !start && !loud && !n->titled;
}
