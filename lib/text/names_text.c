/* A text as a whole: its placeholders, and whether it is a title. */
#include "text/names.h"
#include "text/names_parts.h"

/* Set which words must not be looked at: those of placeholders. */
void
names_take_placeholders(struct names *n)
{
	const char *at = memchr(n->text.p, '[', n->text.len);
	size_t i = 0;

	while (at != NULL) {
		size_t from = (size_t)(at - n->text.p);
		size_t end = span_placeholder(n->text, from);

		while (i < n->words.n && n->words.v[i].start < from)
			i++;
		for (; i < n->words.n && n->words.v[i].end <= end; i++)
			n->taken[i] = TAKEN_PLACEHOLDER;
		at = memchr(at + 1, '[', n->text.len - from - 1);
	}
}

/* How many words of four letters or more there are. */
static size_t
longs_of(const struct words *w)
{
	size_t longs = 0;

	for (size_t i = 0; i < w->n; i++)
		longs += w->v[i].letters >= 4;
	return longs;
}

/* Whether the capitals are those of names: a list of people is no title. */
static bool
is_list(const struct words *w, size_t all)
{
	size_t longs = 0, caps = 0;

	for (size_t i = 0; i < w->n; i++) {
		if (w->v[i].letters < 4 || lex_first(w->v[i].what) >= 6 ||
		    (w->v[i].what & R_NAME && !names_is_everyday(&w->v[i])))
			continue;
		longs++;
		caps += names_is_cap(&w->v[i]);
	}
	return longs < all && caps * 10 < longs * 7;
}

bool
names_is_titled(const struct words *w)
{
	size_t longs;

	/* Three of four are the fewest that will do. */
	if (w->long_caps < 3)
		return false;
	longs = longs_of(w);
	return longs >= 4 && w->long_caps * 10 >= longs * 7 &&
	       !is_list(w, longs);
}
