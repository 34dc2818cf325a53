/*
 * The weights of text/tagger, as lib/data/model/train wrote them: a row of one
 * weight a tag for each of 2^16 feature hashes, then what one tag adds when it
 * follows another (from, to).
 */
#ifndef DLG_TAGGER_WEIGHTS_H
#define DLG_TAGGER_WEIGHTS_H

#include <stdint.h>

enum { TAGGER_ROWS = 65536, TAGGER_TAGS = 5 };

extern const int8_t tagger_weights[TAGGER_ROWS][TAGGER_TAGS];
extern const int8_t tagger_moves[TAGGER_TAGS][TAGGER_TAGS];

#endif
