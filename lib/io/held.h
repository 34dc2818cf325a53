/*
 * A harvest held whole while it is made anonymous: a name found in one note
 * must be masked in all of its event, people are counted before anything about
 * them is published, and the order in which notes come out must say nothing
 * of the order in which they went in.
 *
 * Records are read by held_take, and written by held_write (held_write.c). No
 * temporary file is used: it is all in memory.
 */
#ifndef DLG_HELD_H
#define DLG_HELD_H

#include "base/map.h"
#include "base/pool.h"
#include "io/held_alike.h"
#include "io/record.h"
#include "math/cells.h"
#include "text/hierarchy.h"
#include "text/persons.h"
#include "text/quoted.h"
#include "text/redact.h"

/* Who may be told apart in what comes out. */
enum held_rule {
	RULE_CHATHAM,    /* nobody: neither identity nor affiliation */
	RULE_ATTRIBUTED, /* speakers are named, contact details are not */
	RULE_NONE,       /* nothing is hidden but what is withheld */
	RULES,
};

struct held_options {
	size_t k;
	int rule; /* an enum held_rule for events that say nothing, or -1 */
	bool pseudonyms;
	bool keep[F_KNOWN]; /* fields that are to be let through */
	const struct hierarchy *hierarchy; /* or NULL */
	const char
	    *explain; /* a file to say there what was given up; or NULL */
	const struct quoted *spoken; /* public texts, or NULL */
};

enum { HELD_FIELDS = 15 };

/* A note. */
struct held_note {
	char *fields;   /* see held_note_open; NULL: it is withheld */
	uint64_t order; /* a hash of what is published */
	uint32_t id;    /* in held.note_ids */
	uint32_t event;
	uint32_t span, nspans; /* in held.spans */
	uint32_t open, nopen;  /* in held.open */
	uint32_t number;       /* published as "n" number; 0: not at all */
	uint16_t has;          /* a bit for each of held_fields it has */
	uint16_t cells;        /* bits of held.cell_fields to be published */
	bool withheld;
	bool settled; /* spans are those that will be masked */
	bool plain;   /* its text holds no escape in JSON */
};

/* What a field says, kept once however many notes say it. */
struct held_value {
	struct slice text;
	struct slice put; /* as a member of a published note; p NULL: not yet */
	uint64_t order;   /* a hash of put, as far as bare if open */
	uint32_t bare;    /* of put, without a number behind a mask */
	bool open;        /* it has a mask, and may need such a number */
	uint8_t rule;     /* the enum held_rule under which it is put so */
	uint8_t secret;   /* 2: it says off the record, 1: not, 0: not known */
	uint32_t cell;    /* its number among the values of cells, or 0 */
	uint32_t spelling; /* of its like, the one that is published */
	uint32_t uses;     /* notes that say so, where cells are settled */
};

/* All that notes say in one field. */
enum { HELD_QUICK = 64 };

struct held_values {
	struct map texts;
	struct held_value *v;
	uint32_t quick[HELD_QUICK]; /* some numbers + 1, found at a glance */
	size_t cap;
};

/* The voters of one event who are of one group. */
struct held_side {
	struct slice name;   /* as it came; in the end as published */
	struct slice masked; /* as far as the rule asks */
	size_t people;
	uint32_t event;
	bool shown;
};

struct held_vote {
	uint32_t event, voter; /* numbers in held.events and held.voters */
	uint32_t note;         /* first in held.note_ids, then in held.notes */
	uint32_t group; /* first in held.vote_groups, then vote_sides; + 1 */
	double time;
	int8_t value;
};

/* What a curator should look at again. */
enum held_look {
	REVIEW_RARE,  /* notes whose content is rare */
	REVIEW_SAME,  /* classes whose notes all have one mark */
	REVIEW_QUOTE, /* notes that quote a public text at length */
	REVIEWS,
};

/* By what the people of an event are counted. */
enum held_basis {
	BASIS_NOTHING, /* no field tells anything */
	BASIS_ROSTER,
	BASIS_SPEAKERS,
	BASIS_NOTES, /* nothing better is known */
};

struct held_event {
	struct slice line; /* of the event record; p NULL: there is none */
	struct slice name; /* as published */
	struct slice put;  /* the same as a member of a note; p NULL: not yet */
	enum held_rule rule;
	struct map also;       /* hashes of words to be masked throughout */
	struct map pseudonyms; /* of who-numbers, 8 bytes each */
	uint32_t rank;         /* place among the events written */
	uint32_t at;     /* number of the event whose place is this one's */
	unsigned untold; /* cell fields, as bits, that the list does not tell */
	size_t notes, withheld, voters;
	size_t votes_dropped;   /* those on notes that are withheld */
	size_t votes_again;     /* those that their voter changed later */
	size_t votes_ungrouped; /* those whose group is left out */
	size_t replaced[SPAN_KINDS];
	enum held_basis basis;
	size_t level[CELLS_FIELDS]; /* how general each cell field is */
	bool settled;               /* its cells are, by this run */
	double cost;                /* weighted loss of cells */
	size_t generalised[F_KNOWN], suppressed[F_KNOWN];
	size_t review[REVIEWS];
	bool reviewed;
	struct slice look_again; /* lines that say at what */
	struct slice audit;      /* of an earlier run; p NULL: there is none */
};

/* What the first note of a speaker says of him. */
struct held_speaker {
	struct slice role, org;
};

struct held {
	const struct held_options *options;
	struct redact *redact;
	struct roster *roster;
	struct pool pool;
	struct held_note *notes;
	size_t nnotes, notes_cap;
	struct held_vote *votes;
	size_t nvotes, votes_cap;
	struct held_event *events;
	size_t events_cap;
	struct map event_names, voters; /* event '\0' voter */
	uint32_t last_event;            /* of the record before */
	struct map vote_groups;         /* as they came */
	struct held_side *vote_sides;   /* groups within events */
	size_t nsides, sides_cap;
	struct map note_ids; /* event '\0' id; the number is a note's */
	uint32_t *note_of;   /* of each id: the note + 1, or 0 */
	size_t note_of_cap;
	struct span *spans;
	size_t nspans, spans_cap;
	uint64_t *open;
	size_t nopen, open_cap;
	struct map fields; /* short texts seen, to redact each once */
	struct slice *redacted;
	size_t redacted_cap;
	struct held_alike alike;
	enum field
	    cell_fields[CELLS_FIELDS]; /* fields that tell of a speaker */
	size_t ncells, levels;
	uint8_t
	    cell_at[HELD_FIELDS]; /* of each of held_fields: which; or ncells */
	struct held_values said[F_KNOWN]; /* what the notes' fields say */
	struct map values;                /* of cell fields, folded */
	uint32_t *value_rank;   /* of each: its place in their order */
	uint32_t *speakers;     /* of each note: a name, then who spoke; or 0 */
	uint32_t *listed;       /* of each row of the roster: who */
	struct persons persons; /* who spoke, and who is listed */
	size_t speakers_cap;
	struct held_speaker *spoken; /* of each name a note's speaker has */
	size_t nspoken, spoken_cap;
	struct roster *learnt; /* the list and who spoke besides; or NULL */
	struct out *log;       /* the private log, or NULL */
	struct buf key, text, body, decoded;
};

/* All but options, redact and roster is made empty; they are borrowed. */
void held_init(struct held *h, const struct held_options *options,
               struct redact *redact, struct roster *roster);

/*
 * Take a record. Return 0, or -1 after reporting a fault: then nothing may be
 * written.
 */
int held_take(struct held *h, struct record *rec);

/* Write all that may be published, but the end record. Return 0 or -1. */
int held_write(struct held *h, struct out *o);

/* What is masked in a short text. */
enum held_mask {
	MASK_CONTACTS, /* contact details only */
	MASK_PEOPLE,   /* people and organisations, too */
	MASK_LISTED,   /* the same, but for people on no list */
	MASK_KEPT,     /* people, but no affiliation: the user asked for it */
};

/* What a rule asks for; RULE_NONE for nothing at all. */
static inline enum held_mask
held_mask_of(enum held_rule rule)
{
	return rule == RULE_CHATHAM ? MASK_PEOPLE : MASK_CONTACTS;
}

/* A short text of a field, redacted. Borrowed until held_free. */
struct slice held_redact(struct held *h, struct slice text,
                         enum held_mask mask);

/* The key of something within an event, borrowed until the next call. */
struct slice held_key(struct held *h, uint32_t event, struct slice id);

void held_free(struct held *h);

#endif
