/* What the parts of io/ledger share. */
#ifndef DLG_LEDGER_PARTS_H
#define DLG_LEDGER_PARTS_H

#include "io/ledger.h"

/* The number of a name within an event. */
uint32_t ledger_number(struct ledger *l, struct map *m, uint32_t event,
                       struct slice name);

/* The entry of a note's number, made if it is new. */
struct entry *ledger_entry(struct ledger *l, uint32_t note);

/* The text of the field called name, or of the usual one if that is NULL. */
struct slice ledger_field(struct ledger *l, struct record *rec,
                          const char *name, enum field usual);

/*
 * Keep the themes of a note, LEDGER_THEMES at most; and its words, ascending
 * and each once, STANCE_WORDS at most.
 */
void ledger_keep_themes(struct ledger *l, struct entry *e, const uint32_t *v,
                        size_t n);
void ledger_keep_words(struct ledger *l, struct entry *e, const uint32_t *v,
                       size_t n);

/* The number of a record's event; one that does not say is of event "". */
uint32_t ledger_event(struct ledger *l, struct record *rec);

/* The counts and the rating that a note brings with it. */
int ledger_votes_of_note(struct ledger *l, uint32_t note, struct record *rec);

/* Note a voter's group, if it has one. */
void ledger_group_voter(struct ledger *l, uint32_t voter, struct slice group);

/* Remember where the first vote on a note was, for a message. */
void ledger_voted(struct ledger *l, uint32_t note, const struct record *rec);

/* Of fewer than k people, or as many as are told already, say nothing. */
void ledger_heed(struct ledger *l, size_t k);

/* Keep a rating. */
void ledger_rated(struct ledger *l, const struct rated *r);

int ledger_add_vote(struct ledger *l, struct record *rec);

#endif
