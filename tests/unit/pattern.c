/*
 * Direct identifiers: 500 strings that are some and 500 that nearly are, made
 * from templates with valid and broken check digits; and the limits.
 */
#include <stdlib.h>
#include <string.h>

#include "tap.h"
#include "text/checksum.h"
#include "text/pattern.h"

static struct lexicon lexicon;
static struct patterns *patterns;
static uint64_t state = 7;

static unsigned
below(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((state >> 33) % n);
}

/*
 * Fill in a template: # any digit, @ stays, ^ a letter of the outer part of
 * postcodes, ~ one of the inner part, ! a letter that an inner part never has.
 */
static void
fill(char *out, const char *template)
{
	static const char outer[] = "ABDEFGHLNSTW", inner[] = "ABDEFGHJLN";
	static const char never[] = "CIKMOV";

	for (; *template != '\0'; template ++) {
		char c = *template;

		*out++ = c == '#' ? (char)('0' + below(10)) :
		         c == '^' ? outer[below(sizeof(outer) - 1)] :
		         c == '~' ? inner[below(sizeof(inner) - 1)] :
		         c == '!' ? never[below(sizeof(never) - 1)] :
		                    c;
	}
	*out = '\0';
}

static size_t
found(const char *text)
{
	struct words words = WORDS_INIT;
	struct spans spans = { NULL, 0, 0 };
	size_t n;

	words_find(&words, slice_of(text), &lexicon);
	if (patterns_find(patterns, slice_of(text), &words, NULL, false,
	                  &spans) != 0)
		abort();
	spans_settle(&spans);
	n = spans.n;
	words_free(&words);
	spans_free(&spans);
	return n;
}

/* A template, and a check that decides which fillings count. */
struct sample {
	const char *template;
	bool (*check)(struct slice);
	bool want; /* what check must say */
};

static const struct sample positives[] = {
	{ "jo.b##@mail#.example.org", NULL, true },
	{ "A_b+c##@x-#.co.uk", NULL, true },
	{ "o'hara##@post.ie", NULL, true },
	{ "jo##@example.museum", NULL, true },
	{ "jo## [at] example.org", NULL, true },
	{ "077## 9#####", NULL, true },
	{ "07#########", NULL, true },
	{ "(01793) 49####", NULL, true },
	{ "020 7946 0###", NULL, true },
	{ "+44 77## 90####", NULL, true },
	{ "+44 (0)20 7946 0###", NULL, true },
	{ "+353 86 123 ####", NULL, true },
	{ "0044 1792 20####", NULL, true },
	{ "555-###-1234", NULL, true },
	{ "### ### ####", checksum_nhs, true },
	{ "##########", checksum_nhs, true },
	{ "AB 12 ## ## C", NULL, true },
	{ "JG10####A", NULL, true },
	{ "^#1 #~~", NULL, true },
	{ "^^## #~~", NULL, true },
	{ "SW1A 1~~", NULL, true },
	{ "ec1v #~~", NULL, true },
	{ "https://jo##:pw@example.org/x", NULL, true },
	{ "https://www.linkedin.com/in/jo-##", NULL, true },
	{ "http://example.org/users/jo##", NULL, true },
	{ "www.facebook.com/jo.##", NULL, true },
	{ "@jo_##", NULL, true },
	{ "4### #### #### ####", checksum_card, true },
	{ "5###############", checksum_card, true },
	{ "GB## NWBK 6016 1331 9268 ##", checksum_iban, true },
	{ "10.#.#.1#", NULL, true },
	{ "192.168.#.##", NULL, true },
	{ "2001:db8:0:0:0:0:#:1", NULL, true },
	{ "AB51 ABC", NULL, true },
	{ "LM7# XYZ", NULL, true },
	{ "born 1#/0#/198#", NULL, true },
	{ "DOB: 2#.1#.7#", NULL, true },
	{ "date of birth 1# March 195#", NULL, true },
	{ "case no. 1####", NULL, true },
	{ "patient id 4###-##", NULL, true },
};

static const struct sample negatives[] = {
	{ "3# @ 5# pounds each", NULL, true },
	{ "meet @ #pm", NULL, true },
	{ "jo## at example dot", NULL, true },
	{ "user@", NULL, true },
	{ "room 2###", NULL, true },
	{ "in 19## and 20##", NULL, true },
	{ "2019-20## and 20##-24", NULL, true },
	{ "#,###,### people", NULL, true },
	{ "0.##########", NULL, true },
	{ "1 in ### of ### said", NULL, true },
	{ "03/12/20##", NULL, true },
	{ "20##-0#-1#", NULL, true },
	{ "##.#% of ###", NULL, true },
	{ "3## 2## 1###", checksum_nhs, false },
	{ "9#########", checksum_nhs, false },
	{ "BG 12 ## ## C", NULL, true },
	{ "AB 12 ## ## Z", NULL, true },
	{ "DA 12 ## C", NULL, true },
	{ "^# ##~~", NULL, true },
	{ "^^# #!!", NULL, true },
	{ "^#", NULL, true },
	{ "M# #pm", NULL, true },
	{ "E1# 2nd", NULL, true },
	{ "https://example.org/report-20##", NULL, true },
	{ "www.gov.uk/guidance/##", NULL, true },
	{ "http://www.bbc.co.uk/news/##", NULL, true },
	{ "4### 1### 2### 3###", checksum_card, false },
	{ "5###############", checksum_card, false },
	{ "GB## NWBK 60AB 1331 9268 ##", checksum_iban, false },
	{ "version 1#.2.3", NULL, true },
	{ "1#.## x 2.#", NULL, true },
	{ "ratio ##:##", NULL, true },
	{ "A#1 road", NULL, true },
	{ "QI51 ABC", NULL, true },
	{ "open 9-1# and 14-1#", NULL, true },
	{ "born in 19##", NULL, true },
	{ "case study #", NULL, true },
	{ "case 20##", NULL, true },
	{ "policy 4", NULL, true },
	{ "Q#: ### votes", NULL, true },
};

/* 500 texts from the samples; how many gave what they should. */
static size_t
run(const struct sample *samples, size_t n, bool hidden)
{
	size_t good = 0;

	for (size_t i = 0; i < 500; i++) {
		const struct sample *s = &samples[i % n];
		char text[128], inside[192];

		do
			fill(text, s->template);
		while (s->check != NULL &&
		       (s->check(slice_of(text)) != s->want ||
		        (!hidden && checksum_nhs(slice_of(text)))));
		snprintf(inside, sizeof(inside), "Note: %s, she said.", text);
		if ((found(inside) > 0) == hidden)
			good++;
		else
			printf("# %s\n", inside);
	}
	return good;
}

static void
checks_digits(void)
{
	ok(checksum_nhs(SLICE("943 476 5919")), "an NHS number");
	ok(!checksum_nhs(SLICE("943 476 5918")), "a digit off is none");
	ok(checksum_card(SLICE("4111 1111 1111 1111")), "a card number");
	ok(!checksum_card(SLICE("4111 1111 1111 1112")), "nor this");
	ok(checksum_iban(SLICE("GB82 WEST 1234 5698 7654 32")), "an IBAN");
	ok(!checksum_iban(SLICE("GB82 WEST 1234 5698 7654 33")), "nor this");
}

static void
finds_disguised(void)
{
	ok(found("call \xef\xbc\x90\xef\xbc\x97\xef\xbc\x97\xef\xbc\x90\xef\xbc"
	         "\x90 900 123") == 1,
	   "full-width digits count");
	ok(found("jo\xc2\xad@exam\xe2\x80\x8bple.org") == 1,
	   "soft hyphens and zero-width blanks hide nothing");
	ok(found("077\xc2\xa0\x30\x30 900\xe2\x80\x91\x31\x32\x33") == 1,
	   "nor do other blanks and hyphens");
}

int
main(void)
{
	lexicon_load(&lexicon);
	patterns = patterns_new();
	checks_digits();
	ok(run(positives, sizeof(positives) / sizeof(*positives), true) == 500,
	   "500 identifiers are all found");
	ok(run(negatives, sizeof(negatives) / sizeof(*negatives), false) == 500,
	   "500 near misses are all let through");
	finds_disguised();
	ok(patterns_add(patterns, SLICE("/x*/")) != NULL,
	   "a pattern that matches nothing at all is refused");
	patterns_free(patterns);
	lexicon_free(&lexicon);
	return tap_done();
}
