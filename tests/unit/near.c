/* Words that are nearly a known one; pet names; who is who. */
#include "text/near.h"
#include "tap.h"
#include "text/escape.h"
#include "text/fold.h"
#include "text/pet.h"
#include "text/u8.h"

static void
finds_slips(void)
{
	static const char *const near_ones[] = { "olumide",  "lumide",
		                                 "oumide",   "olumdie",
		                                 "olumidee", "alumide" };
	static const char *const far_ones[] = { "olu", "olumidexx", "lumdie",
		                                "", "edimulo" };
	struct near s = NEAR_INIT;

	near_add(&s, SLICE("olumide"));
	for (size_t i = 0; i < 6; i++)
		ok(near_find(&s, slice_of(near_ones[i]), 5) == 0 &&
		       near_same(SLICE("olumide"), slice_of(near_ones[i])),
		   near_ones[i]);
	for (size_t i = 0; i < 5; i++)
		ok(near_find(&s, slice_of(far_ones[i]), 5) == MAP_NONE,
		   "no slip of one letter");
	ok(near_find(&s, SLICE("olumide"), 8) == MAP_NONE,
	   "a known word that is too short is not found");
	ok(near_sound(&s, SLICE("ollumyde")) == 0, "doubled letters, y for i");
	near_free(&s);
}

static void
finds_far_ones(void)
{
	struct near s = NEAR_INIT;

	near_add(&s, SLICE("suilleabhain"));
	near_add(&s, SLICE("khatib"));
	ok(near_far(&s, SLICE("suileabhan")) == 0, "two letters left out");
	ok(near_far(&s, SLICE("sulilebahain")) == 0, "two pairs swapped");
	ok(near_far(&s, SLICE("suileabhn")) == MAP_NONE, "three are too many");
	ok(near_far(&s, SLICE("zuilleabhan")) == MAP_NONE, "another beginning");
	ok(near_far(&s, SLICE("kathib")) == 1, "the same letters");
	ok(near_far(&s, SLICE("kattib")) == MAP_NONE, "others in a short word");
	ok(near_far(&s, SLICE("")) == MAP_NONE, "nothing");
	near_free(&s);
}

static void
finds_pet_names(void)
{
	struct pets p = { .name_cap = 0 };

	pets_add(&p, SLICE("przemyslaw"));
	pets_add(&p, SLICE("rob"));
	pets_add(&p, SLICE("grainne"));
	ok(pets_find(&p, SLICE("przemek")) == 0, "a beginning and an ending");
	ok(pets_find(&p, SLICE("przem")) == 0, "a beginning");
	ok(pets_find(&p, SLICE("robbo")) == 1, "a letter doubled");
	ok(pets_find(&p, SLICE("robot")) == MAP_NONE, "another ending");
	ok(pets_find(&p, SLICE("pre")) == MAP_NONE, "too little");
	ok(pets_find(&p, SLICE("")) == MAP_NONE, "nothing");
	ok(pets_find_bones(&p, SLICE("grania")) == 2, "other vowels");
	ok(pets_find_bones(&p, SLICE("granta")) == MAP_NONE, "a consonant");
	pets_free(&p);
}

/* What the report drops between letters must not hide a name before. */
static void
hides_nothing(void)
{
	struct buf out = BUF_INIT;
	size_t seen = 0;

	for (int32_t code = 0x80; code < 0x110000; code++) {
		char text[8] = "a";
		size_t len = 1;

		if (code >= 0xd800 && code < 0xe000)
			continue;
		len += u8_encode((uint32_t)code, text + 1);
		text[len++] = 'b';
		buf_reset(&out);
		escape_tidy(&out, (struct slice){ text, len }, 0);
		seen += slice_is(buf_view(&out), "ab") && !fold_is_hidden(code);
	}
	ok(seen == 0, "what the report drops, names are read across");
	buf_free(&out);
}

int
main(void)
{
	finds_slips();
	finds_far_ones();
	finds_pet_names();
	hides_nothing();
	return tap_done();
}
