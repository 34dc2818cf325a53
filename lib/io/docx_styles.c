#include "io/docx_styles.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"

/* "heading 2" is of level 2, "Title" of level 1. */
static size_t
level_of(const char *name)
{
	if (strncasecmp(name, "heading ", 8) == 0 &&
	    isdigit((unsigned char)name[8]))
		return (size_t)(name[8] - '0');
	return strcasecmp(name, "title") == 0;
}

size_t
docx_outline(const char *val)
{
	return *val >= '0' && *val < '9' ? (size_t)(*val - '0') + 1 : 0;
}

static void
set_level(struct docx_styles *s, size_t level)
{
	if (s->at < s->ids.n && s->levels[s->at] == 0)
		s->levels[s->at] = (unsigned char)level;
}

static void
on_style(void *data, const char *name, const char **attrs)
{
	struct docx_styles *s = data;
	const char *id = xml_attr(attrs, "styleId");
	const char *val = xml_attr(attrs, "val");

	if (strcmp(name, "style") == 0 && id != NULL) {
		size_t had = s->cap;

		s->at = map_add(&s->ids, slice_of(id));
		s->levels = mem_grow(s->levels, &s->cap, s->ids.n, 1);
		if (s->cap > had)
			memset(s->levels + had, 0, s->cap - had);
	} else if (strcmp(name, "name") == 0 && val != NULL)
		set_level(s, level_of(val));
	else if (strcmp(name, "outlineLvl") == 0 && val != NULL)
		set_level(s, docx_outline(val));
}

int
docx_styles_read(struct docx_styles *s, struct zipin *zip)
{
	static const struct xml styles = { .begin = on_style };

	return zipin_xml(zip, "word/styles.xml", &styles, s) < 0 ? -1 : 0;
}

size_t
docx_styles_level(const struct docx_styles *s, const char *id)
{
	size_t at = map_find(&s->ids, slice_of(id));

	return at == MAP_NONE ? 0 : s->levels[at];
}

void
docx_styles_free(struct docx_styles *s)
{
	map_free(&s->ids);
	free(s->levels);
}
