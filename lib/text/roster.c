#include <stdlib.h>

#include "base/mem.h"
#include "data/claims.h"
#include "text/roster.h"

/* Of sieves for ten thousand organisations and more. */
enum { BEGUN = 1 << 18, ROLE_BEGUN = 1 << 16, ROLE_WORDED = 1 << 14 };

struct roster *
roster_new(void)
{
	struct roster *r = mem_zalloc(1, sizeof(*r));

	lexicon_load(&r->lexicon);
	return r;
}

void
roster_add(struct roster *r, const struct slice v[ROSTER_FIELDS])
{
	struct person *p;

	r->people = mem_grow(r->people, &r->cap, r->n + 1, sizeof(*p));
	p = &r->people[r->n++];
	p->absent = false;
	for (int i = 0; i < ROSTER_FIELDS; i++) {
		p->v[i] = pool_slice(&r->pool, slice_trim(v[i]));
		r->has[i] |= p->v[i].len > 0;
	}
}

void
roster_add_absent(struct roster *r, const struct slice v[ROSTER_FIELDS])
{
	roster_add(r, v);
	r->people[r->n - 1].absent = true;
}

void
roster_add_form(struct roster *r, uint64_t hash, struct form form)
{
	size_t known = r->names.n, n = hashes_add(&r->names, hash);
	struct form *f;

	r->forms = mem_grow(r->forms, &r->forms_cap, r->names.n, sizeof(*f));
	f = &r->forms[n];
	if (n == known) {
		*f = form;
		return;
	}
	f->flags |= form.flags;
	if (f->person != form.person)
		f->person = ROSTER_MANY;
	if (form.kind < f->kind)
		f->kind = form.kind;
	f->strict &= form.strict;
	f->part &= form.part;
}

void
roster_add_pair(struct roster *r, uint64_t first, uint64_t last,
                uint32_t person)
{
	uint64_t hash = roster_join(first, last);
	size_t known = r->pairs.n, n = hashes_add(&r->pairs, hash);

	r->pair_person = mem_grow(r->pair_person, &r->pairs_cap, r->pairs.n,
	                          sizeof(*r->pair_person));
	if (n == known)
		r->pair_person[n] = person;
	else if (r->pair_person[n] != person)
		r->pair_person[n] = ROSTER_MANY;
}

const struct form *
roster_form(const struct roster *r, uint64_t hash)
{
	size_t n = hashes_find(&r->names, hash);

	return n == MAP_NONE ? NULL : &r->forms[n];
}

int64_t
roster_pair(const struct roster *r, uint64_t first, uint64_t last)
{
	uint64_t hash = roster_join(first, last);
	size_t n = hashes_find(&r->pairs, hash);

	return n == MAP_NONE ? -1 : (int64_t)r->pair_person[n];
}

size_t
roster_role(const struct roster *r, uint64_t hash)
{
	size_t n = hashes_find(&r->roles, hash);

	return n == MAP_NONE ? 0 : r->role_people[n];
}

uint64_t
roster_initial(char letter)
{
	return lexicon_hash((struct slice){ &letter, 1 });
}

uint64_t
roster_untold(char letter)
{
	const char key[2] = { letter, '?' };

	return lexicon_hash((struct slice){ key, sizeof(key) });
}

void
roster_ready(struct roster *r, size_t k)
{
	sieve_init(&r->begun, BEGUN);
	sieve_init(&r->role_begun, ROLE_BEGUN);
	sieve_init(&r->role_worded, ROLE_WORDED);
	r->k = k;
	frames_init(&r->claims, claim_frames, &r->lexicon);
	roster_names(r);
	roster_roles(r);
	roster_things(r, k);
	roster_own(r, k);
}

void
roster_free(struct roster *r)
{
	if (r == NULL)
		return;
	free(r->people);
	pool_free(&r->pool);
	lexicon_free(&r->lexicon);
	hashes_free(&r->names);
	sieve_free(&r->begun);
	free(r->forms);
	hashes_free(&r->roles);
	sieve_free(&r->role_begun);
	free(r->role_people);
	hashes_free(&r->generals);
	free(r->general_put);
	hashes_free(&r->role_words);
	sieve_free(&r->role_worded);
	free(r->role_word_kind);
	free(r->role_kind_people);
	free(r->person_roles);
	map_free(&r->own);
	free(r->own_field);
	map_free(&r->scripts);
	free(r->script_person);
	hashes_free(&r->body_words);
	hashes_free(&r->own_words);
	map_free(&r->bodies);
	free(r->body_people);
	hashes_free(&r->pairs);
	free(r->pair_person);
	numbered_free(&r->numbered);
	frames_free(&r->claims);
	near_free(&r->near);
	pets_free(&r->pets);
	free(r);
}
