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

/* Whether a value is of the kind that a field has, and what that is called. */
bool record_is_kind(enum field f, struct slice json);
const char *record_kind_name(enum field f);

#endif
