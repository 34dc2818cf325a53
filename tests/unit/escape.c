/* lib/text/escape: other people's words on our page. */
#include <stdlib.h>

#include "tap.h"
#include "text/escape.h"

static bool
gives(void (*escape)(struct buf *, struct slice, size_t), struct slice in,
      size_t max, const char *want)
{
	struct buf b = BUF_INIT;
	bool good;

	escape(&b, in, max);
	good = slice_is(buf_view(&b), want);
	if (!good)
		printf("# got: %.*s\n", (int)b.len, b.data ? b.data : "");
	buf_free(&b);
	return good;
}

static void
tidies(void)
{
	ok(gives(escape_tidy, SLICE("  a\r\n\tb \xc2\x85 c "), 0, "a b c"),
	   "white space becomes single spaces");
	ok(gives(escape_tidy, SLICE("a\x1b[2J\x07\0b\xc2\x9b"), 0,
	         "a\xef\xbf\xbd[2J\xef\xbf\xbd\xef\xbf\xbd"
	         "b\xef\xbf\xbd"),
	   "control characters are replaced");
	ok(gives(escape_tidy, SLICE("\xe2\x80\xae\x61\xe2\x81\xa6"), 0,
	         "\xef\xbf\xbd\x61\xef\xbf\xbd"),
	   "what reorders a line is replaced");
	ok(gives(escape_tidy,
	         SLICE("a\xe2\x80\x8b\xc2\xad\xef\xbb\xbf"
	               "b\xe2\x80\x8d"
	               "c"),
	         0, "abc"),
	   "what nobody sees is left out");
	ok(gives(escape_tidy, SLICE("\xd9\x85\xe2\x80\x8c\xd9\x86"), 0,
	         "\xd9\x85\xe2\x80\x8c\xd9\x86"),
	   "a joiner between letters that need it stays");
	ok(gives(escape_tidy, SLICE("\xff\xc0\x80"), 0,
	         "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"),
	   "bytes that are not UTF-8 are replaced");
	ok(gives(escape_tidy, SLICE(""), 0, "") &&
	       gives(escape_tidy, SLICE(" \n "), 0, ""),
	   "nothing stays nothing");
}

static void
cuts(void)
{
	ok(gives(escape_tidy, SLICE("one two three"), 13, "one two three"),
	   "a text that fits is whole");
	ok(gives(escape_tidy, SLICE("one two three"), 12, "one two…"),
	   "one that does not ends at a word");
	ok(gives(escape_tidy,
	         SLICE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	               "aaaaaaaaaa"),
	         45, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"),
	   "or within one if it has none");
	ok(gives(escape_tidy,
	         SLICE("sixteen bytes a  block of spaces and\x07 bells"), 0,
	         "sixteen bytes a block of spaces and� bells") &&
	       gives(escape_tidy, SLICE("one two three, four  five"), 18,
	             "one two three,…"),
	   "and a long run of plain words hides nothing");
	ok(gives(escape_markdown, SLICE("****"), 2, "\\*\\*…"),
	   "characters are counted before they are escaped");
}

static bool
makes(const char *in, const char *want)
{
	return gives(escape_markdown, slice_of(in), 0, want);
}

static void
leaves_words(void)
{
	static const char *const plain[] = {
		"Don't say it (or: so) 50% - ok, R&D -> 5 > 3 & more!",
		"The tables' sum = 10:30, i.e. 3 < 4. See 7)",
		"She said \"home first\", and (\"no\").",
		"Buses. Last one goes at 5.40; why?",
		"Respite: none] there",
	};

	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		ok(makes(plain[i], plain[i]), "plain words stay as they are");
}

static void
escapes(void)
{
	ok(makes("1. x", "1\\. x") && makes("a) x", "a\\) x") &&
	       makes("iv. x", "iv\\. x") && makes("(1) x", "&#40;1\\) x") &&
	       makes("- x", "\\- x") && makes("# x", "&#35; x") &&
	       makes("> x", "\\> x") && makes("Table: x", "Table\\: x"),
	   "no text begins a list, a heading or a caption");
	ok(makes("[name] *a* `b` <c> a|b", "\\[name] \\*a\\* &#96;b&#96; "
	                                   "&#60;c> a&#124;b"),
	   "nor a link, a tag or a cell");
	ok(makes("bob@x.y", "bob@\xe2\x81\xa0x.y") &&
	       makes("see http://x.y www.z.de",
	             "see http\\:\xe2\x81\xa0//x.y www\xe2\x81\xa0.z.de"),
	   "addresses are broken");
	ok(makes("a #1 :x: {{b}} &lt; &", "a #\xe2\x81\xa0"
	                                  "1 :\xe2\x81\xa0x: &#123;&#123;b}} "
	                                  "&#38;lt; &"),
	   "references, emoji, templates and entities are not made");
	ok(makes("a \"b", "a \\\"b") && makes("\" b \"", "\\\" b \\\""),
	   "a quote without its partner does not look for it");
	ok(gives(escape_xml, SLICE("<a b='c'>&\"\x01"), 0,
	         "&#60;a b=&#39;c&#39;&#62;&#38;&#34;\xef\xbf\xbd"),
	   "XML");
	ok(gives(escape_yaml, SLICE("a\"b\\\n---"), 0, "a\\\"b\\\\ ---"),
	   "YAML");
	ok(gives(escape_words, SLICE("\"] --> x;\n%%"), 0, "x"), "bare words");
}

static void
escapes_paths(void)
{
	struct buf b = BUF_INIT;

	escape_path(&b, SLICE("a b/(c)\xc3\xa9.svg"));
	ok(slice_is(buf_view(&b), "a%20b/%28c%29%C3%A9.svg"),
	   "a path can stand in a link");
	buf_free(&b);
}

int
main(void)
{
	tidies();
	cuts();
	leaves_words();
	escapes();
	escapes_paths();
	return tap_done();
}
