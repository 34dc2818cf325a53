#include <string.h>

#include "text/escape.h"
#include "text/template_parts.h"

enum { FRAMES = 16, FLUSH = 64 * 1024 };

struct render {
	const struct template *t;
	struct out *out;
	struct buf page; /* not yet in out */
	size_t newlines; /* at the end of what was written */
	size_t fit;      /* bytes a section may take; 0 for all */
	size_t spent;    /* of that, by the lists behind the last heading */
	size_t holding;  /* sections open whose output may be taken back */
	void *frames[FRAMES];
	size_t nframes;
	struct buf cite_list;
	size_t ncites;
};

/* Append Markdown: never more than one empty line, none at the beginning. */
static void
put(struct render *r, struct slice s)
{
	for (size_t i = 0, from = 0; s.len > 0 && i <= s.len; i++) {
		/* NOLINTNEXTLINE: len is 0 if p is NULL */
		bool newline = i < s.len && s.p[i] == '\n';

		if (i < s.len && !newline) {
			r->newlines = 0;
			continue;
		}
		if (newline && r->newlines < 2) {
			r->newlines++;
			continue;
		}
		buf_add(&r->page, s.p + from, i - from);
		from = i + 1;
	}
}

static void *
value_of(const struct render *r, const struct node *n)
{
	char *thing = r->frames[r->nframes - 1 - n->depth];

	return thing + n->field->offset;
}

static size_t
size_of(const struct node *n, const void *value)
{
	switch (n->field->kind) {
	case TEMPLATE_TEXT:
	case TEMPLATE_MARKUP:
		return ((const struct slice *)value)->len;
	case TEMPLATE_COUNT:
		return *(const size_t *)value;
	case TEMPLATE_FLAG:
		return *(const bool *)value;
	case TEMPLATE_LIST:
		return ((const struct template_list *)value)->n;
	case TEMPLATE_CITE:
		return ((const struct template_cite *)value)->text.len;
	}
	return 0;
}

static void
put_number(struct render *r, size_t n)
{
	char digits[40];
	size_t at = sizeof(digits), count = 0;

	do {
		if (count > 0 && count % 3 == 0)
			digits[--at] = ',';
		digits[--at] = (char)('0' + n % 10);
		count++;
	} while ((n /= 10) > 0);
	put(r, (struct slice){ digits + at, sizeof(digits) - at });
}

static void
put_cite(struct render *r, struct template_cite *c)
{
	if (c->number == 0) {
		buf_add(&r->cite_list, &c, sizeof(c));
		c->number = ++r->ncites;
	}
	put(r, SLICE("[^"));
	put_number(r, c->number);
	put(r, SLICE("]"));
}

static void
put_field(struct render *r, const struct node *n)
{
	void *value = value_of(r, n);
	size_t size = size_of(n, value);

	if (n->one.p != NULL || n->many.p != NULL) {
		put(r, size == 1 ? n->one : n->many);
		return;
	}
	if (size == 0 && n->none.p != NULL) {
		put(r, n->none);
		return;
	}
	switch (n->field->kind) {
	case TEMPLATE_TEXT:
		if (size > 0)
			r->newlines = 0;
		escape_markdown(&r->page, *(struct slice *)value, n->max);
		break;
	case TEMPLATE_MARKUP:
		put(r, *(struct slice *)value);
		break;
	case TEMPLATE_CITE:
		if (size > 0)
			put_cite(r, value);
		break;
	default:
		put_number(r, size);
	}
}

static void
put_footnotes(struct render *r)
{
	struct template_cite *c;

	if (r->cite_list.len > 0)
		put(r, SLICE("\n\n"));
	for (size_t at = 0; at < r->cite_list.len; at += sizeof(c)) {
		memcpy(&c, r->cite_list.data + at, sizeof(c));
		put(r, SLICE("[^"));
		put_number(r, c->number);
		put(r, SLICE("]: "));
		put(r, c->text);
		put(r, SLICE("\n\n"));
	}
	buf_reset(&r->cite_list);
}

/* Whether a heading stands in some words of a template. */
static bool
begins_section(struct slice s)
{
	return (s.len > 0 && s.p[0] == '#') ||
	       memmem(s.p, s.len, "\n#", 2) != NULL;
}

static void render_nodes(struct render *r, size_t from, size_t end);

static void
put_more(struct render *r, const struct node *n, size_t left)
{
	struct slice more = n->more;
	const char *mark = more.len ? memchr(more.p, '#', more.len) : NULL;
	size_t before = mark != NULL ? (size_t)(mark - more.p) : more.len;

	put(r, (struct slice){ more.p, before });
	if (mark != NULL) {
		put_number(r, left);
		put(r, (struct slice){ mark + 1, more.len - before - 1 });
	}
	if (n->block && more.len > 0)
		put(r, SLICE("\n"));
}

/* Render one item; take it back if the section has become too long. */
static bool
put_item(struct render *r, const struct node *n, size_t node, void *item,
         size_t start)
{
	size_t before = r->page.len, newlines = r->newlines;
	size_t cites = r->cite_list.len;

	r->frames[r->nframes++] = item;
	render_nodes(r, node + 1, n->end);
	r->nframes--;
	if (!n->fit || r->fit == 0 || r->spent + r->page.len - start <= r->fit)
		return true;
	buf_cut(&r->page, before);
	r->newlines = newlines;
	while (r->cite_list.len > cites) {
		struct template_cite *c;
		size_t last = r->cite_list.len - sizeof(c);

		memcpy(&c, r->cite_list.data + last, sizeof(c));
		buf_cut(&r->cite_list, last);
		c->number = 0;
		r->ncites--;
	}
	return false;
}

static void
put_list(struct render *r, size_t node)
{
	const struct node *n = &r->t->nodes[node];
	const struct template_list *l = value_of(r, n);
	size_t many = n->max > 0 && n->max < l->n ? n->max : l->n, i;
	size_t ends = n->last.p != NULL && n->more.len == 0 ? many : 0;
	size_t start = r->page.len;

	r->holding += n->fit;
	if (n->last.p != NULL && many == l->n)
		ends = many;
	for (i = 0; i < many; i++) {
		if (i > 0)
			put(r, i + 1 == ends ? n->last : n->sep);
		if (!put_item(r, n, node, l->items[i], start))
			break;
	}
	r->holding -= n->fit;
	if (r->holding == 0 && n->fit)
		r->spent += r->page.len - start;
	if (i < l->n)
		put_more(r, n, l->n - i);
}

static void
render_nodes(struct render *r, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		const struct node *n = &r->t->nodes[i];

		if (n->kind == NODE_WORDS) {
			put(r, n->text);
			if (begins_section(n->text))
				r->spent = 0;
		} else if (n->kind == NODE_FIELD)
			put_field(r, n);
		else if (n->kind == NODE_FOOTNOTES)
			put_footnotes(r);
		else if (n->kind == NODE_EACH)
			put_list(r, i);
		else if ((size_of(n, value_of(r, n)) > 0) ==
		         (n->kind == NODE_IF))
			render_nodes(r, i + 1, n->end);
		if (n->end > 0)
			i = n->end - 1;
		if (r->holding == 0 && r->page.len > FLUSH) {
			out_slice(r->out, buf_view(&r->page));
			buf_reset(&r->page);
		}
	}
}

void
template_render(const struct template *t, void *thing, size_t fit,
                struct out *out)
{
	struct render r = { .t = t, .out = out, .fit = fit, .newlines = 2 };

	r.frames[r.nframes++] = thing;
	render_nodes(&r, 0, t->n);
	put_footnotes(&r);
	while (r.page.len > 1 && r.page.data[r.page.len - 1] == '\n' &&
	       r.page.data[r.page.len - 2] == '\n')
		buf_cut(&r.page, r.page.len - 1);
	if (r.page.len > 0)
		out_slice(out, buf_view(&r.page));
	buf_free(&r.page);
	buf_free(&r.cite_list);
}
