/* What a message says of the columns that were seen. */
#include <ctype.h>
#include <string.h>

#include "io/columns.h"

enum { LIST = 80, TITLE = 30 };

/* Append name with what could drive a terminal as \xNN. */
static void
escaped(struct buf *out, struct slice name)
{
	for (size_t i = 0; i < name.len; i++) {
		unsigned char ch = (unsigned char)name.p[i];

		if (ch < ' ' || ch >= 0x7f)
			buf_addf(out, "\\x%02x", (unsigned)ch);
		else
			buf_addc(out, name.p[i]);
	}
}

/* Whether a name looks like that of a column, and not like a note. */
static bool
is_title(struct slice name)
{
	size_t blanks = 0;

	for (size_t i = 0; i < name.len; i++) {
		if (strchr("@.!;\"", name.p[i]) != NULL)
			return false;
		blanks += name.p[i] == ' ';
	}
	return name.len > 0 && name.len <= TITLE && blanks < 4;
}

/* Whether the first row has a number in it: then it names no columns. */
static bool
has_number(const struct columns *c)
{
	for (size_t i = 0; i < c->n; i++) {
		struct slice name = c->v[i].name;
		size_t n = 0;

		while (n < name.len && isdigit((unsigned char)name.p[n]))
			n++;
		if (n > 0 && n == name.len)
			return true;
	}
	return false;
}

void
columns_list(const struct columns *c, struct buf *out)
{
	size_t from = out->len;

	if (has_number(c)) {
		buf_addf(out, "%zu, but the first row must name them", c->n);
		return;
	}
	for (size_t i = 0; i < c->n && out->len - from <= LIST; i++) {
		buf_addf(out, "%s%zu", i > 0 ? ", " : "", i + 1);
		if (!is_title(c->v[i].name))
			continue;
		buf_addc(out, ' ');
		escaped(out, c->v[i].name);
	}
	if (out->len - from > LIST) {
		buf_cut(out, from + LIST - 3);
		buf_adds(out, "...");
	}
}
