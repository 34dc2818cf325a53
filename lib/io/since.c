#include <stdlib.h>

#include "base/mem.h"
#include "io/scan.h"
#include "io/since.h"
#include "io/value.h"
#include "math/beta.h"

static struct was *
add_theme(struct since *s, struct slice id)
{
	size_t n = map_add(&s->themes, id), had = s->cap;

	s->was = mem_grow(s->was, &s->cap, n + 1, sizeof(*s->was));
	for (size_t i = had; i < s->cap; i++)
		s->was[i] = (struct was){ 0 };
	return &s->was[n];
}

static void
add_finding(struct since *s, struct record *rec)
{
	struct slice theme = record_str(rec, F_THEME), verdict;
	struct buf scratch = BUF_INIT;
	bool across = !record_has(rec, F_EVENT);
	struct was *w;

	if (theme.p == NULL)
		return;
	w = add_theme(s, theme);
	if (w->verdict.p != NULL && !across) {
		w->many = !w->across;
		return;
	}
	verdict = value_text(value_get(rec->raw, "verdict"), &scratch);
	w->verdict = pool_slice(&s->pool, verdict);
	w->notes =
	    value_count(value_get(value_get(rec->raw, "counts"), "notes"));
	w->across = across;
	w->many = false;
	buf_free(&scratch);
}

int
since_load(struct since *s, const char *path,
           const struct jsonl_options *options)
{
	char *files[] = { mem_strdup(path), NULL };
	struct jsonl in;
	struct record *rec;
	int status;

	*s = (struct since){ 0 };
	jsonl_open(&in, files, options);
	while ((rec = jsonl_next(&in)) != NULL) {
		s->notes += rec->type == TYPE_NOTE;
		if (rec->type == TYPE_FINDING)
			add_finding(s, rec);
	}
	status = jsonl_close(&in);
	free(files[0]);
	if (s->notes == 0)
		for (size_t i = 0; i < s->themes.n; i++)
			s->notes += s->was[i].notes;
	return status;
}

void
since_free(struct since *s)
{
	map_free(&s->themes);
	free(s->was);
	pool_free(&s->pool);
}

static void
put_trend(struct buf *out, const char *word)
{
	if (out->data[out->len - 1] != '[')
		buf_addc(out, ',');
	buf_addf(out, "\"%s\"", word);
}

void
since_put(const struct since *s, struct slice theme, struct slice verdict,
          size_t notes, size_t all, struct buf *out)
{
	size_t n = map_find(&s->themes, theme);
	const struct was *w = n != MAP_NONE ? &s->was[n] : NULL;
	struct interval change;
	bool contested = slice_is(verdict, "contested"), was_contested;

	buf_adds(out, "{\"trend\":[");
	if (w == NULL || w->many) {
		put_trend(out, w == NULL ? "new" : "not known");
		buf_adds(out, "]}");
		return;
	}
	was_contested = slice_is(w->verdict, "contested");
	change = newcombe((double)notes, (double)all, (double)w->notes,
	                  (double)s->notes, Z_TWO_95);
	if (change.low > 0)
		put_trend(out, "growing");
	if (change.high < 0)
		put_trend(out, "fading");
	if (contested && !was_contested)
		put_trend(out, "diverging");
	if ((was_contested && !contested) ||
	    (slice_is(verdict, "convergent") &&
	     !slice_is(w->verdict, "convergent")))
		put_trend(out, "converging");
	buf_adds(out, "],\"was\":{\"verdict\":");
	scan_quote(out, w->verdict);
	buf_addf(out, ",\"notes\":%zu,\"of\":%zu}}", w->notes, s->notes);
}
