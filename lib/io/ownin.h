/*
 * Records of dlg itself, as they come in JSON Lines: checked as strictly as
 * the tools that follow check them, and passed on.
 */
#ifndef DLG_OWNIN_H
#define DLG_OWNIN_H

#include "io/sink.h"

struct ownin {
	struct sink *sink;
	struct record rec;
	size_t seen;    /* records since the last end record */
	size_t ends;    /* end records met */
	bool is_stream; /* some record was made by a tool: there is an end */
};

void ownin_open(struct ownin *o, struct sink *sink);

/*
 * Take one record. Return 0, or -1 after reporting what is wrong with it.
 */
int ownin_take(struct ownin *o, struct slice line, size_t number);

/*
 * The end of the file: what a tool wrote must have an end record. Return 0,
 * or -1 after reporting that there is none. Releases everything.
 */
int ownin_close(struct ownin *o);

#endif
