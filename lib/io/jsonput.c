#include <stdio.h>

#include "io/jsonput.h"
#include "io/scan.h"

void
jsonput_key(struct buf *b, const char *key)
{
	if (b->len > 0 && b->data[b->len - 1] != '{')
		buf_addc(b, ',');
	buf_addc(b, '"');
	buf_adds(b, key);
	buf_adds(b, "\":");
}

void
jsonput_text(struct buf *b, const char *key, struct slice text)
{
	jsonput_key(b, key);
	scan_quote(b, text);
}

void
jsonput_count(struct buf *b, const char *key, size_t n)
{
	jsonput_key(b, key);
	buf_addf(b, "%zu", n);
}

void
jsonput_number(struct buf *b, const char *key, double v, int digits)
{
	jsonput_key(b, key);
	buf_addf(b, "%.*g", digits, v);
}

void
jsonput_list(struct buf *b, const char *key, const struct slice *list, size_t n)
{
	jsonput_key(b, key);
	buf_addc(b, '[');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(b, ',');
		scan_quote(b, list[i]);
	}
	buf_addc(b, ']');
}

void
jsonput_decimals(struct buf *b, double v, int decimals)
{
	long long scale = 1, n;

	for (int i = 0; i < decimals; i++)
		scale *= 10;
	n = (long long)((v < 0 ? -v : v) * (double)scale + 0.5);
	buf_addf(b, "%s%lld.%0*lld", v < 0 && n > 0 ? "-" : "", n / scale,
	         decimals, n % scale);
}
