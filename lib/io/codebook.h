/*
 * A codebook: the codes that notes are to be given, as people write it and as
 * programs for qualitative analysis exchange it. It is read from
 *
 *	REFI-QDA  .qdc, XML (urn:QDA-XML:codebook:1.0), codes within codes
 *	CSV       a row a code, or several: what they say is put together
 *	JSON      an array of objects, or an object with an array "codes"
 *
 * and written as REFI-QDA. What that format has no place for stands in the
 * description, a line each: "Keywords: a; b", "Pattern: /x/", "Example: ...".
 * Reading takes them from there again.
 *
 * Sets of codes, which only REFI-QDA has, mean nothing here, and are kept.
 *
 * A code without a guid gets the UUID (version 5) of its path, so that the
 * same codebook always has the same ones.
 */
#ifndef DLG_CODEBOOK_H
#define DLG_CODEBOOK_H

#include "base/out.h"
#include "base/pool.h"
#include "text/rules.h"

#define CODE_NONE SIZE_MAX

enum {
	CODEBOOK_CODES = 100000, /* at most */
	CODEBOOK_DEPTH = 32,     /* levels of codes */
	CODEBOOK_SIZE = 16 << 20 /* bytes of a file */
};

/* A keyword, pattern or example, and the line where it stands, or 0. */
struct code_text {
	struct slice text;
	size_t line;
};

struct code_texts {
	struct code_text *v;
	size_t n, cap;
};

struct code {
	struct slice guid; /* a UUID in small letters */
	struct slice name;
	struct slice description; /* may be empty */
	struct slice colour;      /* #rrggbb, kept for other tools; or empty */
	size_t parent;            /* index, or CODE_NONE */
	bool codable;             /* if not, it only holds others */
	struct code_texts keywords, patterns, examples;
	size_t line; /* where it stands, or 0 */
	/* While reading: how it names its parent, and its description as is. */
	struct slice parent_ref, described;
};

struct codebook {
	struct code *v;
	size_t n, cap;
	const char *file;  /* for messages, borrowed */
	bool quiet;        /* report nothing */
	size_t line;       /* being read, or 0 */
	struct slice sets; /* the element Sets of a .qdc, as XML; or empty */
	struct pool pool;
};

#define CODEBOOK_INIT \
	{ \
		NULL, 0, 0, NULL, false, 0, { NULL, 0 }, POOL_INIT \
	}

/*
 * Read the codebook in path, or the one of this name that is compiled in (see
 * data/codebooks). Return 0, or -1 after reporting what is wrong and where.
 * Released with codebook_free in both cases.
 */
int codebook_load(struct codebook *c, const char *path);

/* Print the names of those that are compiled in, a line each. */
void codebook_list(struct out *out);

/* Read text, in whichever format it is; c->file and c->quiet were set. */
int codebook_read(struct codebook *c, struct slice text);

/*
 * Add a code below parent (CODE_NONE: at the top); its name is copied. Call
 * codebook_finish when all are there.
 */
struct code *codebook_add(struct codebook *c, size_t parent, struct slice name);

/* Add a copy of text to one of the lists of a code. */
void codebook_text(struct codebook *c, struct code_texts *list,
                   struct slice text);

/*
 * Find the parents that codes name, check that all is well, and give guids to
 * codes without. Return 0, or -1 after reporting a fault.
 */
int codebook_finish(struct codebook *c);

/*
 * What says outright which code a text has. Return it, to be released with
 * rules_free, or NULL after reporting a keyword or pattern that is none.
 */
struct rules *codebook_rules(const struct codebook *c, const char *language);

/* Write it as REFI-QDA. */
void codebook_put(const struct codebook *c, struct out *out);

void codebook_free(struct codebook *c);

#endif
