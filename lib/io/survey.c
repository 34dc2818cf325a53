#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/survey.h"
#include "io/tablein.h"

enum {
	SAMPLE = 1000, /* rows looked at to tell closed questions from open */
	FEW = 6,       /* answers that are too few to tell by repetition */
};

/* What the answers in a column are like. */
struct answers {
	struct map values, pieces; /* distinct answers; the same, of lists */
	size_t n, words, longest, npieces;
	size_t coded; /* numbers, dates, addresses: one word, no letters... */
};

/* The first column of a Google Forms export, in the languages it knows. */
bool
survey_is_google(const struct probe *p)
{
	static const char *const names[] = {
		"timestamp",
		"zeitstempel",
		"horodateur",
		"marca temporal",
		"tijdstempel",
		"carimbo de data/hora",
		"informazioni cronologiche",
		"tidsstämpel",
		"tidsstempel",
		"sygnatura czasowa",
		"aikaleima",
		"отметка времени",
		"タイムスタンプ",
		"时间戳记",
		"časová značka",
	};

	if (p->cols.n < 2)
		return false;
	for (size_t i = 1; i < p->cols.n; i++)
		if (columns_alias(p->cols.v[i].fold) == F_TEXT)
			return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (slice_is(p->cols.v[0].fold, names[i]))
			return true;
	return false;
}

/* Short names "Ident 1", "Ident 2" over the questions. */
bool
survey_is_citizen_space(const struct probe *p)
{
	size_t idents = 0;

	for (size_t i = 0; i < p->cols.n; i++)
		idents += slice_starts(p->cols.v[i].fold, SLICE("ident "));
	return idents >= 2 || (p->second != NULL && idents == 1);
}

static bool
is_answer_word(struct slice s)
{
	return s.len == 0 || slice_is(s, "response") ||
	       slice_is(s, "open-ended response");
}

/* The name of column i, from the question row and the row below. */
static void
name_column(enum survey_header kind, struct slice question, struct slice below,
            const char *carried, struct buf *name)
{
	struct buf fold = BUF_INIT;

	buf_reset(name);
	columns_fold(below, &fold);
	if (kind != SURVEY_CHOICES) {
		buf_slice(name, below.len > 0 ? below : question);
	} else if (is_answer_word(buf_view(&fold))) {
		buf_adds(name, carried);
	} else {
		buf_addf(name, "%s: ", carried);
		buf_slice(name, below);
	}
	buf_free(&fold);
}

/* One header from two: named as kind says; its cells are in pool. */
static void
join_headers(enum survey_header kind, const struct row *first,
             const struct row *second, struct row *header, struct pool *pool)
{
	struct buf name = BUF_INIT, carried = BUF_INIT;

	*header = (struct row){ .n = first->n, .line = first->line };
	header->f = pool_alloc(pool, (first->n + 1) * sizeof(*header->f));
	buf_adds(&carried, "");
	for (size_t i = 0; i < first->n; i++) {
		struct slice below = { NULL, 0 };

		if (second != NULL && i < second->n)
			below = second->f[i];
		if (first->f[i].len > 0) {
			buf_reset(&carried);
			buf_slice(&carried, first->f[i]);
		}
		name_column(kind, first->f[i], below, carried.data, &name);
		header->f[i] = pool_slice(pool, buf_view(&name));
	}
	buf_free(&name);
	buf_free(&carried);
}

/* Two questions of one name, or none: make the names differ. */
static void
tell_apart(struct columns *c)
{
	struct map seen = MAP_INIT;

	for (size_t i = 0; i < c->n; i++) {
		struct buf name = BUF_INIT;
		size_t before = seen.n;

		buf_slice(&name, c->v[i].name);
		if (name.len == 0)
			buf_addf(&name, "column %zu", i + 1);
		else if (map_add(&seen, c->v[i].fold) < before)
			buf_addf(&name, " (%zu)", i + 1);
		c->v[i].name = pool_slice(&c->pool, buf_view(&name));
		buf_free(&name);
	}
	map_free(&seen);
}

static size_t
count_words(struct slice s)
{
	size_t n = 0;
	bool in = false;

	for (size_t i = 0; i < s.len; i++) {
		bool space = isspace((unsigned char)s.p[i]) != 0;

		n += !space && !in;
		in = !space;
	}
	return n;
}

/* A number, a date, an address: something of one word that is no prose. */
static bool
is_coded(struct slice s)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < s.len; i++) {
		digits += isdigit((unsigned char)s.p[i]) != 0;
		letters += isalpha((unsigned char)s.p[i]) != 0 ||
		           (unsigned char)s.p[i] >= 0x80;
	}
	if (digits > 0 && digits >= letters)
		return true;
	return memchr(s.p, ' ', s.len) == NULL &&
	       (memchr(s.p, '@', s.len) != NULL ||
	        slice_starts(s, SLICE("http")));
}

/* Choices joined into one answer: by ";" or ", " or " / ". */
static void
add_pieces(struct answers *a, struct slice s)
{
	size_t at = 0;

	for (size_t i = 0; i <= s.len; i++) {
		struct slice piece;

		if (i < s.len && s.p[i] != ';' && s.p[i] != ',' &&
		    s.p[i] != '/')
			continue;
		piece = slice_trim((struct slice){ s.p + at, i - at });
		at = i + 1;
		if (piece.len == 0)
			continue;
		a->npieces++;
		map_add(&a->pieces, piece);
	}
}

static void
add_answer(struct answers *a, struct slice s)
{
	size_t words;

	s = slice_trim(s);
	if (s.len == 0)
		return;
	words = count_words(s);
	a->n++;
	a->words += words;
	a->longest = words > a->longest ? words : a->longest;
	a->coded += is_coded(s);
	map_add(&a->values, s);
	add_pieces(a, s);
}

/* Words of a question that asks for more than a choice. */
static bool
asks_for_text(struct slice fold)
{
	static const char *const hints[] = {
		"why",
		"comment",
		"explain",
		"describe",
		"tell us",
		"anything",
		"suggest",
		"thoughts",
		"ideas",
		"feedback",
		"specify",
		"open-ended",
		"in your own words",
	};

	for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++)
		if (memmem(fold.p, fold.len, hints[i], strlen(hints[i])) !=
		    NULL)
			return true;
	return false;
}

/* Whether the answers are free text; why says how that was seen. */
static bool
is_open(const struct answers *a, struct slice fold, const char **why)
{
	bool repeated = a->values.n * 2 <= a->n && a->n >= FEW;
	bool listed = a->pieces.n * 3 <= a->npieces && a->n >= FEW;

	if (a->n == 0) {
		*why = "no answers";
		return false;
	}
	if (a->coded * 2 > a->n) {
		*why = "numbers, dates or addresses";
		return false;
	}
	if (asks_for_text(fold) && a->words > a->n) {
		*why = "the question asks for words";
		return true;
	}
	if (repeated || (listed && a->words < 12 * a->n)) {
		*why = "few different answers: a closed question";
		return false;
	}
	*why = a->words >= 4 * a->n ? "different answers of several words" :
	                              "short answers: a closed question";
	return a->words >= 4 * a->n || a->longest >= 12;
}

/* A closed question that asks for a field: where, who. */
static int
asked_field(struct slice fold)
{
	static const struct {
		const char *phrase;
		int use;
	} phrases[] = {
		{ "which table", F_TABLE },
		{ "table number", F_TABLE },
		{ "your table", F_TABLE },
		{ "what table", F_TABLE },
		{ "which round", F_ROUND },
		{ "stakeholder group", F_GROUP },
		{ "which group", F_GROUP },
		{ "which sector", F_GROUP },
		{ "which of these groups", F_GROUP },
		{ "your name", F_SPEAKER },
		{ "your full name", F_SPEAKER },
		{ "your role", F_ROLE },
		{ "job title", F_ROLE },
		{ "your organisation", F_ORG },
		{ "your organization", F_ORG },
		{ "which organisation", F_ORG },
		{ "which organization", F_ORG },
	};

	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (memmem(fold.p, fold.len, phrases[i].phrase,
		           strlen(phrases[i].phrase)) != NULL)
			return phrases[i].use;
	return COL_ATTR;
}

/* A closed question is kept among attrs, or is a field not yet taken. */
static void
settle_closed(struct columns *c, size_t i)
{
	int use = asked_field(c->v[i].fold);

	if (use == COL_ATTR || columns_find(c, use) != SIZE_MAX)
		return;
	c->v[i].use = use;
	c->v[i].why = "the question asks for it";
}

/* Tell the columns that are open questions, by a sample of the rows. */
static void
classify(struct columns *c, struct rows *rows)
{
	struct answers *a = mem_zalloc(c->n + 1, sizeof(*a));
	const struct row *row;

	for (size_t r = 0; r < SAMPLE && (row = rows_peek(rows, r)); r++)
		for (size_t i = 0; i < c->n && i < row->n; i++)
			if (c->v[i].use == COL_ATTR)
				add_answer(&a[i], row->f[i]);
	for (size_t i = 0; i < c->n; i++) {
		if (c->v[i].use == F_TEXT) {
			c->v[i].use = COL_ANSWER;
		} else if (c->v[i].use == COL_ATTR &&
		           is_open(&a[i], c->v[i].fold, &c->v[i].why)) {
			c->v[i].use = COL_ANSWER;
		} else if (c->v[i].use == COL_ATTR)
			settle_closed(c, i);
		map_free(&a[i].values);
		map_free(&a[i].pieces);
	}
	free(a);
}

/* Microsoft Forms ends each list of choices with a semicolon. */
static void
trim_lists(const struct columns *c, struct row *row)
{
	for (size_t i = 0; i < row->n && i < c->n; i++)
		if (c->v[i].use == COL_ATTR && row->f[i].len > 1 &&
		    row->f[i].p[row->f[i].len - 1] == ';')
			row->f[i].len--;
}

static int
read_answers(struct rows *rows, struct sink *sink, const struct columns *c)
{
	struct tablein_scratch scratch = { BUF_INIT, BUF_INIT };
	struct row row;
	int rc;

	while ((rc = rows_next(rows, &row)) == 1) {
		rc = tablein_check(&row, c->n, sink);
		if (rc < 0)
			break;
		if (rc == 0)
			continue;
		trim_lists(c, &row);
		tablein_put(sink, c, &row, &scratch);
	}
	buf_free(&scratch.attrs);
	buf_free(&scratch.votes);
	return rc;
}

/* Take the header rows; c is named by them. Return 1, 0 or -1. */
static int
read_header(struct rows *rows, struct sink *sink, enum survey_header kind,
            struct columns *c)
{
	static const int heights[] = { 1, 2, 2, 3 };
	const struct row *second = rows_peek(rows, 1);
	const struct row *first = rows_peek(rows, 0);
	struct pool pool = POOL_INIT;
	struct row header;

	if (first == NULL)
		return rows_next(rows, &header);
	if (first->bad != NULL)
		return diag_at(STATUS_FAULT, sink->name, first->line, "%s",
		               first->bad);
	if (kind == SURVEY_ONE)
		second = NULL;
	join_headers(kind, first, second, &header, &pool);
	columns_init(c, &header);
	pool_free(&pool);
	for (int n = 0; n < heights[kind]; n++)
		rows_next(rows, &header);
	return 1;
}

int
survey_read(struct rows *rows, struct sink *sink, const struct format *self)
{
	struct columns c = { 0 };
	int rc = read_header(rows, sink, self->header, &c);

	if (rc != 1) {
		columns_free(&c);
		return rc;
	}
	rc = tablein_match(&c, sink, self->aliases);
	if (rc == 0 && sink->options->answers.n == 0)
		classify(&c, rows);
	tell_apart(&c);
	if (rc == 0)
		tablein_explain(&c, sink);
	if (rc == 0 && columns_find(&c, COL_ANSWER) != SIZE_MAX)
		rc = read_answers(rows, sink, &c);
	else if (rc == 0 && rows_peek(rows, 0) != NULL)
		rc = tablein_no_text(&c, sink);
	columns_free(&c);
	return rc;
}
