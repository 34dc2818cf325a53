/* What the rules on votes and notes, and their words, share. */
#ifndef DLG_VERDICT_PARTS_H
#define DLG_VERDICT_PARTS_H

#include "math/verdict.h"

/* Of more notes than that, one mark or one table of agreement decides not. */
enum { MANY_NOTES = 10 };

/* Who take a side in a group that counts; all who vote, for Sensemaker. */
enum { GROUP_LEAST = 5, JIGSAW_LEAST = 20 };

/* Tables where a theme must be heard to recur: a quarter, three at least. */
size_t hearing_recurs_at(size_t of);

/* The share of tables that is surely reached, 95 %. */
double hearing_surely(size_t t, size_t of);

/*
 * Whether marks and cues of divergence carry the theme: one mark does in a few
 * notes, or if a tenth of them have a sign; else two signs at two tables do, or
 * as many as a twentieth of the tables, where those are many.
 */
size_t hearing_signs_at(const struct hearing *h);
bool hearing_signs_suffice(const struct hearing *h);

/* Whether all is of one table, of several; a note without one may be of any. */
bool hearing_one_table(const struct hearing *h);

static inline const char *
verdict_plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* Where notes were heard: at tables, or if there are none in groups. */
static inline const char *
hearing_unit(const struct hearing *h)
{
	return h->by_groups ? "group" : "table";
}

static inline const char *
hearing_at(const struct hearing *h)
{
	return h->by_groups ? "in" : "at";
}

/* Those who took a side, and all who voted. */
static inline size_t
tally_sided(struct tally t)
{
	return (size_t)t.agree + t.disagree;
}

static inline size_t
tally_seen(struct tally t)
{
	return tally_sided(t) + t.pass;
}

static inline struct ruling
ruling_of(enum ruling_verdict v, int direction)
{
	return (struct ruling){ .verdict = v, .direction = direction };
}

/* The rules of Polis' report and of Sensemaker. */
struct ruling rule_polis(const struct poll *p);
struct ruling rule_jigsaw(const struct poll *p);

/* The smallest smoothed share of the groups that agree, or disagree. */
double jigsaw_least(const struct poll *p, bool agree);

/* The largest distance of a group's share from the others'. */
double jigsaw_gap(const struct poll *p);

#endif
