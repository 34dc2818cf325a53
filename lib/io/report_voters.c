/* Statements that only tell who votes for them: a count, and no verdict. */
#include "io/report_parts.h"
#include "text/wording.h"

/* "12 of 20 people": not of fewer than k, nor so that they can be reckoned. */
struct slice
report_say_voters(struct report *r, const struct finding *f)
{
	static const struct noun people = { "person", "people" };
	size_t all = f->agree + f->disagree;
	struct buf b = BUF_INIT;

	if (all == 0 || all < r->k)
		return SLICE("");
	if (f->agree < r->k)
		buf_addf(&b, "fewer than %zu of %zu people", r->k, all);
	else if (f->disagree > 0 && f->disagree < r->k)
		buf_addf(&b, "nearly all of %zu people", all);
	else
		wording_part(&b, f->agree, all, people);
	buf_adds(&b, " said so");
	return report_words(r, &b);
}

void
report_tell_voters(struct report *r, const struct finding *f,
                   const struct note *n)
{
	struct statement *s;
	struct slice words = report_say_voters(r, f);

	if (words.len == 0)
		return;
	s = report_push(r, &r->told, sizeof(*s));
	s->finding = f;
	s->note = report_line(r, n);
	s->words = words;
}
