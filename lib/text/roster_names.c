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

void
roster_mark_word(struct maker *m, uint64_t hash, uint32_t flags)
{
	lexicon_mark(&m->r->lexicon, hash, flags);
	roster_add_form(
	    m->r, hash,
	    (struct form){ flags, m->person, FORM_NAME, 1, false, false });
}

/* The name as it may be spelt in Cyrillic, cut to what cases keep, or Arabic.
 */
static void
mark_scripts(struct maker *m, struct slice word)
{
	static const enum script scripts[] = { SCRIPT_CYRILLIC, SCRIPT_ARABIC };
	char bones[SCRIPT_LONGEST];

	for (size_t i = 0; i < 2; i++) {
		size_t len = script_bones(word, scripts[i], bones);
		size_t stem = script_stem(bones, len);

		if (len >= 3)
			roster_add_script(m->r, scripts[i], bones, len, true,
			                  m->person);
		if (scripts[i] == SCRIPT_CYRILLIC && stem >= 4)
			roster_add_script(m->r, scripts[i], bones, stem, false,
			                  m->person);
	}
}

static void
mark_part(struct maker *m, const struct part *p, uint32_t flags)
{
	bool plain = true;

	roster_mark_word(m, p->hash, flags);
	for (size_t i = 0; i < p->folded.len; i++)
		plain &= (unsigned char)p->folded.p[i] < 0x80;
	if (p->folded.len >= 4 && plain)
		near_add(&m->r->near, p->folded);
	if (plain || script_of(p->raw) != SCRIPT_LATIN)
		mark_scripts(m, plain ? p->folded : p->raw);
	if (plain && flags & R_FIRST)
		pets_add(&m->r->pets, p->folded);
	if (p->unspaced && p->folded.len > m->r->unspaced)
		m->r->unspaced = p->folded.len;
}

/* The parts from..end-1 as one form of several words; its hash. */
static uint64_t
mark_row(struct maker *m, const struct name *name, size_t from, size_t end,
         uint32_t flags)
{
	uint64_t hash = 0;

	for (size_t i = from; i < end; i++) {
		hash = roster_join(hash, name->v[i].hash);
		if (i == from + 1)
			sieve_add(&m->r->begun, hash);
	}
	if (end - from > 1) {
		lexicon_mark(&m->r->lexicon, name->v[from].hash, R_MULTI);
		roster_add_form(m->r, hash,
		                (struct form){ flags, m->person, FORM_NAME,
		                               (uint8_t)(end - from), false,
		                               false });
	}
	return hash;
}

/* The parts of both names run together, as one part. */
static struct part
run_together(struct maker *m, const struct name *a, const struct name *b)
{
	struct part p = { .unspaced = false };

	buf_reset(&m->scratch);
	for (size_t i = 0; a != NULL && i < a->n; i++)
		buf_slice(&m->scratch, a->v[i].folded);
	for (size_t i = 0; b != NULL && i < b->n; i++)
		buf_slice(&m->scratch, b->v[i].folded);
	p.folded = pool_slice(&m->r->pool, buf_view(&m->scratch));
	p.hash = lexicon_hash(p.folded);
	p.unspaced = (a != NULL && a->n > 0 && a->v[0].unspaced) ||
	             (b != NULL && b->n > 0 && b->v[0].unspaced);
	return p;
}

/* All forms of a first name, or of a surname, by the flag given. */
static struct variants
forms_of(struct maker *m, const struct name *name, uint32_t flag)
{
	struct variants out = { .n = 0 };

	if (name->n > 1) {
		struct part run = run_together(m, name, NULL);

		roster_variant(&out, mark_row(m, name, 0, name->n, flag));
		mark_part(m, &run, flag);
		roster_variant(&out, run.hash);
	}
	for (size_t i = 0; i < name->n; i++) {
		const struct part *p = &name->v[i];
		bool whole = name->n == 1;

		if (!whole && (p->folded.len < 3 || p->what & CUE_PARTICLE))
			continue;
		if (p->folded.len > 1)
			mark_part(m, p, flag);
		roster_variant(&out, p->hash);
		if (flag == R_FIRST)
			roster_nicknames(m, p, &out);
	}
	return out;
}

/* The first letters of parts, behind those that letters holds already. */
static size_t
first_letters(const struct name *name, size_t end, char *letters, size_t n)
{
	for (size_t i = 0; i < end && n < 2 * PARTS; i++)
		letters[n++] = name->v[i].folded.p[0];
	return n;
}

static void
mark_initials(struct maker *m, const char *letters, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (letters[i] < 'a' || letters[i] > 'z')
			return;
	if (n >= 2)
		roster_mark_word(m, lexicon_hash((struct slice){ letters, n }),
		                 R_INITIALS);
}

/* SO'N, JMcD: two letters of the last name; and "Siobhan O'N". */
static void
add_second(struct maker *m, const struct name *first, const struct part *last,
           const struct variants *a)
{
	char letters[4] = { first->v[0].folded.p[0], last->folded.p[0] };
	size_t n = 2;

	if (last->second == 0)
		return;
	if (last->folded.p[0] == 'm' && last->folded.p[1] == 'c')
		letters[n++] = 'c';
	letters[n++] = last->second;
	mark_initials(m, letters, n);
	for (size_t i = 0; i < a->n; i++)
		roster_add_pair(
		    m->r, a->v[i],
		    lexicon_hash((struct slice){ letters + 1, n - 1 }),
		    m->person);
}

/* JS; of double names JSB and JAS too. */
static void
add_initials(struct maker *m, const struct name *first, const struct name *last,
             const struct variants *a)
{
	char letters[2 * PARTS];
	size_t n;

	for (size_t i = 1; i <= first->n; i++)
		for (size_t j = 1; j <= last->n; j++) {
			n = first_letters(first, i, letters, 0);
			n = first_letters(last, j, letters, n);
			mark_initials(m, letters, n);
		}
	letters[0] = first->v[0].folded.p[0];
	letters[1] = last->v[last->n - 1].folded.p[0];
	mark_initials(m, letters, 2);
	add_second(m, first, &last->v[last->n - 1], a);
	/* "Helen B", "Alex vdH" */
	for (size_t j = 1; j <= last->n; j++) {
		n = first_letters(last, j, letters, 0);
		for (size_t i = 0; i < a->n; i++)
			roster_add_pair(
			    m->r, a->v[i],
			    lexicon_hash((struct slice){ letters, n }),
			    m->person);
	}
	for (size_t i = 0; i < a->n; i++) {
		struct slice two = last->v[last->n - 1].folded;

		roster_add_pair(m->r, a->v[i], roster_initial(two.p[0]),
		                m->person);
		/* "Gareth Pr", "GPr" where there is another GP */
		if (two.len > 2 && (two.len = 2))
			roster_add_pair(m->r, a->v[i], lexicon_hash(two),
			                m->person);
	}
}

static void
add_name(struct maker *m, const struct name *first, const struct name *last)
{
	struct variants a = forms_of(m, first, R_FIRST);
	struct variants b = forms_of(m, last, R_LAST);
	struct part run;

	if (first->n == 0 || last->n == 0)
		return;
	roster_variant(&a, roster_initial(first->v[0].folded.p[0]));
	for (size_t i = 0; i < a.n; i++)
		for (size_t j = 0; j < b.n; j++)
			roster_add_pair(m->r, a.v[i], b.v[j], m->person);
	run = run_together(m, first, last);
	mark_part(m, &run, R_FULL);
	run = run_together(m, last, first);
	mark_part(m, &run, R_FULL);
	add_initials(m, first, last, &a);
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
			mark_part(m, &handle.v[i], R_FULL);
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
		mark_part(m, &first->v[i], R_LAST);
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
		add_others(m, v, &last);
	} else if (whole.len == 0) {
		whole = v[ROSTER_FIRST];
	}
	if (whole.len == 0)
		return;
	first.n = last.n = 0;
	split_name(m, whole, &first, &last);
	add_name(m, &first, &last);
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
