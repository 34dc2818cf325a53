#include <ctype.h>

#include "io/tablein.h"
#include "io/transcript.h"

void
transcript_open(struct transcript *t, struct sink *sink)
{
	*t = (struct transcript){ .sink = sink };
}

static void
set(struct buf *b, struct slice s)
{
	buf_reset(b);
	buf_slice(b, s);
}

/* Write the turn that waited. */
static void
put_last(struct transcript *t)
{
	struct note n = { .line = t->last_line };

	if (!t->pending)
		return;
	t->pending = false;
	buf_reset(&t->scratch);
	if (t->last_time.len > 0)
		tablein_attr(&t->scratch, SLICE("time"),
		             buf_view(&t->last_time));
	if (t->last_reply.len > 0)
		tablein_attr(&t->scratch, SLICE("reply-to"),
		             buf_view(&t->last_reply));
	n.f[F_TEXT] = buf_view(&t->last_text);
	n.f[F_SPEAKER] = buf_view(&t->last_speaker);
	if (t->last_private)
		n.f[F_SENSITIVE] = SLICE("true");
	n.attrs = buf_view(&t->scratch);
	sink_note(t->sink, &n);
}

static bool
joins(const struct transcript *t)
{
	return t->pending && t->sink->options->join && t->speaker.len > 0 &&
	       slice_eq(buf_view(&t->speaker), buf_view(&t->last_speaker)) &&
	       t->private == t->last_private && t->reply.len == 0;
}

void
transcript_end_turn(struct transcript *t)
{
	if (!t->open)
		return;
	t->open = false;
	sink_take(t->sink);
	if (joins(t)) {
		buf_addc(&t->last_text, ' ');
		buf_slice(&t->last_text, slice_trim(buf_view(&t->text)));
		sink_aside(t->sink);
		return;
	}
	t->sink->ordinal--;
	put_last(t);
	t->sink->ordinal++;
	set(&t->last_speaker, buf_view(&t->speaker));
	set(&t->last_text, slice_trim(buf_view(&t->text)));
	set(&t->last_time, buf_view(&t->time));
	set(&t->last_reply, buf_view(&t->reply));
	t->last_line = t->line;
	t->last_private = t->private;
	t->pending = true;
}

void
transcript_turn(struct transcript *t, struct slice speaker, struct slice time,
                size_t line)
{
	transcript_end_turn(t);
	set(&t->speaker, slice_trim(speaker));
	set(&t->time, slice_trim(time));
	buf_reset(&t->text);
	buf_reset(&t->reply);
	t->line = line;
	t->private = false;
	t->open = true;
}

void
transcript_line(struct transcript *t, struct slice text)
{
	if (!t->open)
		return;
	if (t->text.len > 0)
		buf_addc(&t->text, '\n');
	buf_slice(&t->text, text);
}

void
transcript_close(struct transcript *t)
{
	transcript_end_turn(t);
	put_last(t);
	buf_free(&t->speaker);
	buf_free(&t->text);
	buf_free(&t->time);
	buf_free(&t->reply);
	buf_free(&t->scratch);
	buf_free(&t->last_speaker);
	buf_free(&t->last_text);
	buf_free(&t->last_time);
	buf_free(&t->last_reply);
}

size_t
transcript_time(struct slice line)
{
	size_t n = 0, parts = 0, digits = 0;

	for (; n < line.len; n++) {
		if (isdigit((unsigned char)line.p[n])) {
			digits++;
		} else if (line.p[n] == ':' && digits > 0 && digits < 4) {
			parts++;
			digits = 0;
		} else
			break;
	}
	if (parts == 0 || parts > 2 || digits != 2)
		return 0;
	if (n + 3 < line.len && (line.p[n] == '.' || line.p[n] == ',') &&
	    isdigit((unsigned char)line.p[n + 1])) {
		n++;
		while (n < line.len && isdigit((unsigned char)line.p[n]))
			n++;
	}
	return n;
}

/* The first line of head that is not blank. */
static struct slice
first_line(struct slice head)
{
	const char *end;

	head = slice_trim(head);
	end = memchr(head.p, '\n', head.len);
	if (end != NULL)
		head.len = (size_t)(end - head.p);
	return slice_trim(head);
}

/* Otter: "Speaker Name  0:15" at the end of a line of its own. */
static bool
otter_header(struct slice line, struct slice *speaker, struct slice *time)
{
	line = slice_trim(line);
	for (size_t i = 2; i < line.len; i++) {
		struct slice rest = slice_from(line, i);

		if (line.p[i - 1] == ' ' && line.p[i - 2] == ' ' &&
		    transcript_time(rest) == rest.len) {
			*speaker = slice_trim((struct slice){ line.p, i });
			*time = rest;
			return true;
		}
	}
	return false;
}

bool
otter_is(const struct probe *p)
{
	struct slice speaker, time;

	return otter_header(first_line(p->head), &speaker, &time);
}

static int
otter_line(struct transcript *t, struct slice line, size_t number)
{
	struct slice speaker, time;

	if (otter_header(line, &speaker, &time))
		transcript_turn(t, speaker, time, number);
	else if (slice_starts(slice_trim(line),
	                      SLICE("Transcribed by https://otter.ai"))) {
		transcript_end_turn(t);
		t->sink->now.read++;
		sink_aside(t->sink);
	} else if (slice_trim(line).len > 0)
		transcript_line(t, slice_trim(line));
	return 0;
}

/* QualCoder: "[speaker] text", turns with empty lines between. */
static bool
qualcoder_header(struct slice line, struct slice *speaker, struct slice *text)
{
	const char *end;

	if (line.len < 4 || line.p[0] != '[')
		return false;
	end = memchr(line.p, ']', line.len < 60 ? line.len : 60);
	if (end == NULL || end == line.p + 1 || end + 1 >= line.p + line.len ||
	    end[1] != ' ')
		return false;
	*speaker = (struct slice){ line.p + 1, (size_t)(end - line.p) - 1 };
	*text = slice_from(line, (size_t)(end - line.p) + 2);
	return speaker->len > 1;
}

bool
qualcoder_is(const struct probe *p)
{
	struct slice speaker, text;

	return qualcoder_header(first_line(p->head), &speaker, &text);
}

static int
qualcoder_line(struct transcript *t, struct slice line, size_t number)
{
	struct slice speaker, text;

	if (qualcoder_header(line, &speaker, &text)) {
		transcript_turn(t, speaker, (struct slice){ NULL, 0 }, number);
		transcript_line(t, text);
	} else if (slice_trim(line).len > 0)
		transcript_line(t, line);
	return 0;
}

static int
each_line(struct source *src, struct sink *sink,
          int (*take)(struct transcript *, struct slice, size_t))
{
	struct transcript t;
	struct slice line;
	int rc;

	transcript_open(&t, sink);
	while ((rc = source_text(src, &line)) == 1)
		if ((rc = take(&t, line, src->line)) < 0)
			break;
	transcript_close(&t);
	return rc;
}

int
otter_read(struct source *src, struct sink *sink)
{
	return each_line(src, sink, otter_line);
}

int
qualcoder_read(struct source *src, struct sink *sink)
{
	return each_line(src, sink, qualcoder_line);
}

/* A list of codes: "category>>code", a memo behind a tab. */
bool
qualcoder_is_codes(const struct probe *p)
{
	struct slice s = p->head;
	size_t at = 0, nested = 0;

	for (size_t i = 0; i <= s.len; i++) {
		struct slice line = { s.p + at, i - at };
		const char *arrow;

		if (i < s.len && s.p[i] != '\n')
			continue;
		at = i + 1;
		arrow = memmem(line.p, line.len, ">>", 2);
		if (line.len > 200 || (arrow != NULL && arrow == line.p))
			return false;
		nested += arrow != NULL;
	}
	return nested > 0;
}

int
qualcoder_read_codes(struct source *src, struct sink *sink)
{
	struct slice line;
	int rc;

	while ((rc = source_text(src, &line)) == 1) {
		if (slice_trim(line).len == 0)
			continue;
		sink_take(sink);
		sink_aside(sink);
	}
	return rc;
}
