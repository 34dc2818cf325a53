#include <stdlib.h>

#include "base/mem.h"
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

/* What marks would decide. */
static void
marks_margin(struct buf *out, const struct hearing *h)
{
	bool many = h->notes > MANY_NOTES;

	buf_addf(out, "%s marked as agreement would make it convergent, ",
	         !many                 ? "one note" :
	         h->agreed_tables == 0 ? two_places(h) :
	                                 other_place(h));
	if (many && h->agreed_tables > 0)
		buf_addf(out, "%s ", two_places(h));
	buf_adds(out, "as divergence contested");
}

static void
recurring_margin(struct buf *out, const struct hearing *h)
{
	size_t need = tables_to_converge(h->of_tables);

	if (h->signs > 0 && hearing_signs_at(h) > 2)
		buf_addf(out,
		         "notes of %zu %ss that report divergence would make "
		         "it contested",
		         hearing_signs_at(h), hearing_unit(h));
	else if (h->signs > 0)
		buf_addf(out,
		         "a note of a second %s that reports divergence would "
		         "make it contested",
		         hearing_unit(h));
	else if (h->tables >= need)
		marks_margin(out, h);
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

/* A change that is tried: k votes of group g (ngroups: of nobody's). */
struct change {
	size_t g;
	int side;  /* 1: towards agreeing */
	bool turn; /* turned, else new votes */
};

static uint32_t *
votes_for(struct tally *t, int side)
{
	return side > 0 ? &t->agree : &t->disagree;
}

static void
change_votes(struct tally *t, struct change c, uint32_t k)
{
	*votes_for(t, c.side) += k;
	if (c.turn)
		*votes_for(t, -c.side) -= k;
}

/* Whether the change of k votes, tried in scratch, changes the verdict. */
static bool
changes(const struct criteria *b, const struct poll *p, const struct ruling *r,
        struct change c, uint32_t k, struct tally *scratch, struct ruling *to)
{
	struct poll q = { scratch, p->ngroups, p->all, p->pass_limit };
	struct tally was = c.g < p->ngroups ? scratch[c.g] : p->all;

	if (c.turn && *votes_for(&was, -c.side) < k)
		return false;
	change_votes(&q.all, c, k);
	if (c.g < p->ngroups)
		change_votes(&scratch[c.g], c, k);
	*to = rule_votes(b, &q);
	if (c.g < p->ngroups)
		scratch[c.g] = was;
	return to->verdict != r->verdict || to->direction != r->direction;
}

/* How many votes, up to most, there are to be changed. */
static uint32_t
reach(const struct poll *p, struct change c, uint32_t most)
{
	struct tally t = c.g < p->ngroups ? p->group[c.g] : p->all;
	uint32_t n = c.side > 0 ? t.disagree : t.agree;

	return c.turn && n < most ? n : most;
}

/* The fewest votes, up to most, that change the verdict; most + 1 if none. */
static uint32_t
fewest(const struct criteria *b, const struct poll *p, const struct ruling *r,
       struct change c, uint32_t most, struct tally *scratch, struct ruling *to)
{
	uint32_t k = 1, low = 0, there = reach(p, c, most);
	struct ruling last;

	if (there == 0 || !changes(b, p, r, c, there, scratch, to))
		return most + 1;
	while (k < there && !changes(b, p, r, c, k, scratch, &last)) {
		low = k;
		k *= 4;
	}
	if (k < there)
		*to = last;
	k = k < there ? k : there;
	while (low + 1 < k) {
		uint32_t mid = low + (k - low) / 2;

		if (changes(b, p, r, c, mid, scratch, &last)) {
			k = mid;
			*to = last;
		} else {
			low = mid;
		}
	}
	return k;
}

/* How many more must vote for a verdict. */
static void
missing_words(struct buf *out, const struct criteria *b, const struct poll *p)
{
	bool all = b->scheme == SCHEME_JIGSAW;
	size_t there = all ? tally_seen(p->all) : tally_sided(p->all);
	size_t more = (all ? JIGSAW_LEAST : b->least) - there;

	buf_addf(out, "%zu more %s needed", more,
	         all       ? more == 1 ? "vote is" : "votes are" :
	         more == 1 ? "who takes a side is" :
	                     "who take a side are");
}

void
rule_votes_margin(struct buf *out, const struct criteria *b,
                  const struct poll *p, const struct ruling *r,
                  const struct slice *names)
{
	uint32_t best = 1000;
	struct change how = { 0 };
	struct ruling to = *r, t;
	bool turn = r->verdict != RULING_INSUFFICIENT;
	struct tally *scratch;

	if (scheme_rates(b->scheme))
		return;
	if (!turn) {
		missing_words(out, b, p);
		return;
	}
	scratch = mem_alloc((p->ngroups + 1) * sizeof(*scratch));
	for (size_t g = 0; g < p->ngroups; g++)
		scratch[g] = p->group[g];
	for (size_t g = 0; g < (p->ngroups > 0 ? p->ngroups : 1); g++)
		for (int side = -1; side <= 1; side += 2) {
			struct change c = { g, side, turn };
			uint32_t k = fewest(b, p, r, c, best - 1, scratch, &t);

			if (k < best) {
				best = k;
				how = c;
				to = t;
			}
		}
	free(scratch);
	if (best == 1000) {
		buf_adds(out, "no change of votes within one group would "
		              "change it");
		return;
	}
	buf_addf(out, "%u vote%s ", best, best == 1 ? "" : "s");
	if (how.g < p->ngroups) {
		buf_adds(out, "of group ");
		buf_slice(out, names[how.g]);
		buf_addc(out, ' ');
	}
	buf_addf(out, "turned to %s would make it %s",
	         how.side > 0 ? "agree" : "disagree", ruling_name(to.verdict));
}
