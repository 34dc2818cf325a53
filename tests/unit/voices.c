/* lib/math voices. */
#include "math/voices.h"
#include "tap.h"

enum { N = 16 };

static const char *const words[N] = {
	"Boat families move on every fortnight",
	"We met forty boats",
	"A boat has no address",
	"The surgery phone is engaged",
	"No answer when you phone the surgery",
	"Letters arrive after the appointment",
	"The surgery sends letters",
	"No appointment for weeks",
	"Buses are late",
	"Late buses again",
	"Bus fares went up",
	"Buses and trains do not meet",
	"The garden is lovely",
	"A garden for all",
	"Nobody waters plants",
	"Benches are wet",
};
static struct slice texts[N];
static const uint32_t rows[N] = { 0, 1, 2,  3,  4,  5,  6,  7,
	                          8, 9, 10, 11, 12, 13, 14, 15 };

/* Part what one table speaks of from two clusters. */
static size_t
part(const uint32_t *table, uint32_t *cluster)
{
	const struct voices v = { texts, table, "english" };

	for (uint32_t i = 0; i < N; i++)
		cluster[i] = i >= 8;
	return voices_part(&v, rows, N, cluster, 2);
}

static void
one_table_is_heard(void)
{
	static const uint32_t table[N] = { 8, 8, 8, 1, 2, 3, 4, 5,
		                           1, 2, 3, 4, 5, 6, 7, 0 };
	uint32_t cluster[N];

	ok(part(table, cluster) == 3, "what one table speaks of is a cluster");
	ok(cluster[0] == 2 && cluster[1] == 2 && cluster[2] == 2 &&
	       cluster[3] == 0 && cluster[8] == 1,
	   "of the texts that hold the noun, in any form, and no others");
}

static void
others_are_not(void)
{
	static const uint32_t several[N] = { 8, 8, 7, 1, 2, 3, 4, 5,
		                             1, 2, 3, 4, 5, 6, 7, 0 };
	static const uint32_t few[N] = { 1, 1, 1, 1, 0, 0, 0, 0,
		                         0, 1, 0, 1, 0, 1, 0, 1 };
	static const uint32_t unknown[N] = { 8, 8, VOICES_NONE, 1, 2, 3, 4, 5,
		                             1, 2, 3,           4, 5, 6, 7, 0 };
	uint32_t cluster[N];

	ok(part(several, cluster) == 2, "two tables are not one");
	ok(part(few, cluster) == 2, "with two tables it may be chance");
	ok(part(unknown, cluster) == 2, "nor is one that is not known");
}

static void
what_is_nearly_all_stays(void)
{
	static const uint32_t table[N] = { 8, 8, 8, 1, 2, 3, 4, 5,
		                           1, 2, 3, 4, 5, 6, 7, 0 };
	const struct voices v = { texts, table, "english" };
	uint32_t cluster[N] = {
		0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
	};

	ok(voices_part(&v, rows, N, cluster, 2) == 2 && cluster[0] == 0,
	   "a cluster of hardly anything else stays whole");
	cluster[2] = 1;
	cluster[5] = 0;
	ok(voices_part(&v, rows, N, cluster, 2) == 2,
	   "and so do clusters of which each has some");
	ok(voices_part(&v, rows, 0, cluster, 0) == 0, "there may be no text");
}

int
main(void)
{
	for (size_t i = 0; i < N; i++)
		texts[i] = slice_of(words[i]);
	one_table_is_heard();
	others_are_not();
	what_is_nearly_all_stays();
	return tap_done();
}
