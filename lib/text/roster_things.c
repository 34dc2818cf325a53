/* The forms that organisations and distinctive roles take. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/fold.h"
#include "text/roster.h"
#include "text/roster_parts.h"
#include "text/words.h"

struct things {
	struct roster *r;
	struct words words;
	uint32_t person;
	bool looking; /* for short names of organisations; nothing more */
	struct hashes shorts; /* short names */
	uint64_t *whole; /* of each: the one organisation, or 0 if several */
	size_t whole_cap;
};

/* A word that says nothing by itself: known, and not only as a name. */
static bool
is_plain(const struct word *w)
{
	return lex_level(w->what) > 0 || lex_place(w->what) > 0 ||
	       w->what & (CUE_ORG | CUE_ABBREV | CUE_THE);
}

static void
mark_row(struct things *t, const struct word *w, size_t n, int kind, bool part)
{
	bool strict = kind == FORM_ROLE || (n == 1 && is_plain(w));
	uint64_t hash = 0;
	uint8_t words = 0;

	if (n == 0 || n > FORM_WORDS ||
	    (n == 1 && w->letters < (kind == FORM_ROLE ? 2 : 3)))
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

/* The first letters of the words, small words left out if bare. */
static void
mark_acronym(struct things *t, struct slice text, const struct word *w,
             size_t n, bool bare)
{
	char letters[FORM_WORDS];
	size_t len = 0;
	uint64_t hash;

	for (size_t i = 0; i < n && len < FORM_WORDS; i++) {
		char c = text.p[w[i].start];

		if (bare && !(w[i].shape & SHAPE_CAP))
			continue;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (c < 'a' || c > 'z')
			return;
		letters[len++] = c;
	}
	hash = lexicon_hash((struct slice){ letters, len });
	if (len < 3 ||
	    lexicon_find(&t->r->lexicon, hash) & (LEX_LEVEL | CUE_ABBREV))
		return;
	lexicon_mark(&t->r->lexicon, hash, R_THING);
	roster_add_form(t->r, hash,
	                (struct form){ 0, t->person, FORM_ORG, 1, true, true });
}

/* A word that may be left off the end: Ltd, Trust, Surgery, of. */
static bool
is_ending(const struct word *w)
{
	return (lex_level(w->what) > 0 && lex_level(w->what) <= 5) ||
	       w->what & (CUE_ORG | CUE_SPOT | CUE_ABBREV);
}

/*
 * How many words at the beginning of an organisation's name stand for it: two
 * at least, or one that no dictionary and no map knows. 0 if that is no less
 * than all of it.
 */
static size_t
short_of(const struct word *w, size_t n)
{
	size_t len = n;

	while (len > 2 && is_ending(&w[len - 1]))
		len--;
	if (len == 2 && !is_plain(w))
		len = 1;
	return len < n && (len > 1 || !is_plain(w)) ? len : 0;
}

/* "Rook's Eggs" as "Rooks Eggs". */
static void
mark_owner(struct things *t, struct slice text, size_t n)
{
	struct buf plain = BUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		const struct word *w = &t->words.v[i];

		if (!(w->shape & SHAPE_OWNS))
			continue;
		buf_add(&plain, text.p + at, w->end - at);
		at = w[1].start;
	}
	if (at > 0) {
		buf_add(&plain, text.p + at, text.len - at);
		words_find(&t->words, buf_view(&plain), &t->r->lexicon);
		mark_row(t, t->words.v, t->words.n, FORM_ORG, false);
		n = short_of(t->words.v, t->words.n);
		if (n > 1)
			mark_row(t, t->words.v, n, FORM_ORG, true);
	}
	buf_free(&plain);
}

static uint64_t
hash_row(const struct word *w, size_t n)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < n; i++)
		hash = roster_join(hash, w[i].hash);
	return hash;
}

/* Whether a short name stands for this organisation and for no other. */
static bool
is_own(struct things *t, uint64_t part, uint64_t all)
{
	size_t n = hashes_find(&t->shorts, part);

	return n != MAP_NONE && t->whole[n] == all;
}

/* Remember which organisation a short name stands for. */
static void
note_short(struct things *t, uint64_t part, uint64_t all)
{
	size_t known = t->shorts.n;
	size_t n = hashes_add(&t->shorts, part);

	t->whole =
	    mem_grow(t->whole, &t->whole_cap, t->shorts.n, sizeof(*t->whole));
	if (n == known)
		t->whole[n] = all;
	else if (t->whole[n] != all)
		t->whole[n] = 0;
}

/* One name of an organisation. */
static void
add_org(struct things *t, struct slice text)
{
	const struct word *w;
	size_t n, len;

	words_find(&t->words, text, &t->r->lexicon);
	w = t->words.v;
	n = t->words.n;
	if (n > 1 && w->what & CUE_THE)
		w++, n--;
	len = n == 0 ? 0 : short_of(w, n);
	if (t->looking) {
		if (len > 0)
			note_short(t, hash_row(w, len), hash_row(w, n));
		if (n >= 3 && w->what & CUE_ABBREV)
			note_short(t, hash_row(w + 1, n - 1), hash_row(w, n));
		return;
	}
	mark_row(t, w, n, FORM_ORG, false);
	if (n >= 3 && w->what & CUE_ABBREV &&
	    is_own(t, hash_row(w + 1, n - 1), hash_row(w, n)))
		mark_row(t, w + 1, n - 1, FORM_ORG, true);
	if (n >= 3) {
		mark_acronym(t, text, w, n, false);
		mark_acronym(t, text, w, n, true);
	}
	for (size_t part = len; part > 0 && part < n; part++)
		if (part > 1 || is_own(t, hash_row(w, part), hash_row(w, n)))
			mark_row(t, w, part, FORM_ORG, true);
	mark_owner(t, text, t->words.n);
}

/* One name of an organisation, and the other ways to write it. */
static void
add_spelt(struct things *t, struct slice text)
{
	struct buf saint = BUF_INIT, other = BUF_INIT;

	add_org(t, text);
	words_find(&t->words, text, &t->r->lexicon);
	if (roster_saint(&saint, text, &t->words))
		add_org(t, buf_view(&saint));
	for (int k = 0; k < 2 && !t->looking; k++) {
		struct slice s = k == 0 ? text : buf_view(&saint);

		words_find(&t->words, s, &t->r->lexicon);
		buf_reset(&other);
		if (!roster_compound(&other, s, &t->words, &t->r->lexicon))
			continue;
		words_find(&t->words, buf_view(&other), &t->r->lexicon);
		mark_row(t, t->words.v, t->words.n, FORM_ORG, false);
	}
	buf_free(&saint);
	buf_free(&other);
}

/* "Name (OTHER NAME)", "Name / Other name": each by itself. */
static void
add_orgs(struct things *t, struct slice text)
{
	while (text.len > 0) {
		size_t len = 0;

		while (len < text.len && strchr("()/;,|", text.p[len]) == NULL)
			len++;
		add_spelt(t, (struct slice){ text.p, len });
		len += len < text.len;
		text.p += len, text.len -= len;
	}
}

/* Count one more who holds a role. */
static void
count_role(struct things *t, struct slice text)
{
	struct roster *r = t->r;
	size_t known = r->roles.n, n;
	uint64_t hash;

	words_find(&t->words, text, &r->lexicon);
	if (t->words.n == 0)
		return;
	sieve_add(&r->role_begun, t->words.v[0].hash);
	hash = hash_row(t->words.v, t->words.n);
	n = hashes_add(&r->roles, hash);
	r->role_people = mem_grow(r->role_people, &r->roles_cap, r->roles.n,
	                          sizeof(*r->role_people));
	r->role_people[n] = n == known ? 1 : r->role_people[n] + 1;
}

static void
add_role(struct things *t, struct slice text)
{
	words_find(&t->words, text, &t->r->lexicon);
	mark_row(t, t->words.v, t->words.n, FORM_ROLE, false);
	if (t->words.n > 2) {
		mark_acronym(t, text, t->words.v, t->words.n, false);
		mark_acronym(t, text, t->words.v, t->words.n, true);
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
		add_orgs(&t, r->people[i].v[ROSTER_ORG]);
	t.looking = false;
	for (size_t i = 0; i < r->n; i++) {
		t.person = (uint32_t)i;
		add_orgs(&t, r->people[i].v[ROSTER_ORG]);
		count_role(&t, r->people[i].v[ROSTER_ROLE]);
		mark_place(&t, r->people[i].v[ROSTER_PLACE]);
		if (held[role[i]] < k)
			add_role(&t, r->people[i].v[ROSTER_ROLE]);
	}
	free(held);
	free(role);
	map_free(&roles);
	buf_free(&folded);
	words_free(&t.words);
	hashes_free(&t.shorts);
	free(t.whole);
}
