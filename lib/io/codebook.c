#include "io/codebook.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "data/codebooks.h"
#include "io/codebook_parts.h"
#include "io/source.h"
#include "text/naming.h"
#include "text/uuid.h"

/* The name space of guids made here: version 5 of urn:dlg:codebook as URL. */
static const char name_space[] = "6ee0b7e3-fccf-5b86-9554-15f4a0f375b5";

int
codebook_fault(const struct codebook *c, size_t line, const char *fmt, ...)
{
	char why[256];
	va_list args;

	if (c->quiet)
		return -1;
	va_start(args, fmt);
	vsnprintf(why, sizeof(why), fmt, args);
	va_end(args);
	return diag_at(STATUS_FAULT, c->file, line, "%s", why);
}

struct code *
codebook_add(struct codebook *c, size_t parent, struct slice name)
{
	struct code *code;

	c->v = mem_grow(c->v, &c->cap, c->n + 1, sizeof(*c->v));
	code = &c->v[c->n++];
	*code = (struct code){ .name = pool_slice(&c->pool, slice_trim(name)),
		               .parent = parent,
		               .codable = true,
		               .line = c->line };
	return code;
}

void
codebook_text(struct codebook *c, struct code_texts *list, struct slice text)
{
	text = slice_trim(text);
	if (text.len == 0)
		return;
	list->v = mem_grow(list->v, &list->cap, list->n + 1, sizeof(*list->v));
	list->v[list->n++] =
	    (struct code_text){ pool_slice(&c->pool, text), c->line };
}

int
codebook_guid(struct codebook *c, struct code *code, struct slice text)
{
	char guid[UUID_LEN + 1];

	if (!uuid_read(text, guid))
		return codebook_fault(c, c->line,
		                      "the guid is no UUID such as 5c2a7bd1-"
		                      "9c0f-5b61-8a52-0f2f3a1f6d5e: leave it "
		                      "out to have one made");
	code->guid = pool_slice(&c->pool, slice_of(guid));
	return 0;
}

void
codebook_keywords(struct codebook *c, struct code *code, struct slice text)
{
	while (text.len > 0) {
		size_t len = 0;

		while (len < text.len && text.p[len] != ';' &&
		       text.p[len] != '\n')
			len++;
		codebook_text(c, &code->keywords,
		              (struct slice){ text.p, len });
		len += len < text.len;
		text.p += len;
		text.len -= len;
	}
}

/* Whether line begins with word and a colon; what follows goes to *rest. */
static bool
labelled(struct slice line, const char *word, struct slice *rest)
{
	size_t len = strlen(word);

	if (line.len <= len || line.p[len] != ':')
		return false;
	for (size_t i = 0; i < len; i++)
		if ((line.p[i] | 32) != (word[i] | 32))
			return false;
	*rest = (struct slice){ line.p + len + 1, line.len - len - 1 };
	return true;
}

void
codebook_describe(struct codebook *c, struct code *code, struct slice text)
{
	struct buf left = BUF_INIT;

	buf_slice(&left, code->description);
	while (text.len > 0) {
		const char *end = memchr(text.p, '\n', text.len);
		size_t len = end ? (size_t)(end - text.p) : text.len;
		struct slice line = slice_trim((struct slice){ text.p, len });
		struct slice rest;

		if (labelled(line, "keywords", &rest))
			codebook_keywords(c, code, rest);
		else if (labelled(line, "pattern", &rest))
			codebook_text(c, &code->patterns, rest);
		else if (labelled(line, "example", &rest))
			codebook_text(c, &code->examples, rest);
		else {
			if (left.len > 0)
				buf_addc(&left, '\n');
			buf_slice(&left, line);
		}
		len += len < text.len;
		text.p += len;
		text.len -= len;
	}
	code->description = pool_slice(&c->pool, slice_trim(buf_view(&left)));
	buf_free(&left);
}

/* Look for the codes that others name as their parent: by name or guid. */
static int
find_parents(struct codebook *c)
{
	struct map names = MAP_INIT;
	size_t *which = mem_alloc((2 * c->n + 1) * sizeof(*which));
	int rc = 0;

	for (size_t i = 0; i < c->n; i++) {
		struct slice keys[] = { c->v[i].name, c->v[i].guid };

		for (size_t j = 0; j < 2; j++) {
			size_t before = names.n, n;

			if (keys[j].len == 0)
				continue;
			n = map_add(&names, keys[j]);
			which[n] = n == before ? i : CODE_NONE;
		}
	}
	for (size_t i = 0; i < c->n && rc == 0; i++) {
		struct code *code = &c->v[i];
		size_t n;

		if (code->parent_ref.len == 0)
			continue;
		n = map_find(&names, code->parent_ref);
		if (n == MAP_NONE)
			rc = codebook_fault(c, code->line,
			                    "the parent is no code of this "
			                    "codebook: add it as a code");
		else if (which[n] == CODE_NONE)
			rc = codebook_fault(c, code->line,
			                    "two codes have the name of the "
			                    "parent: name it by its guid");
		else
			code->parent = which[n];
	}
	map_free(&names);
	free(which);
	return rc;
}

/* Names from the top, a slash between; \ before a / or \ of a name. */
static int
add_path(const struct codebook *c, size_t i, size_t depth, struct buf *path)
{
	if (depth > CODEBOOK_DEPTH)
		return -1;
	if (c->v[i].parent != CODE_NONE) {
		if (add_path(c, c->v[i].parent, depth + 1, path) < 0)
			return -1;
		buf_addc(path, '/');
	}
	for (size_t j = 0; j < c->v[i].name.len; j++) {
		char ch = c->v[i].name.p[j];

		if (ch == '/' || ch == '\\')
			buf_addc(path, '\\');
		buf_addc(path, ch);
	}
	return 0;
}

static int
check_code(struct codebook *c, size_t i, struct map *paths, struct map *guids)
{
	struct code *code = &c->v[i];
	size_t before = paths->n, known = guids->n;
	const char *wrong = naming_fault(code->name);
	char guid[UUID_LEN + 1];
	struct buf path = BUF_INIT;
	int rc = 0;

	if (code->name.len == 0)
		return codebook_fault(c, code->line, "a code has no name");
	if (wrong != NULL)
		return codebook_fault(c, code->line, "a code's name %s", wrong);
	if (add_path(c, i, 1, &path) < 0)
		rc = codebook_fault(c, code->line,
		                    "codes are nested in a ring, or more than "
		                    "%d deep",
		                    CODEBOOK_DEPTH);
	else if (map_add(paths, buf_view(&path)) < before)
		rc = codebook_fault(c, code->line,
		                    "two codes of one parent have the same "
		                    "name: rename one, or make them one");
	else if (code->guid.len == 0) {
		uuid_of_name(name_space, buf_view(&path), guid);
		code->guid = pool_slice(&c->pool, slice_of(guid));
	}
	if (rc == 0 && map_add(guids, code->guid) < known)
		rc = codebook_fault(c, code->line,
		                    "two codes have the same guid");
	buf_free(&path);
	return rc;
}

int
codebook_finish(struct codebook *c)
{
	struct map paths = MAP_INIT, guids = MAP_INIT;
	size_t codable = 0;
	int rc = find_parents(c);

	for (size_t i = 0; i < c->n && rc == 0; i++) {
		rc = check_code(c, i, &paths, &guids);
		codable += c->v[i].codable;
	}
	if (rc == 0 && codable == 0)
		rc = codebook_fault(c, 0, "holds no code");
	map_free(&paths);
	map_free(&guids);
	return rc;
}

/* The first byte that is no white space and no byte order mark; 0 if none. */
static char
first_byte(struct slice *text)
{
	if (slice_starts(*text, SLICE("\xef\xbb\xbf"))) {
		text->p += 3;
		text->len -= 3;
	}
	for (size_t i = 0; i < text->len; i++)
		if (strchr(" \t\r\n", text->p[i]) == NULL)
			return text->p[i];
	return '\0';
}

int
codebook_read(struct codebook *c, struct slice text)
{
	char first = first_byte(&text);
	int rc;

	if (text.len > CODEBOOK_SIZE)
		return codebook_fault(c, 0, "is larger than 16 MiB");
	if (slice_starts(text, SLICE("PK\3\4")))
		return codebook_fault(c, 0,
		                      "is a zip file, perhaps a project: "
		                      "export the codebook alone, as .qdc");
	if (first == '\0')
		return codebook_fault(c, 0, "holds no code");
	if (first == '<')
		rc = codebook_qdc(c, text);
	else if (first == '{' || first == '[')
		rc = codebook_json(c, text);
	else
		rc = codebook_csv(c, text);
	return rc < 0 ? -1 : codebook_finish(c);
}

void
codebook_list(struct out *out)
{
	struct buf line = BUF_INIT;

	for (const struct codebooks_entry *e = codebooks; e->name; e++) {
		buf_reset(&line);
		buf_addf(&line, "%-26s%s\n", e->name, e->about);
		out_slice(out, buf_view(&line));
	}
	buf_free(&line);
}

int
codebook_load(struct codebook *c, const char *path)
{
	struct slice text;
	struct source src;
	int rc;

	c->file = path;
	for (const struct codebooks_entry *e = codebooks; e->name; e++)
		if (strcmp(path, e->name) == 0)
			return codebook_read(
			    c, (struct slice){ e->text,
			                       (size_t)(e->end - e->text) });
	rc = source_open(&src, path, path, NULL, CODEBOOK_SIZE);
	if (rc == 0)
		rc = source_whole(&src, &text);
	if (rc == 0)
		rc = codebook_read(c, text);
	source_close(&src);
	return rc;
}

struct rules *
codebook_rules(const struct codebook *c, const char *language)
{
	struct rules *r = rules_new(language);

	for (size_t i = 0; i < c->n; i++) {
		const struct code *code = &c->v[i];

		for (size_t j = 0; j < code->keywords.n + code->patterns.n;
		     j++) {
			bool word = j < code->keywords.n;
			const struct code_text *t =
			    word ? &code->keywords.v[j] :
				   &code->patterns.v[j - code->keywords.n];
			const char *why =
			    word ? rules_keyword(r, (uint32_t)i, t->text) :
				   rules_pattern(r, (uint32_t)i, t->text);

			if (why == NULL)
				continue;
			codebook_fault(c, t->line, "a %s %s",
			               word ? "keyword" : "pattern", why);
			rules_free(r);
			return NULL;
		}
	}
	return r;
}

void
codebook_free(struct codebook *c)
{
	for (size_t i = 0; i < c->n; i++) {
		free(c->v[i].keywords.v);
		free(c->v[i].patterns.v);
		free(c->v[i].examples.v);
	}
	free(c->v);
	pool_free(&c->pool);
	*c = (struct codebook)CODEBOOK_INIT;
}
