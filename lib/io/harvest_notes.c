#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/harvest_parts.h"
#include "io/value.h"
#include "text/date.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int
harvest_id_cmp(struct slice a, struct slice b)
{
	size_t same = 0, alen, blen;

	while (same < a.len && same < b.len && a.p[same] == b.p[same])
		same++;
	while (same > 0 && is_digit(a.p[same - 1]))
		same--;
	for (alen = same; alen < a.len && is_digit(a.p[alen]);)
		alen++;
	for (blen = same; blen < b.len && is_digit(b.p[blen]);)
		blen++;
	if (alen != blen && alen > same && blen > same)
		return alen < blen ? -1 : 1;
	return slice_cmp(a, b);
}

/* One copy of each word that many notes share; last is a good guess. */
static struct slice
word(struct map *m, struct slice last, struct slice s)
{
	if (s.len == 0)
		return SLICE("");
	return slice_eq(last, s) ? last : map_key(m, map_add(m, s));
}

/* What an event has had at its tables, each once. */
static void
add_place(struct map *m, struct slice last, struct slice s, bool same_event)
{
	if (s.len > 0 && !(same_event && last.p == s.p))
		map_add(m, s);
}

static enum mark
mark_of(struct slice s)
{
	return (enum mark)(record_word(s, record_marks) + 1);
}

/* What a reader is told of a mark. */
static struct slice
marked_as(enum mark m)
{
	if (m == MARK_AGREEMENT)
		return SLICE("marked as agreement");
	return m == MARK_DIVERGENCE ? SLICE("marked as divergence") :
	                              (struct slice){ NULL, 0 };
}

static void
count_day(struct days *d, int day, size_t event)
{
	size_t i = d->n;

	while (i > 0 && (d->v[i - 1].day != day || d->v[i - 1].event != event))
		i--;
	if (i == 0) {
		d->v = mem_grow(d->v, &d->cap, d->n + 1, sizeof(*d->v));
		d->v[d->n++] = (struct day_count){ day, event, 0 };
		i = d->n;
	}
	d->v[i - 1].notes++;
}

static void
count_group(size_t **counts, size_t *n, size_t group)
{
	if (group >= *n) {
		size_t more = group + 1 + *n / 2;

		*counts = mem_resize(*counts, more, sizeof(**counts));
		memset(*counts + *n, 0, (more - *n) * sizeof(**counts));
		*n = more;
	}
	(*counts)[group]++;
}

static void
mark_table(struct theme *t, size_t table)
{
	size_t byte = table / 8;

	if (byte >= t->tables_len) {
		size_t more = byte + 8 + t->tables_len / 2;

		t->tables = mem_resize(t->tables, more, 1);
		memset(t->tables + t->tables_len, 0, more - t->tables_len);
		t->tables_len = more;
	}
	t->tables[byte] |= (unsigned char)(1 << table % 8);
}

static void
count_in_theme(struct harvest *h, size_t theme, const struct note *n,
               size_t table, size_t group)
{
	struct theme *t = &h->themes[theme];

	count_day(&t->days, n->day, n->event);
	if (group != NONE)
		count_group(&t->by_group, &t->ngroups, group);
	if (table != NONE)
		mark_table(t, table);
}

/* The number of a table: those of two events are never the same. */
static size_t
table_number(struct harvest *h, const struct note *n)
{
	if (n->table.len == 0)
		return NONE;
	buf_reset(&h->scratch);
	buf_add(&h->scratch, &n->event, sizeof(n->event));
	buf_slice(&h->scratch, n->table);
	return map_add(&h->tables, buf_view(&h->scratch));
}

/* Count the note in each of its themes; the first is its own. */
static void
count_themes(struct harvest *h, struct note *n, struct slice themes)
{
	struct value_walk w = value_open(themes);
	struct slice key, val;
	size_t table = table_number(h, n), group = NONE;

	if (n->group.len > 0) {
		group = map_add(&h->groups, n->group);
		count_group(&h->by_group, &h->ngroups, group);
	}
	while (value_next(&w, &key, &val)) {
		size_t theme;

		buf_reset(&h->scratch);
		theme = harvest_theme(
		    h, value_text(value_get(val, "id"), &h->scratch));
		if (n->theme == NONE) {
			struct slice score = value_get(val, "score");

			n->theme = theme;
			n->score = score.len ? strtod(score.p, NULL) : 0;
		}
		count_in_theme(h, theme, n, table, group);
	}
	if (n->theme != NONE)
		h->themes[n->theme].own++;
	h->unthemed += n->theme == NONE;
}

int
harvest_add_note(struct harvest *h, struct record *rec, size_t event)
{
	struct event *e = &h->events[event];
	struct note n = { .event = event, .theme = NONE }, *last = &h->last;
	bool same;

	n.id = record_str(rec, F_ID);
	n.text = record_str(rec, F_TEXT);
	if (n.id.len == 0 || n.text.p == NULL)
		return record_fault(rec, STATUS_FAULT,
		                    "a note without id or text: run the notes "
		                    "through dlg-import first");
	n.date = word(&h->words, last->date, record_str(rec, F_DATE));
	n.table = word(&h->words, last->table, record_str(rec, F_TABLE));
	n.round = word(&h->words, last->round, record_str(rec, F_ROUND));
	n.question =
	    word(&h->words, last->question, record_str(rec, F_QUESTION));
	n.group = word(&h->words, last->group, record_str(rec, F_GROUP));
	n.mark = mark_of(record_str(rec, F_MARK));
	n.marked = marked_as(n.mark);
	n.day = date_parse(n.date);
	n.file = rec->file;
	n.line = rec->line;
	if (e->notes++ == 0) {
		e->file = rec->file;
		e->line = rec->line;
	}
	h->nall++;
	h->marked[n.mark]++;
	count_day(&e->days, n.day, event);
	e->raw |= record_has(rec, F_SPEAKER) || record_has(rec, F_ATTRS) ||
	          record_has(rec, F_SOURCE) || record_has(rec, F_REF);
	same = h->nall > 1 && last->event == event;
	add_place(&e->tables, last->table, n.table, same);
	add_place(&e->rounds, last->round, n.round, same);
	add_place(&e->questions, last->question, n.question, same);
	count_themes(h, &n, record_raw(rec, F_THEMES));
	harvest_keep_note(h, &n);
	*last = n;
	return 0;
}

static int
by_event_and_id(const void *pa, const void *pb)
{
	const struct note *a = *(struct note *const *)pa;
	const struct note *b = *(struct note *const *)pb;
	int d = a->event == b->event ? 0 : a->event < b->event ? -1 : 1;

	if (d == 0)
		d = harvest_id_cmp(a->id, b->id);
	return d ? d : slice_cmp(a->text, b->text);
}

void
harvest_finish_notes(struct harvest *h)
{
	for (size_t i = 0; i < h->nbuckets; i++) {
		struct bucket *b = &h->buckets[i];

		h->notes = mem_grow(h->notes, &h->notes_cap, h->nnotes + b->n,
		                    sizeof(*h->notes));
		if (b->n > 0)
			memcpy(h->notes + h->nnotes, b->v,
			       b->n * sizeof(*b->v));
		h->nnotes += b->n;
		free(b->v);
	}
	free(h->buckets);
	h->buckets = NULL;
	h->nbuckets = 0;
	for (size_t i = 0; i < h->nnotes; i++)
		if (h->notes[i]->day == DATE_NONE)
			h->notes[i]->day = h->events[h->notes[i]->event].day;
	mem_sort(h->notes, h->nnotes, sizeof(*h->notes), by_event_and_id);
	harvest_index_notes(h);
}

void
harvest_free_notes(struct harvest *h)
{
	for (size_t i = 0; i < h->nbuckets; i++) {
		for (size_t k = 0; k < h->buckets[i].n; k++)
			free(h->buckets[i].v[k]);
		free(h->buckets[i].v);
	}
	free(h->buckets);
	for (size_t i = 0; i < h->nnotes; i++)
		free(h->notes[i]);
	free(h->notes);
	free(h->note_slots);
}
