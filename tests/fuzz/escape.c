/* lib/text/escape: any bytes come out as one line of safe UTF-8. */
#include <stdint.h>
#include <stdlib.h>

#include "text/escape.h"
#include "text/u8.h"
#include "text/unescape.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

/* What may never stand in a report, whatever stands beside it. */
static void
check(struct slice s)
{
	if (u8_valid(s) != s.len)
		abort();
	for (size_t i = 0; i < s.len;) {
		uint32_t c;

		i += u8_decode(s.p + i, s.len - i, &c);
		if (c < ' ' || (c >= 0x7f && c < 0xa0) ||
		    (c >= 0x202a && c <= 0x202e) ||
		    (c >= 0x2066 && c <= 0x2069))
			abort();
	}
}

/* Each of these stands behind a backslash, or not at all. */
static void
check_markdown(struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.p[i] == '\\' && i + 1 < s.len) {
			i++;
			continue;
		}
		if (s.p[i] != '\0' && strchr("*_[`|{~^$", s.p[i]) != NULL)
			abort();
	}
	if (s.len > 0 && strchr("#>-+=:", s.p[0]) != NULL)
		abort();
}

/* What is undone keeps its lines, and every byte has a place it comes from. */
static void
check_undone(struct unescaped *u, struct slice in)
{
	size_t breaks = 0;

	unescape(u, in);
	for (size_t i = 0; i < in.len; i++)
		breaks += in.p[i] == '\n';
	for (size_t i = 0; i < u->text.len; i++) {
		if (unescape_origin(u, i) >= in.len ||
		    unescape_origin(u, i) > unescape_origin(u, i + 1))
			abort();
		breaks -= u->text.p[i] == '\n';
	}
	if (breaks != 0 || u->text.len > in.len)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static void (*const escapes[])(struct buf *, struct slice,
	                               size_t) = { escape_markdown, escape_xml,
		                                   escape_yaml, escape_words,
		                                   escape_tidy };
	struct slice text = { (const char *)data + 1, len - 1 };
	struct unescaped undone = UNESCAPED_INIT;
	struct buf b = BUF_INIT;

	if (len == 0)
		return 0;
	check_undone(&undone, text);
	for (size_t i = 0; i < sizeof(escapes) / sizeof(*escapes); i++) {
		buf_reset(&b);
		escapes[i](&b, text, data[0]);
		check(buf_view(&b));
		if (i == 0)
			check_markdown(buf_view(&b));
		check_undone(&undone, buf_view(&b));
	}
	unescape_free(&undone);
	buf_free(&b);
	return 0;
}
