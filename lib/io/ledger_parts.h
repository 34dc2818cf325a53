/* What the parts of io/ledger share. */
#ifndef DLG_LEDGER_PARTS_H
#define DLG_LEDGER_PARTS_H

#include "io/ledger.h"

/* The number of a name within an event. */
uint32_t ledger_number(struct ledger *l, struct map *m, uint32_t event,
                       struct slice name);

/* The entry of a note's number, made if it is new. */
struct entry *ledger_entry(struct ledger *l, uint32_t note);

/* The event of a record: empty if it does not say. */
static inline struct slice
ledger_event(struct record *rec)
{
	struct slice s = record_str(rec, F_EVENT);

	return s.p != NULL ? s : SLICE("");
}

/* The counts and the rating that a note brings with it. */
int ledger_votes_of_note(struct ledger *l, uint32_t note, struct record *rec);

int ledger_add_vote(struct ledger *l, struct record *rec);

#endif
