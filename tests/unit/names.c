/* Names in a text: which words are taken for whose, one text at a time. */
#include <stdlib.h>

#include "base/mem.h"
#include "people.h"
#include "tap.h"
#include "text/redact.h"

static struct roster *roster;
static struct patterns *patterns;

/* Whether text becomes wanted. */
static bool
becomes(struct redact *r, const char *text, const char *wanted)
{
	struct slice s = slice_of(text);
	struct buf out = BUF_INIT;
	bool same;

	if (redact_find(r, s) != 0)
		return false;
	spans_write(&out, s, r->spans.v, r->spans.n, NULL);
	same = slice_is(buf_view(&out), wanted);
	buf_free(&out);
	return same;
}

static const struct {
	const char *what, *text, *wanted;
} texts[] = {
	{ "a full name", "ask jane smith now", "ask [name] now" },
	{ "the surname first", "Smith, Jane was there", "[name] was there" },
	{ "initial and surname", "J. Smith was there", "[name] was there" },
	{ "a slip of one letter", "Jnae Smith was there", "[name] was there" },
	{ "a slip in a word alone", "then Okonkwe said", "then [name] said" },
	{ "a title", "Dr Okonkwo was there", "Dr [name] was there" },
	{ "initials of a speaker", "JS: we need buses",
	  "[name]: we need buses" },
	{ "initials that are none", "the JS file", "the JS file" },
	{ "a word that is a name", "thanks to Will", "thanks to [name]" },
	{ "a word that is none", "it will rain", "it will rain" },
	{ "a month", "in May 2026", "in May 2026" },
	{ "a place", "Will Road is closed", "Will Road is closed" },
	{ "an organisation", "the Zed & Sons van", "the [organisation] van" },
	{ "a name torn by a line", "Okon-\nkwo left", "[name] left" },
	{ "a placeholder", "[name] and [name 3]", "[name] and [name 3]" },
	{ "nothing", "", "" },
};

static void
finds_names(struct redact *r)
{
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		ok(becomes(r, texts[i].text, texts[i].wanted), texts[i].what);
}

/* What one text shows is said to the caller, for all others. */
static void
tells_others(struct redact *r)
{
	struct map also = MAP_INIT;
	struct slice text = slice_of("we met Mrs Quillfeather today");

	ok(redact_find(r, text) == 0 && r->nfound == 1,
	   "a surname behind a title is told");
	map_add(&also, (struct slice){ (char *)r->found, sizeof(*r->found) });
	text = slice_of("old Quillfeather knew");
	ok(redact_find(r, text) == 0 && r->spans.n == 0 && r->nopen == 1,
	   "alone it is left open");
	ok(redact_again(r, text, &also) == 0 && r->spans.n == 1,
	   "and masked when another text has shown it");
	map_free(&also);
}

static void
withholds(struct redact *r)
{
	ok(redact_find(r, slice_of("Off the record: it leaks")) == 0 &&
	       r->withheld,
	   "a text may ask to be withheld");
	ok(redact_find(r, slice_of("we record all")) == 0 && !r->withheld,
	   "most do not");
}

static void
lets_people_be(struct redact *r)
{
	r->people = false;
	ok(becomes(r, "Jane Smith, j@x.example", "Jane Smith, [e-mail]"),
	   "contact details alone, where people may be named");
	r->people = true;
}

int
main(void)
{
	struct redact r;

	roster = roster_new();
	patterns = patterns_new();
	people_add(roster, "Jane", "Smith", "Zed & Sons", "");
	people_add(roster, "Chidi", "Okonkwo", "", "");
	people_add(roster, "Will", "May", "", "");
	roster_ready(roster, 5);
	redact_open(&r, roster, patterns, NAMES_EVIDENT);
	finds_names(&r);
	tells_others(&r);
	withholds(&r);
	lets_people_be(&r);
	redact_close(&r);
	patterns_free(patterns);
	roster_free(roster);
	return tap_done();
}
