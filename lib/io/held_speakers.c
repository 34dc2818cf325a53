/*
 * People whom the notes themselves name as their speakers. Their names are
 * dropped, and must not stand in the next note either: those whom no list has
 * are looked for as if one had them, though nobody is counted by it.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held_parts.h"
#include "text/namecell.h"

void
held_speaker_take(struct held *h, size_t name, struct record *rec)
{
	size_t known = h->nspoken;

	if (name < known)
		return;
	h->spoken =
	    mem_grow(h->spoken, &h->spoken_cap, name + 1, sizeof(*h->spoken));
	memset(h->spoken + known, 0, (name + 1 - known) * sizeof(*h->spoken));
	h->nspoken = name + 1;
	h->spoken[name] = (struct held_speaker){
		pool_slice(&h->pool, record_str(rec, F_ROLE)),
		pool_slice(&h->pool, record_str(rec, F_ORG)),
	};
}

/* Whether the list has all words of a name, so that they are looked for. */
static bool
is_listed(const struct held *h, struct words *words, struct slice name)
{
	words_find(words, name, &h->roster->lexicon);
	for (size_t i = 0; i < words->n; i++)
		if (words->v[i].letters > 1 &&
		    !(words->v[i].what & (R_NAME | CUE_TITLE)))
			return false;
	return true;
}

/* Whether it is a code, not a name: "P7", "user_12". */
static bool
is_code(struct slice name)
{
	for (size_t i = 0; i < name.len; i++)
		if (name.p[i] >= '0' && name.p[i] <= '9')
			return true;
	return false;
}

/* Add a speaker to the list if he is not on it. */
static void
add_speaker(struct held *h, struct roster *to, struct namecell *cell, size_t n,
            struct words *words)
{
	struct slice name = map_key(&h->persons.names, n);

	if (is_code(name) || namecell_read(cell, name, (struct slice){ "", 0 },
	                                   NAMECELL_PERHAPS) != 0)
		return;
	for (size_t i = 0; i < cell->n; i++) {
		struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

		v[ROSTER_NAME] = cell->v[i].name;
		v[ROSTER_NICK] = cell->v[i].nick;
		v[ROSTER_ROLE] = h->spoken[n].role;
		v[ROSTER_ORG] = h->spoken[n].org;
		if (!is_listed(h, words, v[ROSTER_NAME]))
			roster_add_absent(to, v);
	}
}

/* The people of the list and those who spoke; NULL if these are on it. */
static struct roster *
with_speakers(struct held *h)
{
	struct roster *all = roster_new();
	struct namecell cell;
	struct words words = WORDS_INIT;

	for (size_t i = 0; i < h->roster->n; i++)
		roster_add(all, h->roster->people[i].v);
	namecell_open(&cell, &h->roster->lexicon);
	for (size_t n = 0; n < h->nspoken; n++)
		add_speaker(h, all, &cell, n, &words);
	namecell_close(&cell);
	words_free(&words);
	if (all->n > h->roster->n)
		return all;
	roster_free(all);
	return NULL;
}

/* Have what redacts find the people of another list. */
static void
look_for(struct redact *r, const struct roster *people)
{
	struct patterns *patterns = r->patterns;
	enum names_mode mode = r->names.mode;

	redact_close(r);
	redact_open(r, people, patterns, mode);
}

void
held_speakers_forget(struct held *h)
{
	if (h->learnt == NULL)
		return;
	look_for(h->redact, h->roster);
	roster_free(h->learnt);
	h->learnt = NULL;
}

int
held_speakers_learn(struct held *h)
{
	struct redact *r = h->redact;

	if (h->nspoken == 0 || (h->learnt = with_speakers(h)) == NULL)
		return 0;
	roster_ready(h->learnt, h->options->k);
	if (h->options->hierarchy != NULL)
		roster_generalise(h->learnt, h->options->hierarchy,
		                  h->options->k);
	look_for(r, h->learnt);
	for (size_t i = 0; i < h->nnotes; i++) {
		struct held_note *note = &h->notes[i];
		struct held_view view;

		if (note->withheld)
			continue;
		held_note_open(note, &view);
		if (redact_find(r, held_text(h, &view)) != 0)
			return diag(STATUS_PRIVACY,
			            "a pattern gave up on a text: nothing is "
			            "passed on");
		held_keep_findings(h, note);
	}
	return 0;
}
