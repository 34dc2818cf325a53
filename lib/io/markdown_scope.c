/* What headings, and lines that are like them, say of the notes below. */
#include <strings.h>

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

/* What text says behind one of words at its beginning, or p NULL. */
static struct slice
behind(struct slice text, const char *const *words)
{
	for (; *words != NULL; words++) {
		size_t len = strlen(*words);

		if (text.len >= len && strncasecmp(text.p, *words, len) == 0)
			return slice_from(text, len);
	}
	return (struct slice){ NULL, 0 };
}

bool
markdown_is_credit(struct slice line)
{
	static const char *const labels[] = {
		"notes by",    "notes taken by",
		"note-taker",  "note taker",
		"notetaker",   "scribe",
		"facilitator", "facilitated by",
		"moderator",   "moderated by",
		"rapporteur",  "host",
		"table host",  NULL,
	};
	struct slice name = behind(line, labels);
	size_t words = 0;

	if (name.p == NULL || name.len == 0)
		return false;
	if (name.p[0] != ':' && (name.p[0] != ' ' || name.p[-1] != 'y'))
		return false;
	name = slice_trim(slice_from(name, 1));
	for (size_t i = 0; i < name.len; i++)
		words += i == 0 || name.p[i - 1] == ' ';
	return words >= 1 && words <= 4 &&
	       strchr(".?!", name.p[name.len - 1]) == NULL;
}

/* Whether a heading only says that what follows fits no other. */
static bool
is_rest(struct slice text)
{
	static const char *const rests[] = {
		"other", "others",        "anything else",
		"misc",  "miscellaneous", "any other business",
		"aob",   "other notes",   NULL,
	};

	if (strchr(":?", text.p[text.len - 1]) != NULL)
		text.len--;
	for (size_t i = 0; rests[i] != NULL; i++)
		if (text.len == strlen(rests[i]) &&
		    strncasecmp(text.p, rests[i], text.len) == 0)
			return true;
	return false;
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
	if (f == F_KNOWN && is_rest(text))
		return;
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
