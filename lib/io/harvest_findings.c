#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/value.h"

enum { IDS = 1000 }; /* ids kept of a list; the rest is counted */

static const char *const verdicts[] = {
	"",        "convergent", "contested", "single-voice", "recurring",
	"divided", "uncertain",  "mixed",     "insufficient",
};

static enum verdict
verdict_of(struct slice s)
{
	for (int v = VERDICT_CONVERGENT; v <= VERDICT_INSUFFICIENT; v++)
		if (slice_is(s, verdicts[v]))
			return (enum verdict)v;
	return VERDICT_NONE;
}

/* How many strings a list has left, which has nothing but strings. */
static size_t
count_strings(struct slice list)
{
	struct value_walk w = { list };
	struct slice key, val;
	size_t n = 0;

	if (list.len == 0 || memchr(list.p, '\\', list.len) == NULL) {
		for (size_t i = 0; i < list.len; i++)
			n += list.p[i] == '"';
		return n / 2;
	}
	while (value_next(&w, &key, &val))
		n++;
	return n;
}

static void
add_ids(struct harvest *h, struct ids *ids, struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val;

	while (ids->n < IDS && value_next(&w, &key, &val)) {
		ids->v =
		    mem_grow(ids->v, &ids->cap, ids->n + 1, sizeof(*ids->v));
		ids->v[ids->n++] = harvest_keep_json(h, val);
	}
	ids->all = ids->n + count_strings(w.rest);
}

/* {"GP": {"agree": 3, "disagree": 1, ...}, ...} */
static void
add_group_votes(struct harvest *h, struct finding *f, struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val;

	while (value_next(&w, &key, &val)) {
		size_t agree = value_count(value_get(val, "agree"));
		size_t disagree = value_count(value_get(val, "disagree"));

		buf_reset(&h->scratch);
		key = harvest_keep(h, scan_text(key, &h->scratch));
		harvest_tally(&f->agree_by_group, key, agree);
		harvest_tally(&f->sided_by_group, key, agree + disagree);
	}
}

static void
add_ratings(struct harvest *h, struct finding *f, struct slice ratings)
{
	struct value_walk w = value_open(value_get(ratings, "of"));
	struct slice median = value_get(ratings, "median"), key, val;

	for (; value_next(&w, &key, &val); f->scale++)
		f->ratings += value_count(val);
	f->median = harvest_keep(h, median);
}

static void
add_counts(struct harvest *h, struct finding *f, struct slice counts)
{
	struct slice votes = value_get(counts, "votes");
	struct slice marks = value_get(counts, "marks");
	struct slice stance = value_get(counts, "stance");

	f->notes = value_count(value_get(counts, "notes"));
	f->tables = value_count(value_get(counts, "tables"));
	f->of_tables = value_count(value_get(counts, "of_tables"));
	f->groups = value_count(value_get(counts, "groups"));
	f->of_groups = value_count(value_get(counts, "of_groups"));
	harvest_tallies(h, &f->by_table, value_get(counts, "by_table"));
	harvest_tallies(h, &f->by_group, value_get(counts, "by_group"));
	f->marked = value_count(value_get(marks, "agreement"));
	f->unmarked = value_count(value_get(marks, "divergence"));
	f->pro = value_count(value_get(stance, "for"));
	f->contra = value_count(value_get(stance, "against"));
	f->voted = votes.len > 0;
	f->agree = value_count(value_get(votes, "agree"));
	f->disagree = value_count(value_get(votes, "disagree"));
	f->pass = value_count(value_get(votes, "pass"));
	add_group_votes(h, f, value_get(votes, "by_group"));
	add_ratings(h, f, value_get(counts, "ratings"));
}

static void
add_positions(struct harvest *h, struct finding *f, struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val;

	while (value_next(&w, &key, &val)) {
		struct position p = { .side = harvest_keep_json(
					  h, value_get(val, "side")) };

		add_ids(h, &p.notes, value_get(val, "notes"));
		harvest_tallies(h, &p.groups, value_get(val, "groups"));
		f->positions = mem_resize(f->positions, f->npositions + 1,
		                          sizeof(*f->positions));
		f->positions[f->npositions++] = p;
	}
}

static void
add_tensions(struct harvest *h, struct finding *f, struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val;

	while (value_next(&w, &key, &val)) {
		struct tension t;

		t.a = harvest_keep_json(h, value_get(val, "a"));
		t.b = harvest_keep_json(h, value_get(val, "b"));
		t.reason = harvest_keep_json(h, value_get(val, "reason"));
		f->tensions = mem_resize(f->tensions, f->ntensions + 1,
		                         sizeof(*f->tensions));
		f->tensions[f->ntensions++] = t;
	}
}

/* Which groups voted, and where on a map. */
static void
add_voters(struct harvest *h, struct event *e, const struct record *rec)
{
	struct slice own = harvest_member(rec, "opinion_groups");

	if (value_count(value_get(own, "groups")) > 0)
		e->opinion_groups = true;
	own = value_get(harvest_member(rec, "talk"), "voters");
	if (value_count(own) > 0)
		e->voters = value_count(own);
	harvest_add_map(h, e, harvest_member(rec, "map"));
}

/* {"trend": ["growing", ...], "was": {...}} */
static void
add_since(struct harvest *h, struct finding *f, struct slice since)
{
	struct value_walk w = value_open(value_get(since, "trend"));
	struct slice key, val;
	struct slice was = value_get(since, "was");

	f->course = was.len > 0 ? COURSE_STEADY : COURSE_UNKNOWN;
	buf_reset(&h->scratch);
	f->was = verdict_of(value_text(value_get(was, "verdict"), &h->scratch));
	f->notes_was = value_count(value_get(was, "notes"));
	while (value_next(&w, &key, &val)) {
		if (slice_is(val, "\"growing\""))
			f->course = COURSE_GROWING;
		if (slice_is(val, "\"fading\""))
			f->course = COURSE_FADING;
		if (slice_is(val, "\"converging\""))
			f->turn = 1;
		if (slice_is(val, "\"diverging\""))
			f->turn = -1;
	}
}

/* Which notes a finding rests on, and on which sides they are. */
static void
add_notes(struct harvest *h, struct finding *f, const struct record *rec)
{
	add_ids(h, &f->evidence, harvest_member(rec, "evidence"));
	add_ids(h, &f->converging, harvest_member(rec, "converging"));
	add_ids(h, &f->diverging, harvest_member(rec, "diverging"));
	add_positions(h, f, harvest_member(rec, "positions"));
	add_tensions(h, f, harvest_member(rec, "tensions"));
}

int
harvest_add_finding(struct harvest *h, struct record *rec, size_t event)
{
	struct slice theme = record_str(rec, F_THEME);
	struct finding f = { .event = event, .theme = NONE };

	f.id = harvest_keep(h, record_str(rec, F_ID));
	f.note = harvest_keep(h, record_str(rec, F_NOTE));
	f.rule = harvest_keep(h, record_str(rec, F_RULE));
	if (theme.p != NULL)
		f.theme = harvest_theme(h, theme);
	buf_reset(&h->scratch);
	f.verdict =
	    verdict_of(value_text(harvest_member(rec, "verdict"), &h->scratch));
	if (f.verdict == VERDICT_NONE)
		return record_fault(rec, STATUS_FAULT,
		                    "a finding without a verdict that this dlg "
		                    "knows: make the findings with the "
		                    "dlg-converge of the same version");
	f.file = rec->file;
	f.line = rec->line;
	f.basis = harvest_keep_json(h, harvest_member(rec, "basis"));
	f.margin = harvest_keep_json(h, harvest_member(rec, "margin"));
	add_since(h, &f, harvest_member(rec, "since"));
	f.of_voters = slice_is(harvest_member(rec, "about"), "\"voters\"");
	f.against = slice_is(harvest_member(rec, "direction"), "\"disagree\"");
	f.interval = harvest_keep_json(
	    h, value_get(harvest_member(rec, "interval"), "words"));
	f.skew = harvest_keep_json(
	    h, value_get(harvest_member(rec, "skew"), "words"));
	add_counts(h, &f, harvest_member(rec, "counts"));
	add_notes(h, &f, rec);
	if (f.note.len > 0 && event != NONE)
		add_voters(h, &h->events[event], rec);
	h->findings = mem_grow(h->findings, &h->findings_cap, h->nfindings + 1,
	                       sizeof(*h->findings));
	h->findings[h->nfindings++] = f;
	return 0;
}

void
harvest_add_vanished(struct harvest *h, struct record *rec)
{
	struct slice theme = record_str(rec, F_THEME);
	struct slice label = record_str(rec, F_LABEL);
	struct slice was = value_get(harvest_member(rec, "since"), "was");
	struct theme *t;
	size_t n;

	if (theme.len == 0 || label.len == 0)
		return;
	n = harvest_theme(h, theme);
	t = &h->themes[n];
	t->before = value_count(value_get(was, "notes"));
	if (!t->known)
		t->label = harvest_keep(h, label);
}

static void
free_finding(struct finding *f)
{
	for (size_t i = 0; i < f->npositions; i++) {
		free(f->positions[i].notes.v);
		free(f->positions[i].groups.v);
	}
	free(f->positions);
	free(f->tensions);
	free(f->by_table.v);
	free(f->by_group.v);
	free(f->agree_by_group.v);
	free(f->sided_by_group.v);
	free(f->evidence.v);
	free(f->converging.v);
	free(f->diverging.v);
}

void
harvest_free_findings(struct harvest *h)
{
	for (size_t i = 0; i < h->nfindings; i++)
		free_finding(&h->findings[i]);
	free(h->findings);
}
