#include "text/canon.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/token.h"

struct entry {
	struct slice key, text, id;
	uint32_t number;
};

static int
compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int d = slice_cmp(x->key, y->key);

	if (d == 0)
		d = slice_cmp(x->text, y->text);
	if (d == 0)
		d = slice_cmp(x->id, y->id);
	return d != 0 ? d : (x->number > y->number) - (x->number < y->number);
}

/* Append the words of text to keys; a text without any is its own key. */
static void
add_key(struct slice text, struct buf *keys)
{
	struct tokens t = TOKENS_INIT;
	size_t from = keys->len;
	struct token k;

	token_start(&t, text);
	while (token_next(&t, &k)) {
		if (k.kind == TOKEN_BREAK)
			continue;
		buf_slice(keys, k.kind == TOKEN_PLACEHOLDER ? k.raw : k.folded);
		buf_addc(keys, ' ');
	}
	token_end(&t);
	if (keys->len == from)
		buf_slice(keys, text);
}

static void
number_distinct(struct canon *c, const struct entry *e)
{
	for (size_t i = 0; i < c->n; i++) {
		c->order[i] = e[i].number;
		if (i == 0 || !slice_eq(e[i].key, e[i - 1].key))
			c->first[c->distinct++] = e[i].number;
		c->of[e[i].number] = (uint32_t)(c->distinct - 1);
	}
}

void
canon_init(struct canon *c, const struct slice *texts, const struct slice *ids,
           size_t n)
{
	struct entry *e = mem_alloc((n + 1) * sizeof(*e));
	size_t *at = mem_alloc((n + 1) * sizeof(*at));
	struct buf keys = BUF_INIT;

	c->n = n;
	c->distinct = 0;
	c->order = mem_alloc((n + 1) * sizeof(*c->order));
	c->of = mem_alloc((n + 1) * sizeof(*c->of));
	c->first = mem_alloc((n + 1) * sizeof(*c->first));
	at[0] = 0;
	buf_reserve(&keys, 1);
	for (size_t i = 0; i < n; i++) {
		add_key(texts[i], &keys);
		at[i + 1] = keys.len;
	}
	for (size_t i = 0; i < n; i++)
		e[i] = (struct entry){ { keys.data + at[i], at[i + 1] - at[i] },
			               texts[i],
			               ids[i],
			               (uint32_t)i };
	mem_sort(e, n, sizeof(*e), compare);
	number_distinct(c, e);
	buf_free(&keys);
	free(at);
	free(e);
}

void
canon_free(struct canon *c)
{
	free(c->order);
	free(c->of);
	free(c->first);
	*c = (struct canon){ 0, 0, NULL, NULL, NULL };
}
