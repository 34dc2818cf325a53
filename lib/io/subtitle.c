#include <ctype.h>

#include "io/transcript.h"
#include "text/u8.h"

/* A reader of cues: WebVTT and SRT differ little. */
struct subtitle {
	struct transcript t;
	struct buf cue;   /* the text of the cue being read */
	struct buf last;  /* the last line taken: rolling captions repeat it */
	struct buf time;  /* when the cue begins */
	struct buf plain; /* a line without tags */
	size_t line;
	bool in_cue;
	bool skip;     /* a block of notes or styles */
	bool sentence; /* a sentence without a speaker goes on */
};

bool
subtitle_is_vtt(const struct probe *p)
{
	return slice_starts(p->head, SLICE("WEBVTT"));
}

/* "00:00:01,000 --> 00:00:02,000": the length of the first time, or 0. */
static size_t
timing(struct slice line)
{
	size_t n = transcript_time(line);

	if (n == 0 || !slice_starts(slice_from(line, n), SLICE(" --> ")))
		return 0;
	return transcript_time(slice_from(line, n + 5)) > 0 ? n : 0;
}

/* The next line of s, without its end; s begins behind it. */
static struct slice
next_line(struct slice *s)
{
	const char *end = memchr(s->p, '\n', s->len);
	struct slice line = *s;

	line.len = end != NULL ? (size_t)(end - s->p) : s->len;
	*s = slice_from(*s, end != NULL ? line.len + 1 : s->len);
	return slice_trim(line);
}

bool
subtitle_is_srt(const struct probe *p)
{
	struct slice head = slice_trim(p->head), line = next_line(&head);

	for (size_t i = 0; i < line.len; i++)
		if (!isdigit((unsigned char)line.p[i]))
			return timing(line) > 0;
	return line.len > 0 && timing(next_line(&head)) > 0;
}

/* What an entity such as &amp; stands for, or NULL; *len is its length. */
static const char *
entity(struct slice s, size_t *len)
{
	static const struct {
		struct slice name;
		const char *text;
	} entities[] = {
		{ { "&amp;", 5 }, "&" },   { { "&lt;", 4 }, "<" },
		{ { "&gt;", 4 }, ">" },    { { "&nbsp;", 6 }, " " },
		{ { "&quot;", 6 }, "\"" }, { { "&#39;", 5 }, "'" },
		{ { "&lrm;", 5 }, "" },    { { "&rlm;", 5 }, "" },
	};

	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (slice_starts(s, entities[i].name)) {
			*len = entities[i].name.len;
			return entities[i].text;
		}
	return NULL;
}

/*
 * Append line without its tags to out; *speaker is what a tag <v Name> says,
 * borrowed from line, or empty.
 */
static void
strip_tags(struct slice line, struct buf *out, struct slice *speaker)
{
	const char *end = memchr(line.p, '>', line.len), *text;

	for (size_t i = 0; i < line.len;) {
		struct slice rest = slice_from(line, i);
		size_t len;

		if (end != NULL && end < rest.p)
			end = memchr(rest.p, '>', rest.len);
		if (rest.p[0] == '<' && end != NULL && rest.len > 1 &&
		    (isalpha((unsigned char)rest.p[1]) || rest.p[1] == '/' ||
		     isdigit((unsigned char)rest.p[1]))) {
			len = (size_t)(end - rest.p) + 1;
			if (slice_starts(rest, SLICE("<v ")))
				*speaker = slice_trim(
				    (struct slice){ rest.p + 3, len - 4 });
			i += len;
		} else if ((text = entity(rest, &len)) != NULL) {
			buf_adds(out, text);
			i += len;
		} else
			buf_addc(out, line.p[i++]);
	}
}

/* "Ann Lee: text": a name of up to four words that begin with capitals. */
static struct slice
named(struct slice *text)
{
	struct slice none = { NULL, 0 }, name;
	const char *colon =
	    memchr(text->p, ':', text->len < 48 ? text->len : 48);
	size_t words = 0;

	if (colon == NULL || colon + 1 >= text->p + text->len ||
	    colon[1] != ' ' || colon == text->p)
		return none;
	name = (struct slice){ text->p, (size_t)(colon - text->p) };
	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if (strchr(",;.?!\"", c) != NULL)
			return none;
		if (i > 0 && name.p[i - 1] != ' ')
			continue;
		words++;
		if (!isupper(c) && !isdigit(c) && c < 0x80)
			return none;
	}
	if (words > 4)
		return none;
	*text = slice_from(*text, name.len + 2);
	return name;
}

static bool
ends_sentence(struct slice text)
{
	static const char *const ends[] = {
		".", "?", "!", "\xe2\x80\xa6", "\xe3\x80\x82", ".\""
	};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t len = strlen(ends[i]);

		if (text.len >= len &&
		    slice_is(slice_from(text, text.len - len), ends[i]))
			return true;
	}
	return false;
}

/*
 * A line of a cue. With a speaker it begins a turn; without, it goes on with
 * the turn of its cue, or with the sentence of the cue before.
 */
static void
take_line(struct subtitle *s, struct slice line, bool first)
{
	struct slice speaker = { NULL, 0 }, text;

	buf_reset(&s->plain);
	strip_tags(line, &s->plain, &speaker);
	text = slice_trim(buf_view(&s->plain));
	if (text.len == 0)
		return;
	if (slice_eq(text, buf_view(&s->last))) {
		s->t.sink->now.read++;
		sink_aside(s->t.sink);
		return;
	}
	buf_reset(&s->last);
	buf_slice(&s->last, text);
	if (speaker.len == 0)
		speaker = named(&text);
	if (speaker.len > 0 || (first && !s->sentence) || !s->t.open) {
		transcript_turn(&s->t, speaker, buf_view(&s->time), s->line);
		s->sentence = speaker.len == 0;
		transcript_line(&s->t, text);
	} else {
		buf_addc(&s->t.text, ' ');
		buf_slice(&s->t.text, text);
	}
	if (s->sentence && ends_sentence(text)) {
		transcript_end_turn(&s->t);
		s->sentence = false;
	}
}

static void
end_cue(struct subtitle *s)
{
	struct slice cue = buf_view(&s->cue);
	bool first = true;

	while (cue.len > 0) {
		take_line(s, next_line(&cue), first);
		first = false;
	}
	buf_reset(&s->cue);
	s->in_cue = false;
}

static bool
begins_block(struct slice line)
{
	static const char *const words[] = { "WEBVTT", "NOTE", "STYLE",
		                             "REGION" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_starts(line, slice_of(words[i])))
			return true;
	return false;
}

static void
take(struct subtitle *s, struct slice line, size_t number)
{
	size_t n;

	line = slice_trim(line);
	if ((n = timing(line)) > 0) {
		end_cue(s);
		buf_reset(&s->time);
		buf_add(&s->time, line.p, n);
		s->in_cue = true;
		s->skip = false;
		s->line = number;
	} else if (s->in_cue && line.len > 0) {
		buf_slice(&s->cue, line);
		buf_addc(&s->cue, '\n');
	} else if (line.len == 0 && s->cue.len > 0) {
		end_cue(s);
	} else if (line.len == 0 || s->skip || begins_block(line))
		s->skip = line.len > 0;
}

int
subtitle_read(struct source *src, struct sink *sink)
{
	struct subtitle s = { .cue = BUF_INIT };
	struct slice line;
	int rc;

	transcript_open(&s.t, sink);
	while ((rc = source_text(src, &line)) == 1)
		take(&s, line, src->line);
	end_cue(&s);
	transcript_close(&s.t);
	buf_free(&s.cue);
	buf_free(&s.last);
	buf_free(&s.time);
	buf_free(&s.plain);
	return rc;
}
