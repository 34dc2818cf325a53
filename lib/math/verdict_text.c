#include "math/verdict_parts.h"

size_t
hearing_recurs_at(size_t of)
{
	size_t quarter = (of + 3) / 4;

	return quarter > 3 ? quarter : 3;
}

size_t
hearing_signs_at(const struct hearing *h)
{
	size_t twentieth = (h->tables + 19) / 20;

	return twentieth > 2 ? twentieth : 2;
}

double
hearing_surely(size_t t, size_t of)
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

bool
hearing_one_table(const struct hearing *h)
{
	return h->tables == 1 && h->of_tables > 1 && h->untabled == 0;
}

static bool
single_voice(const struct hearing *h)
{
	if (h->notes <= 1 || hearing_one_table(h))
		return true;
	return h->groups == 1 && h->of_groups > 1 && h->ungrouped == 0;
}

bool
hearing_signs_suffice(const struct hearing *h)
{
	size_t enough = hearing_signs_at(h);

	if (h->signs >= enough && h->sign_tables >= enough)
		return true;
	return h->divergence_marks > 0 &&
	       (h->notes <= MANY_NOTES || 10 * h->signs >= h->notes);
}

static bool
is_contested(const struct hearing *h, enum basis *basis)
{
	if (hearing_signs_suffice(h))
		*basis = h->divergence_marks > 0 ? BASIS_MARKS : BASIS_CUES;
	else if (h->answers > 0)
		*basis = BASIS_CUES;
	else if (stance_mixed(h) && !single_voice(h))
		*basis = BASIS_STANCE;
	else
		return false;
	return true;
}

static bool
is_convergent(const struct hearing *h, enum basis *basis)
{
	if (h->tables < hearing_recurs_at(h->of_tables) ||
	    hearing_surely(h->tables, h->of_tables) < 0.25 || h->signs > 0)
		return false;
	if (agreed(h))
		*basis = h->agreement_marks > 0 ? BASIS_MARKS : BASIS_CUES;
	else if (stance_alike(h))
		*basis = BASIS_STANCE;
	else
		return false;
	return true;
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
	else if (h->notes >= 3 && h->tables >= hearing_recurs_at(h->of_tables))
		r.verdict = RULING_RECURRING;
	return r;
}
