#include "text/wording.h"

static void
put_number(struct buf *out, size_t n)
{
	if (n >= 1000) {
		put_number(out, n / 1000);
		buf_addf(out, ",%03zu", n % 1000);
		return;
	}
	buf_addf(out, "%zu", n);
}

void
wording_count(struct buf *out, size_t n, struct noun noun)
{
	put_number(out, n);
	buf_addf(out, " %s", n == 1 ? noun.one : noun.many);
}

void
wording_part(struct buf *out, size_t n, size_t of, struct noun noun)
{
	if (n < of) {
		put_number(out, n);
		buf_adds(out, " of ");
		put_number(out, of);
		buf_addf(out, " %s", noun.many);
	} else if (of == 1) {
		buf_addf(out, "the one %s", noun.one);
	} else if (of == 2) {
		buf_addf(out, "both %s", noun.many);
	} else {
		buf_adds(out, "all ");
		wording_count(out, of, noun);
	}
}

void
wording_capital(struct buf *out, size_t start)
{
	char *p;

	if (start == out->len)
		return;
	p = out->data + start;
	if (*p >= 'a' && *p <= 'z')
		*p = (char)(*p - 'a' + 'A');
}
