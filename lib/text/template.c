#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/template_parts.h"

enum { DEPTH = 16, PARTS = 8 };

/* A section that is open while a template is read. */
struct open {
	size_t node;
	const struct template_field *fields; /* of what is inside it */
	bool frame; /* whether they are its own: it loops over a list */
};

struct reader {
	struct template *t;
	const char *file;
	size_t line;
	template_part *part;
	struct open open[DEPTH];
	size_t nopen;
	size_t parts; /* templates being put into one another */
};

static int
fault(const struct reader *r, const char *what)
{
	return diag_at(STATUS_FAULT, r->file, r->line, "%s", what);
}

/* The same of a name, of which no more is shown than is one. */
static int
fault_in(const struct reader *r, const char *before, struct slice name,
         const char *after)
{
	size_t len = 0;

	while (
	    len < name.len && len < 40 &&
	    (name.p[len] == '_' || (name.p[len] >= 'a' && name.p[len] <= 'z')))
		len++;
	return diag_at(STATUS_FAULT, r->file, r->line, "%s \"%.*s\"%s", before,
	               (int)len, len > 0 ? name.p : "", after);
}

static struct node *
add_node(struct reader *r, enum node_kind kind, struct slice text)
{
	struct template *t = r->t;

	t->nodes = mem_grow(t->nodes, &t->cap, t->n + 1, sizeof(*t->nodes));
	t->nodes[t->n] = (struct node){ .kind = kind, .text = text };
	return &t->nodes[t->n++];
}

/* Find the field of a node, in the innermost thing that has one of its name. */
static int
resolve(struct reader *r, struct node *n)
{
	size_t depth = 0;

	for (size_t i = r->nopen; i-- > 0;) {
		const struct template_field *f = r->open[i].fields;

		if (!r->open[i].frame)
			continue;
		for (; f->name != NULL; f++)
			if (slice_is(n->text, f->name)) {
				n->field = f;
				n->depth = depth;
				return 0;
			}
		depth++;
	}
	return fault_in(r, "there is no field", n->text,
	                ": see dlg-report(1) for those there are");
}

static size_t
word_len(struct slice s)
{
	size_t n = 0;

	while (n < s.len && (s.p[n] == '_' || (s.p[n] >= 'a' && s.p[n] <= 'z')))
		n++;
	return n;
}

static int
set_number(struct reader *r, struct slice value, size_t *to)
{
	size_t n = 0;

	for (size_t i = 0; i < value.len; i++) {
		if (value.p[i] < '0' || value.p[i] > '9' || n > 1000000)
			return fault(r, "max takes a whole number");
		n = 10 * n + (size_t)(value.p[i] - '0');
	}
	*to = n;
	return 0;
}

static int
set_attribute(struct reader *r, struct node *n, struct slice name,
              struct slice value)
{
	struct {
		const char *name;
		struct slice *to;
	} words[] = {
		{ "sep", &n->sep }, { "last", &n->last }, { "more", &n->more },
		{ "one", &n->one }, { "many", &n->many }, { "or", &n->none },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_is(name, words[i].name)) {
			*words[i].to = value;
			return 0;
		}
	if (slice_is(name, "max"))
		return set_number(r, value, &n->max);
	if (!slice_is(name, "fit"))
		return fault_in(r, "there is no attribute", name, "");
	n->fit = true;
	return 0;
}

/* name="value" ..., what follows the name in a tag. */
static int
read_attributes(struct reader *r, struct node *n, struct slice s)
{
	for (s = slice_trim(s); s.len > 0; s = slice_trim(s)) {
		size_t len = word_len(s);
		struct slice name = { s.p, len };
		const char *quote;

		s = slice_from(s, len);
		if (len == 0 || s.len < 3 || s.p[0] != '=' || s.p[1] != '"')
			return fault(r, "not an attribute: name=\"value\"");
		s = slice_from(s, 2);
		if ((quote = memchr(s.p, '"', s.len)) == NULL)
			return fault(r, "an attribute without its second \"");
		len = (size_t)(quote - s.p);
		if (set_attribute(r, n, name, (struct slice){ s.p, len }) < 0)
			return -1;
		s = slice_from(s, len + 1);
	}
	return 0;
}

static int
open_section(struct reader *r, enum node_kind kind, const struct node *n)
{
	struct open *o = &r->open[r->nopen];

	if (r->nopen == DEPTH)
		return fault(r, "sections too deep in one another");
	if (kind == NODE_EACH && n->field->kind != TEMPLATE_LIST)
		return fault(r, "not a list: write ? or ^ instead of #");
	*o = (struct open){ .node = r->t->n - 1,
		            .fields = n->field->of,
		            .frame = kind == NODE_EACH };
	r->nopen++;
	return 0;
}

static int
close_section(struct reader *r, struct slice name)
{
	struct node *n;

	if (r->nopen < 2)
		return fault(r, "the end of a section that was not begun");
	n = &r->t->nodes[r->open[--r->nopen].node];
	if (!slice_eq(n->text, slice_trim(name)))
		return fault_in(r, "the section", n->text, " must end first");
	n->end = r->t->n;
	return 0;
}

static int read_text(struct reader *r, struct slice text);

/* Put in a part; within a line its own last newline does not count. */
static int
include(struct reader *r, struct slice name, bool alone)
{
	struct slice text = r->part(slice_trim(name));
	size_t line = r->line;
	int bad;

	if (text.p == NULL)
		return fault_in(r, "there is no part", slice_trim(name), "");
	if (r->parts == PARTS)
		return fault(r, "parts too deep in one another");
	if (!alone && text.len > 0 && text.p[text.len - 1] == '\n')
		text.len--;
	r->parts++;
	r->line = 1;
	bad = read_text(r, text);
	r->parts--;
	r->line = line;
	return bad;
}

/* A field, or the beginning of a section. */
static int
read_field(struct reader *r, enum node_kind kind, struct slice tag, bool alone)
{
	size_t len = word_len(tag);
	struct slice name = { tag.p, len };
	struct node *n;

	if (kind == NODE_FIELD && slice_is(name, "footnotes")) {
		add_node(r, NODE_FOOTNOTES, name);
		return 0;
	}
	n = add_node(r, kind, name);
	n->block = alone;
	if (len == 0)
		return fault(r, "a tag without a name");
	if (resolve(r, n) < 0 ||
	    read_attributes(r, n, slice_from(tag, len)) < 0)
		return -1;
	return kind == NODE_FIELD ? 0 : open_section(r, kind, n);
}

static int
read_tag(struct reader *r, struct slice tag, bool alone)
{
	struct slice inside = slice_from(tag, tag.len > 0);

	switch (tag.len > 0 ? tag.p[0] : ' ') {
	case '#':
		return read_field(r, NODE_EACH, inside, alone);
	case '?':
		return read_field(r, NODE_IF, inside, alone);
	case '^':
		return read_field(r, NODE_UNLESS, inside, alone);
	case '/':
		return close_section(r, inside);
	case '>':
		return include(r, inside, alone);
	case '!':
		return 0;
	}
	return read_field(r, NODE_FIELD, tag, false);
}

/* Whether the tag that begins at start and ends before end has its own line. */
static bool
stands_alone(struct slice text, size_t start, size_t end)
{
	if (strchr("#?^/>!", text.p[start + 2]) == NULL)
		return false;
	while (start > 0 && text.p[start - 1] == ' ')
		start--;
	return (start == 0 || text.p[start - 1] == '\n') &&
	       (end == text.len || text.p[end] == '\n');
}

static void
add_words(struct reader *r, struct slice words)
{
	if (words.len > 0)
		add_node(r, NODE_WORDS, words);
	for (size_t i = 0; i < words.len; i++)
		r->line += words.p[i] == '\n';
}

/* Where "{{" or "}}" begins at or after from, or the end of text. */
static size_t
find_braces(struct slice text, size_t from, char brace)
{
	while (from + 1 < text.len &&
	       !(text.p[from] == brace && text.p[from + 1] == brace))
		from++;
	return from + 1 < text.len ? from : text.len;
}

static int
read_text(struct reader *r, struct slice text)
{
	size_t from = 0, start, end;

	while ((start = find_braces(text, from, '{')) < text.len) {
		struct slice tag = { text.p + start + 2, 0 };
		bool alone;

		end = find_braces(text, start + 2, '}');
		if (end == text.len)
			return fault(r, "a tag without its }}");
		tag.len = end - start - 2;
		end += 2;
		alone = stands_alone(text, start, end);
		add_words(r, (struct slice){ text.p + from, start - from });
		if (read_tag(r, tag, alone) < 0)
			return -1;
		r->line += alone && end < text.len;
		from = end + (alone && end < text.len);
	}
	add_words(r, slice_from(text, from));
	return 0;
}

struct template *
template_new(const char *file, struct slice text,
             const struct template_field *fields, template_part *part)
{
	struct reader r = { .file = file, .line = 1, .part = part };

	r.t = mem_zalloc(1, sizeof(*r.t));
	r.open[r.nopen++] = (struct open){ 0, fields, true };
	if (read_text(&r, text) < 0 ||
	    (r.nopen > 1 && fault(&r, "a section without its end") < 0)) {
		template_free(r.t);
		return NULL;
	}
	return r.t;
}

bool
template_uses(const struct template *t, const char *name)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->nodes[i].field != NULL &&
		    slice_is(t->nodes[i].text, name))
			return true;
	return false;
}

void
template_free(struct template *t)
{
	if (t == NULL)
		return;
	free(t->nodes);
	free(t);
}
