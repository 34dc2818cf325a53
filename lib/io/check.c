#include <string.h>

#include <jansson.h>

#include "io/check.h"
#include "io/source.h"
#include "text/link.h"
#include "text/u8.h"
#include "text/unescape.h"

/* Where findings are, for messages. */
struct place {
	struct redact *redact;
	struct unescaped *seen;
	const char *file;
	size_t line;
	const char *what; /* what of a record, or NULL */
};

/* The words that a text writes in small letters, too, or says to be places: "in
 * Tarrow". */
static void
find_small(const struct words *w, struct hashes *small)
{
	const uint64_t in = lexicon_hash(SLICE("in"));
	const uint64_t near = lexicon_hash(SLICE("near"));

	for (size_t i = 0; i < w->n; i++)
		if (!names_is_cap(&w->v[i]) ||
		    (i > 0 &&
		     (w->v[i - 1].hash == in || w->v[i - 1].hash == near)))
			hashes_add(small, w->v[i].hash);
}

/* Whether words of a span are a month, or no names and small elsewhere:
 * "Homecare", "June". */
static bool
is_no_name(const struct words *w, const struct span *s,
           const struct hashes *small)
{
	size_t n = 0;
	bool none = true;

	for (size_t i = 0; i < w->n && w->v[i].start < s->end; i++) {
		const struct word *v = &w->v[i];

		if (v->start < s->start)
			continue;
		n++;
		none &= v->what & CUE_MONTH ||
		        (lex_first(v->what) == 0 && lex_last(v->what) == 0 &&
		         hashes_find(small, v->hash) != MAP_NONE);
	}
	return n == 1 && none;
}

/* Leave out what only the tagger saw, and the text itself says is no name. */
static void
spare_words(struct redact *r)
{
	struct hashes small = HASHES_INIT;
	struct spans *s = &r->spans;
	size_t n = 0;

	find_small(&r->names.words, &small);
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->v[i].rule, "tagger") != 0 ||
		    !is_no_name(&r->names.words, &s->v[i], &small))
			s->v[n++] = s->v[i];
	s->n = n;
	hashes_free(&small);
}

/* Report what is left in one text. */
static int
check_text(const struct place *at, struct slice text)
{
	struct redact *r = at->redact;
	size_t line = at->line, from = 0, start = 0;

	unescape(at->seen, text);
	if (redact_find(r, at->seen->text) != 0)
		return diag_at(STATUS_PRIVACY, at->file, line,
		               "a pattern gave up: not all was checked");
	if (at->what == NULL)
		spare_words(r);
	for (size_t i = 0; i < r->spans.n; i++) {
		const struct span *s = &r->spans.v[i];
		size_t begin = unescape_origin(at->seen, s->start);

		for (; from < begin; from++)
			if (text.p[from] == '\n') {
				line++;
				start = from + 1;
			}
		if (at->what != NULL)
			diag_at(STATUS_REFUSED, at->file, line,
			        "%s is left in %s (%s)",
			        span_word((enum span_kind)s->kind), at->what,
			        s->rule);
		else
			diag_at(STATUS_REFUSED, at->file, line,
			        "byte %zu: %s is left (%s)", begin - start + 1,
			        span_word((enum span_kind)s->kind), s->rule);
	}
	return 0;
}

/* Whether a field holds an id, which is no sentence. */
static bool
is_id(const char *key)
{
	static const char *const ids[] = { "event", "id", "note", "voter" };

	for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++)
		if (strcmp(key, ids[i]) == 0)
			return true;
	return false;
}

/* An id is looked at as a text, and for names run together in it. */
static int
check_id(struct place *at, json_t *value)
{
	struct slice id = { json_string_value(value),
		            json_string_length(value) };
	int got;

	at->what = "an id";
	got = check_text(at, id);
	if (got == 0 && at->redact->spans.n == 0 &&
	    link_names(id, at->redact->roster))
		diag_at(STATUS_REFUSED, at->file, at->line,
		        "name is left in an id (name)");
	return got;
}

/* A number long enough to be one of a telephone. */
static int
check_number(struct place *at, json_t *value)
{
	char digits[32];
	double n = json_number_value(value);
	int len;

	if (n < 1e6 || n > 1e18)
		return 0;
	len = snprintf(digits, sizeof(digits), "0%.0f", n);
	at->what = "a number";
	return check_text(at, (struct slice){ digits, (size_t)len });
}

/* All texts and keys of a JSON value. */
static int
check_json(struct place *at, json_t *value)
{
	const char *key;
	json_t *member;
	size_t i;
	int got = 0;

	if (json_is_string(value)) {
		at->what = "a text";
		return check_text(at,
		                  (struct slice){ json_string_value(value),
		                                  json_string_length(value) });
	}
	if (json_is_number(value))
		return check_number(at, value);
	json_array_foreach(value, i, member) got |= check_json(at, member);
	json_object_foreach(value, key, member)
	{
		at->what = "a key";
		got |= check_text(at, slice_of(key));
		got |= is_id(key) && json_is_string(member) ?
		           check_id(at, member) :
		           check_json(at, member);
	}
	return got;
}

/* One line: a record if it is one, else text. */
static int
check_line(struct place *at, struct slice line)
{
	json_t *record =
	    line.len > 0 && line.p[0] == '{' ?
		json_loadb(line.p, line.len,
	                   JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, NULL) :
		NULL;
	int got;

	at->what = NULL;
	if (record == NULL)
		return check_text(at, line);
	got = check_json(at, record);
	json_decref(record);
	return got;
}

/* Whether a file begins as those do that hold text only in a packed form. */
static bool
is_packed(struct slice head)
{
	static const struct slice magic[] = {
		{ "PK\3\4", 4 },           /* zip, .docx, .xlsx, .odt */
		{ "PK\5\6", 4 },           /* zip of nothing */
		{ "\x1f\x8b", 2 },         /* gzip */
		{ "%PDF", 4 },             /* PDF */
		{ "\xd0\xcf\x11\xe0", 4 }, /* .doc, .xls */
		{ "{\\rtf", 5 },           /* rich text */
	};

	for (size_t i = 0; i < sizeof(magic) / sizeof(*magic); i++)
		if (slice_starts(head, magic[i]))
			return true;
	return false;
}

static bool
is_text(struct slice text)
{
	return text.len == 0 || (memchr(text.p, '\0', text.len) == NULL &&
	                         u8_valid(text) == text.len);
}

static int
refuse(const struct source *src)
{
	return diag_at(STATUS_FAULT, src->name, 0,
	               "is no UTF-8 text and cannot be checked: check the "
	               "Markdown it was made from");
}

static int
check_source(struct redact *r, struct unescaped *seen, struct source *src)
{
	struct place at = { r, seen, src->name, 1, NULL };
	struct slice head = source_head(src), text;
	int got;

	if (is_packed(head))
		return refuse(src);
	if (head.len == 0 || head.p[0] != '{') {
		if (source_whole(src, &text) != 0)
			return -1;
		if (!is_text(text))
			return refuse(src);
		return check_text(&at, text);
	}
	while ((got = source_text(src, &text)) == 1) {
		at.line = src->line;
		if (check_line(&at, text) != 0)
			return -1;
	}
	return got;
}

int
check_files(struct redact *r, char **files)
{
	static char dash[] = "-";
	char *input[] = { dash, NULL };
	struct unescaped seen = UNESCAPED_INIT;
	int got = 0;

	if (*files == NULL)
		files = input;
	for (; *files != NULL && got == 0; files++) {
		struct source src;

		got = source_open(&src, *files, *files, NULL, 4 << 20);
		if (got == 0)
			got = check_source(r, &seen, &src);
		source_close(&src);
	}
	unescape_free(&seen);
	return got;
}
