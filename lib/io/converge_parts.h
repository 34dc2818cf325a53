/* What the parts of io/converge share. */
#ifndef DLG_CONVERGE_PARTS_H
#define DLG_CONVERGE_PARTS_H

#include "io/converge.h"
#include "io/jsonput.h"
#include "math/skew.h"

/* A name's number and its place in the order of names, both ways. */
struct order {
	uint32_t *nth;  /* number of the n-th name */
	uint32_t *rank; /* place of each number */
	size_t n;
};

/* The notes of a group at a table. */
struct seat {
	uint32_t table, group, notes;
};

/* Two notes that may be opposed. */
struct tension {
	uint32_t a, b;
	size_t shared;
	bool dispute;
};

enum { TENSIONS = 5 };

/* A theme in an event, or across events: which notes. */
struct segment {
	uint32_t theme, event; /* numbers; event LEDGER_NONE: across */
	const uint32_t *notes; /* numbers, in the order of their ids */
	size_t n;
	size_t parts; /* across: where the segments of its events begin */
	struct hearing hearing;
	struct ruling ruling;
	enum basis basis;
	struct skew_result skew;
	bool too_many;  /* tables and groups: the skew was not tested */
	double q;       /* of the skew, among the themes of the event */
	double expects; /* tables, by chance; 0: not computed */
	double p_low;   /* of so few tables */
	struct tension tensions[TENSIONS]; /* the clearest, best first */
	size_t ntensions, compared;        /* notes that were compared */
};

/* What a voted statement came to. */
struct voted {
	uint32_t note;
	struct ruling ruling;
	bool enough;
};

/*
 * The inquiry: everything that findings are made from while they are made - the
 * ledger put in order, what there is at each table and of each group, and the
 * segments, a theme in an event each, that findings tell of.
 */
struct inquiry {
	struct ledger *l;
	const struct converge_options *opts;
	struct out *out;
	struct order events, tables, groups, themes;
	uint32_t *by_id; /* all notes, in the order of ids */
	bool *twin; /* of each note: its id is of another one, too; or NULL */
	uint32_t *links;    /* notes by theme, in the order of ids */
	uint32_t *by_event; /* notes by theme and event */
	struct segment *segments;
	size_t nsegments, segments_cap;
	struct seat *seats; /* by table: of each group that has notes */
	size_t *seat_of;    /* where those of each table begin; one more */
	size_t nseats;
	uint32_t *tables_in; /* tables with notes, by event and name */
	size_t *tables_at;   /* where those of each event begin; one more */
	size_t all_tables;
	uint32_t *table_notes; /* notes of each table */
	uint32_t *table_event;
	size_t *event_tables, *event_groups;           /* how many there are */
	struct voted *voted;                           /* of each note */
	struct votes *votes;                           /* of all events */
	uint32_t *table_hits, *group_hits, *mark_hits; /* scratch, zero */
	uint32_t *word_hits; /* scratch, zero: of words with weights */
	uint8_t *table_sides, *group_sides; /* likewise */

	/* Of the segment now looked at, for each of its notes. */
	struct entry *here;
	int8_t *side;
	uint16_t *words_here;
	size_t here_cap, side_cap, words_cap;
	struct buf line;
	size_t nfindings;
};

static inline const struct entry *
inquiry_entry(const struct inquiry *w, uint32_t note)
{
	return &w->l->entries[note];
}

/* Fill w->here with the notes of a segment: they lie all over the memory. */
void segment_enter(struct inquiry *w, const struct segment *s);

/*
 * What marks and cues of the i-th note here say of the segment's theme: of the
 * one it fits best all; of another one that it touches too, nothing.
 */
static inline unsigned
segment_flags(const struct inquiry *w, const struct segment *s, size_t i)
{
	const struct entry *e = &w->here[i];
	const unsigned signs = ENTRY_DIVERGENCE | ENTRY_CONVERGENCE |
	                       ENTRY_MARKED_DIVERGENCE | ENTRY_MARKED_AGREEMENT;

	return ledger_themes(w->l, e)[0] == s->theme ? e->flags :
	                                               e->flags & ~signs;
}

/* What each of n tests comes to, allowing for the others. */
void inquiry_adjust(const struct inquiry *w, const double *p, size_t n,
                    double *q);

/* Count the notes of each table and group, and what there is in each event. */
void inquiry_seat(struct inquiry *w);

/* Put names in byte order. */
struct order order_make(const struct map *m);
void order_free(struct order *o);

/* Byte order of ids, then events: fills by_id. */
void inquiry_order_notes(struct inquiry *w);

/* Then: which notes have the id of a note of another event. */
void inquiry_find_twins(struct inquiry *w);

/* Judge a segment: hearing, ruling, breadth and the p of its skew. */
void segment_judge(struct inquiry *w, struct segment *s);

/* The finding of a segment, as one line in w->line. */
void segment_put(struct inquiry *w, const struct segment *s);

/* Warn of themes that are not those of the earlier run. */
void inquiry_check_since(struct inquiry *w);

/* A record for each theme that an earlier run had, and this one has not. */
void inquiry_put_vanished(struct inquiry *w);

/* Judge all voted statements, filling w->voted; write their findings. */
void votes_judge(struct inquiry *w);
void votes_put(struct inquiry *w);
void votes_free(struct inquiry *w);

/*
 * Fill w->side for the segment's notes: 1 for, -1 against, 0 neither. Return
 * how mixed they are, 0 all one way to 1 as much one as the other.
 */
double segment_sides(struct inquiry *w, const struct segment *s);

/* Whether note b disputes what a says in a's words. */
bool inquiry_disputes(const struct inquiry *w, uint32_t b, uint32_t a);

/*
 * Fill w->side with who would keep what the segment is about, 1, and who drop
 * it, -1: of the notes that share words with those that tell of divergence.
 */
void segment_positions(struct inquiry *w, const struct segment *s);

/* Append the reason of a tension. */
void tension_reason(const struct inquiry *w, const struct tension *t,
                    struct buf *why);

/*
 * Find the clearest tensions of a segment. Of many notes those that tell of
 * divergence are compared, and others evenly by their ids.
 */
void tensions_find(const struct inquiry *w, struct segment *s);

/* Begin and end a finding's line. */
void inquiry_begin_finding(struct inquiry *w);
void inquiry_end_finding(struct inquiry *w);

#endif
