#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

char *
buf_reserve(struct buf *b, size_t more)
{
	size_t cap = b->cap;

	if (b->data == NULL || b->cap - b->len < more) {
		size_t had = cap ? cap + BUF_SLACK : 0;

		b->data = mem_grow(b->data, &had, b->len + more + BUF_SLACK, 1);
		b->cap = had - BUF_SLACK;
		memset(b->data + b->cap, 0, BUF_SLACK);
	}
	return b->data + b->len;
}

void
buf_add(struct buf *b, const void *p, size_t len)
{
	buf_reserve(b, len);
	if (len > 0)
		memcpy(b->data + b->len, p, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
buf_addc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list args, again;
	int len;

	va_start(args, fmt);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (len > 0) {
		vsnprintf(buf_reserve(b, (size_t)len), (size_t)len + 1, fmt,
		          again);
		b->len += (size_t)len;
	}
	va_end(again);
}

void
buf_reset(struct buf *b)
{
	buf_cut(b, 0);
}

void
buf_cut(struct buf *b, size_t len)
{
	if (b->data == NULL || len > b->len)
		return;
	b->len = len;
	b->data[len] = '\0';
}

void
buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf)BUF_INIT;
}
