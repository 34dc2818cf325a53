/* What the themes came to: verdicts, what they rest on, keywords. */
#include "io/report_parts.h"
#include "text/wording.h"

enum { KEYWORDS = 12 }; /* shown at most */

/*
 * "We converge on 3; we diverge on 1; for 10 the notes do not tell whether we
 * agree"
 */
static void
say_outcome(struct report *r)
{
	const struct {
		size_t n;
		const char *before, *one, *many;
	} parts[] = {
		{ r->converge.n, "we converge on ", "", "" },
		{ r->diverge.n, "we diverge on ", "", "" },
		{ r->single.n, "", " was raised by one voice",
		  " were raised by one voice" },
		{ r->recurring.n, "for ",
		  " the notes do not tell whether we agree",
		  " the notes do not tell whether we agree" },
		{ r->few.n, "", " was raised by too few to tell",
		  " were raised by too few to tell" },
		{ r->unassessed.n, "", " was not assessed",
		  " were not assessed" },
		{ r->of_voters, "", " tells who voted", " tell who voted" },
	};
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i].n > 0)
			buf_addf(&b, "%s%s%zu%s", b.len > 0 ? "; " : "",
			         parts[i].before, parts[i].n,
			         parts[i].n == 1 ? parts[i].one :
			                           parts[i].many);
	wording_capital(&b, 0);
	r->outcome = report_words(r, &b);
}

/* What verdicts rest on, and how many themes each decided. */
static void
count_bases(struct report *r)
{
	static const struct {
		const char *basis, *words, *untabled;
	} bases[] = {
		{ "votes", "how participants voted", NULL },
		{ "marks",
		  "what note-takers marked as agreement or "
		  "divergence",
		  NULL },
		{ "cues",
		  "words in the notes that report agreement or "
		  "difference",
		  NULL },
		{ "stance", "notes that speak for and against", NULL },
		{ "breadth", "how many tables raised it, and nothing more",
		  "how many notes it has, and nothing more" },
	};

	for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++) {
		size_t n = 0;
		struct count *c;

		for (size_t k = 0; k < r->themes.n; k++) {
			const struct story *s = r->themes.items[k];

			n += s->finding != NULL && !s->finding->of_voters &&
			     slice_is(s->finding->basis, bases[i].basis);
		}
		if (n == 0)
			continue;
		c = report_push(r, &r->bases, sizeof(*c));
		if (bases[i].untabled != NULL && r->tables == 0)
			c->number = slice_of(bases[i].untabled);
		else
			c->number = slice_of(bases[i].words);
		c->n = n;
	}
}

/* The labels of the broadest themes. */
static void
add_keywords(struct report *r)
{
	for (size_t i = 0; i < r->themes.n && i < KEYWORDS; i++) {
		const struct story *s = r->themes.items[i];
		struct count *c = report_push(r, &r->keywords, sizeof(*c));

		c->label = s->theme->label;
	}
}

void
report_outcome(struct report *r)
{
	say_outcome(r);
	count_bases(r);
	add_keywords(r);
}
