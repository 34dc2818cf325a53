#include "io/report_parts.h"
#include "text/escape.h"
#include "text/wording.h"

static const struct noun notes = { "note", "notes" };
static const struct noun tables = { "table", "tables" };
static const struct noun groups = { "stakeholder group", "stakeholder groups" };

enum {
	CITED = 40, /* note ids in a footnote */
	LISTED = 5  /* and where a line must do */
};

/* " (with clinic, booking)": what a theme is about, beside its label. */
static void
say_terms(struct buf *b, const struct story *s)
{
	if (s->terms.len == 0)
		return;
	buf_adds(b, " (with ");
	escape_markdown(b, s->terms, 200);
	buf_addc(b, ')');
}

/* Whether all notes are of one group, at more tables than one. */
static bool
is_of_one_group(const struct finding *f)
{
	return f->tables > 1 && f->groups == 1 && f->by_group.n == 1 &&
	       f->by_group.v[0].n == f->notes;
}

/* Whether a verdict hangs by the mark that one note bears. */
static bool
is_of_one_mark(const struct finding *f)
{
	if (!slice_is(f->basis, "marks"))
		return false;
	if (f->verdict == VERDICT_CONVERGENT)
		return f->marked == 1 && f->converging.all <= 1;
	return f->verdict == VERDICT_CONTESTED && f->unmarked == 1 &&
	       f->diverging.all <= 1;
}

struct slice
report_verdict(struct report *r, const struct finding *f)
{
	static const char *const words[] = {
		"not assessed",
		"we converge",
		"we diverge",
		"raised by one voice",
		"recurring, agreement unknown",
		"divided",
		"many are not sure",
		"mixed",
		"too few to tell",
	};
	struct buf b = BUF_INIT;

	if (f != NULL && f->of_voters)
		return SLICE("tells who voted");
	if (f != NULL && f->verdict == VERDICT_SINGLE && is_of_one_group(f)) {
		buf_adds(&b, "raised by ");
		escape_markdown(&b, f->by_group.v[0].label, 80);
		buf_adds(&b, " only");
	} else if (f != NULL && f->verdict == VERDICT_INSUFFICIENT &&
	           f->of_tables == 0 && !slice_is(f->basis, "votes")) {
		buf_adds(&b, "agreement unknown");
	} else {
		buf_adds(&b, words[f != NULL ? f->verdict : VERDICT_NONE]);
	}
	if (f != NULL && is_of_one_mark(f))
		buf_adds(&b, ", on one marked note");
	if (f != NULL && report_says_no(r, f))
		buf_adds(&b, ": the room says no");
	return report_words(r, &b);
}

/* "Raised by patients only, at 2 tables, in 3 notes": one voice. */
static void
say_voice(struct buf *b, const struct story *s)
{
	const struct finding *f = s->finding;

	if (is_of_one_group(f)) {
		buf_adds(b, "Raised by ");
		escape_markdown(b, f->by_group.v[0].label, 80);
		buf_adds(b, " only, at ");
		wording_count(b, f->tables, tables);
	} else if (f->tables == 1) {
		buf_adds(b, "Raised at one table");
	} else {
		buf_adds(b, "Raised");
	}
	buf_adds(b, " in ");
	wording_count(b, s->notes, notes);
	buf_addc(b, '.');
}

/* "9 of 12 tables raised this, in 15 notes from 4 of 5 stakeholder groups" */
static void
say_spread(struct buf *b, const struct story *s, bool tabled)
{
	const struct finding *f = s->finding;

	if (tabled) {
		wording_part(b, f->tables, f->of_tables, tables);
		wording_capital(b, 0);
		buf_adds(b, " raised this");
		say_terms(b, s);
		buf_adds(b, ", in ");
	}
	wording_count(b, s->notes, notes);
	if (f != NULL && f->groups > 0 && f->of_groups > 1) {
		buf_adds(b, " from ");
		wording_part(b, f->groups, f->of_groups, groups);
	}
	if (!tabled)
		buf_adds(b, s->notes == 1 ? " raises this" : " raise this");
	buf_addc(b, '.');
}

void
report_say_breadth(struct report *r, struct story *s)
{
	const struct finding *f = s->finding;
	struct buf b = BUF_INIT;
	bool tabled = f != NULL && f->of_tables > 0 && f->tables > 0;

	if (f != NULL && f->verdict == VERDICT_SINGLE)
		say_voice(&b, s);
	else
		say_spread(&b, s, tabled);
	s->breadth = report_words(r, &b);
	if (tabled)
		buf_addf(&b, "%zu of %zu", f->tables, f->of_tables);
	else if (s->tables > 0)
		buf_addf(&b, "%zu", s->tables);
	s->spread = report_words(r, &b);
}

/* " Why: heard at 9 of 12 tables." */
static void
add_words(struct buf *b, const char *what, struct slice words)
{
	if (words.len == 0)
		return;
	buf_addf(b, " %s: ", what);
	escape_markdown(b, words, 0);
	buf_addc(b, '.');
}

/* "n1, n2 and n3", "n1, n2 and 7 others": the first n of all. */
static void
say_ids(struct buf *b, const struct slice *ids, size_t n, size_t all)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_adds(b, i + 1 == all ? " and " : ", ");
		escape_markdown(b, ids[i], 0);
	}
	if (all == n)
		return;
	buf_adds(b, " and ");
	wording_count(b, all - n, (struct noun){ "other", "others" });
}

/* As many ids as are named: one more is no longer than to say so. */
static size_t
named(size_t n, size_t all, size_t limit)
{
	return n < all || n > limit + 1 ? (n < limit ? n : limit) : n;
}

/* The notes that a finding rests on, those in the window if there is one. */
static size_t
list_evidence(const struct report *r, const struct finding *f,
              struct slice *ids)
{
	size_t n = 0;

	for (size_t i = 0; i < f->evidence.n && n <= LISTED; i++) {
		struct slice id = f->evidence.v[i];
		const struct note *note =
		    r->windowed ? harvest_note(r->h, f->event, id) : NULL;

		if (!r->windowed ||
		    (note != NULL && report_covers(r, note->day)))
			ids[n++] = id;
	}
	return n;
}

/* The notes of a theme in a few words; in a window, only those within. */
void
report_say_ids(struct report *r, struct story *s)
{
	struct slice ids[LISTED + 1];
	struct buf b = BUF_INIT;
	size_t n = 0, all = s->notes;

	if (s->finding != NULL)
		n = list_evidence(r, s->finding, ids);
	if (n == 0)
		for (; n < s->members.n && n <= LISTED; n++)
			ids[n] = ((struct note *)s->members.items[n])->id;
	all = all < n ? n : all;
	if (n > 0)
		say_ids(&b, ids, named(n, all, LISTED), all);
	s->ids = report_words(r, &b);
}

/* The footnote: which notes a statement rests on. */
void
report_cite(struct report *r, struct story *s)
{
	const struct ids *ids = &s->finding->evidence;
	struct buf b = BUF_INIT;

	if (ids->n == 0)
		return;
	buf_adds(&b, ids->all == 1 ? "Note " : "Notes ");
	say_ids(&b, ids->v, named(ids->n, ids->all, CITED), ids->all);
	buf_addc(&b, '.');
	add_words(&b, "Why", s->finding->rule);
	add_words(&b, "Breadth", s->finding->interval);
	s->cite.text = report_words(r, &b);
}

/* "One note tells", "3 notes tell" */
static void
say_notes(struct buf *b, size_t n, const char *one, const char *many)
{
	if (n == 1)
		buf_addf(b, "One note %s", one);
	else
		buf_addf(b, "%zu notes %s", n, many);
}

/*
 * How many of a theme's notes bear a mark. A finding counts a note in each of
 * its themes, but its rule in the first only: so do we, who know the notes, if
 * they are not so many that some were let go.
 */
static size_t
count_marked(const struct story *s, enum mark mark, size_t counted)
{
	size_t n = 0;

	for (size_t i = 0; i < s->members.n; i++) {
		const struct note *note = s->members.items[i];

		n += note->mark == mark && (s->finding->event == NONE ||
		                            note->event == s->finding->event);
	}
	return n > 0 && n < HARVEST_KEPT && n < counted ? n : counted;
}

/* Marks that did not decide: of one kind too few, or of both. */
static void
say_marks(struct buf *b, const struct finding *f)
{
	say_notes(b, f->marked, "is marked", "are marked");
	buf_adds(b, " as agreement");
	if (f->unmarked > 0)
		buf_addf(b, " and %zu as divergence", f->unmarked);
	buf_adds(b, ", too little to say more");
}

/* What a verdict rests on, in words that the body of a report can have. */
void
report_say_why(struct report *r, struct story *s)
{
	const struct finding *f = s->finding;
	struct buf b = BUF_INIT;
	bool agree = f->verdict == VERDICT_CONVERGENT;
	size_t marked = agree ? count_marked(s, MARK_AGREEMENT, f->marked) :
	                        count_marked(s, MARK_DIVERGENCE, f->unmarked);
	size_t told = agree ? f->converging.all : f->diverging.all;

	if (f->verdict == VERDICT_SINGLE || f->of_voters)
		return;
	if (slice_is(f->basis, "votes")) {
		report_say_minds(r, &b, f);
	} else if (f->verdict == VERDICT_RECURRING && f->marked > 0) {
		say_marks(&b, f);
	} else if (slice_is(f->basis, "marks") && marked > 0) {
		say_notes(&b, marked, "is marked", "are marked");
		buf_adds(&b, agree ? " as agreement" : " as divergence");
	} else if (slice_is(f->basis, "stance")) {
		say_notes(&b, f->pro, "speaks", "speak");
		buf_adds(&b, " for it and ");
		wording_count(&b, f->contra, notes);
		buf_adds(&b, " against it");
	} else if (told > 0) {
		say_notes(&b, told, "tells", "tell");
		buf_adds(&b, agree ? " of agreement" : " of a difference");
		if (f->verdict == VERDICT_RECURRING)
			buf_adds(&b, ", too little to say more");
	}
	if (b.len > 0 && agree && !slice_is(f->basis, "votes") &&
	    f->diverging.all == 0)
		buf_adds(&b, ", and none tells of a difference");
	if (is_of_one_mark(f))
		buf_adds(&b, ": the verdict rests on that one note");
	if (b.len > 0)
		buf_addc(&b, '.');
	s->why = report_words(r, &b);
}
