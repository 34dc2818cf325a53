#include "math/verdict_parts.h"

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
		buf_addf(out, "with one side %s one %s only", hearing_at(h),
		         hearing_unit(h));
	}
	if (rule_hearing(&less, &next).verdict == RULING_CONTESTED)
		buf_addf(out, " it would still be contested, by %s",
		         basis_name(next));
	else
		buf_addf(out, " it would be %s",
		         ruling_name(rule_hearing(&less, &next).verdict));
}

static const char *
two_places(const struct hearing *h)
{
	return h->by_groups ? "notes of two groups" : "notes at two tables";
}

static const char *
other_place(const struct hearing *h)
{
	return h->by_groups ? "a note of another group" :
	                      "a note at another table";
}

static void
recurring_margin(struct buf *out, const struct hearing *h)
{
	size_t need = tables_to_converge(h->of_tables);

	if (h->signs > 0)
		buf_addf(
		    out,
		    "a note of a second %s that reports divergence would make it contested",
		    hearing_unit(h));
	else if (h->tables >= need)
		buf_addf(out,
		         "%s marked as agreement would make it convergent, "
		         "%s as divergence contested",
		         h->notes <= MANY_NOTES ? "one note" :
		         h->agreed_tables == 0  ? two_places(h) :
		                                  other_place(h),
		         h->notes > MANY_NOTES ? two_places(h) : "one");

	else
		buf_addf(out,
		         "%zu more %s%s and a note marked as agreement "
		         "would make it convergent",
		         need - h->tables, hearing_unit(h),
		         verdict_plural(need - h->tables));
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
	buf_addf(out, "%zu more %s%s would make it recurring", more,
	         hearing_unit(h), verdict_plural(more));
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
		         "%ss, would end it",
		         tables_to_converge(h->of_tables), hearing_unit(h));
		break;
	case RULING_RECURRING:
		recurring_margin(out, h);
		break;
	case RULING_SINGLE_VOICE:
		buf_adds(out, (hearing_one_table(h) && !h->by_groups) ||
		                      h->notes <= 1 ?
		                  "a note from another table would change it" :
		                  "a note from another group would change it");
		break;
	default:
		insufficient_margin(out, h);
	}
}
