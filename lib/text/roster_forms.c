/* The forms that one name takes, a first name or a surname. */
#include "text/roster_parts.h"
#include "text/script.h"

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

void
roster_mark_part(struct maker *m, const struct part *p, uint32_t flags)
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

struct part
roster_run_together(struct maker *m, const struct name *a, const struct name *b)
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

struct variants
roster_forms_of(struct maker *m, const struct name *name, uint32_t flag)
{
	struct variants out = { .n = 0 };

	if (name->n > 1) {
		struct part run = roster_run_together(m, name, NULL);

		roster_variant(&out, mark_row(m, name, 0, name->n, flag));
		roster_mark_part(m, &run, flag);
		roster_variant(&out, run.hash);
	}
	for (size_t i = 0; i < name->n; i++) {
		const struct part *p = &name->v[i];
		bool whole = name->n == 1;

		if (!whole && (p->folded.len < 3 || p->what & CUE_PARTICLE))
			continue;
		if (p->folded.len > 1)
			roster_mark_part(m, p, flag);
		roster_variant(&out, p->hash);
		if (flag == R_FIRST)
			roster_nicknames(m, p, &out);
	}
	return out;
}
