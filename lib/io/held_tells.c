/* What notes tell of their speakers, as it came, before k is asked of it. */
#include "base/mem.h"
#include "io/held_parts.h"

void
held_cells_fields(struct held *h)
{
	static const enum field may[] = { F_TABLE, F_ROUND, F_QUESTION,
		                          F_DATE,  F_GROUP, F_LANG,
		                          F_ROLE,  F_ORG,   F_PLACE };

	for (size_t i = 0; i < sizeof(may) / sizeof(*may); i++)
		if (i < 6 || h->options->keep[may[i]])
			h->cell_fields[h->ncells++] = may[i];
	for (size_t k = 0; k < HELD_FIELDS; k++)
		for (h->cell_at[k] = 0;
		     h->cell_at[k] < h->ncells &&
		     h->cell_fields[h->cell_at[k]] != held_fields[k];)
			h->cell_at[k]++;
	h->levels = 1;
	if (h->options->hierarchy != NULL)
		h->levels += h->options->hierarchy->levels;
}

/* The value of a field, levels up. */
struct slice
held_general(const struct held *h, enum field f, struct slice value,
             size_t levels)
{
	if (h->options->hierarchy == NULL || levels == 0)
		return value;
	return hierarchy_up(h->options->hierarchy,
	                    slice_of(record_field_name(f)), value, levels);
}

/* The people of the roster, under all names that it gives them. */
static size_t
add_listed(struct held *h, size_t row)
{
	const struct slice *v = h->roster->people[row].v;
	struct slice last = v[ROSTER_LAST];
	struct buf *b = &h->text;
	size_t name;

	buf_reset(b);
	buf_slice(b, v[ROSTER_FIRST]);
	buf_addc(b, ' ');
	buf_slice(b, last);
	if (v[ROSTER_FIRST].len == 0 || last.len == 0) {
		buf_addc(b, ' ');
		buf_slice(b, v[ROSTER_NAME]);
	}
	name = persons_add(&h->persons, buf_view(b));
	if (v[ROSTER_NICK].len > 0 && last.len > 0) {
		buf_reset(b);
		buf_slice(b, v[ROSTER_NICK]);
		buf_addc(b, ' ');
		buf_slice(b, last);
		persons_join(&h->persons, name,
		             persons_add(&h->persons, buf_view(b)));
	}
	return name;
}

void
held_people_settle(struct held *h)
{
	uint32_t *listed = mem_alloc((h->roster->n + 1) * sizeof(*listed));

	for (size_t i = 0; i < h->roster->n; i++)
		listed[i] = h->roster->people[i].absent ?
		                0 :
		                (uint32_t)add_listed(h, i);
	persons_settle(&h->persons);
	for (size_t i = 0; i < h->roster->n; i++)
		listed[i] = h->roster->people[i].absent ?
		                0 :
		                persons_who(&h->persons, listed[i]);
	h->listed = listed;
	for (size_t i = 0; i < h->nnotes; i++)
		if (h->speakers[i] != 0)
			h->speakers[i] =
			    persons_who(&h->persons, h->speakers[i] - 1);
}

/* Who said the note read last. */
void
held_cells_take(struct held *h, struct record *rec)
{
	size_t n = h->nnotes - 1;
	struct slice name = record_str(rec, F_SPEAKER);

	h->speakers = mem_grow(h->speakers, &h->speakers_cap, h->nnotes,
	                       sizeof(*h->speakers));
	h->speakers[n] = 0;
	if (name.len > 0) {
		size_t number = persons_add(&h->persons, name);

		h->speakers[n] = (uint32_t)number + 1;
		held_speaker_take(h, number, rec);
	}
}
