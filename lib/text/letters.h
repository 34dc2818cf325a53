/*
 * The runs of ASCII letters in a text, found once for all who read its words:
 * a bit for each byte that is a letter, and a copy in lower case.
 */
#ifndef DLG_LETTERS_H
#define DLG_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

struct letters {
	struct slice text; /* borrowed */
	struct buf lower;  /* its letters in lower case; other bytes differ */
	uint64_t *bits;    /* zero from the end of the text on */
	size_t cap;
};

#define LETTERS_INIT \
	{ \
		{ NULL, 0 }, BUF_INIT, NULL, 0 \
	}

/* Bytes at .. end of the text. */
struct run {
	size_t at, end;
};

/* The first bytes of a run, in lower case and filled up with zeros. */
enum { LETTERS_KEY = 16 };
struct letters_key {
	uint64_t v[LETTERS_KEY / 8];
};

/* Find the letters of text, which is borrowed until the next call. */
void letters_read(struct letters *l, struct slice text);
void letters_free(struct letters *l);

/* Whether there is a letter at a byte; at <= text.len. */
static inline bool
letters_at(const struct letters *l, size_t at)
{
	return (l->bits[at / 64] >> at % 64 & 1) != 0;
}

/* Whether a byte is one of .,;:!? - what ends a clause. */
static inline bool
letters_stop(unsigned char c)
{
	const uint64_t stops = 1ull << '.' | 1ull << ',' | 1ull << ';' |
	                       1ull << ':' | 1ull << '!' | 1ull << '?';

	return c < 64 && (stops >> c & 1) != 0;
}

/* Whether there is one among the bytes from .. to. */
static inline bool
letters_stopped(const struct letters *l, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (letters_stop((unsigned char)l->text.p[i]))
			return true;
	return false;
}

/* The first byte from at on that is (is not) a letter, or text.len. */
static inline size_t
letters_seek(const struct letters *l, size_t at, bool is)
{
	uint64_t flip = is ? 0 : ~(uint64_t)0;
	size_t i = at / 64, last = l->text.len / 64;
	uint64_t w = (l->bits[i] ^ flip) >> at % 64 << at % 64;

	while (w == 0 && i < last)
		w = l->bits[++i] ^ flip;
	return w != 0 ? i * 64 + (size_t)__builtin_ctzll(w) : l->text.len;
}

/*
 * The runs that begin in the next bytes of the text, LETTERS_BLOCK of them from
 * at on, a multiple of that. Return how many there are.
 */
enum { LETTERS_BLOCK = 256, LETTERS_RUNS = LETTERS_BLOCK / 2 };
size_t letters_runs(const struct letters *l, size_t at,
                    struct run runs[LETTERS_RUNS]);

/* The key of the len letters at a byte; len <= LETTERS_KEY. */
static inline struct letters_key
letters_key(const struct letters *l, size_t at, size_t len)
{
	static const struct {
		unsigned char bytes[2 * LETTERS_KEY];
	} mask = { { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
		     255, 255, 255, 255 } };
	struct letters_key key, keep;

	memcpy(&key, l->lower.data + at, sizeof(key));
	memcpy(&keep, mask.bytes + LETTERS_KEY - len, sizeof(keep));
	key.v[0] &= keep.v[0];
	key.v[1] &= keep.v[1];
	return key;
}

static inline bool
letters_key_eq(const struct letters_key *a, const struct letters_key *b)
{
	return a->v[0] == b->v[0] && a->v[1] == b->v[1];
}

#endif
