#include <stdlib.h>

#include "io/batch.h"

#define SYNOPSIS \
	"[-jkv] [-d char] [-E name] [-e event] [-f format] " \
	"[-M file] [-m field=column] [-o file] [-t column] [file ...]"

static const char *const signs[] = { "agree", "-agree", NULL };
static struct import_options o = { .encoding = "", .limits = LIMITS };
static const char *path;
static bool list;
static int rule = -1;

static const struct opt opts[] = {
	{ 'd', "delimiter", "char", "what stands between fields",
	  .str = &o.delim },
	{ 'E', "encoding", "name", "if not UTF-8; auto guesses",
	  .str = &o.encoding },
	{ 'e', "event", "event", "the event the notes are of",
	  .str = &o.event },
	{ 'f', "format", "format", "read as that, whatever it seems",
	  .str = &o.format },
	{ 'j', "join", NULL, "join a speaker's consecutive turns",
	  .flag = &o.join },
	{ 'k', "keep-going", NULL, "leave out what cannot be read",
	  .flag = &o.keep_going },
	{ 'M', "mapping", "file", "lines field=column, as for -m",
	  .str = &o.mapping, .file = SANDBOX_READ },
	{ 'm', "map", "field=column", "which column is which field",
	  .list = &o.maps },
	OUT_OPTION(&path),
	{ 't', "text", "column", "free-text answers: a note each",
	  .list = &o.answers },
	{ 'v', "verbose", NULL, "account for all that was read",
	  .flag = &o.verbose },
	{ 0, "date", "date", "of the event", .str = &o.fields[F_DATE] },
	{ 0, "explain", NULL, "say how it would be read, and stop",
	  .flag = &o.explain },
	{ 0, "formats", NULL, "list the formats and stop", .flag = &list },
	{ 0, "max-cols", "number", "refuse more columns (1024)",
	  .number = &o.limits.columns },
	{ 0, "max-field", "size", "refuse larger fields (1M)",
	  .size = &o.limits.field },
	{ 0, "max-line", "size", "refuse longer lines, rows (4M)",
	  .size = &o.limits.line },
	{ 0, "partial", NULL, "accept a stream that stops early",
	  .flag = &o.partial },
	{ 0, "question", "text", "of notes that have none",
	  .str = &o.fields[F_QUESTION] },
	{ 0, "quiet-names", NULL, "name no file in a message",
	  .flag = &o.quiet_names },
	{ 0, "require-records", "number", "fail if fewer come out",
	  .number = &o.require },
	{ 0, "rule", "rule", "chatham-house, attributed or none",
	  .words = record_rules, .pick = &rule },
	{ 0, "sheet", "name", "the sheet of an Excel file", .str = &o.sheet },
	{ 0, "title", "text", "of the event", .str = &o.fields[F_TITLE] },
	{ 0, "vote-sign", "sign", "what 1 means: agree or -agree",
	  .words = signs, .pick = &o.vote_sign },
	{ 0 },
};

/* Check what the table of options cannot, and load the mapping. */
static int
settle(void)
{
	for (size_t i = 0; i < o.maps.n; i++)
		choices_add(&o.choices, o.maps.v[i]);
	if (o.format != NULL && format_named(o.format) == NULL)
		opt_misuse("-f takes a format that --formats lists");
	if (o.delim != NULL && strlen(o.delim) != 1 &&
	    strcmp(o.delim, "tab") != 0)
		opt_misuse("-d takes one character, or tab");
	if (o.event != NULL && *o.event == '\0')
		opt_misuse("-e takes the name of an event");
	if (o.mapping != NULL)
		return choices_load(&o.choices, o.mapping);
	return 0;
}

/* Whether no input would be lost to the output. Return 0, or -1. */
static int
keeps_inputs(const struct batch *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (out_replaces(path, b->inputs[i].path))
			return diag_at(STATUS_FAULT, b->inputs[i].label, 0,
			               "--output would replace this file, "
			               "which is read: give it another name");
	return 0;
}

static void
import(char **args, struct out *out)
{
	char *no_more[] = { NULL };
	struct batch batch;
	struct sink sink;

	sink_init(&sink, out, &o);
	if (batch_open(&batch, args, &o) < 0 || keeps_inputs(&batch) < 0)
		goto out;
	sandbox_allow_encodings();
	sandbox_enter(no_more);
	if (batch_read(&batch, &sink) == 0) {
		if (out->records < o.require)
			diag(STATUS_FAULT, "fewer records than %zu came out",
			     o.require);
		else if (!o.explain)
			record_put_end(out, sink.partial);
	}
out:
	batch_close(&batch);
	sink_free(&sink);
}

int
main(int argc, char **argv)
{
	struct out out;

	argv = opt_parse(argc, argv, opts, SYNOPSIS);
	if (rule >= 0)
		o.fields[F_RULE] = record_rules[rule];
	out_open(&out, path, 0600);
	if (list)
		format_list(&out);
	else if (settle() == 0)
		import(argv, &out);
	choices_free(&o.choices);
	free(o.maps.v);
	free(o.answers.v);
	return out_close(&out);
}
