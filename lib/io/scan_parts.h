/*
 * What the parts of the scanner share: not for anybody else.
 */
#ifndef DLG_SCAN_PARTS_H
#define DLG_SCAN_PARTS_H

#include <stdint.h>

#include "io/scan.h"

/*
 * The first byte at p or behind it that a JSON string treats specially - a
 * quote, a backslash, a control character - or end. *high is set if a byte
 * over 0x7f was passed. Reads up to 15 bytes past end.
 */
const char *scan_run(const char *p, const char *end, int *high);

/* The value of the four hexadecimal digits at p, or -1. */
int scan_hex4(const char *p, const char *end);

static inline bool
is_high_surrogate(int v)
{
	return v >= 0xd800 && v <= 0xdbff;
}

static inline bool
is_low_surrogate(int v)
{
	return v >= 0xdc00 && v <= 0xdfff;
}

/* What has been seen of the keys of one object. */
struct keys {
	size_t first;  /* where they begin in scan.keys */
	uint64_t bits; /* a bit for each by a weak hash */
	bool suspect;  /* two share a bit */
	bool escaped;  /* one has an escape */
};

/* One more key of the object that k stands for. */
void scan_add_key(struct scan *s, struct keys *k, struct slice key,
                  bool escaped);

/* The object ends: whether its keys all differ. Forgets them. */
bool scan_keys_differ(struct scan *s, const struct keys *k);

#endif
