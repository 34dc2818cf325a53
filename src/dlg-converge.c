/*
 * dlg-converge: tell where the room converged and where it diverged.
 */
#include "io/converge.h"
#include "io/counts.h"
#include "io/jsonl.h"

static const char *const groups[] = { "given", "votes", "both", NULL };
static const char *const adjusts[] = { "fdr", "holm", NULL };

static struct settings {
	struct converge_options converge;
	struct ledger_options ledger;
	struct jsonl_options jsonl;
	int rule, groups, adjust; /* of the words of their options */
	bool counts;              /* write counts instead */
	bool merge;               /* read counts, and write findings only */
	const char *since, *output;
} s = {
	.converge.criteria = { SCHEME_POSTERIOR, 0.9, 10 },
	.ledger.scale = LEDGER_SCALE_USUAL,
};

static const struct opt opts[] = {
	{ 'b', "table", "field", "field that identifies the table (table)",
	  .str = &s.ledger.table },
	{ 'g', "group", "field", "field that identifies the group (group)",
	  .str = &s.ledger.group },
	{ 'c', "confidence", "probability",
	  "what votes must show to decide (0.90)",
	  .real = &s.converge.criteria.confidence },
	{ 0, "rule", "scheme", "rule that decides on votes",
	  .words = scheme_names, .pick = &s.rule },
	{ 0, "groups", "which", "voters' groups", .words = groups,
	  .pick = &s.groups },
	{ 0, "min", "number", "votes that are enough to judge (10)",
	  .number = &s.converge.criteria.least },
	{ 0, "scale", "number", "where ratings end, from 1 (9)",
	  .number = &s.ledger.scale },
	{ 0, "adjust", "how", "allow for many tests: fdr (usual) or holm",
	  .words = adjusts, .pick = &s.adjust },
	{ 0, "since", "file", "tell what changed since that run",
	  .str = &s.since, .file = SANDBOX_READ },
	{ 0, "counts", NULL, "write counts to be merged instead",
	  .flag = &s.counts },
	{ 0, "merge", NULL, "read such counts, write findings only",
	  .flag = &s.merge },
	JSONL_OPTIONS(&s.jsonl),
	OUT_OPTION(&s.output),
	{ 0 },
};

/* Whether an earlier run made the record. */
static bool
is_own(struct record *rec)
{
	return rec->type == TYPE_FINDING ||
	       (rec->type == TYPE_OTHER &&
	        slice_is(record_str(rec, F_TYPE), "vanished"));
}

/* Pass everything on but what an earlier run found; keep what counts. */
static void
read_all(struct jsonl *in, struct ledger *ledger, struct out *out)
{
	struct record *rec;

	while ((rec = jsonl_next(in)) != NULL) {
		int status =
		    s.merge ? counts_add(ledger, rec) : ledger_add(ledger, rec);

		if (status < 0)
			jsonl_fail(in);
		else if (!is_own(rec) && !s.counts && !s.merge)
			record_put(rec, out);
	}
	if (!in->failed && !s.counts && ledger_check(ledger) < 0)
		jsonl_fail(in);
}

/* What options may not say. */
static void
check_settings(void)
{
	double confidence = s.converge.criteria.confidence;

	if (!(confidence > 0.5 && confidence < 1))
		opt_misuse("the probability is between 0.5 and 1: -c 0.9");
	if (s.ledger.scale < 2 || s.ledger.scale > LEDGER_SCALE)
		opt_misuse("ratings end between 2 and 10: --scale 5");
	if (s.merge && (s.ledger.table != NULL || s.ledger.group != NULL))
		opt_misuse("counts have their tables and groups: -b and -g go "
		           "with --counts, not with --merge");
	s.converge.criteria.scheme = (enum scheme)s.rule;
	s.converge.groups = (enum groups)s.groups;
	s.converge.adjust = (enum adjust)s.adjust;
	s.jsonl.seal = s.since == NULL;
}

static int
converge(char **files)
{
	struct ledger ledger;
	struct jsonl in;
	struct out out;

	out_open(&out, s.output, 0666);
	ledger_init(&ledger, &s.ledger);
	jsonl_open(&in, files, &s.jsonl);
	read_all(&in, &ledger, &out);
	if (!in.failed && s.counts)
		counts_put(&ledger, &out);
	else if (!in.failed)
		converge_put(&ledger, &s.converge, &out);
	ledger_free(&ledger);
	jsonl_finish(&in, &out);
	return out_close(&out);
}

/* The same, with what an earlier run found at hand. */
static int
converge_since(char **files)
{
	struct since since;
	int status = STATUS_FAULT;

	if (since_load(&since, s.since, &s.jsonl) == 0) {
		s.converge.since = &since;
		s.jsonl.seal = true;
		status = converge(files);
	}
	since_free(&since);
	return status;
}

int
main(int argc, char **argv)
{
	argv = opt_parse(argc, argv, opts,
	                 "[-b field] [-g field] [-c probability] [-o file] "
	                 "[option ...] [file ...]");
	sandbox_enter(argv);
	check_settings();
	return s.since != NULL ? converge_since(argv) : converge(argv);
}
