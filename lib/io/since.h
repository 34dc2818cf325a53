/*
 * What an earlier run found, or several one after another, each of other
 * events: to tell what has changed since.
 */
#ifndef DLG_SINCE_H
#define DLG_SINCE_H

#include "base/map.h"
#include "io/jsonl.h"

/* What was found of a theme: its verdict, empty if there are several. */
struct stand {
	struct slice verdict;
	size_t notes;
};

/* A theme as it was. */
struct was {
	struct stand all;
	struct slice label;
	struct stand run; /* in the run that is now read */
	bool across;      /* that is of all its events, not of some */
};

struct since {
	struct map themes;
	struct was *was;
	size_t cap;
	size_t notes; /* in all */
	struct map events;
	size_t *run_of; /* in which run each event is */
	size_t run_cap;
	size_t renamed, kept; /* themes now called otherwise, or the same */
	struct pool pool;
};

/*
 * Read the stream that an earlier dlg-converge wrote. Return 0, or -1 after a
 * report; released with since_free either way.
 */
int since_load(struct since *s, const char *path,
               const struct jsonl_options *options);

void since_free(struct since *s);

/* A theme as it is now. */
struct is {
	const struct slice *ids; /* its own, then those it took in */
	size_t nids;
	struct slice verdict;
	size_t notes, all; /* of it, and in all */
};

/* A theme is now called so: themes of an id that is another's are counted. */
void since_compare(struct since *s, struct slice id, struct slice label);

/*
 * Whether most themes that have the id of an earlier one are called otherwise,
 * and so are probably others.
 */
bool since_is_strange(const struct since *s);

/*
 * Append what has become of a theme, as a JSON object: "trend", a list of
 * new, growing, fading, converging, diverging; how it was; and in words.
 */
void since_put(const struct since *s, const struct is *now, struct buf *out);

/* Append the same of a theme that is no more. */
void since_put_vanished(const struct since *s, size_t theme, struct buf *out);

#endif
