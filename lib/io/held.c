#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"

void
held_init(struct held *h, const struct held_options *options,
          struct redact *redact, struct roster *roster)
{
	*h = (struct held){ .options = options,
		            .redact = redact,
		            .roster = roster };
	held_cells_fields(h);
	persons_open(&h->persons, &roster->lexicon);
}

/* A copy of bytes. */
static char *
keep_line(struct held *h, struct slice line)
{
	return memcpy(pool_bytes(&h->pool, line.len), line.p, line.len);
}

struct slice
held_key(struct held *h, uint32_t event, struct slice id)
{
	buf_reset(&h->key);
	buf_add(&h->key, &event, sizeof(event));
	buf_slice(&h->key, id);
	return buf_view(&h->key);
}

/* The number of the event that a record is of. */
static uint32_t
event_of(struct held *h, struct record *rec)
{
	struct slice name = record_str(rec, F_EVENT);
	size_t known = h->event_names.n, n;

	if (known > 0 &&
	    slice_eq(name, map_key(&h->event_names, h->last_event)))
		return h->last_event;
	n = map_add(&h->event_names, name);
	h->last_event = (uint32_t)n;

	h->events = mem_grow(h->events, &h->events_cap, h->event_names.n,
	                     sizeof(*h->events));
	if (n == known)
		h->events[n] = (struct held_event){
			.rule = RULES,
			.also = MAP_INIT,
			.pseudonyms = MAP_INIT,
		};
	return (uint32_t)n;
}

/* The number of a note's id, whether or not the note has come. */
static uint32_t
id_of(struct held *h, uint32_t event, struct slice id)
{
	size_t known = h->note_ids.n;
	size_t n = map_add(&h->note_ids, held_key(h, event, id));

	h->note_of = mem_grow(h->note_of, &h->note_of_cap, h->note_ids.n,
	                      sizeof(*h->note_of));
	if (n == known)
		h->note_of[n] = 0;
	return (uint32_t)n;
}

void
held_keep_spans(struct held *h, struct held_note *note)
{
	const struct spans *s = &h->redact->spans;

	note->span = (uint32_t)h->nspans;
	note->nspans = (uint32_t)s->n;
	h->spans = mem_grow(h->spans, &h->spans_cap, h->nspans + s->n,
	                    sizeof(*h->spans));
	for (size_t i = 0; i < s->n; i++)
		h->spans[h->nspans++] = s->v[i];
}

void
held_keep_findings(struct held *h, struct held_note *note)
{
	struct redact *r = h->redact;
	struct map *also = &h->events[note->event].also;

	held_keep_spans(h, note);
	note->open = (uint32_t)h->nopen;
	note->nopen = (uint32_t)r->nopen;
	h->open = mem_grow(h->open, &h->open_cap, h->nopen + r->nopen,
	                   sizeof(*h->open));
	for (size_t i = 0; i < r->nopen; i++)
		h->open[h->nopen++] = r->open[i];
	for (size_t i = 0; i < r->nfound; i++)
		map_add(also, (struct slice){ (char *)&r->found[i],
		                              sizeof(r->found[i]) });
}

/* Whether a text is off the record. */
static bool
is_secret(struct held *h, struct slice text)
{
	return !held_is_number(text) &&
	       (redact_find(h->redact, text) != 0 || h->redact->withheld);
}

/* Whether what a note was said in is off the record, and so the note. */
static bool
is_secret_place(struct held *h, const struct held_view *view)
{
	bool secret = false;

	for (size_t k = 0; k < HELD_PLACES; k++) {
		struct held_value *v;

		if (!(view->has >> k & 1))
			continue;
		v = &h->said[held_fields[k]].v[view->number[k]];
		if (v->secret == 0)
			v->secret = is_secret(h, v->text) ? 2 : 1;
		secret |= v->secret == 2;
	}
	return secret;
}

/* A new note of an event; NULL after a fault. */
static struct held_note *
add_note(struct held *h, const struct record *rec, uint32_t event,
         struct slice id)
{
	uint32_t number = id_of(h, event, id);

	if (h->note_of[number] != 0) {
		record_fault(rec, STATUS_FAULT,
		             "another note of this event has the same id: give "
		             "each import its own event (dlg-import -e)");
		return NULL;
	}
	h->notes =
	    mem_grow(h->notes, &h->notes_cap, h->nnotes + 1, sizeof(*h->notes));
	h->notes[h->nnotes++] = (struct held_note){
		.id = number,
		.event = event,
		.cells = UINT16_MAX,
	};
	h->note_of[number] = (uint32_t)h->nnotes;
	h->events[event].notes++;
	return &h->notes[h->nnotes - 1];
}

static int
take_note(struct held *h, struct record *rec)
{
	struct slice text = record_str(rec, F_TEXT);
	struct slice id = record_str(rec, F_ID);
	uint32_t event = event_of(h, rec);
	struct held_note *note;
	struct held_view view;
	bool withheld;

	if (text.p == NULL || id.len == 0)
		return record_fault(rec, STATUS_FAULT,
		                    "the note has no \"%s\": run dlg-import",
		                    text.p == NULL ? "text" : "id");
	map_await(&h->note_ids, held_key(h, event, id));
	held_note_read(h, rec, &view);
	withheld = slice_is(record_raw(rec, F_SENSITIVE), "true") ||
	           is_secret_place(h, &view);
	if (redact_find(h->redact, text) != 0)
		return record_fault(rec, STATUS_PRIVACY,
		                    "a pattern gave up on this text: nothing "
		                    "is passed on");
	if ((note = add_note(h, rec, event, id)) == NULL)
		return -1;
	note->withheld = withheld || h->redact->withheld;
	h->events[event].withheld += note->withheld;
	held_keep_findings(h, note);
	if (!note->withheld)
		held_note_keep(h, note, &view);
	held_cells_take(h, rec);
	return 0;
}

static int
take_vote(struct held *h, struct record *rec)
{
	struct slice note = record_str(rec, F_NOTE);
	struct slice voter = record_str(rec, F_VOTER);
	double value = record_num(rec, F_VALUE, 9);
	uint32_t event = event_of(h, rec);
	struct held_vote *vote;

	if (note.p == NULL || voter.p == NULL ||
	    !(value == 1 || value == 0 || value == -1))
		return record_fault(rec, STATUS_FAULT,
		                    "a vote has a \"note\", a \"voter\" and a "
		                    "\"value\" of 1, 0 or -1: run dlg-import");
	h->votes =
	    mem_grow(h->votes, &h->votes_cap, h->nvotes + 1, sizeof(*h->votes));
	vote = &h->votes[h->nvotes++];
	vote->event = event;
	vote->note = id_of(h, event, note);
	voter = held_voter_key(h, voter);
	vote->voter = (uint32_t)map_add(&h->voters, held_key(h, event, voter));
	vote->value = (int8_t)value;
	held_vote_keep(vote, h, rec);
	return 0;
}

static int
take_event(struct held *h, struct record *rec)
{
	uint32_t event = event_of(h, rec);
	struct held_event *e = &h->events[event];
	struct slice rule = record_str(rec, F_RULE);

	if (e->line.p != NULL)
		return record_fault(rec, STATUS_FAULT,
		                    "a second record of the same event");
	e->line = (struct slice){ keep_line(h, rec->raw), rec->raw.len };
	if (rule.p != NULL && record_word(rule, record_rules) >= 0)
		e->rule = (enum held_rule)record_word(rule, record_rules);
	if (rule.p != NULL && e->rule == RULES)
		return record_fault(rec, STATUS_PRIVACY,
		                    "the rule is none of chatham-house, "
		                    "attributed, none");
	return 0;
}

static int
take_audit(struct held *h, struct record *rec)
{
	uint32_t event = event_of(h, rec);
	struct held_event *e = &h->events[event];

	if (e->audit.p != NULL)
		return record_fault(rec, STATUS_FAULT,
		                    "a second audit of one event");
	e->audit = (struct slice){ keep_line(h, rec->raw), rec->raw.len };
	return 0;
}

int
held_take(struct held *h, struct record *rec)
{
	switch (rec->type) {
	case TYPE_NOTE:
		return take_note(h, rec);
	case TYPE_VOTE:
		return take_vote(h, rec);
	case TYPE_EVENT:
		return take_event(h, rec);
	case TYPE_AUDIT:
		return take_audit(h, rec);
	default:
		return record_fault(rec, STATUS_PRIVACY,
		                    "a record that is not known to be safe: "
		                    "run dlg-anon right behind dlg-import");
	}
}

void
held_free(struct held *h)
{
	for (size_t i = 0; i < h->event_names.n; i++) {
		map_free(&h->events[i].also);
		map_free(&h->events[i].pseudonyms);
	}
	pool_free(&h->pool);
	held_notes_free(h);
	free(h->votes);
	free(h->events);
	map_free(&h->event_names);
	map_free(&h->voters);
	map_free(&h->vote_groups);
	free(h->vote_sides);
	map_free(&h->note_ids);
	free(h->note_of);
	map_free(&h->values);
	free(h->value_rank);
	free(h->speakers);
	free(h->spoken);
	held_speakers_forget(h);
	free(h->listed);
	persons_close(&h->persons);
	free(h->spans);
	free(h->open);
	map_free(&h->fields);
	free(h->redacted);
	held_alike_free(&h->alike);
	buf_free(&h->key);
	buf_free(&h->text);
	buf_free(&h->body);
	buf_free(&h->decoded);
}
