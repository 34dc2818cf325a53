#include <string.h>
#include <sys/auxv.h>

#include "base/secret.h"

uint64_t secret_drawn;

/* Under a fuzzer always the same, so that it can walk one way again. */
static const void *
random_bytes(void)
{
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
	return NULL;
#else
	/* NOLINTNEXTLINE: the kernel gives its address as a number */
	return (const void *)getauxval(AT_RANDOM);
#endif
}

uint64_t
secret_draw(void)
{
	const void *random = random_bytes();

	if (random != NULL)
		memcpy(&secret_drawn, random, sizeof(secret_drawn));
	secret_drawn |= 1; /* drawn */
	return secret_drawn;
}
