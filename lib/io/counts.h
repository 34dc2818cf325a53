/*
 * Partial results that merge: what a ledger holds, as records of type "count"
 * without the texts. Reading those of many shards fills a ledger as reading
 * all the notes would have.
 *
 *	{"type":"count","words":W,"event":E,"table":T,"group":G,"mark":M,
 *	 "themes":[id, ...],"signs":F,"position":P,"n":N,
 *	 "notes":[[id, [word, ...], rating, agree, disagree, pass], ...]}
 *	{"type":"count","words":W,"event":E,"voter":V,"group":G,
 *	 "votes":[[id, value, time], ...]}
 *	{"type":"count","words":W,"event":E,"rated":[id, rating]}
 *
 * W says which table of words the numbers are of. Counts are no safer to pass
 * on than the notes: words can be guessed from their numbers.
 */
#ifndef DLG_COUNTS_H
#define DLG_COUNTS_H

#include "base/out.h"
#include "io/ledger.h"

/* Write l as counts, in a canonical order. */
void counts_put(const struct ledger *l, struct out *o);

/* Take a count record into l. Return 0, or -1 after a report. */
int counts_add(struct ledger *l, struct record *rec);

#endif
