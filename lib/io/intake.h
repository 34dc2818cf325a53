/*
 * The notes that dlg-theme reads. A few are held; of many only a sample is,
 * and they are read again, from their files or, where these are pipes, from
 * memory.
 */
#ifndef DLG_INTAKE_H
#define DLG_INTAKE_H

#include "base/hashset.h"
#include "io/jsonl.h"
#include "io/kept.h"
#include "io/notes.h"
#include "text/sample.h"

enum { INTAKE_EVENT = 1500 }; /* more notes than that are an archive */

struct intake {
	size_t most;      /* more notes than that are many */
	bool many;        /* then few is empty */
	struct notes few; /* all of them */
	size_t n;         /* all of them, counted */
	struct sample sample;
	struct hashset ids;
	struct kept kept;

	/* How to read them again. */
	char **files;
	struct jsonl_options options;
	bool rereadable;
	off_t start; /* where standard input began */
	struct jsonl in;
	struct record rec;
	size_t read;    /* notes, this time */
	uint64_t check; /* of the lines read first, and this time */
	uint64_t check_now;
};

/*
 * How many notes are compared each with each where so many themes are wanted
 * (0: found): more than INTAKE_EVENT if each theme is to have few.
 */
size_t intake_event(size_t themes);

/*
 * Begin, before files are read by jsonl_open with the same options; both are
 * borrowed until intake_free. More notes than most are many.
 */
void intake_init(struct intake *t, char **files,
                 const struct jsonl_options *options, size_t most);

/* Take a note, or report what is wrong with it and return -1. */
int intake_add(struct intake *t, struct record *note);

/* The same for notes that are at hand: a sample of them. */
void intake_of_notes(struct intake *t, const struct notes *notes);

/*
 * Read many notes again, one after another: begin, then the next until NULL,
 * then end, which returns -1 after reporting that they are not what they were.
 */
void intake_begin(struct intake *t);
struct record *intake_next(struct intake *t);
int intake_end(struct intake *t);

void intake_free(struct intake *t);

#endif
