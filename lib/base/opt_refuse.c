#include <string.h>

#include "base/opt_parts.h"

enum { LONGEST = 40 };

/* A name as it was given: without the dashes, its value and what is too much.
 */
struct given {
	char name[LONGEST + 1];
	size_t len;
};

static struct given
read_name(const char *arg)
{
	struct given g = { .len = 0 };

	arg += strspn(arg, "-");
	g.len = strcspn(arg, "=");
	if (g.len > LONGEST)
		g.len = LONGEST;
	memcpy(g.name, arg, g.len);
	return g;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* How many letters must be added, left out or changed to make one the other. */
static size_t
distance(const struct given *g, const char *name)
{
	size_t row[LONGEST + 1], len = strlen(name);

	for (size_t i = 0; i <= g->len; i++)
		row[i] = i;
	for (size_t k = 0; k < len; k++) {
		size_t corner = row[0];

		row[0] = k + 1;
		for (size_t i = 0; i < g->len; i++) {
			size_t changed = corner + (g->name[i] != name[k]);

			corner = row[i + 1];
			row[i + 1] = least(changed, least(corner, row[i]) + 1);
		}
	}
	return row[g->len];
}

/* The option whose name is nearest, or NULL if none is near. */
static const char *
nearest(const struct flat *f, const struct given *g)
{
	const char *best = NULL;
	size_t most = g->len / 3 + 1;

	for (const struct option *o = f->longs; o->name != NULL; o++) {
		size_t d = distance(g, o->name);

		if (d < most || (d == most && best == NULL)) {
			best = o->name;
			most = d;
		}
	}
	return best;
}

/* More than one option begins like that. */
static _Noreturn void
refuse_ambiguous(const struct flat *f, const struct given *g)
{
	char list[256] = "";

	for (const struct option *o = f->longs; o->name != NULL; o++) {
		if (strncmp(o->name, g->name, g->len) != 0 ||
		    strlen(list) + strlen(o->name) + 5 > sizeof(list))
			continue;
		strcat(list, list[0] != '\0' ? ", --" : "--");
		strcat(list, o->name);
	}
	opt_misuse("--%s could be %s", g->name, list);
}

static _Noreturn void
refuse_long(const struct flat *f, const char *arg)
{
	struct given g = read_name(arg);
	const char *near = nearest(f, &g);
	size_t alike = 0;

	for (const struct option *o = f->longs; o->name != NULL; o++)
		alike += strncmp(o->name, g.name, g.len) == 0;
	if (alike > 1)
		refuse_ambiguous(f, &g);
	if (near != NULL)
		opt_misuse("there is no option --%s; perhaps --%s", g.name,
		           near);
	opt_misuse("there is no option --%s", g.name);
}

void
opt_refuse(const struct flat *f, int c, const char *arg)
{
	const char *what = c == ':' ? "needs an argument" : "takes no argument";

	if (optopt == HELP || optopt == VERSION)
		opt_misuse("--%s %s", optopt == HELP ? "help" : "version",
		           what);
	if (optopt >= LONG_ONLY)
		opt_misuse("--%s %s", f->opts[optopt - LONG_ONLY]->name, what);
	if (optopt != 0 && c == ':')
		opt_misuse("-%c %s", optopt, what);
	if (optopt > 0x20 && optopt < 0x7f)
		opt_misuse("there is no option -%c", optopt);
	if (optopt != 0)
		opt_misuse("there is no such option");
	refuse_long(f, arg);
}
