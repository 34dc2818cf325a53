#include "io/publicfile.h"
#include "io/source.h"
#include "text/u8.h"

int
publicfile_read(struct quoted *q, const char *path,
                const struct lexicon *lexicon)
{
	struct words words = WORDS_INIT;
	struct source src;
	struct slice text;
	int got = source_open(&src, path, path, NULL, 4 << 20);

	if (got == 0)
		got = source_whole(&src, &text);
	if (got == 0 && (memchr(text.p, '\0', text.len) != NULL ||
	                 u8_valid(text) != text.len))
		got = diag_at(STATUS_FAULT, path, 0,
		              "is no UTF-8 text: save it as plain text");
	if (got == 0) {
		words_find(&words, text, lexicon);
		if (words.n < QUOTED_WORDS)
			got = diag_at(STATUS_FAULT, path, 0,
			              "has fewer than %d words: nothing can be "
			              "a quote of it",
			              QUOTED_WORDS);
		quoted_add(q, &words);
	}
	words_free(&words);
	source_close(&src);
	return got;
}
