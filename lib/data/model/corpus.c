#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "corpus.h"
#include "text/fold.h"

/* Whether a token stands right behind the one before: "n't", ",", "'s". */
static bool
is_glued(const struct tokens *t, struct slice token)
{
	char last = t->text.len > 0 ? t->text.data[t->text.len - 1] : ' ';

	if (last == '@' || last == '#' || last == '(')
		return true;
	return token.p[0] == '\'' || strchr(".,!?:;)", token.p[0]) != NULL ||
	       slice_is(token, "n't");
}

void
tokens_put(struct tokens *t, struct slice bytes, unsigned char tag)
{
	buf_slice(&t->text, bytes);
	while (t->tags.len < t->text.len)
		buf_addc(&t->tags, (char)tag);
}

/* Append a token as running text would have it. */
static void
add_token(struct tokens *t, struct slice token, unsigned char tag)
{
	if (t->text.len > 0 && (t->spaced || !is_glued(t, token)))
		tokens_put(t, slice_of(" "), TAG_NONE);
	tokens_put(t, token, tag);
}

void
corpus_close(struct corpus *c, struct tokens *t)
{
	struct sentence *s;

	if (t->text.len == 0)
		return;
	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof(*c->v));
	s = &c->v[c->n++];
	*s = (struct sentence){ .text = t->text, .words = WORDS_INIT };
	words_find(&s->words, buf_view(&s->text), c->lexicon);
	s->tags = mem_alloc(s->words.n + 1);
	for (size_t i = 0; i < s->words.n; i++)
		s->tags[i] = (unsigned char)t->tags.data[s->words.v[i].start];
	t->text = (struct buf)BUF_INIT;
	buf_reset(&t->tags);
	t->spaced = corpus_dice(4) == 0;
}

static unsigned char
tag_named(const char *name)
{
	static const struct {
		const char *name;
		unsigned char tag;
	} known[] = {
		{ "PER", TAG_PERSON },      { "person", TAG_PERSON },
		{ "PERSON", TAG_PERSON },   { "ORG", TAG_ORG },
		{ "corporation", TAG_ORG }, { "group", TAG_ORG },
		{ "LOC", TAG_PLACE },       { "location", TAG_PLACE },
		{ "product", TAG_OTHER },   { "creative-work", TAG_OTHER },
		{ "MISC", TAG_OTHER },
	};
	const char *bare = strchr(name, '-');

	if (bare != NULL && (name[0] == 'B' || name[0] == 'I'))
		name = bare + 1;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(known[i].name, name) == 0)
			return known[i].tag;
	return TAG_NONE;
}

void
corpus_conll(struct corpus *c, const char *path)
{
	struct tokens t = { BUF_INIT, BUF_INIT, false };
	char line[4096];
	FILE *f = fopen(path, "r");

	if (f == NULL)
		diag_die(STATUS_FAULT, "%s cannot be read", path);
	while (fgets(line, sizeof(line), f) != NULL) {
		char *tab = strchr(line, '\t');

		if (tab == NULL) {
			corpus_close(c, &t);
			continue;
		}
		*tab++ = '\0';
		tab[strcspn(tab, "\t\r\n ")] = '\0';
		if (line[0] != '\0')
			add_token(&t, slice_of(line), tag_named(tab));
	}
	corpus_close(c, &t);
	buf_free(&t.tags);
	fclose(f);
}

/* The tag of a mention; public bodies that identify nobody have none. */
static unsigned char
tag_of(const json_t *mention)
{
	const char *why =
	    json_string_value(json_object_get(mention, "identifier_type"));
	unsigned char tag = tag_named(
	    json_string_value(json_object_get(mention, "entity_type")));

	return tag == TAG_ORG && strcmp(why, "NO_MASK") == 0 ? TAG_NONE : tag;
}

/* Mark the mentions of one annotator on the bytes of a text. */
static void
mark_mentions(const json_t *mentions, const char *text, size_t len, char *tags)
{
	size_t *at = mem_alloc((len + 2) * sizeof(*at)), points = 0, i;
	const json_t *m;

	for (i = 0; i < len; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			at[points++] = i;
	at[points] = len;
	json_array_foreach((json_t *)mentions, i, m)
	{
		size_t start = (size_t)json_integer_value(
		    json_object_get(m, "start_offset"));
		size_t end = (size_t)json_integer_value(
		    json_object_get(m, "end_offset"));
		unsigned char tag = tag_of(m);

		if (start < end && end <= points && tag != TAG_NONE)
			memset(tags + at[start], tag, at[end] - at[start]);
	}
	free(at);
}

static void
add_document(struct corpus *c, const json_t *doc)
{
	const char *text = json_string_value(json_object_get(doc, "text"));
	json_t *all = json_object_get(doc, "annotations");
	void *first = json_object_iter(all);
	size_t len = strlen(text), from = 0;
	char *tags = mem_zalloc(len + 1, 1);
	struct tokens t = { BUF_INIT, BUF_INIT, false };

	mark_mentions(
	    json_object_get(json_object_iter_value(first), "entity_mentions"),
	    text, len, tags);
	for (size_t i = 0; i <= len; i++) {
		if (i < len && text[i] != '\n')
			continue;
		buf_add(&t.text, text + from, i - from);
		buf_add(&t.tags, tags + from, i - from);
		corpus_close(c, &t);
		from = i + 1;
	}
	buf_free(&t.tags);
	free(tags);
}

void
corpus_tab(struct corpus *c, const char *path)
{
	json_error_t error;
	json_t *docs = json_load_file(path, 0, &error);
	const json_t *doc;
	size_t i;

	if (docs == NULL)
		diag_die(STATUS_FAULT, "%s cannot be read", path);
	json_array_foreach(docs, i, doc) add_document(c, doc);
	json_decref(docs);
}

size_t
corpus_dice(size_t n)
{
	static uint64_t state = 20261122;

	state = state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(state >> 33) % n;
}
