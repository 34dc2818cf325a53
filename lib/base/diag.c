#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"

enum { LINE = 1024 };

static const char *name = "dlg";
static enum status worst;

void
diag_init(const char *argv0)
{
	const char *slash;

	if (argv0 == NULL || *argv0 == '\0')
		return;
	slash = strrchr(argv0, '/');
	name = slash != NULL && slash[1] != '\0' ? slash + 1 : argv0;
}

const char *
diag_name(void)
{
	return name;
}

/*
 * Copy text to line, at most room bytes, control characters as \xNN, so that
 * a file name can neither break the line nor drive the terminal.
 */
static size_t
escape(char *line, size_t room, const char *text)
{
	static const char hex[] = "0123456789abcdef";
	size_t len = 0;

	for (; *text != '\0' && len + 4 < room; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= ' ' && c != 0x7f) {
			line[len++] = *text;
			continue;
		}
		line[len++] = '\\';
		line[len++] = 'x';
		line[len++] = hex[c >> 4];
		line[len++] = hex[c & 15];
	}
	return len;
}

static void PRINTF_LIKE(2, 0)
    say(const char *where, const char *fmt, va_list args)
{
	char text[LINE], line[2 * LINE];
	size_t len;

	len = escape(line, LINE, name);
	line[len++] = ':';
	line[len++] = ' ';
	len += escape(line + len, LINE / 2, where);
	vsnprintf(text, sizeof(text), fmt, args);
	len += escape(line + len, sizeof(line) - len - 1, text);
	line[len++] = '\n';
	if (write(STDERR_FILENO, line, len) < 0)
		return; /* nowhere is left to complain */
}

static void
record_status(enum status status)
{
	if (status > worst)
		worst = status;
}

void
diag_note(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say("", fmt, args);
	va_end(args);
}

int
diag(enum status status, const char *fmt, ...)
{
	va_list args;

	record_status(status);
	va_start(args, fmt);
	say("", fmt, args);
	va_end(args);
	return -1;
}

int
diag_at(enum status status, const char *file, size_t line, const char *fmt, ...)
{
	char where[LINE];
	va_list args;

	record_status(status);
	if (line > 0)
		snprintf(where, sizeof(where), "%.400s:%zu: ", file, line);
	else
		snprintf(where, sizeof(where), "%.400s: ", file);
	va_start(args, fmt);
	say(where, fmt, args);
	va_end(args);
	return -1;
}

void
diag_die(enum status status, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say("", fmt, args);
	va_end(args);
	exit(status);
}

enum status
diag_status(void)
{
	return worst;
}
