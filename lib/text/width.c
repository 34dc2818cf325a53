#include <stdbool.h>
#include <stdint.h>

#include "text/escape.h"
#include "text/u8.h"
#include "text/width.h"

/* Advance widths of ASCII from the space on, in thousandths of the size. */
static const short ascii[] = {
	318, 401, 460, 838, 637,  951, 780, 275, 391, 391, 500, 838, 318, 361,
	318, 337, 637, 637, 637,  637, 637, 637, 637, 637, 637, 637, 337, 337,
	838, 838, 838, 557, 1016, 685, 687, 723, 771, 667, 611, 778, 752, 295,
	500, 667, 558, 863, 749,  788, 667, 788, 723, 667, 611, 732, 685, 989,
	686, 667, 686, 391, 337,  391, 838, 557, 500, 613, 635, 550, 635, 616,
	353, 635, 634, 278, 278,  580, 278, 975, 634, 612, 635, 635, 412, 521,
	393, 634, 592, 818, 592,  592, 525, 637, 337, 637, 838,
};

/*
 * Beyond ASCII: letters of Europe and those that join in Arabic are narrow, all
 * else may be an em or more.
 */
static double
char_width(uint32_t c)
{
	if (c >= ' ' && c < 0x7f)
		return ascii[c - ' '];
	if (c >= 0x300 && c < 0x370)
		return 0;
	return c < 0x780 ? 850 : 1100;
}

double
width_of(struct slice text, double size)
{
	double sum = 0;

	while (text.len > 0) {
		uint32_t c;
		size_t len = u8_decode(text.p, text.len, &c);

		if (len == 0)
			len = 1, c = 0xfffd;
		sum += char_width(c);
		text.p += len;
		text.len -= len;
	}
	return sum * size / 1000;
}

void
width_fit(struct buf *out, struct slice text, double size, double width)
{
	size_t start = out->len, max = (size_t)(4 * width / size) + 1;

	for (; max > 0; max--) {
		buf_cut(out, start);
		escape_tidy(out, text, max);
		if (out->len == start ||
		    width_of(
			(struct slice){ out->data + start, out->len - start },
			size) <= width)
			return;
	}
}

/* Whether a line may end behind c: of scripts that set no spaces. */
static bool
may_end(uint32_t c)
{
	return c >= 0x2e80;
}

/*
 * How much of text fits on a line: as far as a space or where else a line may
 * end, or, if that is nowhere, as many characters as there is room for.
 */
static size_t
line_of(struct slice text, double size, double width)
{
	double sum = 0;
	size_t end = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c;
		size_t len = u8_decode(text.p + at, text.len - at, &c);

		if (len == 0)
			len = 1, c = 0xfffd;
		sum += char_width(c) * size / 1000;
		if (c == ' ')
			end = at;
		if (sum > width)
			return end > 0 ? end : at > 0 ? at : len;
		at += len;
		if (may_end(c))
			end = at;
	}
	return text.len;
}

size_t
width_wrap(struct buf *out, struct slice text, double size, double width,
           size_t most)
{
	struct buf tidy = BUF_INIT;
	struct slice rest;
	size_t n = 1;

	escape_tidy(&tidy, text, most * ((size_t)(4 * width / size) + 1));
	for (rest = buf_view(&tidy); n < most; n++) {
		size_t len = line_of(rest, size, width);

		if (len == rest.len)
			break;
		buf_add(out, rest.p, len);
		buf_addc(out, '\n');
		while (len < rest.len && rest.p[len] == ' ')
			len++;
		rest.p += len;
		rest.len -= len;
	}
	width_fit(out, rest, size, width);
	buf_free(&tidy);
	return n;
}
