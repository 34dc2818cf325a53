#include "io/report.h"

#define AT(thing, name, kind, of) \
	{ \
#name, TEMPLATE_##kind, offsetof(struct thing, name), of \
	}

static const struct template_field count_fields[] = {
	AT(count, label, TEXT, NULL),
	AT(count, number, MARKUP, NULL),
	AT(count, n, COUNT, NULL),
	{ 0 },
};

static const struct template_field parting_fields[] = {
	AT(parting, name, TEXT, NULL),
	AT(parting, parts, LIST, count_fields),
	{ 0 },
};

static const struct template_field line_fields[] = {
	AT(line, id, TEXT, NULL),
	AT(line, text, TEXT, NULL),
	AT(line, table, TEXT, NULL),
	AT(line, round, TEXT, NULL),
	AT(line, group, TEXT, NULL),
	AT(line, theme, TEXT, NULL),
	AT(line, when, TEXT, NULL),
	AT(line, date, TEXT, NULL),
	{ 0 },
};

static const struct template_field note_fields[] = {
	AT(note, id, TEXT, NULL),       AT(note, text, TEXT, NULL),
	AT(note, table, TEXT, NULL),    AT(note, round, TEXT, NULL),
	AT(note, question, TEXT, NULL), AT(note, group, TEXT, NULL),
	AT(note, date, TEXT, NULL),     { 0 },
};

static const struct template_field pair_fields[] = {
	{ "a", TEMPLATE_TEXT, offsetof(struct pair, a.text), NULL },
	{ "a_id", TEMPLATE_TEXT, offsetof(struct pair, a.id), NULL },
	{ "a_table", TEMPLATE_TEXT, offsetof(struct pair, a.table), NULL },
	{ "a_group", TEMPLATE_TEXT, offsetof(struct pair, a.group), NULL },
	{ "b", TEMPLATE_TEXT, offsetof(struct pair, b.text), NULL },
	{ "b_id", TEMPLATE_TEXT, offsetof(struct pair, b.id), NULL },
	{ "b_table", TEMPLATE_TEXT, offsetof(struct pair, b.table), NULL },
	{ "b_group", TEMPLATE_TEXT, offsetof(struct pair, b.group), NULL },
	AT(pair, reason, TEXT, NULL),
	{ 0 },
};

static const struct template_field statement_fields[] = {
	{ "id", TEMPLATE_TEXT, offsetof(struct statement, note.id), NULL },
	{ "text", TEMPLATE_TEXT, offsetof(struct statement, note.text), NULL },
	AT(statement, words, MARKUP, NULL),
	AT(statement, groups, MARKUP, NULL),
	{ 0 },
};

static const struct template_field story_fields[] = {
	AT(story, id, TEXT, NULL),
	AT(story, label, TEXT, NULL),
	AT(story, terms, TEXT, NULL),
	AT(story, verdict, MARKUP, NULL),
	AT(story, breadth, MARKUP, NULL),
	AT(story, spread, MARKUP, NULL),
	AT(story, rule, TEXT, NULL),
	AT(story, margin, TEXT, NULL),
	AT(story, interval, TEXT, NULL),
	AT(story, skew, TEXT, NULL),
	AT(story, sides, MARKUP, NULL),
	AT(story, why, MARKUP, NULL),
	AT(story, verdict_was, MARKUP, NULL),
	AT(story, label_was, TEXT, NULL),
	AT(story, growth, MARKUP, NULL),
	AT(story, notes, COUNT, NULL),
	AT(story, tables, COUNT, NULL),
	AT(story, groups, COUNT, NULL),
	AT(story, then, COUNT, NULL),
	AT(story, elsewhere, COUNT, NULL),
	AT(story, is_new, FLAG, NULL),
	AT(story, cite, CITE, NULL),
	AT(story, members, LIST, note_fields),
	AT(story, quotes, LIST, line_fields),
	AT(story, pairs, LIST, pair_fields),
	AT(story, tensions, LIST, pair_fields),
	AT(story, events, LIST, count_fields),
	AT(story, by_group, LIST, count_fields),
	{ 0 },
};

const struct template_field report_fields[] = {
	AT(report, title, TEXT, NULL),
	AT(report, dates, TEXT, NULL),
	AT(report, convenor, TEXT, NULL),
	AT(report, version, TEXT, NULL),
	AT(report, week, MARKUP, NULL),
	AT(report, people, MARKUP, NULL),
	AT(report, chatham, FLAG, NULL),
	AT(report, attributed, FLAG, NULL),
	AT(report, partial, FLAG, NULL),
	AT(report, several, FLAG, NULL),
	AT(report, votes_cast, FLAG, NULL),
	AT(report, windowed, FLAG, NULL),
	AT(report, figure_map, FLAG, NULL),
	AT(report, figure_heat, FLAG, NULL),
	AT(report, figure_groups, FLAG, NULL),
	AT(report, figure_trend, FLAG, NULL),
	AT(report, link_map, MARKUP, NULL),
	AT(report, link_heat, MARKUP, NULL),
	AT(report, link_groups, MARKUP, NULL),
	AT(report, link_trend, MARKUP, NULL),
	AT(report, mermaid, MARKUP, NULL),
	AT(report, notes, COUNT, NULL),
	AT(report, tables, COUNT, NULL),
	AT(report, rounds, COUNT, NULL),
	AT(report, withheld, COUNT, NULL),
	AT(report, unthemed_count, COUNT, NULL),
	AT(report, votes, COUNT, NULL),
	AT(report, k, COUNT, NULL),
	AT(report, events, LIST, count_fields),
	AT(report, groups, LIST, count_fields),
	AT(report, partings, LIST, parting_fields),
	AT(report, questions_asked, LIST, count_fields),
	AT(report, themes, LIST, story_fields),
	AT(report, converge, LIST, story_fields),
	AT(report, diverge, LIST, story_fields),
	AT(report, single, LIST, story_fields),
	AT(report, recurring, LIST, story_fields),
	AT(report, unassessed, LIST, story_fields),
	AT(report, agreed, LIST, statement_fields),
	AT(report, rejected, LIST, statement_fields),
	AT(report, split, LIST, statement_fields),
	AT(report, outcome, MARKUP, NULL),
	AT(report, actions, LIST, line_fields),
	AT(report, questions, LIST, line_fields),
	AT(report, open, LIST, line_fields),
	AT(report, principles, LIST, line_fields),
	AT(report, absent, LIST, count_fields),
	AT(report, missing, LIST, line_fields),
	AT(report, replaced, LIST, count_fields),
	AT(report, bases, LIST, count_fields),
	AT(report, unthemed, LIST, note_fields),
	AT(report, fresh, LIST, story_fields),
	AT(report, growing, LIST, story_fields),
	AT(report, fading, LIST, story_fields),
	AT(report, gone, LIST, story_fields),
	AT(report, towards, LIST, story_fields),
	AT(report, away, LIST, story_fields),
	AT(report, keywords, LIST, count_fields),
	{ 0 },
};
