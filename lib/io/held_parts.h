/* What the parts of io/held share; for them alone. */
#ifndef DLG_HELD_PARTS_H
#define DLG_HELD_PARTS_H

#include "io/held.h"

/* held_events.c: settle rules and names of events before notes are built. */
int held_events(struct held *h, struct record *rec);

/* Write the record of an event, if it has one, and its audit. */
void held_put_event(struct held *h, uint32_t event, struct record *rec,
                    struct out *o);
void held_put_audit(struct held *h, uint32_t event, struct record *rec,
                    struct out *o);

/* A count, as large as any may be: no sum of such is out of bounds. */
long long held_count_of(const json_t *value);

/* Append how many people took part, and of which groups, to an event. */
void held_put_participants(struct held *h, struct buf *b, struct record *rec,
                           uint32_t event);

/* What of its participants' groups is to be published: take each. */
void held_each_group(struct held *h, uint32_t event, struct record *rec,
                     void (*take)(struct held *, uint32_t, struct slice));

/*
 * Count and log what is masked in a field: of a note, the first to say so, or
 * (NULL) of the event itself.
 */
void held_count_field(struct held *h, uint32_t event, enum field f,
                      struct slice text, const struct held_note *note);

/* Append a note's counts of votes, given as JSON. */
void held_put_votes(struct buf *b, struct slice json);

/* held_log.c: write one line a replacement to the private log. */
void held_log(struct held *h, const struct held_note *note,
              const struct span *v, size_t n, const uint32_t *numbers);

/*
 * held_tells.c: choose the fields that tell of speakers, once; know who said
 * the note read last; find who is who of those that spoke or are listed; a
 * value levels up.
 */
void held_cells_fields(struct held *h);
void held_cells_take(struct held *h, struct record *rec);
void held_people_settle(struct held *h);
struct slice held_general(const struct held *h, enum field f,
                          struct slice value, size_t levels);

/* held_cells.c: settle what of them may be published, by each event's rule. */
void held_cells(struct held *h, struct record *rec);

/* held_redact.c: a number, which names nobody. */
bool held_is_number(struct slice text);

/* Whether anything in a field is to be masked: held.redact->spans. */
bool held_find(struct held *h, struct slice text, bool people);

/* held.c: what was found last in a note's text is what will be masked. */
void held_keep_spans(struct held *h, struct held_note *note);

/*
 * held_notes.c: the fields of notes that are kept, those first that every rule
 * lets pass.
 */
extern const enum field held_fields[HELD_FIELDS];

enum { HELD_ALWAYS = 10 };

/* The first of them: those that say when and where a note was said. */
enum { HELD_PLACES = 4 };

/* Whether a field is kept by the number of what it says. */
static inline bool
held_is_said(enum field f)
{
	return f != F_TEXT && f != F_VOTES && f != F_RATING && f != F_ATTRS;
}

/* A note's fields: a text's number in held.said, or what the JSON was. */
struct held_view {
	uint16_t has; /* a bit for each field: only those count */
	bool plain;   /* the text holds no escape */
	uint32_t number[HELD_FIELDS];
	struct slice json[HELD_FIELDS];
};

/* Fill a view, borrowed from the record of a note. */
void held_note_read(struct held *h, struct record *rec, struct held_view *view);

/* Keep what of a note is viewed. */
void held_note_keep(struct held *h, struct held_note *note,
                    const struct held_view *view);

/* Fill a view, borrowed from the note, which is not withheld. */
void held_note_open(const struct held_note *note, struct held_view *view);

/* The JSON of a field that a note has, and is not kept by a number. */
struct slice held_json(const struct held_view *view, enum field f);

/* The text of a field, or of the note itself until the next call. */
struct slice held_said(const struct held *h, const struct held_view *view,
                       enum field f);
struct slice held_text(struct held *h, const struct held_view *view);

/* The id that a note came with. */
struct slice held_id(const struct held *h, const struct held_note *note);

/* The number in held.said of what a field says. */
uint32_t held_say(struct held *h, enum field f, struct slice text);

/*
 * held_values.c: number all values of cell fields; then know the number of a
 * text, 0 if it says nothing. When all cells are settled, choose spellings.
 */
void held_values_number(struct held *h);
uint32_t held_cell_value(struct held *h, size_t cell, struct slice text);
void held_values_spell(struct held *h);

/* What is put for a value that a note of an event says: both are in held.said.
 */
uint32_t held_cell_put(struct held *h, uint32_t event, size_t cell,
                       uint32_t number);

/* Which field of a registration list says what one of a note says; or none. */
int held_roster_field(enum field f);

/* held_seats.c: a row of the roster that names somebody. */
struct held_seat {
	uint32_t who, person;
};

/* All of them, those of one person together. */
struct held_seats {
	struct held_seat *v;
	size_t n;
	uint32_t *rows; /* of each: levels times ncells values */
};

void held_seats_find(struct held *h, struct held_seats *s);
bool held_seat_is_of(const struct held *h, const struct held_seat *seat,
                     uint32_t event);
void held_seats_free(struct held_seats *s);

/* Tell the curator that notes are counted, and what the list lacks. */
void held_seats_untold(const struct held *h, const struct held_event *e);

/* Tell the curator of a list that names no event, and counts at several. */
void held_seats_warn(const struct held *h);

/*
 * held_put.c: a hash of what is published of a note whose spans are settled,
 * but for its number; counts what its cells lose. Then, when all notes have
 * theirs and a number, what is published: borrowed until the next call.
 */
uint64_t held_note_order(struct held *h, const struct held_note *note);
struct slice held_note_put(struct held *h, const struct held_note *note);

/* A date without the time of day. */
struct slice held_day(struct slice date);

/* Whether a field that has a form of its own has it. */
bool held_well_formed(enum field f, struct slice text);

void held_notes_free(struct held *h);

/* held_review.c: find what should be looked at again, when notes are settled.
 */
void held_review(struct held *h);

/* Write what options.explain asks for, after all else. */
void held_explain(struct held *h);

/*
 * held_order.c: the notes' indices as they are to be written, events together;
 * notes get their numbers. Released with free.
 */
uint32_t *held_order(struct held *h);

/* The event that is the n-th to be written. */
uint32_t held_event_at(const struct held *h, size_t n);

/*
 * held_votes.c: by what a voter is known: a name is the same in any case and
 * order ("Lee, Ann"), what holds a digit is as it is. Borrowed until the next.
 */
struct slice held_voter_key(struct held *h, struct slice voter);

/* A group as notes and votes of the event mostly spell it. */
struct slice held_group_spelt(const struct held *h, uint32_t event,
                              struct slice name);

/* held_votes.c: keep of a vote when it was, and its group. */
void held_vote_keep(struct held_vote *vote, struct held *h, struct record *rec);

/*
 * Of the votes, sorted by voter and note, keep the last of a voter on a note:
 * those that differ at the same time stay all, and are a pass to who counts.
 */
void held_votes_last(struct held *h);

/*
 * Leave out groups that fewer than k voters of an event share, under the
 * Chatham House Rule, and what would follow by subtraction.
 */
void held_votes_groups(struct held *h);

/* Give voters their numbers and put the votes in order. */
void held_number_voters(struct held *h);

/* Write the votes of an event, from the at-th on; return where they end. */
size_t held_put_event_votes(struct held *h, uint32_t event, size_t at,
                            struct out *o);

/* Keep the spans found, and what a note revealed of a person: that is masked in
 * the whole event. */
void held_keep_findings(struct held *h, struct held_note *note);

/* held_speakers.c: remember what a note says of its speaker, by the number of
 * his name. */
void held_speaker_take(struct held *h, size_t name, struct record *rec);

/*
 * Look through all notes once more for the speakers whom no list has. Return 0,
 * or -1 after reporting that a text cannot be made safe.
 */
int held_speakers_learn(struct held *h);

/* Forget them; what redacts looks for the list again, as before. */
void held_speakers_forget(struct held *h);

#endif
