/* Which file a path names, links and all. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/out_parts.h"

enum { LINKS = 40 /* as the kernel follows */ };

char *
out_directory(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return mem_strdup(".");
	return mem_dup(path, slash == path ? 1 : (size_t)(slash - path));
}

/* What the symbolic link at path points to, made from its folder; or NULL. */
static char *
read_link(const char *path)
{
	char to[PATH_MAX];
	ssize_t len = readlink(path, to, sizeof(to) - 1);
	struct buf b = BUF_INIT;
	char *dir;

	if (len <= 0)
		return NULL;
	to[len] = '\0';
	dir = out_directory(path);
	if (to[0] != '/')
		buf_addf(&b, "%s/", dir);
	buf_adds(&b, to);
	free(dir);
	return b.data;
}

char *
out_target(const char *path)
{
	char resolved[PATH_MAX], *at = mem_strdup(path), *next;

	for (int links = 0; links < LINKS; links++) {
		if (realpath(at, resolved) != NULL) {
			free(at);
			return mem_strdup(resolved);
		}
		if ((next = read_link(at)) == NULL)
			break;
		free(at);
		at = next;
	}
	return at;
}

bool
out_replaces(const char *path, const char *input)
{
	struct stat out, in;

	return path != NULL && input != NULL && strcmp(path, "-") != 0 &&
	       strcmp(input, "-") != 0 && stat(path, &out) == 0 &&
	       S_ISREG(out.st_mode) && stat(input, &in) == 0 &&
	       out.st_dev == in.st_dev && out.st_ino == in.st_ino;
}
