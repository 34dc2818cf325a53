/* Votes: which of them count, and whose groups may be told. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"
#include "text/fold.h"

enum { NAME_WORDS = 8 };

/* The words of a folded text, as many as a name has; how many. */
static size_t
words_of(struct slice folded, struct slice words[NAME_WORDS])
{
	size_t n = 0;

	for (size_t i = 0; i < folded.len; i++) {
		unsigned char c = (unsigned char)folded.p[i];

		if (c < 0x80 && (c < 'a' || c > 'z'))
			continue;
		if (n == NAME_WORDS)
			return 0;
		words[n] = (struct slice){ folded.p + i, 0 };
		while (i < folded.len &&
		       ((folded.p[i] & 0x80) != 0 ||
		        (folded.p[i] >= 'a' && folded.p[i] <= 'z')))
			i++, words[n].len++;
		n++;
	}
	return n;
}

static int
by_letters(const void *x, const void *y)
{
	return slice_cmp(*(const struct slice *)x, *(const struct slice *)y);
}

struct slice
held_voter_key(struct held *h, struct slice voter)
{
	struct slice words[NAME_WORDS];
	struct buf folded = BUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < voter.len; i++)
		if (voter.p[i] >= '0' && voter.p[i] <= '9')
			return voter;
	fold_text(&folded, voter);
	n = words_of(buf_view(&folded), words);
	buf_reset(&h->text);
	if (n == 0)
		buf_slice(&h->text, voter);
	else
		mem_sort(words, n, sizeof(*words), by_letters);
	for (size_t i = 0; i < n; i++) {
		buf_slice(&h->text, words[i]);
		buf_addc(&h->text, ' ');
	}
	buf_free(&folded);
	return buf_view(&h->text);
}

void
held_vote_keep(struct held_vote *vote, struct held *h, struct record *rec)
{
	struct slice group = record_str(rec, F_GROUP);

	if (group.len > 0) {
		uint32_t said = held_say(h, F_GROUP, group);

		h->said[F_GROUP].v[said].uses++;
	}

	vote->time = record_num(rec, F_TIME, -HUGE_VAL);
	vote->group =
	    group.len == 0 ? 0 : (uint32_t)map_add(&h->vote_groups, group) + 1;
}

/* Where the votes from the first on end that are of its voter. */
static size_t
end_of_voter(const struct held *h, size_t first)
{
	size_t i = first + 1;

	while (i < h->nvotes && h->votes[i].voter == h->votes[first].voter)
		i++;
	return i;
}

/* Where those end that are on its note as well. */
static size_t
end_of_note(const struct held *h, size_t first)
{
	size_t i = first + 1;

	while (i < h->nvotes && h->votes[i].voter == h->votes[first].voter &&
	       h->votes[i].note == h->votes[first].note)
		i++;
	return i;
}

void
held_votes_last(struct held *h)
{
	size_t n = 0;

	for (size_t i = 0, end; i < h->nvotes; i = end) {
		double last = h->votes[i].time;
		size_t first = n;

		end = end_of_note(h, i);
		for (size_t k = i; k < end; k++)
			if (h->votes[k].time > last)
				last = h->votes[k].time;
		for (size_t k = i; k < end; k++)
			if (h->votes[k].time < last ||
			    (n > first &&
			     h->votes[n - 1].value == h->votes[k].value))
				h->events[h->votes[k].event].votes_again++;
			else
				h->votes[n++] = h->votes[k];
	}
	h->nvotes = n;
}

struct slice
held_group_spelt(const struct held *h, uint32_t event, struct slice name)
{
	const struct held_values *s = &h->said[F_GROUP];
	size_t n = map_find(&s->texts, name);

	if (!h->events[event].settled || n == MAP_NONE)
		return name;
	return slice_trim(s->v[s->v[n].spelling].text);
}

/*
 * The number of a group among those of an event, + 1: groups that are masked
 * alike stay apart.
 */
static uint32_t
side_of(struct held *h, struct map *keys, uint32_t event, uint32_t group)
{
	enum held_rule rule = h->events[event].rule;
	struct slice name = map_key(&h->vote_groups, group - 1), masked;
	size_t n;

	masked = name = held_group_spelt(h, event, name);
	if (rule != RULE_NONE)
		masked = held_redact(h, name, held_mask_of(rule));
	buf_reset(&h->text);
	buf_slice(&h->text, masked);
	buf_addc(&h->text, '\0');
	if (memchr(masked.p, '[', masked.len) != NULL)
		fold_text(&h->text, slice_trim(name));
	n = map_add(keys, held_key(h, event, buf_view(&h->text)));
	h->vote_sides = mem_grow(h->vote_sides, &h->sides_cap, keys->n,
	                         sizeof(*h->vote_sides));
	if (n == h->nsides)
		h->vote_sides[h->nsides++] = (struct held_side){
			.name = name,
			.masked = masked,
			.event = event,
			.shown = true,
		};
	return (uint32_t)n + 1;
}

/* By what is published of them, if that tells. */
static int
side_cmp(const struct held_side *a, const struct held_side *b)
{
	int d = slice_cmp(a->masked, b->masked);

	return d != 0 ? d : slice_cmp(a->name, b->name);
}

/* A voter who says several groups is of the first in the alphabet. */
static void
join_side(struct held *h, struct map *keys, size_t first, size_t end)
{
	uint32_t event = h->votes[first].event, side = 0;
	bool one = h->events[event].rule == RULE_CHATHAM;

	h->events[event].voters++;
	for (size_t i = first; i < end; i++) {
		uint32_t *group = &h->votes[i].group;

		if (*group == 0)
			continue;
		*group = side_of(h, keys, event, *group);
		if (side == 0 || side_cmp(&h->vote_sides[*group - 1],
		                          &h->vote_sides[side - 1]) < 0)
			side = *group;
	}
	if (side > 0)
		h->vote_sides[side - 1].people++;
	for (size_t i = first; one && i < end; i++)
		h->votes[i].group = side;
}

/* Hide groups under k, and one more where what is left over is under k. */
static void
hide_sides(struct held *h)
{
	size_t n = h->event_names.n, k = h->options->k;
	struct held_side **least =
	    mem_zalloc(n + 1, sizeof(struct held_side *));
	size_t *rest = mem_zalloc(n + 1, sizeof(*rest));

	for (size_t i = 0; i < n; i++)
		rest[i] = h->events[i].voters;
	for (size_t i = 0; i < h->nsides; i++) {
		struct held_side *side = &h->vote_sides[i];
		struct held_side **to = &least[side->event];

		if (h->events[side->event].rule != RULE_CHATHAM)
			continue;
		side->shown = side->people >= k;
		if (!side->shown)
			continue;
		rest[side->event] -= side->people;
		if (*to == NULL || side->people < (*to)->people ||
		    (side->people == (*to)->people && side_cmp(side, *to) < 0))
			*to = side;
	}
	for (size_t i = 0; i < n; i++)
		if (rest[i] > 0 && rest[i] < k && least[i] != NULL)
			least[i]->shown = false;
	free(least);
	free(rest);
}

void
held_votes_groups(struct held *h)
{
	struct map keys = MAP_INIT;

	for (size_t i = 0, end; i < h->nvotes; i = end) {
		end = end_of_voter(h, i);
		join_side(h, &keys, i, end);
	}
	hide_sides(h);
	for (size_t i = 0; i < h->nvotes; i++) {
		struct held_vote *v = &h->votes[i];

		if (v->group == 0 || h->vote_sides[v->group - 1].shown)
			continue;
		h->events[v->event].votes_ungrouped++;
		v->group = 0;
	}
	map_free(&keys);
}
