#include "math/verdict.h"

enum { MANY_NOTES = 10 };

/* Tables that must be heard before a theme recurs: a quarter, three at least.
 */
static size_t
recurs_at(size_t of)
{
	size_t quarter = (of + 3) / 4;

	return quarter > 3 ? quarter : 3;
}

/* The share of tables that is surely reached, 95 %. */
static double
surely(size_t t, size_t of)
{
	return wilson((double)t, (double)of, Z_TWO_95).low;
}

static bool
stance_counts(const struct hearing *h)
{
	return h->pro + h->con >= STANCE_LEAST;
}

/* A mark or cue of agreement counts; of many notes one table is not enough. */
static bool
agreed(const struct hearing *h)
{
	return h->agreed_tables >= (h->notes > MANY_NOTES ? 2 : 1);
}

static bool
stance_mixed(const struct hearing *h)
{
	return stance_counts(h) && h->pro_tables >= 2 && h->con_tables >= 2 &&
	       h->mix >= 0.8 && 5 * h->pro > h->pro + h->con &&
	       5 * h->con > h->pro + h->con;
}

static bool
stance_alike(const struct hearing *h)
{
	size_t n = h->pro + h->con, most = h->pro > h->con ? h->pro : h->con;

	return stance_counts(h) && h->mix <= 0.3 && 5 * most >= 4 * n;
}

static bool
single_voice(const struct hearing *h)
{
	if (h->notes <= 1 || (h->tables == 1 && h->of_tables > 1))
		return true;
	return h->groups == 1 && h->of_groups > 1 && h->all_grouped;
}

/*
 * Whether marks and cues of divergence carry the theme: one mark does in a few
 * notes, or if a tenth of them have a sign; else two signs at two tables do.
 */
static bool
signs_suffice(const struct hearing *h)
{
	if (h->signs >= 2 && h->sign_tables >= 2)
		return true;
	return h->divergence_marks > 0 &&
	       (h->notes <= MANY_NOTES || 10 * h->signs >= h->notes);
}

static bool
is_contested(const struct hearing *h, enum basis *basis)
{
	if (signs_suffice(h))
		return *basis =
		           h->divergence_marks > 0 ? BASIS_MARKS : BASIS_CUES,
		       true;
	if (h->answers > 0)
		return *basis = BASIS_CUES, true;
	if (stance_mixed(h) && !single_voice(h))
		return *basis = BASIS_STANCE, true;
	return false;
}

static bool
is_convergent(const struct hearing *h, enum basis *basis)
{
	if (h->tables < recurs_at(h->of_tables) ||
	    surely(h->tables, h->of_tables) < 0.25 || h->signs > 0)
		return false;
	if (agreed(h)) {
		*basis = h->agreement_marks > 0 ? BASIS_MARKS : BASIS_CUES;
		return true;
	}
	return stance_alike(h) && (*basis = BASIS_STANCE, true);
}

struct ruling
rule_hearing(const struct hearing *h, enum basis *basis)
{
	struct ruling r = { .verdict = RULING_INSUFFICIENT };

	*basis = BASIS_BREADTH;
	if (is_contested(h, basis))
		r.verdict = RULING_CONTESTED;
	else if (single_voice(h))
		r.verdict = RULING_SINGLE_VOICE;
	else if (is_convergent(h, basis))
		r.verdict = RULING_CONVERGENT;
	else if (h->notes >= 3 && h->tables >= recurs_at(h->of_tables))
		r.verdict = RULING_RECURRING;
	return r;
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static void
contested_words(struct buf *out, const struct hearing *h, enum basis basis)
{
	if (signs_suffice(h) && basis != BASIS_STANCE)
		buf_addf(out,
		         "%zu of %zu notes marked as divergence, %zu more that "
		         "report it, at %zu table%s (%s)",
		         h->divergence_marks, h->notes,
		         h->signs - h->divergence_marks, h->sign_tables,
		         plural(h->sign_tables),
		         h->notes <= MANY_NOTES && h->divergence_marks > 0 ?
		             "1 mark is enough" :
		             "2 at 2 tables, or a mark and a tenth of the "
		             "notes, are needed");
	else if (basis == BASIS_STANCE)
		buf_addf(out,
		         "%zu notes for at %zu tables, %zu against at %zu "
		         "(each side needs 2 tables and a fifth of at least %d "
		         "notes)",
		         h->pro, h->pro_tables, h->con, h->con_tables,
		         STANCE_LEAST);
	else
		buf_addf(out,
		         "%zu note%s dispute%s what another note says, in its "
		         "own words (1 is enough)",
		         h->answers, plural(h->answers),
		         h->answers == 1 ? "s" : "");
}

static void
convergent_words(struct buf *out, const struct hearing *h, enum basis basis)
{
	buf_addf(out,
	         "at %zu of %zu tables (surely a quarter or more), no "
	         "sign of divergence, and ",
	         h->tables, h->of_tables);
	if (basis == BASIS_MARKS || basis == BASIS_CUES)
		buf_addf(out,
		         "%zu of %zu notes marked as agreement, %zu more that "
		         "report it, at %zu table%s (%s)",
		         h->agreement_marks, h->notes, h->agreeing,
		         h->agreed_tables, plural(h->agreed_tables),
		         h->notes > MANY_NOTES ? "2 are needed" :
		                                 "1 is enough");
	else
		buf_addf(out,
		         "%zu notes for, %zu against (four fifths alike of at "
		         "least %d)",
		         h->pro, h->con, STANCE_LEAST);
}

void
rule_hearing_words(struct buf *out, const struct hearing *h,
                   enum ruling_verdict v, enum basis basis)
{
	switch (v) {
	case RULING_CONTESTED:
		contested_words(out, h, basis);
		break;
	case RULING_CONVERGENT:
		convergent_words(out, h, basis);
		break;
	case RULING_SINGLE_VOICE:
		if (h->notes <= 1)
			buf_adds(out, "one note");
		else if (h->tables == 1 && h->of_tables > 1)
			buf_addf(out, "%zu notes, all at one table of %zu",
			         h->notes, h->of_tables);
		else
			buf_addf(out, "%zu notes, all of one group of %zu",
			         h->notes, h->of_groups);
		break;
	case RULING_RECURRING:
		buf_addf(out,
		         "at %zu of %zu tables (%zu are needed); whether they "
		         "agree is not known",
		         h->tables, h->of_tables, recurs_at(h->of_tables));
		if (h->signs > 0)
			buf_addf(out,
			         "; %zu note%s of %zu table%s tell%s of "
			         "divergence, too few of %zu to decide",
			         h->signs, plural(h->signs), h->sign_tables,
			         plural(h->sign_tables),
			         h->signs == 1 ? "s" : "", h->notes);
		break;
	default:
		if (h->tables == 0)
			buf_addf(out, "%zu note%s, and none says its table",
			         h->notes, plural(h->notes));
		else
			buf_addf(out,
			         "%zu notes at %zu of %zu tables (%zu tables "
			         "are needed)",
			         h->notes, h->tables, h->of_tables,
			         recurs_at(h->of_tables));
	}
}

/* The fewest tables of so many that surely reach a quarter. */
static size_t
tables_to_converge(size_t of)
{
	size_t t = recurs_at(of);

	while (t < of && surely(t, of) < 0.25)
		t++;
	return t;
}

static void
contested_margin(struct buf *out, const struct hearing *h, enum basis basis)
{
	struct hearing less = *h;
	enum basis next;

	if (signs_suffice(h) && basis != BASIS_STANCE) {
		less.divergence_marks = less.signs = less.cued = 0;
		buf_adds(out, h->signs == 1 ? "without that note" :
		                              "without those notes");
	} else if (basis == BASIS_CUES) {
		less.answers = 0;
		buf_adds(out, "without that dispute");
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
		buf_adds(out, "a second table that tells of divergence would "
		              "make it contested");
	else if (h->tables >= need)
		buf_addf(out,
		         "%s marked as agreement would make it convergent, "
		         "one as divergence contested",
		         h->notes > MANY_NOTES && h->agreed_tables == 0 ?
		             "notes at two tables" :
		             "one note");
	else
		buf_addf(out,
		         "convergent would need %zu more table%s and a note "
		         "marked as agreement",
		         need - h->tables, plural(need - h->tables));
}

void
rule_hearing_margin(struct buf *out, const struct hearing *h,
                    enum ruling_verdict v, enum basis basis)
{
	size_t need = recurs_at(h->of_tables);

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
		buf_adds(out, h->tables == 1 || h->notes <= 1 ?
		                  "a note from another table would change it" :
		                  "a note from another group would change it");
		break;
	default:
		if (h->tables == 0)
			buf_adds(out, "notes that say their table would help");
		else
			buf_addf(
			    out, "%zu more table%s would make it recurring",
			    need > h->tables ? need - h->tables : 1,
			    plural(need > h->tables ? need - h->tables : 1));
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
