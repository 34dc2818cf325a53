#include <ctype.h>

#include "io/transcript.h"

/* Where needle is in s, or SIZE_MAX. */
static size_t
find(struct slice s, struct slice needle)
{
	const char *p = memmem(s.p, s.len, needle.p, needle.len);

	return p != NULL ? (size_t)(p - s.p) : SIZE_MAX;
}

/* The head of a message, in any of the four layouts. */
struct head {
	struct slice time, speaker, text;
	bool private;
};

/* "Name  to  Everyone:" or "Name to Ann(Direct Message):". */
static bool
is_saved(struct slice rest, struct head *h)
{
	size_t to;
	struct slice whom;

	if (rest.len == 0 || rest.p[rest.len - 1] != ':')
		return false;
	rest.len--;
	to = find(rest, SLICE("  to  "));
	if (to == SIZE_MAX)
		to = find(rest, SLICE(" to "));
	if (to == SIZE_MAX)
		return false;
	whom = slice_trim(slice_from(rest, to + 4));
	h->speaker = slice_trim((struct slice){ rest.p, to });
	h->private = !slice_starts(whom, SLICE("Everyone")) &&
	             !slice_starts(whom, SLICE("everyone"));
	h->text = (struct slice){ NULL, 0 };
	return true;
}

/* "From  Name : text", of the file that Zoom saves by itself. */
static bool
is_automatic(struct slice rest, struct head *h)
{
	size_t colon = find(rest, SLICE(" : ")), to;

	if (colon == SIZE_MAX && rest.len > 1 &&
	    slice_eq(slice_from(rest, rest.len - 2), SLICE(" :")))
		colon = rest.len - 2;
	if (colon == SIZE_MAX)
		return false;
	h->speaker = slice_trim((struct slice){ rest.p, colon });
	to = find(h->speaker, SLICE(" to "));
	h->private =
	    to != SIZE_MAX && find(h->speaker, SLICE("Everyone")) == SIZE_MAX;
	if (to != SIZE_MAX)
		h->speaker = slice_trim((struct slice){ h->speaker.p, to });
	h->text = slice_from(rest, rest.len < colon + 3 ? rest.len : colon + 3);
	return true;
}

/* Whether line begins a message. */
static bool
is_head(struct slice line, struct head *h)
{
	size_t n = 0;
	struct slice rest;

	if (line.len > 11 && line.p[4] == '-' && line.p[7] == '-' &&
	    line.p[10] == ' ')
		line = slice_from(line, 11);
	n = transcript_time(line);
	if (n < 7 || n == line.len)
		return false;
	h->time = (struct slice){ line.p, n };
	rest = slice_trim(slice_from(line, n));
	if (slice_starts(rest, SLICE("From "))) {
		rest = slice_trim(slice_from(rest, 5));
		return is_saved(rest, h) || is_automatic(rest, h);
	}
	n = find(rest, SLICE(":\t"));
	if (line.p[h->time.len] != '\t' || n == SIZE_MAX || n > 80)
		return false;
	h->speaker = (struct slice){ rest.p, n };
	h->text = slice_from(rest, n + 2);
	h->private = false;
	return true;
}

bool
zoom_is(const struct probe *p)
{
	struct slice head = p->head;
	struct head h;

	while (head.len > 0 && strchr("\r\n", head.p[0]) != NULL)
		head = slice_from(head, 1);
	for (size_t i = 0; i < head.len; i++)
		if (head.p[i] == '\n' || head.p[i] == '\r')
			head.len = i;
	return is_head(head, &h);
}

/* What was typed into the chat by the program itself, not by a person. */
static bool
is_reaction(struct slice text)
{
	return slice_starts(text, SLICE("Reacted to \"")) ||
	       (slice_starts(text, SLICE("Removed a ")) &&
	        find(text, SLICE(" reaction from ")) != SIZE_MAX);
}

/* 'Replying to "..."' stands above the reply. */
static bool
is_reference(struct slice text)
{
	return slice_starts(text, SLICE("Replying to \""));
}

/* Leave out a reaction; it is counted as set aside. */
static void
drop_turn(struct transcript *t)
{
	t->open = false;
	t->sink->now.read++;
	sink_aside(t->sink);
}

static void
take_text(struct transcript *t, struct slice text)
{
	while (text.len > 0 && text.p[0] == '\t')
		text = slice_from(text, 1);
	if (t->text.len == 0 && is_reference(text)) {
		buf_reset(&t->reply);
		buf_slice(&t->reply, slice_from(text, 12));
	} else if (t->text.len == 0 && is_reaction(text))
		drop_turn(t);
	else if (t->text.len > 0 || slice_trim(text).len > 0)
		transcript_line(t, text);
}

/* A line without LF; CR and vertical tabs break it again. */
static void
take_line(struct transcript *t, struct slice line, size_t number)
{
	size_t at = 0;
	struct head h;

	for (size_t i = 0; i <= line.len; i++) {
		struct slice piece = { line.p + at, i - at };

		if (i < line.len && line.p[i] != '\r' && line.p[i] != '\v')
			continue;
		at = i + 1;
		if (is_head(piece, &h)) {
			transcript_turn(t, h.speaker, h.time, number);
			t->private = h.private;
			piece = h.text;
			if (piece.p == NULL)
				continue;
		}
		take_text(t, piece);
	}
}

int
zoom_read(struct source *src, struct sink *sink)
{
	struct transcript t;
	struct slice line;
	int rc;

	transcript_open(&t, sink);
	while ((rc = source_text(src, &line)) == 1)
		take_line(&t, line, src->line);
	transcript_close(&t);
	return rc;
}
