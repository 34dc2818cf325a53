/* Any text against all patterns and a term of the text's own first line. */
#include <stdlib.h>

#include "base/mem.h"
#include "text/pattern.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static struct lexicon lexicon;

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct patterns *p = patterns_new();
	struct words words = WORDS_INIT;
	struct spans spans = { NULL, 0, 0 };
	char *copy = mem_dup(data, len);
	size_t line = strcspn(copy, "\n");
	struct slice text = { copy, len };

	if (lexicon.slots == NULL)
		lexicon_load(&lexicon);
	if (line < len && line < 200 &&
	    patterns_add(p, (struct slice){ copy, line }) != NULL)
		text.len = line;
	words_find(&words, text, &lexicon);
	patterns_find(p, text, &words, NULL, true, &spans);
	for (size_t i = 0; i < spans.n; i++)
		if (spans.v[i].end > text.len ||
		    spans.v[i].start > spans.v[i].end)
			abort();
	spans_free(&spans);
	words_free(&words);
	patterns_free(p);
	free(copy);
	return 0;
}
