#include <stdbool.h>

#include "text/consent.h"

/* What a word is in such a question. */
enum {
	FILL = 0,
	SHARE = 1,  /* what may be done */
	ASK = 2,    /* that it may be */
	NOT = 4,    /* that it may not */
	HUSH = 8,   /* what it is that is not shared */
	ALONE = 16, /* says it all by itself */
	NOUN = 32,  /* what is shared */
	VERB = 64,  /* makes a question of what is hushed */
	ACT = 128,  /* "can you share" asks for more, not for leave */
	OFF = 256,  /* together: */
	RECORD = 512,
};

static const struct {
	const char *word;
	unsigned what;
} words[] = {
	{ "share", SHARE | ALONE | ACT },
	{ "shared", SHARE },
	{ "sharing", SHARE },
	{ "shareable", SHARE | ASK },
	{ "sharable", SHARE | ASK },
	{ "public", SHARE | ALONE },
	{ "publicly", SHARE },
	{ "publish", SHARE | ALONE | ACT },
	{ "published", SHARE },
	{ "publishing", SHARE },
	{ "publishable", SHARE | ASK },
	{ "publication", SHARE },
	{ "quote", SHARE | ACT },
	{ "quoted", SHARE },
	{ "quoting", SHARE },
	{ "quotable", SHARE | ASK },
	{ "use", SHARE | ACT },
	{ "used", SHARE },
	{ "using", SHARE },
	{ "disclose", SHARE | ACT },
	{ "disclosed", SHARE },
	{ "processed", SHARE },
	{ "processing", SHARE },
	{ "release", SHARE | ACT },
	{ "released", SHARE },
	{ "consent", SHARE | ASK },
	{ "consents", SHARE | ASK },
	{ "permission", SHARE | ASK },
	{ "may", ASK },
	{ "can", ASK },
	{ "could", ASK },
	{ "ok", ASK },
	{ "okay", ASK },
	{ "happy", ASK },
	{ "agree", ASK },
	{ "allow", ASK },
	{ "allowed", ASK },
	{ "willing", ASK },
	{ "comfortable", ASK },
	{ "not", NOT },
	{ "no", NOT },
	{ "never", NOT },
	{ "dont", NOT },
	{ "cannot", NOT },
	{ "cant", NOT },
	{ "without", NOT },
	{ "mind", NOT },
	{ "object", NOT },
	{ "objection", NOT },
	{ "objections", NOT },
	{ "private", HUSH },
	{ "confidential", HUSH },
	{ "confidentially", HUSH },
	{ "secret", HUSH },
	{ "sensitive", HUSH },
	{ "off", OFF },
	{ "embargoed", HUSH },
	{ "vertraulich", HUSH },
	{ "confidentiel", HUSH },
	{ "confidencial", HUSH },
	{ "is", VERB },
	{ "are", VERB },
	{ "keep", VERB },
	{ "kept", VERB },
	{ "treat", VERB },
	{ "treated", VERB },
	{ "stay", VERB },
	{ "remain", VERB },
	{ "answer", NOUN },
	{ "answers", NOUN },
	{ "comment", NOUN },
	{ "comments", NOUN },
	{ "contribution", NOUN },
	{ "contributions", NOUN },
	{ "data", NOUN },
	{ "feedback", NOUN },
	{ "input", NOUN },
	{ "name", NOUN },
	{ "note", NOUN },
	{ "notes", NOUN },
	{ "response", NOUN },
	{ "responses", NOUN },
	{ "view", NOUN },
	{ "views", NOUN },
	{ "word", NOUN },
	{ "words", NOUN },
	{ "a", FILL },
	{ "any", FILL },
	{ "anonymously", FILL },
	{ "anyone", FILL },
	{ "as", FILL },
	{ "be", FILL },
	{ "being", FILL },
	{ "by", FILL },
	{ "do", FILL },
	{ "for", FILL },
	{ "have", FILL },
	{ "i", FILL },
	{ "if", FILL },
	{ "in", FILL },
	{ "it", FILL },
	{ "me", FILL },
	{ "my", FILL },
	{ "of", FILL },
	{ "on", FILL },
	{ "or", FILL },
	{ "others", FILL },
	{ "our", FILL },
	{ "outside", FILL },
	{ "please", FILL },
	{ "record", RECORD },
	{ "gdpr", FILL },
	{ "report", FILL },
	{ "reports", FILL },
	{ "room", FILL },
	{ "should", FILL },
	{ "the", FILL },
	{ "these", FILL },
	{ "this", FILL },
	{ "to", FILL },
	{ "us", FILL },
	{ "we", FILL },
	{ "wider", FILL },
	{ "with", FILL },
	{ "would", FILL },
	{ "you", FILL },
	{ "your", FILL },
};

enum { LONGEST = 15 };

/* The next word of s in letters, apostrophes left out; its length, or 0. */
static size_t
next_word(struct slice *s, char word[LONGEST + 1])
{
	size_t len = 0, i = 0;

	for (; i < s->len; i++) {
		unsigned char c = (unsigned char)s->p[i];
		bool apart = c < 0x80 && (c < 'a' || c > 'z') && c != '\'';

		if (slice_starts(slice_from(*s, i), SLICE("\xe2\x80\x99")))
			i += 2;
		else if (apart && len > 0)
			break;
		else if (!apart && c != '\'' && len < LONGEST)
			word[len++] = (char)c;
	}
	word[len] = '\0';
	*s = slice_from(*s, i);
	return len;
}

/* What a word is; false if it has no part in such questions. */
static bool
look(const char *word, unsigned *what)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i].word, word) == 0) {
			*what = words[i].what;
			return true;
		}
	return false;
}

enum consent
consent_asked(struct slice caption)
{
	char word[LONGEST + 1];
	unsigned seen = 0, what;
	bool you = false, hush;
	size_t n = 0;

	for (; next_word(&caption, word) > 0; n++) {
		if (!look(word, &what) || (you && what & ACT))
			return CONSENT_NOT_ASKED;
		you = strcmp(word, "you") == 0;
		seen |= what;
	}
	if ((seen & (OFF | RECORD)) == (OFF | RECORD))
		seen |= HUSH;
	hush = seen & HUSH && (!(seen & NOUN) || seen & (VERB | ASK));
	if (!hush &&
	    !(seen & SHARE && (seen & (ASK | NOT) || (seen & ALONE && n == 1))))
		return CONSENT_NOT_ASKED;
	return hush == !(seen & NOT) ? CONSENT_HUSH : CONSENT_SHARE;
}
