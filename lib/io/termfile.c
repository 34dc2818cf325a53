#include "io/termfile.h"
#include "io/source.h"

enum { LONGEST = 4096 };

int
termfile_read(struct patterns *p, const char *path)
{
	struct source src;
	struct slice line;
	size_t terms = 0;
	int got = source_open(&src, path, path, NULL, LONGEST);

	while (got == 0 && (got = source_text(&src, &line)) == 1) {
		const char *why;

		got = 0;
		line = slice_trim(line);
		if (line.len == 0 || line.p[0] == '#')
			continue;
		terms++;
		if ((why = patterns_add(p, line)) != NULL)
			got = diag_at(STATUS_FAULT, path, src.line,
			              "the term %s", why);
	}
	if (got == 0 && terms == 0)
		got = diag_at(STATUS_FAULT, path, 0, "no term is in the file");
	source_close(&src);
	return got;
}
