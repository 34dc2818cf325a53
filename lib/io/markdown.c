#include <stdlib.h>

#include "base/mem.h"
#include "io/heading.h"
#include "io/markdown_parts.h"

enum { SHORT_LINE = 60 };

struct markdown *
markdown_new(struct sink *sink)
{
	struct markdown *m = mem_zalloc(1, sizeof(*m));

	m->sink = sink;
	return m;
}

static void
put_note(struct markdown *m, struct slice text, size_t line, bool quoted)
{
	struct note n = { .line = line };

	text = slice_trim(text);
	if (text.len == 0)
		return;
	sink_take(m->sink);
	if (memmem(text.p, text.len, "~~", 2) != NULL) {
		buf_reset(&m->kept);
		m->struck += markdown_unstruck(text, &m->kept);
		text = slice_trim(buf_view(&m->kept));
	}
	if (text.len == 0 || markdown_is_aside(text)) {
		sink_aside(m->sink);
		return;
	}
	markdown_scope(m, &n);
	if (quoted)
		n.f[F_MARK] = SLICE("quote");
	boldname_take(&m->names, &text, &n.f[F_SPEAKER]);
	heading_prefix(&n, &text);
	n.f[F_TEXT] = text;
	sink_note(m->sink, &n);
}

/* Whether a line of its own is the question of the list below it. */
static bool
leads(struct slice text)
{
	text = slice_trim(text);
	return text.len > 1 &&
	       (text.p[text.len - 1] == '?' || text.p[text.len - 1] == ':');
}

/* A list begins below what was read. */
static void
begin_list(struct markdown *m)
{
	struct slice text = slice_trim(buf_view(&m->block)), value;

	if (m->item || m->quoted || !leads(text) ||
	    markdown_standing(text, &value) != F_KNOWN)
		return;
	if (text.p[text.len - 1] == ':')
		text.len--;
	markdown_stand(m, F_QUESTION, text);
	buf_reset(&m->block);
}

/* A block is whole: a note, or a line such as "Table: 3". */
void
markdown_close_block(struct markdown *m)
{
	struct slice text = slice_trim(buf_view(&m->block));
	struct slice value = { NULL, 0 };
	enum field f = F_KNOWN;

	if (text.len > 0 && !m->item && memchr(text.p, '\n', text.len) == NULL)
		f = markdown_standing(text, &value);
	if (f != F_KNOWN)
		markdown_stand(m, f, value);
	else
		put_note(m, text, m->block_line, m->quoted);
	buf_reset(&m->block);
	m->item = m->quoted = false;
}

/* A line that is not for the harvest. Whether it was one. */
static bool
set_aside(struct markdown *m, struct slice line)
{
	if (m->code || !markdown_is_credit(line))
		return false;
	markdown_close_block(m);
	sink_take(m->sink);
	sink_aside(m->sink);
	return true;
}

void
markdown_item(struct markdown *m, struct slice text, size_t number, bool listed)
{
	if (!listed && set_aside(m, slice_trim(text)))
		return;
	if (listed)
		begin_list(m);
	markdown_close_block(m);
	m->item = listed;
	m->block_line = number;
	buf_slice(&m->block, text);
	if (listed || !leads(text))
		markdown_close_block(m);
}

/*
 * Whether a line begins a note of its own though no empty line is before it:
 * it says who speaks or what it is about, or follows a short item at the
 * margin.
 */
static bool
begins_note(struct markdown *m, struct slice line)
{
	struct slice value, rest = line;
	struct note n = { .line = 0 };

	if (m->block.len == 0)
		return false;
	if (m->item && m->margin && m->last < SHORT_LINE)
		return true;
	if (!m->item && (m->lines || markdown_standing(buf_view(&m->block),
	                                               &value) != F_KNOWN))
		return true;
	boldname_take(&m->names, &rest, &n.f[F_SPEAKER]);
	heading_prefix(&n, &rest);
	return m->margin && (markdown_is_labelled(line) ||
	                     n.f[F_MARK].len > 0 || n.f[F_SPEAKER].len > 0 ||
	                     markdown_standing(line, &value) != F_KNOWN);
}

/* Add a line to the block being read, or begin one. */
static void
add_line(struct markdown *m, struct slice line, size_t number)
{
	if (begins_note(m, line))
		markdown_close_block(m);
	m->last = line.len;
	if (m->block.len == 0)
		m->block_line = number;
	else
		buf_addc(&m->block, ' ');
	buf_slice(&m->block, line);
}

/* Lines of front matter, up to the one that closes it. */
static bool
front_matter(struct markdown *m, struct slice line, size_t number)
{
	struct slice value;
	enum field f;

	if (number == 1 && slice_is(line, "---")) {
		m->front = true;
		return true;
	}
	if (!m->front)
		return false;
	if (slice_is(line, "---") || slice_is(line, "..."))
		m->front = false;
	else if ((f = heading_line(line, &value)) != F_KNOWN)
		markdown_say(m, 0, f, value);
	return true;
}

/* Marks that stand on a line of their own. Whether line was one. */
static bool
structure(struct markdown *m, struct slice line)
{
	if (m->block.len > 0 && !m->item && line.len > 0 &&
	    (markdown_is_rule(line, "=") || markdown_is_rule(line, "-"))) {
		struct buf text = m->block;

		m->block = (struct buf)BUF_INIT;
		markdown_heading(m, line.p[0] == '=' ? 1 : 2, buf_view(&text));
		buf_free(&text);
		return true;
	}
	if (line.len == 0 || markdown_is_rule(line, "-*_")) {
		markdown_close_block(m);
		return true;
	}
	return false;
}

/* The next line; number is its number. Return 0, or -1 after a fault. */
static int
take_line(struct markdown *m, struct slice line, size_t number)
{
	struct slice item;
	size_t level;

	m->margin = line.len > 0 && line.p[0] != ' ' && line.p[0] != '\t';
	line = slice_trim(line);
	if (front_matter(m, line, number))
		return 0;
	if (!m->code && markdown_row(m, line, number))
		return 0;
	if (markdown_close_table(m) < 0)
		return -1;
	if (slice_starts(line, SLICE("```")) ||
	    slice_starts(line, SLICE("~~~"))) {
		m->code = !m->code;
		return 0;
	}
	if (!m->code && structure(m, line))
		return 0;
	if (!m->code && (level = markdown_level(&line)) > 0) {
		markdown_heading(m, level, line);
		return 0;
	}
	if (m->margin && set_aside(m, line))
		return 0;
	if (slice_starts(line, SLICE(">"))) {
		if (!m->quoted)
			markdown_close_block(m);
		m->quoted = true;
		line = slice_trim(slice_from(line, 1));
	}
	item = markdown_item_text(line);
	if (item.p != NULL && !m->code) {
		begin_list(m);
		markdown_close_block(m);
		m->item = true;
		line = item;
	}
	if (line.len > 0)
		add_line(m, line, number);
	return 0;
}

int
markdown_end(struct markdown *m)
{
	int rc = markdown_close_table(m);

	markdown_close_block(m);
	if (m->struck > 0)
		diag_note("%s: %zu pieces of text that are struck out are left "
		          "out",
		          m->sink->name, m->struck);
	return rc;
}

void
markdown_free(struct markdown *m)
{
	for (size_t i = 0; i < LEVELS; i++)
		for (size_t k = 0; k < SCOPED; k++)
			buf_free(&m->said[i][k]);
	if (m->rows > 0)
		memrows_close(&m->table);
	boldname_free(&m->names);
	buf_free(&m->block);
	buf_free(&m->kept);
	free(m);
}

static int
read_lines(struct source *src, struct sink *sink, bool lines)
{
	struct markdown *m = markdown_new(sink);
	struct slice line;
	int rc, bad = 0;

	m->lines = lines;
	while ((rc = source_text(src, &line)) == 1)
		if ((bad = take_line(m, line, src->line)) < 0)
			break;
	if (rc == 0)
		bad = markdown_end(m);
	markdown_free(m);
	return bad < 0 ? bad : rc;
}

int
markdown_read(struct source *src, struct sink *sink)
{
	return read_lines(src, sink, false);
}

static bool
is_empty(struct slice line)
{
	return line.len == 0;
}

int
markdown_read_plain(struct source *src, struct sink *sink)
{
	struct slice head = slice_trim(source_head(src));

	return read_lines(src, sink, !markdown_any_line(head, is_empty));
}
