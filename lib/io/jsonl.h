/*
 * The records of a stream, one after another, from the files of a command
 * line or standard input.
 *
 *	jsonl_open(&in, argv, &options);
 *	while ((rec = jsonl_next(&in)) != NULL)
 *		...
 *	jsonl_close(&in);
 *
 * The first bad line is reported (file, line, what) and ends the reading: no
 * record is ever let through half understood. End records are checked and
 * kept back; a stream without one, or with a wrong count, is a fault, for its
 * writer died.
 */
#ifndef DLG_JSONL_H
#define DLG_JSONL_H

#include "base/opt.h"
#include "io/lines.h"
#include "io/record.h"

struct jsonl_options {
	bool partial;     /* take a stream that stops early */
	size_t max_line;  /* bytes; 0 for 4 MiB */
	size_t max_depth; /* levels; 0 for 32 */
	bool seal;        /* nothing is opened after the last of the files */
	bool again; /* these files were read before: what was said is known */
};

/* Options that every tool reading a stream has: a group of its table. */
#define JSONL_OPTIONS(o) \
	{ 0, "partial", NULL, "accept a stream that stops early", \
	  .flag = &(o)->partial }, \
	    { 0, "max-line", "size", "refuse longer lines (4M)", \
	      .size = &(o)->max_line }, \
	{ \
		0, "max-depth", "levels", "refuse deeper nesting (32)", \
		    .number = &(o)->max_depth \
	}

struct jsonl {
	struct lines lines;
	struct record rec;
	struct jsonl_options options;
	size_t seen;  /* records since the last end record */
	size_t ends;  /* end records met */
	bool partial; /* something is missing, and was accepted or declared */
	bool failed;  /* a fault was reported: there is no next record */
	bool at_end;
};

/*
 * Begin to read files (NULL-terminated; none, or "-": standard input).
 * files and options are borrowed until jsonl_close.
 */
void jsonl_open(struct jsonl *in, char **files,
                const struct jsonl_options *options);

/* The next record, borrowed until the call after, or NULL at the end. */
struct record *jsonl_next(struct jsonl *in);

/* The caller reported a fault: there is no next record, and no end record. */
void jsonl_fail(struct jsonl *in);

/*
 * Release everything. Return 0 if all was read and well, else -1; the fault
 * has been reported.
 */
int jsonl_close(struct jsonl *in);

/*
 * The same, and close the stream written to o with an end record, unless
 * something failed: then its reader must see that there is none.
 */
int jsonl_finish(struct jsonl *in, struct out *o);

#endif
