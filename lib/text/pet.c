#include "text/pet.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	LONGEST = 40, /* letters; longer names have no pet names */
	WHOLE = 3,    /* letters of a whole name that may get an ending */
	PART = 4,     /* letters of a part of one */
	BONES = 3,    /* consonants that tell a name */
	LONGEST_ENDING = 5,
};

#define E(s) \
	{ \
		s, sizeof(s) - 1 \
	}
static const struct slice endings[] = {
	E("y"),    E("ie"),   E("ey"),   E("i"),     E("o"),    E("a"),
	E("ek"),   E("ik"),   E("ka"),   E("ko"),    E("cia"),  E("sia"),
	E("nia"),  E("usia"), E("unia"), E("us"),    E("usha"), E("ushka"),
	E("enka"), E("enko"), E("ita"),  E("ito"),   E("inha"), E("inho"),
	E("chen"), E("lein"), E("li"),   E("el"),    E("ette"), E("ina"),
	E("ster"), E("z"),    E("zza"),  E("za"),    E("ers"),  E("ski"),
	E("sha"),  E("ty"),   E("sy"),   E("bo"),    E("ja"),   E("je"),
	E("tje"),  E("u"),    E("uk"),   E("aczek"), E("os"),
};

static bool
is_ending(struct slice s)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (slice_eq(s, endings[i]))
			return true;
	return false;
}

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	       c == 'y';
}

/* The first letter and the consonants after it, none twice in a row. */
static size_t
bones_of(struct slice word, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < word.len; i++) {
		char c = word.p[i] == 'k' ? 'c' : word.p[i];

		if (i > 0 && (is_vowel(c) || c == 'h'))
			continue;
		if (n == 0 || out[n - 1] != c)
			out[n++] = c;
	}
	return n;
}

static void
add_stem(struct pets *p, struct slice stem, uint32_t name, bool whole)
{
	size_t known = p->stems.n, n = map_add(&p->stems, stem);

	p->stem_name =
	    mem_grow(p->stem_name, &p->name_cap, n + 1, sizeof(*p->stem_name));
	p->stem_whole = mem_grow(p->stem_whole, &p->whole_cap, n + 1,
	                         sizeof(*p->stem_whole));
	if (n == known) {
		p->stem_name[n] = name;
		p->stem_whole[n] = false;
	}
	if (whole && !p->stem_whole[n]) {
		p->stem_name[n] = name;
		p->stem_whole[n] = true;
	}
}

static void
add_bones(struct pets *p, struct slice name, uint32_t number)
{
	char bones[LONGEST];
	size_t len = bones_of(name, bones), known = p->bones.n, n;

	if (name.len < 6 || len < BONES)
		return;
	n = map_add(&p->bones, (struct slice){ bones, len });
	p->bones_name = mem_grow(p->bones_name, &p->bones_cap, n + 1,
	                         sizeof(*p->bones_name));
	if (n == known)
		p->bones_name[n] = number;
}

void
pets_add(struct pets *p, struct slice name)
{
	size_t known = p->names.n, n;

	if (name.len < WHOLE || name.len > LONGEST)
		return;
	n = map_add(&p->names, name);
	if (n != known)
		return;
	for (size_t len = PART; len < name.len; len++)
		add_stem(p, (struct slice){ name.p, len }, (uint32_t)n, false);
	add_stem(p, name, (uint32_t)n, true);
	add_bones(p, name, (uint32_t)n);
}

size_t
pets_find(const struct pets *p, struct slice word)
{
	size_t start = map_find(&p->stems, word);

	if (start != MAP_NONE)
		return p->stem_name[start];
	for (size_t len = word.len;
	     len-- > WHOLE && word.len - len <= LONGEST_ENDING;) {
		struct slice stem = { word.p, len };
		struct slice rest = { word.p + len, word.len - len };
		size_t n;

		if (!is_ending(rest))
			continue;
		n = map_find(&p->stems, stem);
		if (n == MAP_NONE && stem.p[len - 1] == stem.p[len - 2])
			n = map_find(&p->stems,
			             (struct slice){ stem.p, len - 1 });
		/* One letter more is no ending for a part. */
		if (n != MAP_NONE &&
		    (p->stem_whole[n] || rest.len > 1 || len > PART))
			return p->stem_name[n];
	}
	return MAP_NONE;
}

size_t
pets_find_bones(const struct pets *p, struct slice word)
{
	char bones[LONGEST];
	size_t n, len;

	if (word.len < 6 || word.len > LONGEST)
		return MAP_NONE;
	len = bones_of(word, bones);
	n = map_find(&p->bones, (struct slice){ bones, len });
	return n == MAP_NONE ? MAP_NONE : p->bones_name[n];
}

void
pets_free(struct pets *p)
{
	map_free(&p->names);
	map_free(&p->stems);
	map_free(&p->bones);
	free(p->stem_name);
	free(p->stem_whole);
	free(p->bones_name);
	*p = (struct pets){ .name_cap = 0 };
}
