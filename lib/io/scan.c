#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/scan.h"
#include "io/scan_parts.h"
#include "text/u8.h"

/* Where a scan is. Each skip_ function returns false after set_error. */
struct cursor {
	struct scan *s;
	const char *p, *end;
	size_t depth;
	int high;     /* a byte over 0x7f was seen: UTF-8 is to be checked */
	bool escaped; /* the string skipped last has an escape */
};

static bool
set_error(struct cursor *c, const char *what)
{
	c->s->error = what;
	c->s->error_at = (size_t)c->p; /* made an offset by scan_object */
	return false;
}

/* c->p is behind the "\u". */
static bool
skip_unicode_escape(struct cursor *c)
{
	int v = scan_hex4(c->p, c->end);

	if (v < 0)
		return set_error(c, "bad \\u escape");
	if (v == 0)
		return set_error(c, "\\u0000 is not allowed");
	c->p += 4;
	if (is_low_surrogate(v))
		return set_error(c, "half a surrogate pair");
	if (!is_high_surrogate(v))
		return true;
	if (c->end - c->p < 6 || c->p[0] != '\\' || c->p[1] != 'u' ||
	    !is_low_surrogate(scan_hex4(c->p + 2, c->end)))
		return set_error(c, "half a surrogate pair");
	c->p += 6;
	return true;
}

static bool
skip_escape(struct cursor *c)
{
	c->escaped = true;
	c->p++;
	if (c->p >= c->end)
		return set_error(c, "a string is not closed");
	switch (*c->p++) {
	case '"':
	case '\\':
	case '/':
	case 'b':
	case 'f':
	case 'n':
	case 'r':
	case 't':
		return true;
	case 'u':
		return skip_unicode_escape(c);
	default:
		c->p--;
		return set_error(c, "bad escape");
	}
}

/* c->p is inside a string, at what is not plain; go on to its end. */
static bool
skip_string_slowly(struct cursor *c)
{
	for (;; c->p = scan_run(c->p, c->end, &c->high)) {
		if (c->p >= c->end)
			return set_error(c, "a string is not closed");
		if (*c->p == '"')
			break;
		if (*c->p != '\\')
			return set_error(c, "control character in a string");
		if (!skip_escape(c))
			return false;
	}
	c->p++;
	return true;
}

/* c->p is at the opening quote; afterwards behind the closing one. */
static inline bool
skip_string(struct cursor *c)
{
	c->escaped = false;
	c->p = scan_run(c->p + 1, c->end, &c->high);
	if (c->p >= c->end || *c->p != '"')
		return skip_string_slowly(c);
	c->p++;
	return true;
}

static inline void
skip_space(struct cursor *c)
{
	/* As a rule there is none. */
	if (c->p < c->end && (unsigned char)*c->p > ' ')
		return;
	while (c->p < c->end && (*c->p == ' ' || *c->p == '\t' ||
	                         *c->p == '\r' || *c->p == '\n'))
		c->p++;
}

static size_t
skip_digits(struct cursor *c)
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
in_range(struct cursor *c, const char *from, bool real)
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
	return fits || set_error(c, "a number is out of range");
}

static bool
skip_number(struct cursor *c)
{
	const char *from = c->p;
	bool real = false, power = false;

	if (*c->p == '-')
		c->p++;
	if (c->p < c->end && *c->p == '0')
		c->p++;
	else if (skip_digits(c) == 0)
		return set_error(c, "not JSON");
	if (c->p < c->end && *c->p == '.') {
		c->p++;
		real = true;
		if (skip_digits(c) == 0)
			return set_error(c, "bad number");
	}
	if (c->p < c->end && (*c->p | 32) == 'e') {
		c->p++;
		real = power = true;
		if (c->p < c->end && (*c->p == '+' || *c->p == '-'))
			c->p++;
		if (skip_digits(c) == 0)
			return set_error(c, "bad number");
	}
	return (c->p - from < PLAIN && !power) || in_range(c, from, real);
}

static bool
skip_word(struct cursor *c, struct slice word)
{
	if ((size_t)(c->end - c->p) < word.len ||
	    memcmp(c->p, word.p, word.len) != 0)
		return set_error(c, "not JSON");
	c->p += word.len;
	return true;
}

static bool skip_value(struct cursor *c);

static bool
expect(struct cursor *c, char ch, const char *what)
{
	if (c->p >= c->end || *c->p != ch)
		return set_error(c,
		                 c->p >= c->end ? "the line breaks off" : what);
	c->p++;
	return true;
}

static bool
enter(struct cursor *c)
{
	if (++c->depth > c->s->max_depth)
		return set_error(c, "nested too deeply: see --max-depth");
	c->p++;
	skip_space(c);
	return true;
}

static bool
skip_array(struct cursor *c)
{
	if (!enter(c))
		return false;
	if (c->p < c->end && *c->p == ']') {
		c->p++;
		c->depth--;
		return true;
	}
	for (;;) {
		if (!skip_value(c))
			return false;
		skip_space(c);
		if (c->p >= c->end || *c->p != ',')
			break;
		c->p++;
		skip_space(c);
	}
	c->depth--;
	return expect(c, ']', "a comma or ] is missing");
}

/* A key and the colon behind it. */
static bool
skip_key(struct cursor *c, struct keys *k, struct slice *key)
{
	const char *from = c->p + 1;

	if (c->p >= c->end || *c->p != '"')
		return set_error(c, c->p >= c->end ? "the line breaks off" :
		                                     "a key is missing");
	if (!skip_string(c))
		return false;
	*key = (struct slice){ from, (size_t)(c->p - 1 - from) };
	scan_add_key(c->s, k, *key, c->escaped);
	skip_space(c);
	if (!expect(c, ':', "a colon is missing"))
		return false;
	skip_space(c);
	return true;
}

static inline void
keep_member(struct scan *s, struct slice key, struct slice val, bool escaped)
{
	if (s->n == s->cap)
		s->members = mem_grow(s->members, &s->cap, s->n + 1,
		                      sizeof(*s->members));
	s->members[s->n++] = (struct member){ key, val, { NULL, 0 }, escaped };
}

static bool
skip_object(struct cursor *c)
{
	struct keys keys = { .first = c->s->nkeys };
	struct slice key, val;

	if (!enter(c))
		return false;
	if (c->p < c->end && *c->p == '}') {
		c->p++;
		c->depth--;
		return true;
	}
	for (;;) {
		if (!skip_key(c, &keys, &key))
			return false;
		val.p = c->p;
		if (!skip_value(c))
			return false;
		val.len = (size_t)(c->p - val.p);
		if (c->depth == 1) {
			keep_member(c->s, key, val, c->escaped);
			c->s->escaped_keys |= keys.escaped;
		}
		skip_space(c);
		if (c->p >= c->end || *c->p != ',')
			break;
		c->p++;
		skip_space(c);
	}
	c->depth--;
	if (!expect(c, '}', "a comma or } is missing"))
		return false;
	return scan_keys_differ(c->s, &keys) ||
	       set_error(c, "a key stands twice");
}

static bool
skip_value(struct cursor *c)
{
	if (c->p >= c->end)
		return set_error(c, "the line breaks off");
	switch (*c->p) {
	case '"':
		return skip_string(c);
	case '{':
		return skip_object(c);
	case '[':
		return skip_array(c);
	case 't':
		return skip_word(c, SLICE("true"));
	case 'f':
		return skip_word(c, SLICE("false"));
	case 'n':
		return skip_word(c, SLICE("null"));
	default:
		return skip_number(c);
	}
}

static bool
skip_line(struct cursor *c)
{
	const char *from = c->p;
	size_t good;

	skip_space(c);
	if (c->p >= c->end || *c->p != '{')
		return set_error(c, "not a JSON object");
	if (!skip_object(c))
		return false;
	skip_space(c);
	if (c->p < c->end)
		return set_error(c, "something stands behind the object");
	if (!c->high)
		return true;
	good = u8_valid((struct slice){ from, (size_t)(c->end - from) });
	c->p = from + good;
	return c->p == c->end || set_error(c, "not UTF-8");
}

int
scan_object(struct scan *s, struct slice line)
{
	struct cursor c = { s, line.p, line.p + line.len, 0, 0, false };

	s->n = 0;
	s->nkeys = 0;
	s->escaped_keys = false;
	s->error = NULL;
	if (skip_line(&c))
		return 0;
	s->error_at -= (size_t)line.p;
	return -1;
}

void
scan_free(struct scan *s)
{
	free(s->members);
	free(s->keys);
	buf_free(&s->scratch);
	*s = (struct scan)SCAN_INIT;
}
