/*
 * The files of a Polis export, which belong together: statements as notes with
 * their votes counted, the last vote of each voter as a vote record, and what
 * the conversation is about as the event.
 */
#ifndef DLG_POLIS_H
#define DLG_POLIS_H

#include "io/sink.h"
#include "io/source.h"

/* In the order they are read: each can look up what stood in those before. */
enum polis_part {
	POLIS_NONE,
	POLIS_SUMMARY,
	POLIS_VOTES,
	POLIS_PARTICIPANTS,
	POLIS_GROUPS,
	POLIS_COMMENTS,
	POLIS_HISTORY,
	POLIS_PARTS,
};

struct polis;

struct polis *polis_new(struct sink *sink);

/*
 * Read one file, begun with sink_begin. Return 0, or -1 after reporting a
 * fault.
 */
int polis_add(struct polis *p, enum polis_part part, struct source *src);

/* Write all. Return 0, or -1 after reporting a fault. */
int polis_finish(struct polis *p);

void polis_free(struct polis *p);

#endif
