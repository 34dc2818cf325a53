#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/nocore.h"
#include "base/out.h"

enum { BLOCK = 256 * 1024 };

/*
 * The unpublished file of a file system without O_TMPFILE has a name; what ends
 * the process, a fault or a signal, must take it along. A tool has few outputs.
 */
enum { OUTPUTS = 4 };
static const char *volatile doomed[OUTPUTS];

static void
remove_doomed(void)
{
	for (size_t i = 0; i < OUTPUTS; i++)
		if (doomed[i] != NULL)
			unlink(doomed[i]);
}

static void
remove_and_die(int sig)
{
	remove_doomed();
	signal(sig, SIG_DFL);
	raise(sig);
}

/* Put now in the place of was among the doomed; NULL is no file. */
static void
replace_doomed(const char *was, const char *now)
{
	size_t i = 0;

	while (i < OUTPUTS && doomed[i] != was)
		i++;
	if (i < OUTPUTS)
		doomed[i] = now;
}

static void
guard(const char *temp)
{
	static const int signals[] = { SIGHUP, SIGINT, SIGTERM, SIGXFSZ };
	static bool at_exit;
	struct sigaction now, act = { .sa_handler = remove_and_die };

	replace_doomed(NULL, temp);
	if (!at_exit)
		at_exit = atexit(remove_doomed) == 0;
	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
		if (sigaction(signals[i], NULL, &now) == 0 &&
		    now.sa_handler == SIG_DFL)
			sigaction(signals[i], &act, NULL);
}

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

/* The directory of path, to be released with free. */
static char *
directory(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return mem_strdup(".");
	return mem_dup(path, slash == path ? 1 : (size_t)(slash - path));
}

/* The n-th name, beside the one that it is to have, of an unpublished file. */
static char *
name_beside(const struct out *o, unsigned n)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s.%ld.%u", o->path, (long)getpid(), n);
	return b.data;
}

static void
open_beside(struct out *o, mode_t mode)
{
	for (unsigned n = 0; o->fd < 0; n++) {
		o->temp = name_beside(o, n);
		o->fd = open(o->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		             mode);
		if (o->fd >= 0)
			return;
		free(o->temp);
		o->temp = NULL;
		if (errno != EEXIST)
			return;
	}
}

/*
 * Open a file that nobody sees until it is published: one without a name, or
 * where that cannot be had (or not be named later, without /proc) one beside.
 */
static void
open_temp(struct out *o, mode_t mode)
{
	char *dir = directory(o->path);
	int err = ENOENT; /* without /proc: nothing was tried */

	o->fd = -1;
	if (access("/proc/self/fd", X_OK) == 0) {
		o->fd = open(dir, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
		err = errno;
	}
	free(dir);
	errno = err; /* for a message */
	if (o->fd >= 0 || err == EACCES)
		return;
	open_beside(o, mode);
	if (o->fd >= 0)
		guard(o->temp);
}

/* Follow a symbolic link, so that what it points to is replaced. */
static char *
target(const char *path)
{
	char resolved[PATH_MAX];

	return mem_strdup(realpath(path, resolved) ? resolved : path);
}

bool
out_replaces(const char *path, const char *input)
{
	struct stat out, in;

	return path != NULL && input != NULL && strcmp(path, "-") != 0 &&
	       strcmp(input, "-") != 0 && stat(path, &out) == 0 &&
	       S_ISREG(out.st_mode) && stat(input, &in) == 0 &&
	       out.st_dev == in.st_dev && out.st_ino == in.st_ino;
}

void
out_open(struct out *o, const char *path, mode_t mode)
{
	struct stat st;

	*o = (struct out){ .fd = STDOUT_FILENO, .block = BUF_INIT };
	if (path == NULL || strcmp(path, "-") == 0)
		return;
	o->path = target(path);
	if (stat(o->path, &st) == 0) {
		if (!S_ISREG(st.st_mode)) {
			o->fd = open(o->path, O_WRONLY | O_CLOEXEC);
			if (o->fd < 0)
				fault(o, "cannot write", errno);
			return;
		}
		mode = st.st_mode & 07777;
	} else {
		mode_t mask = umask(0);

		umask(mask);
		mode &= ~mask;
	}
	open_temp(o, mode);
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

/* Give the file, which has no name, that one; it fails if there is such. */
static int
link_as(const struct out *o, const char *name)
{
	char from[64];
	int got;

	snprintf(from, sizeof(from), "/proc/self/fd/%d", o->fd);
	nocore(false); /* else /proc/self belongs to root */
	got = linkat(AT_FDCWD, from, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
	nocore(true);
	return got;
}

/* Give it a name beside the one that it is to have. */
static int
name_temp(struct out *o)
{
	for (unsigned n = 0;; n++) {
		char *name = name_beside(o, n);

		if (link_as(o, name) == 0) {
			o->temp = name;
			guard(o->temp);
			return 0;
		}
		free(name);
		if (errno != EEXIST)
			return -1;
	}
}

/* Put the finished file in the place of the old one, in one step. */
static int
publish(struct out *o)
{
	if (fsync(o->fd) < 0)
		return -1;
	if (o->temp == NULL && link_as(o, o->path) == 0)
		return 0;
	if (o->temp == NULL && (errno != EEXIST || name_temp(o) < 0))
		return -1;
	return rename(o->temp, o->path);
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
		published = publish(o) == 0;
		if (!published)
			fault(o, "cannot publish", errno);
	}
	if (o->temp != NULL && !published)
		unlink(o->temp);
	if (o->temp != NULL)
		replace_doomed(o->temp, NULL);
	free(o->temp);
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
