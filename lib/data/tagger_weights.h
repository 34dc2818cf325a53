/*
 * The weights of text/tagger, as lib/data/model/train wrote them.
 *
 * A feature is a hash of 32 bits. Its first 14 bits choose one of the buckets,
 * each of four rows; the next 16 are the mark of the row that is the feature's,
 * if it has one: a feature without a row adds nothing. A row has a weight a
 * tag. The moves are what one tag adds when it follows another (from, to).
 * Weights are in units of 1/TAGGER_UNIT of the natural logarithm of odds.
 */
#ifndef DLG_TAGGER_WEIGHTS_H
#define DLG_TAGGER_WEIGHTS_H

#include <stdint.h>

enum {
	TAGGER_BUCKETS = 16384,
	TAGGER_WAYS = 4,
	TAGGER_ROWS = TAGGER_BUCKETS * TAGGER_WAYS,
	TAGGER_TAGS = 5,
	TAGGER_UNIT = 32,
};

/* Marks have two bytes, the lower first; 0 stands for no feature. */
extern const unsigned char tagger_marks[TAGGER_BUCKETS][TAGGER_WAYS][2];
extern const int8_t tagger_weights[TAGGER_ROWS][TAGGER_TAGS];
extern const int8_t tagger_moves[TAGGER_TAGS][TAGGER_TAGS];

static inline uint32_t
tagger_bucket(uint32_t feature)
{
	return feature >> 18;
}

static inline uint16_t
tagger_mark(uint32_t feature)
{
	return (uint16_t)(feature >> 2) | 1;
}

#endif
