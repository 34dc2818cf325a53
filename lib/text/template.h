/*
 * Reports from a text with holes in it. A template is the report itself, in
 * Markdown, with tags in double braces:
 *
 *	{{name}}             a field; text is escaped, a number gets separators,
 *	                     a list is how many items it has
 *	{{name max="200"}}   text cut to so many characters
 *	{{name or="none"}}   what stands for an empty field
 *	{{name one="note" many="notes"}}
 *	                     a word by number: no number is printed
 *	{{#name}}..{{/name}} the inside for each item of a list: its fields come
 *	                     first, then those around it; sep=", " stands
 *	                     between items, last=" and " before the last,
 *	                     max="3" ends the list early, more="and # more"
 *	                     tells how many are left, and fit="yes" keeps the
 *	                     section within the length the user allowed
 *	{{?name}}..{{/name}} the inside once, unless the field is empty (no
 *	                     text, 0, false, no items)
 *	{{^name}}..{{/name}} the inside once, if it is empty
 *	{{>name}}            another template, put in here
 *	{{!words}}           nothing: a comment
 *	{{footnotes}}        where the footnotes go; else they come last
 *
 * A line that holds nothing but a tag of a section, a comment or a part leaves
 * no line behind, and never more than one empty line is written. There are no
 * other rules: no arithmetic, no comparison, no file, no program.
 */
#ifndef DLG_TEMPLATE_H
#define DLG_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/out.h"

enum template_kind {
	TEMPLATE_TEXT,   /* struct slice: other people's words */
	TEMPLATE_MARKUP, /* struct slice: Markdown that is ours */
	TEMPLATE_COUNT,  /* size_t */
	TEMPLATE_FLAG,   /* bool */
	TEMPLATE_LIST,   /* struct template_list */
	TEMPLATE_CITE,   /* struct template_cite: a footnote */
};

struct template_list {
	void **items; /* pointers to structs that the field's "of" describes */
	size_t n;
};

/* A footnote; number is the render's own: 0 at first. */
struct template_cite {
	struct slice text; /* Markdown that is ours; empty: no footnote */
	size_t number;
};

/*
 * What a struct shows to templates, ended by an entry without a name. These
 * tables are all that a template can reach.
 */
struct template_field {
	const char *name;
	enum template_kind kind;
	size_t offset;                   /* in the struct */
	const struct template_field *of; /* of the items of a list */
};

struct template;

/* The text of the part called name, or an empty slice if there is none. */
typedef struct slice template_part(struct slice name);

/*
 * Read a template; file is what messages call it, fields what it may use,
 * part where {{>name}} comes from. text is borrowed as long as the template.
 * Return it, or NULL after reporting the first fault.
 */
struct template *template_new(const char *file, struct slice text,
                              const struct template_field *fields,
                              template_part *part);

/* Write the report of thing, described by the template's fields, to out. */
void template_render(const struct template *t, void *thing, size_t fit,
                     struct out *out);

/* Whether the template shows the field called name anywhere. */
bool template_uses(const struct template *t, const char *name);

void template_free(struct template *t);

#endif
