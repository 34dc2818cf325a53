/* The forms that people's names take. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/roster_parts.h"
#include "text/script.h"

/* The letter behind an apostrophe, Mc or Mac and a capital; or 0. */
static char
second_letter(struct slice text, const struct word *w, struct slice folded)
{
	size_t mc = slice_starts(folded, SLICE("mc"))  ? 2 :
	            slice_starts(folded, SLICE("mac")) ? 3 :
	                                                 0;
	char c = 0;

	if (w->shape & SHAPE_FOREIGN)
		return 0;
	for (uint32_t p = w->start + 1; p + 1 < w->end && c == 0; p++)
		if (text.p[p] == '\'')
			c = text.p[p + 1];
	if (c == 0 && mc > 0 && folded.len > mc + 1 &&
	    text.p[w->start + mc] >= 'A' && text.p[w->start + mc] <= 'Z')
		c = text.p[w->start + mc];
	return c == 0 ? 0 : c | 32;
}

/* The words of a name; those past PARTS are left out. */
static struct name
parse(struct maker *m, struct slice text)
{
	struct name name = { .n = 0 };

	words_find(&m->words, text, &m->r->lexicon);
	for (size_t i = 0; i < m->words.n && name.n < PARTS; i++) {
		const struct word *w = &m->words.v[i];

		struct slice folded;

		buf_reset(&m->scratch);
		words_fold(&m->scratch, text, w);
		folded = pool_slice(&m->r->pool, buf_view(&m->scratch));
		name.v[name.n++] = (struct part){
			folded,
			{ text.p + w->start, w->end - w->start },
			w->hash,
			w->what,
			(w->shape & SHAPE_UNSPACED) != 0,
			w->start > 0 && text.p[w->start - 1] == '-',
			second_letter(text, w, folded),
		};
	}
	return name;
}

static void
add_name(struct maker *m, const struct name *first, const struct name *last)
{
	struct variants a = roster_forms_of(m, first, R_FIRST);
	struct variants b = roster_forms_of(m, last, R_LAST);
	struct part run;

	if (first->n == 0 || last->n == 0)
		return;
	roster_variant(&a, roster_initial(first->v[0].folded.p[0]));
	for (size_t i = 0; i < a.n; i++)
		for (size_t j = 0; j < b.n; j++)
			roster_add_pair(m->r, a.v[i], b.v[j], m->person);
	run = roster_run_together(m, first, last);
	roster_mark_part(m, &run, R_FULL);
	run = roster_run_together(m, last, first);
	roster_mark_part(m, &run, R_FULL);
	roster_initials(m, first, last, &a);
}

/* Take "Smith, Jane" or "Dr Jane van der Voet" apart. */
static void
split_name(struct maker *m, struct slice text, struct name *first,
           struct name *last)
{
	const char *comma = memchr(text.p, ',', text.len);
	struct name all;
	size_t from = 0, cut;

	if (comma != NULL) {
		size_t len = (size_t)(comma - text.p);

		*last = parse(m, (struct slice){ text.p, len });
		*first =
		    parse(m, (struct slice){ comma + 1, text.len - len - 1 });
		return;
	}
	all = parse(m, text);
	while (from + 1 < all.n && all.v[from].what & CUE_TITLE)
		from++;
	cut = from + 1;
	while (cut + 1 < all.n && !(all.v[cut].what & CUE_PARTICLE))
		cut++;
	while (cut > from + 1 && cut < all.n && all.v[cut].hangs)
		cut--;
	for (size_t i = from; i < all.n; i++) {
		struct name *to = i < cut ? first : last;

		to->v[to->n++] = all.v[i];
	}
}

/* A word of an e-mail address that is no word: what somebody is called. */
static void
add_address(struct maker *m, struct slice address, const struct name *last)
{
	const char *at = memchr(address.p, '@', address.len);
	struct name local;

	if (at == NULL)
		return;
	local = parse(m, (struct slice){ address.p, (size_t)(at - address.p) });
	for (size_t i = 0; i < local.n; i++) {
		const struct part *p = &local.v[i];
		struct name one = { .v = { *p }, .n = 1 };

		if (p->folded.len >= 3 && !(p->what & (R_NAME | CUE_ORG)) &&
		    (lex_level(p->what) == 0 || lex_first(p->what) >= 4))
			add_name(m, &one, last);
	}
}

/* What somebody goes by, a middle name, a handle. */
static void
add_others(struct maker *m, const struct slice *v, const struct name *last)
{
	struct name nick = parse(m, v[ROSTER_NICK]);
	struct name middle = parse(m, v[ROSTER_MIDDLE]);
	struct name handle = parse(m, v[ROSTER_HANDLE]);

	add_address(m, v[ROSTER_EMAIL], last);
	if (nick.n > 0)
		add_name(m, &nick, last);
	for (size_t i = 0; i < middle.n; i++)
		for (size_t j = 0; j < last->n; j++)
			roster_add_pair(m->r, middle.v[i].hash, last->v[j].hash,
			                m->person);
	for (size_t i = 0; i < handle.n; i++)
		if (handle.v[i].folded.len >= 5)
			roster_mark_part(m, &handle.v[i], R_FULL);
}

/*
 * Of what stands before the last word of a whole name, all but the first may
 * be a surname too: "María José García Fernández".
 */
static void
add_middles(struct maker *m, const struct name *first)
{
	for (size_t i = 1; i < first->n; i++) {
		uint64_t last = first->v[i].hash;

		roster_add_pair(m->r, first->v[0].hash, last, m->person);
		if (first->n < 3 || first->v[i].what & CUE_PARTICLE)
			continue;
		roster_mark_part(m, &first->v[i], R_LAST);
		roster_add_pair(m->r, roster_initial(first->v[0].folded.p[0]),
		                last, m->person);
	}
}

/* Names in columns of their own, and in one: a list may have both. */
static void
add_person(struct maker *m, const struct slice *v)
{
	struct name first = { .n = 0 }, last = { .n = 0 };
	struct slice whole = v[ROSTER_NAME];

	if (v[ROSTER_LAST].len > 0) {
		first = parse(m, v[ROSTER_FIRST]);
		last = parse(m, v[ROSTER_LAST]);
		add_name(m, &first, &last);
		roster_untold_first(m, first.n > 0 ? &first : &last,
		                    first.n > 0 ? &last : &first);
		add_others(m, v, &last);
	} else if (whole.len == 0) {
		whole = v[ROSTER_FIRST];
	}
	if (whole.len == 0)
		return;
	first.n = last.n = 0;
	split_name(m, whole, &first, &last);
	add_name(m, &first, &last);
	roster_untold_first(m, &first, &last);
	add_middles(m, &first);
	add_others(m, v, &last);
}

void
roster_names(struct roster *r)
{
	struct maker m = { .r = r, .words = WORDS_INIT, .heads = MAP_INIT };

	roster_index_nicknames(&m);
	for (m.person = 0; m.person < r->n; m.person++)
		add_person(&m, r->people[m.person].v);
	for (size_t i = 0; i < m.heads.n; i++)
		buf_free(&m.lines[i]);
	free(m.lines);
	map_free(&m.heads);
	words_free(&m.words);
	buf_free(&m.scratch);
}
