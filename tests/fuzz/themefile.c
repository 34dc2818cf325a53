/*
 * A theme file of any bytes: it is refused, or what is read of it can be used
 * and saved.
 */
#include "io/themefile.h"
#include "fuzz.h"
#include "math/carry.h"
#include "math/teller.h"

static void
use(struct known *k)
{
	struct score scores[3];
	struct teller t;

	for (size_t i = 0; i < k->n; i++)
		if (k->themes[i].id.len == 0 || k->themes[i].label.len == 0 ||
		    known_end(k, i) >= k->n)
			abort();
	carry_over(k, k->n, 0.6, "english");
	teller_init(&t, k, "english", 3, 1, 0.3);
	if (teller_ask(&t, SLICE("late buses"), scores) > 3)
		abort();
	teller_free(&t);
	themefile_save(k, "/dev/null");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct known k = KNOWN_INIT;
	struct fuzz_file f;

	fuzz_file_open(&f, data, len);
	if (themefile_load(&k, f.path) == 0)
		use(&k);
	known_free(&k);
	fuzz_file_close(&f);
	return 0;
}
