/*
 * The notes of a stream, held until all have been read.
 */
#ifndef DLG_NOTES_H
#define DLG_NOTES_H

#include "base/map.h"
#include "base/pool.h"
#include "io/record.h"

/* The table of a note that names none. */
#define NOTES_NONE UINT32_MAX

struct notes {
	size_t n;
	struct slice *lines; /* the records as they came */
	struct slice *texts;
	struct slice *ids;
	struct slice *langs; /* what a note says of its language; or empty */
	uint32_t *tables;    /* event and table of each, numbered; NOTES_NONE */
	struct map places;   /* events and tables */
	struct map known;    /* event and id of each */
	struct pool pool;
	size_t cap;
};

#define NOTES_INIT \
	{ \
		.known = MAP_INIT, .places = MAP_INIT, .pool = POOL_INIT \
	}

/*
 * Keep a copy of a note. Return 0, or -1 after reporting that it has no text
 * or no id of its own.
 */
int notes_add(struct notes *n, struct record *note);

/* Return 0 if a note has text and id, or -1 after reporting that it has not. */
int notes_check(const struct record *note);

/* Report that another note has the same id. Return -1. */
int notes_known(const struct record *note);

/*
 * Read the i-th note again, to be changed and written: r was made ready with
 * record_init.
 */
struct record *notes_record(const struct notes *n, size_t i, struct record *r,
                            struct buf *scratch);

void notes_free(struct notes *n);

#endif
