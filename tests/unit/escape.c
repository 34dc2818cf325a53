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
	ok(gives(escape_markdown, SLICE("<<<<"), 2, "&#60;&#60;…"),
	   "characters are counted before they are escaped");
}

static void
escapes(void)
{
	ok(gives(escape_markdown, SLICE("Don't say it (or: so) 50% - ok."),
	         0, "Don't say it (or: so) 50% - ok."),
	   "plain words stay readable");
	ok(gives(escape_markdown, SLICE("1. x"), 0, "1&#46; x") &&
	       gives(escape_markdown, SLICE("a) x"), 0, "a&#41; x") &&
	       gives(escape_markdown, SLICE("- x"), 0, "&#45; x") &&
	       gives(escape_markdown, SLICE("Table: x"), 0, "Table&#58; x"),
	   "no text begins a list or a caption");
	ok(gives(escape_markdown, SLICE("bob@x.y"), 0,
	         "bob&#64;\xe2\x81\xa0x.y") &&
	       gives(escape_markdown, SLICE("see http://x.y www.z.de"), 0,
	             "see http&#58;\xe2\x81\xa0//x.y www\xe2\x81\xa0.z.de"),
	   "addresses are broken");
	ok(gives(escape_markdown, SLICE("a --- b #1 :x: 10:30"), 0,
	         "a &#45;&#45;&#45; b &#35;\xe2\x81\xa0"
	         "1 &#58;\xe2\x81\xa0x: "
	         "10&#58;30"),
	   "rules, references and emoji are not made");
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
	escapes();
	escapes_paths();
	return tap_done();
}
