/* Who is who among many ways to write names. */
#include <stdlib.h>

#include "tap.h"
#include "text/persons.h"

static struct lexicon lexicon;

/* Who the n-th of these names is, when all of them are known. */
static uint32_t
who_of(const char *const *names, size_t n)
{
	struct persons p;
	size_t wanted = 0;
	uint32_t who;

	persons_open(&p, &lexicon);
	for (size_t i = 0; names[i] != NULL; i++) {
		size_t at = persons_add(&p, slice_of(names[i]));

		wanted = i == n ? at : wanted;
	}
	persons_settle(&p);
	who = persons_who(&p, wanted);
	persons_close(&p);
	return who;
}

static bool
are_one(const char *a, const char *b)
{
	const char *const names[] = { a, b, NULL };

	return who_of(names, 0) == who_of(names, 1);
}

int
main(void)
{
	static const char *const same[] = {
		"William Marsh",
		"Bill Marsh",
		"WILL MARSH",
		"Marsh, Will",
		"Will Marsh, GP",
		"Will Marsh (Tarrow)",
		"Will Marsh - Tarrow Surgery",
		"Dr Will Marsh",
		"W. Marsh",
		"W Marsh",
		"Will M",
		"Will M.",
		"Will A Marsh",
		"@willmarsh",
		"will.marsh@tarrow.nhs.uk",
		"wmarsh",
		"Will",
		"Marsh",
		"WM",
		"W.M.",
		" Will  Marsh ",
		"Marsh Will",
	};
	static const char *const others[] = { "Wilma Marsh", "Will Marshall",
		                              "Jo Marsh",    "Will Bloggs",
		                              "Bloggs",      "JB" };
	static const char *const nobody[] = { "TBC", "-",     "?",      "n/a",
		                              "",    "Guest", "TBC TBC" };
	const char *const marshes[] = { "Will Marsh", "Wendy Marsh", "Marsh",
		                        "W. Marsh",   "Wendy",       NULL };
	const char *const van[] = { "van der Berg, Jan", "Jan van der Berg",
		                    NULL };

	lexicon_load(&lexicon);
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		ok(are_one("Will Marsh", same[i]) &&
		       are_one(same[i], "Will Marsh"),
		   same[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		ok(!are_one("Will Marsh", others[i]), others[i]);
	for (size_t i = 0; i < sizeof(nobody) / sizeof(*nobody); i++) {
		const char *const names[] = { "Will Marsh", nobody[i], NULL };

		ok(who_of(names, 1) == 0, "nobody");
	}
	ok(!are_one("Person 1", "Person 2"), "people with numbers");
	ok(are_one("Person 1", "person 1"), "the same with one number");
	ok(who_of(marshes, 2) == PERSONS_VAGUE, "a surname of two");
	ok(who_of(marshes, 3) == PERSONS_VAGUE, "an initial of two");
	ok(who_of(marshes, 4) == who_of(marshes, 1), "a first name of one");
	ok(who_of(marshes, 0) != who_of(marshes, 1), "two of one surname");
	ok(who_of(van, 0) == who_of(van, 1), "a particle before a comma");
	ok(are_one("Maria Garcia", "Maria Garcia Lopez"), "a double surname");
	ok(are_one("Ana Ruiz Gil", "Eva Gil Ana Ruiz"),
	   "a part, in other order");
	ok(!are_one("Ana Ruiz Gil", "Eva Gil Ana Paz"), "no part of it");
	ok(are_one("Ali Ali", "Ben Ali Hassan"), "a word twice");
	ok(!are_one("\xe6\x9d\x8e\xe6\x98\x8e", "\xe7\x8e\x8b\xe8\x8a\xb3"),
	   "two in a script without spaces");
	lexicon_free(&lexicon);
	return tap_done();
}
