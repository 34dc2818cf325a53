/* text/regex: what is found, and that nothing runs for ever. */
#include "text/regex.h"
#include "tap.h"

static void
finds_groups(void)
{
	struct regex *r = regex_new(SLICE("no (\\w+)$"), REGEX_ANY_CASE);
	const size_t *at;

	ok(regex_find(r, SLICE("There is NO agreement"), 0, &at) == 1 &&
	       at[0] == 9 && at[1] == 21 && at[2] == 12 && at[3] == 21,
	   "a match and its group are found");
	ok(regex_find(r, SLICE("There is NO agreement"), 10, &at) == 0,
	   "not before where the search begins");
	ok(regex_find(r, (struct slice){ NULL, 0 }, 0, NULL) == 0,
	   "nothing is found in nothing");
	regex_free(r);
}

static void
reads_unicode(void)
{
	struct regex *r =
	    regex_new(SLICE("\\bé\\w"), REGEX_UNICODE | REGEX_ANY_CASE);

	ok(regex_find(r, SLICE("l'Équipe"), 0, NULL) == 1,
	   "case and word bounds are Unicode's");
	regex_free(r);
	r = regex_new(SLICE("a.b"), REGEX_LITERAL);
	ok(regex_find(r, SLICE("axb a.b"), 0, NULL) == 1 &&
	       regex_find(r, SLICE("axb"), 0, NULL) == 0,
	   "a literal is what it is");
	regex_free(r);
}

static void
gives_up(void)
{
	struct regex *r = regex_new(SLICE("^(a+)+$"), 0);

	ok(regex_find(r, SLICE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaX"), 0,
	              NULL) < 0,
	   "a match that takes too many steps is given up");
	regex_free(r);
	ok(regex_new(SLICE("(a"), 0) == NULL, "what is no pattern is refused");
	ok(regex_new(SLICE("\\C"), REGEX_UNICODE) == NULL,
	   "so is one that could split a character");
}

int
main(void)
{
	finds_groups();
	reads_unicode();
	gives_up();
	return tap_done();
}
