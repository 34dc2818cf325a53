#include "text/nothing.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 24 };

/* Its letters and digits, in lower case. */
static const char *const words[] = {
	"",
	"none",
	"no",
	"nil",
	"na",
	"nothing",
	"nonenoted",
	"nonesofar",
	"notapplicable",
	"nothingtoreport",
	"nothingnoted",
	"noneidentified",
	"nonerecorded",
	"nonereported",
	"noneyet",
	"notreally",
};

bool
nothing_said(struct slice text)
{
	char w[LONGEST];
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c == '?' || n == LONGEST)
			return false;
		if (c >= 0x80 && memchr("\xe2\x80\x93\x94", c, 4) == NULL)
			return false;
		if (isalnum(c))
			w[n++] = (char)tolower(c);
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_is((struct slice){ w, n }, words[i]))
			return true;
	return false;
}
