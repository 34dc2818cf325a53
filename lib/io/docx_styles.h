/* The styles of a Word file: which of them are headings, of what level. */
#ifndef DLG_DOCX_STYLES_H
#define DLG_DOCX_STYLES_H

#include "base/map.h"
#include "io/zipin.h"

struct docx_styles {
	struct map ids;
	unsigned char *levels; /* of each; 0 for what is no heading */
	size_t cap;
	size_t at; /* being read */
};

#define DOCX_STYLES_INIT \
	{ \
		MAP_INIT, NULL, 0, SIZE_MAX \
	}

/* Read them, if there are any. Return 0, or -1 after reporting a fault. */
int docx_styles_read(struct docx_styles *s, struct zipin *zip);

/* The level of a style, from 1; 0 if it is no heading. */
size_t docx_styles_level(const struct docx_styles *s, const char *id);

/* The level that an outline level in XML stands for, or 0. */
size_t docx_outline(const char *val);

void docx_styles_free(struct docx_styles *s);

#endif
