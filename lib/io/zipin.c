#include <expat.h>
#include <string.h>

#include "io/zipin.h"

static int
fault(const struct zipin *z, const char *what)
{
	if (z->quiet)
		return -1;
	return diag_at(STATUS_FAULT, z->name, 0, "%s", what);
}

int
zipin_open(struct zipin *z, struct source *src)
{
	struct slice all;
	zip_error_t error;
	zip_source_t *source;

	*z = (struct zipin){ .name = src->name, .quiet = src->quiet };
	if (source_whole(src, &all) < 0)
		return -1;
	zip_error_init(&error);
	source = zip_source_buffer_create(all.p, all.len, 0, &error);
	if (source != NULL)
		z->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (source != NULL && z->zip == NULL)
		zip_source_free(source);
	zip_error_fini(&error);
	return z->zip != NULL ? 0 : fault(z, "is a damaged zip file");
}

static bool
is_bomb(const zip_stat_t *st)
{
	if (!(st->valid & ZIP_STAT_SIZE) || !(st->valid & ZIP_STAT_COMP_SIZE))
		return true;
	return st->size > ZIPIN_PART ||
	       (st->size > 1024 * 1024 &&
	        st->size / ZIPIN_RATIO > st->comp_size);
}

/* Unpack a part, never more than its directory entry said. */
static int
unpack(struct zipin *z, const zip_stat_t *st, struct buf *out)
{
	zip_file_t *f = zip_fopen_index(z->zip, st->index, 0);
	zip_int64_t got = 1;
	size_t from = out->len;

	if (f == NULL)
		return fault(z, "is damaged, or has a password: save it again");
	while (got > 0 && out->len - from <= st->size) {
		got = zip_fread(f, buf_reserve(out, 65536), 65536);
		if (got > 0)
			out->len += (size_t)got;
	}
	buf_add(out, "", 0);
	zip_fclose(f);
	if (got < 0 || out->len - from != st->size)
		return fault(z, "is damaged: save it again");
	return 0;
}

/*
 * Append a part to out. Return 0; 1 if there is none, or -1 after reporting
 * that it is damaged or too large.
 */
static int
read_part(struct zipin *z, const char *part, struct buf *out)
{
	zip_int64_t at = zip_name_locate(z->zip, part, 0);
	zip_stat_t st;

	if (at < 0)
		return 1;
	zip_stat_init(&st);
	if (zip_stat_index(z->zip, (zip_uint64_t)at, 0, &st) < 0)
		return fault(z, "is damaged: save it again");
	st.index = (zip_uint64_t)at;
	if (is_bomb(&st))
		return fault(z, "expands to more than it should: not read");
	return unpack(z, &st, out);
}

void
zipin_close(struct zipin *z)
{
	if (z->zip != NULL)
		zip_discard(z->zip);
}

/* What the handlers of expat share. */
struct walk {
	XML_Parser parser;
	const struct xml *xml;
	void *data;
	size_t depth;
	bool refused;
};

static const char *
local(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon != NULL ? colon + 1 : name;
}

static void
refuse(struct walk *w)
{
	w->refused = true;
	XML_StopParser(w->parser, XML_FALSE);
}

static void XMLCALL
on_begin(void *data, const XML_Char *name, const XML_Char **attrs)
{
	struct walk *w = data;

	if (++w->depth > ZIPIN_DEPTH)
		refuse(w);
	else if (w->xml->begin != NULL)
		w->xml->begin(w->data, local(name), attrs);
}

static void XMLCALL
on_end(void *data, const XML_Char *name)
{
	struct walk *w = data;

	w->depth--;
	if (w->xml->end != NULL)
		w->xml->end(w->data, local(name));
}

static void XMLCALL
on_text(void *data, const XML_Char *text, int len)
{
	struct walk *w = data;

	if (w->xml->text != NULL)
		w->xml->text(w->data, text, len);
}

static void XMLCALL
on_doctype(void *data, const XML_Char *name, const XML_Char *system,
           const XML_Char *public, int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	refuse(data);
}

int
zipin_xml(struct zipin *z, const char *part, const struct xml *xml, void *data)
{
	_Static_assert(ZIPIN_PART < INT32_MAX, "a part's length is an int");
	struct walk w = { .xml = xml, .data = data };
	struct buf text = BUF_INIT;
	int rc = read_part(z, part, &text);

	if (rc != 0) {
		buf_free(&text);
		return rc;
	}
	w.parser = XML_ParserCreate("UTF-8");
	if (w.parser == NULL)
		diag_die(STATUS_FAULT, "out of memory");
	XML_SetUserData(w.parser, &w);
	XML_SetElementHandler(w.parser, on_begin, on_end);
	XML_SetCharacterDataHandler(w.parser, on_text);
	XML_SetStartDoctypeDeclHandler(w.parser, on_doctype);
	if (XML_Parse(w.parser, text.data, (int)text.len, 1) != XML_STATUS_OK)
		rc = fault(z, w.refused ? "contains XML that is not allowed: a "
		                          "document type, or deep nesting" :
		                          "is damaged: its XML is not well "
		                          "formed");
	XML_ParserFree(w.parser);
	buf_free(&text);
	return rc;
}

const char *
xml_attr(const char **attrs, const char *name)
{
	for (; *attrs != NULL; attrs += 2)
		if (strcmp(local(*attrs), name) == 0)
			return attrs[1];
	return NULL;
}
