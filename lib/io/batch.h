/*
 * All the inputs of one call: files, folders of files, standard input; which
 * event each belongs to, and by which key its notes get their ids, whatever
 * the order in which the inputs are given.
 */
#ifndef DLG_BATCH_H
#define DLG_BATCH_H

#include <sys/types.h>

#include "io/eventfile.h"
#include "io/format.h"

struct input {
	char *path;        /* to open; "-" for standard input */
	char *label;       /* for messages */
	struct slice base; /* its last part, in path */
	struct slice key;  /* the last parts that tell it from the others */
	struct event *event;
	const struct format *format;
	bool regular; /* a file that can be opened twice */
	dev_t dev;
	ino_t ino;
	off_t size;
	bool done; /* opened to be read */
};

struct batch {
	const struct import_options *options;
	struct input *inputs;
	size_t n, cap;
	size_t opened;
	struct event **events;
	size_t nevents;
	struct map names;   /* of events */
	struct map folders; /* that were walked */
};

/*
 * Take the arguments, folders with all that is in them. Return 0, or -1 after
 * reporting a fault.
 */
int batch_open(struct batch *b, char **args,
               const struct import_options *options);

/* Read them all into sink. Return 0, or -1 after reporting a fault. */
int batch_read(struct batch *b, struct sink *sink);

void batch_close(struct batch *b);

#endif
