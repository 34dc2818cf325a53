#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "io/heading.h"
#include "io/tablein_parts.h"
#include "text/caption.h"

void
tablein_attr(struct buf *attrs, struct slice name, struct slice text)
{
	if (attrs->len > 0)
		buf_addc(attrs, ',');
	scan_quote(attrs, name);
	buf_addc(attrs, ':');
	scan_quote(attrs, text);
}

/* Whether text is a JSON number already: digits with at most one point. */
static bool
is_number(struct slice text)
{
	size_t digits = 0, points = 0;

	if (text.len > 0 && text.p[0] == '-')
		text.p++, text.len--;
	if (text.len > 1 && text.p[0] == '0' && text.p[1] != '.')
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (isdigit((unsigned char)text.p[i]))
			digits++;
		else if (text.p[i] == '.' && i > 0 && i + 1 < text.len)
			points++;
		else
			return false;
	}
	return digits > 0 && digits <= 15 && points <= 1;
}

static bool
is_count(struct slice text)
{
	return is_number(text) && memchr(text.p, '.', text.len) == NULL &&
	       text.p[0] != '-';
}

/* "true" or "false" for what people write in a column of yes and no. */
static struct slice
truth(struct slice text)
{
	static const char *const yes[] = {
		"yes", "true", "1",  "x",    "y",       "ja",
		"oui", "si",   "ok", "okay", "i agree", "i consent",
	};
	static const char *const no[] = { "no",   "false", "0",   "n",
		                          "nein", "non",   "nej", "nee" };
	struct buf fold = BUF_INIT;
	struct slice word = { NULL, 0 };

	caption_fold(text, &fold);
	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		if (slice_is(buf_view(&fold), yes[i]))
			word = SLICE("true");
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		if (slice_is(buf_view(&fold), no[i]))
			word = SLICE("false");
	buf_free(&fold);
	return word;
}

/*
 * A note is sensitive unless the cell gives that answer, or if another column
 * said so. Return whether the cell was understood.
 */
static bool
place_secret(struct note *n, struct slice cell, struct slice open)
{
	struct slice said = truth(cell);

	n->odd_secret |= said.len == 0;
	if (!slice_eq(said, open))
		n->f[F_SENSITIVE] = SLICE("true");
	else if (n->f[F_SENSITIVE].len == 0 && slice_is(open, "false"))
		n->f[F_SENSITIVE] = SLICE("false");
	return said.len > 0;
}

/* Put a cell where its column says, or return false: it is an attr. */
static bool
place(struct note *n, int use, struct slice cell)
{
	switch (use) {
	case COL_ATTR:
	case COL_META:
	case COL_SUM_AGREE:
	case COL_SUM_DISAGREE:
	case COL_SUM_PASS:
	case COL_AGREE:
	case COL_DISAGREE:
	case COL_PASS:
	case COL_ANSWER:
	case COL_SKIP:
		return false;
	case F_MARK:
		n->f[F_MARK] = sink_mark(cell);
		n->odd_mark = n->f[F_MARK].len == 0;
		return !n->odd_mark;
	case F_RATING:
		if (is_number(cell))
			n->f[F_RATING] = cell;
		return n->f[F_RATING].len > 0;
	case F_SENSITIVE:
		return place_secret(n, cell, SLICE("false"));
	case COL_SHARE:
		return place_secret(n, cell, SLICE("true"));
	default:
		n->f[use] = cell;
		return true;
	}
}

/* A count that columns of use give: one number, or a sum. False if none. */
static bool
count_of(const struct columns *c, const struct row *row, int use, bool sum,
         unsigned long long *count)
{
	bool found = false;

	*count = 0;
	for (size_t i = 0; i < c->n; i++) {
		unsigned long long one = 0;

		if (c->v[i].use != use || row->f[i].len == 0)
			continue;
		if (!is_count(row->f[i]))
			return false;
		for (size_t k = 0; k < row->f[i].len; k++)
			one = one * 10 + (unsigned)(row->f[i].p[k] - '0');
		*count += one;
		found = true;
		if (!sum)
			break;
	}
	return found;
}

/* Put counts of votes. Whether the columns of one count each were used. */
static bool
place_votes(struct note *n, const struct columns *c, const struct row *row,
            struct buf *json)
{
	static const char *const names[] = { "agree", "disagree", "pass" };
	bool sum = columns_find(c, COL_SUM_AGREE) != SIZE_MAX;
	bool used = true;

	buf_reset(json);
	for (int i = 0; i < 3; i++) {
		unsigned long long count;
		size_t at = columns_find(c, COL_AGREE + i);

		if (count_of(c, row, COL_AGREE + i, false, &count) ||
		    (sum && count_of(c, row, COL_SUM_AGREE + i, true, &count)))
			buf_addf(json, "%s\"%s\":%llu",
			         json->len > 0 ? "," : "{", names[i], count);
		else if (at != SIZE_MAX && row->f[at].len > 0)
			used = false;
	}
	if (json->len > 0)
		buf_addc(json, '}');
	if (used)
		n->f[F_VOTES] = buf_view(json);
	return used;
}

static bool
has_counts(const struct columns *c, struct tablein_scratch *scratch)
{
	if (!scratch->looked)
		scratch->counts = columns_find(c, COL_AGREE) != SIZE_MAX ||
		                  columns_find(c, COL_SUM_AGREE) != SIZE_MAX;
	scratch->looked = true;
	return scratch->counts;
}

/* Fill n with the cells of row, as the columns say. */
static void
fill_note(struct note *n, const struct columns *c, const struct row *row,
          struct tablein_scratch *scratch)
{
	bool counted =
	    has_counts(c, scratch) && place_votes(n, c, row, &scratch->votes);

	buf_reset(&scratch->attrs);
	for (size_t i = 0; i < c->n; i++) {
		int use = c->v[i].use;

		if (use == COL_ANSWER ||
		    (row->f[i].len == 0 && use != COL_SHARE))
			continue;
		if (counted && use >= COL_AGREE && use <= COL_PASS)
			continue;
		if (use == F_DATE)
			n->f[use] = tablein_date(row->f[i], scratch->order,
			                         &scratch->date);
		else if (!place(n, use, row->f[i]) && row->f[i].len > 0)
			tablein_attr(&scratch->attrs, c->v[i].name, row->f[i]);
	}
	n->attrs = buf_view(&scratch->attrs);
	n->line = row->line;
}

void
tablein_put(struct sink *sink, const struct columns *c, const struct row *row,
            struct tablein_scratch *scratch)
{
	struct note n = { .line = row->line };
	bool answers = false;

	fill_note(&n, c, row, scratch);
	for (size_t i = 0; i < c->n; i++) {
		if (c->v[i].use != COL_ANSWER)
			continue;
		if (answers)
			sink->now.read++;
		answers = true;
		n.f[F_QUESTION] = c->v[i].name;
		n.f[F_TEXT] = row->f[i];
		n.part = i + 1;
		sink_note(sink, &n);
	}
	if (!answers && sink->prefixes && n.f[F_SPEAKER].len == 0)
		heading_prefix(&n, &n.f[F_TEXT]);
	if (!answers)
		sink_note(sink, &n);
}

int
tablein_check(const struct row *row, size_t columns, struct sink *sink)
{
	char why[120];
	bool blank = true;

	sink_take(sink);
	if (row->bad != NULL)
		return sink_refuse(sink, row->line, row->bad);
	for (size_t i = 0; i < row->n && blank; i++)
		blank = row->f[i].len == 0;
	if (blank) {
		sink_empty(sink);
		return 0;
	}
	if (row->n == columns)
		return 1;
	snprintf(why, sizeof(why), "%zu fields, but the header has %zu: %s",
	         row->n, columns,
	         row->n > columns ? "is a comma in a field not in quotes?" :
	                            "is one left out?");
	return sink_refuse(sink, row->line, why);
}

/* Say that a table may be meant for the rows below it too. */
static void
tell_gaps(const struct sink *sink, size_t said, size_t gaps)
{
	if (said > 0 && gaps > 0)
		diag_note("%s: %zu of %zu rows say no table, though others do: "
		          "if the table above is theirs, fill it in",
		          sink->name, gaps, said + gaps);
}

int
tablein_rest(struct rows *rows, struct sink *sink, const struct columns *c,
             void (*tidy)(const struct columns *c, struct row *row))
{
	struct tablein_scratch scratch = TABLEIN_SCRATCH;
	size_t table = columns_find(c, F_TABLE), said[2] = { 0, 0 };
	struct row row;
	int rc;

	scratch.order = tablein_order(c, rows);
	while ((rc = rows_next(rows, &row)) == 1) {
		rc = tablein_check(&row, c->n, sink);
		if (rc < 0)
			break;
		if (rc == 0)
			continue;
		if (tidy != NULL)
			tidy(c, &row);
		if (table != SIZE_MAX)
			said[row.f[table].len == 0]++;
		tablein_put(sink, c, &row, &scratch);
	}
	tell_gaps(sink, said[0], said[1]);
	buf_free(&scratch.attrs);
	buf_free(&scratch.votes);
	buf_free(&scratch.date);
	return rc;
}
