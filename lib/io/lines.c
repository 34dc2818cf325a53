#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/progress.h"
#include "base/sandbox.h"
#include "io/lines.h"

enum { BLOCK = 256 * 1024 };

static char stdin_name[] = "-";
static char *only_stdin[] = { stdin_name, NULL };

void
lines_open(struct lines *l, char **files, size_t max)
{
	*l = (struct lines){
		.files = *files != NULL ? files : only_stdin,
		.max = max,
		.fd = -1,
		.block = BUF_INIT,
		.eof = true,
	};
	buf_reserve(&l->block, BLOCK);
}

static int
fail(struct lines *l, const char *what)
{
	l->failed = true;
	return diag_at(STATUS_FAULT, l->file, 0, "%s", what);
}

/* Open l->file. Return 1, or -1 after reporting a fault. */
static int
open_file(struct lines *l)
{
	if (strcmp(l->file, "-") == 0) {
		l->file = "standard input";
		l->fd = STDIN_FILENO;
	} else {
		l->fd = open(l->file, O_RDONLY | O_CLOEXEC);
	}
	return l->fd < 0 ? fail(l, strerror(errno)) : 1;
}

/* Begin with the next file; 0 if there is none. */
static int
next_file(struct lines *l)
{
	if (l->fd > STDIN_FILENO)
		close(l->fd);
	l->fd = -1;
	if (*l->files == NULL)
		return 0;
	l->file = *l->files++;
	l->line = 0;
	l->eof = false;
	l->at = 0;
	buf_reset(&l->block);
	if (open_file(l) < 0)
		return -1;
	if (l->seal && *l->files == NULL)
		sandbox_seal();
	return 1;
}

static int
too_long(struct lines *l)
{
	l->failed = true;
	return diag_at(STATUS_FAULT, l->file, l->line,
	               "longer than %zu bytes: see --max-line", l->max);
}

/* Read more behind what is still to be returned. */
static int
fill(struct lines *l)
{
	size_t rest = l->block.len - l->at;
	ssize_t n;

	if (l->at > 0) {
		memmove(l->block.data, l->block.data + l->at, rest);
		buf_cut(&l->block, rest);
		l->at = 0;
	}
	if (rest > l->max) {
		l->line++;
		return too_long(l);
	}
	buf_reserve(&l->block, BLOCK);
	do
		n = read(l->fd, l->block.data + rest, BLOCK);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return fail(l, strerror(errno));
	l->block.len += (size_t)n;
	l->eof = n == 0;
	progress_add((size_t)n);
	return 0;
}

/* The line that goes up to end, with skip bytes behind it that end it. */
static int
take(struct lines *l, const char *end, size_t skip, struct slice *line)
{
	struct slice s = { l->block.data + l->at, 0 };

	s.len = (size_t)(end - s.p);
	l->unended = skip == 0;
	l->at += s.len + skip;
	if (++l->line == 1 && slice_starts(s, SLICE("\xef\xbb\xbf")))
		s.p += 3, s.len -= 3;
	if (s.len > l->max)
		return too_long(l);
	if (s.len > 0 && s.p[s.len - 1] == '\r')
		s.len--;
	*line = s;
	return 1;
}

int
lines_next(struct lines *l, struct slice *line)
{
	size_t looked = 0;

	while (!l->failed) {
		const char *from = l->block.data + l->at + looked;
		size_t rest = l->block.len - l->at;
		const char *end =
		    rest > looked ? memchr(from, '\n', rest - looked) : NULL;
		int got;

		if (end != NULL)
			return take(l, end, 1, line);
		if (l->eof && rest > 0)
			return take(l, l->block.data + l->block.len, 0, line);
		looked = rest;
		if (l->eof && (got = next_file(l)) <= 0)
			return got;
		if (!l->eof && fill(l) < 0)
			return -1;
	}
	return -1;
}

void
lines_close(struct lines *l)
{
	if (l->fd > STDIN_FILENO)
		close(l->fd);
	buf_free(&l->block);
	progress_end();
}
