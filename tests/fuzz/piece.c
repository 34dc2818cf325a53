/* Pieces of any bytes: they are pieces, and not more than wanted. */
#include <stdint.h>
#include <stdlib.h>

#include "text/piece.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct slice text = { (const char *)data, len };
	struct buf prepared = BUF_INIT;
	uint16_t ids[128];
	size_t n;

	piece_prepare(text, &prepared);
	n = piece_cut(buf_view(&prepared), ids, 128);
	if (n > 128)
		abort();
	for (size_t i = 0; i < n; i++)
		if (ids[i] >= PIECE_COUNT ||
		    (ids[i] > PIECE_UNKNOWN && ids[i] < 6))
			abort();
	buf_free(&prepared);
	return 0;
}
