/*
 * What the parts of text/template share: not for anybody else.
 */
#ifndef DLG_TEMPLATE_PARTS_H
#define DLG_TEMPLATE_PARTS_H

#include "text/template.h"

enum node_kind {
	NODE_WORDS,     /* Markdown of the template's own */
	NODE_FIELD,     /* {{name}} */
	NODE_EACH,      /* {{#name}}, as far as end */
	NODE_IF,        /* {{?name}} */
	NODE_UNLESS,    /* {{^name}} */
	NODE_FOOTNOTES, /* {{footnotes}} */
};

struct node {
	enum node_kind kind;
	struct slice text; /* words, or the name */
	size_t end;        /* of a section: the node after its inside */
	size_t max;        /* items, or characters; 0 for all */
	struct slice sep, last, more, one, many, none;
	bool fit;
	bool block;   /* a section whose tag has a line of its own */
	size_t depth; /* how many frames up the field is, from the innermost */
	const struct template_field *field;
};

struct template
{
	struct node *nodes;
	size_t n, cap;
};

#endif
