/*
 * What dlg-converge keeps of a stream: for each note who said it where, what
 * it is about and what its words tell - not the words themselves - and the
 * votes. Nothing depends on the order of the records.
 */
#ifndef DLG_LEDGER_H
#define DLG_LEDGER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/pool.h"
#include "io/record.h"
#include "math/ballot.h"
#include "math/polis.h"
#include "text/cues.h"
#include "text/letters.h"
#include "text/reader.h"
#include "text/stance.h"

#define LEDGER_NONE UINT32_MAX

/* The longest scale of ratings, and the one if nothing is said. */
enum { LEDGER_SCALE = 10, LEDGER_SCALE_USUAL = 9 };

enum {
	ENTRY_NOTE = 1,        /* the note itself was there, not only votes */
	ENTRY_DIVERGENCE = 2,  /* a cue in its text */
	ENTRY_CONVERGENCE = 4, /* likewise */
	ENTRY_MARKED_DIVERGENCE = 8,
	ENTRY_MARKED_AGREEMENT = 16,
	ENTRY_NO_CUES = 32, /* in a language that we have no cues for */
	ENTRY_VOTED = 64,
	ENTRY_CLAIM = 128,   /* says what ought to be */
	ENTRY_ONESELF = 256, /* only tells who says it */
};

/* The most themes that a note may have. */
enum { LEDGER_THEMES = UINT8_MAX };

/* A note, or what votes refer to. */
struct entry {
	uint32_t event, table, group; /* numbers, or LEDGER_NONE */
	uint32_t theme;               /* in themes_of; if only one, its own */
	uint32_t words;               /* in words: see ledger_words */
	uint32_t mark;                /* number in marks, or LEDGER_NONE */
	uint8_t nthemes;
	uint8_t weighed, others; /* words with weights, and without */
	int8_t position;         /* 1 to keep something, -1 to drop it, or 0 */
	uint8_t rating;          /* 1 to the scale's end; 0: none */
	uint16_t flags;
};

/* Counts that a note brought with it. */
struct inline_votes {
	uint32_t note;
	struct tally votes;
};

/* A rating that a voter gave. */
struct rated {
	uint32_t note, voter;
	int64_t time;
	uint32_t rating;
};

/*
 * Which fields of a note say its table and its group; NULL: those so called.
 * Ratings go from 1 to scale.
 */
struct ledger_options {
	const char *table, *group;
	size_t scale; /* 2 to LEDGER_SCALE */
};

struct ledger {
	struct ledger_options options;
	struct cues *cues;
	struct stance *stance;
	struct reader *reader;
	struct letters letters; /* of the text now read */
	struct map notes;       /* of event and id; entries belong to them */
	struct map events;
	uint32_t event;    /* the one last met */
	struct map tables; /* of event and table */
	struct map groups, themes, marks;
	struct map voters; /* of event and voter */
	struct entry *entries;
	size_t entries_cap;
	uint32_t *themes_of;
	size_t nthemes_of, themes_of_cap;
	uint16_t *words;
	size_t nwords, words_cap;
	uint32_t *voter_group;
	size_t voter_group_cap;
	struct cast *casts;
	size_t ncasts, casts_cap;
	struct inline_votes *counted;
	size_t ncounted, counted_cap;
	struct rated *rated;
	size_t nrated, rated_cap;
	struct where {
		const char *file;
		size_t line;
	} * first_vote; /* of each entry: for a message */
	size_t first_vote_cap;
	struct buf key, text;
	struct map merged;     /* ids of themes that others took in */
	uint32_t *merged_into; /* the theme that took in each */
	size_t merged_cap;
	struct slice *labels; /* of each theme that has a record */
	size_t labels_cap;
	struct pool pool;
	size_t k;            /* people that no fewer may be told of */
	bool voters_grouped; /* some vote says its voter's group */
	bool mute;           /* some text is in a language without cues */
};

/* Begin; the names in options are borrowed until ledger_free. */
void ledger_init(struct ledger *l, const struct ledger_options *options);
void ledger_free(struct ledger *l);

/* Take in a record. Return 0, or -1 after reporting what is wrong with it. */
int ledger_add(struct ledger *l, struct record *rec);

/*
 * All was read: check that votes are on notes, and that somebody has the fields
 * that options name. 0, or -1 after a report.
 */
int ledger_check(const struct ledger *l);

/* Whether a note is a statement that only tells who votes for it. */
static inline bool
entry_of_voters(const struct entry *e)
{
	const unsigned both = ENTRY_VOTED | ENTRY_ONESELF;

	return (e->flags & both) == both;
}

/* The themes of a note, e->nthemes of them, best first. */
static inline const uint32_t *
ledger_themes(const struct ledger *l, const struct entry *e)
{
	return e->nthemes < 2 ? &e->theme : l->themes_of + e->theme;
}

/*
 * The words of a note that have weights, e->weighed of them, ascending; and all
 * its words, put into v as struct stance_words has them: return how many.
 */
static inline const uint16_t *
ledger_weighed(const struct ledger *l, const struct entry *e)
{
	return l->words + e->words;
}
size_t ledger_words(const struct ledger *l, const struct entry *e,
                    uint32_t v[STANCE_WORDS]);

/* The number of the event that a name within an event belongs to. */
uint32_t ledger_event_of(const struct map *m, size_t n);

/* The id of a note, the name of a table: without the event before it. */
struct slice ledger_name(const struct map *m, size_t n);

#endif
