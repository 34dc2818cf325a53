/* What the parts of io/tablein share. */
#ifndef DLG_TABLEIN_PARTS_H
#define DLG_TABLEIN_PARTS_H

#include "io/tablein.h"

/*
 * In which order the dates of a table put day and month, by those of the rows
 * to come that leave no doubt; DATE_ORDERS if none does, or they differ.
 */
enum date_order tablein_order(const struct columns *c, struct rows *rows);

/* A cell of dates as 2026-03-26, in out, if it is one in that order. */
struct slice tablein_date(struct slice cell, enum date_order order,
                          struct buf *out);

#endif
