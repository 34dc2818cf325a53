/*
 * Options from one table a tool: the same table parses the command line and
 * prints --help, and a test holds the manual to it.
 */
#ifndef DLG_OPT_H
#define DLG_OPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/sandbox.h"

/* The arguments of an option that may be given more than once. */
struct opt_list {
	const char **v;
	size_t n;
};

/*
 * One option. Where its value goes says what it takes: exactly one of the
 * pointers is set, or group points to a table of options that several tools
 * share. A table ends with an empty entry.
 */
struct opt {
	int letter;       /* 0 for none */
	const char *name; /* the long name */
	const char *arg;  /* what its argument is called; NULL if it has none */
	const char *help; /* one line */
	bool *flag;
	const char **str;
	size_t *number; /* decimal */
	size_t *size;   /* bytes: decimal, with K, M or G for powers of 1024 */
	double *real;
	struct opt_list *list;
	const char *const *words;      /* with pick: NULL-terminated choices */
	int *pick;                     /* index of the word given */
	enum sandbox_use file;         /* what is done with the file it names */
	const struct opt_list *renews; /* inputs that this output may replace */
	const struct opt *group;
};

/*
 * Read the options of argv as the table says. --help and --version print and
 * exit with status 0; a wrong option exits with status 2. synopsis is what
 * follows the tool's name in the usage line. As the first thing that every
 * tool does, this also sees to it that the standard streams are open, that no
 * core dump can hold the notes, that no output replaces what is read, and that
 * the sandbox will allow the files that options name; the option --sandbox is
 * in no table. Return what is left of argv, NULL-terminated. Values point into
 * argv.
 */
char **opt_parse(int argc, char **argv, const struct opt *table,
                 const char *synopsis);

/* Say what is wrong with the command line and how to learn more; exit 2. */
_Noreturn void opt_misuse(const char *fmt, ...) PRINTF_LIKE(1, 2);

#endif
