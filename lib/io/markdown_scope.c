/* What headings, and lines that are like them, say of the notes below. */
#include "io/heading.h"
#include "io/markdown_parts.h"

enum { SHORT = 40 };

static const enum field scoped[SCOPED] = { F_TABLE, F_ROUND, F_QUESTION,
	                                   F_GROUP, F_MARK,  F_DATE };

void
markdown_scope(const struct markdown *m, struct note *n)
{
	for (size_t level = 0; level < LEVELS; level++)
		for (size_t i = 0; i < SCOPED; i++)
			if (m->said[level][i].len > 0)
				n->f[scoped[i]] = buf_view(&m->said[level][i]);
}

void
markdown_say(struct markdown *m, size_t level, enum field f, struct slice value)
{
	if (f == F_TITLE)
		sink_title(m->sink, value);
	for (size_t i = 0; i < SCOPED; i++)
		if (scoped[i] == f) {
			buf_reset(&m->said[level][i]);
			buf_slice(&m->said[level][i], value);
		}
}

enum field
markdown_standing(struct slice text, struct slice *value)
{
	enum field f = heading_line(text, value);

	if (f != F_KNOWN || text.len > SHORT)
		return f;
	f = heading_field(text, value);
	return f == F_TABLE || f == F_ROUND || f == F_MARK ? f : F_KNOWN;
}

void
markdown_stand(struct markdown *m, enum field f, struct slice value)
{
	for (size_t i = 0; i < SCOPED; i++)
		if (f == F_TABLE || (f == F_ROUND && scoped[i] != F_TABLE) ||
		    (f == F_QUESTION && scoped[i] == F_MARK))
			buf_reset(&m->said[LEVELS - 1][i]);
	markdown_say(m, LEVELS - 1, f, value);
}

void
markdown_heading(struct markdown *m, size_t level, struct slice text)
{
	struct slice value;
	enum field f;

	markdown_close_block(m);
	text = slice_trim(text);
	if (text.len == 0)
		return;
	level = level < LEVELS - 1 ? level - 1 : LEVELS - 2;
	for (size_t i = level; i < LEVELS; i++)
		for (size_t k = 0; k < SCOPED; k++)
			buf_reset(&m->said[i][k]);
	f = heading_field(text, &value);
	if (f == F_KNOWN) {
		f = level == 0 && text.p[text.len - 1] != '?' ? F_TITLE :
		                                                F_QUESTION;
		value = text;
	}
	markdown_say(m, level, f, value);
	if ((f == F_TABLE || f == F_ROUND) &&
	    value.p + value.len < text.p + text.len)
		markdown_say(m, level, F_QUESTION, heading_rest(text, value));
}
