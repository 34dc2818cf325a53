/*
 * All that must not be published in a text: names, organisations and roles by
 * the roster and by their surroundings, direct identifiers by their form.
 *
 * What a text reveals of people who are on no roster (a surname behind a title,
 * a misspelling) is reported as words to be masked in all other texts of the
 * same event; the caller keeps those, and calls redact_again.
 */
#ifndef DLG_REDACT_H
#define DLG_REDACT_H

#include "base/map.h"
#include "text/names.h"
#include "text/pattern.h"
#include "text/withheld.h"

struct redact {
	const struct roster *roster;
	struct patterns *patterns;
	struct names names;
	struct withheld phrases;
	bool people; /* names, organisations and roles; else contact details
	                only */
	struct spans spans; /* of the last text, settled */
	bool withheld;   /* the text asks not to be shared: "off the record" */
	uint64_t *found; /* hashes of words found here, to mask elsewhere */
	size_t nfound, found_cap;
	uint64_t *open; /* hashes of words left that may be found elsewhere */
	size_t nopen, open_cap;
};

/* roster and patterns are borrowed until redact_close. */
void redact_open(struct redact *r, const struct roster *roster,
                 struct patterns *patterns, enum names_mode mode);

/*
 * Fill r->spans, r->found and r->open for text (valid UTF-8, under 4 GiB).
 * Return 0, or -1 if a limit was hit: then text must not be published.
 */
int redact_find(struct redact *r, struct slice text);

/*
 * The same, and mask the words whose hashes, 8 bytes each, are in also where
 * they stand with a capital.
 */
int redact_again(struct redact *r, struct slice text, const struct map *also);

void redact_close(struct redact *r);

#endif
