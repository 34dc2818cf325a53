/* dlg-report: findings as a report that a curator sends. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/out.h"
#include "data/templates.h"
#include "io/figures.h"
#include "io/report.h"
#include "io/templatefile.h"
#include "text/date.h"
#include "text/escape.h"
#include "text/template.h"

enum { QUOTES = 3, MOST_QUOTES = 100 };

struct settings {
	const char *template, *title, *week, *since, *until, *against;
	const char *figures, *lang, *output;
	struct opt_list events;
	size_t quotes, limit;
	bool front_matter, summary, mermaid, all;
	struct jsonl_options jsonl;
};

static struct settings s = { .template = "synthesis", .quotes = QUOTES };

static const struct opt common[] = { JSONL_OPTIONS(&s.jsonl), { 0 } };
static const struct opt opts[] = {
	{ 't', "template", "name", "synthesis, fsd, weekly, brief or a file",
	  .str = &s.template, .file = SANDBOX_READ },
	{ 'T', "title", "text", "instead of the event's title",
	  .str = &s.title },
	{ 0, "event", "id", "only this event; may be repeated",
	  .list = &s.events },
	{ 0, "week", "week", "only this ISO week: 2026-W47", .str = &s.week },
	{ 0, "since", "day", "only from this day on", .str = &s.since },
	{ 0, "until", "day", "only up to this day", .str = &s.until },
	{ 0, "against", "file", "compare with this earlier stream",
	  .str = &s.against, .file = SANDBOX_READ },
	{ 0, "summary", NULL, "one line instead of a report",
	  .flag = &s.summary },
	{ 'f', "figures", "directory", "put pictures there and link them",
	  .str = &s.figures, .file = SANDBOX_FOLDER },
	{ 0, "mermaid", NULL, "a picture in the words of Mermaid",
	  .flag = &s.mermaid },
	{ 0, "quotes", "number", "quotations for each theme (3)",
	  .number = &s.quotes },
	{ 0, "limit", "bytes", "the longest a section of fsd may be",
	  .size = &s.limit },
	{ 0, "all", NULL, "list all notes, however many", .flag = &s.all },
	{ 0, "lang", "language", "only en is there", .str = &s.lang },
	{ 0, "front-matter", NULL, "begin with title and date in YAML",
	  .flag = &s.front_matter },
	{ .group = common },
	OUT_OPTION(&s.output),
	{ 0 },
};

static int
day_option(const char *name, const char *value)
{
	int day;

	if (value == NULL)
		return DATE_NONE;
	day = date_parse(slice_of(value));
	if (day == DATE_NONE)
		opt_misuse("--%s takes a day: 2026-11-21", name);
	return day;
}

static void
read_window(struct report_options *o)
{
	o->since = day_option("since", s.since);
	o->until = day_option("until", s.until);
	if (o->since != DATE_NONE && o->until != DATE_NONE &&
	    o->since > o->until)
		opt_misuse("--since is after --until");
	if (s.week == NULL)
		return;
	if (s.since != NULL || s.until != NULL)
		opt_misuse("--week goes without --since and --until");
	o->since = date_parse_week(slice_of(s.week));
	if (o->since == DATE_NONE)
		opt_misuse("--week takes an ISO week: 2026-W47");
	o->until = o->since + 6;
}

/* Read streams into a harvest: 0, or -1 after reporting. */
static int
read_harvest(struct harvest *h, char **files, size_t whole, bool runs)
{
	struct harvest_options options = { &s.events, whole, HARVEST_KEPT,
		                           runs };
	struct jsonl in;
	struct record *rec;
	int bad = 0;

	harvest_init(h, &options);
	jsonl_open(&in, files, &s.jsonl);
	while (bad == 0 && (rec = jsonl_next(&in)) != NULL)
		bad = harvest_add(h, rec);
	h->partial = in.partial;
	if (jsonl_close(&in) < 0 || bad < 0)
		return -1;
	if (harvest_finish(h) < 0)
		return -1;
	return harvest_check_privacy(h);
}

/* What changed since the week before, by the lists of the weekly report. */
static void
put_changes(const struct report *r, struct buf *b)
{
	const struct {
		const char *before;
		size_t n;
		bool always;
	} parts[] = {
		{ ": new", r->fresh.n, true },
		{ ", heard of again", r->back.n, false },
		{ ", growing", r->growing.n, true },
		{ ", fading", r->fading.n, true },
		{ ", not heard of", r->gone.n, false },
		{ "; nearer to agreement", r->towards.n, false },
		{ "; further from agreement", r->away.n, false },
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i].always || parts[i].n > 0)
			buf_addf(b, "%s %zu", parts[i].before, parts[i].n);
}

/* What --summary prints: one line for a mail. */
static void
put_summary(const struct report *r, struct out *out)
{
	struct buf b = BUF_INIT;

	if (r->week.len > 0) {
		buf_slice(&b, r->week);
		buf_adds(&b, ": ");
	}
	if (r->notes == 0) {
		buf_adds(&b, "no notes");
	} else {
		buf_addf(&b, "events %zu, notes %zu, themes %zu", r->events.n,
		         r->notes, r->themes.n);
		if (r->unthemed_count > 0)
			buf_addf(&b, ", in none %zu", r->unthemed_count);
		if (!r->first)
			put_changes(r, &b);
		buf_addf(&b, "; converging %zu, diverging %zu",
		         r->converge_now.n, r->diverge_now.n);
		if (r->unsettled.n > 0)
			buf_addf(&b, ", not settled %zu", r->unsettled.n);
		buf_addf(&b, "; commitments %zu", r->actions.n);
	}
	buf_addc(&b, '\n');
	out_slice(out, buf_view(&b));
	buf_free(&b);
}

/* The title is Markdown, too: pandoc reads it so. */
static void
put_front_matter(const struct report *r, const char *template, struct out *out)
{
	struct buf b = BUF_INIT, title = BUF_INIT;

	buf_adds(&b, "---\ntitle: \"");
	if (strcmp(template, "fsd") == 0)
		buf_adds(&b, "Feedback form: ");
	if (r->options.weekly && r->week.len > 0)
		buf_addf(&b, "%s: ", r->week.p);
	escape_markdown(&title, r->title, 0);
	escape_yaml(&b, buf_view(&title), 0);
	buf_free(&title);
	buf_adds(&b, "\"\n");
	if (r->iso_date.len > 0)
		buf_addf(&b, "date: %s\n", r->iso_date.p);
	buf_adds(&b, "---\n\n");
	out_slice(out, buf_view(&b));
	buf_free(&b);
}

/* The template of that name or file; its text is to be freed if owned. */
static struct template *
open_template(const char *name, char **owned)
{
	static const char *const whole[] = { "synthesis", "fsd", "weekly",
		                             "brief" };
	struct slice text = { NULL, 0 };

	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (strcmp(name, whole[i]) == 0)
			text = templates_find(slice_of(name));
	if (text.p == NULL && strpbrk(name, "./") == NULL)
		opt_misuse("--template takes synthesis, fsd, weekly, brief, or "
		           "a file with a . or / in its name");
	if (text.p == NULL) {
		text = templatefile_load(name);
		*owned = (char *)(uintptr_t)text.p;
	}
	/* It takes a struct of that name for C++. */
	/* cppcheck-suppress CastIntegerToAddressAtReturn */
	return template_new(name, text, report_fields, templates_find);
}

static int
write_report(struct report_options *options, const struct template *t,
             const struct harvest *h)
{
	struct report r;
	struct out out;

	report_init(&r, h, options);
	if (r.notes == 0 && r.windowed && h->nall > 0 && !options->weekly)
		diag_note("no note is of the days asked for");
	if (s.mermaid)
		figures_mermaid(&r);
	if (s.figures != NULL &&
	    figures_write(&r, t, s.figures, s.output) < 0) {
		report_free(&r);
		return diag_status();
	}
	out_open(&out, s.output, 0666);
	if (s.summary) {
		put_summary(&r, &out);
	} else {
		if (s.front_matter)
			put_front_matter(&r, s.template, &out);
		template_render(t, &r, s.limit, &out);
	}
	report_free(&r);
	return out_close(&out);
}

/* The stream, and that of the earlier run: 0, or the exit status. */
static int
read_all(struct report_options *options, char **files, const struct template *t,
         struct harvest *now, struct harvest *before)
{
	struct harvest_options none = { NULL, 0, HARVEST_KEPT, false };
	char *earlier[] = { NULL, NULL };
	bool windowed =
	    options->since != DATE_NONE || options->until != DATE_NONE;
	size_t whole = template_uses(t, "members") ? HARVEST_WHOLE : 0;

	if (s.all || (windowed && !options->weekly))
		whole = SIZE_MAX;
	harvest_init(before, &none);
	if (read_harvest(now, files, whole, false) < 0)
		return diag_status();
	if (s.against == NULL)
		return 0;
	earlier[0] = (char *)(uintptr_t)s.against;
	if (read_harvest(before, earlier, 0, true) < 0)
		return diag_status();
	options->against = before;
	return 0;
}

/* What the options ask of a report; misuse ends the tool. */
static struct report_options
read_options(void)
{
	struct report_options o = { .title = s.title, .quotes = s.quotes };

	if (s.title != NULL && slice_trim(slice_of(s.title)).len == 0)
		opt_misuse("--title: a title has words; without the option it "
		           "is the event's");
	if (s.lang != NULL && strcmp(s.lang, "en") != 0)
		opt_misuse("--lang: reports are written in en only");
	if (s.quotes > MOST_QUOTES)
		opt_misuse("--quotes takes a number up to %d", MOST_QUOTES);
	s.jsonl.seal =
	    s.output == NULL && s.figures == NULL && s.against == NULL;
	read_window(&o);
	o.front_matter = s.front_matter;
	o.weekly = strcmp(s.template, "weekly") == 0 || s.summary;
	return o;
}

static int
report(struct report_options *options, const struct template *t, char **files)
{
	struct harvest now, before;
	int status = read_all(options, files, t, &now, &before);

	if (status == 0)
		status = write_report(options, t, &now);
	harvest_free(&before);
	harvest_free(&now);
	return status;
}

int
main(int argc, char **argv)
{
	struct report_options options;
	struct template *t;
	char *owned = NULL;
	int status;

	argv = opt_parse(argc, argv, opts,
	                 "[-t template] [-T title] [-f directory] [-o file] "
	                 "[file ...]");
	sandbox_enter(argv);
	options = read_options();
	if ((t = open_template(s.template, &owned)) != NULL)
		status = report(&options, t, argv);
	else
		status = diag_status();
	template_free(t);
	free(owned);
	free(s.events.v);
	return status;
}
