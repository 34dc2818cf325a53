/* The forms that distinctive roles take, and what organisations share with
 * them. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/roster.h"
#include "text/roster_parts.h"
#include "text/words.h"

bool
roster_is_plain(const struct word *w)
{
	return lex_level(w->what) > 0 || lex_place(w->what) > 0 ||
	       w->what & (CUE_ORG | CUE_ABBREV | CUE_THE);
}

/* "BT", which nothing else is. */
static bool
is_capitals(const struct word *w)
{
	return w->letters == 2 && w->shape & SHAPE_UPPER &&
	       (lex_level(w->what) == 0 || lex_level(w->what) == 7) &&
	       !(w->what & CUE_ABBREV);
}

void
roster_mark_row(struct things *t, const struct word *w, size_t n, int kind,
                bool part)
{
	bool strict = kind == FORM_ROLE ||
	              (n == 1 && (roster_is_plain(w) || w->letters == 2));
	uint64_t hash = 0;
	uint8_t words = 0;

	if (n == 0 || n > FORM_WORDS ||
	    (n == 1 && w->letters < (kind == FORM_ROLE ? 2 : 3) &&
	     !is_capitals(w)))
		return;
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && roster_is_mute(&w[i]))
			continue;
		hash = roster_join(hash, w[i].hash);
		if (++words == 2)
			sieve_add(&t->r->begun, hash);
	}
	if (n > 1 && words == 1)
		return;
	lexicon_mark(&t->r->lexicon, w->hash, n > 1 ? R_MULTI : R_THING);
	roster_add_form(
	    t->r, hash,
	    (struct form){ 0, t->person, (uint8_t)kind, words, strict, part });
}

/* One more holds the role of this hash. */
static void
count_hash(struct roster *r, uint64_t hash)
{
	size_t known = r->roles.n, n = hashes_add(&r->roles, hash);

	r->role_people = mem_grow(r->role_people, &r->roles_cap, r->roles.n,
	                          sizeof(*r->role_people));
	r->role_people[n] = n == known ? 1 : r->role_people[n] + 1;
}

void
roster_mark_acronym(struct things *t, struct slice text, const struct word *w,
                    size_t n, int kind, bool bare)
{
	char letters[FORM_WORDS];
	size_t len = 0;
	uint64_t hash;
	uint32_t known;

	for (size_t i = 0; i < n && len < FORM_WORDS; i++) {
		char c = text.p[w[i].start];

		if (kind == FORM_ROLE && w[i].shape & SHAPE_UPPER)
			return; /* no "GP" for a GP partner */
		if (bare && !(w[i].shape & SHAPE_CAP))
			continue;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (c < 'a' || c > 'z')
			return;
		letters[len++] = c;
	}
	hash = lexicon_hash((struct slice){ letters, len });
	known = lexicon_find(&t->r->lexicon, hash);
	if (len < (kind == FORM_ROLE ? 2 : 3) ||
	    (kind == FORM_ORG && known & CUE_ABBREV) ||
	    (lex_level(known) > 0 && lex_level(known) < 7))
		return;
	if (kind == FORM_ROLE && roster_role(t->r, hash) == 0) {
		count_hash(t->r, hash);
		sieve_add(&t->r->role_begun, hash);
		sieve_add(&t->r->role_worded, hash);
	}
	lexicon_mark(&t->r->lexicon, hash, R_THING);
	roster_add_form(
	    t->r, hash,
	    (struct form){ 0, t->person, (uint8_t)kind, 1, true, true });
}

/* Count one more who holds a role, by its name and that of several. */
static void
count_role(struct things *t, struct slice text)
{
	struct roster *r = t->r;
	struct buf several = BUF_INIT;
	uint64_t hash, last;
	size_t n;

	words_find(&t->words, text, &r->lexicon);
	n = t->words.n;
	if (n == 0)
		return;
	sieve_add(&r->role_begun, t->words.v[0].hash);
	sieve_add(&r->role_worded, t->words.v[n - 1].hash);
	count_hash(r, roster_hash_row(t->words.v, n));
	words_fold(&several, text, &t->words.v[n - 1]);
	buf_addc(&several, 's');
	last = lexicon_hash(buf_view(&several));
	hash = roster_hash_row(t->words.v, n - 1);
	sieve_add(&r->role_worded, last);
	if (n == 1)
		sieve_add(&r->role_begun, last);
	count_hash(r, roster_join(hash, last));
	buf_free(&several);
}

static void
add_role(struct things *t, struct slice text)
{
	words_find(&t->words, text, &t->r->lexicon);
	roster_mark_row(t, t->words.v, t->words.n, FORM_ROLE, false);
	if (t->words.n > 1) {
		roster_mark_acronym(t, text, t->words.v, t->words.n, FORM_ROLE,
		                    false);
		roster_mark_acronym(t, text, t->words.v, t->words.n, FORM_ROLE,
		                    true);
	}
	roster_mark_owner(t, text, t->words.n, FORM_ROLE);
}

/* The next of several roles in a cell: "Head of Planning & Deputy Mayor". */
static bool
next_role(struct things *t, struct slice *rest, struct slice *role)
{
	while (rest->len > 0) {
		size_t len = 0;
		bool office = false;

		while (len < rest->len &&
		       strchr("&;/|(),+", rest->p[len]) == NULL &&
		       !slice_starts(
			   (struct slice){ rest->p + len, rest->len - len },
			   SLICE(" and ")))
			len++;
		*role = slice_trim((struct slice){ rest->p, len });
		len += len < rest->len && rest->p[len] == ' ' ? 5 :
		       len < rest->len                        ? 1 :
		                                                0;
		rest->p += len, rest->len -= len;
		words_find(&t->words, *role, &t->r->lexicon);
		for (size_t i = 0; i < t->words.n; i++)
			office |=
			    roster_role_word(t->r, t->words.v[i].hash) >= 0;
		if (office)
			return true;
	}
	return false;
}

/*
 * Where a cell holds more than one role, each is one: count them, or add those
 * that fewer than k hold.
 */
static void
take_parts(struct things *t, struct slice text, size_t k)
{
	struct slice rest = text, role;

	while (next_role(t, &rest, &role)) {
		if (role.len == slice_trim(text).len)
			continue;
		if (k == 0)
			count_role(t, role);
		else if (roster_role(
			     t->r, roster_hash_row(t->words.v, t->words.n)) < k)
			add_role(t, role);
	}
}

/* A place of the list is none of its strangers: Kerry, Chelsea. */
static void
mark_place(struct things *t, struct slice text)
{
	words_find(&t->words, text, &t->r->lexicon);
	for (size_t i = 0; i < t->words.n; i++)
		if (lex_first(t->words.v[i].what) > 0)
			lexicon_mark(&t->r->lexicon, t->words.v[i].hash,
			             LEX_PLACE);
}

void
roster_things(struct roster *r, size_t k)
{
	struct things t = { .r = r,
		            .words = WORDS_INIT,
		            .shorts = HASHES_INIT };
	struct map roles = MAP_INIT;
	struct buf folded = BUF_INIT;
	size_t *held = mem_zalloc(r->n + 1, sizeof(*held));
	size_t *role = mem_zalloc(r->n + 1, sizeof(*role));

	for (size_t i = 0; i < r->n; i++) {
		buf_reset(&folded);
		fold_text(&folded, r->people[i].v[ROSTER_ROLE]);
		role[i] = map_add(&roles, buf_view(&folded));
		held[role[i]]++;
	}
	t.looking = true;
	for (size_t i = 0; i < r->n; i++)
		roster_add_orgs(&t, r->people[i].v[ROSTER_ORG]);
	t.looking = false;
	for (size_t i = 0; i < r->n; i++) {
		t.person = (uint32_t)i;
		roster_add_orgs(&t, r->people[i].v[ROSTER_ORG]);
		count_role(&t, r->people[i].v[ROSTER_ROLE]);
		take_parts(&t, r->people[i].v[ROSTER_ROLE], 0);
		mark_place(&t, r->people[i].v[ROSTER_PLACE]);
		if (held[role[i]] < k)
			add_role(&t, r->people[i].v[ROSTER_ROLE]);
	}
	for (size_t i = 0; i < r->n; i++) {
		t.person = (uint32_t)i;
		take_parts(&t, r->people[i].v[ROSTER_ROLE], k);
	}
	free(held);
	free(role);
	map_free(&roles);
	buf_free(&folded);
	words_free(&t.words);
	hashes_free(&t.shorts);
	free(t.whole);
}
