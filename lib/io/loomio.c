#include <stdlib.h>

#include "base/mem.h"
#include "io/tablein.h"
#include "io/tables.h"
#include "text/caption.h"

/* Which of the three tables is being read. */
enum part { NOWHERE, POLL, OPTIONS, VOTES };

struct loomio {
	struct sink *sink;
	enum part part;
	struct columns c; /* of that table; n is 0 before its header */
	struct pool pool;
	struct slice title;
	struct slice *options; /* names of those that are no plain yes or no */
	size_t noptions, cap;
};

bool
tables_is_loomio(const struct probe *p)
{
	return p->cols.n == 1 && slice_is(p->cols.v[0].fold, "poll") &&
	       p->second != NULL && p->second->n > 1;
}

/* What an option of a proposal says: 1, -1, 0; 2 if it is something else. */
static int
stance(struct slice option)
{
	static const struct {
		const char *word;
		int value;
	} words[] = { { "agree", 1 },      { "yes", 1 },
		      { "consent", 1 },    { "approve", 1 },
		      { "disagree", -1 },  { "no", -1 },
		      { "block", -1 },     { "objection", -1 },
		      { "object", -1 },    { "reject", -1 },
		      { "abstain", 0 },    { "pass", 0 },
		      { "stand aside", 0 } };
	struct buf fold = BUF_INIT;
	int value = 2;

	caption_fold(option, &fold);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_is(buf_view(&fold), words[i].word))
			value = words[i].value;
	buf_free(&fold);
	return value;
}

/* A row of one cell names the table that follows. */
static bool
turn(struct loomio *l, const struct row *row)
{
	static const char *const names[] = { NULL, "poll", "poll_options",
		                             "votes" };

	for (enum part part = POLL; row->n == 1 && part <= VOTES; part++)
		if (slice_is(row->f[0], names[part])) {
			l->part = part;
			columns_free(&l->c);
			l->c = (struct columns){ 0 };
			return true;
		}
	return false;
}

static struct slice
cell(const struct loomio *l, const struct row *row, const char *name)
{
	size_t at = columns_named(&l->c, name);

	if (at == SIZE_MAX)
		return (struct slice){ NULL, 0 };
	return row->f[at];
}

static void
put_note(struct loomio *l, struct slice text, struct slice key, size_t line)
{
	struct note n = { .key = key, .line = line };

	n.f[F_TEXT] = text;
	if (!slice_eq(text, l->title))
		n.f[F_QUESTION] = l->title;
	sink_note(l->sink, &n);
}

static void
take_poll(struct loomio *l, const struct row *row)
{
	l->title = pool_slice(&l->pool, cell(l, row, "title"));
	put_note(l, l->title, SLICE("poll"), row->line);
}

/* An option that is no plain yes or no is a statement to be voted on. */
static void
take_option(struct loomio *l, const struct row *row)
{
	struct slice name = pool_slice(&l->pool, cell(l, row, "name"));

	if (stance(name) != 2) {
		sink_aside(l->sink);
		return;
	}
	l->options =
	    mem_grow(l->options, &l->cap, l->noptions + 1, sizeof(*l->options));
	l->options[l->noptions++] = name;
	put_note(l, name, name, row->line);
}

static bool
is_option(const struct loomio *l, struct slice name)
{
	for (size_t i = 0; i < l->noptions; i++)
		if (slice_eq(l->options[i], name))
			return true;
	return false;
}

/* The votes of a row, on the poll or on its options. */
static void
put_votes(struct loomio *l, const struct row *row, struct buf *attrs)
{
	struct slice voter = cell(l, row, "voter id");
	size_t first = columns_named(&l->c, "reason format");

	for (size_t i = first + 1; i < l->c.n && first != SIZE_MAX; i++) {
		struct slice name = l->c.v[i].name;
		int value = stance(name);
		struct vote v = { .key = SLICE("poll"),
			          .voter = voter,
			          .value = value,
			          .time = -1 };

		if (row->f[i].len == 0 || slice_is(row->f[i], "0"))
			continue;
		tablein_attr(attrs, name, row->f[i]);
		if (value == 2) {
			v.key = name;
			v.value = 1;
		}
		if (value == 2 && !is_option(l, name))
			continue;
		l->sink->now.read++;
		sink_vote(l->sink, &v);
	}
}

static void
take_vote(struct loomio *l, const struct row *row)
{
	struct note n = { .line = row->line };
	struct buf attrs = BUF_INIT;

	put_votes(l, row, &attrs);
	n.f[F_QUESTION] = l->title;
	n.f[F_TEXT] = cell(l, row, "reason");
	n.f[F_SPEAKER] = cell(l, row, "voter name");
	n.f[F_REF] = cell(l, row, "id");
	n.attrs = buf_view(&attrs);
	sink_note(l->sink, &n);
	buf_free(&attrs);
}

static int
take_row(struct loomio *l, const struct row *row)
{
	int rc;

	if (row->bad == NULL && turn(l, row))
		return 0;
	if (l->c.n == 0 && row->bad == NULL) {
		columns_init(&l->c, row);
		return 0;
	}
	rc = tablein_check(row, l->c.n, l->sink);
	if (rc != 1)
		return rc;
	if (l->part == POLL)
		take_poll(l, row);
	else if (l->part == OPTIONS)
		take_option(l, row);
	else
		take_vote(l, row);
	return 0;
}

int
tables_read_loomio(struct rows *rows, struct sink *sink,
                   const struct format *self)
{
	struct loomio l = { .sink = sink };
	struct row row;
	int rc;

	(void)self;
	while ((rc = rows_next(rows, &row)) == 1)
		if ((rc = take_row(&l, &row)) < 0)
			break;
	columns_free(&l.c);
	pool_free(&l.pool);
	free(l.options);
	return rc;
}
