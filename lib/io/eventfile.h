/*
 * What is known of an event itself: from the file event.json beside its notes,
 * from the command line, and from what some formats say of it.
 */
#ifndef DLG_EVENTFILE_H
#define DLG_EVENTFILE_H

#include <jansson.h>

#include "base/out.h"
#include "io/record.h"

struct event {
	char *name;
	json_t *fields; /* of the event record */
	size_t inputs;  /* files that it has */
	bool known;     /* something was said of it: written even if empty */
	bool put;       /* its record was written */
};

struct event *event_new(struct slice name);

/*
 * Read an event.json: its members, or an event record of dlg itself, as they
 * belong in the event record, "event" being its name if that is said.
 * Return a new object, or NULL after reporting a fault.
 */
json_t *event_read(const char *path);

/*
 * Read dir/event.json if there is one, into *fields, which is NULL if there is
 * none. Return 0, or -1 after reporting a fault.
 */
int event_load(const char *dir, json_t **fields);

/* Say a text of it (F_TITLE, F_DATE, F_CONVENOR, F_RULE), if none was said. */
void event_say(struct event *e, const char *key, struct slice text);

/* Say how many took part, if nothing was said. */
void event_count(struct event *e, double total);

/* Write its record, once. */
void event_put(struct event *e, struct out *out);

void event_free(struct event *e);

#endif
