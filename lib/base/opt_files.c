#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/opt_parts.h"
#include "base/out.h"

/* Where path is, or will be, with no link on the way; false if nowhere. */
static bool
resolve(const char *path, char whole[PATH_MAX])
{
	const char *slash = strrchr(path, '/');
	const char *base = slash != NULL ? slash + 1 : path;
	char folder[PATH_MAX] = ".";
	size_t len;

	if (realpath(path, whole) != NULL)
		return true;
	if (slash != NULL)
		snprintf(folder, sizeof(folder), "%.*s",
		         slash == path ? 1 : (int)(slash - path), path);
	if (realpath(folder, whole) == NULL)
		return false;
	len = strlen(whole);
	if (len + strlen(base) + 2 > PATH_MAX)
		return false;
	snprintf(whole + len, PATH_MAX - len, "/%s", base);
	return true;
}

/* Whether two outputs are one file, so that one of them would be lost. */
static bool
is_same(const char *a, const char *b)
{
	char one[PATH_MAX], other[PATH_MAX];
	struct stat st;

	if (strcmp(a, "-") == 0 || strcmp(b, "-") == 0)
		return strcmp(a, b) == 0;
	if (stat(a, &st) == 0 && !S_ISREG(st.st_mode))
		return false;
	return resolve(a, one) && resolve(b, other) && strcmp(one, other) == 0;
}

static bool
renews(const struct opt *o, const char *input)
{
	for (size_t i = 0; o->renews != NULL && i < o->renews->n; i++)
		if (o->renews->v[i] == input)
			return true;
	return false;
}

/* Whether o names an output that input would be lost to. */
static bool
is_lost(const struct opt *o, const char *input)
{
	return input != NULL && !renews(o, input) &&
	       out_replaces(*o->str, input);
}

/* An output that replaces what p reads. */
static void
refuse_input(const struct opt *o, const struct opt *p)
{
	bool lost = p->str != NULL && is_lost(o, *p->str);

	for (size_t i = 0; p->list != NULL && i < p->list->n; i++)
		lost |= is_lost(o, p->list->v[i]);
	if (lost)
		opt_misuse("--%s would replace what --%s reads", o->name,
		           p->name);
}

static void
refuse_lost(const struct flat *f, size_t i, char **files)
{
	const struct opt *o = f->opts[i];

	if (o->file != SANDBOX_WRITE || o->str == NULL || *o->str == NULL)
		return;
	for (size_t k = 0; k < f->n; k++)
		if (f->opts[k]->file == SANDBOX_READ)
			refuse_input(o, f->opts[k]);
	for (; *files != NULL && strcmp(o->name, "output") != 0; files++)
		if (is_lost(o, *files))
			opt_misuse("--%s would replace a file that is read",
			           o->name);
}

static void
refuse_same(const struct flat *f, size_t i)
{
	const struct opt *o = f->opts[i];

	if (o->file != SANDBOX_WRITE || o->str == NULL || *o->str == NULL)
		return;
	for (size_t k = 0; k < i; k++) {
		const struct opt *p = f->opts[k];

		if (p->file == SANDBOX_WRITE && p->str != NULL &&
		    *p->str != NULL && is_same(*p->str, *o->str))
			opt_misuse("--%s and --%s are one file", p->name,
			           o->name);
	}
}

void
opt_allow_files(const struct flat *f, enum sandbox mode, char **files)
{
	sandbox_begin(mode);
	for (size_t i = 0; i < f->n; i++) {
		const struct opt *o = f->opts[i];

		refuse_same(f, i);
		refuse_lost(f, i, files);
		if (o->file == SANDBOX_NONE)
			continue;
		if (o->str != NULL)
			sandbox_allow(*o->str, o->file);
		for (size_t k = 0; o->list != NULL && k < o->list->n; k++)
			sandbox_allow(o->list->v[k], o->file);
	}
}
