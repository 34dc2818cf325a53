/*
 * The formats that dlg-import reads: one table of them, each with what it is
 * called, what it is, how it is told from others by its beginning, and its
 * reader.
 */
#ifndef DLG_FORMAT_H
#define DLG_FORMAT_H

#include "io/polis.h"
#include "io/sink.h"
#include "io/source.h"

/* What can be seen of an input before it is read. */
struct probe {
	struct slice head;
	const char *path;
	char delim;          /* of a table; 0 if it does not look like one */
	struct columns cols; /* its first row; none if c.n is 0 */
	const struct row *second; /* its second row, or NULL */
	bool steady;              /* every row has as many cells */
	bool broken;              /* its first row is not well made */
};

struct format {
	const char *name;
	const char *what; /* in one line */
	/* Whether the beginning is of this format. */
	bool (*is)(const struct probe *p);
	/* For text: read all of it. Return 0, or -1 after a fault. */
	int (*read)(struct source *src, struct sink *sink);
	/* For tables: read all rows, from a CSV file or a sheet. */
	int (*rows)(struct rows *rows, struct sink *sink,
	            const struct format *self);
	/* For tables: names (folded, - and _ as spaces) that must be there. */
	const char *const *signature;
	const struct alias *aliases;
	int header;           /* for surveys: enum survey_header */
	enum polis_part part; /* read together with the others, by io/polis */
};

/* All of them, in the order they are tried; the last has no name. */
extern const struct format formats[];

/* The format of that name, or NULL. */
const struct format *format_named(const char *name);

/*
 * The format of what src begins with, or NULL after reporting that it is
 * none. path supports a guess, and decides nothing alone.
 */
const struct format *format_detect(struct source *src, const char *path,
                                   const struct import_options *options);

/* Why a file that begins so can be read as no format, or NULL. */
const char *format_refusal(struct slice head);

/* The format among the tables' that has such a header, or NULL. */
const struct format *format_of_table(const struct probe *p);

/* Read src as format says. Return 0, or -1 after reporting a fault. */
int format_read(const struct format *f, struct source *src, struct sink *sink);

/* With --explain, print that format and what it is. */
void format_say(const struct format *f, struct sink *sink);

/* Print the table: for --formats. */
void format_list(struct out *out);

#endif
