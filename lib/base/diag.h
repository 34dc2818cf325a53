/*
 * What a tool tells its user when something is wrong, and the exit status that
 * follows from it.
 *
 * Every message is one line on standard error, "dlg-anon: notes.jsonl:42: text
 * is not a string", with control characters escaped, and never holds a byte of
 * the notes. Whoever finds a fault reports it once; the worst status reported
 * is kept, and decides whether an output is published and how the tool exits.
 */
#ifndef DLG_DIAG_H
#define DLG_DIAG_H

#include <stddef.h>

enum status {
	STATUS_OK = 0,
	STATUS_REFUSED =
	    1,            /* some records refused, or a check found something */
	STATUS_FAULT = 2, /* usage, input or system */
	STATUS_PRIVACY = 3, /* nothing is passed on, so that nothing leaks */
};

#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))

/* Remember the name that stands before each message, from main's argv[0]. */
void diag_init(const char *argv0);

/* The name the tool was called by, without directories. */
const char *diag_name(void);

/* Say something that does not change the exit status. */
void diag_note(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* Report a fault: status is STATUS_REFUSED or worse. Return -1. */
int diag(enum status status, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The same, at a line of a file (or of the whole file, if line is 0). */
int diag_at(enum status status, const char *file, size_t line, const char *fmt,
            ...) PRINTF_LIKE(4, 5);

/* Report a fault and exit. */
_Noreturn void diag_die(enum status status, const char *fmt, ...)
    PRINTF_LIKE(2, 3);

/* The worst status reported until now. */
enum status diag_status(void);

#endif
