/* Words read many letters at once, and one by one: the same. */
#include <stdlib.h>
#include <string.h>

#include "tap.h"
#include "text/words.h"

static struct lexicon lexicon;
static uint64_t state = 11;

static unsigned
below(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((state >> 33) % n);
}

static bool
same_word(const struct word *a, const struct word *b)
{
	return a->start == b->start && a->end == b->end && a->hash == b->hash &&
	       a->what == b->what && a->shape == b->shape &&
	       a->letters == b->letters;
}

static bool
same(const struct words *a, const struct words *b)
{
	bool good = a->n == b->n && a->digits == b->digits && a->at == b->at &&
	            a->link == b->link && a->mixed == b->mixed &&
	            a->foreign == b->foreign && a->seen == b->seen &&
	            a->lones == b->lones && a->odd == b->odd &&
	            a->lines == b->lines && a->opening == b->opening;

	for (size_t i = 0; good && i < a->n; i++)
		good = same_word(&a->v[i], &b->v[i]);
	return good;
}

/* A text of pieces that words are made of and parted by. */
static size_t
make(char *out, unsigned pieces)
{
	static const char *const piece[] = {
		"a",
		"I",
		"bus",
		"Smith",
		"HUBS",
		"McDonald",
		"'",
		"'s",
		"`",
		" ",
		" ",
		" ",
		", ",
		".",
		"-",
		"\n",
		"4",
		"@",
		"://",
		"www",
		"[",
		")",
		"\xc3",
		"é",
		"\xca\xbc",
		"ö",
		"社",
		"ß",
		"’",
		"\xff",
		"iJk",
		"community",
		"straightforward",
		"antidisestablishmentarianism",
		"Wickremasinghe",
		"Z",
	};
	size_t len = 0;

	while (pieces-- > 0) {
		const char *p = piece[below(sizeof(piece) / sizeof(*piece))];

		memcpy(out + len, p, strlen(p));
		len += strlen(p);
	}
	return len;
}

static void
fast_and_slow_agree(void)
{
	struct words fast = WORDS_INIT, slow = WORDS_INIT;
	bool good = true;
	size_t seen = 0;

	for (int i = 0; i < 20000; i++) {
		char *text = malloc(2000), *cut;
		size_t len = make(text, below(40));

		/* Nothing stands behind it, so that valgrind sees further. */
		cut = malloc(len + 1);
		memcpy(cut, text, len);
		words_find(&fast, (struct slice){ cut, len }, &lexicon);
		words_find_slowly(&slow, (struct slice){ cut, len }, &lexicon);
		good &= same(&fast, &slow);
		seen += fast.n;
		free(cut);
		free(text);
	}
	ok(good && seen > 50000, "words are the same, however they are read");
	words_free(&fast);
	words_free(&slow);
}

static void
hash_is_of_the_folded_letters(void)
{
	static const char *const texts[] = { "O'Connor", "oconnor", "ÓCONNOR",
		                             "O’Connor" };
	struct words w = WORDS_INIT;
	bool good = true;

	for (size_t i = 0; i < 4; i++) {
		words_find(&w, slice_of(texts[i]), &lexicon);
		good &=
		    w.n == 1 && w.v[0].hash == lexicon_hash(SLICE("oconnor"));
	}
	ok(good, "a word's hash is that of its folded letters");
	words_free(&w);
}

static void
telling_words_are_listed(void)
{
	struct words w = WORDS_INIT;

	words_find(&w, SLICE("the nurse was late, said Zbigniew to us"),
	           &lexicon);
	ok(w.ntelling == 3 && w.telling[0] == 1 && w.telling[1] == 5 &&
	       w.telling[2] == 7,
	   "words that a rule may begin with are told from the plain ones");
	words_free(&w);
}

/* More words than there is room for: none is lost, nor what it is. */
static void
many_words_are_added(void)
{
	const uint64_t nurse = lexicon_hash(SLICE("nurse"));
	const uint32_t was = lexicon_find(&lexicon, nurse);
	struct lexicon l;
	size_t kept = 0;

	lexicon_load(&l);
	lexicon_mark(&l, nurse, R_FIRST);
	for (uint64_t i = 1; i <= 400000; i++)
		lexicon_mark(&l, i * 0x9e3779b97f4a7c15u, R_LAST);
	for (uint64_t i = 1; i <= 400000; i++)
		kept +=
		    (lexicon_find(&l, i * 0x9e3779b97f4a7c15u) & R_LAST) != 0;
	ok(kept == 400000, "all words that are added are found");
	ok(was != 0 && lexicon_find(&l, nurse) == (was | R_FIRST),
	   "a word of the tables keeps what was added to it");
	lexicon_free(&l);
}

int
main(void)
{
	lexicon_load(&lexicon);
	fast_and_slow_agree();
	hash_is_of_the_folded_letters();
	telling_words_are_listed();
	many_words_are_added();
	lexicon_free(&lexicon);
	return tap_done();
}
