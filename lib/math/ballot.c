#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/ballot.h"

static uint32_t
cast_statement(struct cast c)
{
	return c.what / 4;
}

static int8_t
cast_value(struct cast c)
{
	return (int8_t)((int)(c.what % 4) - 1);
}

/* Stable counting sort from src to dst, by voter or by statement. */
static void
sort_by(struct cast *dst, const struct cast *src, size_t n, size_t kinds,
        uint32_t (*key)(struct cast))
{
	size_t *at = mem_zalloc(kinds + 1, sizeof(*at));

	for (size_t i = 0; i < n; i++)
		at[key(src[i]) + 1]++;
	for (size_t k = 0; k < kinds; k++)
		at[k + 1] += at[k];
	for (size_t i = 0; i < n; i++)
		dst[at[key(src[i])]++] = src[i];
	free(at);
}

static uint32_t
cast_voter(struct cast c)
{
	return c.voter;
}

/* What counts of the n votes of one voter on one statement. */
static int8_t
last_word(const struct cast *c, size_t n, size_t *contradicted)
{
	size_t last = 0;
	int8_t value;

	for (size_t i = 1; i < n; i++)
		if (c[i].time > c[last].time)
			last = i;
	value = cast_value(c[last]);
	for (size_t i = 0; i < n; i++)
		if (c[i].time == c[last].time && cast_value(c[i]) != value) {
			++*contradicted;
			return 0;
		}
	return value;
}

void
ballot_make(struct ballot *b, struct cast *casts, size_t n, size_t nvoters,
            size_t nstatements)
{
	struct cast *other = mem_alloc((n + 1) * sizeof(*other));
	size_t kept = 0, end;

	*b = (struct ballot){ .nvoters = nvoters, .nstatements = nstatements };
	sort_by(other, casts, n, nstatements, cast_statement);
	sort_by(casts, other, n, nvoters, cast_voter);
	free(other);
	b->row = mem_zalloc(nvoters + 1, sizeof(*b->row));
	b->statement = mem_alloc((n + 1) * sizeof(*b->statement));
	b->value = mem_alloc(n + 1);
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1;
		     end < n && casts[end].voter == casts[i].voter &&
		     cast_statement(casts[end]) == cast_statement(casts[i]);)
			end++;
		b->statement[kept] = cast_statement(casts[i]);
		b->value[kept++] =
		    last_word(casts + i, end - i, &b->contradicted);
		b->row[casts[i].voter + 1]++;
	}
	for (size_t v = 0; v < nvoters; v++)
		b->row[v + 1] += b->row[v];
}

void
ballot_free(struct ballot *b)
{
	free(b->value);
	free(b->statement);
	free(b->row);
	*b = (struct ballot){ 0 };
}

void
ballot_take(struct ballot *to, const struct ballot *from, const uint32_t *who,
            size_t n)
{
	size_t votes = 0;

	*to = (struct ballot){ .nvoters = n, .nstatements = from->nstatements };
	for (size_t i = 0; i < n; i++)
		votes += ballot_votes(from, who[i]);
	to->row = mem_zalloc(n + 1, sizeof(*to->row));
	to->statement = mem_alloc((votes + 1) * sizeof(*to->statement));
	to->value = mem_alloc(votes + 1);
	for (size_t i = 0; i < n; i++) {
		size_t at = to->row[i], len = ballot_votes(from, who[i]);

		memcpy(to->statement + at, from->statement + from->row[who[i]],
		       len * sizeof(*to->statement));
		memcpy(to->value + at, from->value + from->row[who[i]], len);
		to->row[i + 1] = (uint32_t)(at + len);
	}
}
