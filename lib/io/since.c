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
add_label(struct since *s, struct record *rec)
{
	struct slice id = record_str(rec, F_ID);
	struct slice label = record_str(rec, F_LABEL);

	if (id.p != NULL && label.p != NULL)
		add_theme(s, id)->label = pool_slice(&s->pool, label);
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
		if (rec->type == TYPE_THEME)
			add_label(s, rec);
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

/*
 * The theme as it was, its notes and those of the themes it took in together;
 * its verdict is its own, or that of the largest. False if nothing was.
 */
static bool
find_was(const struct since *s, const struct is *now, struct was *was)
{
	size_t largest = 0;

	*was = (struct was){ 0 };
	for (size_t i = 0; i < now->nids; i++) {
		size_t n = map_find(&s->themes, now->ids[i]);
		const struct was *w = n != MAP_NONE ? &s->was[n] : NULL;

		if (w == NULL || w->notes == 0)
			continue;
		was->notes += w->notes;
		was->many |= w->many;
		if (w->notes > largest) {
			was->verdict = w->verdict;
			largest = i == 0 ? SIZE_MAX : w->notes;
		}
	}
	return largest > 0;
}

static void
put_was(struct buf *out, const struct since *s, const struct was *w)
{
	buf_adds(out, "],\"was\":{\"verdict\":");
	scan_quote(out, w->verdict);
	buf_addf(out, ",\"notes\":%zu,\"of\":%zu}", w->notes, s->notes);
}

/* "9 of 40 notes, 3 of 30 before: a larger share, by 1 to 35 in 100" */
static void
put_words(struct buf *out, const struct since *s, const struct is *now,
          const struct was *w, struct interval change)
{
	buf_addf(out, ",\"words\":\"%zu of %zu notes, %zu of %zu before: ",
	         now->notes, now->all, w->notes, s->notes);
	if (change.low > 0)
		buf_addf(out, "a larger share, by %.0f to %.0f in 100\"}",
		         change.low * 100, change.high * 100);
	else if (change.high < 0)
		buf_addf(out, "a smaller share, by %.0f to %.0f in 100\"}",
		         -change.high * 100, -change.low * 100);
	else
		buf_adds(out, "no change of its share beyond chance\"}");
}

static void
put_verdicts(struct buf *out, struct slice is, struct slice was)
{
	bool contested = slice_is(is, "contested");
	bool was_contested = slice_is(was, "contested");

	if (contested && !was_contested)
		put_trend(out, "diverging");
	if ((was_contested && !contested) ||
	    (slice_is(is, "convergent") && !slice_is(was, "convergent")))
		put_trend(out, "converging");
}

void
since_put(const struct since *s, const struct is *now, struct buf *out)
{
	struct interval change;
	struct was was;
	bool found = find_was(s, now, &was);

	buf_adds(out, "{\"trend\":[");
	if (!found || was.many) {
		put_trend(out, found ? "not known" : "new");
		buf_adds(out, "]}");
		return;
	}
	change = newcombe((double)now->notes, (double)now->all,
	                  (double)was.notes, (double)s->notes, Z_TWO_95);
	if (change.low > 0)
		put_trend(out, "growing");
	if (change.high < 0)
		put_trend(out, "fading");
	put_verdicts(out, now->verdict, was.verdict);
	put_was(out, s, &was);
	put_words(out, s, now, &was, change);
}

void
since_put_vanished(const struct since *s, size_t theme, struct buf *out)
{
	buf_adds(out, "{\"trend\":[\"vanished\"");
	put_was(out, s, &s->was[theme]);
	buf_addf(out, ",\"words\":\"no note, %zu of %zu before\"}",
	         s->was[theme].notes, s->notes);
}
