#include "text/piece.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "data/pieces.h"

/* Before each word stands this sign, U+2581, in place of the blank. */
#define SEPARATOR "\xe2\x96\x81"

/* What a character costs that no piece covers. */
enum { UNKNOWN_COST = 30 * 65536 };

struct node {
	uint32_t child;
	uint16_t piece;
	uint8_t byte, children;
};

/* The best way to the place behind each byte of a text. */
struct way {
	uint32_t cost;
	uint16_t piece;
	uint16_t len; /* bytes of the last piece; 0: no way */
};

static uint32_t
word_at(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

static struct node
node_at(uint32_t i)
{
	const unsigned char *p = data_pieces + 4 + 8 * (size_t)i;

	return (struct node){ word_at(p), (uint16_t)(p[4] | p[5] << 8), p[6],
		              p[7] };
}

static uint32_t
cost_of(uint16_t piece)
{
	size_t nodes = word_at(data_pieces);
	const unsigned char *p = data_pieces + 4 + 8 * nodes + 4 * piece;

	return -word_at(p); /* log probabilities are negative */
}

/* Go from n to its child by byte. Return whether there is one. */
static bool
descend(struct node *n, unsigned char byte)
{
	uint32_t low = n->child, high = low + n->children;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		struct node m = node_at(middle);

		if (m.byte == byte) {
			*n = m;
			return true;
		}
		if (m.byte < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static void
offer(struct way *w, uint32_t cost, uint16_t piece, size_t len)
{
	if (w->len == 0 || cost <= w->cost)
		*w = (struct way){ cost, piece, (uint16_t)len };
}

static size_t
character_len(const unsigned char *p, size_t left)
{
	size_t n = 1;

	while (n < left && (p[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* Fill ways, text.len + 1 of them. */
static void
find_ways(struct slice text, struct way *ways)
{
	const unsigned char *p = (const unsigned char *)text.p;

	memset(ways, 0, (text.len + 1) * sizeof(*ways));
	for (size_t i = 0; i < text.len; i++) {
		struct node n = node_at(0);
		size_t len;

		if (i > 0 && ways[i].len == 0)
			continue;
		for (size_t j = i; j < text.len && descend(&n, p[j]); j++)
			if (n.piece != 0)
				offer(&ways[j + 1],
				      ways[i].cost + cost_of(n.piece), n.piece,
				      j + 1 - i);
		len = character_len(p + i, text.len - i);
		if (ways[i + len].len == 0)
			offer(&ways[i + len], ways[i].cost + UNKNOWN_COST,
			      PIECE_UNKNOWN, len);
	}
}

/* NFKC of text into out, words marked. Bytes that are not UTF-8 are left out.
 */
static void
mark_words(struct slice text, struct buf *out)
{
	utf8proc_uint8_t *form = NULL;
	utf8proc_ssize_t n = utf8proc_map(
	    (const utf8proc_uint8_t *)text.p, (utf8proc_ssize_t)text.len, &form,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);

	if (n > 0)
		buf_adds(out, SEPARATOR);
	for (utf8proc_ssize_t i = 0; i < n; i++) {
		if (form[i] == ' ')
			buf_adds(out, SEPARATOR);
		else
			buf_addc(out, (char)form[i]);
	}
	free(form);
}

/* The pieces from the last to the first; runs of unknown ones are one. */
static size_t
walk_back(const struct way *ways, size_t len, uint16_t *ids)
{
	size_t n = 0;

	for (size_t i = len; i > 0; i -= ways[i].len)
		if (ways[i].piece != PIECE_UNKNOWN || n == 0 ||
		    ids[n - 1] != PIECE_UNKNOWN)
			ids[n++] = ways[i].piece;
	return n;
}

size_t
piece_cut(struct slice text, uint16_t *ids, size_t most)
{
	struct buf marked = BUF_INIT;
	struct way *ways;
	uint16_t *back;
	size_t n, kept;

	mark_words(text, &marked);
	if (marked.len == 0) {
		buf_free(&marked);
		return 0;
	}
	ways = mem_alloc((marked.len + 1) * sizeof(*ways));
	back = mem_alloc((marked.len + 1) * sizeof(*back));
	find_ways(buf_view(&marked), ways);
	n = walk_back(ways, marked.len, back);
	kept = n < most ? n : most;
	for (size_t i = 0; i < kept; i++)
		ids[i] = back[n - 1 - i];
	free(back);
	free(ways);
	buf_free(&marked);
	return kept;
}

uint64_t
piece_rarity(struct slice text)
{
	struct buf marked = BUF_INIT;
	struct way *ways;
	uint64_t cost = 0;

	mark_words(text, &marked);
	if (marked.len > 0) {
		ways = mem_alloc((marked.len + 1) * sizeof(*ways));
		find_ways(buf_view(&marked), ways);
		cost = ways[marked.len].cost;
		free(ways);
	}
	buf_free(&marked);
	return cost;
}

/* The first PIECE_TEXT_MAX bytes, cut between characters. */
static struct slice
beginning(struct slice text)
{
	if (text.len <= PIECE_TEXT_MAX)
		return text;
	text.len = PIECE_TEXT_MAX;
	while (text.len > 0 && ((unsigned char)text.p[text.len] & 0xc0) == 0x80)
		text.len--;
	return text;
}

/* Whether a character may end what is shouted. */
static bool
ends_shout(char c)
{
	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' ||
	       c == '\n';
}

/*
 * Where the sentence that begins at from ends, its stop with it. *shouted says
 * whether its letters are capitals: all of a text, or two words of a part.
 */
static size_t
sentence_end(struct slice text, size_t from, bool *shouted)
{
	size_t capitals = 0, words = 0, i = from;
	bool small = false, blank = true;

	for (; i < text.len && (i == from || !ends_shout(text.p[i - 1])); i++) {
		bool capital = text.p[i] >= 'A' && text.p[i] <= 'Z';

		small |= text.p[i] >= 'a' && text.p[i] <= 'z';
		capitals += capital;
		words += capital && blank;
		blank = (unsigned char)text.p[i] <= ' ';
	}
	*shouted =
	    !small && capitals > 1 && (words > 1 || i - from == text.len);
	return i;
}

/* How long a placeholder at the start of s is, or 0; its words into *words. */
static size_t
placeholder(struct slice s, const char **words)
{
	static const struct {
		const char *name;
		const char *words;
	} known[] = {
		{ "name", "someone" },
		{ "organisation", "an organisation" },
		{ "role", "an official" },
		{ "place", "a place" },
		{ "e-mail", "an address" },
		{ "phone", "a number" },
		{ "link", "a link" },
		{ "number", "a number" },
	};
	size_t len = 1;

	while (len < s.len && len < 70 && s.p[len] != ']')
		len++;
	if (len == s.len || s.p[len] != ']')
		return 0;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		struct slice inside = { s.p + 1, len - 1 };
		struct slice name = slice_of(known[i].name);

		if (slice_starts(inside, name) &&
		    (inside.len == name.len || inside.p[name.len] == ' ' ||
		     inside.p[name.len] == ':')) {
			*words = known[i].words;
			return len + 1;
		}
	}
	return 0;
}

void
piece_prepare(struct slice text, struct buf *out)
{
	struct slice s = beginning(slice_trim(text));
	bool small = false, blank = false;

	for (size_t i = 0, end = 0; i < s.len;) {
		struct slice rest = { s.p + i, s.len - i };
		const char *words = NULL;
		size_t len = rest.p[0] == '[' ? placeholder(rest, &words) : 0;
		unsigned char c = (unsigned char)rest.p[0];

		if (i >= end)
			end = sentence_end(s, i, &small);
		i += len > 0 ? len : 1;
		if (c <= ' ') {
			blank = true;
			continue;
		}
		if (blank)
			buf_addc(out, ' ');
		blank = false;
		if (len > 0)
			buf_adds(out, words);
		else
			buf_addc(
			    out,
			    (char)(small && c >= 'A' && c <= 'Z' ? c | 32 : c));
	}
}
