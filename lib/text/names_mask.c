/* What is masked, and whose it is. */
#include <string.h>

#include "text/names_parts.h"

void
names_mask(struct names *n, size_t i, size_t j, enum span_kind kind,
           const char *rule, uint64_t who)
{
	const struct word *v = n->words.v;

	memset(n->taken + i, kind == SPAN_NAME ? TAKEN_NAME : TAKEN_THING,
	       j - i);
	spans_add(n->spans,
	          (struct span){
		      .start = v[i].start,
		      .end = v[j - 1].end,
		      .who = who,
		      .rule = rule,
		      .kind = (uint8_t)kind,
		      .instead = kind == SPAN_ROLE ?
	                             roster_general(n->roster, v + i, j - i) :
	                             NULL });
}

/* One number for a person, or for a form that several share. */
uint64_t
names_who(const struct form *form, uint64_t hash)
{
	if (form == NULL || form->person == ROSTER_MANY)
		return hash | 1;
	return ((uint64_t)form->person + 1) << 1;
}

uint64_t
names_who_person(int64_t person, uint64_t hash)
{
	struct form form = { .person = (uint32_t)person };

	return names_who(&form, hash);
}
