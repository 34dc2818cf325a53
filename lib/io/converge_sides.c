#include "io/finding_parts.h"
#include "io/scan.h"

/* One of the positions: the notes of a side, and their groups. */
static void
put_position(struct inquiry *w, const struct segment *s, int side)
{
	struct buf *b = &w->line;
	bool first = true;

	buf_addf(b, "%s{\"side\":\"%s\",\"notes\":[", side > 0 ? "" : ",",
	         side > 0 ? "for" : "against");
	for (size_t i = 0; i < s->n; i++) {
		if (w->side[i] != side)
			continue;
		if (!first)
			buf_addc(b, ',');
		first = false;
		segment_quote_note(w, s, s->notes[i]);
	}
	buf_addc(b, ']');
	segment_put_groups(w, s, side, "groups");
	buf_addc(b, '}');
}

/*
 * If the sides are not those of the stance: who would keep what it is about,
 * and who drop it. Return whether there are both.
 */
static bool
take_positions(struct inquiry *w, const struct segment *s)
{
	bool keep = false, drop = false;

	segment_positions(w, s);
	for (size_t i = 0; i < s->n; i++) {
		keep |= w->side[i] > 0;
		drop |= w->side[i] < 0;
	}
	return keep && drop;
}

/* The two sides of a dispute that one note reports of another. */
static void
put_dispute(struct inquiry *w, const struct segment *s, const struct tension *t)
{
	bool turned = !inquiry_disputes(w, t->b, t->a);
	uint32_t side[2] = { turned ? t->b : t->a, turned ? t->a : t->b };
	struct buf *b = &w->line;

	jsonput_key(b, "positions");
	for (int i = 0; i < 2; i++) {
		const struct entry *e = inquiry_entry(w, side[i]);

		buf_addf(b, "%s{\"side\":\"%s\",\"notes\":[", i ? "," : "[",
		         i ? "against" : "for");
		segment_quote_note(w, s, side[i]);
		buf_adds(b, "],\"groups\":{");
		if (e->group != LEDGER_NONE) {
			scan_quote(b, map_key(&w->l->groups, e->group));
			buf_adds(b, ":1");
		}
		buf_adds(b, "}}");
	}
	buf_addc(b, ']');
}

/* What tells the sides apart: not always what counts.stance counts. */
static void
put_sides_by(struct inquiry *w, const char *by)
{
	jsonput_text(&w->line, "sides_by", slice_of(by));
}

void
segment_put_positions(struct inquiry *w, const struct segment *s)
{
	bool stance = s->basis == BASIS_STANCE;
	struct buf *b = &w->line;

	if (s->ruling.verdict != RULING_CONTESTED)
		return;
	if (s->ntensions > 0 && s->tensions[0].dispute) {
		put_dispute(w, s, &s->tensions[0]);
		put_sides_by(w, "dispute");
	} else if (stance ? segment_sides(w, s) > 0 : take_positions(w, s)) {
		jsonput_key(b, "positions");
		buf_addc(b, '[');
		put_position(w, s, 1);
		put_position(w, s, -1);
		buf_addc(b, ']');
		put_sides_by(w, stance ? "stance" : "keep or drop");
	}
}

void
segment_put_tensions(struct inquiry *w, const struct segment *s)
{
	struct buf *b = &w->line, why = BUF_INIT;

	jsonput_key(b, "tensions");
	buf_addc(b, '[');
	for (size_t i = 0; i < s->ntensions; i++) {
		const struct tension *t = &s->tensions[i];

		buf_adds(b, i > 0 ? ",{\"a\":" : "{\"a\":");
		segment_quote_note(w, s, t->a);
		buf_adds(b, ",\"b\":");
		segment_quote_note(w, s, t->b);
		buf_adds(b, ",\"reason\":");
		buf_reset(&why);
		tension_reason(w, t, &why);
		scan_quote(b, buf_view(&why));
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
	if (s->compared < s->n)
		buf_addf(b, ",\"compared\":{\"notes\":%zu,\"of\":%zu}",
		         s->compared, s->n);
	buf_free(&why);
}
