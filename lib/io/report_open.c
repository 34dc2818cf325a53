/* What was promised before this week, and is not known to be kept. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/report_parts.h"
#include "text/date.h"
#include "text/when.h"

static int
by_date(const void *pa, const void *pb)
{
	const struct line *a = *(struct line *const *)pa;
	const struct line *b = *(struct line *const *)pb;
	int d = slice_cmp(b->date, a->date);

	d = d ? d : harvest_id_cmp(a->id, b->id);
	return d ? d : slice_cmp(a->text, b->text);
}

/* The id of a note of another run: by its event, for ours may be called so. */
static struct slice
name_elsewhere(struct report *r, const struct harvest *h, const struct note *n)
{
	struct buf b = BUF_INIT;

	buf_slice(&b, h->events[n->event].id);
	buf_addc(&b, '/');
	buf_slice(&b, n->id);
	buf_adds(&b, " of the run before");
	return report_words(r, &b);
}

/*
 * Nothing in a stream says that a commitment was kept: all of the time before
 * are open. Those whose words are among texts were listed already.
 */
static void
add_open(struct report *r, const struct harvest *h, struct map *texts)
{
	for (size_t i = 0; i < h->nnotes; i++) {
		const struct note *n = h->notes[i];
		size_t known = texts->n;
		struct line *l;

		if (n->mark != MARK_ACTION && n->mark != MARK_COMMITMENT)
			continue;
		if (h == r->h ? n->day >= r->since :
		                r->until != DATE_NONE && n->day > r->until)
			continue;
		if (map_add(texts, n->text) < known)
			continue;
		l = report_push(r, &r->open, sizeof(*l));
		*l = report_line(r, n);
		l->when = when_find(n->text);
		if (h != r->h) {
			l->theme = SLICE("");
			l->id = name_elsewhere(r, h, n);
		}
	}
}

void
report_open(struct report *r)
{
	struct map texts = MAP_INIT;

	for (size_t i = 0; i < r->actions.n; i++)
		map_add(&texts, ((struct line *)r->actions.items[i])->text);
	add_open(r, r->h, &texts);
	if (r->options.against != NULL)
		add_open(r, r->options.against, &texts);
	map_free(&texts);
	mem_sort(r->open.items, r->open.n, sizeof(void *), by_date);
}
