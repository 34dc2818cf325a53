/*
 * A theme file of any bytes: it is refused, or what is read of it can be used
 * and saved.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "io/themefile.h"
#include "math/carry.h"
#include "math/teller.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
use(struct known *k)
{
	struct score scores[3];
	struct teller t;

	for (size_t i = 0; i < k->n; i++)
		if (k->themes[i].id.len == 0 || k->themes[i].label.len == 0 ||
		    known_end(k, i) >= k->n)
			abort();
	carry_over(k, k->n);
	teller_init(&t, k, "english", 3);
	if (teller_ask(&t, SLICE("late buses"), scores) > 3)
		abort();
	teller_free(&t);
	themefile_save(k, "/dev/null");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct known k = KNOWN_INIT;
	int fd = memfd_create("themes", 0);
	char path[64];

	if (fd < 0 || write(fd, data, len) != (ssize_t)len)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (themefile_load(&k, path) == 0)
		use(&k);
	known_free(&k);
	close(fd);
	return 0;
}
