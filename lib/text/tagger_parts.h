/* What the parts of text/tagger share; for them alone. */
#ifndef DLG_TAGGER_PARTS_H
#define DLG_TAGGER_PARTS_H

#include "text/tagger.h"

/* What stands between two words. */
enum gap {
	GAP_EDGE,
	GAP_BLANK,
	GAP_HYPHEN,
	GAP_COMMA,
	GAP_STOP,
	GAP_COLON,
	GAP_OPEN,
	GAP_AT,
	GAP_HASH,
	GAP_NUMBER,
	GAP_SLASH,
	GAP_LINE,
	GAP_DOT,   /* and no blank */
	GAP_UNDER, /* or another sign of file names and addresses */
	GAP_OTHER,
};

/* The gap before word i, which may be one past the last. */
enum gap tagger_gap(const struct words *w, struct slice text, size_t i);

#endif
