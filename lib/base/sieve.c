#include "base/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void
sieve_init(struct sieve *s, size_t bits)
{
	s->bits = mem_zalloc(bits / 64, sizeof(*s->bits));
	s->mask = bits - 1;
}

void
sieve_fill(struct sieve *s)
{
	memset(s->bits, 0xff, (s->mask + 1) / 8);
}

void
sieve_free(struct sieve *s)
{
	free(s->bits);
	*s = (struct sieve){ NULL, 0 };
}
