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
tokens_add(struct tokens *t, struct slice token, unsigned char tag)
{
	if (t->text.len > 0 && !is_glued(t, token)) {
		buf_addc(&t->text, ' ');
		buf_addc(&t->tags, TAG_NONE);
	}
	buf_slice(&t->text, token);
	for (size_t i = 0; i < token.len; i++)
		buf_addc(&t->tags, (char)tag);
}

void
corpus_close(struct corpus *c, struct tokens *t, const struct lexicon *l)
{
	struct sentence *s;

	if (t->text.len == 0)
		return;
	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof(*c->v));
	s = &c->v[c->n++];
	*s = (struct sentence){ .text = t->text, .words = WORDS_INIT };
	words_find(&s->words, buf_view(&s->text), l);
	s->tags = mem_alloc(s->words.n + 1);
	for (size_t i = 0; i < s->words.n; i++)
		s->tags[i] = (unsigned char)t->tags.data[s->words.v[i].start];
	t->text = (struct buf)BUF_INIT;
	buf_reset(&t->tags);
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
corpus_conll(struct corpus *c, const char *path, const struct lexicon *l)
{
	struct tokens t = { BUF_INIT, BUF_INIT };
	char line[4096];
	FILE *f = fopen(path, "r");

	if (f == NULL)
		diag_die(STATUS_FAULT, "%s cannot be read", path);
	while (fgets(line, sizeof(line), f) != NULL) {
		char *tab = strchr(line, '\t');

		if (tab == NULL) {
			corpus_close(c, &t, l);
			continue;
		}
		*tab++ = '\0';
		tab[strcspn(tab, "\t\r\n ")] = '\0';
		if (line[0] != '\0')
			tokens_add(&t, slice_of(line), tag_named(tab));
	}
	corpus_close(c, &t, l);
	buf_free(&t.tags);
	fclose(f);
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
		const char *type =
		    json_string_value(json_object_get(m, "entity_type"));

		if (start < end && end <= points)
			memset(tags + at[start], tag_named(type),
			       at[end] - at[start]);
	}
	free(at);
}

static void
add_document(struct corpus *c, const json_t *doc, const struct lexicon *l)
{
	const char *text = json_string_value(json_object_get(doc, "text"));
	json_t *all = json_object_get(doc, "annotations");
	void *first = json_object_iter(all);
	size_t len = strlen(text), from = 0;
	char *tags = mem_zalloc(len + 1, 1);
	struct tokens t = { BUF_INIT, BUF_INIT };

	mark_mentions(
	    json_object_get(json_object_iter_value(first), "entity_mentions"),
	    text, len, tags);
	for (size_t i = 0; i <= len; i++) {
		if (i < len && text[i] != '\n')
			continue;
		buf_add(&t.text, text + from, i - from);
		buf_add(&t.tags, tags + from, i - from);
		corpus_close(c, &t, l);
		buf_reset(&t.tags);
		from = i + 1;
	}
	buf_free(&t.tags);
	free(tags);
}

void
corpus_tab(struct corpus *c, const char *path, const struct lexicon *l)
{
	json_error_t error;
	json_t *docs = json_load_file(path, 0, &error);
	const json_t *doc;
	size_t i;

	if (docs == NULL)
		diag_die(STATUS_FAULT, "%s cannot be read", path);
	json_array_foreach(docs, i, doc) add_document(c, doc, l);
	json_decref(docs);
}

static uint64_t dice = 20261122;

static struct slice
any_of(const struct map *names)
{
	dice = dice * 6364136223846793005u + 1442695040888963407u;
	return map_key(names, (size_t)(dice >> 33) % names->n);
}

/* One sentence with other people in it. */
static void
swap_names(struct corpus *c, size_t i, const struct map *first,
           const struct map *last, const struct lexicon *l)
{
	struct tokens t = { BUF_INIT, BUF_INIT };
	size_t at = 0;

	for (size_t k = 0; k < c->v[i].words.n; k++) {
		const struct sentence *s = &c->v[i];
		struct word w = s->words.v[k];
		bool person = s->tags[k] == TAG_PERSON;
		bool begins = k == 0 || s->tags[k - 1] != TAG_PERSON;
		struct slice name = { s->text.data + w.start, w.end - w.start };

		buf_add(&t.text, s->text.data + at, w.start - at);
		while (t.tags.len < t.text.len)
			buf_addc(&t.tags, TAG_NONE);
		if (person && w.letters > 2 && w.shape & SHAPE_CAP &&
		    !(w.shape & SHAPE_UPPER))
			name = any_of(begins ? first : last);
		buf_slice(&t.text, name);
		while (t.tags.len < t.text.len)
			buf_addc(&t.tags, (char)s->tags[k]);
		at = w.end;
	}
	buf_add(&t.text, c->v[i].text.data + at, c->v[i].text.len - at);
	while (t.tags.len < t.text.len)
		buf_addc(&t.tags, TAG_NONE);
	corpus_close(c, &t, l);
	buf_free(&t.tags);
}

void
corpus_swap(struct corpus *c, const struct map *first, const struct map *last,
            const struct lexicon *l, size_t n)
{

	for (size_t i = 0; i < n; i++)
		if (c->v[i].words.n > 0 &&
		    memchr(c->v[i].tags, TAG_PERSON, c->v[i].words.n) != NULL)
			swap_names(c, i, first, last, l);
}
