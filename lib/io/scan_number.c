/* Numbers, as JSON writes them. */
#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/scan_parts.h"

static size_t
skip_digits(struct scan_cursor *c)
{
	const char *from = c->p;

	while (c->p < c->end && *c->p >= '0' && *c->p <= '9')
		c->p++;
	return (size_t)(c->p - from);
}

/* Digits, sign and point of which any number has a value for us. */
enum { PLAIN = 18 };

/* Whether the number from..c->p, of correct grammar, has a value for us. */
static bool
in_range(struct scan_cursor *c, const char *from, bool real)
{
	char digits[512], *copy = digits;
	size_t len = (size_t)(c->p - from);
	bool fits;

	if (len >= sizeof(digits))
		copy = mem_alloc(len + 1);
	memcpy(copy, from, len);
	copy[len] = '\0';
	errno = 0;
	if (real) {
		double v = strtod(copy, NULL);

		fits = errno != ERANGE || (v > -1 && v < 1);
	} else {
		(void)strtoll(copy, NULL, 10);
		fits = errno != ERANGE;
	}
	if (copy != digits)
		free(copy);
	return fits || scan_fail(c, "a number is out of range");
}

bool
scan_number(struct scan_cursor *c)
{
	const char *from = c->p;
	bool real = false, power = false;

	if (*c->p == '-')
		c->p++;
	if (c->p < c->end && *c->p == '0')
		c->p++;
	else if (skip_digits(c) == 0)
		return scan_fail(c, "not JSON");
	if (c->p < c->end && *c->p == '.') {
		c->p++;
		real = true;
		if (skip_digits(c) == 0)
			return scan_fail(c, "bad number");
	}
	if (c->p < c->end && (*c->p | 32) == 'e') {
		c->p++;
		real = power = true;
		if (c->p < c->end && (*c->p == '+' || *c->p == '-'))
			c->p++;
		if (skip_digits(c) == 0)
			return scan_fail(c, "bad number");
	}
	return (c->p - from < PLAIN && !power) || in_range(c, from, real);
}
