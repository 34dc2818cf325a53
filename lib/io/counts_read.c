#include <jansson.h>

#include "base/mem.h"
#include "io/counts.h"
#include "io/ledger_parts.h"

static int
bad(const struct record *rec)
{
	return record_fault(rec, STATUS_FAULT,
	                    "not a count that dlg-converge --counts wrote");
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
	e->flags = (uint8_t)json_integer_value(json_object_get(o, "signs"));
	e->position =
	    (int8_t)json_integer_value(json_object_get(o, "position"));
	l->mute |= (e->flags & ENTRY_NO_CUES) != 0;
	return e->flags & ENTRY_NOTE ? 0 : -1;
}

static uint32_t
count_at(const json_t *note, size_t i)
{
	return (uint32_t)json_integer_value(json_array_get(note, i));
}

/* Each note has a list of its own, even if the cell's are the same. */
static int
read_themes(struct ledger *l, const json_t *themes, struct entry *e)
{
	json_t *t;
	size_t i;

	e->theme = (uint32_t)l->nthemes_of;
	e->nthemes = (uint32_t)json_array_size(themes);
	json_array_foreach(themes, i, t)
	{
		if (!json_is_string(t))
			return -1;
		l->themes_of = mem_grow(l->themes_of, &l->themes_of_cap,
		                        l->nthemes_of + 1, sizeof(uint32_t));
		l->themes_of[l->nthemes_of++] =
		    (uint32_t)map_add(&l->themes, text_of(t));
	}
	return 0;
}

static int
read_note(struct ledger *l, const struct record *rec, const json_t *j,
          const json_t *themes, struct entry e)
{
	struct slice id = text_of(json_array_get(j, 0));
	json_t *words = json_array_get(j, 1), *w;
	uint32_t note;
	size_t i;

	if (id.p == NULL || !json_is_array(words))
		return bad(rec);
	note = ledger_number(l, &l->notes, e.event, id);
	if (ledger_entry(l, note)->flags & ENTRY_NOTE)
		return record_fault(rec, STATUS_FAULT,
		                    "two notes of the event have this id: was "
		                    "a file given twice?");
	if (read_themes(l, themes, &e) < 0)
		return bad(rec);
	e.sense = (uint32_t)l->nsenses;
	e.nsense = (uint32_t)json_array_size(words);
	json_array_foreach(words, i, w)
	{
		l->senses = mem_grow(l->senses, &l->senses_cap, l->nsenses + 1,
		                     sizeof(*l->senses));
		l->senses[l->nsenses++] = (uint32_t)json_integer_value(w);
	}
	e.rating = (uint8_t)count_at(j, 2);
	e.flags |= ledger_entry(l, note)->flags;
	if (json_array_size(j) == 6) {
		l->counted = mem_grow(l->counted, &l->counted_cap,
		                      l->ncounted + 1, sizeof(*l->counted));
		l->counted[l->ncounted++] = (struct inline_votes){
			note,
			{ count_at(j, 3), count_at(j, 4), count_at(j, 5) },
		};
		e.flags |= ENTRY_VOTED;
	}
	*ledger_entry(l, note) = e;
	return 0;
}

static int
read_vote(struct ledger *l, const struct record *rec, const json_t *j,
          uint32_t event, uint32_t voter)
{
	struct slice id = text_of(json_array_get(j, 0));
	json_int_t value = json_integer_value(json_array_get(j, 1));
	json_t *time = json_array_get(j, 2);
	uint32_t note;

	if (id.p == NULL || value < -1 || value > 1)
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
	uint32_t rating = count_at(j, 1), note;

	if (id.p == NULL || who.p == NULL || rating < 1 ||
	    rating > l->options.scale)
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
read_record(struct ledger *l, struct record *rec, const json_t *o)
{
	uint32_t event = ledger_event(l, rec);
	json_t *votes = json_object_get(o, "votes"), *j;
	struct slice who = text_of(json_object_get(o, "voter"));
	struct entry e;
	size_t i;

	if (json_integer_value(json_object_get(o, "words")) !=
	    (json_int_t)stance_known(l->stance))
		return record_fault(rec, STATUS_FAULT,
		                    "counts of another dlg-converge: write "
		                    "them again with this one");
	if (who.p != NULL) {
		uint32_t voter = ledger_number(l, &l->voters, event, who);

		ledger_group_voter(l, voter,
		                   text_of(json_object_get(o, "group")));
		json_array_foreach(votes, i,
		                   j) if (read_vote(l, rec, j, event, voter) <
		                          0) return -1;
		return 0;
	}
	if (json_object_get(o, "rated") != NULL)
		return read_rated(l, rec, json_object_get(o, "rated"), event);
	if (read_cell(l, o, event, &e) < 0)
		return bad(rec);
	json_array_foreach(json_object_get(o, "notes"), i,
	                   j) if (read_note(l, rec, j,
	                                    json_object_get(o, "themes"),
	                                    e) < 0) return -1;
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
