/*
 * The words of a text. Text is UTF-8 of any script; a byte that is not counts
 * as punctuation. Nothing depends on the locale.
 *
 * A word is a run of letters, digits and marks, with apostrophes between
 * letters. Each Han or kana character is a word of its own, for those scripts
 * put no spaces between words. Hyphens and spaces part words; other
 * punctuation, line ends and web addresses also break phrases.
 */
#ifndef DLG_TOKEN_H
#define DLG_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/slice.h"

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,      /* a word of digits only */
	TOKEN_PLACEHOLDER, /* what dlg-anon puts: [name], [name 3], [role:
	                      nurse] */
	TOKEN_BREAK,       /* what no phrase reaches across */
};

struct token {
	enum token_kind kind;
	struct slice raw;    /* as it stands in the text */
	struct slice folded; /* of a word: see token_fold; borrowed until the
	                      * next token */
};

struct tokens {
	struct slice text;
	size_t at;
	struct buf scratch;
};

/* Longest folded word, in bytes: what is longer is cut at a character. */
enum { TOKEN_MAX = 96 };

/* Begin at the start of text, which is borrowed; t starts as TOKENS_INIT. */
#define TOKENS_INIT \
	{ \
		{ NULL, 0 }, 0, BUF_INIT \
	}
void token_start(struct tokens *t, struct slice text);

/* The next token. Return false at the end of the text. */
bool token_next(struct tokens *t, struct token *out);

/* Release what t holds; the text is the caller's. */
void token_end(struct tokens *t);

/*
 * Append a word to out with case and compatibility forms folded (NFKC, case
 * folding; invisible characters dropped; every apostrophe is '), at most
 * TOKEN_MAX bytes of it.
 */
void token_fold(struct slice word, struct buf *out);

/* A folded word without what follows an apostrophe: doctor's, doctor. */
struct slice token_base(struct slice folded);

#endif
