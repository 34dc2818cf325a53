#include "math/gemm8.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "math/gemm8_kernels.h"
#include "math/vec.h"
#ifdef WIDE_X86
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

static gemm8_tile *const kernels[GEMM8_KERNELS] = {
	gemm8_tile_scalar,
#ifdef WIDE_X86
	gemm8_tile_sse2,   gemm8_tile_avx2, gemm8_tile_vnni, gemm8_tile_amx,
#endif
};

#ifdef WIDE_X86
/*
 * Whether there is AMX for bytes. A process must ask for it, for what it holds
 * makes the memory of its registers larger; to ask again does no harm.
 */
static bool
has_amx(void)
{
	enum { ASK = 0x1023, TILE_DATA = 18, TILE = 1 << 24, INT8 = 1 << 25 };
	unsigned a, b, c, d;

	if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(d & (unsigned)TILE) ||
	    !(d & (unsigned)INT8))
		return false;
#ifdef SYS_arch_prctl
	return syscall(SYS_arch_prctl, ASK, TILE_DATA) == 0;
#else
	return false;
#endif
}
#endif

int
gemm8_has(enum gemm8_kernel kernel)
{
#ifdef WIDE_X86
	if (kernel == GEMM8_AMX)
		return gemm8_has(GEMM8_VNNI) && has_amx();
	if (kernel == GEMM8_VNNI)
		return __builtin_cpu_supports("avx512bw") &&
		       __builtin_cpu_supports("avx512vnni");
	if (kernel == GEMM8_AVX2)
		return __builtin_cpu_supports("avx2") != 0;
	if (kernel == GEMM8_SSE2)
		return __builtin_cpu_supports("sse2") != 0;
#endif
	return kernel == GEMM8_SCALAR;
}

enum gemm8_kernel
gemm8_best(void)
{
	enum gemm8_kernel k = GEMM8_KERNELS - 1;

	while (!gemm8_has(k))
		k--;
	return k;
}

/* Room for the rows of a tile. */
static struct scaled
scaled_new(size_t in)
{
	return (struct scaled){
		.q = mem_alloc(GEMM8_TILE * in * sizeof(int16_t)),
		.scale = mem_alloc(GEMM8_TILE * sizeof(float)),
		.least = mem_alloc(GEMM8_TILE * sizeof(float)),
		.sums = mem_alloc(sizeof(int32_t) * GEMM8_TILE * GEMM8_WIDE),
	};
}

static void
scaled_free(struct scaled *s)
{
	free(s->sums);
	free(s->least);
	free(s->scale);
	free(s->q);
}

/* The rows of x from r on, as many as fit a tile: into y. */
static size_t
rows_of_tile(size_t rows, size_t r)
{
	return rows - r < GEMM8_TILE ? rows - r : GEMM8_TILE;
}

void
gemm8(const struct matrix8 *m, const float *x, size_t rows, float *y,
      enum gemm8_kernel kernel)
{
	struct scaled s = scaled_new(m->in);

	for (size_t r = 0; r < rows; r += GEMM8_TILE)
		kernels[kernel](m, x + r * m->in, rows_of_tile(rows, r), &s,
		                y + r * m->out);
	scaled_free(&s);
}

/* Add x - less to y, n numbers each. */
static void
add_less(float *y, const float *x, const float *less, size_t n)
{
	for (size_t i = 0; i < n; i += 4)
		vec_store(y + i, vec_load(y + i) +
		                     (vec_load(x + i) - vec_load(less + i)));
}

void
gemm8_fine(const struct matrix8 *m, const float *x, size_t rows, float *y,
           enum gemm8_kernel kernel)
{
	struct scaled s = scaled_new(m->in);
	float *rest = mem_alloc(GEMM8_TILE * m->in * sizeof(*rest));
	float *more = mem_alloc(GEMM8_TILE * m->out * sizeof(*more));

	for (size_t r = 0; r < rows; r += GEMM8_TILE) {
		size_t n = rows_of_tile(rows, r);
		float *to = y + r * m->out;

		s.rest = rest;
		kernels[kernel](m, x + r * m->in, n, &s, to);
		s.rest = NULL;
		kernels[kernel](m, rest, n, &s, more);
		for (size_t i = 0; i < n; i++)
			add_less(to + i * m->out, more + i * m->out, m->bias,
			         m->out);
	}
	free(more);
	free(rest);
	scaled_free(&s);
}
