#include "base/memo.h"

#include <stdlib.h>

#include "base/mem.h"

void
memo_put(struct memo *m, uint64_t hash, bool answer)
{
	if (m->places == NULL)
		m->places = mem_zalloc(MEMO_PLACES, sizeof(*m->places));
	m->places[hash >> 1 & (MEMO_PLACES - 1)] =
	    (hash & ~(uint64_t)1) | answer;
}

void
memo_free(struct memo *m)
{
	free(m->places);
	m->places = NULL;
}
