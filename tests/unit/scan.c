/* io/scan: what is accepted, what is refused and why. */
#include <stdlib.h>
#include <string.h>

#include "io/scan.h"
#include "tap.h"

static int
scan(struct scan *s, struct buf *line, const char *text)
{
	buf_reset(line);
	buf_adds(line, text);
	return scan_object(s, buf_view(line));
}

static void
finds_members(void)
{
	struct scan s = SCAN_INIT;
	struct buf line = BUF_INIT;

	ok(scan(&s, &line, " {\"a\" : [1,{\"b\":2}], \"c\":\"x\\\"y\"} ") ==
	           0 &&
	       s.n == 2,
	   "members of the outermost object are found");
	ok(slice_is(s.members[0].key, "a") &&
	       slice_is(s.members[0].val, "[1,{\"b\":2}]") &&
	       slice_is(s.members[1].val, "\"x\\\"y\""),
	   "with their text as it stands");
	ok(scan(&s, &line, "{}") == 0 && s.n == 0, "an empty object has none");
	scan_free(&s);
	buf_free(&line);
}

static void
says_why_and_where(void)
{
	static const struct {
		const char *line, *error;
		size_t at;
	} cases[] = {
		{ "", "not a JSON object", 0 },
		{ "[1]", "not a JSON object", 0 },
		{ "7", "not a JSON object", 0 },
		{ "{\"a\":1}{}", "something stands behind the object", 7 },
		{ "{\"a\":1,}", "a key is missing", 7 },
		{ "{\"a\" 1}", "a colon is missing", 5 },
		{ "{\"a\":1 \"b\":2}", "a comma or } is missing", 7 },
		{ "{\"a\":[1 2]}", "a comma or ] is missing", 8 },
		{ "{\"a\":NaN}", "not JSON", 5 },
		{ "{\"a\":.5}", "not JSON", 5 },
		{ "{\"a\":1.}", "bad number", 7 },
		{ "{\"a\":1e}", "bad number", 7 },
		{ "{\"a\":01}", "a comma or } is missing", 6 },
		{ "{\"a\":1,\"a\":2}", "a key stands twice", 13 },
		{ "{\"a\":1,\"\\u0061\":2}", "a key stands twice", 18 },
		{ "{\"x\":{\"a\":1,\"a\":2}}", "a key stands twice", 18 },
		{ "{\"a\":\"b", "a string is not closed", 7 },
		{ "{\"a\":\"b\nc\"}", "control character in a string", 7 },
		{ "{\"a\":\"\\x\"}", "bad escape", 7 },
		{ "{\"a\":\"\\u12g4\"}", "bad \\u escape", 8 },
		{ "{\"a\":\"\\u0000\"}", "\\u0000 is not allowed", 8 },
		{ "{\"a\":\"\\ud800\"}", "half a surrogate pair", 12 },
		{ "{\"a\":\"\\udc00\"}", "half a surrogate pair", 12 },
		{ "{\"a\":\"\xff\"}", "not UTF-8", 6 },
		{ "{\"a\":9223372036854775808}", "a number is out of range",
		  24 },
		{ "{\"a\":1e400}", "a number is out of range", 10 },
		{ "{\"a\":1", "the line breaks off", 6 },
		{ "{\"a\":", "the line breaks off", 5 },
	};
	struct scan s = SCAN_INIT;
	struct buf line = BUF_INIT;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char name[128];
		bool good;

		good = scan(&s, &line, cases[i].line) < 0 &&
		       strcmp(s.error, cases[i].error) == 0 &&
		       s.error_at == cases[i].at;
		snprintf(name, sizeof(name), "case %zu: %s", i, cases[i].error);
		ok(good, name);
		if (!good)
			printf("# %s at %zu\n", s.error ? s.error : "accepted",
			       s.error_at);
	}
	scan_free(&s);
	buf_free(&line);
}

static void
depth_is_limited(void)
{
	struct scan s = SCAN_INIT;
	struct buf line = BUF_INIT;

	s.max_depth = 3;
	ok(scan(&s, &line, "{\"a\":{\"b\":[]}}") == 0, "three levels of three");
	ok(scan(&s, &line, "{\"a\":{\"b\":[[]]}}") < 0, "four are refused");
	scan_free(&s);
	buf_free(&line);
}

static void
strings_decode_and_encode(void)
{
	struct buf b = BUF_INIT, text = BUF_INIT;
	struct slice got;

	got = scan_text(SLICE("tab\\t \\u00e9 \\ud83d\\ude00 \\/"), &b);
	ok(slice_is(got, "tab\t \xc3\xa9 \xf0\x9f\x98\x80 /"),
	   "escapes are decoded");
	got = scan_text(SLICE("plain"), &b);
	ok(slice_is(got, "plain"), "a plain string is handed out as it is");
	buf_adds(&text, "a\"\\\n\x01\x7f\xc3\xa9 and then some more text");
	buf_reset(&b);
	scan_quote(&b, buf_view(&text));
	ok(slice_is(buf_view(&b), "\"a\\\"\\\\\\n\\u0001\x7f\xc3\xa9 and then "
	                          "some more text\""),
	   "what needs an escape gets one");
	buf_free(&b);
	buf_free(&text);
}

/* The vector loads must see the same whatever the alignment. */
static void
alignment_does_not_matter(void)
{
	struct scan s = SCAN_INIT;
	bool good = true;

	for (size_t pad = 0; pad < 40; pad++) {
		struct buf line = BUF_INIT;

		buf_adds(&line, "{\"k\":\"");
		for (size_t i = 0; i < pad; i++)
			buf_addc(&line, 'x');
		buf_adds(&line, "\",\"z\":\"\\n\"}");
		good &= scan_object(&s, buf_view(&line)) == 0 && s.n == 2 &&
		        s.members[0].val.len == pad + 2;
		buf_free(&line);
	}
	ok(good, "strings of every length are measured right");
	scan_free(&s);
}

int
main(void)
{
	finds_members();
	says_why_and_where();
	depth_is_limited();
	strings_decode_and_encode();
	alignment_does_not_matter();
	return tap_done();
}
