/* What of a held harvest is published, and in which order. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"

/* Whether a note must be searched again for what others revealed. */
static bool
meets(const struct held *h, const struct held_note *note)
{
	const struct map *also = &h->events[note->event].also;

	for (uint32_t i = 0; also->n > 0 && i < note->nopen; i++)
		if (map_find(also,
		             (struct slice){ (char *)&h->open[note->open + i],
		                             sizeof(uint64_t) }) != MAP_NONE)
			return true;
	return false;
}

/* Redact the text of a note as its event's rule asks, once. */
static int
settle_spans(struct held *h, struct held_note *note)
{
	struct held_view view;
	const struct held_event *e = &h->events[note->event];
	struct redact *r = h->redact;
	int got;

	note->settled = true;
	if (e->rule == RULE_NONE)
		note->nspans = 0;
	if (e->rule == RULE_NONE ||
	    (e->rule == RULE_CHATHAM && !meets(h, note)))
		return 0;
	r->people = e->rule == RULE_CHATHAM;
	held_note_open(note, &view);
	got = redact_again(r, held_text(h, &view), &e->also);
	r->people = true;
	held_keep_spans(h, note);
	return got;
}

/* Settle what is masked in all notes, count it and know their order. */
static int
settle_notes(struct held *h)
{
	for (size_t i = 0; i < h->nnotes; i++) {
		struct held_note *note = &h->notes[i];
		struct held_event *e = &h->events[note->event];

		if (note->withheld)
			continue;
		if (!note->settled && settle_spans(h, note) != 0)
			return diag(STATUS_PRIVACY,
			            "a pattern gave up on a text: nothing is "
			            "passed on");
		for (size_t k = 0; k < note->nspans; k++)
			e->replaced[h->spans[note->span + k].kind]++;
		note->order = held_note_order(h, note);
	}
	return 0;
}

/*
 * Have notes at hand that are to be written soon: they lie all over the memory.
 * Without this, a tenth of the time goes in waiting for them.
 */
static void
await_note(const struct held *h, const uint32_t *order, size_t at)
{
	const struct held_note *note;

	if (at + 16 >= h->nnotes)
		return;
	__builtin_prefetch(&h->notes[order[at + 16]]);
	note = &h->notes[order[at + 8]];
	if (note->fields == NULL)
		return;
	for (size_t i = 0; i < 4; i++)
		__builtin_prefetch(note->fields + 64 * i);
}

int
held_write(struct held *h, struct out *o)
{
	struct record rec;
	uint32_t *order;
	size_t at = 0, nvotes = 0;
	int got;

	record_init(&rec, 2048);
	got = held_speakers_learn(h);
	if (got == 0)
		got = held_events(h, &rec);
	if (got == 0) {
		held_cells(h, &rec);
		got = settle_notes(h);
	}
	order = held_order(h);
	if (got == 0)
		held_review(h);
	held_number_voters(h);
	if (got == 0)
		held_alike_take(h, order, &rec);
	for (size_t e = 0; got == 0 && e < h->event_names.n; e++) {
		uint32_t event = held_event_at(h, e);

		held_put_event(h, event, &rec, o);
		held_put_audit(h, event, &rec, o);
		for (; at < h->nnotes && h->notes[order[at]].event == event;
		     at++) {
			await_note(h, order, at);
			if (h->notes[order[at]].number > 0)
				record_put_raw(
				    o, held_note_put(h, &h->notes[order[at]]));
		}
		nvotes = held_put_event_votes(h, event, nvotes, o);
	}
	if (got == 0)
		held_explain(h);
	free(order);
	record_free(&rec);
	return got;
}
