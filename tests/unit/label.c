/* lib/text canon, lib/math label and theming. */
#include <stdlib.h>

#include "base/mem.h"
#include "math/label.h"
#include "math/mention.h"
#include "math/theming.h"
#include "tap.h"
#include "text/canon.h"

static void
texts_are_put_in_order(void)
{
	struct slice texts[] = { SLICE("Yes!"), SLICE("apples, pears"),
		                 SLICE("yes"),  SLICE("Apples pears"),
		                 SLICE("..."),  SLICE("[name] left") };
	struct slice ids[] = { SLICE("a"), SLICE("b"), SLICE("c"),
		               SLICE("d"), SLICE("e"), SLICE("f") };
	struct canon c;

	canon_init(&c, texts, ids, 6);
	ok(c.distinct == 4 && c.of[0] == c.of[2] && c.of[1] == c.of[3],
	   "texts of the same words are one");
	ok(c.order[0] == 4 && c.first[c.of[1]] == 3 && c.first[c.of[0]] == 0,
	   "and ordered by words, then bytes");
	canon_free(&c);
	canon_init(&c, NULL, NULL, 0);
	ok(c.distinct == 0, "there may be none");
	canon_free(&c);
}

static void
themes_are_named(void)
{
	struct slice texts[] = {
		SLICE("More affordable housing in town"),
		SLICE("Affordable housing is scarce"),
		SLICE("We need affordable housing"),
		SLICE("Buses are late"),
		SLICE("The late buses again"),
		SLICE("People say the bus is late"),
		SLICE("No"),
	};
	static const uint32_t theme[] = { 0, 0, 0, 1, 1, 1, LABEL_NONE };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[2];

	label_themes(s, texts, 7, theme, 2, &pool, l);
	ok(slice_is(l[0].name, "affordable housing"),
	   "the phrase that a theme has and others have not is its label");
	ok(slice_is(l[1].name, "late buses"),
	   "or one that is made of words which its texts share");
	pool_free(&pool);
	stem_free(s);
}

static void
poor_themes_are_named(void)
{
	struct slice texts[] = { SLICE("no, nothing"), SLICE("Nothing"),
		                 SLICE("yes"), SLICE("yes") };
	static const uint32_t theme[] = { 0, 0, 1, 1 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[2];

	label_themes(s, texts, 4, theme, 2, &pool, l);
	ok(l[0].n == 1 && slice_is(l[0].name, "nothing, no"),
	   "a theme without a phrase is named by two words");
	ok(l[1].n == 0, "a bare function word is no name");
	texts[2] = SLICE("[name] said [role: nurse] no");
	texts[3] = SLICE("[name 2] said [role: head nurse] no");
	label_themes(s, texts, 4, theme, 2, &pool, l);
	ok(l[1].n == 0, "nor is one word beside function words, or a role");
	pool_free(&pool);
	stem_free(s);
}

static void
labels_are_well_formed(void)
{
	struct slice texts[] = {
		SLICE("Standards, standards"),
		SLICE("open standards"),
		SLICE("Orchard Lane"),
		SLICE("at Orchard Lane"),
		SLICE("That violates human rights here"),
		SLICE("It violates human rights"),
	};
	static const uint32_t theme[] = { 0, 0, 1, 1, 2, 2 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[3];

	label_themes(s, texts, 6, theme, 3, &pool, l);
	ok(slice_is(l[0].name, "standards"),
	   "of two forms as common, the one in small letters is shown");
	ok(slice_is(l[1].name, "Orchard Lane"), "but names keep capitals");
	ok(slice_is(l[2].name, "human rights"),
	   "a name does not begin with a verb");
	pool_free(&pool);
	stem_free(s);
}

static void
two_terms_are_joined(void)
{
	struct slice texts[] = {
		SLICE("The food pantry gives dignity"),
		SLICE("pantry opens and closes early"),
		SLICE("knitting in warm spaces"),
		SLICE("warm spaces on Thursdays"),
		SLICE("pantry on Mondays"),
		SLICE("dads came"),
		SLICE("soup, no questions"),
		SLICE("Buses are late"),
	};
	static const uint32_t theme[] = { 0, 0, 0, 0, 0, 0, 0, 1 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[2];

	label_themes(s, texts, 8, theme, 2, &pool, l);
	ok(slice_is(l[0].name, "warm spaces and pantry"),
	   "where one term speaks of few texts, two are the name");
	pool_free(&pool);
	stem_free(s);
}

static void
what_texts_name_is_known(void)
{
	const struct label labels[] = {
		{ SLICE("beds and cottage hospital"),
		  { SLICE("beds"), SLICE("cottage hospital"), SLICE("home") },
		  3 },
		{ .n = 0 },
	};
	struct mention *m = mention_new(labels, 2, "english");

	mention_read(m, SLICE("Closing the COTTAGE hospitals"));
	ok(mention_of(m, 0), "a text names a theme by a part of its name");
	ok(!mention_of(m, 1), "but not one without a name");
	mention_read(m, SLICE("The hospital is far from home"));
	ok(!mention_of(m, 0), "half of a part, or another word, is no name");
	mention_read(m, SLICE("no bed"));
	ok(mention_of(m, 0), "other forms of a word are");
	mention_free(m);
}

static void
labels_are_written_as_usual(void)
{
	struct slice texts[] = {
		SLICE("**ABSTRACT:** here"),
		SLICE("ABSTRACT"),
		SLICE("CAMHS"),
		SLICE("at CAMHS"),
		SLICE("aims of Goals; some goals, many goals"),
		SLICE("aims of Goals"),
		SLICE("the mornIng vIsIt"),
		SLICE("A mornIng vIsIt"),
		SLICE("the White House"),
		SLICE("The White House is white, white as the white snow"),
	};
	static const uint32_t theme[] = { 0, 0, 1, 1, 2, 2, 3, 3, 4, 4 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[5];

	label_themes(s, texts, 10, theme, 5, &pool, l);
	ok(slice_is(l[0].name, "abstract") && slice_is(l[1].name, "CAMHS"),
	   "a shouted word of English is small in a name, others stay");
	ok(slice_is(l[2].name, "aims of goals") &&
	       slice_is(l[3].name, "morning visit") &&
	       slice_is(l[4].name, "White House"),
	   "a word is written as it mostly is, a name as a name");
	pool_free(&pool);
	stem_free(s);
}

static void
few_texts_are_named_by_what_all_say(void)
{
	struct slice texts[] = {
		SLICE("Make it fun"),
		SLICE("Fun for the dumbest possible user"),
		SLICE("Problem of all"),
		SLICE("People don't understand the problem"),
		SLICE("real problems"),
		SLICE("problem first (solution follows)"),
		SLICE("The supply chain"),
		SLICE("supply chain first"),
		SLICE("a longer supply chain"),
	};
	static const uint32_t theme[] = { 0, 0, 1, 1, 1, 1, 2, 2, 2 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[3];

	label_themes(s, texts, 9, theme, 3, &pool, l);
	ok(slice_is(l[0].name, "fun"),
	   "two texts are named by the noun that both have");
	ok(slice_is(l[1].name, "problem"),
	   "a weak noun is a name where it is what all speak of");
	ok(slice_is(l[2].name, "supply chain"),
	   "a word that is never said alone is shown with the other");
	pool_free(&pool);
	stem_free(s);
}

static void
names_are_apart(void)
{
	struct slice texts[] = {
		SLICE("Water"),          SLICE("water"),
		SLICE("WATER"),          SLICE("never nothing"),
		SLICE("nothing, never"), SLICE("Never nothing!"),
	};
	static const uint32_t theme[] = { 0, 0, 1, 2, 2, 3 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[4];
	bool apart = true;

	label_themes(s, texts, 6, theme, 4, &pool, l);
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < i; j++)
			apart &= l[i].n == 0 || l[j].n == 0 ||
			         !slice_eq(l[i].name, l[j].name);
	ok(apart && l[0].n > 0 && l[2].n > 0,
	   "no two themes have one name, even by their last words");
	texts[0] = SLICE("say, said");
	label_themes(s, texts, 1, theme, 1, &pool, l);
	ok(l[0].n == 0 ||
	       memmem(l[0].name.p, l[0].name.len, "say, say", 8) == NULL,
	   "no word is joined to itself");
	pool_free(&pool);
	stem_free(s);
}

static void
labels_are_unlike(void)
{
	struct slice texts[] = { SLICE("water supply"), SLICE("water pipes"),
		                 SLICE("water supply"), SLICE("water taps") };
	static const uint32_t theme[] = { 0, 0, 1, 1 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[2];

	label_themes(s, texts, 4, theme, 2, &pool, l);
	ok(l[0].n > 0 && l[1].n > 0 && !slice_eq(l[0].name, l[1].name),
	   "no two themes have the same label");
	pool_free(&pool);
	stem_free(s);
}

/* Words by which no phrase can be made: every text has only stop words. */
static void
words_name_what_has_no_phrase(void)
{
	struct slice texts[] = { SLICE("not never"), SLICE("not never"),
		                 SLICE("not never!"), SLICE("never not") };
	uint32_t theme[] = { 0, 0, 1, 1 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[2];

	label_themes(s, texts, 4, theme, 2, &pool, l);
	ok(l[0].n == 1 && l[1].n == 0, "two words may name one theme only");
	pool_free(&pool);
	stem_free(s);
}

static void
no_word_is_joined_to_itself(void)
{
	struct slice texts[] = {
		SLICE("carers carer leave"), SLICE("carer carers and carer"),
		SLICE("tired and tired"),    SLICE("tired and tired staff"),
		SLICE("face to face"),       SLICE("talk face to face"),
	};
	uint32_t theme[] = { 0, 0, 1, 1, 2, 2 };
	struct stem *s = stem_new("english");
	struct pool pool = POOL_INIT;
	struct label l[3];
	bool twice = false;

	label_themes(s, texts, 6, theme, 3, &pool, l);
	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; j < l[i].n; j++) {
			struct slice t = l[i].terms[j];

			twice |= memmem(t.p, t.len, "carer carer", 11) ||
			         memmem(t.p, t.len, "carers carer", 12) ||
			         memmem(t.p, t.len, "tired and tired", 15);
		}
	ok(!twice, "no word is joined to itself, in any form");
	ok(slice_is(l[2].name, "face to face"), "but by \"to\"");
	pool_free(&pool);
	stem_free(s);
}

static void
themes_are_found(void)
{
	struct slice texts[] = {
		SLICE("affordable housing for young families"),
		SLICE("buses are late every morning"),
		SLICE("housing is not affordable"),
		SLICE("late buses, no buses"),
		SLICE("!!"),
		SLICE("young families need housing"),
		SLICE("the morning buses are full"),
	};
	struct theming_options o = { .language = "english", .granularity = 1 };
	struct theming t;

	theming_find(&t, texts, 7, &o);
	ok(t.theme[0] == t.theme[2] && t.theme[0] == t.theme[5] &&
	       t.theme[1] == t.theme[3] && t.theme[1] == t.theme[6] &&
	       t.theme[0] != t.theme[1],
	   "texts that speak of the same are a theme");
	ok(t.theme[4] == THEME_NONE, "a text without words is in none");
	ok(t.k == 2 && t.theme[0] == 0, "themes are numbered as they come");
	theming_free(&t);
	o.themes = 3;
	theming_find(&t, texts, 7, &o);
	ok(t.k == 3, "the number of themes can be given");
	theming_free(&t);
	o.themes = 100;
	theming_find(&t, texts, 7, &o);
	ok(t.k == 6, "but not more than texts");
	theming_free(&t);
	theming_find(&t, texts, 0, &o);
	ok(t.k == 0, "no text, no theme");
	theming_free(&t);
}

int
main(void)
{
	texts_are_put_in_order();
	themes_are_named();
	poor_themes_are_named();
	labels_are_well_formed();
	two_terms_are_joined();
	what_texts_name_is_known();
	labels_are_written_as_usual();
	few_texts_are_named_by_what_all_say();
	names_are_apart();
	labels_are_unlike();
	words_name_what_has_no_phrase();
	no_word_is_joined_to_itself();
	themes_are_found();
	return tap_done();
}
