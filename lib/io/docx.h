/*
 * Notes typed in Word (.docx): headings give table, round, question and mark,
 * list items and paragraphs are notes, and a table with a header that is known
 * is read as a table.
 */
#ifndef DLG_DOCX_H
#define DLG_DOCX_H

#include "io/sink.h"
#include "io/source.h"

/* Whether a file that begins so is one: a zip, told by its parts' names. */
bool docx_is(struct slice head);

int docx_read(struct source *src, struct sink *sink);

#endif
