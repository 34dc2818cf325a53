/* What the unit tests share: results in the Test Anything Protocol. */
#ifndef DLG_TAP_H
#define DLG_TAP_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

static int tap_count;
static int tap_failed;

static inline void
ok(bool good, const char *name)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++tap_count, name);
	tap_failed += !good;
	fflush(stdout);
}

/* got is within tolerance of want. */
static inline void
near(double got, double want, double tolerance, const char *name)
{
	bool good = fabs(got - want) <= tolerance;

	ok(good, name);
	if (!good)
		printf("# got %.17g, not %.17g\n", got, want);
}

/* Last: print the plan; main returns it. */
static inline int
tap_done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}

#endif
