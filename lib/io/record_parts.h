/*
 * What the parts of io/record share: not for anybody else.
 */
#ifndef DLG_RECORD_PARTS_H
#define DLG_RECORD_PARTS_H

#include "io/record.h"

/* Make a table for record_lookup: known fields by a hash of their name. */
void record_fill_slots(unsigned char slots[256]);

/* The field of that name, or F_KNOWN: as record_field, but fast. */
enum field record_lookup(const unsigned char slots[256], struct slice name);

/* Whether each known field is of its kind: 0, or -1 after reporting. */
int record_check_kinds(const struct record *r);

#endif
