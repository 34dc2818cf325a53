#include "io/themes.h"

#include <stdlib.h>

#include "io/jsonput.h"

static void
put_theme(const struct theme *t, struct buf *b, struct out *o)
{
	buf_reset(b);
	buf_adds(b, "{\"type\":\"theme\",\"id\":");
	scan_quote(b, t->id);
	jsonput_text(b, "label", t->label);
	jsonput_list(b, "terms", t->terms, t->nterms);
	buf_addf(b, ",\"notes\":%zu", t->notes);
	if (t->medoid.len > 0)
		jsonput_text(b, "medoid", t->medoid);
	if (t->parent.len > 0)
		jsonput_text(b, "parent", t->parent);
	if (t->nmerged > 0)
		jsonput_list(b, "merged_from", t->merged, t->nmerged);
	if (t->code.len > 0)
		jsonput_text(b, "code", t->code);
	if (t->children > 0)
		buf_addf(b, ",\"children\":%zu", t->children);
	if (t->is_new)
		buf_adds(b, ",\"new\":true");
	buf_addc(b, '}');
	record_put_raw(o, buf_view(b));
}

void
themes_put(const struct themes *t, struct out *o)
{
	struct buf b = BUF_INIT;

	buf_addf(&b,
	         "{\"type\":\"theming\",\"themes\":%zu,\"unthemed\":%zu,"
	         "\"vectors\":\"%s\",\"without_vectors\":%zu}",
	         t->k, t->unthemed, t->vectors, t->without_vectors);
	record_put_raw(o, buf_view(&b));
	for (size_t i = 0; i < t->k + t->parents; i++)
		put_theme(&t->theme[i], &b, o);
	buf_free(&b);
}

bool
themes_are_ours(const struct record *rec)
{
	return rec->type == TYPE_THEME ||
	       (rec->type == TYPE_OTHER &&
	        slice_is(record_raw(rec, F_TYPE), "\"theming\""));
}

void
themes_mark(const struct themes *t, struct record *note,
            const struct score *scores, size_t n)
{
	struct buf b = BUF_INIT;

	buf_addc(&b, '[');
	for (size_t i = 0; i < n; i++) {
		int hundredths = (int)(scores[i].score * 100 + 0.5f);

		hundredths = hundredths < 0   ? 0 :
		             hundredths > 100 ? 100 :
		                                hundredths;
		buf_adds(&b, i > 0 ? ",{\"id\":" : "{\"id\":");
		scan_quote(&b, t->theme[scores[i].theme].id);
		buf_addf(&b, ",\"score\":%d.%02d}", hundredths / 100,
		         hundredths % 100);
	}
	buf_addc(&b, ']');
	record_set_json(note, F_THEMES, buf_view(&b));
	buf_free(&b);
}

void
themes_free(struct themes *t)
{
	free(t->theme);
	free(t->scores);
	free(t->start);
	pool_free(&t->pool);
	*t = (struct themes)THEMES_INIT;
}
