/* What notes tell of their speakers, as it came, before k is asked of it. */
#include "base/mem.h"
#include "io/held_parts.h"
#include "text/whois.h"

void
held_cells_fields(struct held *h)
{
	static const enum field may[] = { F_TABLE, F_ROUND, F_QUESTION,
		                          F_DATE,  F_GROUP, F_LANG,
		                          F_ROLE,  F_ORG,   F_PLACE };

	for (size_t i = 0; i < sizeof(may) / sizeof(*may); i++)
		if (i < 6 || h->options->keep[may[i]])
			h->cell_fields[h->ncells++] = may[i];
	h->levels = 1;
	if (h->options->hierarchy != NULL)
		h->levels += h->options->hierarchy->levels;
}

/* The value of a field, levels up. */
struct slice
held_general(const struct held *h, enum field f, struct slice value,
             size_t levels)
{
	if (h->options->hierarchy == NULL || levels == 0)
		return value;
	return hierarchy_up(h->options->hierarchy,
	                    slice_of(record_field_name(f)), value, levels);
}

/* The number of him who spoke; 0 if nobody can be told. */
static uint32_t
speaker_of(struct held *h, struct slice name)
{
	struct words *words = &h->redact->names.words;
	size_t known = h->people.n, n;
	struct whois who;

	if (name.len == 0)
		return 0;
	who = whois(words, name, &h->roster->lexicon);
	if (who.n == 0)
		return 0;
	n = map_add(&h->people,
	            (struct slice){ (char *)&who.number, sizeof(who.number) });
	h->lone = mem_grow(h->lone, &h->lone_cap, n + 1, sizeof(*h->lone));
	if (n == known)
		h->lone[n] = who.n == 1 ? who.words[0] : 0;
	for (size_t i = 0; who.n > 1 && i < who.n; i++)
		map_add(&h->surnames, (struct slice){ (char *)&who.words[i],
		                                      sizeof(who.words[i]) });
	return (uint32_t)n + 1;
}

void
held_merge_speakers(struct held *h)
{
	for (size_t i = 0; i < h->nnotes; i++) {
		uint64_t *word =
		    h->speakers[i] == 0 ? NULL : &h->lone[h->speakers[i] - 1];

		if (word != NULL && *word != 0 &&
		    map_find(&h->surnames,
		             (struct slice){ (char *)word, sizeof(*word) }) !=
		        MAP_NONE)
			h->speakers[i] = 0;
	}
}

/* Who said the note read last. */
void
held_cells_take(struct held *h, struct record *rec)
{
	size_t n = h->nnotes - 1;

	h->speakers = mem_grow(h->speakers, &h->speakers_cap, h->nnotes,
	                       sizeof(*h->speakers));
	h->speakers[n] = speaker_of(h, record_str(rec, F_SPEAKER));
}
