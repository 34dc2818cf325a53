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
	NULL,
};

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

bool
withheld_is_asked(const struct words *w, struct slice text)
{
	struct buf said = BUF_INIT;
	bool asked = false;

	if (!(w->seen & CUE_SECRET))
		return false;
	if (w->n > 0 && is_heading(w, text))
		buf_add(&said, "!", 1);
	buf_add(&said, "^ ", 2);
	for (size_t i = 0; i < w->n; i++) {
		words_fold(&said, text, &w->v[i]);
		buf_add(&said, " ", 1);
	}
	buf_add(&said, "$", 1);
	for (const char *const *s = phrases; *s != NULL && !asked; s++)
		asked = memmem(said.data, said.len, *s, strlen(*s)) != NULL;
	buf_free(&said);
	return asked;
}
