#include <ctype.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/columns.h"
#include "text/caption.h"
#include "text/consent.h"

static struct slice
folded(struct pool *pool, struct slice name)
{
	struct buf b = BUF_INIT;
	struct slice s;

	caption_fold(name, &b);
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
		caption_squeeze(header->f[i], &b);
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

static int
consent_use(struct slice fold)
{
	switch (consent_asked(fold)) {
	case CONSENT_SHARE:
		return COL_SHARE;
	case CONSENT_HUSH:
		return F_SENSITIVE;
	default:
		return F_KNOWN;
	}
}

int
columns_alias(struct slice fold)
{
	for (const struct alias *a = columns_names; a->name != NULL; a++)
		if (is_alias(fold, a->name))
			return a->use;
	return consent_use(fold);
}

bool
columns_places(struct slice name)
{
	static const enum field fields[] = {
		F_TABLE,   F_ROUND, F_QUESTION, F_GROUP, F_MARK, F_DATE,
		F_SPEAKER, F_ROLE,  F_ORG,      F_PLACE, F_LANG, F_SENSITIVE,
	};
	struct buf fold = BUF_INIT;
	bool places;
	int use;

	caption_fold(name, &fold);
	use = columns_alias(buf_view(&fold));
	buf_free(&fold);
	places = use == COL_SHARE;
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		places |= use == (int)fields[i];
	return places;
}

/* Any number of columns may ask whether a note may be shared. */
static void
match_consent(struct columns *c)
{
	for (size_t i = 0; i < c->n; i++) {
		int use = consent_use(c->v[i].fold);

		if (use == F_KNOWN || c->v[i].use != COL_ATTR)
			continue;
		c->v[i].use = use;
		c->v[i].why = "it asks whether a note may be shared";
	}
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
	match_consent(c);
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

	caption_fold(text, &fold);
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

void
columns_free(struct columns *c)
{
	free(c->v);
	pool_free(&c->pool);
}
