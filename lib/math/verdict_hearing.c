#include "math/verdict_parts.h"

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
tables_words(struct buf *out, const struct hearing *h, size_t tables)
{
	if (tables > 0)
		buf_addf(out, ", %s %zu %s%s", hearing_at(h), tables,
		         hearing_unit(h), verdict_plural(tables));
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
	tables_words(out, h, tables);
}

static void
contested_words(struct buf *out, const struct hearing *h, enum basis basis)
{
	size_t enough = hearing_signs_at(h);

	if (hearing_signs_suffice(h) && basis != BASIS_STANCE) {
		signs_words(out, h, "divergence", h->divergence_marks, h->signs,
		            h->sign_tables);
		if (h->divergence_marks > 0 && h->notes <= MANY_NOTES)
			buf_adds(out, " (1 mark is enough)");
		else if (h->signs >= enough && h->sign_tables >= enough)
			buf_addf(out, " (%zu notes %s %zu %ss are enough)",
			         enough, hearing_at(h), enough,
			         hearing_unit(h));
		else
			buf_adds(out, " (a mark and a tenth of the notes are "
			              "enough)");
	} else if (basis == BASIS_STANCE) {
		buf_addf(out,
		         "%zu notes for %s %zu %ss, %zu against %s %zu (each "
		         "side needs 2 %ss and a fifth of at least %d notes)",
		         h->pro, hearing_at(h), h->pro_tables, hearing_unit(h),
		         h->con, hearing_at(h), h->con_tables, hearing_unit(h),
		         STANCE_LEAST);
	} else {
		buf_addf(out,
		         "%zu note%s dispute%s what another note says, in its "
		         "own words (1 is enough)",
		         h->answers, verdict_plural(h->answers),
		         says(h->answers));
	}
}

/* "3 of 5 tables", "all 5 tables" */
static void
share_words(struct buf *out, size_t t, size_t of, const char *unit)
{
	if (t < of)
		buf_addf(out, "%zu of %zu %ss", t, of, unit);
	else if (of <= 2)
		buf_addf(out, of == 1 ? "the only %s" : "both %ss", unit);
	else
		buf_addf(out, "all %zu %ss", of, unit);
}

/* "heard at 3 of 5 tables" */
static void
breadth_words(struct buf *out, const struct hearing *h)
{
	buf_addf(out, "heard %s ", hearing_at(h));
	share_words(out, h->tables, h->of_tables, hearing_unit(h));
}

static void
convergent_words(struct buf *out, const struct hearing *h, enum basis basis)
{
	breadth_words(out, h);
	buf_addf(out,
	         " (enough to expect it, 95 %% sure, at a quarter of other "
	         "such %ss or more), no sign of divergence, and ",
	         hearing_unit(h));
	if (basis == BASIS_MARKS || basis == BASIS_CUES) {
		signs_words(out, h, "agreement", h->agreement_marks, h->agreed,
		            h->agreed_tables);
		if (h->notes > MANY_NOTES)
			buf_addf(out, " (2 %ss are enough)", hearing_unit(h));
		else
			buf_adds(out, " (1 note is enough)");
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
	else if (hearing_one_table(h) && !h->by_groups)
		buf_addf(out, "%zu notes, all at one table of %zu", h->notes,
		         h->of_tables);
	else
		buf_addf(out, "%zu notes, all of one group of %zu", h->notes,
		         h->of_groups);
}

static void
recurring_words(struct buf *out, const struct hearing *h)
{
	breadth_words(out, h);
	buf_addf(out,
	         " (%zu are enough to recur); whether they agree is not known",
	         hearing_recurs_at(h->of_tables));
	if (h->signs == 0)
		return;
	buf_adds(out, "; ");
	signs_words(out, h, "divergence", h->divergence_marks, h->signs,
	            h->sign_tables);
	buf_adds(out, ": not enough for a verdict");
}

static void
insufficient_words(struct buf *out, const struct hearing *h)
{
	buf_addf(out, "%zu notes, ", h->notes);
	breadth_words(out, h);
	buf_addf(out, " (%zu %ss would be enough to recur)",
	         hearing_recurs_at(h->of_tables), hearing_unit(h));
}

/* How many notes could be of other tables or groups than those counted. */
static void
unknown_words(struct buf *out, const struct hearing *h)
{
	if (h->untabled > 0)
		buf_addf(out, "; %zu note%s %s no %s", h->untabled,
		         verdict_plural(h->untabled),
		         h->untabled == 1 ? "has" : "have", hearing_unit(h));
	if (!h->by_groups && h->groups == 1 && h->of_groups > 1 &&
	    h->ungrouped > 0)
		buf_addf(out, "; %zu note%s %s no group", h->ungrouped,
		         verdict_plural(h->ungrouped),
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

/* What share of other tables to expect, in tenths. */
static void
range_words(struct buf *out, int low, int high)
{
	buf_adds(out, "; of other such tables ");
	if (low == 0)
		buf_addf(out, "up to about %d in 10 might raise it", high);
	else if (high == 10)
		buf_addf(out, "about %d in 10 or more might raise it", low);
	else
		buf_addf(out, "about %d to %d in 10 might raise it", low, high);
}

void
rule_breadth_words(struct buf *out, size_t t, size_t of)
{
	struct interval i = wilson((double)t, (double)of, Z_TWO_95);

	share_words(out, t, of, "table");
	if (of < 5 && t < of)
		buf_adds(out, " (too few to say more)");
	else if (t < of)
		range_words(out, (int)(i.low * 10 + 0.5),
		            (int)(i.high * 10 + 0.5));
}
