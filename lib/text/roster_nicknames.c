/* The short forms of first names, and what they are short for. */
#include "base/mem.h"
#include "data/nicknames.h"
#include "text/roster_parts.h"

/* Index the names of one entry of the table; return what follows it. */
static const char *
index_entry(struct maker *m, const char *entry)
{
	const char *p = entry;

	while (*p != '\0' && *p != ';') {
		size_t len = strcspn(p, ":; ");
		size_t n = map_add(&m->heads, (struct slice){ p, len });
		size_t cap = m->lines_cap;

		m->lines =
		    mem_grow(m->lines, &m->lines_cap, n + 1, sizeof(*m->lines));
		for (; cap < m->lines_cap; cap++)
			m->lines[cap] = (struct buf)BUF_INIT;
		buf_add(&m->lines[n], &entry, sizeof(entry));
		p += len + strspn(p + len, ": ");
	}
	return p + strspn(p, "; ");
}

void
roster_index_nicknames(struct maker *m)
{
	for (size_t line = 0; nicknames[line] != NULL; line++)
		for (const char *p = nicknames[line]; *p != '\0';)
			p = index_entry(m, p);
}

/* Mark the other names that an entry of the table gives to one. */
static void
add_nicknames_of(struct maker *m, const char *entry, struct slice name,
                 struct variants *out)
{
	size_t len = strcspn(entry, ":");
	bool head = slice_eq(name, (struct slice){ entry, len });

	while (*entry != '\0' && *entry != ';') {
		struct slice other = { entry, len };

		if (!slice_eq(other, name)) {
			uint64_t hash = lexicon_hash(other);

			roster_mark_word(m, hash, R_NICK);
			roster_variant(out, hash);
			pets_add(&m->r->pets, other);
		}
		if (!head)
			return; /* of a short form only the full name */
		entry += len + strspn(entry + len, ": ");
		len = strcspn(entry, ":; ");
	}
}

static bool
is_vowel(char c)
{
	return memchr("aeiouy", c, 6) != NULL;
}

/* "Dev" of Devansh, "Raj" of Rajesh: if it is no word, month or place. */
static void
add_beginning(struct maker *m, struct slice name, struct variants *out)
{
	struct slice three = { name.p, 3 };
	uint64_t hash;
	uint32_t what;

	if (name.len < 6 || is_vowel(name.p[0]) || !is_vowel(name.p[1]) ||
	    is_vowel(name.p[2]))
		return;
	hash = lexicon_hash(three);
	what = lexicon_find(&m->r->lexicon, hash);
	if ((lex_level(what) > 0 && lex_level(what) < 6) ||
	    lex_place(what) > 0 || what & LEX_CUES)
		return;
	roster_mark_word(m, hash, R_NICK);
	roster_variant(out, hash);
}

void
roster_nicknames(struct maker *m, const struct part *p, struct variants *out)
{
	size_t n = map_find(&m->heads, p->folded);

	add_beginning(m, p->folded, out);
	if (n == MAP_NONE)
		return;
	for (size_t at = 0; at < m->lines[n].len; at += sizeof(char *)) {
		const char *entry;

		memcpy(&entry, m->lines[n].data + at, sizeof(entry));
		add_nicknames_of(m, entry, p->folded, out);
	}
}
