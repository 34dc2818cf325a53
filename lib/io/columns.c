#include <ctype.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "io/columns.h"
#include "io/source.h"

enum { LIST = 80 };

/*
 * What people call their columns. Of two that match, the one that stands
 * first here is the field and the other is kept among attrs.
 */
static const struct alias aliases[] = {
	{ "text", F_TEXT },
	{ "note", F_TEXT },
	{ "comment", F_TEXT },
	{ "comment body", F_TEXT },
	{ "comment text", F_TEXT },
	{ "response", F_TEXT },
	{ "answer", F_TEXT },
	{ "idea", F_TEXT },
	{ "body", F_TEXT },
	{ "statement", F_TEXT },
	{ "contribution", F_TEXT },
	{ "notes", F_TEXT },
	{ "comments", F_TEXT },
	{ "message", F_TEXT },
	{ "remark", F_TEXT },
	{ "opinion", F_TEXT },
	{ "feedback", F_TEXT },
	{ "survey text", F_TEXT },
	{ "freetext", F_TEXT },
	{ "free text", F_TEXT },
	{ "argument", F_TEXT },
	{ "content", F_TEXT },
	{ "post", F_TEXT },
	{ "post it", F_TEXT },
	{ "sticky note", F_TEXT },
	{ "card", F_TEXT },
	{ "what was said", F_TEXT },
	{ "txt", F_TEXT },
	{ "table", F_TABLE },
	{ "table number", F_TABLE },
	{ "table no", F_TABLE },
	{ "table no.", F_TABLE },
	{ "table #", F_TABLE },
	{ "table id", F_TABLE },
	{ "table name", F_TABLE },
	{ "sheet", F_TABLE },
	{ "breakout", F_TABLE },
	{ "breakout room", F_TABLE },
	{ "breakout group", F_TABLE },
	{ "room", F_TABLE },
	{ "station", F_TABLE },
	{ "round", F_ROUND },
	{ "session", F_ROUND },
	{ "round number", F_ROUND },
	{ "question", F_QUESTION },
	{ "prompt", F_QUESTION },
	{ "question text", F_QUESTION },
	{ "group", F_GROUP },
	{ "stakeholder group", F_GROUP },
	{ "stakeholder", F_GROUP },
	{ "sector", F_GROUP },
	{ "constituency", F_GROUP },
	{ "mark", F_MARK },
	{ "kind", F_MARK },
	{ "note type", F_MARK },
	{ "rating", F_RATING },
	{ "lang", F_LANG },
	{ "language", F_LANG },
	{ "sensitive", F_SENSITIVE },
	{ "confidential", F_SENSITIVE },
	{ "confidential?", F_SENSITIVE },
	{ "sensitive?", F_SENSITIVE },
	{ "off the record", F_SENSITIVE },
	{ "share", COL_SHARE },
	{ "share?", COL_SHARE },
	{ "ok to share", COL_SHARE },
	{ "ok to share?", COL_SHARE },
	{ "okay to share", COL_SHARE },
	{ "may be shared", COL_SHARE },
	{ "can be shared", COL_SHARE },
	{ "can we share", COL_SHARE },
	{ "can we share?", COL_SHARE },
	{ "shareable", COL_SHARE },
	{ "shareable?", COL_SHARE },
	{ "sharable", COL_SHARE },
	{ "public", COL_SHARE },
	{ "public?", COL_SHARE },
	{ "speaker", F_SPEAKER },
	{ "name", F_SPEAKER },
	{ "speaker name", F_SPEAKER },
	{ "full name", F_SPEAKER },
	{ "participant", F_SPEAKER },
	{ "participant name", F_SPEAKER },
	{ "interview", F_SPEAKER },
	{ "interviewee", F_SPEAKER },
	{ "respondent", F_SPEAKER },
	{ "author", F_SPEAKER },
	{ "author name", F_SPEAKER },
	{ "author username", F_SPEAKER },
	{ "extraquestion1", F_SPEAKER },
	{ "speaker id", F_SPEAKER },
	{ "author id", F_SPEAKER },
	{ "participant id", F_SPEAKER },
	{ "case", F_SPEAKER },
	{ "said by", F_SPEAKER },
	{ "role", F_ROLE },
	{ "job title", F_ROLE },
	{ "position", F_ROLE },
	{ "function", F_ROLE },
	{ "org", F_ORG },
	{ "organisation", F_ORG },
	{ "organization", F_ORG },
	{ "organisation name", F_ORG },
	{ "company", F_ORG },
	{ "institution", F_ORG },
	{ "employer", F_ORG },
	{ "affiliation", F_ORG },
	{ "place", F_PLACE },
	{ "city", F_PLACE },
	{ "town", F_PLACE },
	{ "location", F_PLACE },
	{ "region", F_PLACE },
	{ "country", F_PLACE },
	{ "date", F_DATE },
	{ "agree", COL_AGREE },
	{ "agrees", COL_AGREE },
	{ "agree count", COL_AGREE },
	{ "disagree", COL_DISAGREE },
	{ "disagrees", COL_DISAGREE },
	{ "disagree count", COL_DISAGREE },
	{ "pass", COL_PASS },
	{ "passes", COL_PASS },
	{ "pass count", COL_PASS },
	{ "id", F_REF },
	{ "ref", F_REF },
	{ "note id", F_REF },
	{ "noteid", F_REF },
	{ "comment id", F_REF },
	{ "row id", F_REF },
	{ "response id", F_REF },
	{ "arg id", F_REF },
	{ "i", F_REF },
	{ "#", F_REF },
	{ NULL, F_KNOWN },
};

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

void
columns_fold(struct slice name, struct buf *out)
{
	utf8proc_uint8_t *folded = NULL;
	utf8proc_ssize_t n;

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

/* Fields that a column can be chosen to be. */
static enum field
choosable(struct slice name)
{
	enum field f = record_field(name);

	switch (f) {
	case F_DATE:
	case F_TABLE:
	case F_ROUND:
	case F_QUESTION:
	case F_TEXT:
	case F_MARK:
	case F_RATING:
	case F_LANG:
	case F_SENSITIVE:
	case F_GROUP:
	case F_SPEAKER:
	case F_ROLE:
	case F_ORG:
	case F_PLACE:
	case F_REF:
	case F_ATTRS:
		return f;
	case F_ID:
		return F_REF;
	default:
		return F_KNOWN;
	}
}

static int
add_choice(struct choices *c, struct slice arg)
{
	const char *eq = memchr(arg.p, '=', arg.len);
	struct slice field, column;
	enum field f;

	if (eq == NULL)
		return -1;
	field = slice_trim((struct slice){ arg.p, (size_t)(eq - arg.p) });
	column = slice_trim(
	    (struct slice){ eq + 1, arg.len - (size_t)(eq - arg.p) - 1 });
	f = choosable(field);
	if (f == F_KNOWN || column.len == 0)
		return -1;
	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof(*c->v));
	c->v[c->n++] = (struct choice){ f, pool_slice(&c->pool, column) };
	return 0;
}

void
choices_add(struct choices *c, const char *arg)
{
	if (add_choice(c, slice_of(arg)) < 0)
		opt_misuse("-m takes field=column, the field one of text, "
		           "table, round, question, group, mark, rating, lang, "
		           "sensitive, date, speaker, role, org, place, ref, "
		           "attrs");
}

int
choices_load(struct choices *c, const char *path)
{
	struct source src;
	struct slice line;
	int rc = source_open(&src, path, path, NULL, 1 << 16);

	while (rc >= 0 && (rc = source_text(&src, &line)) == 1) {
		line = slice_trim(line);
		if (line.len == 0 || line.p[0] == '#')
			continue;
		if (add_choice(c, line) < 0)
			rc = diag_at(STATUS_FAULT, path, src.line,
			             "not field=column with a field that -m "
			             "knows");
	}
	source_close(&src);
	return rc;
}

void
choices_free(struct choices *c)
{
	free(c->v);
	pool_free(&c->pool);
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
	for (const struct alias *a = aliases; a->name != NULL; a++)
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
	match_aliases(c, aliases, "known by its name");
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

void
columns_list(const struct columns *c, struct buf *out)
{
	size_t from = out->len;

	for (size_t i = 0; i < c->n && out->len - from <= LIST; i++) {
		buf_addf(out, "%s%zu ", i > 0 ? ", " : "", i + 1);
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
