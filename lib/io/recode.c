#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <uchardet/uchardet.h>

#include "base/mem.h"
#include "io/recode.h"

enum { ROOM = 4096 };

struct recode {
	iconv_t cd;
	struct buf rest;          /* a sequence cut off */
	unsigned long long taken; /* bytes converted */
};

struct recode *
recode_new(const char *encoding)
{
	iconv_t cd = iconv_open("UTF-8", encoding);
	struct recode *r;

	if (cd == (iconv_t)-1)
		return NULL;
	r = mem_zalloc(1, sizeof(*r));
	r->cd = cd;
	return r;
}

int
recode_feed(struct recode *r, struct slice bytes, bool last, struct buf *out)
{
	size_t left, taken, got = 0;
	char *in;

	buf_slice(&r->rest, bytes);
	in = r->rest.data;
	left = r->rest.len;
	while (left > 0 && got != (size_t)-1) {
		size_t room = ROOM;
		char *to = buf_reserve(out, room);

		got = iconv(r->cd, &in, &left, &to, &room);
		out->len += ROOM - room;
		out->data[out->len] = '\0';
		if (got == (size_t)-1 && errno == E2BIG)
			got = 0;
	}
	taken = r->rest.len - left;
	r->taken += taken;
	if (got == (size_t)-1 && (errno != EINVAL || last))
		return -1;
	bytes = (struct slice){ in, left };
	if (left > 0)
		memmove(r->rest.data, bytes.p, left);
	buf_cut(&r->rest, left);
	return 0;
}

unsigned long long
recode_at(const struct recode *r)
{
	return r->taken;
}

void
recode_free(struct recode *r)
{
	if (r == NULL)
		return;
	iconv_close(r->cd);
	buf_free(&r->rest);
	free(r);
}

int
recode_guess(struct slice bytes, struct buf *name)
{
	uchardet_t ud = uchardet_new();
	const char *guess;
	int rc = -1;

	if (ud == NULL)
		return -1;
	if (uchardet_handle_data(ud, bytes.p, bytes.len) == 0) {
		uchardet_data_end(ud);
		guess = uchardet_get_charset(ud);
		if (*guess != '\0') {
			buf_adds(name, guess);
			rc = 0;
		}
	}
	uchardet_delete(ud);
	return rc;
}
