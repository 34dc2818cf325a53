#include "io/report_parts.h"
#include "text/date.h"

/* When the notes were taken that a verdict rests on. */
enum said {
	SAID_SOMETIME, /* that is not known */
	SAID_LATER,    /* after the window */
	SAID_BEFORE,
	SAID_NOW,
};

/* When the latest of these notes was taken; if before, *day is its day. */
static enum said
when_said(const struct report *r, const struct finding *f,
          const struct ids *ids, int *day)
{
	enum said said = SAID_SOMETIME;

	for (size_t i = 0; i < ids->n; i++) {
		const struct note *n = harvest_note(r->h, f->event, ids->v[i]);

		if (n == NULL || n->day == DATE_NONE)
			continue;
		if (report_covers(r, n->day))
			return SAID_NOW;
		if (r->since == DATE_NONE || n->day >= r->since) {
			said = said == SAID_BEFORE ? said : SAID_LATER;
			continue;
		}
		said = SAID_BEFORE;
		*day = n->day > *day ? n->day : *day;
	}
	return said;
}

/* Two sides make a difference only in the week in which both speak. */
static enum said
when_opposed(const struct report *r, const struct finding *f, int *day)
{
	enum said said = SAID_SOMETIME;

	for (size_t i = 0; i < f->npositions; i++) {
		enum said side = when_said(r, f, &f->positions[i].notes, day);

		if (i == 0 || side < said)
			said = side;
	}
	return said;
}

/* When what a finding says was last said. */
static enum said
when_found(const struct report *r, const struct finding *f, bool agree,
           int *day)
{
	if (!agree && slice_is(f->basis, "stance"))
		return when_opposed(r, f, day);
	return when_said(r, f, agree ? &f->converging : &f->diverging, day);
}

/* The week of a day, or, where weeks are not what is reported, the day. */
static struct slice
name_week(struct report *r, int day)
{
	struct buf b = BUF_INIT;

	if (date_monday(r->since) == r->since)
		date_put_week(&b, day);
	else
		date_put(&b, day);
	return report_words(r, &b);
}

/* Themes of one verdict: those of which the week speaks, and the rest. */
static void
part(struct report *r, const struct template_list *all, bool agree,
     struct template_list *now, struct template_list *before)
{
	for (size_t i = 0; i < all->n; i++) {
		struct story *s = all->items[i];
		int day = DATE_NONE;

		switch (when_found(r, s->finding, agree, &day)) {
		case SAID_BEFORE:
			s->said = name_week(r, day);
			report_append(r, before, s);
			break;
		case SAID_LATER:
			break;
		default:
			report_append(r, now, s);
		}
	}
}

void
report_standing(struct report *r)
{
	part(r, &r->converge, true, &r->converge_now, &r->settled);
	part(r, &r->diverge, false, &r->diverge_now, &r->unsettled);
}
