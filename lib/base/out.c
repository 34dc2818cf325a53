#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/out_parts.h"

enum { BLOCK = 256 * 1024 };

static void
fault(struct out *o, const char *what, int err)
{
	if (o->failed)
		return;
	o->failed = true;
	if (o->path != NULL)
		diag_at(STATUS_FAULT, o->path, 0, "%s: %s", what,
		        strerror(err));
	else
		diag(STATUS_FAULT, "standard output: %s: %s", what,
		     strerror(err));
}

void
out_open(struct out *o, const char *path, mode_t mode)
{
	struct stat st;

	*o = (struct out){ .fd = STDOUT_FILENO, .block = BUF_INIT };
	if (path == NULL || strcmp(path, "-") == 0)
		return;
	o->path = out_target(path);
	if (stat(o->path, &st) == 0) {
		if (!S_ISREG(st.st_mode)) {
			o->fd = open(o->path, O_WRONLY | O_CLOEXEC);
			if (o->fd < 0)
				fault(o, "cannot write", errno);
			return;
		}
		mode = st.st_mode & 07777;
	} else if (errno != ENOENT) {
		o->fd = -1;
		fault(o, "cannot write", errno);
		return;
	} else {
		mode_t mask = umask(0);

		umask(mask);
		mode &= ~mask;
	}
	out_file_begin(o, mode);
	if (o->fd < 0)
		fault(o, "cannot write", errno);
	else if (fchmod(o->fd, mode) < 0)
		fault(o, "cannot set its mode", errno);
}

static void
write_all(struct out *o, const char *p, size_t len)
{
	while (len > 0 && !o->failed) {
		ssize_t n = write(o->fd, p, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			fault(o, "cannot write", errno);
			return;
		}
		p += n;
		len -= (size_t)n;
	}
}

/* Write out what waits in the block. */
static void
flush(struct out *o)
{
	write_all(o, o->block.data, o->block.len);
	buf_reset(&o->block);
}

char *
out_reserve(struct out *o, size_t len)
{
	if (o->block.len > 0 && o->block.len + len > BLOCK)
		flush(o);
	if (o->block.data == NULL)
		buf_reserve(&o->block, BLOCK);
	return buf_reserve(&o->block, len);
}

void
out_commit(struct out *o, size_t len)
{
	o->block.len += len;
}

void
out_put(struct out *o, const void *p, size_t len)
{
	if (len >= BLOCK) {
		flush(o);
		write_all(o, p, len);
		return;
	}
	memcpy(out_reserve(o, len), p, len);
	out_commit(o, len);
}

static bool
is_regular(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

static void
close_file(struct out *o)
{
	bool ok = !o->failed && diag_status() < STATUS_FAULT;
	bool published = false;

	if (ok && is_regular(o->fd)) {
		published = out_file_publish(o) == 0;
		if (!published)
			fault(o, "cannot publish", errno);
	}
	out_file_end(o, published);
	if (o->fd >= 0 && close(o->fd) < 0)
		fault(o, "cannot close", errno);
	free(o->path);
}

int
out_close(struct out *o)
{
	if (!o->failed)
		flush(o);
	buf_free(&o->block);
	if (o->path != NULL)
		close_file(o);
	else if (!o->failed && close(STDOUT_FILENO) < 0)
		fault(o, "cannot close", errno);
	return diag_status();
}
