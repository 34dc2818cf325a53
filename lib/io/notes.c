#include "io/notes.h"

#include <stdlib.h>

#include "base/mem.h"

/* Whether no note before had this id in this event. */
static bool
is_new(struct notes *n, struct record *note, struct slice id)
{
	struct buf key = BUF_INIT;
	size_t before = n->known.n, number;

	buf_slice(&key, record_str(note, F_EVENT));
	buf_addc(&key, '\0');
	buf_slice(&key, id);
	number = map_add(&n->known, buf_view(&key));
	buf_free(&key);
	return number == before;
}

/* The number of the note's table. */
static uint32_t
find_table(struct notes *n, struct record *note)
{
	struct slice table = record_str(note, F_TABLE);
	struct buf key = BUF_INIT;
	size_t number;

	if (table.len == 0)
		return NOTES_NONE;
	buf_slice(&key, record_str(note, F_EVENT));
	buf_addc(&key, '\0');
	buf_slice(&key, table);
	number = map_add(&n->places, buf_view(&key));
	buf_free(&key);
	return (uint32_t)number;
}

int
notes_check(const struct record *note)
{
	struct slice id = record_raw(note, F_ID);

	if (id.p == NULL || slice_is(id, "\"\""))
		return record_fault(note, STATUS_FAULT,
		                    "the note has no \"id\": run dlg-import");
	if (record_raw(note, F_TEXT).p == NULL)
		return record_fault(note, STATUS_FAULT,
		                    "the note has no \"text\": run dlg-import");
	return 0;
}

int
notes_known(const struct record *note)
{
	return record_fault(
	    note, STATUS_FAULT,
	    "another note of this event has the same id: give each import "
	    "its own event (dlg-import -e)");
}

int
notes_add(struct notes *n, struct record *note)
{
	struct slice id, text;

	if (notes_check(note) < 0)
		return -1;
	id = record_str(note, F_ID);
	text = record_str(note, F_TEXT);
	if (!is_new(n, note, id))
		return notes_known(note);
	if (n->n == n->cap) {
		n->cap = n->cap + n->cap / 2 + 64;
		n->lines = mem_resize(n->lines, n->cap, sizeof(*n->lines));
		n->texts = mem_resize(n->texts, n->cap, sizeof(*n->texts));
		n->ids = mem_resize(n->ids, n->cap, sizeof(*n->ids));
		n->langs = mem_resize(n->langs, n->cap, sizeof(*n->langs));
		n->tables = mem_resize(n->tables, n->cap, sizeof(*n->tables));
	}
	n->lines[n->n] = pool_slice(&n->pool, note->raw);
	n->texts[n->n] = pool_slice(&n->pool, text);
	n->langs[n->n] = pool_slice(&n->pool, record_str(note, F_LANG));
	n->tables[n->n] = find_table(n, note);
	n->ids[n->n++] = pool_slice(&n->pool, id);
	return 0;
}

struct record *
notes_record(const struct notes *n, size_t i, struct record *r,
             struct buf *scratch)
{
	buf_reset(scratch);
	buf_slice(scratch, n->lines[i]);
	record_parse(r, buf_view(scratch));
	return r;
}

void
notes_free(struct notes *n)
{
	free(n->lines);
	free(n->texts);
	free(n->ids);
	free(n->langs);
	free(n->tables);
	map_free(&n->known);
	map_free(&n->places);
	pool_free(&n->pool);
}
