#include <string.h>

#include "io/docx.h"
#include "io/docx_feet.h"
#include "io/docx_styles.h"
#include "io/docx_table.h"
#include "io/markdown.h"
#include "io/zipin.h"

struct docx {
	struct zipin zip;
	struct sink *sink;
	struct markdown *notes;
	struct docx_styles styles;
	/* the paragraph being read */
	struct buf text;
	struct feet feet;
	struct buf below;  /* its footnotes, a NUL behind each */
	size_t paragraphs; /* open, one in another */
	size_t number, level;
	bool listed, in_text, in_properties;
	bool unseen;    /* the run being read is hidden or struck out */
	size_t dropped; /* runs that were */
	size_t outside; /* elements open that are not to be read */
	size_t remarks; /* comments in the margin */
	struct docx_table table;
	int rc;
};

bool
docx_is(struct slice head)
{
	return slice_starts(head, SLICE("PK\3\4")) &&
	       memmem(head.p, head.len, "word/", 5) != NULL;
}

/* The properties of a paragraph. */
static void
on_property(struct docx *d, const char *name, const char *val)
{
	size_t level;

	if (strcmp(name, "pStyle") == 0 && val != NULL) {
		level = docx_styles_level(&d->styles, val);
		d->level = level > 0 ? level : d->level;
		if (strncmp(val, "List", 4) == 0)
			d->listed = true;
	} else if (strcmp(name, "outlineLvl") == 0 && val != NULL &&
	           (level = docx_outline(val)) > 0)
		d->level = level;
	else if (strcmp(name, "numPr") == 0)
		d->listed = true;
}

/*
 * What stands again elsewhere: a text box for those who cannot read it the new
 * way, what was moved from here; and what was taken out.
 */
static bool
is_outside(const char *name)
{
	return strcmp(name, "Fallback") == 0 || strcmp(name, "moveFrom") == 0 ||
	       strcmp(name, "del") == 0;
}

/* Whether a property that may be said of a run holds. */
static bool
holds(const char *val)
{
	return val == NULL ||
	       (strcmp(val, "0") != 0 && strcmp(val, "false") != 0 &&
	        strcmp(val, "off") != 0);
}

static bool
takes_out(const char *name)
{
	return strcmp(name, "vanish") == 0 || strcmp(name, "strike") == 0 ||
	       strcmp(name, "dstrike") == 0;
}

/* A footnote is a note of its own, behind that which it is below. */
static void
refer(struct docx *d, char kind, const char *id)
{
	struct slice text = feet_take(&d->feet, kind, id);

	if (text.len == 0)
		return;
	buf_slice(&d->below, text);
	buf_addc(&d->below, 0);
}

/* The footnotes of the paragraph, or of the table that is whole. */
static void
put_footnotes(struct docx *d)
{
	size_t at = 0;

	if (d->below.len > 0)
		markdown_close_block(d->notes);
	while (at < d->below.len) {
		struct slice text = slice_of(d->below.data + at);

		markdown_item(d->notes, text, d->number, true);
		at += text.len + 1;
	}
	buf_reset(&d->below);
}

static void
end_paragraph(struct docx *d)
{
	struct slice text = slice_trim(buf_view(&d->text));

	if (d->table.nesting > 0)
		docx_table_text(&d->table, text);
	else if (d->level > 0)
		markdown_heading(d->notes, d->level, text);
	else
		markdown_item(d->notes, text, d->number, d->listed);
	if (d->table.nesting == 0)
		put_footnotes(d);
	buf_reset(&d->text);
}

static void
on_begin(void *data, const char *name, const char **attrs)
{
	struct docx *d = data;
	const char *val = xml_attr(attrs, "val");

	if (d->outside > 0 || is_outside(name))
		d->outside++;
	else if (strcmp(name, "p") == 0) {
		if (d->paragraphs++ > 0) /* in a text box within another */
			end_paragraph(d);
		buf_reset(&d->text);
		d->number++;
		d->level = 0;
		d->listed = false;
	} else if (strcmp(name, "pPr") == 0)
		d->in_properties = true;
	else if (d->in_properties)
		on_property(d, name, val);
	else if (strcmp(name, "r") == 0)
		d->unseen = false;
	else if (takes_out(name))
		d->unseen |= holds(val);
	else if (strcmp(name, "t") == 0) {
		d->in_text = !d->unseen;
		d->dropped += d->unseen;
	} else if (strcmp(name, "tab") == 0)
		buf_addc(&d->text, '\t');
	else if (strcmp(name, "br") == 0 || strcmp(name, "cr") == 0)
		buf_addc(&d->text, '\n');
	else if (strcmp(name, "noBreakHyphen") == 0)
		buf_addc(&d->text, '-');
	else if (strcmp(name, "footnoteReference") == 0)
		refer(d, 'f', xml_attr(attrs, "id"));
	else if (strcmp(name, "endnoteReference") == 0)
		refer(d, 'e', xml_attr(attrs, "id"));
	else if (strcmp(name, "tbl") == 0)
		docx_table_begin(&d->table, d->zip.name,
		                 &d->sink->options->limits);
	else
		docx_table_open(&d->table, name, val, d->number + 1);
}

static void
on_text(void *data, const char *text, int len)
{
	struct docx *d = data;

	if (d->in_text)
		buf_add(&d->text, text, (size_t)len);
}

static void
end_table(struct docx *d)
{
	if (!docx_table_end(&d->table))
		return;
	if (d->rc == 0)
		d->rc =
		    markdown_table(d->notes, &d->table.rows, d->table.header);
	docx_table_reset(&d->table);
	put_footnotes(d);
}

static void
on_end(void *data, const char *name)
{
	struct docx *d = data;

	if (d->outside > 0)
		d->outside--;
	else if (strcmp(name, "t") == 0)
		d->in_text = false;
	else if (strcmp(name, "pPr") == 0)
		d->in_properties = false;
	else if (d->in_properties)
		return; /* nor was it begun */
	else if (strcmp(name, "p") == 0) {
		d->paragraphs--;
		end_paragraph(d);
	} else if (strcmp(name, "tbl") == 0)
		end_table(d);
	else
		docx_table_close(&d->table, name);
}

static void
on_remark(void *data, const char *name, const char **attrs)
{
	struct docx *d = data;

	(void)attrs;
	d->remarks += strcmp(name, "comment") == 0;
}

/* What of the file is no note of the harvest. */
static void
tell_dropped(const struct docx *d)
{
	if (d->dropped > 0)
		diag_note("%s: %zu pieces of text that are hidden or struck "
		          "out are left out",
		          d->zip.name, d->dropped);
	if (d->remarks > 0)
		diag_note("%s: %zu comments in its margin are left out",
		          d->zip.name, d->remarks);
}

int
docx_read(struct source *src, struct sink *sink)
{
	static const struct xml body = { on_begin, on_end, on_text };
	static const struct xml remarks = { .begin = on_remark };
	struct docx d = { .sink = sink,
		          .notes = markdown_new(sink),
		          .styles = DOCX_STYLES_INIT,
		          .feet = FEET_INIT };
	int rc = zipin_open(&d.zip, src);

	if (rc == 0)
		rc = docx_styles_read(&d.styles, &d.zip);
	if (rc == 0)
		rc = feet_read(&d.feet, &d.zip);
	if (rc == 0)
		rc = zipin_xml(&d.zip, "word/document.xml", &body, &d);
	if (rc == 1)
		rc = diag_at(STATUS_FAULT, src->name, 0,
		             "is no Word file: its text is missing");
	if (rc == 0 && zipin_xml(&d.zip, "word/comments.xml", &remarks, &d) < 0)
		rc = -1;
	if (rc == 0) {
		tell_dropped(&d);
		put_footnotes(&d);
		markdown_end(d.notes);
	}
	docx_table_free(&d.table);
	markdown_free(d.notes);
	docx_styles_free(&d.styles);
	feet_free(&d.feet);
	buf_free(&d.below);
	buf_free(&d.text);
	zipin_close(&d.zip);
	return rc < 0 ? rc : d.rc;
}
