#include <stdlib.h>

#include "base/mem.h"
#include "io/columns.h"
#include "io/source.h"

/* Fields that a column can be chosen to be. */
static enum field
choosable(struct slice name)
{
	enum field f = record_field(name);

	switch (f) {
	case F_DATE:
	case F_TABLE:
	case F_ROUND:
	case F_QUESTION:
	case F_TEXT:
	case F_MARK:
	case F_RATING:
	case F_LANG:
	case F_SENSITIVE:
	case F_GROUP:
	case F_SPEAKER:
	case F_ROLE:
	case F_ORG:
	case F_PLACE:
	case F_REF:
	case F_ATTRS:
		return f;
	case F_ID:
		return F_REF;
	default:
		return F_KNOWN;
	}
}

static int
add_choice(struct choices *c, struct slice arg)
{
	const char *eq = memchr(arg.p, '=', arg.len);
	struct slice field, column;
	enum field f;

	if (eq == NULL)
		return -1;
	field = slice_trim((struct slice){ arg.p, (size_t)(eq - arg.p) });
	column = slice_trim(
	    (struct slice){ eq + 1, arg.len - (size_t)(eq - arg.p) - 1 });
	f = choosable(field);
	if (f == F_KNOWN || column.len == 0)
		return -1;
	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof(*c->v));
	c->v[c->n++] = (struct choice){ f, pool_slice(&c->pool, column) };
	return 0;
}

void
choices_add(struct choices *c, const char *arg)
{
	if (add_choice(c, slice_of(arg)) < 0)
		opt_misuse("-m takes field=column, the field one of text, "
		           "table, round, question, group, mark, rating, lang, "
		           "sensitive, date, speaker, role, org, place, ref, "
		           "attrs");
}

int
choices_load(struct choices *c, const char *path)
{
	struct source src;
	struct slice line;
	int rc = source_open(&src, path, path, NULL, 1 << 16);

	while (rc >= 0 && (rc = source_text(&src, &line)) == 1) {
		line = slice_trim(line);
		if (line.len == 0 || line.p[0] == '#')
			continue;
		if (add_choice(c, line) < 0)
			rc = diag_at(STATUS_FAULT, path, src.line,
			             "not field=column with a field that -m "
			             "knows");
	}
	source_close(&src);
	return rc;
}

void
choices_free(struct choices *c)
{
	free(c->v);
	pool_free(&c->pool);
}
