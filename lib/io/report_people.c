#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/report_parts.h"
#include "text/date.h"
#include "text/escape.h"
#include "text/wording.h"

enum { QUESTIONS = 20 }; /* more are not questions of an event */

/* The largest k of the events: what all of them may show. */
static size_t
smallest_cell(const struct harvest *h)
{
	size_t k = 0;

	for (size_t i = 0; i < h->nevents; i++)
		if (h->events[i].chatham && h->events[i].k > k)
			k = h->events[i].k;
	return k;
}

/*
 * Who voted in all: not if those who can be taken from that leave a group that
 * is too small to be told of.
 */
static void
count_voters(struct report *r)
{
	bool open = true;

	for (size_t i = 0; i < r->h->nevents; i++) {
		const struct event *e = &r->h->events[i];

		open &= e->map.n == 0 || e->map.rest_told;
		r->voters += e->voters;
	}
	if (!open || r->voters < r->k)
		r->voters = 0;
}

static int
by_name(const void *pa, const void *pb)
{
	const struct tally *a = pa, *b = pb;

	return slice_cmp(a->label, b->label);
}

/* "3 names": a kind of replacement, counted. */
static struct slice
say_kind(struct report *r, const struct tally *t)
{
	static const struct {
		const char *kind;
		struct noun noun;
	} known[] = {
		{ "e-mail", { "e-mail address", "e-mail addresses" } },
		{ "phone", { "phone number", "phone numbers" } },
	};
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (slice_is(t->label, known[i].kind)) {
			wording_count(&b, t->n, known[i].noun);
			return report_words(r, &b);
		}
	wording_count(&b, t->n, (struct noun){ "", "" });
	escape_markdown(&b, t->label, 40);
	buf_adds(&b, t->n == 1 ? "" : "s");
	return report_words(r, &b);
}

/* Add up what the events count of one kind. */
static void
add_tallies(struct tallies *sum, const struct tallies *t)
{
	for (size_t i = 0; i < t->n; i++)
		harvest_tally(sum, t->v[i].label, t->v[i].n);
}

/* What dlg-anon took out of the notes' texts, and which of their fields. */
static void
add_replaced(struct report *r)
{
	const struct harvest *h = r->h;
	struct tallies sum = { NULL, 0, 0 }, fields = { NULL, 0, 0 };

	for (size_t e = 0; e < h->nevents; e++) {
		add_tallies(&sum, &h->events[e].replaced);
		add_tallies(&fields, &h->events[e].suppressed);
	}
	mem_sort(sum.v, sum.n, sizeof(*sum.v), by_name);
	mem_sort(fields.v, fields.n, sizeof(*fields.v), by_name);
	for (size_t i = 0; i < fields.n; i++) {
		struct count *c;

		if (fields.v[i].n == 0)
			continue;
		c = report_push(r, &r->suppressed, sizeof(*c));
		c->label = fields.v[i].label;
		c->n = fields.v[i].n;
	}
	free(fields.v);
	for (size_t i = 0; i < sum.n; i++) {
		struct count *c;

		if (sum.v[i].n == 0)
			continue;
		c = report_push(r, &r->replaced, sizeof(*c));
		c->n = sum.v[i].n;
		c->number = say_kind(r, &sum.v[i]);
	}
	free(sum.v);
}

static void
add_events(struct report *r)
{
	static const struct noun notes = { "note", "notes" };
	const struct harvest *h = r->h;

	for (size_t i = 0; i < h->nevents; i++) {
		const struct event *e = &h->events[i];
		size_t n = report_count_event(r, e);
		struct count *c;
		struct buf b = BUF_INIT;

		if (e->notes == 0 && !e->known)
			continue;
		if (n == 0 && r->windowed && !report_covers(r, e->day))
			continue;
		c = report_push(r, &r->events, sizeof(*c));
		c->label = e->title.len ? e->title : e->id;
		c->n = n;
		if (e->day != DATE_NONE) {
			date_put_words(&b, e->day);
			buf_adds(&b, ", ");
		}
		wording_count(&b, n, notes);
		c->number = report_words(r, &b);
	}
	r->several = r->events.n > 1;
}

/* A question, and the first round in which it was asked. */
struct asked {
	struct slice question, round;
};

static int
by_round(const void *pa, const void *pb)
{
	const struct asked *a = pa, *b = pb;
	int d = harvest_id_cmp(a->round, b->round);

	return d ? d : slice_cmp(a->question, b->question);
}

static void
ask(struct asked *asked, size_t *n, const struct note *note)
{
	size_t i = 0;

	/* A harvest has one copy of each question. */
	while (i < *n && asked[i].question.p != note->question.p)
		i++;
	if (i == QUESTIONS || note->question.len == 0)
		return;
	if (i == *n)
		asked[(*n)++] = (struct asked){ note->question, note->round };
	else if (harvest_id_cmp(note->round, asked[i].round) < 0)
		asked[i].round = note->round;
}

/* What was asked at the tables, in the order of the rounds. */
static void
add_questions_asked(struct report *r)
{
	struct asked asked[QUESTIONS] = { { { NULL, 0 }, { NULL, 0 } } };
	size_t n = 0;

	for (size_t i = 0; i < r->h->nnotes; i++)
		ask(asked, &n, r->h->notes[i]);
	if (n == 0 || n == QUESTIONS)
		return;
	mem_sort(asked, n, sizeof(*asked), by_round);
	for (size_t i = 0; i < n; i++) {
		struct count *c =
		    report_push(r, &r->questions_asked, sizeof(*c));

		c->label = asked[i].question;
	}
}

/* One date, or the first and the last. */
static void
set_dates(struct report *r)
{
	const struct harvest *h = r->h;
	int first = DATE_NONE, last = DATE_NONE;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < h->nevents; i++) {
		const struct event *e = &h->events[i];

		if (e->day == DATE_NONE)
			continue;
		if (first == DATE_NONE)
			first = e->day;
		last = e->day;
	}
	if (first == DATE_NONE) {
		r->dates = h->nevents == 1 ? h->events[0].date : SLICE("");
		return;
	}
	date_put(&b, last);
	r->iso_date = report_words(r, &b);
	date_put_words(&b, first);
	if (last != first) {
		buf_adds(&b, " to ");
		date_put_words(&b, last);
	}
	r->dates = report_words(r, &b);
}

static void
set_title(struct report *r)
{
	const struct harvest *h = r->h;

	r->title = SLICE("What we heard");
	if (r->options.title != NULL)
		r->title = slice_of(r->options.title);
	else if (h->nevents == 1 && h->events[0].title.len > 0)
		r->title = h->events[0].title;
	else if (r->windowed && r->events.n == 1)
		r->title = ((struct count *)r->events.items[0])->label;
	if (h->nevents == 1)
		r->convenor = h->events[0].convenor;
}

void
report_people(struct report *r)
{
	const struct harvest *h = r->h;

	for (size_t i = 0; i < h->nevents; i++) {
		const struct event *e = &h->events[i];

		r->chatham |= e->chatham;
		r->attributed |= !e->chatham;
		r->withheld += e->withheld;
		r->rounds = e->rounds.n > r->rounds ? e->rounds.n : r->rounds;
	}
	r->tables = h->tables.n;
	r->k = smallest_cell(h);
	count_voters(r);
	add_events(r);
	set_title(r);
	set_dates(r);
	report_partings(r);
	report_missing(r);
	add_replaced(r);
	add_questions_asked(r);
}
