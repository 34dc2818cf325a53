#include <stdlib.h>

#include "base/mem.h"
#include "io/codebook_parts.h"

/* How many bytes of the character at s[at] XML cannot hold; 0 if it can. */
static size_t
unfit(struct slice s, size_t at)
{
	unsigned char ch = (unsigned char)s.p[at];

	if (ch < 0x20)
		return ch != '\t' && ch != '\n' && ch != '\r';
	if (ch == 0xef && at + 2 < s.len && s.p[at + 1] == '\xbf' &&
	    (unsigned char)s.p[at + 2] >= 0xbe)
		return 3; /* U+FFFE, U+FFFF */
	return 0;
}

void
codebook_escape(struct slice s, bool attribute, struct buf *to)
{
	for (size_t i = 0; i < s.len; i++) {
		size_t skip = unfit(s, i);

		if (skip > 0)
			i += skip - 1;
		else if (s.p[i] == '&')
			buf_adds(to, "&amp;");
		else if (s.p[i] == '<')
			buf_adds(to, "&lt;");
		else if (s.p[i] == '>')
			buf_adds(to, "&gt;");
		else if (s.p[i] == '"' && attribute)
			buf_adds(to, "&quot;");
		else if (s.p[i] == '\r')
			buf_adds(to, "&#13;");
		else if (attribute && (s.p[i] == '\n' || s.p[i] == '\t'))
			buf_addc(to, ' ');
		else
			buf_addc(to, s.p[i]);
	}
}

/* Write text as character data, or within an attribute's quotes. */
static void
put_text(struct out *out, struct slice s, bool attribute)
{
	struct buf escaped = BUF_INIT;

	codebook_escape(s, attribute, &escaped);
	out_slice(out, buf_view(&escaped));
	buf_free(&escaped);
}

static void
indent(struct out *out, size_t depth)
{
	for (size_t i = 0; i < depth; i++)
		out_slice(out, SLICE("  "));
}

/* Begin a line of the description, behind what is there. */
static void
new_line(struct out *out, bool *first)
{
	if (!*first)
		out_slice(out, SLICE("\n"));
	*first = false;
}

/* A text on one line. */
static void
put_line(struct out *out, const char *label, struct slice s, bool *first)
{
	new_line(out, first);
	out_put(out, label, strlen(label));
	for (size_t i = 0, j; i < s.len; i = j + 1) {
		for (j = i; j < s.len && s.p[j] != '\n' && s.p[j] != '\r';)
			j++;
		if (i > 0)
			out_slice(out, SLICE(" "));
		put_text(out, (struct slice){ s.p + i, j - i }, false);
	}
}

static void
put_description(const struct code *c, size_t depth, struct out *out)
{
	bool first = true;

	if (c->description.len + c->keywords.n + c->patterns.n +
	        c->examples.n ==
	    0)
		return;
	indent(out, depth);
	out_slice(out, SLICE("<Description>"));
	if (c->description.len > 0) {
		put_text(out, c->description, false);
		first = false;
	}
	if (c->keywords.n > 0) {
		new_line(out, &first);
		out_slice(out, SLICE("Keywords: "));
	}
	for (size_t i = 0; i < c->keywords.n; i++) {
		if (i > 0)
			out_slice(out, SLICE("; "));
		put_text(out, c->keywords.v[i].text, false);
	}
	for (size_t i = 0; i < c->patterns.n; i++)
		put_line(out, "Pattern: ", c->patterns.v[i].text, &first);
	for (size_t i = 0; i < c->examples.n; i++)
		put_line(out, "Example: ", c->examples.v[i].text, &first);
	out_slice(out, SLICE("</Description>\n"));
}

/* The codes of each parent in their order: next[] links, first[n] is the top.
 */
struct tree {
	size_t *first, *next;
};

static void
tree_init(struct tree *t, const struct codebook *c)
{
	t->first = mem_alloc((c->n + 1) * sizeof(*t->first));
	t->next = mem_alloc((c->n + 1) * sizeof(*t->next));
	for (size_t i = 0; i <= c->n; i++)
		t->first[i] = CODE_NONE;
	for (size_t i = c->n; i-- > 0;) {
		size_t parent = c->v[i].parent;
		size_t *at = &t->first[parent == CODE_NONE ? c->n : parent];

		t->next[i] = *at;
		*at = i;
	}
}

static void
put_codes(const struct codebook *c, const struct tree *t, size_t parent,
          size_t depth, struct out *out)
{
	for (size_t i = t->first[parent]; i != CODE_NONE; i = t->next[i]) {
		const struct code *code = &c->v[i];

		indent(out, depth);
		out_slice(out, SLICE("<Code guid=\""));
		put_text(out, code->guid, true);
		out_slice(out, SLICE("\" name=\""));
		put_text(out, code->name, true);
		out_slice(out, SLICE("\" isCodable=\""));
		out_slice(out, code->codable ? SLICE("true") : SLICE("false"));
		if (code->colour.len > 0) {
			out_slice(out, SLICE("\" color=\""));
			put_text(out, code->colour, true);
		}
		out_slice(out, SLICE("\">\n"));
		put_description(code, depth + 1, out);
		put_codes(c, t, i, depth + 1, out);
		indent(out, depth);
		out_slice(out, SLICE("</Code>\n"));
	}
}

void
codebook_put(const struct codebook *c, struct out *out)
{
	struct tree t;

	tree_init(&t, c);
	out_slice(out, SLICE("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	                     "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" "
	                     "origin=\"dlg\">\n  <Codes>\n"));
	put_codes(c, &t, c->n, 2, out);
	out_slice(out, SLICE("  </Codes>\n"));
	if (c->sets.len > 0) {
		out_slice(out, SLICE("  "));
		out_slice(out, c->sets);
		out_slice(out, SLICE("\n"));
	}
	out_slice(out, SLICE("</CodeBook>\n"));
	free(t.first);
	free(t.next);
}
