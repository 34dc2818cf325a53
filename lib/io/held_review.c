/* What a curator should know of the cells, and notes to be looked at again. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/lexicon.h"
#include "io/held.h"
#include "io/held_parts.h"

/* Notes are looked through whatever it costs, up to so many. */
enum { UNASKED = 20000 };

static void
explain_event(const struct held *h, const struct held_event *e, struct buf *b)
{
	static const char *const basis[] = {
		[BASIS_NOTHING] = "no field tells of people",
		[BASIS_ROSTER] = "people counted by the roster",
		[BASIS_SPEAKERS] = "people counted by the speakers of notes",
		[BASIS_NOTES] =
		    "notes counted, for no list or speaker tells who",
	};
	buf_adds(b, "event ");
	buf_slice(b, e->name);
	buf_addf(b, ": k %zu, %s, cost %.2f\n", h->options->k, basis[e->basis],
	         e->cost);
	for (size_t c = 0; c < h->ncells; c++) {
		enum field f = h->cell_fields[c];

		buf_addf(b, "  %s: level %zu, generalised %zu, left out %zu\n",
		         record_field_name(f), e->level[c], e->generalised[f],
		         e->suppressed[f]);
	}
}

/* Words of the texts of an event, and how many notes hold each. */
struct rare {
	struct map words; /* hashes, 8 bytes each */
	uint32_t *notes;
	uint32_t *last;
	size_t cap, last_cap;
};

static void
count_words(struct rare *r, const struct words *w, uint32_t note)
{
	for (size_t i = 0; i < w->n; i++) {
		struct slice key = { (const char *)&w->v[i].hash, 8 };
		size_t known = r->words.n, n = map_add(&r->words, key);

		r->notes =
		    mem_grow(r->notes, &r->cap, r->words.n, sizeof(*r->notes));
		r->last = mem_grow(r->last, &r->last_cap, r->words.n,
		                   sizeof(*r->last));
		if (n == known)
			r->notes[n] = r->last[n] = 0;
		r->notes[n] += r->last[n] != note + 1;
		r->last[n] = note + 1;
	}
}

/* Whether two rare terms, or a number, a place and a date, meet in a text. */
static bool
is_rare(const struct rare *r, const struct words *w)
{
	size_t once = 0;
	bool place = false, when = false;

	for (size_t i = 0; i < w->n; i++) {
		const struct word *v = &w->v[i];
		struct slice key = { (const char *)&v->hash, 8 };
		size_t n = map_find(&r->words, key);

		/* NOLINTNEXTLINE: the map counts notes */
		once += n != MAP_NONE && r->notes[n] == 1 && v->letters > 3 &&
		        (lex_level(v->what) == 0 || lex_level(v->what) > 5);
		place |= v->shape & SHAPE_CAP && lex_place(v->what) >= 1 &&
		         (lex_level(v->what) == 0 || lex_level(v->what) > 5);
		when |= (v->what & CUE_MONTH) != 0;
	}
	return once >= 2 || (place && when && w->digits > 0);
}

/* The text of a note as it is published, its words in words. */
static void
read_note(struct held *h, const struct held_note *note, struct words *words)
{
	struct held_view view;
	struct slice text;

	held_note_open(note, &view);
	text = held_text(h, &view);
	buf_reset(&h->text);
	spans_write(&h->text, text, h->spans + note->span, note->nspans, NULL);
	words_find(words, buf_view(&h->text), &h->roster->lexicon);
}

static void
look_again(struct held *h, const struct held_note *note, struct buf *b,
           const char *why)
{
	buf_adds(b, "  look again at note ");
	buf_slice(b, held_id(h, note));
	buf_addf(b, " (n%u): %s\n", note->number, why);
}

/* Both passes over the notes of an event that are published. */
static void
review_event(struct held *h, uint32_t event, struct buf *b)
{
	struct held_event *e = &h->events[event];
	struct rare rare = { .words = MAP_INIT };
	struct words words = WORDS_INIT;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < h->nnotes; i++) {
			struct held_note *note = &h->notes[i];

			if (note->event != event || note->withheld)
				continue;
			read_note(h, note, &words);
			if (pass == 0) {
				count_words(&rare, &words, (uint32_t)i);
				continue;
			}
			if (is_rare(&rare, &words)) {
				e->review[REVIEW_RARE]++;
				look_again(h, note, b, "rare content");
			}
			if (h->options->spoken != NULL &&
			    quoted_in(h->options->spoken, &words)) {
				e->review[REVIEW_QUOTE]++;
				look_again(h, note, b,
				           "ten words in a row of a public "
				           "text");
			}
		}
	map_free(&rare.words);
	free(rare.notes);
	free(rare.last);
	words_free(&words);
}

/* How many notes of a class there are, and the mark they share, if they do. */
struct class
{
	size_t notes, mark;
};

/* What a note of an event says in a cell field, as published; or nothing. */
static struct slice
class_of(struct held *h, const struct held_note *note, size_t c,
         struct slice *mark)
{
	enum field f = h->cell_fields[c];
	struct held_view view;
	size_t k = 0;

	held_note_open(note, &view);
	while (held_fields[k] != f)
		k++;
	*mark = held_said(h, &view, F_MARK);
	if (!(note->cells & 1u << c) || !(view.has >> k & 1))
		return (struct slice){ NULL, 0 };
	return h->said[f]
	    .v[held_cell_put(h, note->event, c, view.number[k])]
	    .text;
}

/* Classes of three notes or more that carry the same mark. */
static void
review_sameness(struct held *h, uint32_t event, size_t c, struct buf *b)
{
	struct map values = MAP_INIT, marks = MAP_INIT;
	struct class *v = mem_zalloc(h->nnotes + 1, sizeof(*v));

	for (size_t i = 0; i < h->nnotes; i++) {
		const struct held_note *note = &h->notes[i];
		size_t known = values.n, n, m;
		struct slice value, mark;

		if (note->event != event || note->withheld)
			continue;
		value = class_of(h, note, c, &mark);
		if (value.len == 0)
			continue;
		n = map_add(&values, value);
		m = map_add(&marks, mark);
		if (n == known)
			v[n].mark = m;
		if (v[n].mark != m || mark.len == 0)
			v[n].mark = MAP_NONE;
		v[n].notes++;
	}
	for (size_t n = 0; values.n > 1 && n < values.n; n++)
		if (v[n].notes >= 3 && v[n].mark != MAP_NONE) {
			h->events[event].review[REVIEW_SAME]++;
			buf_addf(b, "  look again at %s ",
			         record_field_name(h->cell_fields[c]));
			buf_slice(b, map_key(&values, n));
			buf_addf(b, ": all its %zu notes have one mark\n",
			         v[n].notes);
		}
	map_free(&values);
	map_free(&marks);
	free(v);
}

void
held_review(struct held *h)
{
	struct buf b = BUF_INIT;

	if (h->nnotes > UNASKED && h->options->explain == NULL &&
	    h->options->spoken == NULL)
		return;
	for (uint32_t i = 0; i < h->event_names.n; i++) {
		struct held_event *e = &h->events[i];

		if (e->rule != RULE_CHATHAM)
			continue;
		buf_reset(&b);
		for (size_t c = 0; c < h->ncells; c++)
			review_sameness(h, i, c, &b);
		review_event(h, i, &b);
		e->look_again = pool_slice(&h->pool, buf_view(&b));
		e->reviewed = true;
	}
	buf_free(&b);
}

void
held_explain(struct held *h)
{
	struct buf b = BUF_INIT;
	struct out o;

	if (h->options->explain == NULL)
		return;
	out_open(&o, h->options->explain, 0600);
	for (size_t i = 0; i < h->event_names.n; i++) {
		const struct held_event *e = &h->events[held_event_at(h, i)];

		buf_reset(&b);
		explain_event(h, e, &b);
		out_put(&o, b.data, b.len);
		out_put(&o, e->look_again.p, e->look_again.len);
	}
	out_close(&o);
	buf_free(&b);
}
