/*
 * A byte buffer that grows. Behind what it holds stands a NUL.
 */
#ifndef DLG_BUF_H
#define DLG_BUF_H

#include <stddef.h>
#include <string.h>

#include "base/diag.h"
#include "base/slice.h"

struct buf {
	char *data;
	size_t len; /* bytes held */
	size_t cap; /* bytes there is room for, the NUL included */
};

#define BUF_INIT \
	{ \
		NULL, 0, 0 \
	}

/* The same as buf_reserve, when there is no room yet. */
char *buf_widen(struct buf *b, size_t more);

/*
 * Make room for more bytes and a NUL behind what is held; return where they
 * begin.
 */
static inline char *
buf_reserve(struct buf *b, size_t more)
{
	if (b->data == NULL || b->cap - b->len <= more)
		return buf_widen(b, more);
	return b->data + b->len;
}

static inline void
buf_add(struct buf *b, const void *p, size_t len)
{
	char *to = buf_reserve(b, len);

	if (len > 0)
		memcpy(to, p, len);
	b->len += len;
	to[len] = '\0';
}

static inline void
buf_addc(struct buf *b, char c)
{
	char *to = buf_reserve(b, 1);

	to[0] = c;
	to[1] = '\0';
	b->len++;
}

void buf_adds(struct buf *b, const char *s);
/* n in decimal digits: as "%zu" has it, sooner. */
void buf_number(struct buf *b, size_t n);

void buf_addf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Hold nothing, keep the memory. */
void buf_reset(struct buf *b);

/* Hold the first len bytes only. */
void buf_cut(struct buf *b, size_t len);

/* Release the memory; b is as after BUF_INIT. */
void buf_free(struct buf *b);

static inline void
buf_slice(struct buf *b, struct slice s)
{
	buf_add(b, s.p, s.len);
}

/* What is held, borrowed until b changes. */
static inline struct slice
buf_view(const struct buf *b)
{
	return (struct slice){ b->data, b->len };
}

#endif
