/* Which statements only tell who says them. */
#include "text/oneself.h"
#include "tap.h"

int
main(void)
{
	static const char *const told[] = {
		"I am between 15 and 19 years old.",
		"Are you between 15 and 19 years old?",
		"My ethnicity is Black, Black British, Caribbean or African.",
		"English is my first language.",
		"I'm a nurse",
		"I\xe2\x80\x99m a nurse",
		"I identify as male.",
		"My gender has changed since birth.",
		"I have lived in the valley all my life.",
	};
	static const char *const claimed[] = {
		"",
		"I am in favour of trams",
		"I am a supporter of trams",
		"I am a parent and we need more buses",
		"I believe in trams",
		"My main concern is the bus",
		"Are you sure that we need this?",
		"A child under 8 years old is not safe here",
		"We should ask who is a nurse",
		"The first language of schools is English",
	};

	for (size_t i = 0; i < sizeof(told) / sizeof(*told); i++)
		ok(oneself_told(slice_of(told[i])), told[i]);
	for (size_t i = 0; i < sizeof(claimed) / sizeof(*claimed); i++)
		ok(!oneself_told(slice_of(claimed[i])), claimed[i]);
	return tap_done();
}
