#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/docx_feet.h"

static size_t
number_of(struct feet *f, char kind, const char *id, bool add)
{
	struct buf key = BUF_INIT;
	size_t at;

	buf_addc(&key, kind);
	buf_adds(&key, id);
	at = add ? map_add(&f->ids, buf_view(&key)) :
	           map_find(&f->ids, buf_view(&key));
	buf_free(&key);
	return at;
}

/* A note begins; those that Word draws the line above notes with have a type.
 */
static void
begin_note(struct feet *f, const char **attrs)
{
	const char *id = xml_attr(attrs, "id");
	size_t before = f->ids.n;

	f->at = SIZE_MAX;
	buf_reset(&f->text);
	if (id == NULL || xml_attr(attrs, "type") != NULL)
		return;
	f->at = number_of(f, f->kind, id, true);
	f->texts = mem_grow(f->texts, &f->cap, f->ids.n, sizeof(*f->texts));
	if (f->at == before)
		f->texts[f->at] = (struct slice){ "", 0 };
}

static void
on_begin(void *data, const char *name, const char **attrs)
{
	struct feet *f = data;

	if (strcmp(name, "footnote") == 0 || strcmp(name, "endnote") == 0)
		begin_note(f, attrs);
	else if (strcmp(name, "t") == 0)
		f->in_text = true;
	else if (strcmp(name, "tab") == 0)
		buf_addc(&f->text, ' ');
	else if (strcmp(name, "p") == 0 && f->text.len > 0)
		buf_addc(&f->text, '\n');
}

static void
on_end(void *data, const char *name)
{
	struct feet *f = data;

	if (strcmp(name, "t") == 0)
		f->in_text = false;
	else if ((strcmp(name, "footnote") == 0 ||
	          strcmp(name, "endnote") == 0) &&
	         f->at != SIZE_MAX)
		f->texts[f->at] =
		    pool_slice(&f->pool, slice_trim(buf_view(&f->text)));
}

static void
on_text(void *data, const char *text, int len)
{
	struct feet *f = data;

	if (f->in_text)
		buf_add(&f->text, text, (size_t)len);
}

int
feet_read(struct feet *f, struct zipin *zip)
{
	static const struct xml notes = { on_begin, on_end, on_text };

	f->kind = 'f';
	if (zipin_xml(zip, "word/footnotes.xml", &notes, f) < 0)
		return -1;
	f->kind = 'e';
	return zipin_xml(zip, "word/endnotes.xml", &notes, f) < 0 ? -1 : 0;
}

struct slice
feet_take(struct feet *f, char kind, const char *id)
{
	size_t at = id != NULL ? number_of(f, kind, id, false) : MAP_NONE;
	struct slice text = { "", 0 };

	if (at != MAP_NONE) {
		text = f->texts[at];
		f->texts[at].len = 0;
	}
	return text;
}

void
feet_free(struct feet *f)
{
	map_free(&f->ids);
	free(f->texts);
	pool_free(&f->pool);
	buf_free(&f->text);
}
