/* What stands around a word. */
#include "data/namecues.h"
#include "text/fold.h"
#include "text/names.h"
#include "text/names_parts.h"

/* What makes words stand out in Markdown, and is no part of the text. */
static bool
is_emphasis(int32_t code)
{
	return code == '*' || code == '_' || code == '~' || code == '`';
}

bool
names_joined(const struct names *n, size_t i)
{
	const struct word *a = &n->words.v[i], *b = a + 1;
	const char *p, *end;
	size_t blanks = 0, marks = 0, lines = 0;

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
		else if (fold_is_hyphen(code) || code == '.')
			marks++;
		else if (code == '_')
			lines++;
		else if (!fold_is_hidden(code) && !is_emphasis(code))
			return false;
	}
	/* A hyphen or a dot joins; a dash between blanks or a stop does not. */
	marks += blanks == 0 ? lines : 0;
	return blanks <= 3 && marks <= 1 &&
	       (marks == 0 || blanks == 0 || a->shape & SHAPE_LONE ||
	        a->what & CUE_TITLE);
}

/*
 * Whether a character beside a word says nothing: it is hidden, a blank, or
 * emphasis that touches this word (close) or the next one.
 */
static bool
is_nothing(int32_t code, bool *close, bool touches)
{
	if (fold_is_space(code) && code != '\n') {
		*close = false;
		return true;
	}
	return fold_is_hidden(code) ||
	       (is_emphasis(code) && (*close || touches));
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

int32_t
names_before(const struct names *n, size_t i)
{
	const char *p = n->text.p + n->words.v[i].start;
	bool close = true;
	int32_t code = 0;

	while (p > n->text.p) {
		const char *q = p - 1;

		while (q > n->text.p && ((unsigned char)*q & 0xc0) == 0x80)
			q--;
		fold_decode(q, p, &code);
		if (!is_nothing(code, &close,
		                q > n->text.p && !is_blank(q[-1])))
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
	bool close = true;
	int32_t code;

	while (p < end) {
		p += fold_decode(p, end, &code);
		if (!is_nothing(code, &close, p < end && !is_blank(*p)))
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

const struct word *
names_word_before(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	int32_t code = names_before(n, i);

	if (i == 0 || !fold_is_letter(code))
		return NULL;
	return w - 1;
}

const struct word *
names_word_after(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];
	int32_t code = names_after(n, i);

	if (i + 1 >= n->words.n || !fold_is_letter(code) ||
	    w->shape & SHAPE_OWNS)
		return NULL;
	return w + 1;
}

bool
names_is_word(const struct word *w, const char *letters)
{
	return w->letters == strlen(letters) &&
	       w->hash == lexicon_hash(slice_of(letters));
}

bool
names_ends_in(const struct names *n, const struct word *w, const char *end)
{
	size_t len = strlen(end);

	return w->letters > len + 1 && w->end - w->start > len &&
	       memcmp(n->text.p + w->end - len, end, len) == 0;
}

bool
names_is_one_of(const struct word *w, const char *const *words)
{
	while (*words != NULL && !names_is_word(w, *words))
		words++;
	return *words != NULL;
}
