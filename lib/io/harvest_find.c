/* Notes found by their event and id. */
#include "base/mem.h"
#include "io/harvest_parts.h"

static size_t
slot_of_note(const struct harvest *h, size_t event, struct slice id)
{
	return (map_quick(id) + event) & (h->nnote_slots - 1);
}

void
harvest_index_notes(struct harvest *h)
{
	for (h->nnote_slots = 64; h->nnote_slots < 2 * h->nnotes;)
		h->nnote_slots *= 2;
	h->note_slots = mem_zalloc(h->nnote_slots, sizeof(*h->note_slots));
	for (size_t i = 0; i < h->nnotes; i++) {
		const struct note *n = h->notes[i];
		size_t at = slot_of_note(h, n->event, n->id);

		while (h->note_slots[at] != 0)
			at = (at + 1) & (h->nnote_slots - 1);
		h->note_slots[at] = (uint32_t)i + 1;
	}
}

/* The note of an event with that id, or NULL. */
static struct note *
find_in(const struct harvest *h, size_t event, struct slice id)
{
	size_t at;

	if (h->nnote_slots == 0)
		return NULL;
	for (at = slot_of_note(h, event, id); h->note_slots[at] != 0;
	     at = (at + 1) & (h->nnote_slots - 1)) {
		struct note *n = h->notes[h->note_slots[at] - 1];

		if (n->event == event && slice_eq(n->id, id))
			return n;
	}
	return NULL;
}

struct note *
harvest_note(const struct harvest *h, size_t event, struct slice id)
{
	struct note *n = NULL;

	if (id.len == 0 || event != NONE)
		return id.len ? find_in(h, event, id) : NULL;
	for (size_t i = 0; i < h->nevents && n == NULL; i++)
		n = find_in(h, i, id);
	return n;
}
