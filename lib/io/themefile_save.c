#include <stdlib.h>

#include "base/mem.h"
#include "io/jsonput.h"
#include "io/record.h"
#include "io/themefile.h"

/* A stem of a theme, to be put in order: the commonest first. */
struct entry {
	struct slice stem;
	uint32_t n;
};

static int
by_count(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return slice_cmp(x->stem, y->stem);
}

static void
put_stems(const struct known *k, const struct known_theme *t, struct buf *b)
{
	struct entry *e = mem_alloc((t->nheld + 1) * sizeof(*e));
	size_t n = 0;

	for (size_t i = 0; i < t->nheld; i++)
		if (t->held[i] > 0)
			e[n++] =
			    (struct entry){ map_key(&k->stems, i), t->held[i] };
	mem_sort(e, n, sizeof(*e), by_count);
	buf_addf(b, ",\"texts\":%zu,\"stems\":{", t->texts);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(b, ',');
		scan_quote(b, e[i].stem);
		buf_addf(b, ":%lu", (unsigned long)e[i].n);
	}
	buf_addc(b, '}');
	free(e);
}

static int
by_hash(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Whether a text, by its number, has a theme beside its own. */
static bool
has_also(const struct known *k, size_t text, size_t theme)
{
	if (known_end(k, k->seen_theme[text]) == theme)
		return false;
	for (size_t i = k->seen_also[text]; i != KNOWN_NONE;
	     i = k->also[i].next)
		if (known_end(k, k->also[i].theme) == theme)
			return true;
	return false;
}

static void
put_seen(const struct known *k, size_t theme, const char *name, bool own,
         struct buf *b)
{
	uint64_t *list = mem_alloc((k->seen.n + 1) * sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < k->seen.n; i++)
		if (own ? known_end(k, k->seen_theme[i]) == theme :
		          has_also(k, i, theme))
			memcpy(&list[n++], map_key(&k->seen, i).p,
			       sizeof(*list));
	mem_sort(list, n, sizeof(*list), by_hash);
	buf_addf(b, ",\"%s\":[", name);
	for (size_t i = 0; i < n; i++)
		buf_addf(b, "%s\"%012llx\"", i > 0 ? "," : "",
		         (unsigned long long)list[i]);
	buf_addc(b, ']');
	free(list);
}

static void
put_merged(const struct known *k, size_t theme, struct buf *b)
{
	struct slice *ids = mem_alloc((k->n + 1) * sizeof(*ids));
	size_t n = known_merged(k, theme, ids);

	if (n > 0)
		jsonput_list(b, "merged_from", ids, n);
	free(ids);
}

static void
put_theme(const struct known *k, size_t i, struct buf *b)
{
	const struct known_theme *t = &k->themes[i];

	buf_reset(b);
	buf_adds(b, "{\"type\":\"theme\",\"id\":");
	scan_quote(b, t->id);
	buf_adds(b, ",\"label\":");
	scan_quote(b, t->label);
	if (t->into != KNOWN_NONE) {
		buf_adds(b, ",\"merge_into\":");
		scan_quote(b, k->themes[known_end(k, i)].id);
		buf_addc(b, '}');
		return;
	}
	jsonput_list(b, "terms", t->terms, t->nterms);
	if (t->locked)
		buf_adds(b, ",\"locked\":true");
	put_merged(k, i, b);
	if (t->split_from.len > 0) {
		buf_adds(b, ",\"split_from\":");
		scan_quote(b, t->split_from);
	}
	buf_addf(b, ",\"notes\":%zu", t->notes);
	put_stems(k, t, b);
	put_seen(k, i, "seen", true, b);
	if (t->told)
		put_seen(k, i, "also", false, b);
	buf_addc(b, '}');
}

void
themefile_save(const struct known *k, const char *path)
{
	struct buf b = BUF_INIT;
	struct out out;

	out_open(&out, path, 0666);
	buf_addf(&b, "{\"type\":\"themes\",\"version\":%d,\"next\":%zu",
	         THEMEFILE_VERSION, k->next);
	put_seen(k, KNOWN_UNTHEMED, "unthemed", true, &b);
	buf_addc(&b, '}');
	record_put_raw(&out, buf_view(&b));
	for (size_t i = 0; i < k->n; i++) {
		if (k->themes[i].id.len == 0)
			continue;
		put_theme(k, i, &b);
		record_put_raw(&out, buf_view(&b));
	}
	buf_free(&b);
	out_close(&out);
}
