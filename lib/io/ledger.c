#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/ledger.h"
#include "io/ledger_parts.h"
#include "io/value.h"
#include "math/votemap.h"
#include "text/oneself.h"

void
ledger_init(struct ledger *l, const struct ledger_options *options)
{
	*l = (struct ledger){ .options = *options,
		              .k = VOTEMAP_LEAST,
		              .cues = cues_new(),
		              .stance = stance_new() };
	l->reader = reader_new(l->stance, l->cues);
	/* So that the words of a note without any are somewhere, too. */
	l->words = mem_grow(NULL, &l->words_cap, 1, sizeof(*l->words));
}

void
ledger_heed(struct ledger *l, size_t k)
{
	l->k = k > l->k ? k : l->k;
}

void
ledger_free(struct ledger *l)
{
	map_free(&l->notes);
	map_free(&l->events);
	map_free(&l->tables);
	map_free(&l->groups);
	map_free(&l->themes);
	map_free(&l->merged);
	free(l->merged_into);
	map_free(&l->marks);
	map_free(&l->voters);
	free(l->entries);
	free(l->themes_of);
	free(l->words);
	free(l->voter_group);
	free(l->casts);
	free(l->counted);
	free(l->rated);
	free(l->first_vote);
	free(l->labels);
	pool_free(&l->pool);
	buf_free(&l->key);
	buf_free(&l->text);
	letters_free(&l->letters);
	reader_free(l->reader);
	stance_free(l->stance);
	cues_free(l->cues);
}

/* Names within an event: its number in four bytes, then the name. */
enum { EVENT_BYTES = 4 };

/* The key of a name within an event, in l->key. */
static struct slice
key_of(struct ledger *l, uint32_t event, struct slice name)
{
	unsigned char bytes[EVENT_BYTES] = { (unsigned char)(event >> 24),
		                             (unsigned char)(event >> 16),
		                             (unsigned char)(event >> 8),
		                             (unsigned char)event };

	buf_reset(&l->key);
	buf_add(&l->key, bytes, EVENT_BYTES);
	buf_slice(&l->key, name);
	return buf_view(&l->key);
}

uint32_t
ledger_number(struct ledger *l, struct map *m, uint32_t event,
              struct slice name)
{
	return (uint32_t)map_add(m, key_of(l, event, name));
}

uint32_t
ledger_event(struct ledger *l, struct record *rec)
{
	struct slice s = record_str(rec, F_EVENT);

	if (s.p == NULL)
		s = SLICE("");
	if (l->events.n > 0 && slice_eq(s, map_key(&l->events, l->event)))
		return l->event;
	return l->event = (uint32_t)map_add(&l->events, s);
}

uint32_t
ledger_event_of(const struct map *m, size_t n)
{
	const unsigned char *p = (const unsigned char *)map_key(m, n).p;

	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

struct slice
ledger_name(const struct map *m, size_t n)
{
	struct slice s = map_key(m, n);

	return (struct slice){ s.p + EVENT_BYTES, s.len - EVENT_BYTES };
}

struct entry *
ledger_entry(struct ledger *l, uint32_t note)
{
	size_t n = note;

	while (l->entries_cap <= n) {
		size_t had = l->entries_cap;

		l->entries = mem_grow(l->entries, &l->entries_cap, n + 1,
		                      sizeof(*l->entries));
		memset(l->entries + had, 0,
		       (l->entries_cap - had) * sizeof(*l->entries));
	}
	return &l->entries[n];
}

struct slice
ledger_field(struct ledger *l, struct record *rec, const char *name,
             enum field usual)
{
	enum field f = name != NULL ? record_field(slice_of(name)) : usual;

	if (f != F_KNOWN)
		return record_str(rec, f);
	buf_reset(&l->text);
	return value_text(value_get(rec->raw, name), &l->text);
}

/* The number of a name in m; of an empty one none. */
static uint32_t
number_of(struct map *m, struct slice name)
{
	return name.p == NULL || name.len == 0 ? LEDGER_NONE :
	                                         (uint32_t)map_add(m, name);
}

static void
place(struct ledger *l, struct entry *e, struct record *rec)
{
	struct slice table = ledger_field(l, rec, l->options.table, F_TABLE);

	e->table = LEDGER_NONE;
	if (table.p != NULL && table.len > 0)
		e->table = ledger_number(l, &l->tables, e->event, table);
	e->group = number_of(&l->groups,
	                     ledger_field(l, rec, l->options.group, F_GROUP));
}

/* Whether the last of n themes is among those before. */
static bool
is_twice(const uint32_t *themes, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		if (themes[i] == themes[n - 1])
			return true;
	return false;
}

static int
add_themes(struct ledger *l, struct entry *e, struct record *rec)
{
	struct value_walk w = value_open(record_raw(rec, F_THEMES));
	uint32_t themes[LEDGER_THEMES];
	struct slice key, val;
	size_t n = 0;

	while (value_next(&w, &key, &val)) {
		struct slice id;

		buf_reset(&l->text);
		id = value_text(value_get(val, "id"), &l->text);
		if (id.p == NULL)
			return record_fault(rec, STATUS_FAULT,
			                    "a theme has no \"id\" string: run "
			                    "dlg-theme on it");
		if (n == LEDGER_THEMES)
			return record_fault(rec, STATUS_FAULT,
			                    "the note has over %d themes",
			                    LEDGER_THEMES);
		themes[n++] = (uint32_t)map_add(&l->themes, id);
		if (is_twice(themes, n))
			return record_fault(rec, STATUS_FAULT,
			                    "the note names a theme twice: run "
			                    "dlg-theme on it");
	}
	ledger_keep_themes(l, e, themes, n);
	return 0;
}

/* A note that opens with "Disagreement that" or "Agreed:" is so marked. */
static unsigned
opening(struct slice text, const struct cue_hit *divergence,
        const struct cue_hit *convergence)
{
	size_t at = 0;

	while (at < text.len && at < 3 && strchr("-*\"' ", text.p[at]) != NULL)
		at++;
	if (divergence->found && divergence->start <= at &&
	    cue_table[divergence->pattern].label)
		return ENTRY_MARKED_DIVERGENCE;
	if (convergence->found && convergence->start <= at &&
	    cue_table[convergence->pattern].label)
		return ENTRY_MARKED_AGREEMENT;
	return 0;
}

/* What the text tells: cues and stance. */
static int
read_text(struct ledger *l, struct entry *e, struct record *rec)
{
	struct slice text = record_str(rec, F_TEXT);
	struct cue_hit divergence, convergence;
	struct stance_words words;
	uint64_t patterns;

	if (!cues_speak(record_str(rec, F_LANG))) {
		e->flags |= ENTRY_NO_CUES;
		l->mute = true;
		return 0;
	}
	if (text.p == NULL)
		return 0;
	letters_read(&l->letters, text);
	reader_read(l->reader, &l->letters, &words, &patterns);
	if (cues_find(l->cues, text, patterns, &divergence, &convergence) < 0)
		return record_fault(rec, STATUS_FAULT,
		                    "the text is too long or too tangled for "
		                    "the patterns: split the note");
	/* A note that tells of divergence reports no agreement. */
	if (divergence.found || (e->flags & ENTRY_MARKED_DIVERGENCE))
		convergence.found = false;
	e->flags |= divergence.found ? ENTRY_DIVERGENCE : 0;
	e->flags |= convergence.found ? ENTRY_CONVERGENCE : 0;
	e->flags |= (uint16_t)opening(text, &divergence, &convergence);
	e->flags |= words.claim ? ENTRY_CLAIM : 0;
	e->flags |= oneself_told(text) ? ENTRY_ONESELF : 0;
	e->position = (int8_t)words.position;
	ledger_keep_words(l, e, words.v, words.n);
	return 0;
}

static void
read_mark(struct ledger *l, struct entry *e, struct record *rec)
{
	struct slice mark = record_str(rec, F_MARK);

	e->mark = number_of(&l->marks, mark);
	if (slice_is(mark, "divergence"))
		e->flags |= ENTRY_MARKED_DIVERGENCE;
	if (slice_is(mark, "agreement"))
		e->flags |= ENTRY_MARKED_AGREEMENT;
}

/* What a note says, into e. */
static int
read_note(struct ledger *l, struct entry *e, struct record *rec)
{
	place(l, e, rec);
	read_mark(l, e, rec);
	return add_themes(l, e, rec) < 0 ? -1 : read_text(l, e, rec);
}

static int
add_note(struct ledger *l, struct record *rec)
{
	struct slice id = record_str(rec, F_ID);
	struct entry e = { .event = ledger_event(l, rec), .flags = ENTRY_NOTE };
	struct entry *kept;
	uint32_t note;

	if (id.p == NULL || id.len == 0)
		return record_fault(rec, STATUS_FAULT,
		                    "a note without \"id\": dlg-import gives "
		                    "each one");
	map_await(&l->notes, key_of(l, e.event, id));
	if (read_note(l, &e, rec) < 0)
		return -1;
	note = ledger_number(l, &l->notes, e.event, id);
	kept = ledger_entry(l, note);
	if (kept->flags & ENTRY_NOTE)
		return record_fault(rec, STATUS_FAULT,
		                    "two notes of the event have this id: was "
		                    "a file given twice?");
	e.flags |= kept->flags;
	*kept = e;
	return ledger_votes_of_note(l, note, rec);
}

/* One id may stand for one theme only, in however many streams. */
static int
keep_label(struct ledger *l, size_t theme, struct record *rec)
{
	struct slice label = record_str(rec, F_LABEL);
	size_t had = l->labels_cap;

	l->labels =
	    mem_grow(l->labels, &l->labels_cap, theme + 1, sizeof(label));
	for (size_t i = had; i < l->labels_cap; i++)
		l->labels[i] = (struct slice){ NULL, 0 };
	if (l->labels[theme].p == NULL)
		l->labels[theme] = pool_slice(&l->pool, label);
	else if (!slice_eq(l->labels[theme], label))
		return record_fault(rec, STATUS_FAULT,
		                    "two themes have this id: run dlg-theme "
		                    "on all the notes together");
	return 0;
}

/* Which earlier themes a theme is made of. */
static void
keep_merged(struct ledger *l, uint32_t theme, struct record *rec)
{
	struct value_walk w = value_open(value_get(rec->raw, "merged_from"));
	struct slice key, val;

	while (value_next(&w, &key, &val)) {
		struct slice id;
		size_t n;

		buf_reset(&l->text);
		id = value_text(val, &l->text);
		if (id.p == NULL)
			continue;
		n = map_add(&l->merged, id);
		l->merged_into = mem_grow(l->merged_into, &l->merged_cap, n + 1,
		                          sizeof(*l->merged_into));
		l->merged_into[n] = theme;
	}
}

static int
add_theme(struct ledger *l, struct record *rec)
{
	struct slice id = record_str(rec, F_ID);
	size_t theme;

	if (id.p == NULL || id.len == 0)
		return record_fault(rec, STATUS_FAULT,
		                    "a theme without \"id\"");
	theme = map_add(&l->themes, id);
	keep_merged(l, (uint32_t)theme, rec);
	return keep_label(l, theme, rec);
}

int
ledger_add(struct ledger *l, struct record *rec)
{
	switch (rec->type) {
	case TYPE_NOTE:
		return add_note(l, rec);
	case TYPE_VOTE:
		return ledger_add_vote(l, rec);
	case TYPE_AUDIT:
		ledger_heed(l, value_count(value_get(rec->raw, "k")));
		return 0;
	case TYPE_THEME:
		return add_theme(l, rec);
	default:
		return 0;
	}
}
