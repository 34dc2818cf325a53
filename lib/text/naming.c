#include "text/naming.h"

#include <strings.h>

#include "text/u8.h"

/* Controls of ASCII and Latin-1, and what ends a line or a paragraph. */
static bool
is_control(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 ||
	       code == 0x2029;
}

const char *
naming_fault(struct slice name)
{
	uint32_t code;
	size_t len;

	if (slice_trim(name).len == 0)
		return "is empty";
	if (name.len > NAMING_MAX)
		return "is longer than 1000 bytes: call it something short";
	for (size_t at = 0; at < name.len; at += len) {
		len = u8_decode(name.p + at, name.len - at, &code);
		if (len == 0)
			return "is no UTF-8";
		if (is_control(code))
			return "holds a line end or another control "
			       "character: take it out";
	}
	return NULL;
}

int
naming_yes(struct slice word)
{
	static const char *const words[] = { "no",  "false", "n", "0",
		                             "yes", "true",  "y", "1" };
	enum { WORDS = sizeof(words) / sizeof(*words) };

	for (size_t i = 0; i < WORDS; i++)
		if (word.len == strlen(words[i]) &&
		    strncasecmp(words[i], word.p, word.len) == 0)
			return i >= WORDS / 2;
	return -1;
}
