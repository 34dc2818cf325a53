/*
 * A strict scanner of one JSON object on one line. It checks all of it - the
 * grammar, UTF-8, duplicate keys at every level, numbers out of range - and
 * tells where the members of the outermost object are, without copying or
 * changing anything.
 *
 * It accepts what Jansson's json_loadb accepts with JSON_REJECT_DUPLICATES,
 * if that is an object and within the limit on depth - except that a raw NUL
 * byte, which Jansson overlooks behind a number, is refused. A differential
 * fuzz test (tests/fuzz/scan.c) holds the two together.
 */
#ifndef DLG_SCAN_H
#define DLG_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

/* A member of the outermost object. */
struct member {
	struct slice key;  /* what stands between the quotes, escapes and all */
	struct slice val;  /* its JSON text, quotes included */
	struct slice text; /* for the caller; empty after a scan */
	bool escaped;      /* it is a string with an escape in it */
};

/* What stood before a member's value in the line before: `,"table":`. */
struct scan_seen {
	uint64_t bytes[2], mask[2]; /* mask: which of the bytes count */
	uint8_t len, key, key_len;  /* of them; where the key is */
	uint8_t mark; /* the caller's, of the key; 0 when it comes */
};

enum { SCAN_SEEN = 24 };

struct scan {
	struct member *members;
	size_t n, cap;
	size_t max_depth; /* levels of nesting allowed; the object is level 1 */
	const char *error;  /* why the last scan failed: a phrase */
	size_t error_at;    /* byte of the line, from 0, where it failed */
	bool escaped_keys;  /* a key of the outermost object has an escape */
	struct slice *keys; /* of the objects now open, to find duplicates */
	size_t nkeys, keys_cap;
	size_t same; /* members, from the first, keyed as in the line before */
	struct scan_seen seen[SCAN_SEEN]; /* of lines that were good */
	size_t nseen;
	struct buf scratch;
};

#define SCAN_INIT \
	{ \
		.max_depth = 32, .scratch = BUF_INIT \
	}

/*
 * Scan line. Return 0 with s->members filled (borrowed until the next scan;
 * they point into line), or -1 with s->error and s->error_at set.
 */
int scan_object(struct scan *s, struct slice line);

void scan_free(struct scan *s);

/*
 * The text of a scanned JSON string's inside: inside itself if it has no
 * escape, else decoded behind what scratch holds (borrowed until that grows).
 */
struct slice scan_text(struct slice inside, struct buf *scratch);

/* Append text, valid UTF-8, to out as a JSON string, quotes included. */
void scan_quote(struct buf *out, struct slice text);

#endif
