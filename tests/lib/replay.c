/* The main of a fuzz target without a fuzzer: run it on each file named. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static uint8_t *
read_file(const char *path, size_t *len)
{
	uint8_t *data = NULL;
	size_t cap = 0;
	FILE *f = fopen(path, "rb");

	*len = 0;
	if (f == NULL)
		diag_die(STATUS_FAULT, "cannot open a seed");
	do {
		data = mem_grow(data, &cap, *len + 65536, 1);
		*len += fread(data + *len, 1, 65536, f);
	} while (!feof(f) && !ferror(f));
	fclose(f);
	return data;
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		size_t len;
		uint8_t *data = read_file(argv[i], &len);

		LLVMFuzzerTestOneInput(data, len);
		free(data);
	}
	return 0;
}
