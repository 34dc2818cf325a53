#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "io/recode.h"
#include "io/source_parts.h"
#include "text/u8.h"

enum { BLOCK = 256 * 1024 };

int
source_fault(struct source *s, const char *what)
{
	s->failed = true;
	s->eof = true;
	if (!s->quiet)
		diag_at(STATUS_FAULT, s->name, 0, "%s", what);
	return -1;
}

/* Read once behind what b holds; s->eof at the end. */
static int
read_some(struct source *s, struct buf *b)
{
	ssize_t n;

	do {
		n = read(s->fd, buf_reserve(b, BLOCK), BLOCK);
	} while (n < 0 && errno == EINTR);
	if (n < 0) {
		const char *why =
		    errno == EISDIR ? "is a directory" : strerror(errno);

		return source_fault(s, why);
	}
	if (n == 0)
		s->eof = true;
	b->len += (size_t)n;
	b->data[b->len] = '\0';
	return 0;
}

int
source_recode(struct source *s)
{
	int rc = recode_feed(s->recode, buf_view(&s->raw), s->eof, &s->block);

	buf_reset(&s->raw);
	if (rc == 0)
		return 0;
	s->failed = true;
	s->eof = true;
	if (s->quiet)
		return -1;
	return diag_at(STATUS_FAULT, s->name, 0,
	               "byte %llu is not of the encoding given with -E",
	               recode_at(s->recode) + s->skipped);
}

/* Get more text behind what is unread, which moves to the front. */
static int
fill(struct source *s)
{
	size_t rest = s->block.len - s->at;

	if (s->at > 0) {
		memmove(s->block.data, s->block.data + s->at, rest);
		s->base += s->at;
		s->at = 0;
		buf_cut(&s->block, rest);
	}
	if (s->recode == NULL)
		return read_some(s, &s->block);
	if (read_some(s, &s->raw) < 0)
		return -1;
	return source_recode(s);
}

static int
fill_head(struct source *s)
{
	while (!s->eof && s->block.len < SOURCE_HEAD)
		if (read_some(s, &s->block) < 0)
			return -1;
	return 0;
}

static int
open_path(struct source *s, const char *path, const char *encoding)
{
	struct slice head;

	s->option = encoding != NULL;
	buf_reserve(&s->block, BLOCK);
	s->fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) :
	                                 open(path, O_RDONLY | O_CLOEXEC);
	if (s->fd < 0)
		return source_fault(s, strerror(errno));
	if (fill_head(s) < 0 || source_settle(s, encoding) < 0)
		return -1;
	while (!s->eof && s->block.len < SOURCE_HEAD)
		if (fill(s) < 0)
			return -1;
	head = source_head(s);
	if (memchr(head.p, '\n', head.len) == NULL &&
	    memchr(head.p, '\r', head.len) != NULL)
		s->end = '\r';
	return 0;
}

int
source_open(struct source *s, const char *path, const char *name,
            const char *encoding, size_t max_line)
{
	*s = (struct source){ .name = name, .max_line = max_line, .end = '\n' };
	return open_path(s, path, encoding);
}

int
source_peek(struct source *s, const char *path, const char *name,
            const char *encoding)
{
	*s = (struct source){ .name = name, .end = '\n', .quiet = true };
	return open_path(s, path, encoding);
}

void
source_memory(struct source *s, const char *name, struct slice text)
{
	*s = (struct source){ .name = name,
		              .fd = -1,
		              .max_line = SIZE_MAX,
		              .end = '\n',
		              .eof = true,
		              .quiet = true };
	buf_slice(&s->block, text);
	buf_reserve(&s->block, 0);
	if (memchr(s->block.data, '\n', text.len) == NULL)
		s->end = '\r';
}

struct slice
source_head(const struct source *s)
{
	size_t len = s->block.len - s->at;

	return (struct slice){ s->block.data + s->at,
		               len < SOURCE_HEAD ? len : SOURCE_HEAD };
}

/* Whether a line is ASCII without NUL; its slack may be read. */
static bool
is_plain(struct slice line)
{
	size_t i = 0;
#ifdef __SSE2__
	const __m128i zero = _mm_setzero_si128();
	int odd = 0;

	for (; i + 16 <= line.len; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(line.p + i));

		odd |=
		    _mm_movemask_epi8(_mm_or_si128(x, _mm_cmpeq_epi8(x, zero)));
	}
	if (odd != 0)
		return false;
#endif
	for (; i < line.len; i++)
		if ((signed char)line.p[i] <= 0)
			return false;
	return true;
}

static void
examine(struct source *s, struct slice line)
{
	size_t valid;

	s->bad = s->nul = false;
	if (is_plain(line))
		return;
	s->nul = memchr(line.p, '\0', line.len) != NULL;
	valid = u8_valid(line);
	s->bad = valid < line.len;
	s->bad_at = s->base + (uint64_t)(line.p - s->block.data) + valid;
}

static int
fault_long(struct source *s)
{
	s->failed = s->eof = true;
	if (s->quiet)
		return -1;
	return diag_at(STATUS_FAULT, s->name, s->line + 1,
	               "longer than %zu bytes: see --max-line", s->max_line);
}

int
source_line(struct source *s, struct slice *line)
{
	size_t from = 0;
	const char *end = NULL;

	for (;;) {
		char *p = s->block.data + s->at;
		size_t have = s->block.len - s->at;

		if (have > from)
			end = memchr(p + from, s->end, have - from);
		if (end != NULL || s->eof)
			break;
		from = have;
		if (have <= s->max_line && fill(s) == 0)
			continue;
		return s->failed ? -1 : fault_long(s);
	}
	if (s->failed || s->at == s->block.len)
		return s->failed ? -1 : 0;
	line->p = s->block.data + s->at;
	line->len =
	    end != NULL ? (size_t)(end - line->p) + 1 : s->block.len - s->at;
	if (line->len > s->max_line)
		return fault_long(s);
	s->at += line->len;
	s->line++;
	examine(s, *line);
	return 1;
}

int
source_text(struct source *s, struct slice *line)
{
	struct buf why = BUF_INIT;
	int rc = source_line(s, line);

	if (rc == 1 && !source_cut(s) && source_complaint(s, &why) != NULL) {
		s->failed = s->eof = true;
		rc = -1;
		if (!s->quiet)
			diag_at(STATUS_FAULT, s->name, s->line, "%s", why.data);
		buf_free(&why);
	}
	if (rc != 1)
		return rc;
	if (line->len > 0 && line->p[line->len - 1] == '\n')
		line->len--;
	if (line->len > 0 && line->p[line->len - 1] == '\r')
		line->len--;
	return 1;
}

const char *
source_complaint(const struct source *s, struct buf *why)
{
	buf_reset(why);
	if (s->bad)
		buf_addf(why, "not UTF-8 at byte %llu of the file: %s",
		         (unsigned long long)s->bad_at,
		         s->option ? "say -E cp1252 or what it is, or -E auto" :
		                     "save it as UTF-8");
	else if (s->nul)
		buf_adds(why, "holds a NUL byte: remove it");
	else
		return NULL;
	return why->data;
}

int
source_whole(struct source *s, struct slice *all)
{
	while (!s->eof) {
		if (s->block.len - s->at > SOURCE_WHOLE)
			return source_fault(s, "is larger than 64 MiB");
		if (fill(s) < 0)
			return -1;
	}
	*all = (struct slice){ s->block.data + s->at, s->block.len - s->at };
	return s->failed ? -1 : 0;
}

void
source_close(struct source *s)
{
	if (s->fd >= 0)
		close(s->fd);
	recode_free(s->recode);
	buf_free(&s->block);
	buf_free(&s->raw);
}
