#include <jansson.h>

#include "base/mem.h"
#include "io/counts.h"
#include "io/ledger_parts.h"

enum { COUNT_MOST = 999999999 };

static int
bad(const struct record *rec)
{
	return record_fault(rec, STATUS_FAULT,
	                    "not a count that dlg-converge --counts wrote");
}

/* A whole number of least to most at key of an object, 0 if there is none. */
static bool
read_int(const json_t *j, json_int_t least, json_int_t most, json_int_t *n)
{
	*n = json_integer_value(j);
	return j == NULL || (json_is_integer(j) && *n >= least && *n <= most);
}

static struct slice
text_of(const json_t *j)
{
	if (!json_is_string(j))
		return (struct slice){ NULL, 0 };
	return (struct slice){ json_string_value(j), json_string_length(j) };
}

/* What a cell's notes have in common, as an entry. */
static int
read_cell(struct ledger *l, const json_t *o, uint32_t event, struct entry *e)
{
	struct slice table = text_of(json_object_get(o, "table"));
	struct slice group = text_of(json_object_get(o, "group"));
	struct slice mark = text_of(json_object_get(o, "mark"));
	json_int_t signs, position;

	*e = (struct entry){ .event = event,
		             .table = LEDGER_NONE,
		             .group = LEDGER_NONE,
		             .mark = LEDGER_NONE };
	if (table.p != NULL)
		e->table = ledger_number(l, &l->tables, event, table);
	if (group.p != NULL)
		e->group = (uint32_t)map_add(&l->groups, group);
	if (mark.p != NULL)
		e->mark = (uint32_t)map_add(&l->marks, mark);
	if (!read_int(json_object_get(o, "signs"), 0, UINT16_MAX, &signs) ||
	    !read_int(json_object_get(o, "position"), -1, 1, &position))
		return -1;
	e->flags = (uint16_t)signs;
	e->position = (int8_t)position;
	l->mute |= (e->flags & ENTRY_NO_CUES) != 0;
	return e->flags & ENTRY_NOTE ? 0 : -1;
}

/* The count at i of a note, 0 if there is none; false if it is no count. */
static bool
count_at(const json_t *note, size_t i, json_int_t most, uint32_t *count)
{
	json_int_t n;
	bool good = read_int(json_array_get(note, i), 0, most, &n);

	*count = (uint32_t)n;
	return good;
}

/* The themes of a cell are those of each of its notes. */
static int
read_themes(struct ledger *l, const json_t *themes, struct entry *e)
{
	uint32_t v[LEDGER_THEMES];
	size_t n = json_array_size(themes);

	if (n > LEDGER_THEMES)
		return -1;
	for (size_t i = 0; i < n; i++) {
		const json_t *t = json_array_get(themes, i);

		if (!json_is_string(t))
			return -1;
		v[i] = (uint32_t)map_add(&l->themes, text_of(t));
	}
	ledger_keep_themes(l, e, v, n);
	return 0;
}

/* The words of a note, as they are told. */
static int
read_words(struct ledger *l, const json_t *words, struct entry *e)
{
	uint32_t v[STANCE_WORDS];
	size_t n = json_array_size(words);

	if (n > STANCE_WORDS)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (!count_at(words, i, UINT32_MAX, &v[i]) ||
		    (i > 0 && v[i] <= v[i - 1]))
			return -1;
	ledger_keep_words(l, e, v, n);
	return 0;
}

/* The votes that a note brought with it, and its rating. */
static int
read_brought(struct ledger *l, const json_t *j, uint32_t note, struct entry *e)
{
	struct inline_votes v = { .note = note };
	uint32_t rating;

	if (!count_at(j, 2, (json_int_t)l->options.scale, &rating))
		return -1;
	e->rating = (uint8_t)rating;
	if (json_array_size(j) != 6)
		return 0;
	if (!count_at(j, 3, COUNT_MOST, &v.votes.agree) ||
	    !count_at(j, 4, COUNT_MOST, &v.votes.disagree) ||
	    !count_at(j, 5, COUNT_MOST, &v.votes.pass))
		return -1;
	l->counted =
	    mem_grow(l->counted, &l->counted_cap, l->ncounted + 1, sizeof(v));
	l->counted[l->ncounted++] = v;
	e->flags |= ENTRY_VOTED;
	return 0;
}

static int
read_note(struct ledger *l, const struct record *rec, const json_t *j,
          const json_t *themes, struct entry e)
{
	struct slice id = text_of(json_array_get(j, 0));
	const json_t *words = json_array_get(j, 1);
	uint32_t note;

	if (id.p == NULL || !json_is_array(words))
		return bad(rec);
	note = ledger_number(l, &l->notes, e.event, id);
	if (ledger_entry(l, note)->flags & ENTRY_NOTE)
		return record_fault(rec, STATUS_FAULT,
		                    "two notes of the event have this id: was "
		                    "a file given twice?");
	e.flags |= ledger_entry(l, note)->flags;
	if (read_themes(l, themes, &e) < 0 || read_words(l, words, &e) < 0 ||
	    read_brought(l, j, note, &e) < 0)
		return bad(rec);
	*ledger_entry(l, note) = e;
	return 0;
}

static int
read_vote(struct ledger *l, const struct record *rec, const json_t *j,
          uint32_t event, uint32_t voter)
{
	struct slice id = text_of(json_array_get(j, 0));
	json_int_t value;
	json_t *time = json_array_get(j, 2);
	uint32_t note;

	if (id.p == NULL || !read_int(json_array_get(j, 1), -1, 1, &value))
		return bad(rec);
	note = ledger_number(l, &l->notes, event, id);
	ledger_entry(l, note)->flags |= ENTRY_VOTED;
	l->entries[note].event = event;
	ledger_voted(l, note, rec);
	l->casts =
	    mem_grow(l->casts, &l->casts_cap, l->ncasts + 1, sizeof(*l->casts));
	l->casts[l->ncasts++] =
	    (struct cast){ voter, BALLOT_CAST(note, value),
		           json_is_integer(time) ? json_integer_value(time) :
		                                   INT64_MIN };
	return 0;
}

static int
read_rated(struct ledger *l, const struct record *rec, const json_t *j,
           uint32_t event)
{
	struct slice id = text_of(json_array_get(j, 0));
	struct slice who = text_of(json_array_get(j, 2));
	json_t *time = json_array_get(j, 3);
	uint32_t rating, note;

	if (id.p == NULL || who.p == NULL ||
	    !count_at(j, 1, (json_int_t)l->options.scale, &rating) ||
	    rating < 1)
		return bad(rec);
	note = ledger_number(l, &l->notes, event, id);
	ledger_entry(l, note)->flags |= ENTRY_VOTED;
	l->entries[note].event = event;
	ledger_voted(l, note, rec);
	ledger_rated(
	    l, &(struct rated){
		   note, ledger_number(l, &l->voters, event, who),
		   json_is_integer(time) ? json_integer_value(time) : INT64_MIN,
		   rating });
	return 0;
}

static int
read_k(struct ledger *l, const struct record *rec, const json_t *j)
{
	json_int_t k;

	if (!read_int(j, 1, COUNT_MOST, &k))
		return bad(rec);
	ledger_heed(l, (size_t)k);
	return 0;
}

static int
read_record(struct ledger *l, struct record *rec, const json_t *o)
{
	uint32_t event;
	const json_t *votes = json_object_get(o, "votes");
	const json_t *notes = json_object_get(o, "notes");
	struct slice who = text_of(json_object_get(o, "voter"));
	struct entry e;

	if (json_integer_value(json_object_get(o, "words")) !=
	    (json_int_t)stance_known())
		return record_fault(rec, STATUS_FAULT,
		                    "counts of another dlg-converge: write "
		                    "them again with this one");
	if (json_object_get(o, "k") != NULL)
		return read_k(l, rec, json_object_get(o, "k"));
	event = ledger_event(l, rec);
	if (who.p != NULL) {
		uint32_t voter = ledger_number(l, &l->voters, event, who);

		ledger_group_voter(l, voter,
		                   text_of(json_object_get(o, "group")));
		for (size_t i = 0; i < json_array_size(votes); i++)
			if (read_vote(l, rec, json_array_get(votes, i), event,
			              voter) < 0)
				return -1;
		return 0;
	}
	if (json_object_get(o, "rated") != NULL)
		return read_rated(l, rec, json_object_get(o, "rated"), event);
	if (read_cell(l, o, event, &e) < 0)
		return bad(rec);
	for (size_t i = 0; i < json_array_size(notes); i++)
		if (read_note(l, rec, json_array_get(notes, i),
		              json_object_get(o, "themes"), e) < 0)
			return -1;
	return 0;
}

int
counts_add(struct ledger *l, struct record *rec)
{
	json_t *o;
	int status;

	if (!slice_is(record_str(rec, F_TYPE), "count"))
		return bad(rec);
	o = record_load(rec);
	status = o != NULL ? read_record(l, rec, o) : bad(rec);

	json_decref(o);
	return status;
}
