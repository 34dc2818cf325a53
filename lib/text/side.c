#include <ctype.h>

#include "text/side.h"

enum { REACH = 6 }; /* words from what urges to what is urged */

/* With one of these behind it, a verb has an object. */
static const char *const objects[] = {
	"the", "this", "that", "these", "those", "it",  "them", "all",
	"our", "my",   "your", "their", "his",   "her", "any",  "a",
	"an",  "both", "us",   "every", "what",  NULL,
};

/* What may stand before the verb of a request. */
static const char *const openings[] = {
	"please", "let", "lets", "us", "just",  "do",
	"don",    "t",   "not",  "s",  "never", NULL,
};

static bool
is_among(const struct letters *t, struct run run, const char *const list[])
{
	struct slice word = { t->lower.data + run.at, run.end - run.at };

	for (size_t i = 0; list[i] != NULL; i++)
		if (slice_is(word, list[i]))
			return true;
	return false;
}

static bool
ends(const struct letters *t, struct run run, const char *end, size_t n)
{
	return run.end - run.at > n + 1 &&
	       memcmp(t->lower.data + run.end - n, end, n) == 0;
}

/* Neither closes nor closed nor closing. */
static bool
is_bare(const struct letters *t, struct run run)
{
	return !ends(t, run, "ing", 3) && !ends(t, run, "ed", 2) &&
	       (!ends(t, run, "s", 1) || ends(t, run, "ss", 2));
}

static bool
has_object(const struct letters *t, struct run run)
{
	size_t at = run.end;
	struct run next;

	while (at < t->text.len && t->text.p[at] == ' ')
		at++;
	if (at == run.end || at == t->text.len || !letters_at(t, at))
		return false;
	next = (struct run){ at, letters_seek(t, at, false) };
	return is_among(t, next, objects) || ends(t, next, "ing", 3);
}

/* How many bytes before at are a space, an apostrophe or a quote; or 0. */
static size_t
quote_before(struct slice t, size_t at)
{
	if (at > 0 && memchr(" '\"", t.p[at - 1], 3) != NULL)
		return 1;
	if (at >= 3 && memcmp(t.p + at - 3, "\xe2\x80", 2) == 0 &&
	    memchr("\x98\x99\x9c\x9d", t.p[at - 1], 4) != NULL)
		return 3;
	return 0;
}

/* Whether only what may open a request stands before it in its clause. */
static bool
opens_clause(const struct letters *t, struct run run)
{
	size_t at = run.at, end, n;

	for (;;) {
		while ((n = quote_before(t->text, at)) > 0)
			at -= n;
		end = at;
		while (at > 0 && letters_at(t, at - 1))
			at--;
		if (at == end)
			return at == 0 ||
			       ispunct((unsigned char)t->text.p[at - 1]) ||
			       t->text.p[at - 1] == '\n';
		if (!is_among(t, (struct run){ at, end }, openings))
			return false;
	}
}

/* Whether what urges is near enough, in the same clause. */
static bool
in_reach(const struct side *s, const struct letters *t, struct run run,
         size_t words)
{
	if (s->urge.end == 0 || words - s->words > REACH)
		return false;
	return !letters_stopped(t, s->urge.end, run.at);
}

static void
vote(struct side *s, bool keep)
{
	s->keep += keep;
	s->drop += !keep;
}

/* No object came that says more: the verb stands for itself. */
static void
settle(struct side *s)
{
	if (s->attitude != 0)
		vote(s, s->attitude > 0);
	s->attitude = 0;
}

void
side_urge(struct side *s, const struct letters *text, struct run run,
          size_t words, bool opposite)
{
	int before = in_reach(s, text, run, words) ? s->sign : 1;

	settle(s);
	s->sign = opposite ? -before : before;
	s->urge = run;
	s->words = words;
}

void
side_take(struct side *s, const struct letters *text, struct run run,
          size_t words, bool keep, bool claim)
{
	bool reached = in_reach(s, text, run, words);
	bool bare = is_bare(text, run);

	s->told_keep += keep;
	s->told_drop += !keep;
	if (reached && (bare || words == s->words + 1)) {
		keep =
		    keep == (s->attitude != 0 ? s->attitude > 0 : s->sign > 0);
		s->attitude = 0;
		if (!claim)
			vote(s, keep);
	} else if (bare && has_object(text, run)) {
		if (!claim && opens_clause(text, run))
			vote(s, keep);
	} else {
		return;
	}
	if (!claim)
		return;
	settle(s);
	s->attitude = keep ? 1 : -1;
	s->sign = 1;
	s->urge = run;
	s->words = words;
}

int
side_of(struct side *s, bool against)
{
	settle(s);
	if (against)
		return (s->told_drop > 0) - (s->told_keep > 0);
	return (s->keep > 0) - (s->drop > 0);
}
