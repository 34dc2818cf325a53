/*
 * Bytes of some encoding made UTF-8, as they come.
 */
#ifndef DLG_RECODE_H
#define DLG_RECODE_H

#include "base/buf.h"

struct recode;

/* Begin to convert from encoding, a name that iconv knows; NULL if not. */
struct recode *recode_new(const char *encoding);

/*
 * Append what bytes say to out; last says that nothing follows. A sequence cut
 * off at the end waits for the next call.
 * Return 0, or -1 where the bytes are not of the encoding: recode_at says how
 * many bytes before that were.
 */
int recode_feed(struct recode *r, struct slice bytes, bool last,
                struct buf *out);
unsigned long long recode_at(const struct recode *r);

void recode_free(struct recode *r);

/*
 * Append to name what encoding the bytes most likely have, by uchardet.
 * Return 0, or -1 if it cannot tell.
 */
int recode_guess(struct slice bytes, struct buf *name);

#endif
