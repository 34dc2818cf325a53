/* Records kept to be had again without being scanned again. */
#include <stdint.h>

#include "base/mem.h"
#include "io/record.h"

/*
 * A packed record is a run of its known members, each a head, its JSON text
 * and a comma, at which whoever reads a number stops.
 */
struct head {
	uint32_t len;
	uint32_t field;
};

void
record_pack(const struct record *r, struct buf *out)
{
	buf_reset(out);
	buf_reserve(out, r->raw.len);
	for (uint32_t f = 0; f < F_KNOWN; f++) {
		struct slice val = record_raw(r, (enum field)f);
		struct head head = { (uint32_t)val.len, f };

		if (val.p == NULL)
			continue;
		buf_add(out, &head, sizeof(head));
		buf_slice(out, val);
		buf_addc(out, ',');
	}
}

void
record_unpack(struct record *r, struct slice packed)
{
	struct scan *s = &r->scan;
	const char *end = packed.p + packed.len;
	struct head head;

	r->raw = packed;
	buf_reset(&r->scratch);
	memset(r->at, -1, sizeof(r->at));
	s->members =
	    mem_grow(s->members, &s->cap, F_KNOWN, sizeof(*s->members));
	r->members = s->members;
	r->n = 0;
	for (const char *p = packed.p; p < end; p += head.len + 1) {
		memcpy(&head, p, sizeof(head));
		p += sizeof(head);
		r->at[head.field] = (int)r->n;
		r->members[r->n++].val = (struct slice){ p, head.len };
	}
}
