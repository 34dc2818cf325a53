#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/nocore.h"
#include "base/opt_parts.h"
#include "base/sandbox.h"
#include "base/version.h"

void
opt_misuse(const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	diag_die(STATUS_FAULT, "%s: see %s --help", text, diag_name());
}

static void
flatten(struct flat *f, const struct opt *table)
{
	for (; table->name != NULL || table->group != NULL; table++) {
		size_t at = strlen(f->shorts);

		if (table->group != NULL) {
			flatten(f, table->group);
			continue;
		}
		f->opts[f->n] = table;
		f->longs[f->n] = (struct option){
			.name = table->name,
			.has_arg = table->arg ? required_argument : no_argument,
			.val = LONG_ONLY + (int)f->n,
		};
		f->n++;
		if (table->letter == 0)
			continue;
		f->shorts[at++] = (char)table->letter;
		if (table->arg != NULL)
			f->shorts[at++] = ':';
		f->shorts[at] = '\0';
	}
}

static void
help(const struct flat *f, const char *synopsis)
{
	printf("usage: %s %s\n\n", diag_name(), synopsis);
	for (size_t i = 0; i < f->n; i++) {
		const struct opt *o = f->opts[i];
		char left[80];

		snprintf(left, sizeof(left), "%s%c%s --%s%s%s",
		         o->letter ? "-" : " ", o->letter ? o->letter : ' ',
		         o->letter ? "," : " ", o->name, o->arg ? " " : "",
		         o->arg ? o->arg : "");
		printf("  %-26s  %s\n", left, o->help);
	}
	printf("  %-26s  %s\n", "    --help", "show this and exit");
	printf("  %-26s  %s\n", "    --version", "show the version and exit");
	exit(fflush(stdout) == 0 ? STATUS_OK : STATUS_FAULT);
}

static void
version(void)
{
	printf("%s %s\n", diag_name(), DLG_VERSION);
	exit(fflush(stdout) == 0 ? STATUS_OK : STATUS_FAULT);
}

static size_t
whole(const struct opt *o, const char *arg, bool units)
{
	const char *suffix = "KMG", *unit;
	unsigned long long n;
	char *end;

	errno = 0;
	n = strtoull(arg, &end, 10);
	if (!isdigit((unsigned char)*arg) || errno != 0)
		opt_misuse("--%s takes a whole number", o->name);
	unit = units && *end != '\0' ? strchr(suffix, *end) : NULL;
	if (unit != NULL) {
		int shift = 10 * (int)(unit - suffix + 1);

		if (n > ULLONG_MAX >> shift)
			opt_misuse("--%s is too large", o->name);
		n <<= shift;
		end++;
	}
	if (*end != '\0' || n > SIZE_MAX)
		opt_misuse("--%s takes a whole number%s", o->name,
		           units ? ", with K, M or G behind it" : "");
	return n;
}

static double
real(const struct opt *o, const char *arg)
{
	char *end;
	double x = strtod(arg, &end);

	if (end == arg || *end != '\0' || !isfinite(x))
		opt_misuse("--%s takes a number", o->name);
	return x;
}

static int
pick(const struct opt *o, const char *arg)
{
	char list[256] = "";

	for (int i = 0; o->words[i] != NULL; i++) {
		size_t at = strlen(list);

		if (strcmp(o->words[i], arg) == 0)
			return i;
		snprintf(list + at, sizeof(list) - at, "%s%s", i ? ", " : "",
		         o->words[i]);
	}
	opt_misuse("--%s takes one of %s", o->name, list);
}

static void
assign(const struct opt *o, char *arg)
{
	if (o->flag != NULL)
		*o->flag = true;
	else if (o->str != NULL)
		*o->str = arg;
	else if (o->number != NULL)
		*o->number = whole(o, arg, false);
	else if (o->size != NULL)
		*o->size = whole(o, arg, true);
	else if (o->real != NULL)
		*o->real = real(o, arg);
	else if (o->pick != NULL)
		*o->pick = pick(o, arg);
	else if (o->list != NULL) {
		struct opt_list *l = o->list;

		l->v = mem_resize(l->v, l->n + 1, sizeof(*l->v));
		l->v[l->n++] = arg;
	}
}

static const struct opt *
find(const struct flat *f, int c)
{
	if (c >= LONG_ONLY && (size_t)c < LONG_ONLY + f->n)
		return f->opts[c - LONG_ONLY];
	for (size_t i = 0; i < f->n; i++)
		if (f->opts[i]->letter == c)
			return f->opts[i];
	return NULL;
}

/*
 * A standard stream that is closed must not become the number of a file that
 * is opened later: put something there that fails when it is used.
 */
static void
occupy_standard_streams(void)
{
	static const int modes[] = { O_WRONLY, O_RDONLY, O_WRONLY };

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) < 0)
			diag_die(STATUS_FAULT, "cannot open /dev/null");
}

char **
opt_parse(int argc, char **argv, const struct opt *table, const char *synopsis)
{
	int mode = SANDBOX_AUTO;
	const struct opt common[] = {
		{ 0, "sandbox", "mode",
		  "do only what is asked: auto, require or off",
		  .words = sandbox_names, .pick = &mode },
		{ 0 },
	};
	struct flat f = { .shorts = ":" };
	const struct opt *o;
	int c;

	diag_init(argc > 0 ? argv[0] : NULL);
	occupy_standard_streams();
	nocore(true);
	if (argc < 1)
		opt_misuse("called without a name");
	flatten(&f, table);
	flatten(&f, common);
	f.longs[f.n] = (struct option){ "help", no_argument, NULL, HELP };
	f.longs[f.n + 1] =
	    (struct option){ "version", no_argument, NULL, VERSION };
	while ((c = getopt_long(argc, argv, f.shorts, f.longs, NULL)) != -1) {
		if (c == HELP)
			help(&f, synopsis);
		if (c == VERSION)
			version();
		if (c == ':' || c == '?' || (o = find(&f, c)) == NULL)
			opt_refuse(&f, c, argv[optind - 1]);
		assign(o, optarg);
	}
	argv += optind;
	opt_allow_files(&f, (enum sandbox)mode, argv);
	return argv;
}
