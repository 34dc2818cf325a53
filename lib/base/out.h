/*
 * Where a tool's output goes: standard output, or a file that is published
 * whole when it is closed - a reader sees the old file or all of the new one.
 *
 * Output is written in big blocks. The first fault is reported and kept; what
 * is put afterwards is dropped, and out_close tells.
 */
#ifndef DLG_OUT_H
#define DLG_OUT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/opt.h"

struct out {
	int fd;
	char *path; /* NULL: standard output */
	char *temp; /* name of an unpublished file that has one */
	struct buf block;
	size_t records; /* since the last end record; counted by io/record */
	bool failed;
};

/* The option -o, whose argument goes to *path. */
#define OUT_OPTION(path) \
	{ \
		'o', "output", "file", "write there, whole or not at all", \
		    .str = (path), .file = SANDBOX_WRITE \
	}

/*
 * Begin an output: standard output if path is NULL or "-", else a file that
 * replaces path when it is closed, with the mode given (and path's own mode if
 * it exists).
 */
void out_open(struct out *o, const char *path, mode_t mode);

/*
 * Whether an output to path would replace the file input, by whatever name;
 * either may be NULL or "-".
 */
bool out_replaces(const char *path, const char *input);

/*
 * What an output to path replaces, or makes: what links lead to, be it there or
 * not. Released with free.
 */
char *out_target(const char *path);

void out_put(struct out *o, const void *p, size_t len);

static inline void
out_slice(struct out *o, struct slice s)
{
	out_put(o, s.p, s.len);
}

/*
 * Room for len bytes at the end of the block, to be filled in place and made
 * part of the output with out_commit.
 */
char *out_reserve(struct out *o, size_t len);
void out_commit(struct out *o, size_t len);

/*
 * Write the rest, and publish the file unless a fault of STATUS_FAULT or worse
 * was reported by anyone; then it is dropped and the old file stays.
 * Return the tool's exit status, diag_status().
 */
int out_close(struct out *o);

#endif
