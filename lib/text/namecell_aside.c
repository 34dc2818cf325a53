/* What stands in brackets or quotes beside a name. */
#include <string.h>

#include "text/namecell_parts.h"

/* "Hope Green": a first name and a surname, everyday words though they are. */
static bool
is_whole(const struct piece *p)
{
	const uint32_t none = CELL_NOBODY | CELL_REMARK | CELL_PRONOUN;

	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].small || p->v[i].org || p->v[i].what & none)
			return false;
	return p->n > 1 && p->v[0].known && p->v[p->n - 1].surname;
}

/* A piece of an aside: another surname, what somebody goes by, or no name. */
static void
take_aside(struct namecell *c, struct slice text)
{
	struct piece p = piece_of(c, text);
	uint32_t led = 0;
	struct buf *to;

	while (p.n > 1 && p.v[0].what & (CELL_BORN | CELL_CALLED)) {
		led |= p.v[0].what;
		memmove(&p.v[0], &p.v[1], --p.n * sizeof(*p.v));
	}
	if (p.n == 0 || p.n > NAME_TOKENS ||
	    piece_is_all(&p, CELL_PRONOUN | CELL_TITLE))
		return;
	if (led & CELL_BORN ? piece_is_all(&p, CELL_NOBODY | CELL_REMARK) :
	                      piece_is_remark(c, &p) && !is_whole(&p))
		return;
	to = led & CELL_BORN ? &c->born : &c->nick;
	if (to->len > 0)
		buf_addc(to, ' ');
	piece_put(to, &p);
}

static void
take_asides(struct namecell *c, struct slice text)
{
	while (text.len > 0) {
		size_t len = 0;

		while (len < text.len && strchr(",;/|", text.p[len]) == NULL)
			len++;
		if (memchr(text.p, '@', len) == NULL)
			take_aside(c, (struct slice){ text.p, len });
		len += len < text.len;
		text.p += len, text.len -= len;
	}
}

void
namecell_asides(struct namecell *c, struct slice text, struct buf *rest)
{
	buf_reset(&c->nick);
	buf_reset(&c->born);
	while (text.len > 0) {
		const char *end;
		size_t len = 1;

		if (*text.p != ASIDE) {
			buf_addc(rest, *text.p);
		} else if ((end = memchr(text.p, BACK, text.len)) != NULL) {
			len = (size_t)(end - text.p);
			take_asides(c, (struct slice){ text.p + 1, len - 1 });
			buf_addc(rest, ' ');
			len++;
		}
		text.p += len, text.len -= len;
	}
}

void
namecell_join_asides(struct namecell *c, struct namecell_name *name)
{
	name->nick = pool_slice(&c->pool, buf_view(&c->nick));
	if (c->born.len == 0)
		return;
	buf_reset(&c->text);
	if (memchr(name->name.p, ',', name->name.len) != NULL) {
		buf_slice(&c->text, buf_view(&c->born));
		buf_addc(&c->text, ' ');
	}
	buf_slice(&c->text, name->name);
	if (memchr(name->name.p, ',', name->name.len) == NULL) {
		buf_addc(&c->text, ' ');
		buf_slice(&c->text, buf_view(&c->born));
	}
	name->name = pool_slice(&c->pool, buf_view(&c->text));
}
