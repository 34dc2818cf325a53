/* lib/math: known, carry, teller. */
#include "math/known.h"
#include "math/carry.h"
#include "math/teller.h"
#include "tap.h"

/* A theme of n texts that all hold two stems. */
static size_t
add_theme(struct known *k, const char *a, const char *b, size_t n)
{
	size_t t = known_add(k);

	known_count(k, t, slice_of(a), (uint32_t)n);
	known_count(k, t, slice_of(b), (uint32_t)n);
	k->themes[t].texts = n;
	return t;
}

static void
carries_ids(void)
{
	struct known k = KNOWN_INIT;
	size_t bus, home, same, some, other;

	bus = add_theme(&k, "bus", "late", 9);
	home = add_theme(&k, "home", "damp", 5);
	known_name(&k, bus);
	known_name(&k, home);
	same = add_theme(&k, "bus", "late", 3);
	some = add_theme(&k, "home", "rent", 4);
	known_count(&k, some, SLICE("damp"), 1);
	other = add_theme(&k, "tree", "park", 4);
	carry_over(&k, 2, 0.6, "english");
	ok(known_end(&k, same) == bus && k.themes[bus].texts == 12,
	   "what is like a known theme is that theme");
	ok(slice_is(k.themes[some].id, "t3") &&
	       slice_is(k.themes[some].split_from, "t2"),
	   "what is somewhat like one has split from it");
	ok(slice_is(k.themes[other].id, "t4") &&
	       k.themes[other].split_from.len == 0,
	   "what is like none is new");
	known_free(&k);
}

static void
joins_and_locks(void)
{
	struct known k = KNOWN_INIT;
	size_t a, b, c, d;

	a = add_theme(&k, "bus", "late", 3);
	b = add_theme(&k, "bus", "late", 9);
	c = add_theme(&k, "home", "damp", 4);
	k.themes[c].locked = true;
	for (size_t i = 0; i < 3; i++)
		known_name(&k, i);
	known_see(&k, a, 77);
	d = add_theme(&k, "home", "damp", 4);
	carry_over(&k, 3, 0.6, "english");
	ok(known_end(&k, a) == b && k.themes[b].texts == 12,
	   "known themes that are alike are joined, to the larger");
	ok(known_find(&k, 77) == b && known_find(&k, 78) == KNOWN_NONE,
	   "and the texts seen go along");
	ok(known_end(&k, d) == d && k.themes[c].texts == 4,
	   "one that is locked stays as it is");
	known_free(&k);
}

/* How many themes a text is given where so much likeness is asked. */
static size_t
given(const struct known *k, const char *text, double fit)
{
	struct score s[2];
	struct teller t;
	size_t n;

	teller_init(&t, k, "english", 2, 1.5, fit);
	n = teller_ask(&t, slice_of(text), s);
	teller_free(&t);
	return n;
}

static void
one_everyday_word_is_not_enough(void)
{
	static const char grief[] = "A bereavement list, five months, grief";
	struct known k = KNOWN_INIT;

	add_theme(&k, "bus", "list", 4);
	add_theme(&k, "home", "damp", 4);
	ok(given(&k, grief, 0) == 1 && given(&k, grief, 0.3) == 0,
	   "a text that shares one of many words with a theme is not of it");
	ok(given(&k, "The bus list", 0.3) == 1, "one that is like it is");
	known_free(&k);
}

static void
names_tell_that_themes_are_one(void)
{
	struct known k = KNOWN_INIT;
	size_t bus, home, buses, rent, pets;

	bus = add_theme(&k, "bus", "late", 4);
	home = add_theme(&k, "home", "damp", 4);
	known_label(&k, bus, SLICE("bus"), NULL, 0);
	known_label(&k, home, SLICE("damp homes"), NULL, 0);
	known_name(&k, bus);
	known_name(&k, home);
	buses = add_theme(&k, "buse", "noon", 3);
	rent = add_theme(&k, "rent", "home", 3);
	pets = add_theme(&k, "pet", "cat", 3);
	known_label(&k, buses, SLICE("buses"), NULL, 0);
	known_label(&k, rent, SLICE("homes"), NULL, 0);
	known_label(&k, pets, SLICE("pets"), NULL, 0);
	carry_over(&k, 2, 0.9, "english");
	ok(known_end(&k, buses) == bus, "buses are the known bus");
	ok(known_end(&k, rent) == home,
	   "a shorter name will do where there is some likeness");
	ok(known_end(&k, pets) == pets, "another name is another theme");
	known_free(&k);
}

int
main(void)
{
	carries_ids();
	joins_and_locks();
	one_everyday_word_is_not_enough();
	names_tell_that_themes_are_one();
	return tap_done();
}
