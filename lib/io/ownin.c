#include <jansson.h>

#include "io/ownin.h"

enum { DEPTH = 32 };

void
ownin_open(struct ownin *o, struct sink *sink)
{
	*o = (struct ownin){ .sink = sink };
	record_init(&o->rec, DEPTH);
}

static int
fault(const struct ownin *o, const char *what)
{
	return record_fault(&o->rec, STATUS_FAULT, "%s", what);
}

/* {"agree":1,...}: whole numbers, none below 0. */
static bool
are_counts(struct record *r)
{
	json_t *votes = record_json(r, F_VOTES), *v;
	const char *key;
	bool good = true;

	json_object_foreach(votes, key, v) good &=
	    json_is_integer(v) && json_integer_value(v) >= 0;
	json_decref(votes);
	return good;
}

static int
check_note(struct ownin *o)
{
	struct record *r = &o->rec;

	if (slice_trim(record_str(r, F_TEXT)).len == 0)
		return fault(o, "a note without text: give it one, or leave "
		                "it out");
	if (record_has(r, F_MARK) &&
	    record_word(record_str(r, F_MARK), record_marks) < 0)
		return fault(o, "mark is not one of agreement, divergence, "
		                "action, commitment, question, principle, "
		                "quote");
	if (record_has(r, F_ID) && record_str(r, F_ID).len == 0)
		return fault(o, "id is empty: give it one, or leave it out");
	if (record_has(r, F_VOTES) && !are_counts(r))
		return fault(o, "votes are not whole numbers from 0");
	return 0;
}

static int
check_event(struct ownin *o)
{
	struct record *r = &o->rec;

	if (record_has(r, F_RULE) &&
	    record_word(record_str(r, F_RULE), record_rules) < 0)
		return fault(o, "rule is not one of chatham-house, "
		                "attributed, none");
	if (record_num(r, F_SCHEMA, 0) > RECORD_SCHEMA)
		return fault(o, "made by a newer dlg: install that one");
	return 0;
}

static int
check_vote(struct ownin *o)
{
	struct record *r = &o->rec;
	double value = record_num(r, F_VALUE, 2);

	if (record_str(r, F_NOTE).len == 0 || record_str(r, F_VOTER).len == 0)
		return fault(o, "a vote needs a note and a voter");
	if (value != 1 && value != 0 && value != -1)
		return fault(o, "the value of a vote is not 1, 0 or -1");
	return 0;
}

static int
take_end(struct ownin *o)
{
	size_t seen = o->seen;
	struct slice partial = record_raw(&o->rec, F_PARTIAL);
	bool whole = record_num(&o->rec, F_RECORDS, -1) == (double)seen;

	o->seen = 0;
	o->ends++;
	sink_aside(o->sink);
	o->sink->partial |= !whole || slice_is(partial, "true");
	if (whole || o->sink->options->partial)
		return 0;
	return record_fault(&o->rec, STATUS_FAULT,
	                    "the end record does not count %zu records: "
	                    "something is missing; or pass --partial",
	                    seen);
}

/* What a record lacks: its event, and a note its id. */
static void
complete(struct ownin *o)
{
	struct sink *s = o->sink;
	struct record *r = &o->rec;
	struct buf id = BUF_INIT;

	if (r->type == TYPE_EVENT) {
		if (s->about != NULL &&
		    slice_eq(record_str(r, F_EVENT), s->event))
			s->about->put = true;
		return;
	}
	if (record_has(r, F_ID) && record_has(r, F_EVENT))
		o->is_stream = true;
	if (!record_has(r, F_EVENT)) {
		record_set_str(r, F_EVENT, s->event);
		if (s->about != NULL && !s->options->explain)
			event_put(s->about, s->out);
	}
	if (r->type == TYPE_NOTE && !record_has(r, F_ID)) {
		sink_note_id(s, record_str(r, F_TEXT), &id);
		record_set_str(r, F_ID, buf_view(&id));
	}
	buf_free(&id);
}

int
ownin_take(struct ownin *o, struct slice line, size_t number)
{
	struct sink *s = o->sink;
	int rc = 0;

	o->rec.file = s->name;
	o->rec.line = number;
	if (record_parse(&o->rec, line) < 0)
		return -1;
	if (o->rec.type == TYPE_END)
		return take_end(o);
	o->seen++;
	if (o->rec.type == TYPE_NOTE)
		rc = check_note(o);
	else if (o->rec.type == TYPE_VOTE)
		rc = check_vote(o);
	else if (o->rec.type == TYPE_EVENT)
		rc = check_event(o);
	if (rc < 0)
		return -1;
	if (o->rec.type == TYPE_NOTE)
		s->now.notes++;
	else if (o->rec.type == TYPE_VOTE)
		s->now.votes++;
	else
		sink_aside(s);
	complete(o);
	if (!s->options->explain || s->shown++ < 2)
		record_put(&o->rec, s->out);
	return 0;
}

int
ownin_close(struct ownin *o)
{
	bool cut = o->is_stream && (o->ends == 0 || o->seen > 0);

	record_free(&o->rec);
	o->sink->partial |= cut;
	if (!cut || o->sink->options->partial)
		return 0;
	return diag_at(STATUS_FAULT, o->sink->name, 0,
	               "no end record: the tool that wrote this stopped early; "
	               "run it again, or pass --partial");
}
