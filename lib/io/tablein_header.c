#include "io/survey.h"
#include "io/tablein.h"

enum { LOOK = 1000 }; /* rows looked at to see that a column is blank */

int
tablein_no_text(const struct columns *c, const struct sink *sink)
{
	struct buf list = BUF_INIT;

	if (sink->options->quiet_names)
		buf_addf(&list, "%zu", c->n);
	else
		columns_list(c, &list);
	diag_at(STATUS_FAULT, sink->name, 0,
	        "no column is known to hold the text: say -m text=COLUMN, or "
	        "-t COLUMN for each question; columns seen: %s",
	        list.data);
	buf_free(&list);
	return -1;
}

/* The columns that -t names, or several -m text=, are answers. */
static int
match_answers(struct columns *c, struct sink *sink)
{
	const struct opt_list *answers = &sink->options->answers;
	size_t texts = 0;

	for (size_t i = 0; i < answers->n; i++) {
		size_t at = columns_chosen(c, slice_of(answers->v[i]));

		if (at == SIZE_MAX)
			return tablein_no_text(c, sink);
		c->v[at].use = COL_ANSWER;
		c->v[at].why = "chosen with -t";
	}
	for (size_t i = 0; i < c->n; i++)
		texts += c->v[i].use == F_TEXT;
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].use == F_TEXT && (texts > 1 || answers->n > 0))
			c->v[i].use = answers->n > 0 ? COL_ATTR : COL_ANSWER;
	return 0;
}

int
tablein_match(struct columns *c, struct sink *sink, const struct alias *aliases)
{
	if (columns_match(c, &sink->options->choices, aliases, sink->name) < 0)
		return -1;
	return match_answers(c, sink);
}

void
tablein_explain(const struct columns *c, struct sink *sink)
{
	struct buf b = BUF_INIT;

	if (!sink->options->explain)
		return;
	for (size_t i = 0; i < c->n; i++) {
		buf_addf(&b, "  column %zu, ", i + 1);
		scan_quote(&b, c->v[i].name);
		buf_addf(&b, ": %s (%s)\n", columns_use(c->v[i].use),
		         c->v[i].why);
	}
	out_slice(sink->out, buf_view(&b));
	buf_free(&b);
}

/*
 * Columns at the end that have no name and, as far as can be seen, no cell
 * either: spreadsheets write them.
 */
static void
skip_blank(struct columns *c, struct rows *rows)
{
	size_t last = c->n;
	const struct row *row;

	while (last > 0 && c->v[last - 1].name.len == 0)
		last--;
	for (size_t r = 0;
	     last < c->n && r < LOOK && (row = rows_peek(rows, r)) != NULL; r++)
		for (size_t i = last; i < row->n && i < c->n; i++)
			if (row->f[i].len > 0)
				last = i + 1;
	for (size_t i = last; i < c->n; i++) {
		c->v[i].use = COL_SKIP;
		c->v[i].why = "no name and no cells";
	}
}

static bool
has_text(const struct columns *c)
{
	return columns_find(c, F_TEXT) != SIZE_MAX ||
	       columns_find(c, COL_ANSWER) != SIZE_MAX;
}

/* It may be a survey made by somebody we do not know. */
static void
guess_answers(struct columns *c, struct rows *rows, const struct sink *sink)
{
	size_t n = survey_guess(c, rows);

	if (n > 0 && !sink->options->explain)
		diag_note("%s: taken for a survey with open questions in %zu "
		          "of %zu columns: --explain shows which, -t chooses",
		          sink->name, n, c->n);
}

int
tablein_read(struct rows *rows, struct sink *sink, const struct alias *aliases)
{
	struct columns c;
	struct row header;
	int rc = rows_next(rows, &header);

	if (rc <= 0)
		return rc;
	if (header.bad != NULL)
		return diag_at(STATUS_FAULT, sink->name, header.line, "%s",
		               header.bad);
	columns_init(&c, &header);
	skip_blank(&c, rows);
	rc = columns_check(&c, sink->name, header.line);
	if (rc == 0)
		rc = tablein_match(&c, sink, aliases);
	if (rc == 0 && !has_text(&c))
		guess_answers(&c, rows, sink);
	if (rc == 0)
		tablein_explain(&c, sink);
	if (rc == 0 && !has_text(&c))
		rc = tablein_no_text(&c, sink);
	if (rc == 0)
		rc = tablein_rest(rows, sink, &c, NULL);
	columns_free(&c);
	return rc;
}
