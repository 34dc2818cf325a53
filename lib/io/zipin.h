/*
 * The parts of a zip file (.xlsx, .docx), with caps on what they expand to,
 * and what XML says in them. No entity is ever expanded and nothing outside
 * the file is read: a document type is refused.
 */
#ifndef DLG_ZIPIN_H
#define DLG_ZIPIN_H

#include <stdbool.h>
#include <zip.h>

#include "io/source.h"

enum {
	ZIPIN_PART = 64 * 1024 * 1024, /* bytes that a part may expand to */
	ZIPIN_RATIO = 200, /* times it may be larger than it is packed */
	ZIPIN_DEPTH = 64,  /* elements that may nest */
};

struct zipin {
	zip_t *zip;
	const char *name; /* for messages */
	bool quiet;
};

/* Open what src holds. Return 0, or -1 after reporting a fault. */
int zipin_open(struct zipin *z, struct source *src);

void zipin_close(struct zipin *z);

/* What is called on the way through XML; names have lost their prefixes. */
struct xml {
	void (*begin)(void *data, const char *name, const char **attrs);
	void (*end)(void *data, const char *name);
	void (*text)(void *data, const char *text, int len);
};

/*
 * Read a part that is XML. Return 0; 1 if there is none, or -1 after reporting
 * a fault.
 */
int zipin_xml(struct zipin *z, const char *part, const struct xml *xml,
              void *data);

/* The value of an attribute, its prefix left out, or NULL. */
const char *xml_attr(const char **attrs, const char *name);

#endif
