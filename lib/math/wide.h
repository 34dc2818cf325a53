/*
 * Sixteen numbers side by side: code that is the same in each lane, so that
 * its bits are those of plain loops on any machine, however many lanes it has
 * at once. Functions with WIDE are made for each kind of processor: they are
 * part of one that names it with AVX2, AVX512 or neither.
 */
#ifndef DLG_WIDE_H
#define DLG_WIDE_H

#include <stdint.h>

enum { WIDE_LANES = 16 };

typedef float vec16 __attribute__((vector_size(64)));
typedef int32_t ivec16 __attribute__((vector_size(64)));
typedef int16_t hvec16 __attribute__((vector_size(32)));
typedef uint8_t bvec16 __attribute__((vector_size(16)));

#define WIDE static inline __attribute__((always_inline))

/* Make a the lesser, or the greater, of a and b. */
WIDE void
wide_min(vec16 *a, const vec16 *b)
{
	ivec16 less = *a < *b;

	*a = (vec16)((less & (ivec16)*a) | (~less & (ivec16)*b));
}

WIDE void
wide_max(vec16 *a, const vec16 *b)
{
	ivec16 more = *a > *b;

	*a = (vec16)((more & (ivec16)*a) | (~more & (ivec16)*b));
}

#if defined(__x86_64__)
#define WIDE_X86
#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512bw,avx512vnni")))
#endif

#endif
