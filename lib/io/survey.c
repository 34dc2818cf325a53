#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/survey.h"
#include "io/tablein.h"
#include "text/caption.h"

/* The first column of a Google Forms export, in the languages it knows. */
bool
survey_is_google(const struct probe *p)
{
	static const char *const names[] = {
		"timestamp",
		"zeitstempel",
		"horodateur",
		"marca temporal",
		"tijdstempel",
		"carimbo de data/hora",
		"informazioni cronologiche",
		"tidsstämpel",
		"tidsstempel",
		"sygnatura czasowa",
		"aikaleima",
		"отметка времени",
		"タイムスタンプ",
		"时间戳记",
		"časová značka",
	};

	if (p->cols.n < 2)
		return false;
	for (size_t i = 1; i < p->cols.n; i++)
		if (columns_alias(p->cols.v[i].fold) == F_TEXT)
			return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (slice_is(p->cols.v[0].fold, names[i]))
			return true;
	return false;
}

/* Short names "Ident 1", "Ident 2" over the questions. */
bool
survey_is_citizen_space(const struct probe *p)
{
	size_t idents = 0;

	for (size_t i = 0; i < p->cols.n; i++)
		idents += slice_starts(p->cols.v[i].fold, SLICE("ident "));
	return idents >= 2 || (p->second != NULL && idents == 1);
}

static bool
is_answer_word(struct slice s)
{
	return s.len == 0 || slice_is(s, "response") ||
	       slice_is(s, "open-ended response");
}

/* The name of column i, from the question row and the row below. */
static void
name_column(enum survey_header kind, struct slice question, struct slice below,
            const char *carried, struct buf *name)
{
	struct buf fold = BUF_INIT;

	buf_reset(name);
	caption_fold(below, &fold);
	if (kind != SURVEY_CHOICES) {
		buf_slice(name, below.len > 0 ? below : question);
	} else if (is_answer_word(buf_view(&fold))) {
		buf_adds(name, carried);
	} else {
		buf_addf(name, "%s: ", carried);
		buf_slice(name, below);
	}
	buf_free(&fold);
}

/* One header from two: named as kind says; its cells are in pool. */
static void
join_headers(enum survey_header kind, const struct row *first,
             const struct row *second, struct row *header, struct pool *pool)
{
	struct buf name = BUF_INIT, carried = BUF_INIT;

	*header = (struct row){ .n = first->n, .line = first->line };
	header->f = pool_alloc(pool, (first->n + 1) * sizeof(*header->f));
	buf_adds(&carried, "");
	for (size_t i = 0; i < first->n; i++) {
		struct slice below = { NULL, 0 };

		if (second != NULL && i < second->n)
			below = second->f[i];
		if (first->f[i].len > 0) {
			buf_reset(&carried);
			buf_slice(&carried, first->f[i]);
		}
		name_column(kind, first->f[i], below, carried.data, &name);
		header->f[i] = pool_slice(pool, buf_view(&name));
	}
	buf_free(&name);
	buf_free(&carried);
}

/* Two questions of one name, or none: make the names differ. */
static void
tell_apart(struct columns *c)
{
	struct map seen = MAP_INIT;

	for (size_t i = 0; i < c->n; i++) {
		struct buf name = BUF_INIT;
		size_t before = seen.n;

		buf_slice(&name, c->v[i].name);
		if (name.len == 0)
			buf_addf(&name, "column %zu", i + 1);
		else if (map_add(&seen, c->v[i].fold) < before)
			buf_addf(&name, " (%zu)", i + 1);
		c->v[i].name = pool_slice(&c->pool, buf_view(&name));
		buf_free(&name);
	}
	map_free(&seen);
}

/* Microsoft Forms ends each list of choices with a semicolon. */
static void
trim_lists(const struct columns *c, struct row *row)
{
	for (size_t i = 0; i < row->n && i < c->n; i++)
		if (c->v[i].use == COL_ATTR && row->f[i].len > 1 &&
		    row->f[i].p[row->f[i].len - 1] == ';')
			row->f[i].len--;
}

/* Take the header rows; c is named by them. Return 1, 0 or -1. */
static int
read_header(struct rows *rows, struct sink *sink, enum survey_header kind,
            struct columns *c)
{
	static const int heights[] = { 1, 2, 2, 3 };
	const struct row *second = rows_peek(rows, 1);
	const struct row *first = rows_peek(rows, 0);
	struct pool pool = POOL_INIT;
	struct row header;

	if (first == NULL)
		return rows_next(rows, &header);
	if (first->bad != NULL)
		return diag_at(STATUS_FAULT, sink->name, first->line, "%s",
		               first->bad);
	if (kind == SURVEY_ONE)
		second = NULL;
	join_headers(kind, first, second, &header, &pool);
	columns_init(c, &header);
	pool_free(&pool);
	for (int n = 0; n < heights[kind]; n++)
		rows_next(rows, &header);
	return 1;
}

int
survey_read(struct rows *rows, struct sink *sink, const struct format *self)
{
	struct columns c = { 0 };
	int rc = read_header(rows, sink, self->header, &c);

	if (rc != 1) {
		columns_free(&c);
		return rc;
	}
	rc = tablein_match(&c, sink, self->aliases);
	if (rc == 0 && sink->options->answers.n == 0)
		survey_classify(&c, rows);
	tell_apart(&c);
	if (rc == 0)
		tablein_explain(&c, sink);
	if (rc == 0 && columns_find(&c, COL_ANSWER) != SIZE_MAX)
		rc = tablein_rest(rows, sink, &c, trim_lists);
	else if (rc == 0 && rows_peek(rows, 0) != NULL)
		rc = tablein_no_text(&c, sink);
	columns_free(&c);
	return rc;
}
