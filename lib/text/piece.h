/*
 * Texts cut into the word pieces that the sentence encoder knows: the cut
 * that is likeliest if pieces come independently (a unigram model), in the
 * NFKC form of the text. Whole numbers throughout.
 */
#ifndef DLG_PIECE_H
#define DLG_PIECE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

enum {
	PIECE_UNKNOWN = 0, /* a run of characters that no piece covers */
	PIECE_COUNT = 8000,
	PIECE_TEXT_MAX = 4096, /* bytes of a text that are looked at */
};

/*
 * Prepare a text for the encoder: what dlg-anon replaced becomes plain words
 * ([name] is "someone"), a text all in capitals small letters, blanks and line
 * ends one blank; only the first PIECE_TEXT_MAX bytes or so. Append to out.
 */
void piece_prepare(struct slice text, struct buf *out);

/*
 * Cut a text into at most most pieces, the first ones. ids gets their numbers.
 * Return how many there are.
 */
size_t piece_cut(struct slice text, uint16_t *ids, size_t most);

/* The log probability of the best cut of a text, times -65536: its rarity. */
uint64_t piece_rarity(struct slice text);

#endif
