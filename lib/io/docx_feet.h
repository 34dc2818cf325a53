/* The footnotes and endnotes of a Word file. */
#ifndef DLG_DOCX_FEET_H
#define DLG_DOCX_FEET_H

#include "base/map.h"
#include "base/pool.h"
#include "io/zipin.h"

struct feet {
	struct map ids; /* "f7", "e7" */
	struct slice *texts;
	size_t cap;
	struct pool pool;
	/* being read */
	char kind; /* f or e */
	size_t at; /* which; SIZE_MAX for none */
	struct buf text;
	bool in_text;
};

#define FEET_INIT \
	{ \
		.ids = MAP_INIT, .at = SIZE_MAX \
	}

/* Read them all, if there are any. Return 0, or -1 after reporting a fault. */
int feet_read(struct feet *f, struct zipin *zip);

/*
 * Take the text of the footnote (kind f) or endnote (e) of that id; empty if
 * there is none, or it was taken before.
 */
struct slice feet_take(struct feet *f, char kind, const char *id);

void feet_free(struct feet *f);

#endif
