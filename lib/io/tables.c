#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/survey.h"
#include "io/tablein.h"
#include "io/tables.h"

const struct alias tables_coded[] = {
	{ "coded", F_TEXT },
	{ "case", F_SPEAKER },
	{ "id", F_REF },
	{ NULL, 0 },
};

const struct alias tables_scrumlr[] = {
	{ "text", F_TEXT },
	{ "noteid", F_REF },
	{ "column", F_QUESTION },
	{ NULL, 0 },
};

const struct alias tables_consul[] = {
	{ "description", F_TEXT },
	{ "descripción", F_TEXT },
	{ "descrição", F_TEXT },
	{ "descrizione", F_TEXT },
	{ "beschreibung", F_TEXT },
	{ "beschrijving", F_TEXT },
	{ "author username", F_SPEAKER },
	{ "nombre de usuario del autor", F_SPEAKER },
	{ NULL, 0 },
};

/* Take the header; 1, 0 if there is none, or -1. */
static int
take_header(struct rows *rows, struct sink *sink, struct columns *c)
{
	struct row row;
	int rc = rows_next(rows, &row);

	if (rc == 1 && row.bad != NULL)
		rc = diag_at(STATUS_FAULT, sink->name, row.line, "%s", row.bad);
	if (rc == 1)
		columns_init(c, &row);
	return rc;
}

static bool
starts(const struct column *c, const char *prefix)
{
	return slice_starts(c->fold, slice_of(prefix));
}

static bool
ends(const struct column *c, const char *end)
{
	size_t len = strlen(end);

	return c->fold.len >= len &&
	       memcmp(c->fold.p + c->fold.len - len, end, len) == 0;
}

bool
tables_is_decidim(const struct probe *p)
{
	bool body = false, nested = false;

	for (size_t i = 0; i < p->cols.n; i++) {
		body |= starts(&p->cols.v[i], "body/") ||
		        starts(&p->cols.v[i], "body ");
		nested |= starts(&p->cols.v[i], "component/") ||
		          starts(&p->cols.v[i], "participatory_space/") ||
		          starts(&p->cols.v[i], "title/") ||
		          starts(&p->cols.v[i], "commentable_");
	}
	return body && nested;
}

int
tables_read_decidim(struct rows *rows, struct sink *sink,
                    const struct format *self)
{
	struct columns c = { 0 };
	int rc = take_header(rows, sink, &c);

	(void)self;
	if (rc == 1)
		rc = tablein_match(&c, sink, NULL) < 0 ? -1 : 1;
	for (size_t i = 0; rc == 1 && i < c.n; i++)
		if (columns_find(&c, F_TEXT) == SIZE_MAX &&
		    columns_find(&c, COL_ANSWER) == SIZE_MAX &&
		    starts(&c.v[i], "body/")) {
			c.v[i].use = F_TEXT;
			c.v[i].why = "the format's name for it";
		}
	if (rc == 1) {
		tablein_explain(&c, sink);
		rc = tablein_rest(rows, sink, &c, NULL);
	}
	columns_free(&c);
	return rc;
}

bool
tables_is_sensemaker(const struct probe *p)
{
	bool counts = false;

	for (size_t i = 0; i < p->cols.n; i++)
		counts |= ends(&p->cols.v[i], "-agree-count") ||
		          slice_is(p->cols.v[i].fold, "agrees");
	return counts && columns_named(&p->cols, "comment text") != SIZE_MAX;
}

int
tables_read_sensemaker(struct rows *rows, struct sink *sink,
                       const struct format *self)
{
	struct columns c = { 0 };
	int rc = take_header(rows, sink, &c);

	if (rc == 1)
		rc = tablein_match(&c, sink, self->aliases) < 0 ? -1 : 1;
	for (size_t i = 0; rc == 1 && i < c.n; i++) {
		if (c.v[i].use != COL_ATTR)
			continue;
		if (ends(&c.v[i], "-disagree-count"))
			c.v[i].use = COL_SUM_DISAGREE;
		else if (ends(&c.v[i], "-agree-count"))
			c.v[i].use = COL_SUM_AGREE;
		else if (ends(&c.v[i], "-pass-count"))
			c.v[i].use = COL_SUM_PASS;
	}
	if (rc == 1) {
		tablein_explain(&c, sink);
		rc = tablein_rest(rows, sink, &c, NULL);
	}
	columns_free(&c);
	return rc;
}

int
tables_read_aside(struct rows *rows, struct sink *sink,
                  const struct format *self)
{
	struct row row;
	int rc = rows_next(rows, &row);

	(void)self;
	while (rc == 1 && (rc = rows_next(rows, &row)) == 1) {
		sink_take(sink);
		sink_aside(sink);
	}
	return rc;
}

bool
tables_is_cases(const struct probe *p)
{
	return p->cols.n > 1 && slice_is(p->cols.v[0].fold, "case");
}

/* Whether any cell below the header is longer than attributes are. */
static bool
has_text(struct rows *rows)
{
	const struct row *row;

	for (size_t r = 1; r < 100 && (row = rows_peek(rows, r)) != NULL; r++)
		for (size_t i = 1; i < row->n; i++)
			if (row->f[i].len > 40)
				return true;
	return false;
}

int
tables_read_cases(struct rows *rows, struct sink *sink,
                  const struct format *self)
{
	if (!has_text(rows) && sink->options->answers.n == 0 &&
	    sink->options->choices.n == 0)
		return tables_read_aside(rows, sink, self);
	return survey_read(rows, sink, self);
}

bool
tables_is_consul(const struct probe *p)
{
	static const char *const titles[] = { "title", "título", "titre",
		                              "titolo", "titel" };
	bool title = false, text = false;

	if (p->cols.n < 8 || !slice_is(p->cols.v[0].fold, "id"))
		return false;
	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		title |= columns_named(&p->cols, titles[i]) != SIZE_MAX;
	for (const struct alias *a = tables_consul; a->use == F_TEXT; a++)
		text |= columns_named(&p->cols, a->name) != SIZE_MAX;
	return title && text;
}

bool
tables_is_roster(const struct probe *p)
{
	size_t names = 0;

	for (size_t i = 0; i < p->cols.n; i++) {
		struct slice f = p->cols.v[i].fold;

		if (columns_alias(f) == F_TEXT || f.len > 40)
			return false;
		names += slice_is(f, "first name") || slice_is(f, "surname") ||
		         slice_is(f, "last name") || slice_is(f, "email") ||
		         slice_is(f, "e-mail") || slice_is(f, "firstname") ||
		         slice_is(f, "lastname") || slice_is(f, "given name") ||
		         slice_is(f, "family name") || slice_is(f, "forename");
	}
	return names >= 2;
}

int
tables_read_roster(struct rows *rows, struct sink *sink,
                   const struct format *self)
{
	if (sink->options->choices.n > 0 || sink->options->answers.n > 0)
		return tablein_read(rows, sink, NULL);
	diag_note("%s: a registration list, not notes: for dlg-anon -r",
	          sink->name);
	return tables_read_aside(rows, sink, self);
}

/* A highlight with the tags of all its rows. */
struct highlight {
	struct slice document, text;
	struct buf tags;
	size_t line;
};

static int
read_highlights(struct rows *rows, struct sink *sink, const struct columns *c,
                struct map *ids, struct highlight **all, struct pool *pool)
{
	size_t id = columns_named(c, "id"), tag = columns_named(c, "tag");
	size_t document = columns_named(c, "document");
	size_t text = columns_named(c, "content"), cap = 0;
	struct row row;
	int rc;

	while ((rc = rows_next(rows, &row)) == 1) {
		size_t before = ids->n, at;

		rc = tablein_check(&row, c->n, sink);
		if (rc < 0)
			break;
		if (rc == 0)
			continue;
		at = map_add(ids, row.f[id]);
		*all = mem_grow(*all, &cap, ids->n, sizeof(**all));
		if (at == before)
			(*all)[at] =
			    (struct highlight){ pool_slice(pool,
				                           row.f[document]),
				                pool_slice(pool, row.f[text]),
				                BUF_INIT, row.line };
		else
			sink_aside(sink);
		if ((*all)[at].tags.len > 0)
			buf_adds(&(*all)[at].tags, "; ");
		buf_slice(&(*all)[at].tags, row.f[tag]);
	}
	return rc;
}

int
tables_read_taguette(struct rows *rows, struct sink *sink,
                     const struct format *self)
{
	struct map ids = MAP_INIT;
	struct highlight *all = NULL;
	struct pool pool = POOL_INIT;
	struct columns c = { 0 };
	struct buf attrs = BUF_INIT;
	int rc = take_header(rows, sink, &c);

	if (rc == 1 && columns_need(&c, self->signature, sink->name, 1) < 0)
		rc = -1;
	if (rc == 1)
		rc = read_highlights(rows, sink, &c, &ids, &all, &pool);
	for (size_t i = 0; i < ids.n; i++) {
		struct note n = { .line = all[i].line, .part = i + 1 };

		buf_reset(&attrs);
		tablein_attr(&attrs, SLICE("document"), all[i].document);
		if (all[i].tags.len > 0)
			tablein_attr(&attrs, SLICE("tags"),
			             buf_view(&all[i].tags));
		n.f[F_TEXT] = all[i].text;
		n.f[F_REF] = map_key(&ids, i);
		n.attrs = buf_view(&attrs);
		sink_note(sink, &n);
		buf_free(&all[i].tags);
	}
	buf_free(&attrs);
	columns_free(&c);
	pool_free(&pool);
	free(all);
	map_free(&ids);
	return rc;
}
