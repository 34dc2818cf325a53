/* text/sample: what of a text counts when it is compared. */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "tap.h"
#include "text/sample.h"

static uint64_t state = 5;

static unsigned
below(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((state >> 33) % n);
}

/* The hash of what counts, byte by byte. */
static uint64_t
plain_hash(const char *text, size_t len)
{
	char *to = malloc(len + 1);
	size_t n = 0;
	bool blank = false;
	uint64_t hash;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c >= 'A' && c <= 'Z')
			c |= 32;
		if (c < 0x80 && !(c >= 'a' && c <= 'z') &&
		    !(c >= '0' && c <= '9')) {
			blank = true;
			continue;
		}
		if (blank && n > 0)
			to[n++] = ' ';
		blank = false;
		to[n++] = (char)c;
	}
	hash = map_hash((struct slice){ n == 0 ? text : to, n == 0 ? len : n });
	free(to);
	return hash;
}

static void
blocks_count_as_bytes_do(void)
{
	static const char some[] = "aZz09 @[`{/: ,.-\n\x7f\x80\xff\xc3\xa9kQ";
	struct buf scratch = BUF_INIT;
	bool good = true;

	for (int i = 0; i < 50000; i++) {
		size_t len = below(70);
		unsigned kinds = 1 + below(sizeof(some) - 1);
		char *text = malloc(len + 1);

		for (size_t k = 0; k < len; k++)
			text[k] = some[below(kinds)];
		good &= sample_hash((struct slice){ text, len }, &scratch) ==
		        plain_hash(text, len);
		free(text);
	}
	ok(good, "sixteen bytes at once count as they do one by one");
	buf_free(&scratch);
}

static void
signs_and_case_do_not_count(void)
{
	struct buf b = BUF_INIT;

	ok(sample_hash(SLICE("More buses - NOW!"), &b) ==
	       sample_hash(SLICE("  more, buses (now)"), &b),
	   "signs, blanks and capitals do not count");
	ok(sample_hash(SLICE("!!!"), &b) != sample_hash(SLICE("???"), &b),
	   "unless there is nothing else");
	buf_free(&b);
}

int
main(void)
{
	blocks_count_as_bytes_do();
	signs_and_case_do_not_count();
	return tap_done();
}
