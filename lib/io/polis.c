#include <stdlib.h>

#include "base/mem.h"
#include "io/csvin.h"
#include "io/polis_parts.h"
#include "io/tablein.h"

struct polis *
polis_new(struct sink *sink)
{
	struct polis *p = mem_zalloc(1, sizeof(*p));

	p->sink = sink;
	return p;
}

struct statement *
polis_statement(struct polis *p, struct slice ref)
{
	size_t before = p->refs.n, at = map_add(&p->refs, ref);

	p->statements = mem_grow(p->statements, &p->statements_cap, p->refs.n,
	                         sizeof(*p->statements));
	if (at == before) {
		p->statements[at] = (struct statement){ 0 };
		p->statements[at].ref = map_key(&p->refs, at);
	}
	return &p->statements[at];
}

int
polis_header(struct polis *p, struct rows *rows, struct columns *c,
             const char *const *names)
{
	struct row row;
	int rc = rows_next(rows, &row);

	if (rc == 1 && row.bad != NULL)
		rc = diag_at(STATUS_FAULT, p->sink->name, row.line, "%s",
		             row.bad);
	if (rc != 1)
		return rc;
	columns_init(c, &row);
	return columns_need(c, names, p->sink->name, row.line) < 0 ? -1 : 1;
}

/* Key and value in each row, no header. */
static int
read_summary(struct polis *p, struct rows *rows)
{
	struct event *e = p->sink->about;
	struct row row;
	int rc;

	while ((rc = rows_next(rows, &row)) == 1) {
		sink_take(p->sink);
		sink_aside(p->sink);
		if (row.bad != NULL || row.n < 2 || e == NULL)
			continue;
		if (slice_is(row.f[0], "topic"))
			event_say(e, "title", row.f[1]);
		else if (slice_is(row.f[0], "conversation-description"))
			event_say(e, "description", row.f[1]);
		else if (slice_is(row.f[0], "url"))
			event_say(e, "url", row.f[1]);
		else if (slice_is(row.f[0], "voters"))
			event_count(e, polis_number(row.f[1]));
	}
	return rc;
}

static int
read_history(struct polis *p, struct rows *rows)
{
	struct row row;
	int rc;

	while ((rc = rows_next(rows, &row)) == 1) {
		sink_take(p->sink);
		sink_aside(p->sink);
	}
	return rc;
}

int
polis_add(struct polis *p, enum polis_part part, struct source *src)
{
	static int (*const readers[POLIS_PARTS])(struct polis *,
	                                         struct rows *) = {
		[POLIS_SUMMARY] = read_summary,
		[POLIS_PARTICIPANTS] = polis_read_matrix,
		[POLIS_VOTES] = polis_read_votes,
		[POLIS_GROUPS] = polis_read_groups,
		[POLIS_HISTORY] = read_history,
	};
	struct csvin csv;
	int rc;

	if (slice_starts(slice_trim(source_head(src)), SLICE("[")))
		return polis_read_json(p, part, src);
	if (part == POLIS_COMMENTS)
		return polis_read_comments(p, src);
	csvin_open(&csv, src, ',', &p->sink->options->limits);
	rc = readers[part](p, &csv.rows);
	csvin_close(&csv);
	return rc;
}

/* The votes that count: of votes.csv if it was there, else of the matrix. */
static void
count_votes(struct polis *p)
{
	size_t n = p->has_votes ? p->cast.n : p->matrix.n;
	const struct ballot_paper *v = p->has_votes ? p->papers : p->cells;

	for (size_t i = 0; i < n; i++) {
		struct statement *s = &p->statements[v[i].statement];

		s->votes[v[i].value == 1 ? 0 : v[i].value == -1 ? 1 : 2]++;
	}
}

static void
compare_matrix(struct polis *p)
{
	size_t differ = 0;

	for (size_t i = 0; i < p->matrix.n; i++) {
		size_t at = map_find(&p->cast, map_key(&p->matrix, i));

		differ +=
		    at == MAP_NONE || p->papers[at].value != p->cells[i].value;
	}
	if (differ > 0)
		diag_note("%s: %zu votes of participants-votes.csv are not "
		          "the last ones of votes.csv, which are taken",
		          p->sink->name, differ);
}

static void
put_count(struct buf *json, const char *key, struct slice digits)
{
	if (digits.len == 0)
		return;
	buf_addf(json, "%s\"%s\":", json->len > 0 ? "," : "{", key);
	buf_slice(json, digits);
}

/* {"agree":1,...}: by the votes if there are any, else as exported. */
static void
put_counts(const struct polis *p, const struct statement *s, struct buf *json)
{
	buf_reset(json);
	if (p->has_votes || p->has_matrix) {
		buf_addf(json, "{\"agree\":%zu,\"disagree\":%zu,\"pass\":%zu}",
		         s->votes[0], s->votes[1], s->votes[2]);
		return;
	}
	put_count(json, "agree", s->agrees);
	put_count(json, "disagree", s->disagrees);
	put_count(json, "pass", s->passes);
	if (json->len > 0)
		buf_addc(json, '}');
}

static void
put_statement(struct polis *p, const struct statement *s, struct buf *json,
              struct buf *attrs)
{
	struct note n = { .key = s->ref, .line = s->line };

	buf_reset(attrs);
	buf_slice(attrs, s->attrs);
	if (p->has_votes || p->has_matrix) {
		if (s->agrees.len > 0)
			tablein_attr(attrs, SLICE("polis-agrees"), s->agrees);
		if (s->disagrees.len > 0)
			tablein_attr(attrs, SLICE("polis-disagrees"),
			             s->disagrees);
	}
	put_counts(p, s, json);
	n.f[F_TEXT] = s->body;
	n.f[F_REF] = s->ref;
	n.f[F_SPEAKER] = s->author;
	n.f[F_VOTES] = buf_view(json);
	if (s->rejected)
		n.f[F_SENSITIVE] = SLICE("true");
	n.attrs = buf_view(attrs);
	sink_note(p->sink, &n);
}

/* Each vote that counts; one on a statement that is not there is refused. */
static int
put_votes(struct polis *p)
{
	size_t n = p->has_votes ? p->cast.n : p->matrix.n;
	const struct ballot_paper *v = p->has_votes ? p->papers : p->cells;

	for (size_t i = 0; i < n; i++) {
		const struct statement *s = &p->statements[v[i].statement];
		struct vote vote = { s->ref, map_key(&p->voters, v[i].voter),
			             p->groups[v[i].voter], v[i].value,
			             v[i].time };

		if (s->line > 0 || !p->has_statements) {
			sink_vote(p->sink, &vote);
			continue;
		}
		p->sink->name = p->votes_name;
		if (sink_refuse(p->sink, v[i].line,
		                "a vote on a comment that comments.csv does "
		                "not have") < 0)
			return -1;
	}
	return 0;
}

int
polis_finish(struct polis *p)
{
	struct buf json = BUF_INIT, attrs = BUF_INIT;

	for (; p->has_votes && p->counted > 0; p->counted--)
		sink_aside(p->sink);
	count_votes(p);
	if (p->has_votes && p->has_matrix)
		compare_matrix(p);
	for (size_t i = 0; i < p->refs.n; i++) {
		struct statement *s = &p->statements[i];

		if (s->group_line > 0 && p->has_statements)
			sink_aside(p->sink);
		else if (s->group_line > 0)
			s->line = s->group_line;
		if (s->line > 0)
			put_statement(p, s, &json, &attrs);
	}
	buf_free(&json);
	buf_free(&attrs);
	return put_votes(p);
}

void
polis_free(struct polis *p)
{
	if (p == NULL)
		return;
	map_free(&p->refs);
	map_free(&p->voters);
	map_free(&p->cast);
	map_free(&p->matrix);
	free(p->statements);
	free(p->groups);
	free(p->papers);
	free(p->cells);
	pool_free(&p->pool);
	free(p);
}
