#include <stdlib.h>

#include "base/mem.h"
#include "io/rostercolumns.h"
#include "io/rosterfile.h"
#include "io/rosterrow.h"
#include "io/tablefile.h"

#define NO_NAMES \
	"no column holds names: call one \"first name\", \"surname\" or " \
	"\"name\""

/* Rows among which the header is looked for. */
enum { HIGHEST = 30 };

/* What is read, and by whom. */
struct reading {
	struct roster *roster;
	struct rosterrow row;
	size_t sheets; /* that hold people */
};

/* Refuse a table: what it says of people cannot be told surely. */
static int
refuse(const char *path, size_t line, const char *why)
{
	return diag_at(STATUS_PRIVACY, path, line, "%s", why);
}

/* How many rows stand above the header, the first row if none is one. */
static size_t
find_header(struct rows *rows)
{
	const struct row *row;
	size_t best = 0, at = 0, score;

	for (size_t i = 0; i < HIGHEST && (row = rows_peek(rows, i)) != NULL &&
	                   row->bad == NULL;
	     i++) {
		score = roster_columns_score(row);
		if (score > best)
			best = score, at = i;
		if (score >= ROSTER_COLUMNS_SURE)
			break;
	}
	return at;
}

/* Go to the header; what stands above it may hold no names. 1, 0 or -1. */
static int
take_header(struct reading *to, struct rows *rows, const char *path,
            struct row *header)
{
	size_t above = find_header(rows);
	int got = 1;

	while ((got = rows_next(rows, header)) == 1 && above-- > 0)
		if (rosterrow_holds_names(&to->row, header))
			return refuse(path, header->line,
			              "names stand above the row that names "
			              "the columns: take them out, or put "
			              "them below it");
	if (got == 1 && header->bad != NULL)
		return diag_at(STATUS_FAULT, path, header->line, "%s",
		               header->bad);
	return got;
}

/* Whether what the columns are called says whose they are. */
static int
check_columns(struct reading *to, const struct row *header,
              const struct roster_columns *c, const char *path)
{
	if (c->alike[1] > 0)
		return diag_at(STATUS_PRIVACY, path, header->line,
		               "columns %zu and %zu have one name: call them "
		               "\"first name\" and \"surname\", or \"name 1\" "
		               "and \"name 2\"",
		               c->alike[0], c->alike[1]);
	if (c->many)
		return refuse(path, header->line,
		              "too many columns of names: put each person "
		              "on a row");
	for (size_t i = 0; i < header->n; i++)
		if (c->v[i].field == ROSTER_COLUMN_NONE &&
		    namecell_is_full(&to->row.cell, header->f[i], true))
			return diag_at(STATUS_PRIVACY, path, header->line,
			               "column %zu is headed by a name: a "
			               "list has a row of headings and "
			               "below it each person on a row",
			               i + 1);
	return 0;
}

/* Read the people below a header that says what each column holds. */
static int
read_people(struct reading *to, struct rows *rows, const struct row *header,
            const struct roster_columns *c, const char *path)
{
	struct row row;
	const char *why = NULL;
	int got;

	if (check_columns(to, header, c, path) != 0)
		return -1;
	if (c->moving && !to->roster->moving) {
		to->roster->moving = true;
		diag_note("%s: tables change with the round: who spoke at each "
		          "is counted, not who is listed there",
		          path);
	}
	rosterrow_begin(&to->row, to->roster, c, header);
	while ((got = rows_next(rows, &row)) == 1) {
		if (row.bad != NULL)
			return diag_at(STATUS_FAULT, path, row.line, "%s",
			               row.bad);
		if (row.n > c->n)
			return diag_at(STATUS_FAULT, path, row.line,
			               "more cells than columns: quote those "
			               "that hold commas, and name every "
			               "column");
		if ((why = rosterrow_take(&to->row, &row)) != NULL)
			return refuse(path, row.line, why);
	}
	if (got == 0 && (got = (int)rosterrow_unread(&to->row)) > 0)
		return diag_at(STATUS_PRIVACY, path, header->line,
		               "column %d seems to hold names, but is not "
		               "called so: call it \"name 2\", \"guest "
		               "name\" or the like, or take it out",
		               got);
	return got;
}

/*
 * A sheet beside the one of people: it may be anything, but not a list of
 * people that cannot be read as one.
 */
static int
pass_over(struct reading *to, struct rows *rows, const struct row *header,
          bool people, const char *path)
{
	struct row row = *header;
	int got = 1;

	while (got == 1 && row.bad == NULL) {
		people |= rosterrow_holds_people(&to->row, &row);
		got = rows_next(rows, &row);
	}
	if (got == 1 || people)
		return refuse(path, 0,
		              "seems to list people, but no column holds "
		              "names: call one \"first name\", \"surname\" "
		              "or \"name\", or take the sheet out");
	if (got == 0)
		diag_note("%s: holds no list of people, and is not read", path);
	return got;
}

static int
read_table(void *reading, struct rows *rows, const char *path, size_t sheet)
{
	struct reading *to = reading;
	struct roster_columns columns;
	struct row header;
	int got = take_header(to, rows, path, &header);

	if (got < 0 || (got == 0 && sheet > 0))
		return got;
	if (got == 0)
		return diag_at(STATUS_FAULT, path, 0, "the roster is empty");
	roster_columns_match(&columns, &header);
	if (columns.names) {
		to->sheets++;
		got = read_people(to, rows, &header, &columns, path);
	} else if (sheet > 0) {
		got = pass_over(to, rows, &header, columns.signs, path);
	} else {
		got = diag_at(STATUS_FAULT, path, header.line, NO_NAMES);
	}
	roster_columns_free(&columns);
	return got;
}

int
rosterfile_read(struct roster *r, const char *path)
{
	struct reading to = { .roster = r };
	int got;

	rosterrow_open(&to.row, &r->lexicon);
	got = tablefile_sheets(path, read_table, &to);
	rosterrow_close(&to.row);
	if (got != 0)
		return -1;
	if (to.sheets == 0)
		return diag_at(STATUS_FAULT, path, 0, NO_NAMES);
	if (!r->has[ROSTER_FIRST] && !r->has[ROSTER_LAST] &&
	    !r->has[ROSTER_NAME])
		return diag_at(STATUS_FAULT, path, 0,
		               "the roster names nobody: its columns of names "
		               "are empty");
	return 0;
}
