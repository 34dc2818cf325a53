#include <string.h>
#include <sys/auxv.h>

#include "base/secret.h"

uint64_t secret_drawn;

uint64_t
secret_draw(void)
{
	/* NOLINTNEXTLINE: the kernel gives its address as a number */
	const void *random = (const void *)getauxval(AT_RANDOM);

#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION /* the same walk again */
	if (random != NULL)
		memcpy(&secret_drawn, random, sizeof(secret_drawn));
#endif
	secret_drawn |= 1; /* drawn */
	return secret_drawn;
}
