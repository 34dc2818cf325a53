#include <ctype.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "io/columns.h"

enum { LIST = 80, TITLE = 30 };

/* White space of any script, and what is not seen at all. */
static bool
is_blank(utf8proc_int32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 ||
	       (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202f || c == 0x205f || c == 0x3000 || c == 0xfeff;
}

/* Append text with each run of white space as one space, none at the ends. */
static void
squeeze(struct slice text, struct buf *out)
{
	size_t from = out->len;
	bool gap = false;

	while (text.len > 0) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n =
		    utf8proc_iterate((const utf8proc_uint8_t *)text.p,
		                     (utf8proc_ssize_t)text.len, &c);

		if (n <= 0)
			n = 1;
		if (is_blank(c))
			gap = true;
		else {
			if (gap && out->len > from)
				buf_addc(out, ' ');
			gap = false;
			buf_add(out, text.p, (size_t)n);
		}
		text.p += n;
		text.len -= (size_t)n;
	}
}

/* The same for ASCII alone, which most names are; false if it is not. */
static bool
fold_ascii(struct slice name, struct buf *out)
{
	char *to = buf_reserve(out, name.len), *at = to;
	bool gap = false;

	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if (c >= 0x80)
			return false;
		if (c == ' ' || (c >= '\t' && c <= '\r')) {
			gap = at > to;
			continue;
		}
		if (gap)
			*at++ = ' ';
		gap = false;
		*at++ = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	out->len += (size_t)(at - to);
	*at = '\0';
	return true;
}

void
columns_fold(struct slice name, struct buf *out)
{
	utf8proc_uint8_t *folded = NULL;
	utf8proc_ssize_t n;

	if (fold_ascii(name, out))
		return;
	n = utf8proc_map(
	    (const utf8proc_uint8_t *)name.p, (utf8proc_ssize_t)name.len,
	    &folded, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
	if (n >= 0)
		squeeze((struct slice){ (char *)folded, (size_t)n }, out);
	else
		squeeze(name, out);
	free(folded);
}

static struct slice
folded(struct pool *pool, struct slice name)
{
	struct buf b = BUF_INIT;
	struct slice s;

	columns_fold(name, &b);
	s = pool_slice(pool, buf_view(&b));
	buf_free(&b);
	return s;
}

void
columns_init(struct columns *c, const struct row *header)
{
	struct buf b = BUF_INIT;

	*c = (struct columns){ .n = header->n };
	c->v = mem_zalloc(header->n + 1, sizeof(*c->v));
	for (size_t i = 0; i < header->n; i++) {
		buf_reset(&b);
		squeeze(header->f[i], &b);
		c->v[i] = (struct column){
			.name = pool_slice(&c->pool, buf_view(&b)),
			.fold = folded(&c->pool, header->f[i]),
			.use = COL_ATTR,
			.why = "kept",
		};
	}
	buf_free(&b);
}

int
columns_check(const struct columns *c, const char *file, size_t line)
{
	struct map seen = MAP_INIT;
	int rc = 0;

	for (size_t i = 0; i < c->n && rc == 0; i++) {
		size_t before = seen.n, at;

		if (c->v[i].use == COL_SKIP)
			continue;
		if (c->v[i].name.len == 0) {
			rc = diag_at(STATUS_FAULT, file, line,
			             "column %zu has no name: give it one, or "
			             "remove it",
			             i + 1);
			break;
		}
		at = map_add(&seen, c->v[i].fold);
		if (at < before)
			rc = diag_at(STATUS_FAULT, file, line,
			             "columns %zu and %zu have the same name: "
			             "rename one",
			             at + 1, i + 1);
	}
	map_free(&seen);
	return rc;
}

/* Whether a folded name is an alias, for which - and _ are spaces. */
static bool
is_alias(struct slice fold, const char *alias)
{
	for (; fold.len > 0; fold.p++, fold.len--, alias++) {
		char ch = *fold.p == '-' || *fold.p == '_' ? ' ' : *fold.p;

		if (ch != *alias)
			return false;
	}
	return *alias == '\0';
}

static void
match_aliases(struct columns *c, const struct alias *a, const char *why)
{
	for (; a != NULL && a->name != NULL; a++) {
		if (a->use != COL_META && columns_find(c, a->use) != SIZE_MAX)
			continue;
		for (size_t i = 0; i < c->n; i++)
			if (c->v[i].use == COL_ATTR &&
			    is_alias(c->v[i].fold, a->name)) {
				c->v[i].use = a->use;
				c->v[i].why = why;
				break;
			}
	}
}

int
columns_alias(struct slice fold)
{
	for (const struct alias *a = columns_names; a->name != NULL; a++)
		if (is_alias(fold, a->name))
			return a->use;
	return F_KNOWN;
}

int
columns_match(struct columns *c, const struct choices *choices,
              const struct alias *format, const char *file)
{
	int rc = 0;

	for (size_t i = 0; i < choices->n && rc == 0; i++) {
		size_t at = columns_chosen(c, choices->v[i].column);

		if (at == SIZE_MAX) {
			struct buf list = BUF_INIT;

			columns_list(c, &list);
			rc = diag_at(STATUS_FAULT, file, 0,
			             "no column of that name for %s; columns "
			             "seen: %s",
			             record_field_name(choices->v[i].field),
			             list.data);
			buf_free(&list);
			break;
		}
		c->v[at].use = choices->v[i].field == F_ATTRS ?
		                   COL_META :
		                   (int)choices->v[i].field;
		c->v[at].why = "chosen with -m";
	}
	match_aliases(c, format, "the format's name for it");
	match_aliases(c, columns_names, "known by its name");
	return rc;
}

size_t
columns_find(const struct columns *c, int use)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].use == use)
			return i;
	return SIZE_MAX;
}

size_t
columns_named(const struct columns *c, const char *name)
{
	for (size_t i = 0; i < c->n; i++)
		if (is_alias(c->v[i].fold, name))
			return i;
	return SIZE_MAX;
}

int
columns_need(const struct columns *c, const char *const *names,
             const char *file, size_t line)
{
	for (; *names != NULL; names++)
		if (columns_named(c, *names) == SIZE_MAX)
			return diag_at(STATUS_FAULT, file, line,
			               "no column \"%s\", which the format "
			               "has: is it of another?",
			               *names);
	return 0;
}

size_t
columns_chosen(const struct columns *c, struct slice text)
{
	struct buf fold = BUF_INIT;
	size_t at = SIZE_MAX, number = 0;

	columns_fold(text, &fold);
	for (size_t i = 0; i < c->n && at == SIZE_MAX; i++)
		if (slice_eq(c->v[i].fold, buf_view(&fold)))
			at = i;
	buf_free(&fold);
	for (size_t i = 0; i < text.len; i++) {
		if (!isdigit((unsigned char)text.p[i]) || number > c->n)
			return at;
		number = number * 10 + (size_t)(text.p[i] - '0');
	}
	if (at == SIZE_MAX && number >= 1 && number <= c->n)
		at = number - 1;
	return at;
}

const char *
columns_use(int use)
{
	switch (use) {
	case COL_ATTR:
	case COL_META:
		return "attrs";
	case COL_SHARE:
		return "sensitive, if it says no";
	case COL_SUM_AGREE:
	case COL_SUM_DISAGREE:
	case COL_SUM_PASS:
		return "attrs, and added up in votes";
	case COL_AGREE:
		return "votes (agree)";
	case COL_DISAGREE:
		return "votes (disagree)";
	case COL_PASS:
		return "votes (pass)";
	case COL_ANSWER:
		return "notes: free-text answers";
	case COL_SKIP:
		return "nothing: it is blank";
	default:
		return record_field_name((enum field)use);
	}
}

/* Append name with what could drive a terminal as \xNN. */
static void
escaped(struct buf *out, struct slice name)
{
	for (size_t i = 0; i < name.len; i++) {
		unsigned char ch = (unsigned char)name.p[i];

		if (ch < ' ' || ch >= 0x7f)
			buf_addf(out, "\\x%02x", (unsigned)ch);
		else
			buf_addc(out, name.p[i]);
	}
}

/* Whether a name looks like that of a column, and not like a note. */
static bool
is_title(struct slice name)
{
	size_t blanks = 0;

	for (size_t i = 0; i < name.len; i++) {
		if (strchr("@.!;\"", name.p[i]) != NULL)
			return false;
		blanks += name.p[i] == ' ';
	}
	return name.len > 0 && name.len <= TITLE && blanks < 4;
}

/* Whether the first row has a number in it: then it names no columns. */
static bool
has_number(const struct columns *c)
{
	for (size_t i = 0; i < c->n; i++) {
		struct slice name = c->v[i].name;
		size_t n = 0;

		while (n < name.len && isdigit((unsigned char)name.p[n]))
			n++;
		if (n > 0 && n == name.len)
			return true;
	}
	return false;
}

void
columns_list(const struct columns *c, struct buf *out)
{
	size_t from = out->len;

	if (has_number(c)) {
		buf_addf(out, "%zu, but the first row must name them", c->n);
		return;
	}
	for (size_t i = 0; i < c->n && out->len - from <= LIST; i++) {
		buf_addf(out, "%s%zu", i > 0 ? ", " : "", i + 1);
		if (!is_title(c->v[i].name))
			continue;
		buf_addc(out, ' ');
		escaped(out, c->v[i].name);
	}
	if (out->len - from > LIST) {
		buf_cut(out, from + LIST - 3);
		buf_adds(out, "...");
	}
}

void
columns_free(struct columns *c)
{
	free(c->v);
	pool_free(&c->pool);
}
