/* Words that are passed over, and what is found where none is: the same. */
#include <stdlib.h>

#include "base/mem.h"
#include "people.h"
#include "tap.h"
#include "text/names.h"

/* People whose names, initials, work and roles are everyday words too. */
static struct roster *
everyday_people(void)
{
	struct roster *r = roster_new();

	people_add(r, "Will", "May", "Open Door Trust", "head teacher");
	people_add(r, "Ian", "Tan", "Community and Youth Ltd", "vicar");
	people_add(r, "Sam", "O'Neill", "the Rook's Nest", "youth worker");
	people_add(r, "Mary Ann", "de la Rue", "Bread & Roses",
	           "Director of Works");
	people_add(r, "Siobhan", "Hall-Green", "Open House", "GP");
	people_add(r, "Anneke", "Smit", "Local", "chair of the board");
	roster_ready(r, 5);
	return r;
}

static size_t
below(size_t n)
{
	static uint64_t state = 4;

	state = state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(state >> 33) % n;
}

/* A text of words that rules look at, and of signs. */
static void
write_text(struct buf *b)
{
	static const char *const words[] = {
		"will",     "may",     "open",   "door",      "trust",
		"head",     "teacher", "ian",    "tan",       "it",
		"is",       "so",      "and",    "community", "youth",
		"ltd",      "vicar",   "sam",    "o'neill",   "on",
		"rook's",   "nest",    "worker", "mary",      "ann",
		"de",       "la",      "rue",    "bread",     "roses",
		"director", "of",      "works",  "siobhan",   "siobahn",
		"hall",     "green",   "house",  "gp",        "anneke",
		"aneke",    "annie",   "smit",   "smith",     "local",
		"chair",    "the",     "board",  "as",        "a",
		"only",     "i",       "am",     "said",      "thinks",
		"to",       "send",    "dr",     "cllr",      "s",
		"wm",       "sh",      "mr",     "road",      "ve",
		"quoxiser", "london",  "in",
	};
	static const char *const signs[] = { " ",  " ",    " ",   " ",   " ",
		                             ". ", ", ",   ": ",  " & ", "-",
		                             "\n", " - ",  "'s ", " (",  ") ",
		                             "/",  "'ll ", "*",   "" };

	buf_reset(b);
	for (size_t n = below(24); n > 0; n--) {
		const char *w = words[below(sizeof(words) / sizeof(*words))];
		size_t from = b->len, how = below(6);

		buf_adds(b, w);
		for (size_t i = from; i < b->len && how < 3; i++)
			if ((i == from || how == 0) && b->data[i] >= 'a')
				b->data[i] &= ~32;
		buf_adds(b, signs[below(sizeof(signs) / sizeof(*signs))]);
	}
}

/* Look at every word, as if each might begin something. */
static void
find_slowly(struct names *n, struct slice text)
{
	struct words *w = &n->words;

	n->spans->n = 0;
	n->text = text;
	memo_free(&n->slips);
	memo_free(&n->petted);
	n->thorough = true;
	words_find(w, text, &n->roster->lexicon);
	w->telling = mem_grow(w->telling, &w->telling_cap, w->n + 1,
	                      sizeof(*w->telling));
	for (w->ntelling = 0; w->ntelling < w->n; w->ntelling++)
		w->telling[w->ntelling] = (uint32_t)w->ntelling;
	names_find(n);
}

static bool
same_spans(const struct spans *a, const struct spans *b)
{
	bool same = a->n == b->n;

	for (size_t i = 0; same && i < a->n; i++)
		same = a->v[i].start == b->v[i].start &&
		       a->v[i].end == b->v[i].end &&
		       a->v[i].kind == b->v[i].kind &&
		       a->v[i].who == b->v[i].who;
	return same;
}

/* The same texts, searched as always and with no word passed over. */
struct both {
	struct roster *quick, *slow;
	struct spans found, wanted;
	struct names a, b;
};

static void
both_open(struct both *c)
{
	*c = (struct both){ .quick = everyday_people(),
		            .slow = everyday_people(),
		            .a = NAMES_INIT,
		            .b = NAMES_INIT };
	sieve_fill(&c->slow->begun);
	sieve_fill(&c->slow->role_begun);
	sieve_fill(&c->slow->role_worded);
	sieve_fill(&c->slow->near.seen);
	c->a.roster = c->quick, c->a.spans = &c->found;
	c->b.roster = c->slow, c->b.spans = &c->wanted;
	c->b.thorough = true;
}

static void
both_close(struct both *c)
{
	names_free(&c->a);
	names_free(&c->b);
	spans_free(&c->found);
	spans_free(&c->wanted);
	roster_free(c->quick);
	roster_free(c->slow);
}

/* Whether both find the same in a text. */
static bool
agree(struct both *c, struct slice text, enum names_mode mode)
{
	c->a.mode = c->b.mode = mode;
	c->found.n = 0;
	c->a.text = text;
	words_find(&c->a.words, text, &c->quick->lexicon);
	names_find(&c->a);
	find_slowly(&c->b, text);
	return same_spans(&c->found, &c->wanted);
}

/*
 * Most words are passed over, by what is known of them alone: that must find
 * what looking at all of them finds.
 */
static void
short_cuts_miss_nothing(void)
{
	struct both c;
	struct buf text = BUF_INIT;
	size_t masked = 0;
	bool good = true;

	both_open(&c);
	for (int i = 0; good && i < 60000; i++) {
		write_text(&text);
		good = agree(&c, buf_view(&text),
		             i % 8 == 0 ? NAMES_OFF :
		             i % 8 < 4  ? NAMES_BALANCED :
		                          NAMES_EVIDENT);
		masked += c.found.n;
	}
	ok(good && masked > 60000, "nothing is missed in words passed over");
	both_close(&c);
	buf_free(&text);
}

/* The same in what people wrote: every file with notes that the tests have. */
static void
nor_in_notes(void)
{
	static const char *const files[] = { "tests/blind/notes.jsonl",
		                             "tests/demo/tables/table-01.csv",
		                             "tests/unit/names.c" };
	struct both c;
	char *line = NULL;
	size_t cap = 0, lines = 0;
	bool good = true;

	both_open(&c);
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		FILE *f = fopen(files[i], "rb");
		ssize_t len;

		while (f != NULL && (len = getline(&line, &cap, f)) > 0) {
			struct slice text = { line, (size_t)len };

			lines++;
			for (enum names_mode m = 0; m <= NAMES_EVIDENT; m++)
				good &= agree(&c, text, m);
		}
		if (f != NULL)
			fclose(f);
	}
	ok(good && lines > 0, "nor in notes that people wrote, by any mode");
	free(line);
	both_close(&c);
}

int
main(void)
{
	short_cuts_miss_nothing();
	nor_in_notes();
	return tap_done();
}
