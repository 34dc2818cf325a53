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

/* Words in a row that are somebody's name. */
static bool
has_name(const struct words *w, const struct roster *r)
{
	for (size_t i = 0; i < w->n; i++) {
		const struct word *a = &w->v[i];
		bool everyday =
		    lex_level(a->what) > 0 && lex_level(a->what) <= 5;

		if (!(a->what & R_NAME))
			continue;
		if (a->what & R_FULL ||
		    (!everyday && a->letters >= 4 && lex_place(a->what) < 2))
			return true;
		if (i + 1 < w->n && roster_pair(r, a->hash, a[1].hash) >= 0)
			return true;
	}
	return false;
}

bool
link_tells(struct slice link, const struct roster *roster)
{
	struct words words = WORDS_INIT;
	bool found = false;

	if (memchr(link.p, '@', link.len) != NULL)
		return true;
	for (const char *const *p = parts; *p != NULL && !found; p++)
		found = memmem(link.p, link.len, *p, strlen(*p)) != NULL;
	if (!found && roster != NULL) {
		words_find(&words, link, &roster->lexicon);
		found = has_name(&words, roster);
		words_free(&words);
	}
	return found;
}
