#include "io/report_parts.h"
#include "text/escape.h"
#include "text/wording.h"

static const struct noun notes = { "note", "notes" };
static const struct noun tables = { "table", "tables" };
static const struct noun groups = { "stakeholder group", "stakeholder groups" };

enum { CITED = 40 }; /* note ids in a footnote */

/* " (beds, cottage hospital)": what a theme is about, beside its label. */
static void
say_terms(struct buf *b, const struct story *s)
{
	if (s->terms.len == 0)
		return;
	buf_adds(b, " (");
	escape_markdown(b, s->terms, 200);
	buf_addc(b, ')');
}

/* "9 of 12 tables raised this, in 15 notes from 4 of 5 stakeholder groups" */
void
report_say_breadth(struct report *r, struct story *s)
{
	const struct finding *f = s->finding;
	struct buf b = BUF_INIT;
	bool tabled = f != NULL && f->of_tables > 0 && f->tables > 0;

	if (tabled) {
		wording_part(&b, f->tables, f->of_tables, tables);
		wording_capital(&b, 0);
		buf_adds(&b, " raised this");
		say_terms(&b, s);
		buf_adds(&b, ", in ");
	}
	wording_count(&b, s->notes, notes);
	if (f != NULL && f->groups > 0 && f->of_groups > 1) {
		buf_adds(&b, " from ");
		wording_part(&b, f->groups, f->of_groups, groups);
	}
	if (!tabled)
		buf_adds(&b, s->notes == 1 ? " raises this" : " raise this");
	buf_addc(&b, '.');
	s->breadth = report_words(r, &b);
	if (tabled)
		buf_addf(&b, "%zu of %zu", f->tables, f->of_tables);
	else if (s->tables > 0)
		buf_addf(&b, "%zu", s->tables);
	s->spread = report_words(r, &b);
}

/* " Decided: at 9 of 12 tables." */
static void
add_words(struct buf *b, const char *what, struct slice words)
{
	if (words.len == 0)
		return;
	buf_addf(b, " %s: ", what);
	escape_markdown(b, words, 0);
	buf_addc(b, '.');
}

/* The footnote: which notes a statement rests on. */
void
report_cite(struct report *r, struct story *s)
{
	const struct ids *ids = &s->finding->evidence;
	size_t n = ids->n < CITED ? ids->n : CITED;
	struct buf b = BUF_INIT;

	if (n == 0)
		return;
	buf_adds(&b, ids->all == 1 ? "Note " : "Notes ");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_adds(&b, i + 1 == ids->all ? " and " : ", ");
		escape_markdown(&b, ids->v[i], 0);
	}
	if (ids->all > n) {
		buf_adds(&b, " and ");
		wording_count(&b, ids->all - n,
		              (struct noun){ "other", "others" });
	}
	buf_addc(&b, '.');
	add_words(&b, "Decided", s->finding->rule);
	add_words(&b, "Breadth", s->finding->interval);
	s->cite.text = report_words(r, &b);
}

/* What a verdict rests on, in words that the body of a report can have. */
void
report_say_why(struct report *r, struct story *s)
{
	const struct finding *f = s->finding;
	struct buf b = BUF_INIT;
	bool agree = f->verdict == VERDICT_CONVERGENT;
	size_t n = agree ? f->marked : f->unmarked;
	size_t told = agree ? f->converging.all : f->diverging.all;

	if (slice_is(f->basis, "marks") && n > 0) {
		wording_count(
		    &b, n,
		    (struct noun){ "note is marked", "notes are marked" });
		buf_adds(&b, agree ? " as agreement" : " as divergence");
	} else if (slice_is(f->basis, "stance")) {
		wording_count(&b, f->pro,
		              (struct noun){ "note speaks", "notes speak" });
		buf_adds(&b, " for it and ");
		wording_count(&b, f->contra, (struct noun){ "note", "notes" });
		buf_adds(&b, " against it");
	} else if (slice_is(f->basis, "cues") && told > 0) {
		wording_count(&b, told,
		              (struct noun){ "note tells", "notes tell" });
		buf_adds(&b, agree ? " of agreement" : " of a difference");
	} else if (f->verdict == VERDICT_RECURRING && f->diverging.all > 0) {
		wording_count(&b, f->diverging.all,
		              (struct noun){ "note tells", "notes tell" });
		buf_adds(&b, " of a difference, too few to say more");
	}
	if (b.len > 0) {
		buf_adds(&b, agree && f->diverging.all == 0 ?
		                 ", and none tells of a difference." :
		                 ".");
	}
	s->why = report_words(r, &b);
}

/* "7 where we converge, 1 where we diverge and 2 raised by one voice" */
void
report_say_outcome(struct report *r)
{
	const struct {
		size_t n;
		const char *words;
	} parts[] = {
		{ r->converge.n, "where we converge" },
		{ r->diverge.n, "where we diverge" },
		{ r->single.n, "raised by one voice" },
		{ r->recurring.n,
		  "where the notes do not tell whether we agree" },
		{ r->unassessed.n, "that were not assessed" },
	};
	enum { PARTS = sizeof(parts) / sizeof(*parts) };
	size_t left = 0;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < PARTS; i++)
		left += parts[i].n > 0;
	for (size_t i = 0; i < PARTS; i++) {
		if (parts[i].n == 0)
			continue;
		if (b.len > 0)
			buf_adds(&b, left == 1 ? " and " : ", ");
		left--;
		buf_addf(&b, "%zu %s", parts[i].n, parts[i].words);
	}
	r->outcome = report_words(r, &b);
}
