/*
 * What an earlier run found, to tell what has changed since.
 */
#ifndef DLG_SINCE_H
#define DLG_SINCE_H

#include "base/map.h"
#include "io/jsonl.h"

/* A theme as it was. */
struct was {
	struct slice verdict;
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

/*
 * Append what has become of a theme, as a JSON object: "trend", a list of
 * new, growing, fading, converging, diverging; and how it was.
 */
void since_put(const struct since *s, struct slice theme, struct slice verdict,
               size_t notes, size_t all, struct buf *out);

#endif
