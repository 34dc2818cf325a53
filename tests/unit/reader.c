/* lib/text/reader with cues and stance, and lib/text/concord. */
#include "text/reader.h"
#include "tap.h"
#include "text/concord.h"

struct reading {
	struct cues *cues;
	struct stance *stance;
	struct reader *reader;
	struct letters letters;
	struct stance_words words;
	uint64_t patterns;
};

static void
begin(struct reading *r)
{
	*r = (struct reading){ .cues = cues_new(), .stance = stance_new() };
	r->reader = reader_new(r->stance, r->cues);
}

static void
end(struct reading *r)
{
	letters_free(&r->letters);
	reader_free(r->reader);
	stance_free(r->stance);
	cues_free(r->cues);
}

static struct stance_words
read_text(struct reading *r, const char *text)
{
	letters_read(&r->letters, slice_of(text));
	reader_read(r->reader, &r->letters, &r->words, &r->patterns);
	return r->words;
}

static bool
finds(struct reading *r, const char *text, struct cue_hit *d, struct cue_hit *v)
{
	read_text(r, text);
	return cues_find(r->cues, slice_of(text), r->patterns, d, v) == 0;
}

static bool
diverges(struct reading *r, const char *text)
{
	struct cue_hit d, v;

	return finds(r, text, &d, &v) && d.found;
}

static bool
converges(struct reading *r, const char *text)
{
	struct cue_hit d, v;

	return finds(r, text, &d, &v) && v.found && !d.found;
}

static void
cues_and_traps(struct reading *r)
{
	ok(diverges(r, "Some want buses, while others prefer trams"),
	   "some, while others");
	ok(diverges(r, "There was no agreement on the route"), "no agreement");
	ok(diverges(r, "We didn\xe2\x80\x99t agree"), "a curly apostrophe");
	ok(diverges(r, "tension between cost and quality"), "tension between");
	ok(converges(r, "Everyone agreed that buses matter"), "agreed");
	ok(converges(r, "No objections were raised"), "no objection agrees");
	ok(!diverges(r, "The opposition party spoke first"),
	   "a party is no opposition");
	ok(!diverges(r, "Buses as opposed to trams"), "as opposed to");
	ok(!diverges(r, "There was no disagreement"), "no disagreement");
	ok(!diverges(r, "Some apples, some pears and other fruit"),
	   "a list is no divergence");
	ok(cues_speak(slice_of("en-GB")) && !cues_speak(slice_of("de")),
	   "English only");
}

/* Each with the words of a list that a text must have, and no more of them. */
static void
lists_let_cues_through(struct reading *r)
{
	static const char *const divergent[] = {
		"Different priorities at this table",
		"Many came, yet others stayed",
		"Trams, but others did not like them",
		"They could not accept it",
		"It is unacceptable to many",
		"Pros and cons: against it, for support",
		"They preferred trams while it rained",
		"He thought of trams, whereas she doubted",
		"They claimed it, but Sales replied",
		"They do not share this",
		"The plan is not shared by us",
		"A trade-off between cost and time",
		"It conflicts with law",
	};
	static const char *const convergent[] = {
		"All of us want trams",    "The whole group felt so",
		"Everybody thinks so",     "All at the table agree",
		"All present accepted it",
	};

	for (size_t i = 0; i < sizeof(divergent) / sizeof(*divergent); i++)
		ok(diverges(r, divergent[i]), divergent[i]);
	for (size_t i = 0; i < sizeof(convergent) / sizeof(*convergent); i++)
		ok(converges(r, convergent[i]), convergent[i]);
}

static void
stance_weighs_words(struct reading *r)
{
	struct stance_words a, b;
	struct buf why = BUF_INIT;

	a = read_text(r, "We should support this, it is good");
	ok(a.claim, "a note that says what ought to be claims");
	b = read_text(r, "Adoption");
	ok(!b.claim, "a heading does not");
	a = read_text(r, "Keep the town library open");
	b = read_text(r, "Close the town library");
	ok(a.position == 1 && b.position == -1, "to keep and to close");
	ok(stance_opposed(r->stance, a.v, a.n, b.v, b.n, &why) && why.len > 0,
	   "opposite words about the same, with a reason");
	b = read_text(r, "The town library is loved");
	ok(!stance_opposed(r->stance, a.v, a.n, b.v, b.n, &why),
	   "about the same is not opposed");
	buf_free(&why);
}

static void
cues_heed_what_is_around(struct reading *r)
{
	static const char *const divergent[] = {
		"Nobody agreed with the plan",
		"Few agreed with this",
		"not unanimous",
		"Agreement: not reached",
		"The table agreed apart from one",
		"Big split here",
		"table was split 50/50",
		"people are torn",
		"in two minds",
		"We never agreed on this",
		"No bus - we disagree on fares",
	};
	static const char *const neither[] = {
		"It is not the case that we agreed",
		"Agreement: none",
		"We want consensus on parking",
		"consensus is overrated",
		"The council agreed a budget cut",
		"Divergence: none",
		"Divergence: no",
		"Disagreement: nil",
		"The council disagreed with the landlord about the roof",
		"Tenants and landlord could not agree on the rent",
	};

	for (size_t i = 0; i < sizeof(divergent) / sizeof(*divergent); i++)
		ok(diverges(r, divergent[i]), divergent[i]);
	for (size_t i = 0; i < sizeof(neither) / sizeof(*neither); i++)
		ok(!diverges(r, neither[i]) && !converges(r, neither[i]),
		   neither[i]);
	ok(converges(r, "Nobody disagreed about buses"), "no disagreement");
	ok(converges(r, "We at the council agreed that it is so"),
	   "the room may be of the council");
}

static void
sides_are_what_is_urged(struct reading *r)
{
	static const struct {
		const char *text;
		int side;
	} cases[] = {
		{ "We could all visit. Keep it open", 1 },
		{ "Please don't close our library", 1 },
		{ "Please don’t close our library", 1 },
		{ "They must not close it", 1 },
		{ "The council should close the old hall", -1 },
		{ "We are against closing the beds", 1 },
		{ "We oppose closing the beds", 1 },
		{ "Oppose the merger of both clinics", -1 },
		{ "It is wrong to close this ward", 1 },
		{ "CLOSING THE HOSPITAL. Table is against, all of us", 1 },
		{ "closing beds since 2022, trust is gone", 0 },
		{ "the one place with beds closed", 0 },
		{ "councillors will defend it", 0 },
		{ "two for closing it, three for keeping it", 0 },
		{ "4 of us keep, 2 say let it go", 0 },
		{ "Close to home and open to all", 0 },
		{ "Support group on Mondays", 0 },
		{ "Keep the ward, close the beds", 0 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		ok(read_text(r, cases[i].text).position == cases[i].side,
		   cases[i].text);
}

static void
words_keep_their_own_weight(struct reading *r)
{
	struct stance_words w = read_text(r, "luliveto");

	ok(w.n == 1 && stance_weight(w.v[0]) == 0,
	   "a word with the hash of another one has not its weight");
	w = read_text(r, "treasures");
	ok(w.n == 1 && stance_weight(w.v[0]) != 0, "which has one");
}

static void
words_once_and_in_order(struct reading *r)
{
	struct stance_words a, b;

	a = read_text(r, "zebra library bus, bus! Library zebra, zebra bus");
	b = read_text(r, "Bus. Library. Zebra.");
	ok(a.n == b.n && memcmp(a.v, b.v, a.n * sizeof(*a.v)) == 0,
	   "each word stands once, in one order");
	a = read_text(r, "no bus, bus");
	ok(a.n == 2 && a.v[0] >> 1 == a.v[1] >> 1,
	   "but denied and not denied are two");
	a = read_text(r, "we don't bus");
	b = read_text(r, "we do not bus");
	ok(a.n == b.n && memcmp(a.v, b.v, a.n * sizeof(*a.v)) == 0,
	   "n't is not");
}

/* Runs of all lengths at all places, against a look at each letter. */
static void
runs_are_found(struct reading *r)
{
	static char text[700];
	struct run runs[LETTERS_RUNS];
	bool same = true;

	for (size_t len = 0; len < sizeof(text); len += 7)
		for (size_t step = 2; step < 400; step = step * 5 / 3 + 1) {
			struct slice t = { text, len };
			size_t next = 0;

			for (size_t i = 0; i < len; i++)
				text[i] = i % step == step - 1 ? ' ' : 'a';
			letters_read(&r->letters, t);
			for (size_t at = 0; at < len; at += LETTERS_BLOCK) {
				size_t n = letters_runs(&r->letters, at, runs);

				for (size_t i = 0; i < n; i++) {
					size_t end = next + step - 1;

					end = end < len ? end : len;
					same &= runs[i].at == next &&
					        runs[i].end == end;
					next = end + 1;
				}
			}
			same &= next >= len;
		}
	ok(same, "runs of letters are found wherever they begin and end");
}

static void
concord_counts_shared_words(void)
{
	static const uint32_t a[] = { 2, 5, 5, 9 }, b[] = { 5, 7, 9 },
			      c[] = { 1 };
	struct concord index = { 0 };
	const uint16_t *n;

	concord_add(&index, a, 4);
	concord_add(&index, b, 3);
	concord_add(&index, c, 1);
	concord_add(&index, NULL, 0);
	concord_close(&index);
	n = concord_shared(&index, a, 4);
	ok(n[0] == 4 && n[1] == 2 && n[2] == 0 && n[3] == 0,
	   "words are shared as often as both texts have them");
	n = concord_shared(&index, b, 3);
	ok(n[0] == 2 && n[1] == 3 && n[2] == 0, "either way round");
	ok(concord_near(&index, b, 2, 2) && !concord_near(&index, c, 1, 2),
	   "and near is sharing enough with one of them");
	concord_free(&index);
}

int
main(void)
{
	struct reading r;

	begin(&r);
	cues_and_traps(&r);
	lists_let_cues_through(&r);
	stance_weighs_words(&r);
	cues_heed_what_is_around(&r);
	sides_are_what_is_urged(&r);
	words_keep_their_own_weight(&r);
	words_once_and_in_order(&r);
	runs_are_found(&r);
	end(&r);
	concord_counts_shared_words();
	return tap_done();
}
