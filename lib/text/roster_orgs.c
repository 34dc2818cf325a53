/* The forms that organisations take: parts, capitals, other spellings. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/roster.h"
#include "text/roster_parts.h"
#include "text/words.h"

/*
 * "ICB" for "NHS Wendle ICB" or "Wendle Integrated Care Board": a kind of body
 * that the list has, by its capitals alone.
 */
static void
mark_kind(struct things *t, struct slice text, const struct word *w, size_t n)
{
	static const char *const kinds[] = { "icb", "ccg", "pcn", "icp", "mat",
		                             "lep", "wi",  "cvs", "cab", "pcc",
		                             "nhb", "uhb", NULL };
	char letters[FORM_WORDS];
	size_t len = 0;

	for (size_t i = n > 3 ? n - 3 : 0; i < n; i++)
		letters[len++] = (char)(text.p[w[i].start] | 32);
	for (size_t k = 0; kinds[k] != NULL; k++) {
		uint64_t hash = lexicon_hash(slice_of(kinds[k]));

		if (hash != w[n - 1].hash &&
		    (len < 3 ||
		     hash != lexicon_hash((struct slice){ letters, len })))
			continue;
		lexicon_mark(&t->r->lexicon, hash, R_THING);
		roster_add_form(
		    t->r, hash,
		    (struct form){ 0, t->person, FORM_ORG, 1, true, false });
	}
}

/* A word that may be left off the end: Ltd, Trust, Surgery, of. */
static bool
is_ending(const struct word *w)
{
	return (lex_level(w->what) > 0 && lex_level(w->what) <= 5) ||
	       w->what & (CUE_ORG | CUE_SPOT | CUE_ABBREV);
}

/* A place's name, or one that no dictionary knows. */
static bool
is_where(const struct word *w)
{
	return lex_level(w->what) == 0 || lex_level(w->what) == 7 ||
	       lex_place(w->what) > 0;
}

/* "Shelter", "Crisis", "Mind": a word that says no place and no kind of body.
 */
static bool
is_everyday_name(const struct word *w)
{
	return w->letters > 3 && lex_place(w->what) == 0 &&
	       !(w->what & (CUE_ORG | CUE_SPOT | CUE_THE | CUE_ABBREV));
}

/*
 * How many words at the beginning of an organisation's name stand for it: two
 * at least, or one that no dictionary and no map knows, or of two an everyday
 * one, which counts only where a body is meant. 0 if that is no less
 * than all of it.
 */
static size_t
short_of(const struct word *w, size_t n)
{
	size_t len = n;

	while (len > 2 && (is_ending(&w[len - 1]) || is_where(&w[len - 1])))
		len--;
	if (len == 2 && !roster_is_plain(w))
		len = 1;
	if (n == 2 && len == 2 && is_everyday_name(w) &&
	    (is_ending(&w[1]) || is_where(&w[1])))
		return 1;
	return len < n && (len > 1 || !roster_is_plain(w)) ? len : 0;
}

void
roster_mark_owner(struct things *t, struct slice text, size_t n, int kind)
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
		roster_mark_row(t, t->words.v, t->words.n, kind, false);
		n = kind == FORM_ORG ? short_of(t->words.v, t->words.n) : 0;
		if (n > 1)
			roster_mark_row(t, t->words.v, n, FORM_ORG, true);
	}
	buf_free(&plain);
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

/* "Wendle Council" for "Wendle County Council". */
static void
mark_ends(struct things *t, const struct word *w, size_t n)
{
	struct word ends[2];

	if (n != 3 || is_ending(w) || !(w[2].what & CUE_ORG) ||
	    w[1].what & CUE_PARTICLE || roster_is_mute(&w[1]))
		return;
	ends[0] = w[0], ends[1] = w[2];
	roster_mark_row(t, ends, 2, FORM_ORG, true);
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
			note_short(t, roster_hash_row(w, len),
			           roster_hash_row(w, n));
		if (n >= 3 && w->what & CUE_ABBREV)
			note_short(t, roster_hash_row(w + 1, n - 1),
			           roster_hash_row(w, n));
		return;
	}
	roster_mark_row(t, w, n, FORM_ORG, false);
	if (n >= 3 && w->what & CUE_ABBREV &&
	    is_own(t, roster_hash_row(w + 1, n - 1), roster_hash_row(w, n)))
		roster_mark_row(t, w + 1, n - 1, FORM_ORG, true);
	if (n >= 3) {
		roster_mark_acronym(t, text, w, n, FORM_ORG, false);
		roster_mark_acronym(t, text, w, n, FORM_ORG, true);
	}
	for (size_t part = len; part > 0 && part < n; part++)
		if (part > 1 ||
		    is_own(t, roster_hash_row(w, part), roster_hash_row(w, n)))
			roster_mark_row(t, w, part, FORM_ORG, true);
	if (n > 0)
		mark_kind(t, text, w, n);
	mark_ends(t, w, n);
	roster_mark_owner(t, text, t->words.n, FORM_ORG);
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
		roster_mark_row(t, t->words.v, t->words.n, FORM_ORG, false);
	}
	buf_free(&saint);
	buf_free(&other);
}

void
roster_add_orgs(struct things *t, struct slice text)
{
	while (text.len > 0) {
		size_t len = 0;

		while (len < text.len && strchr("()/;,|", text.p[len]) == NULL)
			len++;
		add_spelt(t, (struct slice){ text.p, len });
		if (!t->looking)
			numbered_add(&t->r->numbered,
			             slice_trim((struct slice){ text.p, len }));
		len += len < text.len;
		text.p += len, text.len -= len;
	}
}
