/*
 * What the columns of a registration list hold, by their names: which field,
 * and of whom. A row may list several people: "Name 1, Name 2", two tables side
 * by side, an attendee and who paid for him, a guest, a line manager.
 */
#ifndef DLG_ROSTERCOLUMNS_H
#define DLG_ROSTERCOLUMNS_H

#include "io/rows.h"
#include "text/roster.h"

enum { ROSTER_COLUMN_NONE = ROSTER_FIELDS, ROSTER_COLUMN_PEOPLE = 64 };

/* Somebody a row may list. */
struct roster_seat {
	bool absent;   /* not said to take part: not counted */
	bool perhaps;  /* the column may hold other things: yes, 2 */
	size_t owner;  /* 1 + a line of roster_words_others, or 0 */
	size_t number; /* of "Name 2", or 0 */
	size_t turn;   /* how many like it stand before */
};

struct roster_column {
	int field;  /* enum roster_field, or ROSTER_COLUMN_NONE */
	size_t who; /* whose: 0 is the row's own person */
};

struct roster_columns {
	struct roster_column *v; /* of each column */
	size_t n;
	struct roster_seat seats[ROSTER_COLUMN_PEOPLE];
	size_t people;
	bool names;      /* some column holds names */
	bool moving;     /* who sits where changes: a table for each round */
	bool signs;      /* or what else lists of people have: e-mail, role */
	size_t alike[2]; /* columns, from 1, of one name: whose is not clear */
	bool many;       /* there are more people than seats */
};

/* What a column's name, folded, says by a word that begins so; the first that
 * fits counts. = stands for the whole name, * for any place in it. */
struct roster_heading {
	const char *word;
	int field;
};

extern const struct roster_heading roster_headings[];

/*
 * Lists of words, each ended by NULL: of the people listed; of people beside
 * them; of what is told of people and is no name; of things that have names,
 * and of bodies that have.
 */
extern const char *const roster_words_people[],
    *const roster_words_others[], *const roster_words_about[],
				      *const roster_words_things[],
					  *const roster_words_bodies[];

/* Say what each column of a header holds; release with roster_columns_free. */
void roster_columns_match(struct roster_columns *c, const struct row *header);

/*
 * How much a row looks like a header: 0 if it names no column of names; from
 * ROSTER_COLUMNS_SURE on it surely is.
 */
enum { ROSTER_COLUMNS_SURE = 18 };
size_t roster_columns_score(const struct row *row);

/* Whether a cell is a heading, and surely no name: Surname, Role, E-mail. */
bool roster_columns_is_heading(struct slice cell);

void roster_columns_free(struct roster_columns *c);

#endif
