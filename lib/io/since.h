/*
 * What an earlier run found, to tell what has changed since.
 */
#ifndef DLG_SINCE_H
#define DLG_SINCE_H

#include "base/map.h"
#include "io/jsonl.h"

/* A theme as it was. */
struct was {
	struct slice verdict, label;
	size_t notes;
	bool across; /* of all events, not of one */
	bool many; /* of several events, and not across them: not to be used */
};

struct since {
	struct map themes;
	struct was *was;
	size_t cap;
	size_t notes; /* in all */
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

/*
 * Append what has become of a theme, as a JSON object: "trend", a list of
 * new, growing, fading, converging, diverging; how it was; and in words.
 */
void since_put(const struct since *s, const struct is *now, struct buf *out);

/* Append the same of a theme that is no more. */
void since_put_vanished(const struct since *s, size_t theme, struct buf *out);

#endif
