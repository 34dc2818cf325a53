/* What stands between words, as text/tagger sees it. Change anything here and
 * the weights are void. */
#include "text/tagger_parts.h"

static enum gap
gap_of(struct slice gap)
{
	static const unsigned char kinds[128] = {
		['.'] = GAP_STOP,   ['!'] = GAP_STOP,   ['?'] = GAP_STOP,
		['0'] = GAP_NUMBER, ['1'] = GAP_NUMBER, ['2'] = GAP_NUMBER,
		['3'] = GAP_NUMBER, ['4'] = GAP_NUMBER, ['5'] = GAP_NUMBER,
		['6'] = GAP_NUMBER, ['7'] = GAP_NUMBER, ['8'] = GAP_NUMBER,
		['9'] = GAP_NUMBER, [','] = GAP_COMMA,  [':'] = GAP_COLON,
		[';'] = GAP_COLON,  ['('] = GAP_OPEN,   ['['] = GAP_OPEN,
		['"'] = GAP_OPEN,   ['/'] = GAP_SLASH,  ['&'] = GAP_SLASH,
		['@'] = GAP_AT,     ['#'] = GAP_HASH,   ['_'] = GAP_UNDER,
		['='] = GAP_UNDER,  ['\n'] = GAP_LINE,
	};
	enum gap found = GAP_BLANK;

	if (gap.len == 1 && gap.p[0] == '-')
		return GAP_HYPHEN;
	if (gap.len == 1 && gap.p[0] == '.')
		return GAP_DOT;
	for (size_t i = 0; i < gap.len && i < 64; i++) {
		unsigned char c = (unsigned char)gap.p[i];
		enum gap kind = c < 128 ? (enum gap)kinds[c] : GAP_OTHER;

		if (kind == GAP_AT || kind == GAP_HASH)
			return kind;
		if (kind == GAP_LINE)
			found = found == GAP_STOP ? GAP_STOP : GAP_LINE;
		else if (kind != GAP_EDGE && kind != GAP_OTHER)
			found = kind;
		else if (c != ' ' && found == GAP_BLANK)
			found = GAP_OTHER;
	}
	return found;
}

enum gap
tagger_gap(const struct words *w, struct slice text, size_t i)
{
	size_t from = i == 0 ? 0 : w->v[i - 1].end;
	size_t end = i == w->n ? text.len : w->v[i].start;
	enum gap gap;

	if (i > 0 && w->v[i - 1].shape & SHAPE_OWNS)
		from += end - from > 1 ? 2 : 0;
	if (from > end)
		from = end;
	gap = gap_of((struct slice){ text.p + from, end - from });
	if (i == 0 || i == w->n)
		return gap == GAP_AT || gap == GAP_HASH ? gap : GAP_EDGE;
	return gap;
}
