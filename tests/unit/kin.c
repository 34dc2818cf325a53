/* lib/math/kin: themes of a kind. */
#include <stdlib.h>
#include <string.h>

#include "math/kin.h"
#include "math/known.h"
#include "tap.h"

enum { K = 7 };

/* Stems that texts of each theme hold, ten each, one text a stem. */
static const char *const words[K][3] = {
	{ "bus", "driver", "road" },     { "train", "station", "rail" },
	{ "car", "park", "road" },       { "doctor", "nurs", "ward" },
	{ "hospit", "surgeon", "nurs" }, { "patient", "medicin", "ward" },
	{ "zzyzx", "qwrtz", "blorf" },
};

static void
open_model(struct known *k, struct vocabulary *v, struct mixture *m,
           size_t **theme)
{
	for (size_t i = 0; i < K; i++) {
		size_t t = known_add(k);

		known_label(k, t, slice_of(words[i][0]), NULL, 0);
		k->themes[t].texts = 10;
		for (size_t w = 0; w < 3; w++)
			known_count(k, t, slice_of(words[i][w]), 10);
	}
	known_model(k, "english", v, m, theme);
}

static void
themes_of_a_kind_are_grouped(const struct mixture *m, struct vocabulary *v,
                             const uint32_t *group, size_t n)
{
	const uint32_t *columns;
	size_t len;

	ok(n == 2 && group[0] == group[1] && group[1] == group[2] &&
	       group[3] == group[4] && group[4] == group[5] &&
	       group[0] != group[3],
	   "themes of a kind are grouped, by words and by what they mean");
	ok(group[6] == KIN_NONE, "one like no other has no group");
	len = vocabulary_read(v, SLICE("nurse"), &columns);
	ok(len == 1 && kin_worth(m, group, group[3], columns, 1) > 0 &&
	       kin_worth(m, group, group[0], columns, 1) <= 0,
	   "what most of its themes hold names a group, and no other");
	len = vocabulary_read(v, SLICE("surgeon"), &columns);
	ok(len == 1 && kin_worth(m, group, group[3], columns, 1) <= 0,
	   "what one of three holds does not");
	ok(kin_worth(m, group, group[3], columns, 0) <= 0, "nor does nothing");
}

int
main(void)
{
	struct known known = KNOWN_INIT;
	struct vocabulary v;
	struct mixture m;
	size_t *theme, n;
	uint32_t group[K];
	double central[K];

	open_model(&known, &v, &m, &theme);
	n = kin_find(&m, &v, group, central);
	themes_of_a_kind_are_grouped(&m, &v, group, n);
	ok(central[4] > 0 && central[6] <= 0,
	   "what stands for its group is like the others of it");
	free(theme);
	mixture_free(&m);
	vocabulary_free(&v);
	known_free(&known);
	return tap_done();
}
