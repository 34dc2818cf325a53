#include <stdlib.h>
#include <utf8proc.h>

#include "text/caption.h"
#include "text/fold.h"

/* White space of any script, and what is not seen at all. */
static bool
is_blank(int32_t c)
{
	return fold_is_space(c) || c == 0x200b || c == 0xfeff;
}

void
caption_squeeze(struct slice text, struct buf *out)
{
	size_t from = out->len;
	bool gap = false;

	while (text.len > 0) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n =
		    utf8proc_iterate((const utf8proc_uint8_t *)text.p,
		                     (utf8proc_ssize_t)text.len, &c);

		if (n <= 0)
			n = 1;
		if (is_blank(c))
			gap = true;
		else {
			if (gap && out->len > from)
				buf_addc(out, ' ');
			gap = false;
			buf_add(out, text.p, (size_t)n);
		}
		text.p += n;
		text.len -= (size_t)n;
	}
}

/* The same for ASCII alone, which most names are; false if it is not. */
static bool
fold_ascii(struct slice name, struct buf *out)
{
	char *to = buf_reserve(out, name.len), *at = to;
	bool gap = false;

	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if (c >= 0x80) {
			*to = '\0';
			return false;
		}
		if (c == ' ' || (c >= '\t' && c <= '\r')) {
			gap = at > to;
			continue;
		}
		if (gap)
			*at++ = ' ';
		gap = false;
		*at++ = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	out->len += (size_t)(at - to);
	*at = '\0';
	return true;
}

void
caption_fold(struct slice name, struct buf *out)
{
	utf8proc_uint8_t *folded = NULL;
	utf8proc_ssize_t n;

	if (fold_ascii(name, out))
		return;
	n = utf8proc_map(
	    (const utf8proc_uint8_t *)name.p, (utf8proc_ssize_t)name.len,
	    &folded, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
	if (n >= 0)
		caption_squeeze((struct slice){ (char *)folded, (size_t)n },
		                out);
	else
		caption_squeeze(name, out);
	free(folded);
}
