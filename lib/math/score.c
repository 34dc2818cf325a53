#include "math/score.h"

void
score_add(struct score *list, size_t *n, size_t most, uint32_t theme,
          float score)
{
	size_t at = *n;

	while (at > 1 && list[at - 1].score < score)
		at--;
	if (at >= most)
		return;
	if (*n < most)
		++*n;
	for (size_t i = *n - 1; i > at; i--)
		list[i] = list[i - 1];
	list[at] = (struct score){ theme, score };
}
