/*
 * dlg-converge: tell where the room converged and where it diverged.
 */
#include "io/converge.h"
#include "io/counts.h"
#include "io/jsonl.h"

/* What is read and written beside notes in and findings out. */
struct shape {
	bool counts; /* write counts instead */
	bool merge;  /* read counts, and write findings only */
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
read_all(struct jsonl *in, struct ledger *ledger, const struct shape *shape,
         struct out *out)
{
	struct record *rec;

	while ((rec = jsonl_next(in)) != NULL && !in->failed) {
		int status = shape->merge ? counts_add(ledger, rec) :
		                            ledger_add(ledger, rec);

		if (status < 0)
			in->failed = true;
		else if (!is_own(rec) && !shape->counts && !shape->merge)
			record_put(rec, out);
	}
	if (!in->failed && !shape->counts && ledger_check(ledger) < 0)
		in->failed = true;
}

int
main(int argc, char **argv)
{
	static const char *const groups[] = { "given", "votes", "both", NULL };
	static const char *const adjusts[] = { "fdr", "holm", NULL };
	struct converge_options options = {
		.bench = { SCHEME_POSTERIOR, 0.9, 10 },
	};
	struct shape shape = { false, false };
	struct jsonl_options reading = { 0 };
	const char *output = NULL, *earlier = NULL;
	struct ledger_options fields = { .scale = LEDGER_SCALE_USUAL };
	int rule = SCHEME_POSTERIOR, whose = GROUPS_GIVEN, adjust = ADJUST_FDR;
	const struct opt opts[] = {
		{ 'b', "table", "field",
		  "field of notes that says the table (table)",
		  .str = &fields.table },
		{ 'g', "group", "field", "field that says the group (group)",
		  .str = &fields.group },
		{ 'c', "confidence", "probability",
		  "what votes must show to decide (0.90)",
		  .real = &options.bench.confidence },
		{ 0, "rule", "scheme", "rule that decides on votes",
		  .words = scheme_names, .pick = &rule },
		{ 0, "groups", "which", "voters' groups", .words = groups,
		  .pick = &whose },
		{ 0, "min", "number", "votes that are enough to judge (10)",
		  .number = &options.bench.least },
		{ 0, "scale", "number", "where ratings end, from 1 (9)",
		  .number = &fields.scale },
		{ 0, "adjust", "how",
		  "allow for many tests: fdr (usual) or holm", .words = adjusts,
		  .pick = &adjust },
		{ 0, "since", "file", "tell what changed since that run",
		  .str = &earlier, .file = SANDBOX_READ },
		{ 0, "counts", NULL, "write counts to be merged instead",
		  .flag = &shape.counts },
		{ 0, "merge", NULL, "read such counts, write findings only",
		  .flag = &shape.merge },
		JSONL_OPTIONS(&reading),
		OUT_OPTION(&output),
		{ 0 },
	};
	struct since since;
	struct ledger ledger;
	struct jsonl in;
	struct out out;

	diag_init(argv[0]);
	argv = opt_parse(argc, argv, opts,
	                 "[-b field] [-g field] [-c probability] [-o file] "
	                 "[option ...] [file ...]");
	sandbox_enter(argv);
	if (!(options.bench.confidence > 0.5 && options.bench.confidence < 1))
		opt_misuse("the probability is between 0.5 and 1: -c 0.9");
	options.bench.scheme = (enum scheme)rule;
	options.groups = (enum groups)whose;
	options.adjust = (enum adjust)adjust;
	if (fields.scale < 2 || fields.scale > LEDGER_SCALE)
		opt_misuse("ratings end between 2 and 10: --scale 5");
	if (earlier != NULL) {
		options.since = &since;
		if (since_load(&since, earlier, &reading) < 0)
			return STATUS_FAULT;
	}
	out_open(&out, output, 0666);
	ledger_init(&ledger, &fields);
	reading.seal = true;
	jsonl_open(&in, argv, &reading);
	read_all(&in, &ledger, &shape, &out);
	if (!in.failed && shape.counts)
		counts_put(&ledger, &out);
	else if (!in.failed)
		converge_put(&ledger, &options, &out);
	ledger_free(&ledger);
	if (earlier != NULL)
		since_free(&since);
	jsonl_finish(&in, &out);
	return out_close(&out);
}
