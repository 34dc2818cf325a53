/*
 * What a stream says, kept for a report: events, themes, findings and as many
 * notes as the report will show. Themes and findings are few and stay; notes
 * may be many, and stay within a limit for each theme unless all are wanted.
 * Whatever the order of the records, the same harvest comes out.
 *
 * All texts are owned by the harvest and live as long as it.
 */
#ifndef DLG_HARVEST_H
#define DLG_HARVEST_H

#include "base/map.h"
#include "io/jsonl.h"

#define NONE SIZE_MAX

enum mark {
	MARK_NONE,
	MARK_AGREEMENT,
	MARK_DIVERGENCE,
	MARK_ACTION,
	MARK_COMMITMENT,
	MARK_QUESTION,
	MARK_PRINCIPLE,
	MARK_QUOTE,
	MARKS,
};

/* In the order of the names in harvest_findings.c. */
enum verdict {
	VERDICT_NONE, /* not assessed, or a word we do not know */
	VERDICT_CONVERGENT,
	VERDICT_CONTESTED,
	VERDICT_SINGLE,
	VERDICT_RECURRING,
	VERDICT_DIVIDED,
	VERDICT_UNCERTAIN,
	VERDICT_MIXED,
	VERDICT_INSUFFICIENT,
};

/* What dlg-converge found a theme's share of the notes has done. */
enum course {
	COURSE_UNKNOWN,
	COURSE_STEADY, /* no change beyond chance */
	COURSE_GROWING,
	COURSE_FADING,
};

/* A label and how often it was met. */
struct tally {
	struct slice label;
	size_t n;
};

struct tallies {
	struct tally *v;
	size_t n, cap;
};

/* How participants divide: by stakeholder group, age band, ... */
struct breakdown {
	struct slice name;
	struct tallies parts;
};

/* How many notes on a day; DATE_NONE for notes without date. */
struct day_count {
	int day;
	size_t event, notes;
};

/* What days there are, in the order met. */
struct days {
	struct day_count *v;
	size_t n, cap;
};

/* Voters who stand near each other: the middle of where, and how many. */
struct voter_cell {
	double x, y;
	struct slice group; /* empty: of none */
	size_t voters;
};

/* Where the voters of an event stand: those who vote alike, side by side. */
struct voter_map {
	double x[2], y[2]; /* where a grid of side by side cells begins, ends */
	size_t side;
	double explained[2]; /* share of the differences along x and y */
	size_t left_out;     /* voters in no cell */
	bool rest_told;      /* that is their number; else too few to tell */
	size_t unplaced;     /* voters who voted too little to be on it */
	struct voter_cell *cells;
	size_t n, cap;
};

struct event {
	struct slice id, title, date, convenor;
	bool known;       /* an event record was there */
	bool chatham;     /* the Chatham House Rule holds */
	bool audited;     /* dlg-anon passed it */
	bool closed;      /* and some of it under the Chatham House Rule */
	bool raw;         /* a note has what dlg-anon lets nobody see */
	const char *file; /* of the first note, for messages */
	size_t line;
	size_t notes; /* met in the stream */
	size_t audit_notes, withheld;
	size_t k;      /* the smallest cell that may be shown */
	size_t people; /* participants in all, or 0 */
	struct breakdown *by;
	size_t nby;
	struct tallies replaced;   /* by dlg-anon, by kind */
	struct tallies suppressed; /* likewise, by field */
	struct map tables, rounds, questions;
	int day;             /* or DATE_NONE */
	struct days days;    /* of its notes */
	bool opinion_groups; /* groups of votes are the votes' own */
	size_t voters;       /* who voted, or 0 */
	struct voter_map map;
};

struct note {
	struct slice id, text, date;
	struct slice table, round, question, group; /* may be empty */
	size_t event;                               /* index */
	size_t theme;                               /* best, or NONE */
	double score;
	enum mark mark;
	struct slice marked; /* "marked as agreement", "3 of 9 agreed" */
	bool shown;          /* quoted in the body of a report */
	const char *file;
	size_t line;
	int day; /* its own, then its event's; or DATE_NONE */
};

struct theme {
	struct slice id, label;
	bool known;    /* a theme record was there */
	bool is_new;   /* dlg-theme found it outside the codebook */
	size_t before; /* notes in an earlier run, if it has vanished since */
	size_t parent; /* index, or NONE */
	size_t own;    /* notes that it fits best */
	struct slice medoid;
	struct map terms, merged_from;
	struct days days;
	size_t *by_group; /* notes of each group */
	size_t ngroups;
	unsigned char *tables; /* a bit for each of harvest.tables */
	size_t tables_len;
};

/* Note ids of a finding: the first few, and how many there are. */
struct ids {
	struct slice *v;
	size_t n, all, cap;
};

struct position {
	struct slice side;
	struct ids notes;
	struct tallies groups;
};

struct tension {
	struct slice a, b, reason; /* note ids */
};

struct finding {
	struct slice id, note; /* note: of a statement that was voted on */
	size_t theme, event;   /* index, or NONE */
	enum verdict verdict;
	enum course course;
	enum verdict was; /* in the run that dlg-converge compared with */
	size_t notes_was; /* likewise */
	int turn;         /* since then: 1 nearer to agreement, -1 further */
	bool against;     /* direction: convergent in disagreeing */
	bool of_voters;   /* only tells who voted: its verdict is none */
	struct slice basis, rule, margin, interval, skew;
	size_t notes, tables, of_tables, groups, of_groups;
	size_t agree, disagree, pass;
	size_t marked, unmarked; /* as agreement, as divergence */
	size_t pro, contra;      /* notes by stance */
	const char *file;        /* where it stood, for messages */
	size_t line;
	bool voted;
	size_t ratings, scale; /* of a statement: how many, from 1 to what */
	struct slice median;   /* of them, as the finding has it */
	struct tallies by_table, by_group;
	struct tallies agree_by_group, sided_by_group; /* of the votes */
	struct ids evidence, converging, diverging;
	struct position *positions;
	size_t npositions;
	struct tension *tensions;
	size_t ntensions;
};

/* As many as a report may need of a kind; and as many as it lists in full. */
enum { HARVEST_KEPT = 200, HARVEST_WHOLE = 20000 };

struct harvest_options {
	const struct opt_list *events; /* only these; none: all */
	size_t whole; /* as many notes are all kept; of more, some: */
	size_t keep;  /* for each event, theme and mark */
	bool runs;    /* several runs, each of which may have a note n1 */
};

struct harvest {
	struct harvest_options options;
	struct pool pool;
	struct buf scratch;
	struct map event_ids, theme_ids, groups, words, tables;
	struct event *events;
	size_t nevents, events_cap;
	struct theme *themes;
	size_t nthemes, themes_cap;
	struct finding *findings;
	size_t nfindings, findings_cap;
	struct note **notes; /* kept; sorted by event and id when finished */
	size_t nnotes, notes_cap;
	uint32_t *note_slots; /* notes by a hash of event and id: + 1, or 0 */
	size_t nnote_slots;
	struct map bucket_ids; /* of event, theme and mark */
	struct bucket *buckets;
	size_t nbuckets, buckets_cap;
	size_t *by_group; /* notes of each group, themed or not */
	size_t ngroups;
	size_t nall;          /* notes met */
	size_t marked[MARKS]; /* of them, with each mark */
	bool sorted_out;      /* some of them were not kept */
	size_t unthemed;
	size_t votes;
	struct note last; /* whose words the next note often shares */
	bool partial;
};

/* Begin; options are copied. */
void harvest_init(struct harvest *h, const struct harvest_options *options);

/* Take in a record; return 0, or -1 after reporting what is wrong with it. */
int harvest_add(struct harvest *h, struct record *rec);

/* All was read: put everything in order. 0, or -1 after reporting a fault. */
int harvest_finish(struct harvest *h);

/*
 * Whether everything that is under the Chatham House Rule has passed dlg-anon:
 * 0, or -1 after reporting STATUS_PRIVACY.
 */
int harvest_check_privacy(const struct harvest *h);

/* The note kept with that id; event NONE looks in all of them. NULL: none. */
struct note *harvest_note(const struct harvest *h, size_t event,
                          struct slice id);

/* Ids in the order people count: n2 before n10. */
int harvest_id_cmp(struct slice a, struct slice b);

void harvest_free(struct harvest *h);

#endif
