#include <string.h>
#include <strings.h>

#include "io/recode.h"
#include "io/source_parts.h"
#include "text/u8.h"

/* What a byte order mark at the beginning says, and its length. */
static const char *
mark_of(struct slice b, size_t *len)
{
	static const struct {
		const char *mark;
		size_t len;
		const char *encoding;
	} marks[] = {
		{ "\xef\xbb\xbf", 3, "UTF-8" },
		{ "\xff\xfe\0\0", 4, "UTF-32LE" },
		{ "\0\0\xfe\xff", 4, "UTF-32BE" },
		{ "\xff\xfe", 2, "UTF-16LE" },
		{ "\xfe\xff", 2, "UTF-16BE" },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		struct slice mark = { marks[i].mark, marks[i].len };

		if (slice_starts(b, mark)) {
			*len = mark.len;
			return marks[i].encoding;
		}
	}
	return NULL;
}

/* Whether every second byte is NUL, as in UTF-16: 0, or its first NUL + 1. */
static size_t
looks_wide(struct slice b)
{
	size_t nul[2] = { 0, 0 }, n = b.len < 512 ? b.len & ~(size_t)1 : 512;

	for (size_t i = 0; i < n; i++)
		nul[i & 1] += b.p[i] == '\0';
	for (size_t i = 0; i < 2; i++)
		if (n >= 4 && nul[i] * 5 > n * 2 && nul[!i] * 10 < n)
			return i + 1;
	return 0;
}

static int
begin_recode(struct source *s, const char *encoding)
{
	s->recode = recode_new(encoding);
	if (s->recode == NULL)
		return source_fault(s, "iconv does not know the encoding given "
		                       "with -E");
	buf_add(&s->raw, s->block.data, s->block.len);
	buf_reset(&s->block);
	return source_recode(s);
}

/* Whether the head is UTF-8, up to a character that goes on behind it. */
static bool
is_utf8(const struct source *s)
{
	struct slice b = buf_view(&s->block);
	size_t rest = b.len - u8_valid(b);

	return rest == 0 || (rest < 4 && !s->eof);
}

static bool
is_ascii(struct slice b)
{
	bool high = false;

	for (size_t i = 0; i < b.len && !high; i++)
		high = (unsigned char)b.p[i] >= 0x80;
	return !high;
}

static int
guess(struct source *s)
{
	struct buf name = BUF_INIT;
	int rc = 0;

	if (is_utf8(s))
		return 0;
	if (recode_guess(buf_view(&s->block), &name) < 0)
		rc = source_fault(s,
		                  "cannot guess the encoding: say it with -E");
	else {
		if (!s->quiet)
			diag_note("%s: taken to be %s", s->name, name.data);
		rc = begin_recode(s, name.data);
	}
	buf_free(&name);
	return rc;
}

int
source_settle(struct source *s, const char *encoding)
{
	struct slice all = buf_view(&s->block);
	size_t len = 0, wide;
	bool said = encoding != NULL && *encoding != '\0';
	const char *marked = mark_of(all, &len);

	if (marked != NULL) {
		s->skipped = s->base = len;
		memmove(s->block.data, s->block.data + len, all.len - len);
		buf_cut(&s->block, all.len - len);
		return strcmp(marked, "UTF-8") == 0 ? 0 :
		                                      begin_recode(s, marked);
	}
	if (slice_starts(all, SLICE("PK\3\4")))
		return 0;
	if (said && strcmp(encoding, "auto") == 0)
		return guess(s);
	if (said && !is_ascii(all) && is_utf8(s) &&
	    strncasecmp(encoding, "utf", 3) != 0) {
		if (!s->quiet)
			diag_note("%s: is UTF-8, so -E is not used", s->name);
		return 0;
	}
	if (said)
		return begin_recode(s, encoding);
	if ((wide = looks_wide(all)) == 0)
		return 0;
	if (!s->option)
		return source_fault(s, "looks like UTF-16: save it as UTF-8");
	return source_fault(
	    s, wide == 1 ? "looks like UTF-16: save it as CSV UTF-8, or say "
			   "-E utf-16be" :
			   "looks like UTF-16: save it as CSV UTF-8, or say "
			   "-E utf-16le");
}
