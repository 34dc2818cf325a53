/*
 * A run of bytes that belongs to somebody else: it says where the text is, not
 * who releases it. Not NUL-terminated; NUL bytes count like any other.
 */
#ifndef DLG_SLICE_H
#define DLG_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *p;
	size_t len;
};

#define SLICE(literal) ((struct slice){ (literal), sizeof(literal) - 1 })

static inline struct slice
slice_of(const char *s)
{
	return (struct slice){ s, strlen(s) };
}

static inline bool
slice_eq(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.p, b.p, a.len) == 0);
}

static inline bool
slice_is(struct slice a, const char *s)
{
	return slice_eq(a, slice_of(s));
}

/* Byte order, as strcmp; a prefix comes before what it is a prefix of. */
static inline int
slice_cmp(struct slice a, struct slice b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int d = len > 0 ? memcmp(a.p, b.p, len) : 0;

	return d != 0 ? d : (a.len > b.len) - (a.len < b.len);
}

static inline bool
slice_starts(struct slice a, struct slice prefix)
{
	return a.len >= prefix.len && memcmp(a.p, prefix.p, prefix.len) == 0;
}

/* Without its first n bytes; it has as many. */
static inline struct slice
slice_from(struct slice a, size_t n)
{
	return (struct slice){ a.p + n, a.len - n };
}

/* Without the ASCII white space at both ends. */
static inline struct slice
slice_trim(struct slice a)
{
	while (a.len > 0 && strchr(" \t\r\n\v\f", a.p[0]) != NULL &&
	       a.p[0] != '\0')
		a.p++, a.len--;
	while (a.len > 0 && strchr(" \t\r\n\v\f", a.p[a.len - 1]) != NULL &&
	       a.p[a.len - 1] != '\0')
		a.len--;
	return a;
}

#endif
