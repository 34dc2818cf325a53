/*
 * Which column of a table is which field of a note: by the option -m, by the
 * names that a format gives its columns, or by the names people use.
 */
#ifndef DLG_COLUMNS_H
#define DLG_COLUMNS_H

#include "base/map.h"
#include "base/opt.h"
#include "io/record.h"
#include "io/rows.h"

/* A name that columns have, folded, and the field that it stands for. */
struct alias {
	const char *name;
	int use; /* an enum field, or COL_... below */
};

/* How a column is used, if not for a field of F_KNOWN. */
enum {
	COL_ATTR = F_KNOWN, /* kept among attrs */
	COL_AGREE,          /* counts of votes */
	COL_DISAGREE,
	COL_PASS,
	COL_META,  /* kept among attrs: surely no answer */
	COL_SHARE, /* whether the note may be shared: the inverse of sensitive
	            */
	COL_SUM_AGREE, /* counts of votes of one group, to be added up */
	COL_SUM_DISAGREE,
	COL_SUM_PASS,
	COL_ANSWER, /* a free-text answer: a note of its own */
	COL_SKIP,   /* not a column at all: blank in all rows */
};

struct column {
	struct slice name; /* as given, trimmed, lines joined */
	struct slice fold; /* by caption_fold */
	int use;           /* an enum field or COL_... */
	const char *why;   /* how that was decided, for --explain */
};

struct columns {
	struct column *v;
	size_t n;
	struct pool pool;
};

/* A choice of the user: field=column, from -m or a mapping file. */
struct choice {
	enum field field;
	struct slice column;
};

struct choices {
	struct choice *v;
	size_t n, cap;
	struct pool pool;
};

/* The names people use, of any field; the first of a field counts most. */
extern const struct alias columns_names[];

/*
 * Take "field=column" from the command line. Exits with status 2 if it is
 * none.
 */
void choices_add(struct choices *c, const char *arg);

/*
 * Take the lines "field=column" of a mapping file; # begins a comment.
 * Return 0, or -1 after reporting a fault.
 */
int choices_load(struct choices *c, const char *path);

void choices_free(struct choices *c);

/* Take the names from a header row; uses are COL_ATTR until matched. */
void columns_init(struct columns *c, const struct row *header);

/*
 * Check that names are there and differ. Return 0, or -1 after a fault that
 * names file and line.
 */
int columns_check(const struct columns *c, const char *file, size_t line);

/*
 * Say what each column is: by choices, then aliases (of the format, or NULL),
 * then the names that people use. Return 0, or -1 after reporting that a
 * column chosen is not there.
 */
int columns_match(struct columns *c, const struct choices *choices,
                  const struct alias *aliases, const char *file);

/* The column of that use, or SIZE_MAX. */
size_t columns_find(const struct columns *c, int use);

/* The column whose folded name is name, or SIZE_MAX. */
size_t columns_named(const struct columns *c, const char *name);

/*
 * Check that columns of these names (NULL-terminated) are there. Return 0, or
 * -1 after reporting that one is not.
 */
int columns_need(const struct columns *c, const char *const *names,
                 const char *file, size_t line);

/* The column that text names: folded, or by its number from 1; or SIZE_MAX. */
size_t columns_chosen(const struct columns *c, struct slice text);

/* What use is called: a field's name, or a word like "attrs". */
const char *columns_use(int use);

/* The field or use people call by that name, folded, or F_KNOWN. */
int columns_alias(struct slice fold);

/*
 * Whether a column of that name says where a note belongs - its table, who said
 * it - and not what it is.
 */
bool columns_places(struct slice name);

/*
 * The columns seen, by number and, where it can be no note, name, at most 80
 * bytes: for a message that one is missing.
 */
void columns_list(const struct columns *c, struct buf *out);

void columns_free(struct columns *c);

#endif
