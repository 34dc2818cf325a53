/* lib/text/template: any template is refused or rendered. */
#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>

#include "data/templates.h"
#include "text/template.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

struct voice {
	struct slice name;
	struct template_cite cite;
};

struct page {
	struct slice title;
	size_t n;
	struct template_list voices;
};

static const struct template_field voice_fields[] = {
	{ "name", TEMPLATE_TEXT, offsetof(struct voice, name), NULL },
	{ "cite", TEMPLATE_CITE, offsetof(struct voice, cite), NULL },
	{ 0 },
};

static const struct template_field page_fields[] = {
	{ "title", TEMPLATE_MARKUP, offsetof(struct page, title), NULL },
	{ "n", TEMPLATE_COUNT, offsetof(struct page, n), NULL },
	{ "voices", TEMPLATE_LIST, offsetof(struct page, voices),
	  voice_fields },
	{ 0 },
};

/* Messages would drown the fuzzer's own. */
static void
be_quiet(void)
{
	static bool quiet;
	int null = quiet ? -1 : open("/dev/null", O_WRONLY);

	quiet = true;
	if (null >= 0) {
		dup2(null, STDERR_FILENO);
		close(null);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct voice v[2] = { { SLICE("A*"), { SLICE("Note."), 0 } },
		              { SLICE("B"), { SLICE("Note."), 0 } } };
	void *items[] = { &v[0], &v[1] };
	struct page p = { SLICE("x\n\n\ny"), 3, { items, 2 } };
	struct slice text = { (const char *)data, len };
	struct out o = { .fd = -1, .block = BUF_INIT };
	struct template *t;

	be_quiet();
	t = template_new("t", text, page_fields, templates_find);
	if (t != NULL && len < 4096)
		template_render(t, &p, len % 64, &o);
	template_free(t);
	buf_free(&o.block);
	return 0;
}
