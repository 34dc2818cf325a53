/* What the files that make up io/markdown share. */
#ifndef DLG_MARKDOWN_PARTS_H
#define DLG_MARKDOWN_PARTS_H

#include "io/boldname.h"
#include "io/markdown.h"

enum { LEVELS = 8, SCOPED = 6 };

struct markdown {
	struct sink *sink;
	/* What headings say; the deepest that says something counts. */
	struct buf said[LEVELS][SCOPED];
	struct buf block;      /* the item or paragraph being read */
	size_t block_line;     /* where it begins */
	bool item;             /* it is a list item */
	bool quoted;           /* it is a block quote */
	bool code;             /* inside a fence */
	bool lines;            /* each line is a note */
	bool front;            /* inside YAML front matter */
	bool margin;           /* the line begins at the margin */
	size_t last;           /* length of the last line of the block */
	struct buf kept;       /* a note without what was struck out */
	size_t struck;         /* pieces of notes that were */
	struct boldname names; /* of those who speak in bold */
	struct memrows table;
	size_t rows; /* lines of the table being read; 0: there is none */
	bool ruled;  /* it has a header, and a rule below that */
};

/* A field of the notes below, said at a level of headings. */
void markdown_say(struct markdown *m, size_t level, enum field f,
                  struct slice value);

/*
 * What a line of its own says of those below: "Table 3", "Agreements:"; its
 * value in *value, or F_KNOWN.
 */
enum field markdown_standing(struct slice text, struct slice *value);

/*
 * Such a line holds for what is below: a new table has its own round, question
 * and mark; a round the last two.
 */
void markdown_stand(struct markdown *m, enum field f, struct slice value);

/* Whether a line says who wrote the sheet or led the table: no note. */
bool markdown_is_credit(struct slice line);

/* Give n what the headings above it say. */
void markdown_scope(const struct markdown *m, struct note *n);

/* Take a line as a row of a table, if it is one. */
bool markdown_row(struct markdown *m, struct slice line, size_t number);

/* The table that is open, if any, is whole. Return 0, or -1 after a fault. */
int markdown_close_table(struct markdown *m);

/* Whether line is "|---|:-:|", which stands below a header. */
bool markdown_is_table_rule(struct slice line);

/* The text behind a list marker at the beginning of line, or p NULL. */
struct slice markdown_item_text(struct slice line);

/* The level of a heading "## text", whose text is made *line; 0 if none. */
size_t markdown_level(struct slice *line);

/* Whether line is three or more of one of chars, with spaces. */
bool markdown_is_rule(struct slice line, const char *chars);

/* Whether text is an image alone, a comment, a rule of a table: no note. */
bool markdown_is_aside(struct slice text);

/* Append text to out without what is ~~struck out~~. Return how often. */
size_t markdown_unstruck(struct slice text, struct buf *out);

/* Whether line begins with some words in bold and a colon: "**Costs:** ...". */
bool markdown_is_labelled(struct slice line);

/* Whether is says so of any line of head, trimmed. */
bool markdown_any_line(struct slice head, bool (*is)(struct slice line));

#endif
