#include <stdlib.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "text/fold.h"
#include "text/plain.h"

/* The plain form of one code point; its length. */
static size_t
plain_code(int32_t code, const char *p, size_t n, char *out)
{
	utf8proc_int32_t parts[18];
	utf8proc_ssize_t count;
	size_t len = 0;
	int bound = 0;

	if (fold_is_hidden(code))
		return 0;
	if (code < 0x80 || fold_is_unspaced(code)) {
		memcpy(out, p, n);
		return n;
	}
	if (fold_is_space(code) || fold_is_hyphen(code) ||
	    fold_is_apostrophe(code)) {
		*out = fold_is_space(code)  ? ' ' :
		       fold_is_hyphen(code) ? '-' :
		                              '\'';
		return 1;
	}
	count = utf8proc_decompose_char(
	    code, parts, 18, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &bound);
	for (utf8proc_ssize_t i = 0; i < count && i < 18; i++)
		if (utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_MN)
			len += (size_t)utf8proc_encode_char(
			    parts[i], (utf8proc_uint8_t *)out + len);
	return len;
}

void
plain_make(struct plain *p, struct slice text, bool foreign)
{
	const char *end = text.p + text.len;

	p->text = text;
	if (!foreign) {
		free(p->at);
		p->at = NULL;
		p->cap = 0;
		return;
	}
	buf_reset(&p->buf);
	for (const char *q = text.p; q < end;) {
		char *out = buf_reserve(&p->buf, FOLD_MAX);
		int32_t code;
		size_t n = fold_decode(q, end, &code);
		size_t len = plain_code(code, q, n, out);

		p->at = mem_grow(p->at, &p->cap, p->buf.len + len + 1,
		                 sizeof(*p->at));
		for (size_t i = 0; i < len; i++)
			p->at[p->buf.len + i] = (uint32_t)(q - text.p);
		p->buf.len += len;
		q += n;
		p->at[p->buf.len] = (uint32_t)(q - text.p);
	}
	buf_reserve(&p->buf, 1)[0] = '\0';
	p->text = buf_view(&p->buf);
}

void
plain_free(struct plain *p)
{
	buf_free(&p->buf);
	free(p->at);
	*p = (struct plain)PLAIN_INIT;
}
