#include <jansson.h>
#include <stdlib.h>

#include "io/codebook_parts.h"
#include "io/value.h"

/*
 * Jansson decides whether the text is JSON; what it says is then read from the
 * text itself, for a message must tell the line.
 */
struct reading {
	struct codebook *c;
	struct slice text;
	size_t at; /* the byte up to which lines were counted */
	struct buf scratch;
};

/* Make the line of json, part of the text, the one being read. */
static void
find_line(struct reading *r, struct slice json)
{
	size_t to = (size_t)(json.p - r->text.p);

	for (; r->at < to; r->at++)
		r->c->line += r->text.p[r->at] == '\n';
}

static struct slice
text_of(struct reading *r, struct slice json)
{
	buf_reset(&r->scratch);
	return value_text(json, &r->scratch);
}

static int
take_list(struct reading *r, struct code_texts *list, struct slice json)
{
	struct value_walk w = value_open(json);
	struct slice key, val, text;

	if (json.p[0] == '"') {
		find_line(r, json);
		codebook_text(r->c, list, text_of(r, json));
		return 0;
	}
	if (json.p[0] != '[')
		return codebook_fault(r->c, r->c->line,
		                      "keywords, patterns and examples are "
		                      "arrays of strings");
	while (value_next(&w, &key, &val)) {
		find_line(r, val);
		text = text_of(r, val);
		if (text.p == NULL)
			return codebook_fault(r->c, r->c->line,
			                      "a keyword, pattern or example "
			                      "is no string");
		codebook_text(r->c, list, text);
	}
	return 0;
}

static bool
named(struct slice key, const char *a, const char *b)
{
	return slice_is(key, a) || slice_is(key, b);
}

static int read_codes(struct reading *r, struct slice array, size_t parent,
                      size_t depth);

/* One of the members that are no strings. */
static int
take_member(struct reading *r, size_t code, struct slice key, struct slice val,
            size_t depth)
{
	struct code *to = &r->c->v[code];

	if (named(key, "keywords", "keyword"))
		return take_list(r, &to->keywords, val);
	if (named(key, "patterns", "pattern"))
		return take_list(r, &to->patterns, val);
	if (named(key, "examples", "seeds"))
		return take_list(r, &to->examples, val);
	if (named(key, "codable", "isCodable") &&
	    (slice_is(val, "true") || slice_is(val, "false"))) {
		to->codable = slice_is(val, "true");
		return 0;
	}
	if (named(key, "codes", "children"))
		return read_codes(r, val, code, depth + 1);
	return codebook_fault(r->c, r->c->line,
	                      "a member is not one of name, guid, description, "
	                      "keywords, patterns, examples, parent, codable, "
	                      "codes, or not of its kind");
}

static int
take_string(struct reading *r, size_t code, struct slice key, struct slice val,
            size_t depth)
{
	struct code *to = &r->c->v[code];
	struct slice text = text_of(r, val);

	if (named(key, "name", "code"))
		return 0;
	if (text.p != NULL && slice_is(key, "guid"))
		return codebook_guid(r->c, to, text);
	if (text.p != NULL && slice_is(key, "description")) {
		codebook_describe(r->c, to, text);
		return 0;
	}
	if (text.p != NULL && slice_is(key, "parent")) {
		to->parent_ref = pool_slice(&r->c->pool, slice_trim(text));
		return 0;
	}
	if (slice_is(key, "color"))
		return 0;
	return take_member(r, code, key, val, depth);
}

static int
read_code(struct reading *r, struct slice object, size_t parent, size_t depth)
{
	struct value_walk w = value_open(object);
	struct slice key, val, name;
	size_t code = r->c->n;

	find_line(r, object);
	if (object.p[0] != '{')
		return codebook_fault(r->c, r->c->line,
		                      "a code is an object with a name");
	if (r->c->n == CODEBOOK_CODES)
		return codebook_fault(r->c, r->c->line,
		                      "more than 100,000 codes");
	name = value_get(object, "name");
	if (name.p == NULL)
		name = value_get(object, "code");
	codebook_add(r->c, parent, text_of(r, name));
	while (value_next(&w, &key, &val)) {
		find_line(r, val);
		if (take_string(r, code, key, val, depth) < 0)
			return -1;
	}
	return 0;
}

static int
read_codes(struct reading *r, struct slice array, size_t parent, size_t depth)
{
	struct value_walk w = value_open(array);
	struct slice key, val;

	if (array.p == NULL || array.p[0] != '[')
		return codebook_fault(r->c, r->c->line,
		                      "codes are not in an array: "
		                      "{\"codes\":[{\"name\":...}]}");
	if (depth > CODEBOOK_DEPTH)
		return codebook_fault(r->c, r->c->line,
		                      "codes are nested more than %d deep",
		                      CODEBOOK_DEPTH);
	while (value_next(&w, &key, &val))
		if (read_code(r, val, parent, depth) < 0)
			return -1;
	return 0;
}

int
codebook_json(struct codebook *c, struct slice text)
{
	struct reading r = { .c = c, .text = text, .scratch = BUF_INIT };
	json_error_t error;
	json_t *checked =
	    json_loadb(text.p, text.len, JSON_REJECT_DUPLICATES, &error);
	struct slice codes;
	int rc;

	if (checked == NULL)
		return codebook_fault(
		    c, error.line > 0 ? (size_t)error.line : 0,
		    json_error_code(&error) == json_error_duplicate_key ?
			"a member occurs twice in an object" :
			"not JSON");
	json_decref(checked);
	c->line = 1;
	text = slice_trim(text);
	codes = text;
	if (text.p[0] == '{')
		codes = value_get(text, "codes");
	rc = read_codes(&r, codes, CODE_NONE, 1);
	buf_free(&r.scratch);
	return rc;
}
