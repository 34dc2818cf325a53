/*
 * Reads the words of notes, each once for all that is to be learnt from it:
 * its stance and the cues that wait for it. What a word tells is looked up
 * once and remembered, for few words make most of what is said.
 */
#ifndef DLG_READER_H
#define DLG_READER_H

#include "text/cues.h"
#include "text/letters.h"
#include "text/stance.h"

struct reader;

/* Both are borrowed until reader_free. */
struct reader *reader_new(const struct stance *stance, const struct cues *cues);
void reader_free(struct reader *r);

/* Find the words of a text, and the patterns that its words are enough for. */
void reader_read(struct reader *r, const struct letters *text,
                 struct stance_words *words, uint64_t *patterns);

#endif
