/*
 * What the parts of io/report share: not for anybody else.
 */
#ifndef DLG_REPORT_PARTS_H
#define DLG_REPORT_PARTS_H

#include "io/report.h"

/* Room in the report's pool for an item of a list, which goes to its end. */
void *report_push(struct report *r, struct template_list *l, size_t size);

/* An item that is there already, to the end of a list. */
void report_append(struct report *r, struct template_list *l, void *item);

/* A copy of what b holds, in the report's pool; b is emptied. */
struct slice report_words(struct report *r, struct buf *b);

/* Whether a note, or a day of an event, is in the report's window. */
bool report_covers(const struct report *r, int day);

/* How many notes of an event are in the window. */
size_t report_count_event(const struct report *r, const struct event *e);

/* A line of a note. */
struct line report_line(const struct report *r, const struct note *n);

/* A label as a heading has it. */
struct slice report_capital(struct report *r, struct slice label);

/* Themes: their stories, and the sections they stand in. */
void report_stories(struct report *r);

/* Sentences of a story: who raised it, what its verdict rests on, its notes. */
void report_say_breadth(struct report *r, struct story *s);
/*
 * Whether a theme's finding is that people who voted are of one mind against
 * what it says; and, appended to b without a full stop, what the vote says.
 */
bool report_says_no(const struct report *r, const struct finding *f);
void report_say_minds(const struct report *r, struct buf *b,
                      const struct finding *f);

/* A verdict in a few words, as Markdown; f may be NULL. */
struct slice report_verdict(struct report *r, const struct finding *f);

void report_say_why(struct report *r, struct story *s);
void report_cite(struct report *r, struct story *s);
void report_say_ids(struct report *r, struct story *s);

/* How many themes have which verdict, and what that rests on; keywords. */
void report_outcome(struct report *r);

/* Which groups hold which of its sides. */
void report_say_sides(struct report *r, struct story *s);

/* What is shown of one story: quotations, positions, tensions. */
void report_quotes(struct report *r, struct story *s);

/* Themes by the groups they belong to, if there are any. */
void report_families(struct report *r);

/* Statements that were voted on. */
void report_statements(struct report *r);
void report_mark_votes(struct report *r);

/*
 * A statement that only tells who votes for it: how many said so, empty if that
 * is not to be told; and likewise, in its list.
 */
struct slice report_say_voters(struct report *r, const struct finding *f);
void report_tell_voters(struct report *r, const struct finding *f,
                        const struct note *n);

/* How many people of a group must have taken a side for it to be shown. */
size_t report_least_group(const struct report *r, const struct finding *f);

/* Who was there, and what was asked and removed. */
void report_people(struct report *r);

/* How participants divide, and groups of which no note speaks. */
void report_partings(struct report *r);

/* Notes that say who was missing from the room. */
void report_missing(struct report *r);

/* Commitments made before this week, the latest first. */
void report_open(struct report *r);

/*
 * Of some days only: tables and rounds of those days, and undated notes; and of
 * a theme, whose finding speaks for these days only if all notes of its events
 * are of them.
 */
void report_window(struct report *r);
void report_window_story(struct report *r, struct story *s);

/*
 * The time before: find what this week is compared with; the notes of a theme,
 * and of all themes, then; whether a theme was there before; the theme of the
 * earlier run and the latest verdict on it, or NULL. Notes between two days;
 * and those since the earlier run that are of days before this week.
 */
void report_past(struct report *r);
size_t report_count_then(const struct report *r, const struct story *s);
size_t report_count_all_then(const struct report *r);
size_t report_count_unreported(const struct report *r);
bool report_knew(const struct report *r, const struct story *s);
const struct theme *report_past_theme(const struct report *r, struct slice id);
const struct finding *report_past_finding(const struct report *r,
                                          const struct story *s);
size_t report_days_between(const struct days *d, int from, int to);

/* What changed since the week before. */
void report_changes(struct report *r);

/* Of which verdicts this week's notes speak, and which still stand. */
void report_standing(struct report *r);

#endif
