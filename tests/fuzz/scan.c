/*
 * io/scan against Jansson: on every input the same verdict, and for what both
 * accept the same members, byte for byte.
 */
#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

enum { DEPTH = 32 };

static size_t
depth_of(const json_t *v)
{
	size_t most = 0, depth, i;
	const char *key;
	json_t *child;

	if (!json_is_object(v) && !json_is_array(v))
		return 0;
	json_object_foreach((json_t *)v, key, child) most =
	    (depth = depth_of(child)) > most ? depth : most;
	json_array_foreach(v, i, child) most =
	    (depth = depth_of(child)) > most ? depth : most;
	return most + 1;
}

static void
same_string(const json_t *want, struct slice val)
{
	struct buf b = BUF_INIT, again = BUF_INIT;
	struct slice text;

	val.p++;
	val.len -= 2;
	text = scan_text(val, &b);
	if (text.len != json_string_length(want) ||
	    memcmp(text.p, json_string_value(want), text.len) != 0)
		abort();
	buf_slice(&again, text);
	buf_reset(&b);
	scan_quote(&b, buf_view(&again));
	if (json_dumpb(want, NULL, 0, JSON_ENCODE_ANY) != b.len)
		abort();
	buf_free(&again);
	buf_free(&b);
}

static void
same_members(const struct scan *s, const json_t *want)
{
	if (s->n != json_object_size(want))
		abort();
	for (size_t i = 0; i < s->n; i++) {
		struct buf b = BUF_INIT;
		struct slice key = scan_text(s->members[i].key, &b);
		char *name = mem_dup(key.p, key.len);
		const json_t *v = json_object_get(want, name);

		if (v == NULL ||
		    (s->members[i].val.p[0] == '"') != json_is_string(v))
			abort();
		if (json_is_string(v))
			same_string(v, s->members[i].val);
		free(name);
		buf_free(&b);
	}
}

static void
check(struct scan *s, struct slice line)
{
	json_error_t error;
	json_t *want =
	    json_loadb(line.p, line.len, JSON_REJECT_DUPLICATES, &error);
	bool good = scan_object(s, line) == 0;

	if (memchr(line.p, '\0', line.len) != NULL) {
		if (good)
			abort();
	} else if (good != (json_is_object(want) && depth_of(want) <= DEPTH)) {
		abort();
	}
	if (good)
		same_members(s, want);
	json_decref(want);
}

/* The whole, then each line twice, as what was scanned before is remembered. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct buf all = BUF_INIT;
	struct scan s = SCAN_INIT;

	s.max_depth = DEPTH;
	buf_add(&all, data, len);
	check(&s, buf_view(&all));
	for (const char *p = all.data, *end = p + len; p < end;) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		struct slice line = { p, (size_t)((stop ? stop : end) - p) };

		check(&s, line);
		check(&s, line);
		p += line.len + 1;
	}
	scan_free(&s);
	buf_free(&all);
	return 0;
}
