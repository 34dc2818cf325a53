/* lib/text/template: fields, sections, footnotes. */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "tap.h"
#include "text/template.h"

struct voice {
	struct slice name;
	size_t notes;
	struct template_cite cite;
};

struct page {
	struct slice title, none, ours;
	size_t one, many;
	bool yes, no;
	struct template_list voices;
};

static const struct template_field voice_fields[] = {
	{ "name", TEMPLATE_TEXT, offsetof(struct voice, name), NULL },
	{ "notes", TEMPLATE_COUNT, offsetof(struct voice, notes), NULL },
	{ "cite", TEMPLATE_CITE, offsetof(struct voice, cite), NULL },
	{ 0 },
};

static const struct template_field page_fields[] = {
	{ "title", TEMPLATE_TEXT, offsetof(struct page, title), NULL },
	{ "none", TEMPLATE_TEXT, offsetof(struct page, none), NULL },
	{ "ours", TEMPLATE_MARKUP, offsetof(struct page, ours), NULL },
	{ "one", TEMPLATE_COUNT, offsetof(struct page, one), NULL },
	{ "many", TEMPLATE_COUNT, offsetof(struct page, many), NULL },
	{ "yes", TEMPLATE_FLAG, offsetof(struct page, yes), NULL },
	{ "no", TEMPLATE_FLAG, offsetof(struct page, no), NULL },
	{ "voices", TEMPLATE_LIST, offsetof(struct page, voices),
	  voice_fields },
	{ 0 },
};

static struct slice
part(struct slice name)
{
	if (slice_is(name, "greet"))
		return SLICE("Hello\n{{title}}");
	if (slice_is(name, "loop"))
		return SLICE("{{>loop}}");
	return (struct slice){ NULL, 0 };
}

/* What a template makes of a page, to be compared with want. */
static bool
makes(const char *text, size_t fit, const char *want)
{
	struct voice v[3] = {
		{ SLICE("A|b"), 1, { SLICE("Note n1."), 0 } },
		{ SLICE("C"), 2, { SLICE("Note n2."), 0 } },
		{ SLICE("D"), 3, { SLICE("Note n3."), 0 } },
	};
	void *items[] = { &v[0], &v[1], &v[2] };
	struct page p = {
		SLICE("<T>"), { NULL, 0 }, SLICE("**x**"), 1,
		12345,        true,        false,          { items, 3 },
	};
	struct template *t =
	    template_new("t", slice_of(text), page_fields, part);
	struct out o = { .fd = -1, .block = BUF_INIT };
	bool good;

	if (t == NULL)
		return false;
	template_render(t, &p, fit, &o);
	good = slice_is(buf_view(&o.block), want);
	if (!good)
		printf("# got: %.*s\n", (int)o.block.len, o.block.data);
	buf_free(&o.block);
	template_free(t);
	return good;
}

static bool
refused(const char *text)
{
	struct template *t =
	    template_new("t", slice_of(text), page_fields, part);

	template_free(t);
	return t == NULL;
}

static void
prints_fields(void)
{
	ok(makes("{{title}} {{ours}} {{many}}", 0, "&#60;T> **x** 12,345"),
	   "text is escaped, ours is not, numbers have commas");
	ok(makes("{{title max=\"2\"}}", 0, "&#60;T…"), "text is cut");
	ok(makes("{{none or=\"nobody\"}}", 0, "nobody"),
	   "or stands for nothing");
	ok(makes("{{one one=\"note\" many=\"notes\"}} {{many one=\"note\" "
	         "many=\"notes\"}} {{voices}}",
	         0, "note notes 3"),
	   "words follow numbers; a list is its length");
}

static void
prints_sections(void)
{
	ok(makes("{{#voices sep=\", \" last=\" and \"}}{{name}}{{/voices}}", 0,
	         "A&#124;b, C and D"),
	   "a list with separators");
	ok(makes("{{#voices max=\"1\" more=\" (# more)\"}}{{name}} {{title}}"
	         "{{/voices}}",
	         0, "A&#124;b &#60;T> (2 more)"),
	   "a list that ends early; fields around it are seen");
	ok(makes("{{#voices fit=\"yes\" more=\"+#\"}}{{name}}{{cite}} "
	         "{{/voices}}",
	         20,
	         "A&#124;b[^1] C[^2] +1\n\n[^1]: Note n1.\n\n[^2]: Note n2.\n"
	         ""),
	   "a list that fits, and the footnotes it kept");
	ok(makes("{{?none}}a{{/none}}{{^none}}b{{/none}}{{?yes}}c{{/yes}}"
	         "{{^no}}d{{/no}}{{?voices}}e{{/voices}}",
	         0, "bcde"),
	   "conditions");
	ok(makes("a\n\n{{?no}}\nb\n{{/no}}\n{{! why }}\n\n\nc\n\n{{none}}\n\nd",
	         0, "a\n\nc\n\nd"),
	   "tags leave no lines behind, and never two empty ones");
	ok(makes("{{>greet}}!", 0, "Hello\n&#60;T>!"), "a part");
}

static void
prints_footnotes(void)
{
	ok(makes("{{#voices}}{{cite}}{{/voices}}{{#voices}}{{cite}}{{/voices}}"
	         "\n\n{{footnotes}}\nend\n",
	         0,
	         "[^1][^2][^3][^1][^2][^3]\n\n[^1]: Note n1.\n\n[^2]: Note "
	         "n2.\n\n[^3]: Note n3.\n\nend\n"),
	   "footnotes are numbered as they come, once each");
}

static void
refuses_what_is_wrong(void)
{
	static const char *const bad[] = {
		"{{nosuch}}",
		"{{title",
		"{{#voices}}",
		"{{/voices}}",
		"{{#title}}{{/title}}",
		"{{?yes}}{{/no}}",
		"{{>nosuch}}",
		"{{>loop}}",
		"{{title max=\"x\"}}",
		"{{title max=3}}",
		"{{title max=\"3}}",
		"{{title bold=\"3\"}}",
		"{{}}",
		"{{name}}",
	};
	size_t n = sizeof(bad) / sizeof(*bad), refusals = 0;
	int keep = dup(2), null = open("/dev/null", O_WRONLY);

	dup2(null, 2);
	for (size_t i = 0; i < n; i++)
		refusals += refused(bad[i]);
	dup2(keep, 2);
	ok(refusals == n, "a template with a mistake is refused");
}

int
main(void)
{
	prints_fields();
	prints_sections();
	prints_footnotes();
	refuses_what_is_wrong();
	return tap_done();
}
