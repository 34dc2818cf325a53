#include <string.h>

#include "data/namecues.h"
#include "text/fold.h"
#include "text/withheld.h"

/*
 * Words without apostrophes. "^" stands for the beginning of the text, "$" for
 * its end, "!" for a sign behind its first word: "services do not share
 * records" and "grown in confidence" are no secrets.
 */
static const char *const phrases[] = {
	" off the record ",
	" off record ",
	"^ off the notes ",
	" keep this off the notes ",
	"!^ otr ",
	" private and confidential ",
	" strictly confidential ",
	" in strict confidence ",
	" in strictest confidence ",
	" in the strictest confidence ",
	" in absolute confidence ",
	" in complete confidence ",
	" embargoed until ",
	" embargoed till ",
	" embargo until ",
	" under embargo ",
	"!^ embargoed ",
	"^ embargoed $",
	"!^ confidential ",
	"^ confidential $",
	" confidential not ",
	" confidential to the room ",
	"^ in confidence ",
	" said in confidence ",
	" told in confidence ",
	" told us in confidence ",
	" told me in confidence ",
	" shared in confidence ",
	" this in confidence ",
	" not for sharing ",
	"^ no sharing ",
	" not to be shared ",
	"^ do not share ",
	"^ dont share ",
	" do not share $",
	" dont share $",
	" please do not share ",
	" please dont share ",
	" do not share this ",
	" dont share this ",
	" do not share outside ",
	" dont share outside ",
	" do not share further ",
	" dont share further ",
	" not for the notes ",
	" not for notes ",
	" not for the record ",
	" not for the minutes ",
	" not for minutes ",
	" off the minutes ",
	" not for the report ",
	" not for report ",
	" not for publication ",
	" not for circulation ",
	" not for onward sharing ",
	" not for onward circulation ",
	" not minuted ",
	" keep it to yourselves ",
	" keep this to yourselves ",
	" keep it to yourself ",
	" keep this to yourself ",
	" not for quoting ",
	" not to be minuted ",
	" not to be quoted ",
	" not to be recorded ",
	" not to be repeated ",
	" not to be published ",
	"^ do not publish ",
	"^ dont publish ",
	" do not publish $",
	" dont publish $",
	" do not publish this ",
	" dont publish this ",
	" please do not publish ",
	" please dont publish ",
	" do not minute ",
	" dont minute ",
	" do not quote ",
	" dont quote ",
	" do not record this ",
	" dont record this ",
	" do not repeat this ",
	" dont repeat this ",
	" do not write this ",
	" dont write this ",
	" please do not include ",
	" please dont include ",
	" within these four walls ",
	" between these four walls ",
	" between ourselves ",
	" between you and me ",
	" keep between us ",
	" keep it between us ",
	" keep this between us ",
	" just between us ",
	" keep this private ",
	" keep it private ",
	" not for attribution outside ",
	" not to go further ",
	" not go any further ",
	" not to leave the room ",
	" not to leave this room ",
	" not leave the room ",
	" not leave this room ",
	" stays in the room ",
	" stays in this room ",
	" stay in the room ",
	" stay in this room ",
	" for your ears only ",
	"!^ private ",
	"^ strictly private ",
	" not for the write up ",
	" not for the writeup ",
	" leave this out of the report ",
	" leave that out of the report ",
	" leave this out of the notes ",
	" leave it out of the notes ",
	" please leave this out ",
	"^ for internal use only ",
	"^ internal only ",
	"^ internal use only ",
	"!^ internal ",
	"!^ sensitive ",
	"^ commercially sensitive ",
	"^ commercial in confidence ",
	" keep this quiet ",
	" keep it quiet ",
	" do not tell anyone ",
	" dont tell anyone ",
	" do not put this in the report ",
	" dont put this in the report ",
	" asked us not to share ",
	" asked me not to share ",
	" asked not to be quoted ",
	" did not want it shared ",
	" didnt want it shared ",
	" did not want to be quoted ",
	" didnt want to be quoted ",
	" does not want to be quoted ",
	" doesnt want to be quoted ",
	" delete before publishing ",
	" not for external ",
	"!^ confid ",
	"!^ dnq ",
	"^ dnq ",
	" offtherecord ",
};

_Static_assert(sizeof(phrases) / sizeof(*phrases) == WITHHELD_PHRASES,
               "as many phrases as there are marks of them");

/* Whether a sign that is no letter stands behind the first word. */
static bool
is_heading(const struct words *w, struct slice text)
{
	const char *p = text.p + w->v[0].end, *end = text.p + text.len;
	int32_t code = ' ';

	while (p < end && fold_is_space(code))
		p += fold_decode(p, end, &code);
	return !fold_is_space(code) && !fold_is_letter(code);
}

/* What phrases are found by: some bits of their secret word's hash. */
static size_t
kind_of(uint64_t hash)
{
	return hash >> 58;
}

/* Have a phrase found by its secret word. */
static void
chain(struct withheld *h, size_t i)
{
	const struct withheld_phrase *phrase = &h->phrases[i];
	size_t kind = kind_of(phrase->words[phrase->secret]);

	h->next[i] = h->first[kind];
	h->first[kind] = (uint8_t)(i + 1);
}

void
withheld_open(struct withheld *h, const struct lexicon *l)
{
	*h = (struct withheld){ .first = { 0 } };
	h->alone[0] = lexicon_hash(SLICE("confidential"));
	h->alone[1] = lexicon_hash(SLICE("otr"));
	for (size_t i = 0; i < WITHHELD_PHRASES; i++) {
		struct withheld_phrase *phrase = &h->phrases[i];
		bool found = false;

		for (const char *p = phrases[i]; *p != '\0';) {
			size_t len = strcspn(p, " ");
			struct slice word = { p, len };

			p += len + (p[len] == ' ');
			phrase->begins |=
			    slice_is(word, "^") || slice_is(word, "!^");
			phrase->ends |= slice_is(word, "$");
			if (len == 0 || *word.p < 'a' || *word.p > 'z')
				continue;
			phrase->words[phrase->n++] = lexicon_hash(word);
			if (!found)
				phrase->secret = phrase->n - 1;
			found |=
			    (lexicon_find(l, phrase->words[phrase->n - 1]) &
			     CUE_SECRET) != 0;
		}
		chain(h, i);
	}
}

/* Whether the words of a phrase stand around its secret one, word i. */
static bool
stands_at(const struct withheld_phrase *phrase, const struct words *w, size_t i)
{
	size_t from = i - phrase->secret;

	if (i < phrase->secret || from + phrase->n > w->n ||
	    (phrase->begins && from > 0) ||
	    (phrase->ends && from + phrase->n < w->n))
		return false;
	for (size_t k = 0; k < phrase->n; k++)
		if (w->v[from + k].hash != phrase->words[k])
			return false;
	return true;
}

/* Whether the words of some phrase stand in a row. */
static bool
may_ask(const struct withheld *h, const struct words *w)
{
	for (size_t k = 0; k < w->ntelling; k++) {
		size_t i = w->telling[k];

		if (!(w->v[i].what & CUE_SECRET))
			continue;
		for (uint8_t p = h->first[kind_of(w->v[i].hash)]; p != 0;
		     p = h->next[p - 1])
			if (stands_at(&h->phrases[p - 1], w, i))
				return true;
	}
	return false;
}

/* "off" of "to sign off the minutes": nothing is asked there. */
static bool
is_signing(const struct word *off)
{
	static const char *const signs[] = { "sign", "signs", "signed",
		                             "signing", NULL };

	if (off->hash != lexicon_hash(SLICE("off")))
		return false;
	for (const char *const *sign = signs; *sign != NULL; sign++)
		if (off[-1].hash == lexicon_hash(slice_of(*sign)))
			return true;
	return false;
}

/* The text as phrases are written, for memmem. */
static void
write_said(struct buf *said, const struct words *w, struct slice text)
{
	if (w->n > 0 && is_heading(w, text))
		buf_add(said, "!", 1);
	buf_add(said, "^ ", 2);
	for (size_t i = 0; i < w->n; i++) {
		if (i > 0 && is_signing(&w->v[i]))
			continue;
		words_fold(said, text, &w->v[i]);
		buf_add(said, " ", 1);
	}
	buf_add(said, "$", 1);
}

/* Whether a phrase stands in a text as it is. */
static bool
asks(struct slice said)
{
	for (size_t i = 0; i < WITHHELD_PHRASES; i++)
		if (memmem(said.p, said.len, phrases[i], strlen(phrases[i])) !=
		    NULL)
			return true;
	return false;
}

/* Whether some word folds to several: the marks around words are two more. */
static bool
is_split(struct slice said, const struct words *w)
{
	size_t blanks = 0;

	for (size_t i = 0; i < said.len; i++)
		blanks += said.p[i] == ' ';
	return blanks != w->n + 1;
}

/* The byte beside a word, blanks skipped; a line break at either end. */
static char
sign_beside(struct slice text, size_t at, bool before)
{
	if (before) {
		while (at > 0 && text.p[at - 1] == ' ')
			at--;
		return at > 0 ? text.p[at - 1] : '\n';
	}
	while (at < text.len && text.p[at] == ' ')
		at++;
	return at < text.len ? text.p[at] : '\n';
}

/*
 * Whether "confidential" or "OTR" is said of the note, standing alone: in
 * brackets, or as a sentence.
 */
static bool
stands_alone(const struct withheld *h, const struct words *w, struct slice text)
{
	for (size_t k = 0; k < w->ntelling; k++) {
		const struct word *v = &w->v[w->telling[k]];

		if ((v->hash == h->alone[0] || v->hash == h->alone[1]) &&
		    strchr("([{.;:!\n", sign_beside(text, v->start, true)) !=
		        NULL &&
		    strchr(")]}.;:!\n", sign_beside(text, v->end, false)) !=
		        NULL)
			return true;
	}
	return false;
}

bool
withheld_is_asked(const struct withheld *h, const struct words *w,
                  struct slice text)
{
	struct buf said = BUF_INIT;
	bool may, asked = false;

	if (!(w->seen & CUE_SECRET))
		return false;
	if (stands_alone(h, w, text))
		return true;
	may = may_ask(h, w);
	if (may || w->foreign) {
		write_said(&said, w, text);
		asked = (may || is_split(buf_view(&said), w)) &&
		        asks(buf_view(&said));
	}
	buf_free(&said);
	return asked;
}
