#include "text/link.h"
#include "data/namecues.h"
#include "text/words.h"

/* Parts of an address that a person's page, and hardly another, has. */
static const char *const parts[] = {
	"/~",
	"/@",
	"/in/",
	"/user/",
	"/users/",
	"/u/",
	"/profile",
	"/people/",
	"/person/",
	"/author/",
	"/authors/",
	"/staff/",
	"/team/",
	"/member/",
	"/members/",
	"user=",
	"author=",
	"email=",
	"name=",
	"%40",
	"facebook.com/",
	"twitter.com/",
	"//x.com/",
	"instagram.com/",
	"linkedin.com/",
	"tiktok.com/",
	"github.com/",
	"gitlab.com/",
	"threads.net/",
	"bsky.app/",
	"medium.com/",
	"mastodon.",
	"t.me/",
	"wa.me/",
	"youtube.com/c",
	"youtube.com/user",
	"calendly.com/",
	"paypal.me/",
	"orcid.org/",
	"linktr.ee/",
	"//m.me/",
	"fb.com/",
	NULL,
};

/* Whether words i and i + 1 are somebody's names, in either order. */
static bool
is_pair(const struct words *w, size_t i, const struct roster *r)
{
	uint64_t a = w->v[i].hash, b;

	if (i + 1 >= w->n)
		return false;
	b = w->v[i + 1].hash;
	return roster_pair(r, a, b) >= 0 || roster_pair(r, b, a) >= 0;
}

/* A word that is nobody's name, or so common that only another tells. */
static bool
is_common(const struct word *w)
{
	return !(w->what & R_NAME) || w->letters < 3 ||
	       (lex_level(w->what) > 0 && lex_level(w->what) <= 5) ||
	       lex_place(w->what) >= 2 || w->what & CUE_MONTH;
}

bool
link_names(struct slice text, const struct roster *r)
{
	struct words w = WORDS_INIT;
	bool found = false;

	words_find(&w, text, &r->lexicon);
	for (size_t i = 0; i < w.n && !found; i++)
		found = w.v[i].what & R_FULL || !is_common(&w.v[i]) ||
		        (w.v[i].what & R_NAME && is_pair(&w, i, r));
	words_free(&w);
	return found;
}

bool
link_tells(struct slice link, const struct roster *roster)
{
	struct buf small = BUF_INIT;
	bool found = memchr(link.p, '@', link.len) != NULL;

	buf_slice(&small, link);
	for (size_t i = 0; i < small.len; i++)
		if (small.data[i] >= 'A' && small.data[i] <= 'Z')
			small.data[i] |= 32;
	for (const char *const *p = parts; *p != NULL && !found; p++)
		found = memmem(small.data, small.len, *p, strlen(*p)) != NULL;
	buf_free(&small);
	return found || (roster != NULL && link_names(link, roster));
}
