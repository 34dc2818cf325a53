/* A codebook of any bytes, in whichever form: it is refused, or well. */
#ifndef DLG_CODEBOOK_FUZZ_H
#define DLG_CODEBOOK_FUZZ_H

#include "fuzz.h"
#include "io/codebook.h"

static void
check(const struct codebook *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct code *code = &c->v[i];

		if (code->guid.len != 36 || code->name.len == 0 ||
		    (code->parent != CODE_NONE && code->parent >= c->n))
			abort();
	}
	rules_free(codebook_rules(c, "english"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct codebook c = CODEBOOK_INIT;

	c.quiet = true;
	c.file = "fuzz";
	if (codebook_read(&c, (struct slice){ (const char *)data, len }) == 0)
		check(&c);
	codebook_free(&c);
	return 0;
}

#endif
