#include "math/select.h"

static float
median_of_three(float a, float b, float c)
{
	float low = a < b ? a : b, high = a < b ? b : a;

	return c < low ? low : c > high ? high : c;
}

/* Hoare's FIND: part around a pivot, keep the side that holds nth. */
float
select_nth(float *v, size_t n, size_t nth)
{
	ptrdiff_t low = 0, high = (ptrdiff_t)n - 1, k = (ptrdiff_t)nth;

	while (low < high) {
		float pivot =
		    median_of_three(v[low], v[low + (high - low) / 2], v[high]);
		ptrdiff_t i = low, j = high;

		while (i <= j) {
			while (v[i] < pivot)
				i++;
			while (v[j] > pivot)
				j--;
			if (i <= j) {
				float t = v[i];

				v[i++] = v[j];
				v[j--] = t;
			}
		}
		if (j < k)
			low = i;
		if (k < i)
			high = j;
	}
	return v[nth];
}
