/* Words for offices and trades, and how many of the roster hold such a one. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/rolewords.h"
#include "text/roster.h"

static void
add_word(struct roster *r, struct slice word, uint32_t kind)
{
	uint64_t hash = lexicon_hash(word);
	size_t n = hashes_add(&r->role_words, hash);

	sieve_add(&r->role_worded, hash);
	r->role_word_kind = mem_grow(r->role_word_kind, &r->role_words_cap,
	                             n + 1, sizeof(*r->role_word_kind));
	r->role_word_kind[n] = kind;
}

/* Add the words of a line, and each of them for several people. */
static void
add_line(struct roster *r, const char *line, uint32_t kind)
{
	struct buf several = BUF_INIT;

	while (*line != '\0') {
		struct slice word = { line, strcspn(line, " ") };

		add_word(r, word, kind);
		buf_reset(&several);
		buf_slice(&several, word);
		buf_addc(&several, 's');
		add_word(r, buf_view(&several), kind);
		line += word.len + (line[word.len] == ' ');
	}
	buf_free(&several);
}

static size_t
find(const struct roster *r, uint64_t hash)
{
	return hashes_find(&r->role_words, hash);
}

/* Count a person once for each kind of role he holds. */
static void
count_person(struct roster *r, size_t person, const struct words *w)
{
	uint64_t *roles = &r->person_roles[person];

	for (size_t i = 0; i < w->n; i++) {
		size_t n = find(r, w->v[i].hash);
		uint32_t kind = n == MAP_NONE ? 0 : r->role_word_kind[n];

		if (n == MAP_NONE || *roles >> kind & 1)
			continue;
		*roles |= (uint64_t)1 << kind;
		r->role_kind_people[kind]++;
	}
}

void
roster_roles(struct roster *r)
{
	struct words words = WORDS_INIT;
	uint32_t kinds = 0;

	for (; role_words[kinds] != NULL && kinds < 64; kinds++)
		add_line(r, role_words[kinds], kinds);
	r->role_kind_people = mem_zalloc(kinds, sizeof(*r->role_kind_people));
	r->person_roles = mem_zalloc(r->n + 1, sizeof(*r->person_roles));
	for (size_t i = 0; i < r->n; i++) {
		words_find(&words, r->people[i].v[ROSTER_ROLE], &r->lexicon);
		count_person(r, i, &words);
	}
	words_free(&words);
}

int64_t
roster_role_word(const struct roster *r, uint64_t hash)
{
	size_t n = find(r, hash);

	return n == MAP_NONE ?
	           -1 :
	           (int64_t)r->role_kind_people[r->role_word_kind[n]];
}

bool
roster_holds(const struct roster *r, uint32_t person, uint64_t hash)
{
	size_t n = find(r, hash);

	if (n == MAP_NONE)
		return false;
	return person == ROSTER_MANY ||
	       r->person_roles[person] >> r->role_word_kind[n] & 1;
}
