#include <expat.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/codebook_parts.h"
#include "text/naming.h"
#include "text/u8.h"

/* What an element is to us. */
enum element { OTHER, CODE, DESCRIPTION, SETS };

enum { LEVELS = 64 }; /* of elements */

struct reading {
	struct codebook *c;
	XML_Parser parser;
	enum element stack[LEVELS];
	size_t depth;
	size_t at; /* the code that we are in, or CODE_NONE */
	struct buf text;
	struct buf sets; /* what stands in them, written again */
	bool failed;
};

/* A name without its name space. */
static const char *
local_name(const char *name)
{
	const char *colon = strrchr(name, '|');

	return colon ? colon + 1 : name;
}

/* Stop with a message. */
static void
fail(struct reading *r, const char *why)
{
	if (!r->failed)
		codebook_fault(r->c, XML_GetCurrentLineNumber(r->parser), "%s",
		               why);
	r->failed = true;
	XML_StopParser(r->parser, XML_FALSE);
}

/* Whether a colour is as the schema has it: #7f00a0. */
static bool
is_colour(struct slice s)
{
	for (size_t i = 1; i < s.len; i++)
		if (strchr("0123456789abcdefABCDEF", s.p[i]) == NULL)
			return false;
	return s.len == 7 && s.p[0] == '#';
}

static void
open_code(struct reading *r, const char **attributes)
{
	struct slice guid = { NULL, 0 }, name = { NULL, 0 };
	struct slice colour = { NULL, 0 };
	int codable = 1;
	struct code *code;

	for (; attributes[0] != NULL; attributes += 2) {
		const char *key = local_name(attributes[0]);

		if (strcmp(key, "guid") == 0)
			guid = slice_of(attributes[1]);
		else if (strcmp(key, "name") == 0)
			name = slice_of(attributes[1]);
		else if (strcmp(key, "color") == 0)
			colour = slice_of(attributes[1]);
		else if (strcmp(key, "isCodable") == 0)
			codable =
			    naming_yes(slice_trim(slice_of(attributes[1])));
	}
	if (codable < 0) {
		fail(r, "isCodable is neither true nor false");
		return;
	}
	if (r->c->n == CODEBOOK_CODES) {
		fail(r, "more than 100,000 codes");
		return;
	}
	r->c->line = XML_GetCurrentLineNumber(r->parser);
	code = codebook_add(r->c, r->at, name);
	code->codable = codable == 1;
	if (is_colour(colour))
		code->colour = pool_slice(&r->c->pool, colour);
	r->at = r->c->n - 1;
	if (guid.p != NULL && codebook_guid(r->c, code, guid) < 0) {
		r->failed = true;
		XML_StopParser(r->parser, XML_FALSE);
	}
}

/* Whether we are within the sets of codes. */
static bool
in_sets(const struct reading *r)
{
	return r->depth > 1 && r->stack[r->depth - 1] == SETS;
}

/* Begin an element of the sets anew, without name spaces. */
static void
copy_start(struct reading *r, const char *name, const char **attributes)
{
	buf_addc(&r->sets, '<');
	buf_adds(&r->sets, name);
	for (; attributes[0] != NULL; attributes += 2) {
		if (strchr(attributes[0], '|') != NULL)
			continue;
		buf_addc(&r->sets, ' ');
		buf_adds(&r->sets, attributes[0]);
		buf_adds(&r->sets, "=\"");
		codebook_escape(slice_of(attributes[1]), true, &r->sets);
		buf_addc(&r->sets, '"');
	}
	buf_addc(&r->sets, '>');
}

static void
copy_end(struct reading *r, const char *name)
{
	buf_adds(&r->sets, "</");
	buf_adds(&r->sets, name);
	buf_addc(&r->sets, '>');
}

static void
open_element(void *data, const char *name, const char **attributes)
{
	struct reading *r = data;
	enum element e = OTHER;

	name = local_name(name);
	if (r->depth == 0 && strcmp(name, "CodeBook") != 0) {
		fail(r, "not a REFI-QDA codebook: its root is no CodeBook");
		return;
	}
	if (r->depth == LEVELS) {
		fail(r, "elements are nested more than 64 deep");
		return;
	}
	if (in_sets(r) || (r->depth == 1 && strcmp(name, "Sets") == 0)) {
		e = SETS;
		copy_start(r, name, attributes);
	} else if (strcmp(name, "Code") == 0) {
		e = CODE;
		open_code(r, attributes);
	} else if (strcmp(name, "Description") == 0 && r->depth > 0 &&
	           r->stack[r->depth - 1] == CODE) {
		e = DESCRIPTION;
		r->c->line = XML_GetCurrentLineNumber(r->parser);
		buf_reset(&r->text);
	}
	r->stack[r->depth++] = e;
}

static void
close_element(void *data, const char *name)
{
	struct reading *r = data;
	enum element e;

	if (r->failed) /* expat closes an empty element even so */
		return;
	e = r->stack[--r->depth];
	if (e == DESCRIPTION)
		codebook_describe(r->c, &r->c->v[r->at], buf_view(&r->text));
	else if (e == SETS)
		copy_end(r, local_name(name));
	else if (e == CODE)
		r->at = r->c->v[r->at].parent;
}

static void
take_text(void *data, const char *s, int len)
{
	struct reading *r = data;

	if (r->depth > 0 && r->stack[r->depth - 1] == DESCRIPTION)
		buf_add(&r->text, s, (size_t)len);
	else if (in_sets(r))
		codebook_escape((struct slice){ s, (size_t)len }, false,
		                &r->sets);
}

/* A document type may declare entities, which may mean anything: no. */
static void
refuse_doctype(void *data, const char *name, const char *system,
               const char *public_id, int has_subset)
{
	(void)name, (void)system, (void)public_id, (void)has_subset;
	fail(data, "a document type or entity is declared, which no codebook "
	           "needs: remove <!DOCTYPE ...>");
}

static int
parse(struct reading *r, struct slice text)
{
	static const char utf8[] = "UTF-8";

	/* What is UTF-8 is, whatever its declaration says: it may have been
	 * UTF-16 when it was opened. */
	if (u8_valid(text) == text.len)
		XML_SetEncoding(r->parser, utf8);
	XML_SetUserData(r->parser, r);
	XML_SetElementHandler(r->parser, open_element, close_element);
	XML_SetCharacterDataHandler(r->parser, take_text);
	XML_SetStartDoctypeDeclHandler(r->parser, refuse_doctype);
	if (XML_Parse(r->parser, text.p, (int)text.len, 1) == XML_STATUS_OK)
		return 0;
	if (XML_GetErrorCode(r->parser) == XML_ERROR_NO_MEMORY)
		diag_die(STATUS_FAULT, "out of memory");
	if (!r->failed)
		codebook_fault(r->c, XML_GetCurrentLineNumber(r->parser),
		               "not well-formed XML: export the codebook "
		               "again as .qdc");
	return -1;
}

int
codebook_qdc(struct codebook *c, struct slice text)
{
	static const XML_Memory_Handling_Suite memory = { malloc, realloc,
		                                          free };
	struct reading r = {
		.c = c, .at = CODE_NONE, .text = BUF_INIT, .sets = BUF_INIT
	};
	int rc;

	r.parser = XML_ParserCreate_MM(NULL, &memory, "|");
	if (r.parser == NULL)
		diag_die(STATUS_FAULT, "out of memory");
	buf_reserve(&r.text, 1);
	rc = parse(&r, text);
	XML_ParserFree(r.parser);
	c->sets = pool_slice(&c->pool, buf_view(&r.sets));
	buf_free(&r.sets);
	buf_free(&r.text);
	return rc;
}
