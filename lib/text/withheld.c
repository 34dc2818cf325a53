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

/* Add a word to what is there. */
static void
mark(struct withheld_marks *m, uint64_t hash, uint32_t what)
{
	m->all[hash >> 62] |= (uint64_t)1 << (hash >> 56 & 63);
	if (what & CUE_SECRET)
		m->secret |= (uint64_t)1 << (hash >> 58);
}

void
withheld_open(struct withheld *h, const struct lexicon *l)
{
	*h = (struct withheld){ .phrases = { { .secret = 0 } } };
	for (size_t i = 0; i < WITHHELD_PHRASES; i++)
		for (const char *p = phrases[i]; *p != '\0';) {
			size_t len = strcspn(p, " ");
			uint64_t hash = lexicon_hash((struct slice){ p, len });

			if (len > 0 && *p >= 'a' && *p <= 'z')
				mark(&h->phrases[i], hash,
				     lexicon_find(l, hash));
			p += len + (p[len] == ' ');
		}
}

/* Whether no word of a phrase is missing. */
static bool
holds(const struct withheld_marks *has, const struct withheld_marks *phrase)
{
	uint64_t missing = phrase->secret & ~has->secret;

	for (size_t i = 0; i < 4; i++)
		missing |= phrase->all[i] & ~has->all[i];
	return missing == 0;
}

/*
 * What words a text has. A foreign letter may fold to blanks: anything may be
 * there.
 */
static struct withheld_marks
marks_of(const struct words *w)
{
	static const struct withheld_marks all = {
		{ UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX }, UINT64_MAX
	};
	struct withheld_marks m = { .secret = 0 };

	if (w->foreign)
		return all;
	for (size_t i = 0; i < w->n; i++)
		mark(&m, w->v[i].hash, w->v[i].what);
	return m;
}

/* The text as phrases are written, for memmem. */
static void
write_said(struct buf *said, const struct words *w, struct slice text)
{
	if (w->n > 0 && is_heading(w, text))
		buf_add(said, "!", 1);
	buf_add(said, "^ ", 2);
	for (size_t i = 0; i < w->n; i++) {
		words_fold(said, text, &w->v[i]);
		buf_add(said, " ", 1);
	}
	buf_add(said, "$", 1);
}

bool
withheld_is_asked(const struct withheld *h, const struct words *w,
                  struct slice text)
{
	struct buf said = BUF_INIT;
	struct withheld_marks has;
	bool asked = false;

	if (!(w->seen & CUE_SECRET))
		return false;
	has = marks_of(w);
	for (size_t i = 0; i < WITHHELD_PHRASES && !asked; i++) {
		if (!holds(&has, &h->phrases[i]))
			continue;
		if (said.len == 0)
			write_said(&said, w, text);
		asked = memmem(said.data, said.len, phrases[i],
		               strlen(phrases[i])) != NULL;
	}
	buf_free(&said);
	return asked;
}
