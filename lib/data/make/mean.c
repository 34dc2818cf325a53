/*
 * mean: the mean vector of the sentences on standard input, one a line, as
 * the C source lib/data/encoder_mean.c. Run by make encoder.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "math/encoder.h"
#include "text/piece.h"

enum { MANY = 256 };

static double total[ENCODER_DIMS];
static size_t count;

static void
add_sentences(struct slice *texts, size_t n)
{
	static float v[MANY * ENCODER_DIMS];

	encoder_run(texts, n, gemm8_best(), v);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < ENCODER_DIMS; j++)
			total[j] += (double)v[i * ENCODER_DIMS + j];
	count += n;
}

static void
print_mean(void)
{
	printf("/* Made by lib/data/make/mean.c from %zu sentences. */\n"
	       "#include \"data/encoder_mean.h\"\n\n"
	       "const int16_t data_encoder_mean[512] = {\n",
	       count);
	for (size_t j = 0; j < ENCODER_DIMS; j++)
		printf("%s%d,%s", j % 12 == 0 ? "\t" : " ",
		       (int)(total[j] / (double)count * 65536 +
		             (total[j] < 0 ? -0.5 : 0.5)),
		       j % 12 == 11 || j == ENCODER_DIMS - 1 ? "\n" : "");
	printf("};\n");
}

int
main(void)
{
	static char line[MANY][1024];
	struct slice texts[MANY];
	size_t n = 0;

	while (fgets(line[n], sizeof(line[n]), stdin) != NULL) {
		texts[n].p = line[n];
		texts[n].len = strcspn(line[n], "\n");
		if (++n < MANY)
			continue;
		add_sentences(texts, n);
		n = 0;
	}
	add_sentences(texts, n);
	print_mean();
	return ferror(stdout) ? 2 : 0;
}
