/* lib/text phrase and wordclass. */
#include "text/phrase.h"
#include "tap.h"
#include "text/wordclass.h"

static bool
phrases_are(const char *text, const char *want)
{
	struct stem *s = stem_new("english");
	struct buf got = BUF_INIT;
	struct phrases p;
	struct phrase one;
	bool same;

	phrases_start(&p, s, slice_of(text));
	while (phrases_next(&p, &one)) {
		if (got.len > 0)
			buf_adds(&got, "; ");
		buf_slice(&got, one.surface);
		if (one.weak)
			buf_addc(&got, '*');
	}
	phrases_end(&p);
	same = slice_is(buf_view(&got), want);
	if (!same)
		printf("# got '%s'\n", got.data ? got.data : "");
	buf_free(&got);
	stem_free(s);
	return same;
}

static void
phrases_are_found(void)
{
	ok(phrases_are("Affordable housing for the young",
	               "affordable; affordable housing; housing; affordable "
	               "housing for the young; housing for the young; young"),
	   "runs of words without stop words are phrases, or two linked");
	ok(phrases_are("part of town; Apple & Google",
	               "part*; town; apple; "
	               "apple & Google; Google"),
	   "a weak word is not linked to what it is a part of");
	ok(phrases_are("see report.pdf at godiddy.com about AI", "AI"),
	   "names of files and sites are none; two capitals are a word");
	ok(phrases_are("Long-term care homes now",
	               "long*; long-term; term; long-term care; term care; "
	               "care; term care homes; care homes; homes"),
	   "of three words at most, written as they stand");
	ok(phrases_are("the NHS. Staff, [name] and 20 doctors",
	               "NHS; staff; doctors"),
	   "capitals stay unless they open a sentence; marks part phrases");
	ok(phrases_are("doctor's notes", "doctor; doctor's notes; notes"),
	   "a possessive is taken off, unless what is owned follows");
	ok(phrases_are("Top-up, top up now", "top-up; top up") &&
	       phrases_are("Looked after; the bed after that; upper",
	                   "looked after; bed; upper"),
	   "a particle is shown with its word");
	ok(phrases_are("Il faut construire des logements",
	               "construire; logements") &&
	       phrases_are("Die Mieten sind in der Stadt zu hoch",
	                   "Mieten; Stadt; hoch") &&
	       phrases_are("Roll the die on the table", "roll; die; table"),
	   "small words of other languages are none, but English ones are");
	ok(phrases_are("310k of benefits at 11am", "benefits") &&
	       phrases_are("20mph zone", "20mph; 20mph zone; zone"),
	   "a number with a letter or two behind it is none");
	ok(phrases_are("", "") && phrases_are("of the an ox", ""),
	   "there may be none");
}

static void
words_have_classes(void)
{
	ok(word_class(SLICE("violate")) == WORD_VERB &&
	       word_class(SLICE("violates")) == WORD_VERB &&
	       word_class(SLICE("carries")) == WORD_VERB,
	   "a verb is told in its forms");
	ok(word_class(SLICE("reducing")) == WORD_GERUND &&
	       word_class(SLICE("ensuring")) == WORD_GERUND &&
	       word_class(SLICE("housing")) == WORD_NOUN &&
	       word_class(SLICE("ing")) == WORD_NOUN,
	   "so is its form in -ing, if that is no noun");
	ok(word_class(SLICE("young")) == WORD_ADJECTIVE &&
	       word_class(SLICE("slowly")) == WORD_ADVERB &&
	       word_class(SLICE("standards")) == WORD_NOUN &&
	       word_class(SLICE("zyzzyva")) == WORD_NOUN &&
	       word_class(SLICE("")) == WORD_NOUN &&
	       word_class(SLICE("s")) == WORD_NOUN,
	   "other words as well; what is not known is a noun");
	ok(word_class(SLICE("abandoned")) == WORD_ADJECTIVE &&
	       word_class(SLICE("zoom")) == WORD_VERB,
	   "also near the ends of the table");
}

int
main(void)
{
	phrases_are_found();
	words_have_classes();
	return tap_done();
}
