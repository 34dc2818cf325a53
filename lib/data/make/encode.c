/*
 * encode: the encoder's vectors of the sentences on standard input, one a
 * line, as floats of this machine. Run by make gist.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "math/encoder.h"
#include "text/piece.h"

enum { MANY = 256, LINE = 1024 };

static void
put_vectors(char (*line)[LINE], size_t n, float *v)
{
	struct buf prepared = BUF_INIT;
	struct slice texts[MANY];
	size_t at[MANY + 1] = { 0 };

	buf_reserve(&prepared, (size_t)MANY * LINE * 4);
	for (size_t i = 0; i < n; i++) {
		struct slice s = { line[i], strcspn(line[i], "\n") };

		piece_prepare(s, &prepared);
		at[i + 1] = prepared.len;
	}
	for (size_t i = 0; i < n; i++)
		texts[i] =
		    (struct slice){ prepared.data + at[i], at[i + 1] - at[i] };
	encoder_run(texts, n, gemm8_best(), v);
	fwrite(v, sizeof(*v), n * ENCODER_DIMS, stdout);
	buf_free(&prepared);
}

int
main(void)
{
	static char line[MANY][LINE];
	static float v[MANY * ENCODER_DIMS];
	size_t n = 0;

	while (fgets(line[n], sizeof(line[n]), stdin) != NULL) {
		if (++n < MANY)
			continue;
		put_vectors(line, n, v);
		n = 0;
	}
	put_vectors(line, n, v);
	return fflush(stdout) != 0 || ferror(stdout) ? 2 : 0;
}
