#include <stddef.h>

#include "data/templates.h"

#define TEMPLATES \
	TEMPLATE(synthesis) \
	TEMPLATE(fsd) \
	TEMPLATE(weekly) \
	TEMPLATE(brief) \
	TEMPLATE(where) \
	TEMPLATE(quotes) \
	TEMPLATE(tensions) \
	TEMPLATE(positions) \
	TEMPLATE(rule) \
	TEMPLATE(commitments) \
	TEMPLATE(members) \
	TEMPLATE(method)

/* From template_texts.S. */
#define TEMPLATE(name) \
	extern const char template_##name[], template_##name##_end[];
TEMPLATES
#undef TEMPLATE

struct slice
templates_find(struct slice name)
{
#define TEMPLATE(called) \
	{ #called, template_##called, template_##called##_end },
	static const struct {
		const char *name, *text, *end;
	} all[] = { TEMPLATES };
#undef TEMPLATE

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (slice_is(name, all[i].name))
			return (struct slice){
				all[i].text, (size_t)(all[i].end - all[i].text)
			};
	return (struct slice){ NULL, 0 };
}
