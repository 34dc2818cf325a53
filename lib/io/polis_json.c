#include "io/jsonrows.h"
#include "io/polis_parts.h"

/* What the server of Polis calls the columns of its exports. */
static const struct jsonrows_name comment_names[] = {
	{ "txt", "comment-body" },
	{ "statement_id", "comment-id" },
	{ "tid", "comment-id" },
	{ "participant_id", "author-id" },
	{ "pid", "author-id" },
	{ "agree_count", "agrees" },
	{ "disagree_count", "disagrees" },
	{ "pass_count", "passes" },
	{ "mod", "moderated" },
	{ "is_meta", "is-meta" },
	{ "is_seed", "is-seed" },
	{ NULL, NULL },
};

static const struct jsonrows_name vote_names[] = {
	{ "statement_id", "comment-id" }, { "tid", "comment-id" },
	{ "participant_id", "voter-id" }, { "pid", "voter-id" },
	{ "modified", "timestamp" },      { NULL, NULL },
};

int
polis_read_json(struct polis *p, enum polis_part part, struct source *src)
{
	struct memrows m;
	int rc;

	memrows_open(&m, src->name, &p->sink->options->limits);
	rc = jsonrows_load(
	    src, part == POLIS_VOTES ? vote_names : comment_names, &m);
	if (rc == 0 && part == POLIS_VOTES)
		rc = polis_read_votes(p, &m.rows);
	else if (rc == 0)
		rc = polis_comment_rows(p, &m.rows);
	memrows_close(&m);
	return rc;
}
