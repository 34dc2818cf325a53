/* The kernels of math/gemm8 for processors with AVX-512, or AMX besides. */
#include <string.h>

#include "math/gemm8_tile.h"

#ifdef WIDE_X86
#include <immintrin.h>

/* Four numbers of a row, to be held against those of each output. */
static int32_t
four_of(const uint8_t *p)
{
	int32_t x;

	memcpy(&x, p, sizeof(x));
	return x;
}

/* Pairs of weights of each output, then the next pairs: by fours instead. */
static const uint16_t by_fours[32] = {
	0, 16, 1, 17, 2,  18, 3,  19, 4,  20, 5,  21, 6,  22, 7,  23,
	8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31,
};

AVX512 WIDE void
rows_vnni(const uint8_t *q, size_t n, size_t in, const int8_t *block,
          int32_t *sums)
{
	__m512i order = _mm512_loadu_si512(by_fours), a[8];

#pragma GCC unroll 8
	for (size_t r = 0; r < n; r++)
		a[r] = _mm512_setzero_si512();
	for (size_t i = 0; i < in; i += 4) {
		__m512i v = _mm512_permutexvar_epi16(
		    order, _mm512_load_si512(block + i * GEMM8_WIDE));

#pragma GCC unroll 8
		for (size_t r = 0; r < n; r++) {
			__m512i x = _mm512_set1_epi32(four_of(q + r * in + i));

			a[r] = _mm512_dpbusd_epi32(a[r], x, v);
		}
	}
#pragma GCC unroll 8
	for (size_t r = 0; r < n; r++)
		_mm512_storeu_si512(sums + r * GEMM8_WIDE, a[r]);
}

AVX512 static void
block_vnni(const void *scaled, size_t rows, size_t in, const int8_t *block,
           int32_t *sums)
{
	const uint8_t *q = scaled;
	size_t r = 0;

	for (; r + 8 <= rows; r += 8)
		rows_vnni(q + r * in, 8, in, block, sums + r * GEMM8_WIDE);
	for (; r < rows; r++)
		rows_vnni(q + r * in, 1, in, block, sums + r * GEMM8_WIDE);
}

AVX512 void
gemm8_tile_vnni(const struct matrix8 *m, const float *x, size_t rows,
                struct scaled *s, float *y)
{
	tile(m, x, rows, s, block_vnni, true, y);
}

#define AMX __attribute__((target("avx512bw,avx512vnni,amx-tile,amx-int8")))

enum {
	TILE_IN = 64,   /* inputs that a tile of AMX holds */
	TILE_ROWS = 16, /* and rows */
	TILES = 4,      /* worked on together: their sums must not wait */
	IN_MOST = 1536,
};

/* How AMX is told the shape of its tiles: 16 rows of 64 bytes each. */
struct tile_shapes {
	uint8_t palette, start, reserved[14];
	uint16_t bytes[16];
	uint8_t rows[16];
};

AMX WIDE void
begin_tiles(void)
{
	struct tile_shapes t = { .palette = 1 };

	for (size_t i = 0; i < 8; i++) {
		t.bytes[i] = TILE_IN;
		t.rows[i] = TILE_ROWS;
	}
	_tile_loadconfig(&t);
}

/* Sixty-four rows; fours are the weights by fours. */
AMX WIDE void
rows_amx(const uint8_t *q, size_t in, const int8_t *fours, int32_t *sums)
{
	const size_t tile = (size_t)TILE_ROWS * GEMM8_WIDE, row = TILE_IN;

	_tile_zero(0);
	_tile_zero(1);
	_tile_zero(2);
	_tile_zero(3);
	for (size_t i = 0; i < in; i += TILE_IN) {
		_tile_loadd(4, fours + i * GEMM8_WIDE, row);
		_tile_loadd(5, q + i, in);
		_tile_dpbusd(0, 5, 4);
		_tile_loadd(6, q + TILE_ROWS * in + i, in);
		_tile_dpbusd(1, 6, 4);
		_tile_loadd(5, q + 2 * TILE_ROWS * in + i, in);
		_tile_dpbusd(2, 5, 4);
		_tile_loadd(6, q + 3 * TILE_ROWS * in + i, in);
		_tile_dpbusd(3, 6, 4);
	}
	_tile_stored(0, sums, row);
	_tile_stored(1, sums + tile, row);
	_tile_stored(2, sums + 2 * tile, row);
	_tile_stored(3, sums + 3 * tile, row);
}

/* There is room for whole tiles; what is behind the rows does not matter. */
AMX static void
block_amx(const void *scaled, size_t rows, size_t in, const int8_t *block,
          int32_t *sums)
{
	const uint8_t *q = scaled;
	_Alignas(64) int8_t fours[IN_MOST * GEMM8_WIDE];
	__m512i order = _mm512_loadu_si512(by_fours);

	for (size_t i = 0; i < in * GEMM8_WIDE; i += 64)
		_mm512_store_si512(fours + i,
		                   _mm512_permutexvar_epi16(
				       order, _mm512_load_si512(block + i)));
	for (size_t r = 0; r < rows; r += TILES * TILE_ROWS)
		rows_amx(q + r * in, in, fours, sums + r * GEMM8_WIDE);
}

AMX void
gemm8_tile_amx(const struct matrix8 *m, const float *x, size_t rows,
               struct scaled *s, float *y)
{
	begin_tiles();
	tile(m, x, rows, s, block_amx, true, y);
	_tile_release();
}

#endif
