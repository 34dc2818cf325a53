#include <ctype.h>
#include <string.h>

#include "io/markdown_parts.h"

struct slice
markdown_item_text(struct slice line)
{
	static const char *const bullets[] = { "\xe2\x80\xa2", "\xe2\x80\x93",
		                               "\xc2\xb7", "\xe2\x97\xa6" };
	size_t n = 0;

	while (n < line.len && n < 4 && isdigit((unsigned char)line.p[n]))
		n++;
	if (n > 0 && n < line.len && (line.p[n] == '.' || line.p[n] == ')'))
		n++;
	else if (n == 0 && line.len > 0 && strchr("-*+", line.p[0]) != NULL)
		n = 1;
	else
		n = 0;
	for (size_t i = 0; n == 0 && i < 4; i++)
		if (slice_starts(line, slice_of(bullets[i])))
			n = strlen(bullets[i]);
	if (n == 0 || n >= line.len || (line.p[n] != ' ' && line.p[n] != '\t'))
		return (struct slice){ NULL, 0 };
	return slice_trim(slice_from(line, n));
}

size_t
markdown_level(struct slice *line)
{
	size_t n = 0;

	while (n < line->len && line->p[n] == '#')
		n++;
	if (n == 0 || n > 6 ||
	    (n < line->len && line->p[n] != ' ' && line->p[n] != '\t'))
		return 0;
	line->p += n;
	line->len -= n;
	while (line->len > 0 &&
	       (line->p[line->len - 1] == '#' || line->p[line->len - 1] == ' '))
		line->len--;
	return n;
}

bool
markdown_is_rule(struct slice line, const char *chars)
{
	size_t n = 0;

	if (line.len == 0 || strchr(chars, line.p[0]) == NULL)
		return false;
	for (size_t i = 0; i < line.len; i++) {
		if (line.p[i] != line.p[0] && line.p[i] != ' ')
			return false;
		n += line.p[i] == line.p[0];
	}
	return n >= 3;
}

bool
markdown_is_aside(struct slice text)
{
	bool rule = text.len > 2;

	if (slice_starts(text, SLICE("<!--")))
		return true;
	if (slice_starts(text, SLICE("![")) && text.p[text.len - 1] == ')' &&
	    memchr(text.p, ' ', text.len) == NULL)
		return true;
	for (size_t i = 0; i < text.len && rule; i++)
		rule = strchr("|-: ", text.p[i]) != NULL;
	return rule;
}

size_t
markdown_unstruck(struct slice text, struct buf *out)
{
	size_t n = 0;

	for (;;) {
		const char *from = memmem(text.p, text.len, "~~", 2), *to;
		size_t before = from != NULL ? (size_t)(from - text.p) : 0;

		to = from != NULL ?
		         memmem(from + 2, text.len - before - 2, "~~", 2) :
		         NULL;
		if (to == NULL)
			break;
		buf_add(out, text.p, before);
		text = slice_from(text, (size_t)(to - text.p) + 2);
		n++;
	}
	buf_slice(out, text);
	return n;
}

bool
markdown_is_labelled(struct slice line)
{
	size_t end = 2;

	if (!slice_starts(line, SLICE("**")) &&
	    !slice_starts(line, SLICE("__")))
		return false;
	while (end + 2 < line.len && memcmp(line.p + end, line.p, 2) != 0)
		end++;
	return end > 2 && end + 2 < line.len &&
	       (line.p[end - 1] == ':' || line.p[end + 2] == ':');
}

bool
markdown_any_line(struct slice head, bool (*is)(struct slice line))
{
	size_t at = 0;

	for (size_t i = 0; i <= head.len; i++) {
		struct slice line = { head.p + at, i - at };

		if (i < head.len && head.p[i] != '\n')
			continue;
		at = i + 1;
		if (i < head.len && is(slice_trim(line)))
			return true;
	}
	return false;
}

static bool
is_marked(struct slice line)
{
	return markdown_level(&line) > 0 ||
	       markdown_item_text(line).p != NULL ||
	       markdown_is_table_rule(line);
}

bool
markdown_is(struct slice head)
{
	return markdown_any_line(head, is_marked);
}

bool
markdown_has_table(struct slice head)
{
	return markdown_any_line(head, markdown_is_table_rule);
}
