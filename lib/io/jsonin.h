/*
 * Notes from JSON Lines: records of dlg itself, which pass, and objects of
 * others, whose members are matched as the columns of a table are.
 */
#ifndef DLG_JSONIN_H
#define DLG_JSONIN_H

#include "io/sink.h"
#include "io/source.h"

int jsonin_read(struct source *src, struct sink *sink);

/* The same of an array of objects. */
int jsonin_read_array(struct source *src, struct sink *sink);

#endif
