/*
 * Where what was read goes: notes, votes and events become records, and the
 * account is kept. What comes in is in the end one of: a note, a vote, empty,
 * refused, or set aside (read, and used or superseded elsewhere).
 */
#ifndef DLG_SINK_H
#define DLG_SINK_H

#include "base/opt.h"
#include "base/out.h"
#include "io/columns.h"
#include "io/eventfile.h"
#include "io/record.h"
#include "io/rows.h"

/* What the user asked for. */
struct import_options {
	const char *event;
	const char *format;
	const char *mapping;
	const char *delim;
	const char *encoding;
	const char *sheet;
	const char *fields[F_KNOWN]; /* date, title, rule, question */
	struct opt_list maps;        /* -m */
	struct opt_list answers;     /* -t */
	struct choices choices;      /* maps and mapping file together */
	int vote_sign;               /* 0: 1 is agree, 1: -1 is agree */
	bool keep_going;
	bool join; /* consecutive turns of one speaker are one note */
	bool explain;
	bool verbose;
	bool quiet_names;
	bool partial;   /* take a stream of dlg that stops early */
	size_t require; /* records that must come out */
	struct limits limits;
};

/* What became of the rows, lines, cells or paragraphs that were read. */
struct account {
	size_t read, notes, votes, empty, refused, aside;
};

/* A note to be: the texts and JSON of its fields, empty where it has none. */
struct note {
	struct slice f[F_KNOWN];
	struct slice attrs; /* members of attrs, as JSON, with commas between */
	struct slice key; /* what its id is made of; else its place and text */
	size_t line;      /* where it is in its file; 0 if nowhere */
	bool odd_mark;    /* it has a mark that we do not know */
	bool odd_secret;  /* it is sensitive, as nobody knows what is said */
	size_t part;      /* which of several notes from there */
};

/* A vote to be. */
struct vote {
	struct slice key; /* of the note voted on, as in struct note */
	struct slice voter, group;
	int value;   /* 1 agree, -1 disagree, 0 pass */
	double time; /* milliseconds since 1970, or -1 */
};

struct sink {
	struct out *out;
	const struct import_options *options;
	const char *name;    /* of the input, for messages */
	struct event *about; /* the event of the notes that come */
	struct slice event;  /* of the notes that come */
	struct slice file;   /* its base name, for source.file */
	struct slice key;    /* its place among ids, whatever the order */
	struct slice defaults[F_KNOWN]; /* of notes that have none, JSON */
	struct account now, total;
	size_t ordinal;        /* of the row, line, ... last taken up */
	size_t odd_marks;      /* notes whose mark is not known */
	size_t odd_dates;      /* notes whose date is no sure day */
	bool odd_secrets;      /* some are sensitive in doubt: told */
	size_t shown;          /* records shown by --explain */
	uint64_t seed;         /* of the ids of this input */
	struct buf head, tail; /* what all notes of an input begin, end with */
	struct buf line;       /* the record being built */
	struct pool pool;
	bool prefixes; /* texts of tables may begin "JS:" or "Action:" */
	bool partial;  /* something is missing, and was accepted or declared */
	bool failed;
};

void sink_init(struct sink *s, struct out *out,
               const struct import_options *options);

/*
 * The notes that come are of event and from file, by the key that tells it
 * from others; all borrowed until the next call.
 */
void sink_begin(struct sink *s, const char *name, struct slice event,
                struct slice file, struct slice key);

/* The notes that come are from that file; the input stays the same. */
void sink_file(struct sink *s, struct slice file);

/* A field for all notes of this input that lack it; copied. */
void sink_default(struct sink *s, enum field f, struct slice text);

/* The notes have a title above them: the event's, if it has but this input. */
void sink_title(struct sink *s, struct slice title);

/* One more thing was read; what becomes of it must be told next. */
static inline void
sink_take(struct sink *s)
{
	s->now.read++;
	s->ordinal++;
}

/* A note: written, or counted as empty if it has no text. */
void sink_note(struct sink *s, const struct note *n);

/* A vote: written, or counted as empty if nobody cast it. */
void sink_vote(struct sink *s, const struct vote *v);

static inline void
sink_empty(struct sink *s)
{
	s->now.empty++;
}

static inline void
sink_aside(struct sink *s)
{
	s->now.aside++;
}

/*
 * What was read cannot be used: why. Return 0 if --keep-going says to leave it
 * out, else -1; either is reported.
 */
int sink_refuse(struct sink *s, size_t line, const char *why);

/* The id of a note with that text, here, appended to out. */
void sink_note_id(const struct sink *s, struct slice text, struct buf *out);

/* The input has ended: add up, and with -v tell. Return 0, or -1. */
int sink_end(struct sink *s, const char *format);

/*
 * For io/sink itself: append a date to line, as 2026-03-26 where it surely is a
 * day, else as it is.
 */
void sink_put_date(struct sink *s, struct slice text);

/* The canonical word for a mark, or an empty slice. */
struct slice sink_mark(struct slice text);

void sink_free(struct sink *s);

#endif
