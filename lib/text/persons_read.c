/* How names are written, and what first names are cut down to. */
#include <string.h>

#include "data/namecues.h"
#include "data/nicknames.h"
#include "text/fold.h"
#include "text/persons_parts.h"

/* Take "name: short short" of the table. */
static void
add_shorts(struct persons *p, const char *entry, size_t len)
{
	size_t name = strcspn(entry, ":"), at = name + 1;

	while (at < len) {
		size_t word;

		at += entry[at] == ' ';
		word = strcspn(entry + at, " ;");
		if (at + word > len)
			word = len - at;
		map_add(&p->shorts, (struct slice){ entry + at, word });
		buf_reset(&p->text);
		buf_add(&p->text, entry + at, word);
		buf_addc(&p->text, '\0');
		buf_add(&p->text, entry, name);
		map_add(&p->pairs, buf_view(&p->text));
		at += word + 1;
	}
}

void
persons_read_shorts(struct persons *p)
{
	for (const char *const *line = nicknames; *line != NULL; line++)
		for (const char *entry = *line; *entry != '\0';) {
			size_t len = strcspn(entry, ";");

			add_shorts(p, entry, len);
			entry += len;
			entry += *entry == ';';
			entry += *entry == ' ';
		}
}

static bool
is_short_of(const struct persons *p, struct slice word, struct slice name)
{
	char key[128];

	if (word.len + name.len + 1 > sizeof(key))
		return false;
	memcpy(key, word.p, word.len);
	key[word.len] = '\0';
	memcpy(key + word.len + 1, name.p, name.len);
	return map_find(&p->pairs, (struct slice){ key, word.len + name.len +
	                                                    1 }) != MAP_NONE;
}

bool
persons_short(const struct persons *p, uint32_t a, uint32_t b)
{
	struct slice x = map_key(&p->words, a), y = map_key(&p->words, b);

	if (is_short_of(p, x, y) || is_short_of(p, y, x))
		return true;
	if (map_find(&p->shorts, x) == MAP_NONE ||
	    map_find(&p->shorts, y) == MAP_NONE)
		return false;
	for (size_t i = 0; i < p->pairs.n; i++) {
		struct slice pair = map_key(&p->pairs, i), name;

		if (!slice_starts(pair, x) || pair.p[x.len] != '\0')
			continue;
		name =
		    (struct slice){ pair.p + x.len + 1, pair.len - x.len - 1 };
		if (is_short_of(p, y, name))
			return true;
	}
	return false;
}

/* Where what follows a name begins: "(GP)", " - Tarrow", "/ chair". */
static size_t
end_of(struct slice name)
{
	for (size_t i = 1; i < name.len; i++) {
		struct slice rest = { name.p + i, name.len - i };

		if (strchr("([/|;:", name.p[i]) != NULL && name.p[i] != '\0')
			return i;
		if (slice_starts(rest, SLICE(" - ")) ||
		    slice_starts(rest, SLICE(" \xe2\x80\x93 ")) ||
		    slice_starts(rest, SLICE(" \xe2\x80\x94 ")))
			return i;
	}
	return name.len;
}

/* A handle, or an address, as the words in it. */
static void
spread_mail(struct buf *b, struct slice name)
{
	const char *at;

	if (name.len > 0 && *name.p == '@')
		name.p++, name.len--;
	at = memchr(name.p, '@', name.len);
	buf_slice(b,
	          (struct slice){ name.p, at == NULL ? name.len :
	                                               (size_t)(at - name.p) });
	for (size_t i = 0; i < b->len; i++)
		if (strchr("._-+0123456789", b->data[i]) != NULL)
			b->data[i] = ' ';
}

/* Take the words of a piece of a name. */
static void
take(struct persons *p, struct persons_name *to, struct slice piece)
{
	struct buf folded = BUF_INIT;

	words_find(&p->scratch, piece, p->lexicon);
	for (size_t i = 0; i < p->scratch.n; i++) {
		const struct word *w = &p->scratch.v[i];

		if ((w->what & CUE_TITLE && p->scratch.n > 1) ||
		    to->n == PERSONS_WORDS)
			continue;
		buf_reset(&folded);
		fold_text(&folded, (struct slice){ piece.p + w->start,
		                                   w->end - w->start });
		if (folded.len > 0)
			to->word[to->n++] =
			    (uint32_t)map_add(&p->words, buf_view(&folded));
	}
	buf_free(&folded);
}

static bool
is_particle(struct persons *p, struct slice piece)
{
	words_find(&p->scratch, piece, p->lexicon);
	return p->scratch.n > 0 && p->scratch.v[0].what & CUE_PARTICLE;
}

/* "Marsh, Will", but "Will Marsh, GP". */
static void
take_parts(struct persons *p, struct persons_name *to, struct slice name)
{
	const char *comma = memchr(name.p, ',', name.len);
	struct slice last, first;

	if (comma == NULL) {
		take(p, to, name);
		return;
	}
	last = (struct slice){ name.p, (size_t)(comma - name.p) };
	first = (struct slice){ comma + 1, name.len - last.len - 1 };
	comma = memchr(first.p, ',', first.len);
	if (comma != NULL)
		first.len = (size_t)(comma - first.p);
	words_find(&p->scratch, last, p->lexicon);
	if (p->scratch.n < 2 || is_particle(p, last))
		take(p, to, first);
	take(p, to, last);
}

/* "Person 12" is one word. */
static void
take_whole(struct persons *p, struct persons_name *to, struct slice name)
{
	buf_reset(&p->text);
	fold_text(&p->text, slice_trim(name));
	to->word[to->n++] = (uint32_t)map_add(&p->words, buf_view(&p->text));
}

void
persons_read(struct persons *p, struct persons_name *to, struct slice name)
{
	struct buf mail = BUF_INIT;

	name = slice_trim(name);
	if (name.len == 0)
		return;
	to->upper = true;
	if (memchr(name.p, '@', name.len) != NULL &&
	    memchr(name.p, ' ', name.len) == NULL) {
		spread_mail(&mail, name);
		name = buf_view(&mail);
	}
	name.len = end_of(name);
	for (size_t i = 0; i < name.len; i++) {
		to->numbered |= name.p[i] >= '0' && name.p[i] <= '9';
		to->upper &= !(name.p[i] >= 'a' && name.p[i] <= 'z');
	}
	if (to->numbered)
		take_whole(p, to, name);
	else
		take_parts(p, to, name);
	buf_free(&mail);
}
