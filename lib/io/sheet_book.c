#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "io/sheet_parts.h"
#include "text/u8.h"

enum { LIST = 80 };

bool
book_place(const char *ref, size_t *row, size_t *column)
{
	size_t c = 0, r = 0;

	for (; isupper((unsigned char)*ref); ref++) {
		c = c * 26 + (size_t)(*ref - 'A') + 1;
		if (c > 1 << 20)
			return false;
	}
	for (; isdigit((unsigned char)*ref); ref++) {
		r = r * 10 + (size_t)(*ref - '0');
		if (r > 1 << 24)
			return false;
	}
	if (c == 0 || r == 0)
		return false;
	*row = r - 1;
	*column = c - 1;
	return *ref == '\0' || *ref == ':';
}

/* Sheets are told by name, as columns are, up to a length. */
static void
list_name(struct book *b, const char *title)
{
	if (b->names.len > LIST)
		return;
	buf_addf(&b->names, "%s%.*s", b->names.len > 0 ? ", " : "", LIST,
	         title);
}

static void
on_workbook(void *data, const char *name, const char **attrs)
{
	struct book *b = data;
	const char *title, *id, *v;

	if (strcmp(name, "workbookPr") == 0) {
		v = xml_attr(attrs, "date1904");
		b->since1904 = v != NULL && (*v == '1' || *v == 't');
	}
	if (strcmp(name, "sheet") != 0)
		return;
	b->sheets++;
	title = xml_attr(attrs, "name");
	if (title != NULL)
		list_name(b, title);
	for (id = NULL; *attrs != NULL && id == NULL; attrs += 2)
		if (strcmp(*attrs, "r:id") == 0 ||
		    strstr(*attrs, ":id") != NULL)
			id = attrs[1];
	if (id == NULL || b->id.len > 0)
		return;
	if (b->wanted == NULL ? b->sheets == b->number :
	                        title != NULL && strcmp(title, b->wanted) == 0)
		buf_adds(&b->id, id);
}

static void
on_relation(void *data, const char *name, const char **attrs)
{
	struct book *b = data;
	const char *id, *target;

	if (strcmp(name, "Relationship") != 0 || b->path.len > 0)
		return;
	id = xml_attr(attrs, "Id");
	target = xml_attr(attrs, "Target");
	if (id == NULL || target == NULL || !slice_is(buf_view(&b->id), id))
		return;
	if (*target == '/')
		buf_adds(&b->path, target + 1);
	else
		buf_addf(&b->path, "xl/%s", target);
}

static void
on_string(void *data, const char *name, const char **attrs)
{
	struct book *b = data;

	(void)attrs;
	if (strcmp(name, "si") == 0)
		buf_reset(&b->text);
	else if (strcmp(name, "rPh") == 0)
		b->in_phonetic = true;
	else if (strcmp(name, "t") == 0)
		b->in_text = !b->in_phonetic;
}

static void
on_string_text(void *data, const char *text, int len)
{
	struct book *b = data;

	if (b->in_text)
		buf_add(&b->text, text, (size_t)len);
}

/* The character that "_x000D_" at p stands for, or 0. */
static uint32_t
escaped(const char *p, size_t len)
{
	uint32_t code = 0;

	if (len < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
		return 0;
	for (size_t i = 2; i < 6; i++) {
		if (!isxdigit((unsigned char)p[i]))
			return 0;
		code = code << 4 | (uint32_t)(isdigit((unsigned char)p[i]) ?
		                                  p[i] - '0' :
		                                  (p[i] | 0x20) - 'a' + 10);
	}
	return code >= 0xd800 && code < 0xe000 ? 0 : code;
}

void
book_unescape(struct buf *text)
{
	size_t to = 0;

	for (size_t i = 0; i < text->len;) {
		uint32_t code = escaped(text->data + i, text->len - i);

		if (code == 0) {
			text->data[to++] = text->data[i++];
			continue;
		}
		if (code != '\r')
			to += u8_encode(code, text->data + to);
		i += 7;
	}
	buf_cut(text, to);
}

static void
on_string_end(void *data, const char *name)
{
	struct book *b = data;

	if (strcmp(name, "t") == 0)
		b->in_text = false;
	else if (strcmp(name, "rPh") == 0)
		b->in_phonetic = false;
	else if (strcmp(name, "si") == 0) {
		book_unescape(&b->text);
		b->strings = mem_grow(b->strings, &b->strings_cap,
		                      b->nstrings + 1, sizeof(*b->strings));
		b->strings[b->nstrings++] =
		    pool_slice(&b->pool, buf_view(&b->text));
	}
}

static uint64_t
hash_of(size_t number)
{
	return map_hash(
	    (struct slice){ (const char *)&number, sizeof(number) });
}

/* Formats 14 to 22 and 45 to 47 are dates and times in every Excel. */
static bool
shows_date(const struct book *b, size_t format)
{
	if ((format >= 14 && format <= 22) || (format >= 45 && format <= 47) ||
	    (format >= 27 && format <= 36) || (format >= 50 && format <= 58))
		return true;
	return hashset_has(&b->date_formats, hash_of(format));
}

static void
on_style(void *data, const char *name, const char **attrs)
{
	struct book *b = data;
	const char *id = xml_attr(attrs, "numFmtId"), *code;
	size_t number = id != NULL ? strtoul(id, NULL, 10) : 0;

	if (strcmp(name, "cellXfs") == 0)
		b->in_styles = true;
	if (strcmp(name, "numFmt") == 0) {
		code = xml_attr(attrs, "formatCode");
		if (code == NULL || !sheet_is_date_format(code))
			return;
		hashset_add(&b->date_formats, hash_of(number));
	}
	if (strcmp(name, "xf") != 0 || !b->in_styles)
		return;
	b->dates =
	    mem_grow(b->dates, &b->dates_cap, b->ndates + 1, sizeof(*b->dates));
	b->dates[b->ndates++] = shows_date(b, number);
}

static void
on_style_end(void *data, const char *name)
{
	struct book *b = data;

	if (strcmp(name, "cellXfs") == 0)
		b->in_styles = false;
}

int
book_open(struct book *b, struct source *src, const char *sheet, size_t number)
{
	static const struct xml workbook = { .begin = on_workbook };
	static const struct xml relations = { .begin = on_relation };
	static const struct xml strings = { on_string, on_string_end,
		                            on_string_text };
	static const struct xml styles = { on_style, on_style_end, NULL };

	*b = (struct book){ .wanted = sheet, .number = number };
	if (zipin_open(&b->zip, src) < 0)
		return -1;
	if (zipin_xml(&b->zip, "xl/workbook.xml", &workbook, b) != 0 ||
	    zipin_xml(&b->zip, "xl/_rels/workbook.xml.rels", &relations, b) !=
	        0)
		return diag_status() < STATUS_FAULT ?
		           diag_at(STATUS_FAULT, src->name, 0,
		                   "is no Excel file: a part is missing") :
		           -1;
	if (b->path.len == 0)
		return diag_at(STATUS_FAULT, src->name, 0,
		               "has no sheet of the name that --sheet says; "
		               "it has %zu: %s",
		               b->sheets,
		               b->names.len > 0 ? b->names.data :
		                                  "none has a name");
	if (zipin_xml(&b->zip, "xl/sharedStrings.xml", &strings, b) < 0 ||
	    zipin_xml(&b->zip, "xl/styles.xml", &styles, b) < 0)
		return -1;
	return 0;
}

void
book_close(struct book *b)
{
	zipin_close(&b->zip);
	buf_free(&b->path);
	buf_free(&b->id);
	buf_free(&b->names);
	buf_free(&b->text);
	free(b->strings);
	free(b->dates);
	hashset_free(&b->date_formats);
	free(b->merges);
	pool_free(&b->pool);
}
