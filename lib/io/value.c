#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "io/scan.h"
#include "io/value.h"

static bool
is_between(char c)
{
	return c == ',' || c == ':' || c == ' ' || c == '\t' || c == '\r' ||
	       c == '\n';
}

static void
skip_space(struct slice *s)
{
	while (s->len > 0 && is_between(s->p[0]))
		s->p++, s->len--;
}

/* The length of the string that s begins with, its quotes included. */
static size_t
string_len(struct slice s)
{
	size_t i = 1;

	while (i < s.len && s.p[i] != '"')
		i += s.p[i] == '\\' ? 2 : 1;
	return i < s.len ? i + 1 : s.len;
}

/* The length of the object or array that s begins with. */
static size_t
nest_len(struct slice s)
{
	size_t depth = 0, i = 0;

	while (i < s.len) {
		char c = s.p[i];

		if (c == '"') {
			i += string_len(slice_from(s, i));
			continue;
		}
		i++;
		depth += c == '{' || c == '[';
		if ((c == '}' || c == ']') && --depth == 0)
			break;
	}
	return i;
}

static size_t
value_len(struct slice s)
{
	size_t i = 0;

	if (s.p[0] == '"')
		return string_len(s);
	if (s.p[0] == '{' || s.p[0] == '[')
		return nest_len(s);
	while (i < s.len && !is_between(s.p[i]) && s.p[i] != ']' &&
	       s.p[i] != '}' && s.p[i] != '\0')
		i++;
	return i > 0 ? i : 1;
}

static struct slice
take(struct slice *s, size_t len)
{
	struct slice taken = { s->p, len };

	s->p += len;
	s->len -= len;
	skip_space(s);
	return taken;
}

struct value_walk
value_open(struct slice json)
{
	struct value_walk w = { { NULL, 0 } };

	if (json.len >= 2 && (json.p[0] == '{' || json.p[0] == '[')) {
		w.rest = json;
		take(&w.rest, 1);
	}
	return w;
}

bool
value_next(struct value_walk *w, struct slice *key, struct slice *val)
{
	struct slice *s = &w->rest, first;

	*key = (struct slice){ NULL, 0 };
	if (s->len == 0 || s->p[0] == '}' || s->p[0] == ']')
		return false;
	first = take(s, value_len(*s));
	*val = first;
	if (first.p[0] != '"' || first.p + first.len == s->p)
		return true;
	/* What stands between a string and what follows says if it is a key. */
	for (const char *p = first.p + first.len; p < s->p; p++)
		if (*p == ':' && s->len > 0) {
			*key = (struct slice){ first.p + 1, first.len - 2 };
			*val = take(s, value_len(*s));
			break;
		}
	return true;
}

struct slice
value_get(struct slice object, const char *name)
{
	struct value_walk w = value_open(object);
	struct slice key, val;

	while (value_next(&w, &key, &val))
		if (slice_is(key, name))
			return val;
	return (struct slice){ NULL, 0 };
}

struct slice
value_text(struct slice json, struct buf *scratch)
{
	if (json.len < 2 || json.p[0] != '"')
		return (struct slice){ NULL, 0 };
	return scan_text((struct slice){ json.p + 1, json.len - 2 }, scratch);
}

size_t
value_count(struct slice json)
{
	char digits[32];
	double x;

	if (json.len == 0 || json.len >= sizeof(digits))
		return 0;
	memcpy(digits, json.p, json.len);
	digits[json.len] = '\0';
	x = strtod(digits, NULL);
	return x >= 1 && x < 1e15 ? (size_t)floor(x) : 0;
}
