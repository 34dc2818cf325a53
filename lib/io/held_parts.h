/* What the parts of io/held share; for them alone. */
#ifndef DLG_HELD_PARTS_H
#define DLG_HELD_PARTS_H

#include "io/held.h"

/* held_events.c: settle rules and names of events before notes are built. */
int held_events(struct held *h, struct record *rec);

/* Write the record of an event, if it has one, and its audit. */
void held_put_event(struct held *h, uint32_t event, struct record *rec,
                    struct out *o);
void held_put_audit(struct held *h, uint32_t event, struct record *rec,
                    struct out *o);

/* Append a note's counts of votes. */
void held_put_votes(struct buf *b, struct record *rec);

/* Write one line a replacement to the private log. */
void held_log(struct held *h, struct record *rec, const struct span *v,
              size_t n, const uint32_t *numbers);

/*
 * held_cells.c: choose the fields that tell of speakers, once; take those of
 * the note read last; settle what of them may be published, under each event's
 * rule; a value levels up.
 */
void held_cells_fields(struct held *h);
void held_cells_take(struct held *h, struct record *rec);
void held_cells(struct held *h, struct record *rec);
struct slice held_general(const struct held *h, enum field f,
                          struct slice value, size_t levels);

/* held_write.c: read a note again. */
void held_unpack(struct record *rec, const struct held_note *note);

/* held_review.c: write what options.explain asks for, after all else. */
void held_explain(struct held *h, struct record *rec);

/*
 * held_order.c: the notes' indices as they are to be written, events together;
 * notes get their numbers. Released with free.
 */
uint32_t *held_order(struct held *h);

/* The event that is the n-th to be written. */
uint32_t held_event_at(const struct held *h, size_t n);

/* Give voters their numbers and put the votes in order. */
void held_number_voters(struct held *h);

/* Write the votes of an event, from the at-th on; return where they end. */
size_t held_put_event_votes(struct held *h, uint32_t event, size_t at,
                            struct out *o);

/* Digits compare as numbers: n9 before n10. */
int held_natural(struct slice a, struct slice b);

#endif
