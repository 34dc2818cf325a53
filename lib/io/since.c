#include <stdlib.h>

#include "base/diag.h"
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

/* One more of what is said of a theme. */
static void
add_stand(struct stand *to, struct stand more)
{
	bool same =
	    to->verdict.p == NULL || slice_eq(to->verdict, more.verdict);

	to->verdict = same ? more.verdict : SLICE("");
	to->notes += more.notes;
}

/* An event belongs to one run: in two it would count twice. */
static int
add_event(struct since *s, struct record *rec, size_t run)
{
	size_t before = s->events.n;
	size_t n = map_add(&s->events, record_str(rec, F_EVENT));

	s->run_of = mem_grow(s->run_of, &s->run_cap, n + 1, sizeof(*s->run_of));
	if (n == before)
		s->run_of[n] = run;
	if (s->run_of[n] == run)
		return 0;
	return record_fault(rec, STATUS_FAULT,
	                    "an event that an earlier run in the file has "
	                    "too: keep one run of each event");
}

static int
add_finding(struct since *s, struct record *rec, size_t run)
{
	struct slice theme = record_str(rec, F_THEME);
	struct buf scratch = BUF_INIT;
	bool across = !record_has(rec, F_EVENT);
	struct stand found;
	struct was *w;

	if (theme.p == NULL)
		return 0;
	if (!across && add_event(s, rec, run) < 0)
		return -1;
	w = add_theme(s, theme);
	if (w->across && !across)
		return 0;
	if (across && !w->across)
		w->run = (struct stand){ { NULL, 0 }, 0 };
	found.verdict = pool_slice(
	    &s->pool, value_text(value_get(rec->raw, "verdict"), &scratch));
	found.notes =
	    value_count(value_get(value_get(rec->raw, "counts"), "notes"));
	add_stand(&w->run, found);
	w->across = across;
	buf_free(&scratch);
	return 0;
}

/* A run has ended: what it says of themes is told with what others say. */
static void
end_run(struct since *s)
{
	for (size_t i = 0; i < s->themes.n; i++) {
		struct was *w = &s->was[i];

		if (w->run.notes > 0)
			add_stand(&w->all, w->run);
		w->run = (struct stand){ { NULL, 0 }, 0 };
		w->across = false;
	}
}

int
since_load(struct since *s, const char *path,
           const struct jsonl_options *options)
{
	char *files[] = { mem_strdup(path), NULL };
	struct jsonl in;
	struct record *rec;
	size_t run = 0;
	int status;

	*s = (struct since){ .run_cap = 0 };
	jsonl_open(&in, files, options);
	while ((rec = jsonl_next(&in)) != NULL) {
		if (in.ends > run) {
			end_run(s);
			run = in.ends;
		}
		s->notes += rec->type == TYPE_NOTE;
		if (rec->type == TYPE_THEME)
			add_label(s, rec);
		if (rec->type == TYPE_FINDING && add_finding(s, rec, run) < 0)
			jsonl_fail(&in);
	}
	end_run(s);
	if (s->notes > 0 && s->events.n == 0 && !in.failed)
		diag_note("--since: the earlier run has no finding of an "
		          "event, so that all is new: is it what dlg-converge "
		          "wrote?");
	status = jsonl_close(&in);
	free(files[0]);
	if (s->notes == 0)
		for (size_t i = 0; i < s->themes.n; i++)
			s->notes += s->was[i].all.notes;
	return status;
}

void
since_free(struct since *s)
{
	map_free(&s->themes);
	map_free(&s->events);
	free(s->run_of);
	free(s->was);
	pool_free(&s->pool);
}

void
since_compare(struct since *s, struct slice id, struct slice label)
{
	size_t n = map_find(&s->themes, id);

	if (n == MAP_NONE || s->was[n].label.p == NULL ||
	    s->was[n].all.notes == 0)
		return;
	if (slice_eq(s->was[n].label, label))
		s->kept++;
	else
		s->renamed++;
}

bool
since_is_strange(const struct since *s)
{
	return s->renamed > s->kept;
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
find_was(const struct since *s, const struct is *now, struct stand *was)
{
	size_t largest = 0;

	*was = (struct stand){ { NULL, 0 }, 0 };
	for (size_t i = 0; i < now->nids; i++) {
		size_t n = map_find(&s->themes, now->ids[i]);
		const struct stand *w = n != MAP_NONE ? &s->was[n].all : NULL;

		if (w == NULL || w->notes == 0)
			continue;
		was->notes += w->notes;
		if (w->notes > largest) {
			was->verdict = w->verdict;
			largest = i == 0 ? SIZE_MAX : w->notes;
		}
	}
	return largest > 0;
}

static void
put_was(struct buf *out, const struct since *s, const struct stand *w)
{
	buf_adds(out, "],\"was\":{");
	if (w->verdict.len > 0) {
		buf_adds(out, "\"verdict\":");
		scan_quote(out, w->verdict);
		buf_addc(out, ',');
	}
	buf_addf(out, "\"notes\":%zu,\"of\":%zu}", w->notes, s->notes);
}

/* "9 of 40 notes, 3 of 30 before: a larger share, by 1 to 35 in 100" */
static void
put_words(struct buf *out, const struct since *s, const struct is *now,
          const struct stand *w, struct interval change)
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

	/* Several verdicts: none to compare with. */
	if (was.len == 0)
		return;
	/* Too little to say whether people agree is no movement. */
	if (contested && !was_contested)
		put_trend(out, "diverging");
	if (slice_is(is, "convergent") && !slice_is(was, "convergent"))
		put_trend(out, "converging");
}

void
since_put(const struct since *s, const struct is *now, struct buf *out)
{
	struct interval change;
	struct stand was;

	buf_adds(out, "{\"trend\":[");
	if (!find_was(s, now, &was)) {
		buf_adds(out, "\"new\"]}");
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
	put_was(out, s, &s->was[theme].all);
	buf_addf(out, ",\"words\":\"no note, %zu of %zu before\"}",
	         s->was[theme].all.notes, s->notes);
}
