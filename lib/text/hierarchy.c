#include <stdlib.h>

#include "base/mem.h"
#include "text/fold.h"
#include "text/hierarchy.h"

static void
key_of(struct buf *key, struct slice field, struct slice value)
{
	buf_reset(key);
	buf_slice(key, field);
	buf_addc(key, '\0');
	fold_text(key, slice_trim(value));
}

/* Whether above, or what it is in turn, is the value of this key. */
static bool
leads_back(const struct hierarchy *h, struct slice field, struct slice above,
           struct slice key)
{
	struct buf next = BUF_INIT;
	size_t steps = 0, n = 0;
	bool back = false;

	while (!back && n != MAP_NONE && steps++ <= h->values.n) {
		key_of(&next, field, above);
		back = slice_eq(buf_view(&next), key);
		n = map_find(&h->values, buf_view(&next));
		if (n != MAP_NONE)
			above = h->above[n];
	}
	buf_free(&next);
	return back;
}

bool
hierarchy_add(struct hierarchy *h, struct slice field, struct slice value,
              struct slice above)
{
	struct buf key = BUF_INIT, was = BUF_INIT, is = BUF_INIT;
	size_t known = h->values.n, n;
	bool good;

	key_of(&key, field, value);
	n = map_add(&h->values, buf_view(&key));
	h->above = mem_grow(h->above, &h->cap, h->values.n, sizeof(*h->above));
	if (n == known) {
		h->above[n] = pool_slice(&h->pool, slice_trim(above));
		good = !leads_back(h, field, h->above[n], buf_view(&key));
	} else {
		key_of(&was, field, h->above[n]);
		key_of(&is, field, above);
		good = slice_eq(buf_view(&was), buf_view(&is));
	}
	buf_free(&key);
	buf_free(&was);
	buf_free(&is);
	return good;
}

struct slice
hierarchy_up(const struct hierarchy *h, struct slice field, struct slice value,
             size_t levels)
{
	struct buf key = BUF_INIT;

	for (; levels > 0; levels--) {
		size_t n;

		key_of(&key, field, value);
		if ((n = map_find(&h->values, buf_view(&key))) == MAP_NONE)
			break;
		value = h->above[n];
	}
	buf_free(&key);
	return value;
}

void
hierarchy_free(struct hierarchy *h)
{
	map_free(&h->values);
	free(h->above);
	pool_free(&h->pool);
	*h = (struct hierarchy)HIERARCHY_INIT;
}
