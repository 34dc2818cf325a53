/* Tokens of any bytes: they lie in the text, in order, and end. */
#include <stdint.h>
#include <stdlib.h>

#include "text/stem.h"
#include "text/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct slice text = { (const char *)data, len };
	struct tokens t = TOKENS_INIT;
	struct stem *s = stem_new("english");
	const char *last = text.p;
	struct token k;

	token_start(&t, text);
	while (token_next(&t, &k)) {
		if (k.raw.len == 0 || k.raw.p < last ||
		    k.raw.p + k.raw.len > text.p + len ||
		    k.folded.len > 4 * TOKEN_MAX)
			abort();
		last = k.raw.p + k.raw.len;
		if (k.kind == TOKEN_WORD)
			stem_look(s, token_base(k.folded));
	}
	token_end(&t);
	stem_free(s);
	return 0;
}
