/* Other ways to write an organisation's name. */
#include "data/namecues.h"
#include "text/roster_parts.h"

enum { SHORTEST = 3, LONGEST = 24 }; /* letters */

bool
roster_saint(struct buf *out, struct slice name, const struct words *w)
{
	const uint64_t st = lexicon_hash(SLICE("st"));
	const uint64_t saint = lexicon_hash(SLICE("saint"));
	size_t at = 0;

	for (size_t i = 0; i + 1 < w->n; i++) {
		const struct word *v = &w->v[i];

		if (v->hash != st && v->hash != saint)
			continue;
		buf_add(out, name.p + at, v->start - at);
		buf_slice(out, v->hash == st ? SLICE("Saint") : SLICE("St"));
		at = v->end;
		if (at < name.len && name.p[at] == '.')
			at++;
	}
	if (at == 0)
		return false;
	buf_add(out, name.p + at, name.len - at);
	return true;
}

/* How common the letters are as a word: 1 to 7, or 0. */
static unsigned
level_of(const struct lexicon *l, const char *letters, size_t len)
{
	return lex_level(
	    lexicon_find(l, lexicon_hash((struct slice){ letters, len })));
}

/* Append the letters of a word, small; false if they are not a to z. */
static bool
small_letters(char *out, struct slice name, const struct word *w)
{
	size_t len = w->end - w->start;

	if (len > LONGEST)
		return false;
	for (size_t i = 0; i < len; i++) {
		char c = (char)(name.p[w->start + i] | 32);

		if (c < 'a' || c > 'z')
			return false;
		out[i] = c;
	}
	return true;
}

/* Where the second of two everyday words begins that make up a word; or 0. */
static size_t
split_at(struct slice name, const struct word *w, const struct lexicon *l)
{
	char letters[LONGEST];
	size_t len = w->end - w->start, found = 0;

	if (!small_letters(letters, name, w))
		return 0;
	for (size_t i = SHORTEST; i + SHORTEST <= len; i++) {
		unsigned a = level_of(l, letters, i);
		unsigned b = level_of(l, letters + i, len - i);

		if (a == 0 || a > 5 || b == 0 || b > 5)
			continue;
		if (found > 0)
			return 0;
		found = i;
	}
	return found;
}

/* Whether two words, a blank between, are one word as well. */
static bool
is_joined(struct slice name, const struct word *w, const struct lexicon *l)
{
	static const char *const usual[] = { "foodbank",   "homecare",
		                             "childcare",  "daycare",
		                             "healthcare", "playgroup",
		                             "playschool", NULL };
	char letters[2 * LONGEST];
	size_t len = w->end - w->start;
	struct slice both = { letters, len + w[1].end - w[1].start };

	if (w[1].start != w->end + 1 || name.p[w->end] != ' ' ||
	    len < SHORTEST || both.len < len + SHORTEST ||
	    !small_letters(letters, name, w) ||
	    !small_letters(letters + len, name, w + 1))
		return false;
	for (size_t i = 0; usual[i] != NULL; i++)
		if (slice_eq(both, slice_of(usual[i])))
			return true;
	return level_of(l, both.p, both.len) > 0;
}

bool
roster_compound(struct buf *out, struct slice name, const struct words *w,
                const struct lexicon *l)
{
	for (size_t i = w->n > 1 ? w->n : 0; i-- > 0;) {
		const struct word *v = &w->v[i];
		size_t split = split_at(name, v, l);
		bool joined = split == 0 && w->n > 2 && i + 1 < w->n &&
		              is_joined(name, v, l);
		size_t end = joined ? v->end : v->start + split;
		size_t from = joined ? v[1].start : end;

		if (split == 0 && !joined)
			continue;
		buf_add(out, name.p, end);
		if (!joined)
			buf_addc(out, ' ');
		buf_add(out, name.p + from, name.len - from);
		return true;
	}
	return false;
}
