/* lib/text/unescape: a finished text as its reader sees it. */
#include "text/unescape.h"
#include "tap.h"

static bool
gives(struct slice in, const char *want)
{
	struct unescaped u = UNESCAPED_INIT;
	bool good;

	unescape(&u, in);
	good = slice_is(u.text, want);
	if (!good)
		printf("# got: %.*s\n", (int)u.text.len, u.text.p);
	for (size_t i = 1; i < u.text.len; i++)
		good &= unescape_origin(&u, i) >= unescape_origin(&u, i - 1) &&
		        unescape_origin(&u, i) < in.len;
	good &= unescape_origin(&u, u.text.len) == in.len;
	unescape_free(&u);
	return good;
}

int
main(void)
{
	struct unescaped u = UNESCAPED_INIT;

	ok(gives(SLICE("plain"), "plain"), "what has no escape stays");
	ok(gives(SLICE(""), ""), "nothing stays nothing");
	ok(gives(SLICE("Bo\\*lyn \\\\ \\n \\"), "Bo*lyn \\ \\n \\"),
	   "backslashes before punctuation go");
	ok(gives(SLICE("&amp;&#38;&#x26;&#X26;"), "&&&&"), "entities");
	ok(gives(SLICE("Siobh&aacute;n &Yuml;&yuml;&nbsp;"),
	         "Siobh\xc3\xa1n \xc5\xb8\xc3\xbf\xc2\xa0"),
	   "letters have names");
	ok(gives(SLICE("&nosuch; &amp &; &#; &#x; &#xd800; &#9999999999; &"),
	         "&nosuch; &amp &; &#; &#x; &#xd800; &#9999999999; &"),
	   "what is no entity stays");
	ok(gives(SLICE("a&#10;b\nc"), "a b\nc"), "no line break is added");
	unescape(&u, SLICE("a&amp;b"));
	ok(unescape_origin(&u, 2) == 6, "there is a way back");
	unescape_free(&u);
	return tap_done();
}
