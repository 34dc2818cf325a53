/* Names in a text: which words are taken for whose, one text at a time. */
#include <stdlib.h>

#include "base/mem.h"
#include "tap.h"
#include "text/redact.h"

static struct roster *roster;
static struct patterns *patterns;

static void
add(struct roster *r, const char *first, const char *last, const char *org,
    const char *role)
{
	struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

	v[ROSTER_FIRST] = slice_of(first);
	v[ROSTER_LAST] = slice_of(last);
	v[ROSTER_ORG] = slice_of(org);
	v[ROSTER_ROLE] = slice_of(role);
	roster_add(r, v);
}

/* Whether text becomes wanted. */
static bool
becomes(struct redact *r, const char *text, const char *wanted)
{
	struct slice s = slice_of(text);
	struct buf out = BUF_INIT;
	bool same;

	if (redact_find(r, s) != 0)
		return false;
	spans_write(&out, s, r->spans.v, r->spans.n, NULL);
	same = slice_is(buf_view(&out), wanted);
	buf_free(&out);
	return same;
}

static const struct {
	const char *what, *text, *wanted;
} texts[] = {
	{ "a full name", "ask jane smith now", "ask [name] now" },
	{ "the surname first", "Smith, Jane was there", "[name] was there" },
	{ "initial and surname", "J. Smith was there", "[name] was there" },
	{ "a slip of one letter", "Jnae Smith was there", "[name] was there" },
	{ "a slip in a word alone", "then Okonkwe said", "then [name] said" },
	{ "a title", "Dr Okonkwo was there", "Dr [name] was there" },
	{ "initials of a speaker", "JS: we need buses",
	  "[name]: we need buses" },
	{ "initials that are none", "the JS file", "the JS file" },
	{ "a word that is a name", "thanks to Will", "thanks to [name]" },
	{ "a word that is none", "it will rain", "it will rain" },
	{ "a month", "in May 2026", "in May 2026" },
	{ "a place", "Will Road is closed", "Will Road is closed" },
	{ "an organisation", "the Zed & Sons van", "the [organisation] van" },
	{ "a name torn by a line", "Okon-\nkwo left", "[name] left" },
	{ "a placeholder", "[name] and [name 3]", "[name] and [name 3]" },
	{ "nothing", "", "" },
};

static void
finds_names(struct redact *r)
{
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		ok(becomes(r, texts[i].text, texts[i].wanted), texts[i].what);
}

/* What one text shows is said to the caller, for all others. */
static void
tells_others(struct redact *r)
{
	struct map also = MAP_INIT;
	struct slice text = slice_of("we met Mrs Quillfeather today");

	ok(redact_find(r, text) == 0 && r->nfound == 1,
	   "a surname behind a title is told");
	map_add(&also, (struct slice){ (char *)r->found, sizeof(*r->found) });
	text = slice_of("old Quillfeather knew");
	ok(redact_find(r, text) == 0 && r->spans.n == 0 && r->nopen == 1,
	   "alone it is left open");
	ok(redact_again(r, text, &also) == 0 && r->spans.n == 1,
	   "and masked when another text has shown it");
	map_free(&also);
}

static void
withholds(struct redact *r)
{
	ok(redact_find(r, slice_of("Off the record: it leaks")) == 0 &&
	       r->withheld,
	   "a text may ask to be withheld");
	ok(redact_find(r, slice_of("we record all")) == 0 && !r->withheld,
	   "most do not");
}

static void
lets_people_be(struct redact *r)
{
	r->people = false;
	ok(becomes(r, "Jane Smith, j@x.example", "Jane Smith, [e-mail]"),
	   "contact details alone, where people may be named");
	r->people = true;
}

/* People whose names, initials, work and roles are everyday words too. */
static struct roster *
everyday_people(void)
{
	struct roster *r = roster_new();

	add(r, "Will", "May", "Open Door Trust", "head teacher");
	add(r, "Ian", "Tan", "Community and Youth Ltd", "vicar");
	add(r, "Sam", "O'Neill", "the Rook's Nest", "youth worker");
	add(r, "Mary Ann", "de la Rue", "Bread & Roses", "Director of Works");
	add(r, "Siobhan", "Hall-Green", "Open House", "GP");
	add(r, "Anneke", "Smit", "Local", "chair of the board");
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

/*
 * Most words are passed over, by what is known of them alone: that must find
 * what looking at all of them finds.
 */
static void
short_cuts_miss_nothing(void)
{
	struct roster *quick = everyday_people(), *slow = everyday_people();
	struct spans found = { NULL, 0, 0 }, wanted = { NULL, 0, 0 };
	struct names a = NAMES_INIT, b = NAMES_INIT;
	struct buf text = BUF_INIT;
	size_t masked = 0;
	bool good = true;

	sieve_fill(&slow->begun);
	sieve_fill(&slow->role_begun);
	sieve_fill(&slow->role_worded);
	sieve_fill(&slow->near.seen);
	a.roster = quick, a.spans = &found;
	b.roster = slow, b.spans = &wanted;
	a.mode = b.mode = NAMES_EVIDENT;
	for (int i = 0; good && i < 60000; i++) {
		write_text(&text);
		found.n = 0;
		a.text = buf_view(&text);
		words_find(&a.words, a.text, &quick->lexicon);
		names_find(&a);
		find_slowly(&b, buf_view(&text));
		good = same_spans(&found, &wanted);
		masked += found.n;
	}
	ok(good && masked > 60000, "nothing is missed in words passed over");
	names_free(&a);
	names_free(&b);
	spans_free(&found);
	spans_free(&wanted);
	buf_free(&text);
	roster_free(quick);
	roster_free(slow);
}

int
main(void)
{
	struct redact r;

	roster = roster_new();
	patterns = patterns_new();
	add(roster, "Jane", "Smith", "Zed & Sons", "");
	add(roster, "Chidi", "Okonkwo", "", "");
	add(roster, "Will", "May", "", "");
	roster_ready(roster, 5);
	redact_open(&r, roster, patterns, NAMES_EVIDENT);
	finds_names(&r);
	tells_others(&r);
	withholds(&r);
	lets_people_be(&r);
	short_cuts_miss_nothing();
	redact_close(&r);
	patterns_free(patterns);
	roster_free(roster);
	return tap_done();
}
