/* lib/text uuid, clause and rules; lib/math coding; lib/io codebook. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/codebook.h"
#include "math/coding.h"
#include "tap.h"
#include "text/clause.h"
#include "text/rules.h"
#include "text/uuid.h"

static bool
digest_is(struct slice s, const char *want)
{
	unsigned char digest[20];
	char hex[41];

	uuid_sha1(s, digest);
	for (size_t i = 0; i < 20; i++)
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	return strcmp(hex, want) == 0;
}

static void
uuids_are_those_of_the_rfc(void)
{
	char text[UUID_LEN + 1], many[200];

	memset(many, 'a', sizeof(many));
	ok(digest_is(SLICE(""), "da39a3ee5e6b4b0d3255bfef95601890afd80709") &&
	       digest_is(SLICE("abc"),
	                 "a9993e364706816aba3e25717850c26c9cd0d89d"),
	   "SHA-1 of nothing and of abc");
	ok(digest_is((struct slice){ many, 55 },
	             "c1c8bbdc22796e28c0e15163d20899b65621d65a") &&
	       digest_is((struct slice){ many, 56 },
	                 "c2db330f6083854c99d4b5bfb6e8f29f201be699") &&
	       digest_is((struct slice){ many, 64 },
	                 "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
	   "SHA-1 where the length no longer fits the block");
	uuid_of_name("6ba7b810-9dad-11d1-80b4-00c04fd430c8",
	             SLICE("www.example.org"), text);
	ok(strcmp(text, "74738ff5-5367-5958-9aee-98fffdcd1876") == 0,
	   "version 5 of www.example.org");
	uuid_of_name("6ba7b811-9dad-11d1-80b4-00c04fd430c8",
	             SLICE("urn:dlg:codebook"), text);
	ok(strcmp(text, "6ee0b7e3-fccf-5b86-9554-15f4a0f375b5") == 0,
	   "the name space of our codes");
	ok(uuid_read(SLICE(" {6BA7B810-9DAD-11D1-80B4-00C04FD430C8} "), text) &&
	       strcmp(text, "6ba7b810-9dad-11d1-80b4-00c04fd430c8") == 0,
	   "braces and capitals are read");
	ok(!uuid_read(SLICE("6ba7b810-9dad-11d1-80b4-00c04fd430c"), text) &&
	       !uuid_read(SLICE("6ba7b810-9dad-11d1-80b4-00c04fd430cg"),
	                  text) &&
	       !uuid_read(SLICE("6ba7b810+9dad-11d1-80b4-00c04fd430c8"),
	                  text) &&
	       !uuid_read(SLICE(""), text),
	   "what is none is not");
}

static bool
clauses_are(const char *text, const char *want)
{
	struct slice rest = slice_of(text), clause;
	struct buf got = BUF_INIT;
	bool same;

	while (clause_next(&rest, &clause)) {
		if (got.len > 0)
			buf_addc(&got, '|');
		buf_slice(&got, clause);
	}
	same = slice_is(buf_view(&got), want);
	if (!same)
		printf("# got '%s'\n", got.data ? got.data : "");
	buf_free(&got);
	return same;
}

static void
notes_are_taken_apart(void)
{
	ok(clauses_are("The rent is too high, but the buses are very good.",
	               "The rent is too high,|but the buses are very good."),
	   "at words that turn");
	ok(clauses_are("Rents rise every single year! Nobody can pay them now",
	               "Rents rise every single year!|Nobody can pay them now"),
	   "at ends of sentences");
	ok(clauses_are("one two three four; five six seven eight",
	               "one two three four;|five six seven eight"),
	   "at semicolons");
	ok(clauses_are("Yes. But why not. Ok.", "Yes. But why not. Ok.") &&
	       clauses_are("It is not so. The rents are too high. No.",
	                   "It is not so.|The rents are too high. No."),
	   "but not into pieces of fewer than four words");
	ok(clauses_are("Butter and rebut it are no words that turn",
	               "Butter and rebut it are no words that turn"),
	   "nor within a word");
	ok(clauses_are("", "") && clauses_are("  ;;; ", ";;;"),
	   "there may be nothing");
}

/* How many rules of code 0 and 1 text meets, as 10 * a + b; 99 on error. */
static unsigned
met(struct rules *r, const char *text)
{
	uint32_t hits[2] = { 0, 0 }, code;

	if (rules_match(r, slice_of(text), hits, &code) < 0)
		return 99;
	return hits[0] * 10 + hits[1];
}

static void
rules_are_met(void)
{
	struct rules *r = rules_new("english");

	ok(rules_keyword(r, 0, SLICE("affordable home")) == NULL &&
	       rules_keyword(r, 0, SLICE("rent*")) == NULL &&
	       rules_keyword(r, 1, SLICE("night bus*")) == NULL &&
	       rules_pattern(r, 1, SLICE("/\\bline \\d+/")) == NULL,
	   "keywords and patterns are taken");
	ok(met(r, "Affordable HOMES for all") == 10,
	   "a keyword in another form");
	ok(met(r, "Affordable, home") == 0 && met(r, "home affordable") == 0,
	   "only where its words follow one another");
	ok(met(r, "Rental rents, rents") == 10,
	   "a rule counts once, however often it is met");
	ok(met(r, "parental") == 0, "a * stands for an ending only");
	ok(met(r, "The night buses of Line 7") == 2 && met(r, "night b") == 0,
	   "words before a *; patterns in any case");
	ok(met(r, "") == 0, "nothing meets nothing");
	ok(rules_keyword(r, 0, SLICE("hospitality")) == NULL &&
	       rules_keyword(r, 0, SLICE("answerable")) == NULL &&
	       rules_keyword(r, 1, SLICE("plan")) == NULL &&
	       met(r, "the hospital answered") == 0 &&
	       met(r, "planned planning plans") == 1,
	   "forms of a word are, words of one stem are not");
	ok(rules_keyword(r, 0, SLICE("?!")) != NULL &&
	       rules_keyword(r, 0, SLICE("a, b")) != NULL &&
	       rules_keyword(r, 0, SLICE("1 2 3 4 5 6 7 8 9")) != NULL &&
	       rules_pattern(r, 0, SLICE("(")) != NULL &&
	       rules_pattern(r, 0, SLICE("//")) == NULL &&
	       rules_pattern(r, 0, SLICE("x*")) != NULL,
	   "what is no rule is refused");
	rules_free(r);
}

static void
codes_are_learnt(void)
{
	const struct slice texts[] = {
		SLICE("red roses"),
		SLICE("red apples"),
		SLICE("blue sky"),
		SLICE("blue sea"),
		SLICE("roses and apples"),
		SLICE("the sea and the sky"),
		SLICE("zebra"),
	};
	static const uint32_t code[] = { 0, 0, 1, 1 };
	static const float weight[] = { 1, 1, 1, 1, 1, 1, 1 };
	struct coding_input in = { .texts = texts,
		                   .examples = 4,
		                   .n = 7,
		                   .code = code,
		                   .weight = weight,
		                   .k = 2,
		                   .fit = -1,
		                   .language = "english" };
	struct coding *c = coding_new(&in);
	float score[2];

	coding_score(c, 4, score);
	ok(score[0] > 0.3f && score[1] < 0.1f, "a text fits the code whose "
	                                       "words it has");
	coding_score(c, 5, score);
	ok(score[1] > 0.3f && score[0] < 0.1f, "and another the other");
	coding_score(c, 6, score);
	ok(score[0] < coding_fit(c) && score[1] < coding_fit(c),
	   "what shares nothing fits none");
	coding_free(c);
	in.n = 4;
	c = coding_new(&in);
	coding_score(c, 0, score);
	/* By words: (1 + r w) / sqrt(2 + 2 r w), r = cos of the examples. */
	ok(score[0] > 0.6f && score[0] <= 1 && score[1] >= 0,
	   "there may be nothing to code");
	coding_free(c);
}

static void
codes_are_chosen(void)
{
	static const float score[] = { 0.2f, 0.5f, 0.45f, 0.1f };
	static const uint32_t none[4] = { 0 }, some[] = { 1, 0, 0, 2 };
	uint32_t list[4];

	ok(coding_choose(none, score, 4, 0.15f, 0.85f, 3, list) == 2 &&
	       list[0] == 1 && list[1] == 2,
	   "those that fit nearly as well as the best");
	ok(coding_choose(none, score, 4, 0.15f, 0.1f, 2, list) == 2 &&
	       list[0] == 1 && list[1] == 2,
	   "but no more than are wanted");
	ok(coding_choose(none, score, 4, 0.6f, 0.1f, 3, list) == 0,
	   "none if none fits");
	ok(coding_choose(some, score, 4, 0.15f, 0.95f, 3, list) == 3 &&
	       list[0] == 3 && list[1] == 0 && list[2] == 1,
	   "rules before scores, more rules first");
}

static void
meaning_is_centred(void)
{
	float v[] = { 1, 0, 0, 1, 0, 0 };

	coding_centre(v, 3, 2);
	near((double)v[0] * (double)v[0] + (double)v[1] * (double)v[1], 1, 1e-6,
	     "vectors are of length 1 again");
	ok(v[0] > 0.9f && v[1] < 0 && v[4] == 0 && v[5] == 0,
	   "less what all have in common; those of length 0 stay");
}

static void
guids_come_from_paths(void)
{
	static const char text[] = "code,parent\nb,a\na,\na/b,\n";
	struct codebook one = CODEBOOK_INIT, two = CODEBOOK_INIT;

	one.quiet = two.quiet = true;
	ok(codebook_read(&one, SLICE(text)) == 0 && one.n == 3 &&
	       one.v[0].parent == 1,
	   "a parent may come after its child");
	ok(!slice_eq(one.v[0].guid, one.v[2].guid),
	   "a slash in a name is no path");
	ok(codebook_read(&two, SLICE("[{\"name\":\"a\",\"codes\":"
	                             "[{\"name\":\"b\"}]}]")) == 0 &&
	       slice_eq(two.v[1].guid, one.v[0].guid),
	   "the same path has the same guid");
	codebook_free(&one);
	codebook_free(&two);
}

int
main(void)
{
	uuids_are_those_of_the_rfc();
	notes_are_taken_apart();
	rules_are_met();
	codes_are_learnt();
	codes_are_chosen();
	meaning_is_centred();
	guids_come_from_paths();
	return tap_done();
}
