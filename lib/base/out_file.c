/* Files that nobody sees until they are published. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/nocore.h"
#include "base/out_parts.h"

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

/* A name is guarded before there is a file of it: no moment is left out. */
static void
guard(const char *temp)
{
	static const int signals[] = { SIGHUP,  SIGINT,  SIGQUIT,
		                       SIGPIPE, SIGTERM, SIGXFSZ,
		                       SIGABRT, SIGBUS,  SIGSEGV };
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

/* The name is none of an unpublished file, or no longer; errno stays. */
static void
spare(struct out *o)
{
	int err = errno;

	replace_doomed(o->temp, NULL);
	free(o->temp);
	o->temp = NULL;
	errno = err;
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
		guard(o->temp = name_beside(o, n));
		o->fd = open(o->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		             mode);
		if (o->fd >= 0)
			return;
		spare(o);
		if (errno != EEXIST)
			return;
	}
}

void
out_file_begin(struct out *o, mode_t mode)
{
	char *dir = out_directory(o->path);
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
		guard(o->temp = name_beside(o, n));
		if (link_as(o, o->temp) == 0)
			return 0;
		spare(o);
		if (errno != EEXIST)
			return -1;
	}
}

int
out_file_publish(struct out *o)
{
	if (fsync(o->fd) < 0)
		return -1;
	if (o->temp == NULL && link_as(o, o->path) == 0)
		return 0;
	if (o->temp == NULL && (errno != EEXIST || name_temp(o) < 0))
		return -1;
	return rename(o->temp, o->path);
}

void
out_file_end(struct out *o, bool published)
{
	if (o->temp == NULL)
		return;
	if (!published)
		unlink(o->temp);
	spare(o);
}
