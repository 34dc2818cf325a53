/* Nobody wants the notes of a file twice. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/batch_parts.h"

int
batch_refuse_twice(const struct batch *b)
{
	struct map seen = MAP_INIT;
	int rc = 0;

	for (size_t i = 0; i < b->n && rc == 0; i++) {
		const struct input *in = &b->inputs[i];
		uint64_t id[2] = { in->dev, in->ino };
		size_t before = seen.n;

		if (!in->regular)
			continue;
		if (map_add(&seen, (struct slice){ (const char *)id,
		                                   sizeof(id) }) < before)
			rc = diag_at(STATUS_FAULT, in->label, 0,
			             "is given twice");
	}
	map_free(&seen);
	return rc;
}

static int
by_size(const void *x, const void *y)
{
	const struct input *a = *(struct input *const *)x;
	const struct input *b = *(struct input *const *)y;

	if (a->size != b->size)
		return a->size < b->size ? -1 : 1;
	return strcmp(a->path, b->path);
}

/* Whether two files of one size are the same bytes. */
static bool
is_copy(const struct input *a, const struct input *b)
{
	enum { BLOCK = 16 * 1024 };
	char one[BLOCK], other[BLOCK];
	FILE *f = fopen(a->path, "rb"), *g = fopen(b->path, "rb");
	bool same = f != NULL && g != NULL;
	size_t n = 1;

	while (same && n > 0) {
		n = fread(one, 1, BLOCK, f);
		same = fread(other, 1, BLOCK, g) == n &&
		       memcmp(one, other, n) == 0;
	}
	if (f != NULL)
		fclose(f);
	if (g != NULL)
		fclose(g);
	return same;
}

void
batch_tell_copies(const struct batch *b)
{
	struct input **v = mem_alloc((b->n + 1) * sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		if (b->inputs[i].regular && b->inputs[i].size > 0)
			v[n++] = &b->inputs[i];
	mem_sort(v, n, sizeof(*v), by_size);
	for (size_t i = 1; i < n; i++)
		if (v[i]->size == v[i - 1]->size && is_copy(v[i], v[i - 1]))
			diag_note("%s: the same as %s, byte for byte: if it is "
			          "a copy, its notes count twice",
			          v[i]->label, v[i - 1]->label);
	free(v);
}
