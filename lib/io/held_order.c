/*
 * The order of what is published: by a hash of the published content, so that
 * neither the input's order nor the speakers can be read from it.
 */
#include <stdlib.h>

#include "base/keyed.h"
#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"

/* Something to be sorted: events by name, notes and voters by a hash. */
struct item {
	struct slice id; /* the last resort, for what is the same otherwise */
	uint64_t hash;
	uint32_t rank; /* of its event */
	uint32_t number;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits compare as numbers: n9 before n10. */
static int
natural(struct slice a, struct slice b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len) {
		size_t x = i, y = j;

		while (x < a.len && is_digit(a.p[x]))
			x++;
		while (y < b.len && is_digit(b.p[y]))
			y++;
		if (x > i && y > j && x - i != y - j)
			return x - i < y - j ? -1 : 1;
		if (a.p[i] != b.p[j])
			return (unsigned char)a.p[i] < (unsigned char)b.p[j] ?
			           -1 :
			           1;
		i++, j++;
	}
	return (a.len > b.len) - (a.len < b.len);
}

static int
item_cmp(const void *x, const void *y)
{
	const struct item *a = x, *b = y;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return natural(a->id, b->id);
}

static int
name_cmp(const void *x, const void *y)
{
	const struct item *a = x, *b = y;
	int d = slice_cmp(a->id, b->id);

	return d != 0 ? d : (a->number > b->number) - (a->number < b->number);
}

/* Rank the events by the names they came with. */
static void
rank_events(struct held *h)
{
	size_t n = h->event_names.n;
	struct item *items = mem_zalloc(n + 1, sizeof(*items));

	for (size_t i = 0; i < n; i++)
		items[i] = (struct item){ .id = map_key(&h->event_names, i),
			                  .number = (uint32_t)i };
	mem_sort(items, n, sizeof(*items), name_cmp);
	for (size_t i = 0; i < n; i++) {
		h->events[i].at = items[i].number;
		h->events[items[i].number].rank = (uint32_t)i;
	}
	free(items);
}

uint32_t
held_event_at(const struct held *h, size_t n)
{
	return h->events[n].at;
}

/* The id behind the number of its event, in a key. */
static struct slice
id_in(struct slice key)
{
	return (struct slice){ key.p + sizeof(uint32_t),
		               key.len - sizeof(uint32_t) };
}

/* Notes that say the same, by the ids they came with. */
static void
sort_same(const struct held *h, struct keyed *v, size_t n)
{
	struct item *items;

	if (n < 2)
		return;
	items = mem_zalloc(n, sizeof(*items));
	for (size_t i = 0; i < n; i++)
		items[i] = (struct item){ .id = held_id(h, &h->notes[v[i].n]),
			                  .number = v[i].n };
	mem_sort(items, n, sizeof(*items), item_cmp);
	for (size_t i = 0; i < n; i++)
		v[i].n = items[i].number;
	free(items);
}

/* The notes by what is published of them, then by event. */
static void
sort_notes(const struct held *h, struct keyed *v)
{
	for (size_t i = 0; i < h->nnotes; i++)
		v[i] = (struct keyed){ h->notes[i].order, (uint32_t)i };
	keyed_sort(v, h->nnotes);
	for (size_t i = 0; i < h->nnotes; i++)
		v[i].key = h->events[h->notes[v[i].n].event].rank;
	if (h->event_names.n > 1)
		keyed_sort(v, h->nnotes);
}

uint32_t *
held_order(struct held *h)
{
	struct keyed *v = mem_alloc((h->nnotes + 1) * sizeof(*v));
	uint32_t *order = mem_alloc((h->nnotes + 1) * sizeof(*order));
	uint32_t number = 0;

	rank_events(h);
	sort_notes(h, v);
	for (size_t i = 0, j; i < h->nnotes; i = j) {
		const struct held_note *a = &h->notes[v[i].n];

		for (j = i + 1; j < h->nnotes && v[j].key == v[i].key &&
		                h->notes[v[j].n].order == a->order;)
			j++;
		sort_same(h, v + i, j - i);
	}
	for (size_t i = 0; i < h->nnotes; i++) {
		struct held_note *note = &h->notes[v[i].n];

		order[i] = v[i].n;
		note->number = note->withheld ? 0 : ++number;
	}
	free(v);
	return order;
}

static int
by_voter(const void *x, const void *y)
{
	const struct held_vote *a = x, *b = y;

	if (a->voter != b->voter)
		return a->voter < b->voter ? -1 : 1;
	if (a->note != b->note)
		return a->note < b->note ? -1 : 1;
	return (a->value > b->value) - (a->value < b->value);
}

static int
by_note(const void *x, const void *y)
{
	const struct held_vote *a = x, *b = y;

	if (a->event != b->event)
		return a->event < b->event ? -1 : 1;
	if (a->note != b->note)
		return a->note < b->note ? -1 : 1;
	return by_voter(x, y);
}

/* Votes get their notes' numbers; those for notes not published go. */
static void
settle_votes(struct held *h)
{
	size_t n = 0;

	for (size_t i = 0; i < h->nvotes; i++) {
		struct held_vote v = h->votes[i];
		uint32_t note = h->note_of[v.note];

		v.note = note == 0 ? 0 : h->notes[note - 1].number;
		if (v.note == 0)
			h->events[v.event].votes_dropped++;
		else
			h->votes[n++] = v;
	}
	h->nvotes = n;
}

/* Hash what each voter voted: h->votes are sorted by voter. */
static void
hash_voters(const struct held *h, struct item *items)
{
	for (size_t i = 0; i < h->voters.n; i++)
		items[i] = (struct item){ .id = id_in(map_key(&h->voters, i)),
			                  .rank = UINT32_MAX,
			                  .number = (uint32_t)i };
	for (size_t i = 0; i < h->nvotes; i++) {
		struct item *item = &items[h->votes[i].voter];
		uint64_t vote[3] = { item->hash, h->votes[i].note,
			             (uint64_t)(h->votes[i].value + 1) };

		item->rank = h->events[h->votes[i].event].rank;
		item->hash = map_hash(
		    (struct slice){ (const char *)vote, sizeof(vote) });
	}
}

void
held_number_voters(struct held *h)
{
	struct item *items = mem_zalloc(h->voters.n + 1, sizeof(*items));
	uint32_t *numbers = mem_zalloc(h->voters.n + 1, sizeof(*numbers));
	uint32_t number = 0, rank = UINT32_MAX;

	settle_votes(h);
	if (h->nvotes > 0)
		mem_sort(h->votes, h->nvotes, sizeof(*h->votes), by_voter);
	held_votes_last(h);
	held_votes_groups(h);
	hash_voters(h, items);
	mem_sort(items, h->voters.n, sizeof(*items), item_cmp);
	for (size_t i = 0; i < h->voters.n; i++) {
		number = items[i].rank == rank ? number + 1 : 1;
		rank = items[i].rank;
		numbers[items[i].number] = number;
	}
	for (size_t i = 0; i < h->nvotes; i++) {
		h->votes[i].voter = numbers[h->votes[i].voter];
		h->votes[i].event = h->events[h->votes[i].event].rank;
	}
	if (h->nvotes > 0)
		mem_sort(h->votes, h->nvotes, sizeof(*h->votes), by_note);
	free(items);
	free(numbers);
}

size_t
held_put_event_votes(struct held *h, uint32_t event, size_t at, struct out *o)
{
	const struct held_event *e = &h->events[event];
	struct buf *b = &h->text;

	for (; at < h->nvotes && h->votes[at].event == e->rank; at++) {
		const struct held_vote *v = &h->votes[at];

		buf_reset(b);
		buf_adds(b, "{\"type\":\"vote\"");
		if (e->name.len > 0) {
			buf_adds(b, ",\"event\":");
			scan_quote(b, e->name);
		}
		buf_addf(b, ",\"note\":\"n%u\",\"voter\":\"v%u\",\"value\":%d",
		         v->note, v->voter, v->value);
		if (v->group > 0) {
			buf_adds(b, ",\"group\":");
			scan_quote(b, h->vote_sides[v->group - 1].name);
		}
		buf_addc(b, '}');
		record_put_raw(o, buf_view(b));
	}
	return at;
}
