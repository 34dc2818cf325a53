/* lib/text/labelled: whether a text says what a label names. */
#include "text/labelled.h"
#include "tap.h"

int
main(void)
{
	static const struct {
		const char *text, *label;
		bool says;
	} cases[] = {
		{ "Volunteers drive", "Volunteering", true },
		{ "the SCHOOL nurse", "Schools", true },
		{ "two apps", "App", true },
		{ "Problem of linkability", "linkability", true },
		{ "caf\xc3\xa9s close", "caf\xc3\xa9", true },
		{ "We apply for it", "App", false },
		{ "No boating", "Boat", false },
		{ "at the town and back", "The end and", false },
		{ "", "Bus", false },
		{ "The bus", "", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		ok(labelled_by(slice_of(cases[i].text),
		               slice_of(cases[i].label)) == cases[i].says,
		   cases[i].text);
	return tap_done();
}
