/* Cues and stance on any text: found within it, and the same each time. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
check(const struct cue_hit *hit, enum cue_kind kind, size_t len)
{
	if (!hit->found)
		return;
	if (hit->start > hit->end || hit->end > len ||
	    hit->pattern >= cue_table_len ||
	    cue_table[hit->pattern].kind != kind)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct cues *cues;
	static struct stance *stance;
	static struct reader *reader;
	static struct letters letters;
	struct cue_hit a, b, c, d;
	struct stance_words words, again;
	uint64_t patterns, same;
	char *text = mem_dup(data, len);
	struct slice s = { text, len };

	if (cues == NULL) {
		cues = cues_new();
		stance = stance_new();
		reader = reader_new(stance, cues);
	}
	letters_read(&letters, s);
	reader_read(reader, &letters, &words, &patterns);
	reader_read(reader, &letters, &again, &same);
	if (words.n > STANCE_WORDS || words.n != again.n || patterns != same ||
	    memcmp(words.v, again.v, words.n * sizeof(*words.v)) != 0)
		abort();
	for (size_t i = 1; i < words.n; i++)
		if (words.v[i] <= words.v[i - 1])
			abort();
	if (cues_find(cues, s, patterns, &a, &b) == 0) {
		check(&a, CUE_DIVERGENCE, len);
		check(&b, CUE_CONVERGENCE, len);
		if (cues_find(cues, s, patterns, &c, &d) != 0 ||
		    memcmp(&a, &c, sizeof(a)) != 0)
			abort();
	}
	free(text);
	return 0;
}
