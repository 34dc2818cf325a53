#include <sys/prctl.h>
#include <sys/resource.h>

#include "base/nocore.h"

#ifndef __has_feature
#define __has_feature(x) 0
#endif

/* The leak checker of the sanitizers must look into the process. */
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

void
nocore(bool forbid)
{
	const struct rlimit none = { 0, 0 };

	if (SANITIZED)
		return;
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, forbid ? 0 : 1, 0, 0, 0);
}

bool
nocore_is_sanitized(void)
{
	return SANITIZED;
}
