#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/progress.h"

enum { UNKNOWN, WATCHED, ALONE };

static int audience;
static bool shown;
static size_t total;
static time_t next;

static void
show(void)
{
	char line[128];
	int len = snprintf(line, sizeof(line), "\r%.60s: %zu MB read",
	                   diag_name(), total / 1000000);

	shown = write(STDERR_FILENO, line, (size_t)len) > 0;
}

void
progress_add(size_t bytes)
{
	time_t now;

	total += bytes;
	if (audience == UNKNOWN) {
		audience = isatty(STDERR_FILENO) ? WATCHED : ALONE;
		next = time(NULL) + 2;
	}
	if (audience == ALONE || (now = time(NULL)) < next)
		return;
	next = now + 1;
	show();
}

void
progress_end(void)
{
	static const char wipe[] = "\r\033[K";

	if (shown && write(STDERR_FILENO, wipe, strlen(wipe)) > 0)
		shown = false;
}
