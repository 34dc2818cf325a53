/*
 * dlg-anon: take out of a harvest who said what, as the Chatham House Rule
 * asks: names, organisations, contact details, fields that tell who spoke.
 */
#include <stdlib.h>

#include "io/check.h"
#include "io/held.h"
#include "io/hierarchyfile.h"
#include "io/jsonl.h"
#include "io/private.h"
#include "io/publicfile.h"
#include "io/rosterfile.h"
#include "io/termfile.h"

static const char *const modes[] = { "off", "balanced", "high", NULL };

/* What the user asks for. */
struct settings {
	struct opt_list rosters, terms, spoken;
	struct held_options held;
	struct jsonl_options reading;
	const char *keep, *generalise, *log, *output;
	struct hierarchy hierarchy;
	struct quoted quoted;
	int names;
	bool check, force;
};

static void
read_all(struct jsonl *in, struct held *held)
{
	struct record *rec;

	while ((rec = jsonl_next(in)) != NULL)
		if (held_take(held, rec) != 0)
			break;
}

/* Take the names of fields that may pass. */
static void
take_fields(struct settings *s)
{
	const char *p = s->keep;

	while (p != NULL && *p != '\0') {
		struct slice name = { p, strcspn(p, ",") };
		enum field f = record_field(name);

		if (f != F_ROLE && f != F_ORG && f != F_PLACE)
			opt_misuse("--keep takes role, org and place");
		s->held.keep[f] = true;
		p += name.len + (p[name.len] == ',');
	}
}

static int
load(struct settings *s, struct roster *roster, struct patterns *patterns)
{
	for (size_t i = 0; i < s->rosters.n; i++)
		if (rosterfile_read(roster, s->rosters.v[i]) != 0)
			return -1;
	for (size_t i = 0; i < s->terms.n; i++)
		if (termfile_read(patterns, s->terms.v[i]) != 0)
			return -1;
	if (s->generalise != NULL &&
	    hierarchyfile_read(&s->hierarchy, s->generalise) != 0)
		return -1;
	s->held.hierarchy = &s->hierarchy;
	roster_ready(roster, s->held.k);
	for (size_t i = 0; i < s->spoken.n; i++)
		if (publicfile_read(&s->quoted, s->spoken.v[i],
		                    &roster->lexicon) != 0)
			return -1;
	if (s->spoken.n > 0)
		s->held.spoken = &s->quoted;
	roster_generalise(roster, &s->hierarchy, s->held.k);
	return 0;
}

/* How to look for names: as asked, or by what is known. */
static enum names_mode
mode_of(const struct settings *s)
{
	if (s->names >= 0)
		return (enum names_mode)s->names;
	if (s->rosters.n == 0)
		return NAMES_BALANCED;
	return s->check ? NAMES_OFF : NAMES_EVIDENT;
}

/* Make the streams in files anonymous. */
static void
anonymise(const struct settings *s, struct redact *redact,
          struct roster *roster, char **files)
{
	struct held held;
	struct jsonl in;
	struct out out, log;

	held_init(&held, &s->held, redact, roster);
	jsonl_open(&in, files, &s->reading);
	out_open(&out, s->output, 0600);
	if (s->log != NULL) {
		out_open(&log, s->log, 0600);
		held.log = &log;
	}
	read_all(&in, &held);
	if (jsonl_close(&in) == 0 && diag_status() < STATUS_FAULT &&
	    held_write(&held, &out) == 0)
		record_put_end(&out, in.partial);
	if (s->log != NULL)
		out_close(&log);
	out_close(&out);
	held_free(&held);
}

int
main(int argc, char **argv)
{
	struct settings s = { .held = { .k = 5, .rule = -1 },
		              .names = -1,
		              .quoted = QUOTED_INIT };
	const struct opt opts[] = {
		{ 'c', "check", NULL, "report what is left in any file",
		  .flag = &s.check },
		{ 'H', "hierarchy", "file", "more general words for values",
		  .str = &s.generalise, .file = SANDBOX_READ },
		{ 'k', "people", "number",
		  "least people a published cell may have (5)",
		  .number = &s.held.k },
		{ 'l', "log", "file", "note each replacement there, in private",
		  .str = &s.log, .file = SANDBOX_WRITE },
		{ 'p', "pseudonyms", NULL, "number the people: [name 3]",
		  .flag = &s.held.pseudonyms },
		{ 'r', "roster", "file", "registration list of the people",
		  .list = &s.rosters, .file = SANDBOX_READ },
		{ 't', "terms", "file", "mask these words or /patterns/ too",
		  .list = &s.terms, .file = SANDBOX_READ },
		{ 0, "explain-cells", "file", "say there what k cost",
		  .str = &s.held.explain, .file = SANDBOX_WRITE },
		{ 0, "force", NULL, "write the log where others may look",
		  .flag = &s.force },
		{ 0, "keep", "field,...",
		  "pass role, org or place if k share it", .str = &s.keep },
		{ 0, "names", "mode", "names on no list: off, balanced or high",
		  .words = modes, .pick = &s.names },
		{ 0, "public", "file", "look for long quotes of this text",
		  .list = &s.spoken, .file = SANDBOX_READ },
		{ 0, "rule", "rule", "chatham-house, attributed or none",
		  .words = record_rules, .pick = &s.held.rule },
		JSONL_OPTIONS(&s.reading),
		OUT_OPTION(&s.output),
		{ 0 },
	};
	struct roster *roster;
	struct patterns *patterns;
	struct redact redact;

	argv = opt_parse(argc, argv, opts, "[option ...] [file ...]");
	roster = roster_new();
	patterns = patterns_new();
	sandbox_allow_encodings();
	sandbox_enter(argv);
	s.reading.seal = s.held.explain == NULL;
	take_fields(&s);
	if (s.held.k == 0)
		opt_misuse("-k takes 1 or more; 1 lets every cell pass");
	if (load(&s, roster, patterns) == 0 &&
	    private_may_write(s.log, "the log", s.force) == 0 &&
	    private_may_write(s.held.explain, "the account of cells",
	                      s.force) == 0) {
		redact_open(&redact, roster, patterns, mode_of(&s));
		if (s.check)
			check_files(&redact, argv);
		else
			anonymise(&s, &redact, roster, argv);
		redact_close(&redact);
	}
	patterns_free(patterns);
	roster_free(roster);
	hierarchy_free(&s.hierarchy);
	quoted_free(&s.quoted);
	free(s.spoken.v);
	free(s.rosters.v);
	free(s.terms.v);
	return (int)diag_status();
}
