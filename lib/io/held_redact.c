/* What is masked in short texts: fields, names of events and groups. */
#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"
#include "text/link.h"

enum { MOST_ROUNDS = 4 }; /* of masking one field */

/* Nothing, or a number too short to tell anything. */
bool
held_is_number(struct slice text)
{
	size_t n = 0;

	while (n < text.len && text.p[n] >= '0' && text.p[n] <= '9')
		n++;
	return n == text.len && n < 4;
}

bool
held_find(struct held *h, struct slice text, bool people)
{
	struct redact *r = h->redact;

	if (held_is_number(text))
		return false;
	r->names.whole = true;
	r->people = people;
	if (redact_find(r, text) != 0)
		diag_die(STATUS_PRIVACY,
		         "a pattern gave up on a field: nothing is passed on");
	r->names.whole = false;
	r->people = true;
	return r->spans.n > 0;
}

/* Affiliations stay in a field that was asked for, if no name is in them. */
static void
spare_affiliations(struct spans *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].kind != SPAN_ORG && s->v[i].kind != SPAN_ROLE &&
		    s->v[i].kind != SPAN_PLACE)
			s->v[n++] = s->v[i];
	s->n = n;
}

/* Redact until nothing is found, as what a mask leaves may look like a name. */
static struct slice
redact_field(struct held *h, struct slice text, enum held_mask mask)
{
	struct spans *s = &h->redact->spans;
	enum names_mode mode = h->redact->names.mode;

	if (mask == MASK_LISTED)
		h->redact->names.mode = NAMES_OFF;
	for (int round = 0; round < MOST_ROUNDS; round++) {
		held_find(h, text, mask != MASK_CONTACTS);
		if (mask == MASK_KEPT && !link_names(text, h->roster))
			spare_affiliations(s);
		if (s->n == 0)
			break;
		buf_reset(&h->text);
		spans_write(&h->text, text, s->v, s->n, NULL);
		text = pool_slice(&h->pool, buf_view(&h->text));
	}
	h->redact->names.mode = mode;
	return text;
}

struct slice
held_redact(struct held *h, struct slice text, enum held_mask mask)
{
	size_t known = h->fields.n, n;
	struct slice key;

	if (held_is_number(text))
		return text;
	buf_reset(&h->key);
	buf_addc(&h->key, (char)mask);
	buf_slice(&h->key, text);
	n = map_add(&h->fields, buf_view(&h->key));
	h->redacted = mem_grow(h->redacted, &h->redacted_cap, h->fields.n,
	                       sizeof(*h->redacted));
	if (n == known) {
		key = map_key(&h->fields, n);
		h->redacted[n] = redact_field(
		    h, (struct slice){ key.p + 1, key.len - 1 }, mask);
	}
	return h->redacted[n];
}
