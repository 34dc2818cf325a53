#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/redact.h"

void
redact_open(struct redact *r, const struct roster *roster,
            struct patterns *patterns, enum names_mode mode)
{
	*r = (struct redact){
		.roster = roster,
		.patterns = patterns,
		.names = NAMES_INIT,
		.people = true,
	};
	r->names.roster = roster;
	r->names.mode = mode;
	r->names.spans = &r->spans;
	words_remember(&r->names.words);
	withheld_open(&r->phrases, &roster->lexicon);
}

static void
keep_hash(uint64_t **v, size_t *n, size_t *cap, uint64_t hash)
{
	*v = mem_grow(*v, cap, *n + 1, sizeof(**v));
	(*v)[(*n)++] = hash;
}

/* A word that means nobody else when it is somebody's name. */
static bool
is_telling(const struct word *w)
{
	return names_is_cap(w) && w->letters >= 3 && !names_is_everyday(w) &&
	       !(w->shape & SHAPE_UNSPACED) &&
	       !(w->what &
	         (CUE_MONTH | CUE_ABBREV | CUE_TITLE | CUE_PARTICLE)) &&
	       lex_place(w->what) < 2;
}

/* Sort the telling words into those masked and those left. */
static void
note_words(struct redact *r)
{
	const struct words *w = &r->names.words;

	for (size_t k = 0; k < w->ntelling; k++) {
		size_t i = w->telling[k];

		if (!is_telling(&w->v[i]))
			continue;
		if (!r->names.taken[i])
			keep_hash(&r->open, &r->nopen, &r->open_cap,
			          w->v[i].hash);
		else if (r->names.taken[i] == TAKEN_NAME &&
		         !(w->v[i].what & R_NAME))
			keep_hash(&r->found, &r->nfound, &r->found_cap,
			          w->v[i].hash);
	}
}

static void
mask_also(struct redact *r, const struct map *also)
{
	struct names *n = &r->names;

	for (size_t i = 0; i < n->words.n; i++) {
		const struct word *w = &n->words.v[i];
		struct slice key = { (const char *)&w->hash, sizeof(w->hash) };

		if (!n->taken[i] && is_telling(w) &&
		    map_find(also, key) != MAP_NONE)
			names_mask(n, i, i + 1, SPAN_NAME, "found elsewhere",
			           w->hash | 1);
	}
}

int
redact_again(struct redact *r, struct slice text, const struct map *also)
{
	struct names *n = &r->names;

	r->spans.n = r->nfound = r->nopen = 0;
	n->text = text;
	words_find(&n->words, text, &r->roster->lexicon);
	if (r->people) {
		names_find(n);
		if (also != NULL)
			mask_also(r, also);
		note_words(r);
	}
	if (patterns_find(r->patterns, text, &n->words, r->roster,
	                  n->mode == NAMES_HIGH, &r->spans) != 0)
		return -1;
	spans_settle(&r->spans);
	r->withheld = withheld_is_asked(&r->phrases, &n->words, text);
	return 0;
}

int
redact_find(struct redact *r, struct slice text)
{
	return redact_again(r, text, NULL);
}

void
redact_close(struct redact *r)
{
	names_free(&r->names);
	spans_free(&r->spans);
	free(r->found);
	free(r->open);
}
