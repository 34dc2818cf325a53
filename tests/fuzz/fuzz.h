/* What all fuzz targets share. */
#ifndef DLG_FUZZ_H
#define DLG_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* Messages of the target go nowhere; the fuzzer's own still show. */
int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static char mask[] = "-close_fd_mask=2";
	char **more = mem_alloc(((size_t)*argc + 2) * sizeof(*more));

	for (int i = 0; i < *argc; i++)
		more[i] = (*argv)[i];
	more[*argc] = mask;
	more[*argc + 1] = NULL;
	*argv = more;
	++*argc;
	return 0;
}

/* A file that holds data, for those who read by name. */
struct fuzz_file {
	int fd;
	char path[64];
	char *list[2]; /* as of a command line */
};

static inline void
fuzz_file_open(struct fuzz_file *f, const uint8_t *data, size_t len)
{
	f->fd = memfd_create("fuzz", 0);
	if (f->fd < 0 || write(f->fd, data, len) != (ssize_t)len)
		abort();
	snprintf(f->path, sizeof(f->path), "/proc/self/fd/%d", f->fd);
	f->list[0] = f->path;
	f->list[1] = NULL;
}

static inline void
fuzz_file_close(struct fuzz_file *f)
{
	close(f->fd);
}

#endif
