#include "text/whois.h"
#include "data/namecues.h"

/* Whether a word says who it is: not "J." of "J. Bloggs". */
static bool
tells(const struct words *w, size_t i, struct slice name)
{
	const struct word *v = &w->v[i];

	if (v->what & CUE_TITLE)
		return false;
	if (v->shape & SHAPE_LONE && w->n > 1)
		return i > 0 && (v->end >= name.len || name.p[v->end] != '.');
	/* Initials, if nothing else is there: "JB". */
	return !(w->n == 1 && v->shape & SHAPE_UPPER && v->letters <= 3);
}

/* "Person 12": what its digits are, or 0. */
static uint64_t
digits_of(struct slice name)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < name.len; i++)
		if (name.p[i] >= '0' && name.p[i] <= '9')
			hash = hash * 31 + (uint64_t)(name.p[i] - '0') + 1;
	return hash;
}

static void
add_word(struct whois *who, uint64_t hash)
{
	who->words[who->n++] = hash;
	who->number += (hash ^ hash >> 29) * 0x9e3779b97f4a7c15u;
}

static bool
has(const struct whois *who, uint64_t hash)
{
	for (size_t i = 0; i < who->n; i++)
		if (who->words[i] == hash)
			return true;
	return false;
}

struct whois
whois(struct words *words, struct slice name, const struct lexicon *l)
{
	const char *bracket =
	    name.len > 0 ? memchr(name.p, '(', name.len) : NULL;
	struct whois who = { .n = 0 };

	if (bracket != NULL && bracket > name.p)
		name.len = (size_t)(bracket - name.p);
	words_find(words, name, l);
	for (size_t i = 0; i < words->n && who.n < WHOIS_WORDS; i++) {
		uint64_t hash = words->v[i].hash;

		if (!tells(words, i, name) || has(&who, hash))
			continue;
		add_word(&who, hash);
	}
	if (digits_of(name) != 0 && who.n < WHOIS_WORDS)
		add_word(&who, digits_of(name));
	if (who.n > 0 && who.number == 0)
		who.number = 1;
	return who;
}
