/*
 * British and international short forms of first names; written for this
 * project. An entry is "name: short short ...", all folded; a "; " stands
 * between two of a line. A short form may belong to several names, and a name
 * may be listed more than once.
 */
#ifndef DLG_NICKNAMES_H
#define DLG_NICKNAMES_H

extern const char *const nicknames[]; /* NULL ends it */

#endif
