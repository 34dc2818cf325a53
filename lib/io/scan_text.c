#include "io/scan.h"
#include "io/scan_parts.h"
#include "text/u8.h"

int
scan_hex4(const char *p, const char *end)
{
	int v = 0;

	if (end - p < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		char ch = p[i];

		if (ch >= '0' && ch <= '9')
			v = v << 4 | (ch - '0');
		else if ((ch | 32) >= 'a' && (ch | 32) <= 'f')
			v = v << 4 | ((ch | 32) - 'a' + 10);
		else
			return -1;
	}
	return v;
}

/* Append what the escape at p stands for; return what follows it. */
static const char *
decode_escape(const char *p, const char *end, struct buf *out)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *at;
	char utf8[4];
	int v;

	if (*p != 'u') {
		at = strchr(from, *p);
		buf_addc(out, at != NULL ? to[at - from] : *p);
		return p + 1;
	}
	v = scan_hex4(p + 1, end);
	p += 5;
	if (is_high_surrogate(v)) {
		v = 0x10000 + ((v - 0xd800) << 10) +
		    (scan_hex4(p + 2, end) - 0xdc00);
		p += 6;
	}
	buf_add(out, utf8, u8_encode((uint32_t)v, utf8));
	return p;
}

struct slice
scan_text(struct slice inside, struct buf *scratch)
{
	const char *p = inside.p, *end = p + inside.len;
	const char *back = NULL;
	size_t from = scratch->len;

	if (inside.len > 0)
		back = memchr(p, '\\', inside.len);
	if (back == NULL)
		return inside;
	buf_reserve(scratch, inside.len);
	for (; back != NULL; back = memchr(p, '\\', (size_t)(end - p))) {
		buf_add(scratch, p, (size_t)(back - p));
		p = decode_escape(back + 1, end, scratch);
	}
	buf_add(scratch, p, (size_t)(end - p));
	return (struct slice){ scratch->data + from, scratch->len - from };
}

/* As Jansson writes it. */
static void
quote_control(struct buf *out, char ch)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
	const char *at = strchr(from, ch);

	if (at != NULL && ch != '\0') {
		buf_addc(out, '\\');
		buf_addc(out, to[at - from]);
	} else
		buf_addf(out, "\\u%04X", (unsigned char)ch);
}

void
scan_quote(struct buf *out, struct slice text)
{
	const char *p = text.p, *end = p + text.len;
	int high = 0;

	buf_reserve(out, text.len + 2);
	buf_addc(out, '"');
	while (p < end) {
		const char *stop = scan_run(p, end, &high);

		buf_add(out, p, (size_t)(stop - p));
		if (stop < end)
			quote_control(out, *stop++);
		p = stop;
	}
	buf_addc(out, '"');
}
