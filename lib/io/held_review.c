/* What a curator should know of the cells, and notes to be looked at again. */
#include <stdlib.h>

#include "base/mem.h"
#include "data/lexicon.h"
#include "io/held.h"
#include "io/held_parts.h"

static void
say(struct out *o, struct buf *b)
{
	buf_addc(b, '\n');
	out_put(o, b->data, b->len);
	buf_reset(b);
}

static void
explain_event(const struct held *h, const struct held_event *e, struct out *o)
{
	static const char *const basis[] = {
		[BASIS_NOTHING] = "no field tells of people",
		[BASIS_ROSTER] = "people counted by the roster",
		[BASIS_SPEAKERS] = "people counted by the speakers of notes",
		[BASIS_NOTES] = "notes counted, for want of a roster",
	};
	struct buf b = BUF_INIT;

	buf_adds(&b, "event ");
	buf_slice(&b, e->name);
	buf_addf(&b, ": k %zu, %s, cost %.2f", h->options->k, basis[e->basis],
	         e->cost);
	say(o, &b);
	for (size_t c = 0; c < h->ncells; c++) {
		enum field f = h->cell_fields[c];

		buf_addf(&b, "  %s: level %zu, generalised %zu, left out %zu",
		         record_field_name(f), e->level[c], e->generalised[f],
		         e->suppressed[f]);
		say(o, &b);
	}
	buf_free(&b);
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
		         lex_level(v->what) == 0;
		when |= (v->what & CUE_MONTH) != 0;
	}
	return once >= 2 || (place && when && w->digits > 0);
}

/* Both passes over the notes of an event that are published. */
static void
review_event(struct held *h, uint32_t event, struct out *o)
{
	struct held_view view;
	struct rare rare = { .words = MAP_INIT };
	struct words words = WORDS_INIT;
	struct buf b = BUF_INIT;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < h->nnotes; i++) {
			struct held_note *note = &h->notes[i];

			if (note->event != event || note->withheld)
				continue;
			held_note_open(note, &view);
			words_find(&words, held_text(h, &view),
			           &h->roster->lexicon);
			if (pass == 0) {
				count_words(&rare, &words, (uint32_t)i);
			} else if (is_rare(&rare, &words)) {
				buf_adds(&b, "  look again at note ");
				buf_slice(&b, held_id(h, note));
				buf_addf(&b, " (n%u): rare content",
				         note->number);
				say(o, &b);
			}
		}
	map_free(&rare.words);
	free(rare.notes);
	free(rare.last);
	words_free(&words);
	buf_free(&b);
}

/* Groups and tables all of whose notes carry the same mark. */
static void
review_sameness(struct held *h, uint32_t event, size_t c, struct out *o)
{
	struct held_view view;
	struct map values = MAP_INIT, marks = MAP_INIT;
	size_t *count = mem_zalloc(h->nnotes + 1, sizeof(*count));
	size_t *mark = mem_zalloc(h->nnotes + 1, sizeof(*mark));
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < h->nnotes; i++) {
		const struct held_note *note = &h->notes[i];
		size_t known = values.n, n, m;
		struct slice value, said;

		if (note->event != event || note->withheld ||
		    !(note->cells & 1u << c))
			continue;
		held_note_open(note, &view);
		value = held_said(h, &view, h->cell_fields[c]);
		said = held_said(h, &view, F_MARK);
		if (value.len == 0)
			continue;
		n = map_add(&values, value);
		m = map_add(&marks, said);
		if (n == known)
			mark[n] = m;
		if (mark[n] != m || said.len == 0)
			mark[n] = MAP_NONE;
		count[n]++;
	}
	for (size_t n = 0; n < values.n; n++)
		if (count[n] >= 3 && mark[n] != MAP_NONE) {
			buf_addf(&b, "  look again at %s ",
			         record_field_name(h->cell_fields[c]));
			buf_slice(&b, map_key(&values, n));
			buf_addf(&b, ": all its %zu notes have one mark",
			         count[n]);
			say(o, &b);
		}
	map_free(&values);
	map_free(&marks);
	free(count);
	free(mark);
	buf_free(&b);
}

void
held_explain(struct held *h)
{
	struct out o;

	if (h->options->explain == NULL)
		return;
	out_open(&o, h->options->explain, 0600);
	for (size_t i = 0; i < h->event_names.n; i++) {
		uint32_t event = held_event_at(h, i);

		explain_event(h, &h->events[event], &o);
		for (size_t c = 0; c < h->ncells; c++)
			review_sameness(h, event, c, &o);
		review_event(h, event, &o);
	}
	out_close(&o);
}
