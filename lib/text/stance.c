#include <stdlib.h>

#include "base/mem.h"
#include "text/stance.h"

struct stance {
	int unused;
};

struct stance *
stance_new(void)
{
	return mem_zalloc(1, sizeof(struct stance));
}

void
stance_free(struct stance *s)
{
	free(s);
}

int
stance_read(struct stance *s, struct slice text, struct stance_words *words)
{
	(void)s;
	(void)text;
	words->n = 0;
	return 0;
}

const char *
stance_opposed(const struct stance *s, const uint32_t *a, size_t na,
               const uint32_t *b, size_t nb)
{
	(void)s, (void)a, (void)na, (void)b, (void)nb;
	return NULL;
}
