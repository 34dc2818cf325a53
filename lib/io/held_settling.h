/*
 * An event while its cells are settled: what its notes say in the fields that
 * tell of speakers, each combination once.
 */
#ifndef DLG_HELD_SETTLING_H
#define DLG_HELD_SETTLING_H

#include "base/keyed.h"
#include "io/held_parts.h"

/* Notes of an event that say the same in all cell fields. */
struct alike_notes {
	size_t notes;
	unsigned mask; /* what may be published, at the levels of this try */
	unsigned best; /* at the cheapest levels so far */
};

/* Somebody, or nobody known (0), who said some of them. */
struct voice {
	uint32_t speaker, notes;
};

/* An event while its cells are settled. */
struct settling {
	struct held *h;
	struct held_event *e;
	uint32_t event;
	const struct held_seats *seats;
	struct map keys; /* what alike notes say: values at level 0 */
	struct alike_notes *alike;
	size_t alike_cap;
	uint32_t *rows; /* of each: levels times ncells values */
	size_t rows_cap;
	struct keyed *said; /* of each note: speaker and alike notes */
	size_t said_cap, n;
	struct voice *voices; /* each pair once, by speakers */
	size_t nvoices, spoken;
	unsigned used;   /* fields, as bits, that notes have */
	unsigned rising; /* fields that can be more general */
	unsigned listed; /* fields that the roster tells */
	unsigned free;   /* fields that tell of nobody here */
	bool attended;   /* the roster says who was at this event */
	bool speakers;   /* most notes have one */
	size_t level[CELLS_FIELDS];
};

/* The bit of a field; 0 if it is no cell field. */
unsigned settling_bit(const struct held *h, enum field f);

/* The fields, as bits, that are the programme of an event. */
unsigned settling_programme(const struct held *h);

/* Take a note of the event, one that is not withheld. */
void settling_take(struct settling *s, uint32_t index);

/* When all are taken: know who spoke, and by whom can be counted. */
void settling_ready(struct settling *s);

void settling_free(struct settling *s);

#endif
