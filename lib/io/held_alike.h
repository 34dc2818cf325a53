/*
 * Values of an event that differ, but are masked alike: tables called after
 * their hosts. Each gets a number behind what is published of it ("[name] 2"),
 * by which comes first in what is published, so that they stay as many as they
 * were and the number tells nothing. One that is alone gets none.
 */
#ifndef DLG_HELD_ALIKE_H
#define DLG_HELD_ALIKE_H

#include "base/map.h"
#include "io/record.h"

/* A value, known by its event, field, masked and folded form. */
struct alike {
	uint32_t form;    /* in held_alike.forms */
	struct slice put; /* as published, when all have come */
};

struct held_alike {
	struct map values;
	struct alike *v;
	size_t cap;
	struct map forms; /* event, field, masked form */
	bool any;         /* some value that notes publish has a mask */
	struct buf key;
};

struct held;

/* Whether values of a field are to be told apart. */
bool held_alike_field(enum field f);

/* How much of a masked form is left without numbers of this kind. */
size_t held_alike_bare(struct slice masked);

/* Take what is to be published, in its order, once all of it is known. */
void held_alike_take(struct held *h, const uint32_t *order, struct record *rec);

/* What is published of a value that was taken. */
struct slice held_alike_put(struct held *h, uint32_t event, enum field f,
                            struct slice text);

void held_alike_free(struct held_alike *a);

#endif
