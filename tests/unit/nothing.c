/* lib/text/nothing: what says that there is nothing. */
#include "text/nothing.h"
#include "tap.h"

int
main(void)
{
	static const char *const nothing[] = { "none",
		                               "None.",
		                               "NO",
		                               "nil",
		                               "n/a",
		                               "N.A.",
		                               "-",
		                               "--",
		                               "\xe2\x80\x93",
		                               "...",
		                               "Nothing to report" };
	static const char *const something[] = {
		"No bus", "none of us drives",
		"No?",    "\xc3\xa9",
		"42",     "nothing to report but the bus is late again"
	};

	for (size_t i = 0; i < sizeof(nothing) / sizeof(*nothing); i++)
		ok(nothing_said(slice_of(nothing[i])), nothing[i]);
	for (size_t i = 0; i < sizeof(something) / sizeof(*something); i++)
		ok(!nothing_said(slice_of(something[i])), something[i]);
	return tap_done();
}
