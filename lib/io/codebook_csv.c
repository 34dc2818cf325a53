#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "io/codebook_parts.h"
#include "io/columns.h"
#include "io/csvin.h"
#include "text/naming.h"

enum use {
	NAME,
	GUID,
	ABOUT,
	KEYWORDS,
	PATTERNS,
	EXAMPLES,
	PARENT,
	CODABLE,
	USES
};

/* The names that columns go by, folded. */
static const struct {
	const char *name;
	enum use use;
} names[] = {
	{ "code", NAME },         { "name", NAME },
	{ "code name", NAME },    { "codename", NAME },
	{ "tag", NAME },          { "theme", NAME },
	{ "guid", GUID },         { "description", ABOUT },
	{ "definition", ABOUT },  { "memo", ABOUT },
	{ "keywords", KEYWORDS }, { "keyword", KEYWORDS },
	{ "patterns", PATTERNS }, { "pattern", PATTERNS },
	{ "examples", EXAMPLES }, { "example", EXAMPLES },
	{ "seeds", EXAMPLES },    { "seed", EXAMPLES },
	{ "note", EXAMPLES },     { "text", EXAMPLES },
	{ "parent", PARENT },     { "category", PARENT },
	{ "codable", CODABLE },   { "iscodable", CODABLE },
};

struct reading {
	struct codebook *c;
	size_t column[USES]; /* SIZE_MAX: there is none */
	size_t columns;
	struct map known; /* parent and name of each code, in their order */
};

static int
match_columns(struct reading *r, const struct row *header)
{
	struct columns cols;
	int rc = 0;

	columns_init(&cols, header);
	r->columns = cols.n;
	for (size_t u = 0; u < USES; u++)
		r->column[u] = SIZE_MAX;
	for (size_t i = 0; i < cols.n; i++) {
		for (size_t j = 0; j < sizeof(names) / sizeof(*names); j++) {
			size_t *at = &r->column[names[j].use];

			if (!slice_is(cols.v[i].fold, names[j].name))
				continue;
			if (*at != SIZE_MAX && rc == 0)
				rc = codebook_fault(
				    r->c, header->line,
				    "two columns hold the same thing: keep "
				    "one of columns %zu and %zu",
				    *at + 1, i + 1);
			*at = i;
		}
	}
	if (rc == 0 && r->column[NAME] == SIZE_MAX)
		rc = codebook_fault(r->c, header->line,
		                    "no column is called code (or name): a "
		                    "codebook's first line names its columns");
	columns_free(&cols);
	return rc;
}

static struct slice
cell(const struct reading *r, const struct row *row, enum use use)
{
	size_t i = r->column[use];

	return i == SIZE_MAX ? (struct slice){ "", 0 } : slice_trim(row->f[i]);
}

/* Whether notes are to have a code: no if one of its rows says so. */
static int
take_codable(struct reading *r, struct code *code, struct slice word)
{
	int yes = naming_yes(word);

	if (word.len > 0 && yes < 0)
		return codebook_fault(r->c, r->c->line,
		                      "codable is neither yes nor no");
	if (yes == 0)
		code->codable = false;
	return 0;
}

/* The code of a row: one that was named before under the same parent, or new.
 */
static struct code *
code_of(struct reading *r, struct slice name, struct slice parent)
{
	struct buf key = BUF_INIT;
	size_t before = r->known.n, n;
	struct code *code;

	buf_slice(&key, parent);
	buf_addc(&key, '\0');
	buf_slice(&key, name);
	n = map_add(&r->known, buf_view(&key));
	buf_free(&key);
	if (n < before)
		return &r->c->v[n];
	code = codebook_add(r->c, CODE_NONE, name);
	code->parent_ref = pool_slice(&r->c->pool, parent);
	return code;
}

/* Take each line of a cell. */
static void
take_lines(struct codebook *c, struct code_texts *list, struct slice text)
{
	while (text.len > 0) {
		const char *end = memchr(text.p, '\n', text.len);
		size_t len = end ? (size_t)(end - text.p) : text.len;

		codebook_text(c, list, (struct slice){ text.p, len });
		len += len < text.len;
		text.p += len;
		text.len -= len;
	}
}

/* Rows of one code may repeat its description, not change it. */
static int
describe(struct reading *r, struct code *code, struct slice text)
{
	if (text.len == 0 || slice_eq(text, code->described))
		return 0;
	if (code->described.len > 0)
		return codebook_fault(r->c, r->c->line,
		                      "this code was described before in "
		                      "other words: describe it once");
	code->described = pool_slice(&r->c->pool, text);
	codebook_describe(r->c, code, text);
	return 0;
}

static int
name_guid(struct reading *r, struct code *code, struct slice guid)
{
	struct slice before = code->guid;

	if (guid.len == 0)
		return 0;
	if (codebook_guid(r->c, code, guid) < 0)
		return -1;
	if (before.len > 0 && !slice_eq(before, code->guid))
		return codebook_fault(r->c, r->c->line,
		                      "two codes of one parent have the same "
		                      "name: rename one, or make them one");
	return 0;
}

static int
take_row(struct reading *r, const struct row *row)
{
	struct code *code;
	struct slice name;

	r->c->line = row->line;
	if (row->bad != NULL)
		return codebook_fault(r->c, row->line, "%s", row->bad);
	if (row->n != r->columns)
		return codebook_fault(
		    r->c, row->line,
		    "%zu fields where the first line has %zu: put a field "
		    "that holds a comma in quotes",
		    row->n, r->columns);
	name = cell(r, row, NAME);
	if (name.len == 0)
		return codebook_fault(r->c, row->line, "a code has no name");
	if (r->c->n == CODEBOOK_CODES)
		return codebook_fault(r->c, row->line,
		                      "more than 100,000 codes");
	code = code_of(r, name, cell(r, row, PARENT));
	if (name_guid(r, code, cell(r, row, GUID)) < 0)
		return -1;
	if (take_codable(r, code, cell(r, row, CODABLE)) < 0)
		return -1;
	if (describe(r, code, cell(r, row, ABOUT)) < 0)
		return -1;
	codebook_keywords(r->c, code, cell(r, row, KEYWORDS));
	take_lines(r->c, &code->patterns, cell(r, row, PATTERNS));
	take_lines(r->c, &code->examples, cell(r, row, EXAMPLES));
	return 0;
}

/* Whether a row is but an empty line. */
static bool
is_empty(const struct row *row)
{
	return row->bad == NULL &&
	       (row->n == 0 || (row->n == 1 && slice_trim(row->f[0]).len == 0));
}

static int
read_rows(struct reading *r, struct rows *rows)
{
	struct row row;
	int rc = rows_next(rows, &row);

	if (rc <= 0)
		return rc < 0 ? -1 : codebook_fault(r->c, 0, "holds no code");
	if (row.bad != NULL)
		return codebook_fault(r->c, row.line, "%s", row.bad);
	if (match_columns(r, &row) < 0)
		return -1;
	while ((rc = rows_next(rows, &row)) == 1)
		if (!is_empty(&row) && take_row(r, &row) < 0)
			return -1;
	return rc;
}

int
codebook_csv(struct codebook *c, struct slice text)
{
	static const struct limits limits = LIMITS;
	struct reading r = { .c = c, .known = MAP_INIT };
	struct source src;
	struct csvin csv;
	size_t first;
	char delim = csvin_sniff(text, &first);
	int rc;

	source_memory(&src, c->file, slice_from(text, first));
	src.quiet = c->quiet;
	src.line += first > 0;
	csvin_open(&csv, &src, delim ? delim : ',', &limits);
	rc = read_rows(&r, &csv.rows);
	csvin_close(&csv);
	source_close(&src);
	map_free(&r.known);
	return rc;
}
