/*
 * What the parts of io/harvest share: not for anybody else.
 */
#ifndef DLG_HARVEST_PARTS_H
#define DLG_HARVEST_PARTS_H

#include "io/harvest.h"

/* Notes of one event, theme and mark: a heap whose top is the first to go. */
struct bucket {
	struct note **v;
	size_t n, cap;
};

/* A copy of text, or of a JSON string's text, that the harvest owns. */
struct slice harvest_keep(struct harvest *h, struct slice text);
struct slice harvest_keep_json(struct harvest *h, struct slice json);

/* The JSON text of the record's member of that name, or an empty slice. */
struct slice harvest_member(const struct record *rec, const char *name);

/* The index of a theme, made if it is not there yet. */
size_t harvest_theme(struct harvest *h, struct slice id);

/* Take in {"label": count, ...}. */
void harvest_tallies(struct harvest *h, struct tallies *t, struct slice json);
void harvest_tally(struct tallies *t, struct slice label, size_t n);

void harvest_sort_tallies(struct tallies *t); /* by label */

int harvest_add_note(struct harvest *h, struct record *rec, size_t event);
int harvest_add_finding(struct harvest *h, struct record *rec, size_t event);
/* A theme that an earlier run had, and this one has not. */
void harvest_add_vanished(struct harvest *h, struct record *rec);
/* Take in where an event's voters stand, unless that is known. */
void harvest_add_map(struct harvest *h, struct event *e, struct slice json);

/* Keep a copy of a note, if it is among the best of its kind. */
void harvest_keep_note(struct harvest *h, const struct note *n);

void harvest_finish_notes(struct harvest *h);
void harvest_free_notes(struct harvest *h);
void harvest_free_findings(struct harvest *h);

/* harvest_find.c: all notes are there: have them found by their ids. */
void harvest_index_notes(struct harvest *h);

/* harvest_twins.c: then: tell notes of the same id in several events apart. */
void harvest_part_twins(struct harvest *h);

#endif
