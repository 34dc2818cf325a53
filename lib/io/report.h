/*
 * A harvest as templates see it: chosen, sorted and put in sentences. The
 * structs below are what the tables in report_fields.c show; dlg-report(1)
 * says what each field means.
 */
#ifndef DLG_REPORT_H
#define DLG_REPORT_H

#include "io/harvest.h"
#include "text/template.h"

struct report_options {
	const char *title;             /* NULL: the event's own */
	size_t quotes;                 /* in the body, for each theme */
	int since, until;              /* days, both included; or DATE_NONE */
	bool front_matter;             /* the title stands above already */
	bool weekly;                   /* if since is none: the latest week */
	const struct harvest *against; /* of an earlier run, or NULL */
};

/* A count with its label: a stakeholder group, an age band, ... */
struct count {
	struct slice label;
	struct slice number; /* in words: "12", "fewer than 5" */
	size_t n;
};

struct parting {
	struct slice name;
	struct template_list parts; /* of struct count */
};

/* A note where more than the note itself is shown. */
struct line {
	struct slice id, text, table, round, group, theme, when, date;
	struct slice marked; /* "marked as agreement" */
};

/* Two positions side by side. */
struct pair {
	struct line a, b;
	struct slice reason;
};

/* A statement that was voted on. */
struct statement {
	const struct finding *finding;
	struct line note;
	struct slice words;  /* "83 of 104 people who took a side agreed" */
	struct slice groups; /* "of them in each group: ..." */
	double rank;
	size_t votes; /* of people who took a side */
};

/* A theme, and what was found of it. */
struct story {
	const struct theme *theme;
	const struct finding *finding; /* or NULL */
	struct slice id, label, terms;
	struct slice verdict; /* in words: "we converge" */
	struct slice breadth; /* a sentence: who raised it */
	struct slice spread;  /* "9 of 12": tables */
	struct slice rule, margin, interval, skew;
	struct slice why;   /* what the verdict rests on: a sentence */
	struct slice sides; /* who holds the positions */
	struct slice verdict_was, label_was, growth;
	struct slice said; /* the week in which a verdict was last spoken of */
	struct slice ids;  /* of its notes, the first few, in one line */
	size_t notes, tables, groups;
	size_t then;      /* notes in the week before */
	size_t elsewhere; /* notes that stand under a better theme */
	size_t unlisted;  /* notes of its own that are not among members */
	bool is_new;
	struct template_cite cite;
	struct template_list members;  /* of struct note: all, best fit last */
	struct template_list quotes;   /* of struct line */
	struct template_list pairs;    /* of struct pair */
	struct template_list tensions; /* of struct pair */
	struct template_list events;   /* of struct count: verdict by event */
	struct template_list by_group; /* of struct count */
};

/* A group of themes; without a label: those of no group. */
struct family {
	struct slice label;
	struct template_list themes; /* of struct story */
	size_t n;
};

struct report {
	struct pool pool;
	const struct harvest *h;
	struct report_options options;
	struct story *stories; /* one for each theme of the harvest */
	int since, until;      /* the window, or DATE_NONE */

	struct slice title, dates, convenor, version, week;
	bool front_matter; /* the title stands above already */
	struct slice iso_date;
	bool chatham, attributed, partial, several, votes_cast, windowed;
	bool sorted_out; /* of very many notes, the best are listed */
	bool grouped;    /* votes of some group of voters are shown */
	bool figure_map, figure_heat, figure_groups, figure_voters;
	bool figure_trend;
	struct slice link_map, link_heat, link_groups, link_voters, link_trend;
	struct slice mermaid;
	size_t notes, tables, rounds, withheld, unthemed_count, votes, k;
	size_t themed;     /* of the notes, those that fit a theme */
	size_t notes_then; /* in the week it is compared with */
	size_t undated;    /* notes that are of no week */
	size_t
	    unreported; /* notes since the earlier run, but not of this week */
	size_t more_actions, more_questions, more_principles, more_unthemed;
	size_t voters;       /* 0 if so few that they are not told of */
	struct slice people; /* in words, empty if it would give a cell away */
	struct template_list events, groups, partings, questions_asked;
	struct template_list themes, converge, diverge, single, recurring;
	struct template_list frequent, minor; /* recurring, in two parts */
	struct template_list few;             /* at too few tables to recur */
	struct template_list unassessed;      /* no finding speaks of them */
	struct template_list families; /* the themes, if any are grouped */
	struct template_list agreed, rejected, split;
	struct template_list
	    told;         /* of struct statement: by voters, of themselves */
	size_t of_voters; /* themes of nothing else */
	struct slice opinion; /* what opinion groups are called, if any */
	struct slice outcome; /* how many themes have which verdict */
	struct template_list actions, questions, principles;
	struct template_list open; /* commitments of earlier weeks */
	struct template_list absent, missing, replaced, bases;
	struct template_list suppressed;
	struct template_list unthemed; /* of struct note */
	bool first; /* there is no week before this one to compare with */
	int past_from, past_until; /* what it is compared with */
	struct slice past;         /* the same in words */
	struct template_list fresh, back, growing, steady, fading, gone;
	struct template_list ended; /* in an earlier run, and no more */
	struct template_list towards, away;
	struct template_list converge_now, diverge_now; /* by notes within */
	struct template_list settled, unsettled;        /* by earlier ones */
	struct template_list keywords;
};

extern const struct template_field report_fields[];

/* Make the report of a finished harvest, which must outlive it. */
void report_init(struct report *r, const struct harvest *h,
                 const struct report_options *options);

void report_free(struct report *r);

#endif
