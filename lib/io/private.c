#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/diag.h"
#include "base/mem.h"
#include "io/private.h"

int
private_may_write(const char *path, const char *what, bool force)
{
	struct stat st;
	const char *slash;
	char *folder;
	int got;

	if (path == NULL)
		return 0;
	if (stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	    (st.st_mode & 077) != 0)
		return diag(STATUS_PRIVACY,
		            "%s exists and others can read it: chmod 600, "
		            "or remove it",
		            what);
	slash = strrchr(path, '/');
	folder = slash == NULL ? mem_strdup(".") :
	                         mem_dup(path, (size_t)(slash - path) + 1);
	got = stat(folder, &st);
	free(folder);
	if (got == 0 && (st.st_mode & 044) != 0 && !force)
		return diag(
		    STATUS_PRIVACY,
		    "others can read the directory of %s: chmod 700 it, "
		    "or pass --force",
		    what);
	return 0;
}
