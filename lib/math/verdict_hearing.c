#include "math/verdict_parts.h"

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* What a verb ends in that says something of n notes. */
static const char *
says(size_t n)
{
	return n == 1 ? "s" : "";
}

static const char *
is(size_t n)
{
	return n == 1 ? "is" : "are";
}

/* At how many tables, if any says which. */
static void
tables_words(struct buf *out, size_t tables)
{
	if (tables > 0)
		buf_addf(out, ", at %zu table%s", tables, plural(tables));
}

/* "2 of 9 notes are marked as agreement and 1 more reports it, at 2 tables" */
static void
signs_words(struct buf *out, const struct hearing *h, const char *of,
            size_t marked, size_t signs, size_t tables)
{
	size_t more = signs - marked;

	if (marked == 0)
		buf_addf(out, "%zu of %zu notes report%s %s", signs, h->notes,
		         says(signs), of);
	else
		buf_addf(out, "%zu of %zu notes %s marked as %s", marked,
		         h->notes, is(marked), of);
	if (marked > 0 && more > 0)
		buf_addf(out, " and %zu more report%s it", more, says(more));
	tables_words(out, tables);
}

static void
contested_words(struct buf *out, const struct hearing *h, enum basis basis)
{
	if (hearing_signs_suffice(h) && basis != BASIS_STANCE) {
		signs_words(out, h, "divergence", h->divergence_marks, h->signs,
		            h->sign_tables);
		if (h->divergence_marks > 0 && h->notes <= MANY_NOTES)
			buf_adds(out, " (1 mark is enough)");
		else if (h->signs >= 2 && h->sign_tables >= 2)
			buf_adds(out, " (2 notes at 2 tables are enough)");
		else
			buf_adds(out, " (a mark and a tenth of the notes are "
			              "enough)");
	} else if (basis == BASIS_STANCE) {
		buf_addf(out,
		         "%zu notes for at %zu tables, %zu against at %zu "
		         "(each side needs 2 tables and a fifth of at least "
		         "%d notes)",
		         h->pro, h->pro_tables, h->con, h->con_tables,
		         STANCE_LEAST);
	} else {
		buf_addf(out,
		         "%zu note%s dispute%s what another note says, in its "
		         "own words (1 is enough)",
		         h->answers, plural(h->answers), says(h->answers));
	}
}

/* "at 3 of 5 tables", "at all 5 tables" */
static void
breadth_words(struct buf *out, size_t t, size_t of)
{
	buf_adds(out, "at ");
	if (t < of)
		buf_addf(out, "%zu of %zu tables", t, of);
	else
		rule_breadth_words(out, t, of);
}

static void
convergent_words(struct buf *out, const struct hearing *h, enum basis basis)
{
	breadth_words(out, h->tables, h->of_tables);
	buf_adds(out, " (surely a quarter or more), no sign of divergence, "
	              "and ");
	if (basis == BASIS_MARKS || basis == BASIS_CUES) {
		signs_words(out, h, "agreement", h->agreement_marks, h->agreed,
		            h->agreed_tables);
		buf_addf(out, " (%s)",
		         h->notes > MANY_NOTES ? "2 tables are needed" :
		                                 "1 note is enough");
	} else {
		buf_addf(out,
		         "%zu notes for, %zu against (four fifths alike of at "
		         "least %d)",
		         h->pro, h->con, STANCE_LEAST);
	}
}

static void
single_words(struct buf *out, const struct hearing *h)
{
	if (h->notes <= 1)
		buf_adds(out, "one note");
	else if (hearing_one_table(h))
		buf_addf(out, "%zu notes, all at one table of %zu", h->notes,
		         h->of_tables);
	else
		buf_addf(out, "%zu notes, all of one group of %zu", h->notes,
		         h->of_groups);
}

static void
recurring_words(struct buf *out, const struct hearing *h)
{
	breadth_words(out, h->tables, h->of_tables);
	buf_addf(out, " (%zu are needed); whether they agree is not known",
	         hearing_recurs_at(h->of_tables));
	if (h->signs == 0)
		return;
	buf_adds(out, "; ");
	signs_words(out, h, "divergence", h->divergence_marks, h->signs,
	            h->sign_tables);
	buf_adds(out, ": too few to decide");
}

static void
insufficient_words(struct buf *out, const struct hearing *h)
{
	buf_addf(out, "%zu notes ", h->notes);
	breadth_words(out, h->tables, h->of_tables);
	buf_addf(out, " (%zu tables are needed)",
	         hearing_recurs_at(h->of_tables));
}

/* How many notes could be of other tables or groups than those counted. */
static void
unknown_words(struct buf *out, const struct hearing *h)
{
	if (h->untabled > 0)
		buf_addf(out, "; %zu note%s %s no table", h->untabled,
		         plural(h->untabled),
		         h->untabled == 1 ? "has" : "have");
	if (h->groups == 1 && h->of_groups > 1 && h->ungrouped > 0)
		buf_addf(out, "; %zu note%s %s no group", h->ungrouped,
		         plural(h->ungrouped),
		         h->ungrouped == 1 ? "has" : "have");
}

void
rule_hearing_words(struct buf *out, const struct hearing *h,
                   enum ruling_verdict v, enum basis basis)
{
	if (v == RULING_CONTESTED)
		contested_words(out, h, basis);
	else if (v == RULING_CONVERGENT)
		convergent_words(out, h, basis);
	else if (v == RULING_SINGLE_VOICE)
		single_words(out, h);
	else if (h->tables == 0)
		buf_addf(out, "%zu notes, and none says its table", h->notes);
	else if (v == RULING_RECURRING)
		recurring_words(out, h);
	else
		insufficient_words(out, h);
	if (h->notes > 1 && h->tables > 0)
		unknown_words(out, h);
}

/* The fewest tables of so many that surely reach a quarter. */
static size_t
tables_to_converge(size_t of)
{
	size_t t = hearing_recurs_at(of);

	while (t < of && hearing_surely(t, of) < 0.25)
		t++;
	return t;
}

static void
contested_margin(struct buf *out, const struct hearing *h, enum basis basis)
{
	struct hearing less = *h;
	enum basis next;

	if (hearing_signs_suffice(h) && basis != BASIS_STANCE) {
		less.divergence_marks = less.signs = less.cued = 0;
		less.sign_tables = 0;
		buf_adds(out, h->signs == 1 ? "without that note" :
		                              "without those notes");
	} else if (basis == BASIS_CUES) {
		less.answers = 0;
		buf_adds(out, h->answers == 1 ? "without that dispute" :
		                                "without those disputes");
	} else {
		less.pro = less.con = 0;
		buf_adds(out, "with one side at one table only");
	}
	if (rule_hearing(&less, &next).verdict == RULING_CONTESTED)
		buf_addf(out, " it would still be contested, by %s",
		         basis_name(next));
	else
		buf_addf(out, " it would be %s",
		         ruling_name(rule_hearing(&less, &next).verdict));
}

static void
recurring_margin(struct buf *out, const struct hearing *h)
{
	size_t need = tables_to_converge(h->of_tables);

	if (h->signs > 0)
		buf_adds(out, "a note of a second table that reports "
		              "divergence would make it contested");
	else if (h->tables >= need)
		buf_addf(out,
		         "%s marked as agreement would make it convergent, "
		         "%s as divergence contested",
		         h->notes > MANY_NOTES && h->agreed_tables == 0 ?
		             "notes at two tables" :
		         h->notes > MANY_NOTES ? "a note at another table" :
		                                 "one note",
		         h->notes > MANY_NOTES ? "notes at two tables" : "one");
	else
		buf_addf(out,
		         "%zu more table%s and a note marked as agreement "
		         "would make it convergent",
		         need - h->tables, plural(need - h->tables));
}

/* How an insufficient theme would come to be more. */
static void
insufficient_margin(struct buf *out, const struct hearing *h)
{
	size_t need = hearing_recurs_at(h->of_tables), more;

	if (h->tables == 0 || (h->untabled > 0 && need <= h->of_tables &&
	                       need - h->tables <= h->untabled)) {
		buf_adds(out, "notes that say their table would help");
		return;
	}
	more = need > h->tables ? need - h->tables : 1;
	buf_addf(out, "%zu more table%s would make it recurring", more,
	         plural(more));
}

void
rule_hearing_margin(struct buf *out, const struct hearing *h,
                    enum ruling_verdict v, enum basis basis)
{
	switch (v) {
	case RULING_CONTESTED:
		contested_margin(out, h, basis);
		break;
	case RULING_CONVERGENT:
		buf_addf(out,
		         "one note that reports divergence, or fewer than %zu "
		         "tables, would end it",
		         tables_to_converge(h->of_tables));
		break;
	case RULING_RECURRING:
		recurring_margin(out, h);
		break;
	case RULING_SINGLE_VOICE:
		buf_adds(out, hearing_one_table(h) || h->notes <= 1 ?
		                  "a note from another table would change it" :
		                  "a note from another group would change it");
		break;
	default:
		insufficient_margin(out, h);
	}
}

void
rule_breadth_words(struct buf *out, size_t t, size_t of)
{
	struct interval i = wilson((double)t, (double)of, Z_TWO_95);

	if (t == of)
		buf_addf(out,
		         of == 1 ? "the only table" :
		         of == 2 ? "both tables" :
		                   "all %zu tables",
		         of);
	else
		buf_addf(out, "%zu of %zu tables", t, of);
	if (of < 5 && t < of)
		buf_adds(out, " (too few to say more)");
	else if (t < of)
		buf_addf(out,
		         "; in other such tables between about %d and %d in "
		         "10 might",
		         (int)(i.low * 10 + 0.5), (int)(i.high * 10 + 0.5));
}
