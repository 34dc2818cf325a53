/* lib/text: token, stem, stop. */
#include <stdlib.h>

#include "base/mem.h"
#include "tap.h"
#include "text/stem.h"
#include "text/stop.h"
#include "text/token.h"

/* What the tokens of text are, as a line: words, <placeholders>, | breaks. */
static bool
gives(const char *text, const char *want)
{
	struct tokens t = TOKENS_INIT;
	struct buf got = BUF_INIT;
	struct token k;
	bool same;

	token_start(&t, slice_of(text));
	while (token_next(&t, &k)) {
		if (got.len > 0)
			buf_addc(&got, ' ');
		if (k.kind == TOKEN_PLACEHOLDER)
			buf_adds(&got, "<>");
		else if (k.kind == TOKEN_BREAK)
			buf_adds(&got, "|");
		else if (k.kind == TOKEN_NUMBER)
			buf_addc(&got, '#');
		buf_slice(&got, k.folded);
	}
	same = slice_is(buf_view(&got), want);
	if (!same)
		printf("# got '%s', not '%s'\n", got.data ? got.data : "",
		       want);
	token_end(&t);
	buf_free(&got);
	return same;
}

static void
words_are_found(void)
{
	ok(gives("The Wi-Fi failed, twice!", "the wi fi failed | twice |"),
	   "hyphens part words, punctuation breaks phrases");
	ok(gives("Don't; it\xe2\x80\x99s 'ours'", "don't | it's ours"),
	   "an apostrophe belongs to a word between letters, of any shape");
	ok(gives("[name 3] of [organisation] spoke [x y] to",
	         "<> of <> spoke | x y | to"),
	   "placeholders are no words");
	ok(gives("see https://a.b/c?d=e now", "see | now"),
	   "web addresses are no words");
	ok(gives("in 2024 CO2 rose", "in #2024 co2 rose"),
	   "numbers are told from words");
	ok(gives("\xff\xfe caf\xc3", "| | caf |"),
	   "bytes that are not UTF-8 break phrases");
	ok(gives("", "") && gives(" - ", ""), "there may be no word");
}

static void
scripts_are_folded(void)
{
	ok(gives("\xc3\x89"
	         "COLE E\xcc\x81"
	         "cole",
	         "\xc3\xa9"
	         "cole \xc3\xa9"
	         "cole"),
	   "case and composition are folded");
	ok(gives("\xef\xbc\xa1\xef\xbc\xa2 so\xc2\xad"
	         "ft",
	         "ab soft"),
	   "full width and soft hyphens are folded");
	ok(gives("\xe6\xb0\xb4\xe9\x81\x93 ok", "\xe6\xb0\xb4 \xe9\x81\x93 ok"),
	   "each Han character is a word");
	ok(gives("\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82",
	         "\xd0\xbf\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82"),
	   "Cyrillic is read");
}

static void
long_words_are_cut(void)
{
	size_t n = 1000000;
	char *text = mem_alloc(n);
	struct tokens t = TOKENS_INIT;
	struct token k;

	memset(text, 'A', n);
	token_start(&t, (struct slice){ text, n });
	ok(token_next(&t, &k) && k.raw.len == n && k.folded.len == TOKEN_MAX &&
	       !token_next(&t, &k),
	   "a letter a million times is one word, folded up to a limit");
	for (size_t i = 0; i + 1 < n; i += 2)
		memcpy(text + i, "\xc3\x89", 2);
	token_start(&t, (struct slice){ text, n });
	ok(token_next(&t, &k) && k.folded.len <= TOKEN_MAX &&
	       k.folded.len % 2 == 0,
	   "and cut between characters");
	token_end(&t);
	free(text);
}

static void
stems_are_shared(void)
{
	struct stem *s = stem_new("english");
	struct stem_word a = *stem_look(s, SLICE("meeting"));
	struct stem_word b = *stem_look(s, SLICE("meetings"));
	struct stem_word c = *stem_look(s, SLICE("don't"));

	ok(a.stem == b.stem && a.word != b.word &&
	       slice_is(stem_text(s, a.stem), "meet"),
	   "words of one stem share its number");
	ok(stem_look(s, SLICE("meeting"))->word == a.word && stem_count(s) == 2,
	   "a word is worked out once");
	ok(a.flags == 0 && (c.flags & STOP_WORD) && (c.flags & STOP_NEGATION),
	   "stop words are known by the stemmer");
	stem_free(s);
	s = stem_new("xx");
	ok(slice_is(stem_text(s, stem_look(s, SLICE("meetings"))->stem),
	            "meetings"),
	   "words of an unknown language are their own stems");
	stem_free(s);
	stem_free(NULL);
}

static void
stop_words_are_known(void)
{
	ok(stop_word(SLICE("the")) == STOP_WORD, "the is a stop word");
	ok(stop_word(SLICE("but")) == (STOP_WORD | STOP_CONTRAST),
	   "but is a contrast");
	ok(stop_word(SLICE("a")) == STOP_WORD &&
	       stop_word(SLICE("he'd")) == STOP_WORD &&
	       stop_word(SLICE("he")) == STOP_WORD &&
	       stop_word(SLICE("yourselves")) == STOP_WORD &&
	       stop_word(SLICE("hello")) == 0 && stop_word(SLICE("zz")) == 0 &&
	       stop_word(SLICE("A")) == 0 && stop_word(SLICE("a about")) == 0,
	   "so are the first and the last, and nothing between");
	ok(stop_word(SLICE("able")) == STOP_WEAK &&
	       stop_word(SLICE("yrs")) == STOP_WEAK &&
	       (stop_word(SLICE("wouldnt")) & STOP_NEGATION) != 0 &&
	       (stop_word(SLICE("yet")) & STOP_CONTRAST) != 0,
	   "of every kind");
	ok(stop_word(SLICE("never")) == (STOP_WORD | STOP_NEGATION),
	   "never is a negation");
	ok(stop_word(SLICE("unable")) == STOP_NEGATION,
	   "a negation may carry matter");
	ok(stop_word(SLICE("people")) == STOP_WEAK, "people is weak");
	ok(stop_word(SLICE("housing")) == 0 && stop_word(SLICE("")) == 0,
	   "other words are none of it");
	ok(slice_is(token_base(SLICE("doctor's")), "doctor") &&
	       slice_is(token_base(SLICE("x")), "x"),
	   "the base of a word ends at its apostrophe");
}

int
main(void)
{
	words_are_found();
	scripts_are_folded();
	long_words_are_cut();
	stems_are_shared();
	stop_words_are_known();
	return tap_done();
}
