/*
 * The values of the fields that tell of speakers: numbered in the order of
 * their folded texts, so that no number depends on the order of lines, and
 * published in one spelling each, for a spelling of one's own tells of one.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/held_parts.h"
#include "text/fold.h"

int
held_roster_field(enum field f)
{
	return f == F_TABLE ? ROSTER_TABLE :
	       f == F_GROUP ? ROSTER_GROUP :
	       f == F_ROLE  ? ROSTER_ROLE :
	       f == F_ORG   ? ROSTER_ORG :
	       f == F_PLACE ? ROSTER_PLACE :
	                      ROSTER_FIELDS;
}

/* What of a text would be published. */
static struct slice
told(enum field f, struct slice text)
{
	if (f == F_DATE)
		text = held_day(text);
	return held_well_formed(f, text) ? slice_trim(text) :
	                                   (struct slice){ "", 0 };
}

/* Each run of blanks becomes one, "&" becomes "and". */
static void
squeeze(struct buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i + 2 < b->len; i++)
		if (memcmp(b->data + i, " & ", 3) == 0) {
			buf_adds(b, "  ");
			memmove(b->data + i + 5, b->data + i + 3,
			        b->len - i - 5);
			memcpy(b->data + i, " and ", 5);
		}
	for (size_t i = 0; i < b->len; i++)
		if (b->data[i] != ' ' || i == 0 || b->data[i - 1] != ' ')
			b->data[n++] = b->data[i];
	buf_cut(b, n);
}

/* How many bytes of a folded table's name say that it is one: "table 4". */
static size_t
table_word(struct slice s)
{
	static const char *const words[] = { "table", "tisch", "tbl", "no",
		                             "t",     "#",     NULL };

	for (size_t i = 0; words[i] != NULL; i++) {
		size_t len = strlen(words[i]);

		if (!slice_starts(s, slice_of(words[i])))
			continue;
		while (len < s.len && strchr(" .:#-", s.p[len]) != NULL)
			len++;
		if (len < s.len && s.p[len] >= '0' && s.p[len] <= '9')
			return len;
	}
	return 0;
}

/* Lists and notes number tables in their own ways: "Table 4", "T04", "4.0". */
static void
plain_number(struct buf *b, size_t from)
{
	struct slice s = { b->data + from, b->len - from };
	size_t at = table_word(s), end;

	while (at + 1 < s.len && s.p[at] == '0' && s.p[at + 1] >= '0' &&
	       s.p[at + 1] <= '9')
		at++;
	for (end = at; end < s.len && s.p[end] >= '0' && s.p[end] <= '9';)
		end++;
	if (end == at ||
	    !(end == s.len ||
	      slice_is((struct slice){ s.p + end, s.len - end }, ".0")))
		return;
	memmove(b->data + from, s.p + at, end - at);
	buf_cut(b, from + end - at);
}

/* The key of a value of a cell field; of nothing, one byte long. */
static struct slice
value_key(struct held *h, size_t cell, struct slice text)
{
	buf_reset(&h->key);
	buf_addc(&h->key, (char)cell);
	fold_text(&h->key, told(h->cell_fields[cell], text));
	squeeze(&h->key);
	if (h->cell_fields[cell] == F_TABLE)
		plain_number(&h->key, 1);
	return buf_view(&h->key);
}

uint32_t
held_cell_value(struct held *h, size_t cell, struct slice text)
{
	struct slice key = value_key(h, cell, text);
	size_t n = key.len == 1 ? MAP_NONE : map_find(&h->values, key);

	return n == MAP_NONE ? 0 : h->value_rank[n] + 1;
}

/* Take a value at each level; what is more general is kept as said, too. */
static void
add_value(struct held *h, size_t cell, struct slice text)
{
	enum field f = h->cell_fields[cell];

	for (size_t l = 0; l < h->levels; l++) {
		struct slice up = held_general(h, f, text, l);
		struct slice key = value_key(h, cell, up);

		if (key.len > 1)
			map_add(&h->values, key);
		if (l > 0 && !slice_eq(up, text))
			held_say(h, f, up);
	}
}

static void
add_values(struct held *h, size_t cell)
{
	enum field f = h->cell_fields[cell];
	int field = held_roster_field(f);
	size_t n = h->said[f].texts.n;

	for (size_t i = 0; i < n; i++)
		add_value(h, cell, map_key(&h->said[f].texts, i));
	for (size_t i = 0; field < ROSTER_FIELDS && i < h->roster->n; i++)
		add_value(h, cell, h->roster->people[i].v[field]);
}

/* A value, to be sorted. */
struct ranked {
	struct slice key;
	uint32_t n;
};

static int
by_key(const void *x, const void *y)
{
	return slice_cmp(((const struct ranked *)x)->key,
	                 ((const struct ranked *)y)->key);
}

static void
rank_values(struct held *h)
{
	size_t n = h->values.n;
	struct ranked *v = mem_alloc((n + 1) * sizeof(*v));

	for (size_t i = 0; i < n; i++)
		v[i] = (struct ranked){ map_key(&h->values, i), (uint32_t)i };
	mem_sort(v, n, sizeof(*v), by_key);
	h->value_rank = mem_alloc((n + 1) * sizeof(*h->value_rank));
	for (size_t i = 0; i < n; i++)
		h->value_rank[v[i].n] = (uint32_t)i;
	free(v);
}

void
held_values_number(struct held *h)
{
	for (size_t c = 0; c < h->ncells; c++)
		add_values(h, c);
	rank_values(h);
	for (size_t c = 0; c < h->ncells; c++) {
		struct held_values *s = &h->said[h->cell_fields[c]];

		for (size_t i = 0; i < s->texts.n; i++)
			s->v[i].cell = held_cell_value(h, c, s->v[i].text);
	}
}

/* Whether x is a better spelling than y: used more often, else the first. */
static bool
is_better(const struct held_value *x, const struct held_value *y)
{
	return x->uses != y->uses ? x->uses > y->uses :
	                            slice_cmp(x->text, y->text) < 0;
}

void
held_values_spell(struct held *h)
{
	uint32_t *best = mem_alloc((h->values.n + 1) * sizeof(*best));

	for (size_t c = 0; c < h->ncells; c++) {
		struct held_values *s = &h->said[h->cell_fields[c]];
		uint32_t n = (uint32_t)s->texts.n;

		memset(best, 0xff, (h->values.n + 1) * sizeof(*best));
		for (uint32_t i = 0; i < n; i++) {
			uint32_t *b = &best[s->v[i].cell];

			if (*b == UINT32_MAX || is_better(&s->v[i], &s->v[*b]))
				*b = i;
		}
		for (uint32_t i = 0; i < n; i++)
			s->v[i].spelling =
			    s->v[i].cell == 0 ? i : best[s->v[i].cell];
	}
	free(best);
}

uint32_t
held_cell_put(struct held *h, uint32_t event, size_t cell, uint32_t number)
{
	const struct held_event *e = &h->events[event];
	enum field f = h->cell_fields[cell];
	struct slice text = h->said[f].v[number].text, up;

	if (!e->settled)
		return number;
	if (e->level[cell] == 0)
		return h->said[f].v[number].spelling;
	up = held_general(h, f, text, e->level[cell]);
	if (!slice_eq(up, text))
		number = held_say(h, f, up);
	return h->said[f].v[number].spelling;
}
