/*
 * What the parts of io/codebook share: not for anybody else.
 */
#ifndef DLG_CODEBOOK_PARTS_H
#define DLG_CODEBOOK_PARTS_H

#include "io/codebook.h"

/* Report a fault of the file being read. Return -1. */
int codebook_fault(const struct codebook *c, size_t line, const char *fmt, ...)
    PRINTF_LIKE(3, 4);

/* Set the guid of a code from text. Return 0, or -1 after reporting. */
int codebook_guid(struct codebook *c, struct code *code, struct slice text);

/*
 * Take a description apart: lines that begin with Keywords:, Pattern: or
 * Example: go to those lists, the rest is the description.
 */
void codebook_describe(struct codebook *c, struct code *code,
                       struct slice text);

/* Add the keywords in text, which ; or line ends part. */
void codebook_keywords(struct codebook *c, struct code *code,
                       struct slice text);

/* Readers of the three formats; none of them calls codebook_finish. */
int codebook_qdc(struct codebook *c, struct slice text);
int codebook_csv(struct codebook *c, struct slice text);
int codebook_json(struct codebook *c, struct slice text);

/*
 * Append text as XML has it, as character data or within an attribute's
 * quotes; what it cannot hold is left out.
 */
void codebook_escape(struct slice s, bool attribute, struct buf *to);

#endif
