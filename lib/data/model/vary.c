#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "vary.h"

extern const unsigned char lexicon_names[], lexicon_names_end[];

void
vary_names(struct vary *v)
{
	const unsigned char *p = lexicon_names;
	char word[64];

	while (p < lexicon_names_end) {
		size_t same = *p >> 4, more = *p & 15, len;
		unsigned char what;

		p++;
		same = same == 15 ? *p++ : same;
		more = more == 15 ? *p++ : more;
		memcpy(word + same, p, more);
		p += more;
		len = same + more;
		what = *p++;
		word[0] = (char)(word[0] & ~32);
		if ((what & 7) >= 2)
			map_add(&v->first, (struct slice){ word, len });
		if ((what >> 3 & 7) >= 2)
			map_add(&v->last, (struct slice){ word, len });
		if (what >> 6 >= 2)
			map_add(&v->place, (struct slice){ word, len });
		word[0] |= 32;
	}
}

static struct slice
any_of(const struct map *names)
{
	return map_key(names, corpus_dice(names->n));
}

/* One sentence with other people in it. */
static void
swap_names(struct corpus *c, size_t i, const struct vary *v)
{
	struct tokens t = { BUF_INIT, BUF_INIT, false };
	const struct sentence *s = &c->v[i];
	size_t at = 0;

	for (size_t k = 0; k < s->words.n; k++) {
		struct word w = s->words.v[k];
		bool person = s->tags[k] == TAG_PERSON;
		bool begins = k == 0 || s->tags[k - 1] != TAG_PERSON;
		struct slice name = { s->text.data + w.start, w.end - w.start };

		tokens_put(&t,
		           (struct slice){ s->text.data + at, w.start - at },
		           TAG_NONE);
		if (person && w.letters > 2 && w.shape & SHAPE_CAP &&
		    !(w.shape & SHAPE_UPPER))
			name = any_of(begins ? &v->first : &v->last);
		tokens_put(&t, name, s->tags[k]);
		at = w.end;
	}
	tokens_put(&t, (struct slice){ s->text.data + at, s->text.len - at },
	           TAG_NONE);
	corpus_close(c, &t);
	buf_free(&t.tags);
}

void
vary_swap(struct corpus *c, const struct vary *v, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		if (c->v[i].words.n > 0 &&
		    memchr(c->v[i].tags, TAG_PERSON, c->v[i].words.n) != NULL)
			swap_names(c, i, v);
}

/* A letter in another case: the n-th of a word, ASCII only. */
static char
recase(char ch, enum vary_case how, bool first)
{
	bool letter = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');

	if (!letter)
		return ch;
	if (how == VARY_SMALL)
		return (char)(ch | 32);
	if (how == VARY_UPPER || first)
		return (char)(ch & ~32);
	return ch;
}

void
vary_case(struct corpus *c, enum vary_case how, size_t n, size_t from,
          size_t end)
{
	for (size_t i = from; i < end; i++) {
		struct tokens t = { BUF_INIT, BUF_INIT, false };
		const struct sentence *s = &c->v[i];

		if (corpus_dice(n) != 0)
			continue;
		tokens_put(&t, buf_view(&s->text), TAG_NONE);
		for (size_t k = 0; k < s->words.n; k++) {
			const struct word *w = &s->words.v[k];

			for (size_t at = w->start; at < w->end; at++) {
				t.text.data[at] =
				    recase(t.text.data[at], how,
				           at == w->start && w->letters > 3);
				t.tags.data[at] = (char)s->tags[k];
			}
		}
		corpus_close(c, &t);
		buf_free(&t.tags);
	}
}

/* A coined word: one to four syllables, or two words run together. */
static void
coin(struct buf *b, bool camel)
{
	static const char *const syllables[] = {
		"ba",  "do", "fi", "gra", "hu",  "jo",  "lem",
		"mar", "nu", "po", "qui", "ro",  "sen", "tor",
		"vel", "wi", "xa", "yo",  "zen", "ify",
	};
	static const char *const words[] = {
		"book", "cloud", "desk", "drive", "face", "flow", "form",
		"home", "lab",   "map",  "meet",  "mind", "news", "point",
		"room", "share", "soft", "time",  "view", "work",
	};
	size_t n = camel ? 2 : 2 + corpus_dice(2);

	for (size_t i = 0; i < n; i++) {
		size_t from = b->len;

		buf_adds(b, (camel ? words : syllables)[corpus_dice(20)]);
		if (camel || i == 0)
			b->data[from] = (char)(b->data[from] & ~32);
	}
	if (corpus_dice(4) == 0)
		buf_addc(b, 's');
}

static void
abbreviate(struct buf *b)
{
	for (size_t n = 2 + corpus_dice(3); n > 0; n--)
		buf_addc(b, (char)('A' + corpus_dice(26)));
}

/* What stands for {...}: words appended to b; return what they are. */
static unsigned char
fill_in(struct buf *b, struct slice slot, const struct vary *v)
{
	static const char *const orgs[] = {
		"Trust", "Council", "Network", "Alliance", "Group", "Forum",
	};

	if (slice_is(slot, "{first}"))
		return buf_slice(b, any_of(&v->first)), TAG_PERSON;
	if (slice_is(slot, "{last}"))
		return buf_slice(b, any_of(&v->last)), TAG_PERSON;
	if (slice_is(slot, "{place}"))
		return buf_slice(b, any_of(&v->place)), TAG_PLACE;
	if (slice_is(slot, "{org}"))
		return buf_adds(b, orgs[corpus_dice(6)]), TAG_ORG;
	if (slice_is(slot, "{product}"))
		return coin(b, false), TAG_OTHER;
	if (slice_is(slot, "{camel}"))
		return coin(b, true), TAG_OTHER;
	if (slice_is(slot, "{caps}"))
		return abbreviate(b), TAG_NONE;
	diag_die(STATUS_FAULT, "a pattern has a slot of no known kind");
}

static void
fill_line(struct corpus *c, const struct vary *v, struct slice line)
{
	struct tokens t = { BUF_INIT, BUF_INIT, false };
	struct buf name = BUF_INIT;

	for (size_t i = 0, j; i < line.len; i = j) {
		unsigned char tag;

		j = i + 1;
		if (line.p[i] != '{') {
			tokens_put(&t, (struct slice){ line.p + i, 1 },
			           TAG_NONE);
			continue;
		}
		while (j < line.len && line.p[j - 1] != '}')
			j++;
		buf_reset(&name);
		tag = fill_in(&name, (struct slice){ line.p + i, j - i }, v);
		tokens_put(&t, buf_view(&name), tag);
	}
	corpus_close(c, &t);
	buf_free(&name);
	buf_free(&t.tags);
}

void
vary_phrases(struct corpus *c, const struct vary *v, const char *path, size_t n)
{
	char line[1024];
	FILE *f = fopen(path, "r");

	if (f == NULL)
		diag_die(STATUS_FAULT, "%s cannot be read", path);
	while (fgets(line, sizeof(line), f) != NULL) {
		size_t len = strcspn(line, "\n");

		for (size_t i = 0; i < n && len > 0 && line[0] != '#'; i++)
			fill_line(c, v, (struct slice){ line, len });
	}
	fclose(f);
}
