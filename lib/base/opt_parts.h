/* What base/opt knows of a table of options, and what it says of a wrong one.
 */
#ifndef DLG_OPT_PARTS_H
#define DLG_OPT_PARTS_H

#include <getopt.h>

#include "base/opt.h"

enum { OPTIONS = 64, LONG_ONLY = 256, HELP = 1000, VERSION };

/* The table with its groups laid out flat, in getopt_long's two forms. */
struct flat {
	const struct opt *opts[OPTIONS];
	struct option longs[OPTIONS];
	char shorts[2 * OPTIONS];
	size_t n; /* of opts; longs has --help and --version behind them */
};

/*
 * Say what is wrong with arg, which getopt_long did not take, and exit 2:
 * c is what it returned, and optopt what it set.
 */
_Noreturn void opt_refuse(const struct flat *f, int c, const char *arg);

/*
 * Tell the sandbox which files the options name; exit 2 if two outputs are one
 * file, or one would replace an input, among them files: but --output may be of
 * those, which are read by then.
 */
void opt_allow_files(const struct flat *f, enum sandbox mode, char **files);

#endif
