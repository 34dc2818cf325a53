#include <string.h>

#include "base/map.h"
#include "io/sink.h"
#include "text/nothing.h"

enum { ID_CHARS = 12, HASHED = 64 };

#define KEY(name) \
	{ \
		",\"" name "\":", sizeof(name) + 3 \
	}

/* The fields of a note, in the order they are written. */
static const struct {
	enum field field;
	bool json; /* the slice is JSON, not text */
	struct slice key;
} fields[] = {
	{ F_DATE, false, KEY("date") },
	{ F_TABLE, false, KEY("table") },
	{ F_ROUND, false, KEY("round") },
	{ F_QUESTION, false, KEY("question") },
	{ F_TEXT, false, KEY("text") },
	{ F_MARK, false, KEY("mark") },
	{ F_VOTES, true, KEY("votes") },
	{ F_RATING, true, KEY("rating") },
	{ F_LANG, false, KEY("lang") },
	{ F_SENSITIVE, true, KEY("sensitive") },
	{ F_GROUP, false, KEY("group") },
	{ F_SPEAKER, false, KEY("speaker") },
	{ F_ROLE, false, KEY("role") },
	{ F_ORG, false, KEY("org") },
	{ F_PLACE, false, KEY("place") },
	{ F_REF, false, KEY("ref") },
};

enum { FIELDS = sizeof(fields) / sizeof(*fields) };

void
sink_init(struct sink *s, struct out *out, const struct import_options *options)
{
	*s = (struct sink){ .out = out, .options = options };
}

/* Two hashes made one, in that order. */
static uint64_t
hash2(uint64_t a, uint64_t b)
{
	uint64_t h = (a ^ (a >> 31)) * 0x9e3779b97f4a7c15u + b;

	h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
	h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
	return h ^ (h >> 31);
}

void
sink_begin(struct sink *s, const char *name, struct slice event,
           struct slice file, struct slice key)
{
	s->name = name;
	s->event = event;
	s->key = key;
	s->seed = hash2(map_hash(event), map_hash(key));
	s->now = (struct account){ 0 };
	s->ordinal = s->odd_marks = s->odd_dates = 0;
	s->odd_secrets = false;
	memset(s->defaults, 0, sizeof(s->defaults));
	pool_free(&s->pool);
	buf_reset(&s->head);
	buf_adds(&s->head, "\",\"event\":");
	scan_quote(&s->head, event);
	sink_file(s, file);
}

void
sink_file(struct sink *s, struct slice file)
{
	s->file = file;
	buf_reset(&s->tail);
	buf_adds(&s->tail, ",\"source\":{\"file\":");
	scan_quote(&s->tail, file);
}

void
sink_default(struct sink *s, enum field f, struct slice text)
{
	struct buf b = BUF_INIT;

	scan_quote(&b, text);
	s->defaults[f] = pool_slice(&s->pool, buf_view(&b));
	buf_free(&b);
}

void
sink_title(struct sink *s, struct slice title)
{
	if (s->about != NULL && s->about->inputs == 1)
		event_say(s->about, "title", title);
}

/* An id in base 32, without the letters that are taken for digits. */
static void
put_id(struct buf *out, uint64_t hash)
{
	static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
	char id[ID_CHARS + 1] = "n";

	for (size_t i = 1; i <= ID_CHARS; i++, hash >>= 5)
		id[i] = digits[hash & 31];
	buf_add(out, id, sizeof(id));
}

/* The id of the note with that key, appended to out. */
static void
key_id(const struct sink *s, struct slice key, struct buf *out)
{
	put_id(out, hash2(s->seed, map_hash(key)));
}

/* Its place tells a note from others; its text, from a file of that name. */
static uint64_t
hash_text(struct slice text)
{
	size_t len = text.len < HASHED ? text.len : HASHED;

	return hash2(text.len, map_hash((struct slice){ text.p, len }));
}

static void
id_here(const struct sink *s, size_t part, struct slice text, struct buf *out)
{
	uint64_t where = hash2(s->ordinal, part);

	put_id(out, hash2(s->seed, hash2(where, hash_text(text))));
}

void
sink_note_id(const struct sink *s, struct slice text, struct buf *out)
{
	id_here(s, 0, text, out);
}

static void
put_fields(struct sink *s, const struct note *n)
{
	for (size_t i = 0; i < FIELDS; i++) {
		enum field f = fields[i].field;

		if (n->f[f].len == 0 && s->defaults[f].len == 0)
			continue;
		buf_slice(&s->line, fields[i].key);
		if (n->f[f].len == 0)
			buf_slice(&s->line, s->defaults[f]);
		else if (fields[i].json)
			buf_slice(&s->line, n->f[f]);
		else if (f == F_DATE)
			sink_put_date(s, n->f[f]);
		else
			scan_quote(&s->line, n->f[f]);
	}
}

static void
put_line(struct sink *s)
{
	if (s->options->explain && s->shown++ >= 2)
		return;
	if (s->about != NULL && !s->about->put && !s->options->explain)
		event_put(s->about, s->out);
	record_put_raw(s->out, buf_view(&s->line));
}

static bool
is_blank(struct slice text)
{
	return text.len == 0 ||
	       ((unsigned char)text.p[0] <= ' ' && slice_trim(text).len == 0);
}

/* Say once for an input that a note is sensitive in doubt. */
static void
tell_secret(struct sink *s, size_t line)
{
	if (!s->odd_secrets)
		diag_note("%s:%zu: what the column on sensitive notes says is "
		          "neither yes nor no: the note is kept back; more "
		          "may follow",
		          s->name, line);
	s->odd_secrets = true;
}

void
sink_note(struct sink *s, const struct note *n)
{
	bool marked = n->f[F_MARK].len > 0 || s->defaults[F_MARK].len > 0;

	/* "Divergence: none" is a row of a form with nothing in it. */
	if (is_blank(n->f[F_TEXT]) || (marked && nothing_said(n->f[F_TEXT]))) {
		sink_empty(s);
		return;
	}
	s->now.notes++;
	s->odd_marks += n->odd_mark;
	if (n->odd_secret)
		tell_secret(s, n->line);
	buf_reset(&s->line);
	buf_slice(&s->line, SLICE("{\"type\":\"note\",\"id\":\""));
	if (n->key.len > 0)
		key_id(s, n->key, &s->line);
	else
		id_here(s, n->part, n->f[F_TEXT], &s->line);
	buf_slice(&s->line, buf_view(&s->head));
	put_fields(s, n);
	if (n->attrs.len > 0) {
		buf_slice(&s->line, SLICE(",\"attrs\":{"));
		buf_slice(&s->line, n->attrs);
		buf_addc(&s->line, '}');
	}
	buf_slice(&s->line, buf_view(&s->tail));
	if (n->line > 0) {
		buf_slice(&s->line, SLICE(",\"line\":"));
		buf_number(&s->line, n->line);
	}
	buf_add(&s->line, "}}", 2);
	put_line(s);
}

void
sink_vote(struct sink *s, const struct vote *v)
{
	if (v->voter.len == 0) {
		sink_empty(s);
		return;
	}
	s->now.votes++;
	buf_reset(&s->line);
	buf_adds(&s->line, "{\"type\":\"vote\",\"event\":");
	scan_quote(&s->line, s->event);
	buf_adds(&s->line, ",\"note\":\"");
	key_id(s, v->key, &s->line);
	buf_adds(&s->line, "\",\"voter\":");
	scan_quote(&s->line, v->voter);
	buf_addf(&s->line, ",\"value\":%d", v->value);
	if (v->group.len > 0) {
		buf_adds(&s->line, ",\"group\":");
		scan_quote(&s->line, v->group);
	}
	if (v->time >= 0)
		buf_addf(&s->line, ",\"time\":%.0f", v->time);
	buf_addc(&s->line, '}');
	put_line(s);
}

int
sink_refuse(struct sink *s, size_t line, const char *why)
{
	s->now.refused++;
	diag_at(s->options->keep_going ? STATUS_REFUSED : STATUS_FAULT, s->name,
	        line, "%s", why);
	if (s->options->keep_going)
		return 0;
	s->failed = true;
	return -1;
}

int
sink_end(struct sink *s, const char *format)
{
	const struct account *a = &s->now;

	if (s->options->verbose)
		diag_note("%s: %s: read %zu = notes %zu + votes %zu + empty "
		          "%zu + refused %zu + aside %zu",
		          s->name, format, a->read, a->notes, a->votes,
		          a->empty, a->refused, a->aside);
	if (s->odd_marks > 0)
		diag_note("%s: %zu notes have a mark that is none of "
		          "agreement, divergence, action, commitment, "
		          "question, principle, quote: kept as attrs",
		          s->name, s->odd_marks);
	if (s->odd_dates > 0)
		diag_note("%s: %zu notes have a date that is no sure day, "
		          "kept as it is: write it as 2026-03-26",
		          s->name, s->odd_dates);
	s->total.read += a->read;
	s->total.notes += a->notes;
	s->total.votes += a->votes;
	s->total.empty += a->empty;
	s->total.refused += a->refused;
	s->total.aside += a->aside;
	if (s->failed ||
	    a->read == a->notes + a->votes + a->empty + a->refused + a->aside)
		return 0;
	return diag_at(STATUS_FAULT, s->name, 0,
	               "something was read and lost: an error of %s itself, "
	               "please report it",
	               diag_name());
}

void
sink_free(struct sink *s)
{
	buf_free(&s->head);
	buf_free(&s->tail);
	buf_free(&s->line);
	pool_free(&s->pool);
}
