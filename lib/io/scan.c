#include <stdlib.h>

#include "base/mem.h"
#include "io/scan.h"
#include "io/scan_parts.h"
#include "text/u8.h"

/* c->p is behind the "\u". */
static bool
skip_unicode_escape(struct scan_cursor *c)
{
	int v = scan_hex4(c->p, c->end);

	if (v < 0)
		return scan_fail(c, "bad \\u escape");
	if (v == 0)
		return scan_fail(c, "\\u0000 is not allowed");
	c->p += 4;
	if (is_low_surrogate(v))
		return scan_fail(c, "half a surrogate pair");
	if (!is_high_surrogate(v))
		return true;
	if (c->end - c->p < 6 || c->p[0] != '\\' || c->p[1] != 'u' ||
	    !is_low_surrogate(scan_hex4(c->p + 2, c->end)))
		return scan_fail(c, "half a surrogate pair");
	c->p += 6;
	return true;
}

static bool
skip_escape(struct scan_cursor *c)
{
	c->escaped = true;
	c->p++;
	if (c->p >= c->end)
		return scan_fail(c, "a string is not closed");
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
		return scan_fail(c, "bad escape");
	}
}

/* c->p is inside a string, at what is not plain; go on to its end. */
static bool
skip_string_slowly(struct scan_cursor *c)
{
	for (;; c->p = scan_run(c->p, c->end, &c->high)) {
		if (c->p >= c->end)
			return scan_fail(c, "a string is not closed");
		if (*c->p == '"')
			break;
		if (*c->p != '\\')
			return scan_fail(c, "control character in a string");
		if (!skip_escape(c))
			return false;
	}
	c->p++;
	return true;
}

/* c->p is at the opening quote; afterwards behind the closing one. */
static inline bool
skip_string(struct scan_cursor *c)
{
	c->escaped = false;
	c->p = scan_run(c->p + 1, c->end, &c->high);
	if (c->p >= c->end || *c->p != '"')
		return skip_string_slowly(c);
	c->p++;
	return true;
}

static inline void
skip_space(struct scan_cursor *c)
{
	/* As a rule there is none. */
	if (c->p < c->end && (unsigned char)*c->p > ' ')
		return;
	while (c->p < c->end && (*c->p == ' ' || *c->p == '\t' ||
	                         *c->p == '\r' || *c->p == '\n'))
		c->p++;
}

static bool
skip_word(struct scan_cursor *c, struct slice word)
{
	if ((size_t)(c->end - c->p) < word.len ||
	    memcmp(c->p, word.p, word.len) != 0)
		return scan_fail(c, "not JSON");
	c->p += word.len;
	return true;
}

static bool skip_value(struct scan_cursor *c);

static bool
expect(struct scan_cursor *c, char ch, const char *what)
{
	if (c->p >= c->end || *c->p != ch)
		return scan_fail(c,
		                 c->p >= c->end ? "the line breaks off" : what);
	c->p++;
	return true;
}

static bool
enter(struct scan_cursor *c)
{
	if (++c->depth > c->s->max_depth)
		return scan_fail(c, "nested too deeply: see --max-depth");
	c->p++;
	skip_space(c);
	return true;
}

static bool
skip_array(struct scan_cursor *c)
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
skip_key(struct scan_cursor *c, struct keys *k, struct slice *key)
{
	const char *from = c->p + 1;

	if (c->p >= c->end || *c->p != '"')
		return scan_fail(c, c->p >= c->end ? "the line breaks off" :
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

/*
 * The members from one on whose key c->p is at, to the end of their object,
 * which from stands before.
 */
static bool
skip_members(struct scan_cursor *c, struct keys *keys, const char *from)
{
	struct slice key, val;

	for (;; from = val.p + val.len) {
		if (!skip_key(c, keys, &key))
			return false;
		val.p = c->p;
		if (!skip_value(c))
			return false;
		val.len = (size_t)(c->p - val.p);
		if (c->depth == 1) {
			keep_member(c->s, key, val, c->escaped);
			scan_learn(c->s, from, key, val.p, keys);
			c->s->escaped_keys |= keys->escaped;
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
	return scan_keys_differ(c->s, keys) ||
	       scan_fail(c, "a key stands twice");
}

static bool
skip_object(struct scan_cursor *c)
{
	struct keys keys = { .first = c->s->nkeys };
	const char *from = c->p;

	if (!enter(c))
		return false;
	if (c->p < c->end && *c->p == '}') {
		c->p++;
		c->depth--;
		return true;
	}
	if (c->depth == 1)
		c->s->nseen = 0;
	return skip_members(c, &keys, from);
}

/*
 * The outermost object. As long as its members come as those of the line before
 * did, nothing but their values is looked at: the keys are known, and differ.
 */
static bool
skip_outermost(struct scan_cursor *c)
{
	struct scan *s = c->s;
	struct keys keys = { 0 };
	const char *from;

	c->depth = 1;
	while (s->same < s->nseen && scan_is_seen(&s->seen[s->same], c)) {
		const struct scan_seen *seen = &s->seen[s->same++];
		struct slice key = { c->p + seen->key, seen->key_len }, val;

		c->p += seen->len;
		skip_space(c); /* that line may have had none here */
		val.p = c->p;
		if (!skip_value(c))
			return false;
		val.len = (size_t)(c->p - val.p);
		keep_member(s, key, val, c->escaped);
	}
	if (s->same == 0) {
		c->depth = 0;
		return skip_object(c);
	}
	from = c->p;
	skip_space(c);
	if (c->p < c->end && *c->p == '}') {
		c->p++;
		return true;
	}
	if (!expect(c, ',', "a comma or } is missing"))
		return false;
	skip_space(c);
	for (size_t i = 0; i < s->n; i++)
		scan_add_key(s, &keys, s->members[i].key, false);
	s->nseen = s->same;
	return skip_members(c, &keys, from);
}

static bool
skip_value(struct scan_cursor *c)
{
	if (c->p >= c->end)
		return scan_fail(c, "the line breaks off");
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
		return scan_number(c);
	}
}

static bool
skip_line(struct scan_cursor *c)
{
	const char *from = c->p;
	size_t good;

	skip_space(c);
	if (c->p >= c->end || *c->p != '{')
		return scan_fail(c, "not a JSON object");
	if (!skip_outermost(c))
		return false;
	skip_space(c);
	if (c->p < c->end)
		return scan_fail(c, "something stands behind the object");
	if (!c->high)
		return true;
	good = u8_valid((struct slice){ from, (size_t)(c->end - from) });
	c->p = from + good;
	return c->p == c->end || scan_fail(c, "not UTF-8");
}

int
scan_object(struct scan *s, struct slice line)
{
	struct scan_cursor c = { .s = s,
		                 .p = line.p,
		                 .end = line.p + line.len };

	s->n = 0;
	s->nkeys = 0;
	s->escaped_keys = false;
	s->same = 0;
	s->error = NULL;
	if (skip_line(&c))
		return 0;
	s->nseen = 0;
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
