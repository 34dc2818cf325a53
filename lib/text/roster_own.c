/* Words of people's roles, organisations and places, to know by whose they are.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "data/bodywords.h"
#include "text/fold.h"
#include "text/roster.h"

enum { OWN_BYTES = sizeof(uint32_t) + sizeof(uint64_t) };

static struct slice
own_key(char *key, uint32_t person, uint64_t hash)
{
	memcpy(key, &person, sizeof(person));
	memcpy(key + sizeof(person), &hash, sizeof(hash));
	return (struct slice){ key, OWN_BYTES };
}

static void
add_word(struct roster *r, uint32_t person, const struct word *w,
         enum roster_field f)
{
	char key[OWN_BYTES];
	size_t known = r->own.n;
	size_t n = map_add(&r->own, own_key(key, person, w->hash));

	r->own_field = mem_grow(r->own_field, &r->own_cap, r->own.n, 1);
	if (n == known)
		r->own_field[n] = (uint8_t)f;
}

/* Count a person for each word of his organisation's name. */
static void
count_body(struct roster *r, const struct words *w)
{
	for (size_t j = 0; j < w->n; j++) {
		struct slice key = { (const char *)&w->v[j].hash,
			             sizeof(w->v[j].hash) };
		size_t known = r->bodies.n, n = map_add(&r->bodies, key);

		r->body_people = mem_grow(r->body_people, &r->bodies_cap,
		                          r->bodies.n, sizeof(*r->body_people));
		r->body_people[n] = n == known ? 1 : r->body_people[n] + 1;
	}
}

size_t
roster_body(const struct roster *r, uint64_t hash)
{
	size_t n =
	    map_find(&r->bodies, (struct slice){ (char *)&hash, sizeof(hash) });

	return n == MAP_NONE ? 0 : r->body_people[n];
}

/* The words of what fewer than k people have in a field. */
static void
add_field(struct roster *r, enum roster_field f, size_t k)
{
	struct map values = MAP_INIT;
	struct buf folded = BUF_INIT;
	struct words words = WORDS_INIT;
	size_t *value = mem_zalloc(r->n + 1, sizeof(*value));
	size_t *held = mem_zalloc(r->n + 1, sizeof(*held));

	for (size_t i = 0; i < r->n; i++) {
		buf_reset(&folded);
		fold_text(&folded, r->people[i].v[f]);
		value[i] = map_add(&values, buf_view(&folded));
		held[value[i]]++;
	}
	for (size_t i = 0; i < r->n; i++) {
		if (held[value[i]] >= k && f != ROSTER_ORG)
			continue;
		words_find(&words, r->people[i].v[f], &r->lexicon);
		if (f == ROSTER_ORG)
			count_body(r, &words);
		if (held[value[i]] >= k)
			continue;
		for (size_t j = 0; j < words.n; j++)
			add_word(r, (uint32_t)i, &words.v[j], f);
	}
	map_free(&values);
	buf_free(&folded);
	words_free(&words);
	free(value);
	free(held);
}

static void
add_words(struct hashes *h, const char *words)
{
	while (*words != '\0') {
		struct slice word = { words, strcspn(words, " ") };

		hashes_add(h, lexicon_hash(word));
		words += word.len + (words[word.len] == ' ');
	}
}

enum body_word
roster_body_word(const struct roster *r, uint64_t hash)
{
	size_t n = hashes_find(&r->body_words, hash);

	return n == MAP_NONE ? BODY_NONE :
	       n < r->houses ? BODY_HOUSE :
	                       BODY_SOME;
}

bool
roster_is_own(const struct roster *r, uint64_t hash)
{
	return hashes_find(&r->own_words, hash) != MAP_NONE;
}

void
roster_own(struct roster *r, size_t k)
{
	add_words(&r->body_words, house_words);
	r->houses = r->body_words.n;
	add_words(&r->body_words, body_words);
	add_words(&r->own_words, own_words);
	add_field(r, ROSTER_ROLE, k);
	add_field(r, ROSTER_ORG, k);
	add_field(r, ROSTER_PLACE, k);
}

enum roster_field
roster_tells(const struct roster *r, uint32_t person, uint64_t hash)
{
	char key[OWN_BYTES];
	size_t n = map_find(&r->own, own_key(key, person, hash));

	return n == MAP_NONE ? ROSTER_FIELDS :
	                       (enum roster_field)r->own_field[n];
}

/* A letter for the script and what the bones are, and the bones. */
static struct slice
script_key(char *key, enum script script, const char *bones, size_t len,
           bool whole)
{
	key[0] = (char)('a' + 2 * (int)script + whole);
	memcpy(key + 1, bones, len);
	return (struct slice){ key, len + 1 };
}

void
roster_add_script(struct roster *r, enum script script, const char *bones,
                  size_t len, bool whole, uint32_t person)
{
	char key[SCRIPT_LONGEST + 1];
	size_t known = r->scripts.n;
	size_t n =
	    map_add(&r->scripts, script_key(key, script, bones, len, whole));

	r->script_person = mem_grow(r->script_person, &r->scripts_cap,
	                            r->scripts.n, sizeof(*r->script_person));
	if (n == known)
		r->script_person[n] = person;
	else if (r->script_person[n] != person)
		r->script_person[n] = ROSTER_MANY;
}

int64_t
roster_script(const struct roster *r, enum script script, const char *bones,
              size_t len, bool whole)
{
	char key[SCRIPT_LONGEST + 1];
	size_t n =
	    map_find(&r->scripts, script_key(key, script, bones, len, whole));

	if (n == MAP_NONE && whole)
		n = map_find(&r->scripts,
		             script_key(key, script, bones, len, false));
	return n == MAP_NONE ? -1 : (int64_t)r->script_person[n];
}
