/* io/report: any stream as a report, by each of the templates. */
#include "io/report.h"
#include "data/templates.h"
#include "io/figures.h"
#include "stream_fuzz.h"
#include "text/date.h"
#include "text/template.h"

static void
render(const struct harvest *h, size_t which)
{
	static const char *const names[] = { "synthesis", "fsd", "weekly",
		                             "brief" };
	struct report_options options = { .quotes = 3,
		                          .since = DATE_NONE,
		                          .until = DATE_NONE };
	struct out o = { .fd = -1, .block = BUF_INIT };
	const char *name = names[which % 4];
	struct template *t = template_new(name, templates_find(slice_of(name)),
	                                  report_fields, templates_find);
	struct report r;

	options.weekly = which % 4 == 2;
	report_init(&r, h, &options);
	figures_mermaid(&r);
	template_render(t, &r, 0, &o);
	report_free(&r);
	template_free(t);
	buf_free(&o.block);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct harvest_options options = { NULL, 30, 2, false };
	struct record *rec;
	struct harvest h;
	struct stream_fuzz in;
	int rc = 0;

	if (len == 0)
		return 0;
	stream_fuzz_open(&in, data + 1, len - 1);
	harvest_init(&h, &options);
	while (rc == 0 && (rec = stream_fuzz_next(&in)) != NULL)
		rc = harvest_add(&h, rec);
	if (rc == 0 && harvest_finish(&h) == 0)
		render(&h, data[0]);
	stream_fuzz_close(&in);
	harvest_free(&h);
	return 0;
}
