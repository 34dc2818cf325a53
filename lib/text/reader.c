#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/reader.h"
#include "text/side.h"
#include "text/stance_parts.h"

enum {
	REACH = 6,      /* words that a negation turns */
	OPPOSITE = -50, /* what says so urges the opposite */
	ROWS = 1 << 12, /* of words as they are written */
	SEEN = 2 * OPINION_WORDS / 64,
};

/* What a word tells. */
struct tale {
	uint32_t number; /* of its stem */
	uint16_t wait;   /* in reader.waits */
	uint8_t flags;   /* OPINION_... */
};

/* The two words last met whose keys have the same hash; the newer one first. */
struct row {
	struct letters_key key[2];
	struct tale tale[2];
};

struct reader {
	const struct stance *stance;
	const struct cues *cues;
	struct cue_wait *waits; /* that some word has; the first is empty */
	size_t nwaits, waits_cap;
	struct row rows[ROWS];
	uint64_t seen[SEEN];            /* words with weights of the text */
	uint64_t groups[SEEN / 64 + 1]; /* which of seen are not zero */
	uint32_t other[STANCE_WORDS]; /* words without weights, as they come */
	size_t nother;
	struct run runs[LETTERS_RUNS]; /* of the text, some at a time */
	struct tale tales[LETTERS_RUNS];
};

/* Where a reading is. */
struct place {
	const struct letters *text;
	size_t kept;   /* words */
	size_t behind; /* of the last word and its ending */
	bool negated;
	int left; /* words that the negation still reaches */
	size_t words, claims;
	struct side side;
	bool against; /* the last word is against: it turns what came before */
	struct cue_wait wait;
};

struct reader *
reader_new(const struct stance *stance, const struct cues *cues)
{
	struct reader *r = mem_zalloc(1, sizeof(*r));

	r->stance = stance;
	r->cues = cues;
	r->waits = mem_grow(NULL, &r->waits_cap, 1, sizeof(*r->waits));
	r->waits[r->nwaits++] = (struct cue_wait){ { 0 } };
	return r;
}

void
reader_free(struct reader *r)
{
	if (r == NULL)
		return;
	free(r->waits);
	free(r);
}

/* The number of what waits for a word; there are as many as there are cues. */
static uint16_t
number_of_wait(struct reader *r, const struct cue_wait *w)
{
	size_t i = 0;

	while (i < r->nwaits && memcmp(&r->waits[i], w, sizeof(*w)) != 0)
		i++;
	if (i == r->nwaits) {
		r->waits =
		    mem_grow(r->waits, &r->waits_cap, i + 1, sizeof(*r->waits));
		r->waits[r->nwaits++] = *w;
	}
	return (uint16_t)i;
}

/* What the tables have of the letters. */
static struct tale
look_up(struct reader *r, const char *letters, size_t len)
{
	size_t cut = len < STANCE_LONGEST ? len : STANCE_LONGEST;
	struct cue_wait wait = { { 0 } };
	char copy[STANCE_LONGEST];
	struct tale t = { .flags = 0 };

	cues_wait(r->cues, letters, len, &wait);
	t.wait = number_of_wait(r, &wait);
	memcpy(copy, letters, cut);
	t.number = stance_number(r->stance, copy, cut);
	if (t.number < opinion_table_len)
		t.flags = opinion_table[t.number].flags;
	return t;
}

/* Put a word that is not in its row there. */
static struct tale
remember(struct reader *r, struct row *row, struct letters_key key,
         const char *letters, size_t len)
{
	row->key[1] = row->key[0];
	row->tale[1] = row->tale[0];
	row->key[0] = key;
	row->tale[0] = look_up(r, letters, len);
	return row->tale[0];
}

/* What a run of letters tells, looked up or remembered. */
static inline struct tale
recall(struct reader *r, const struct letters *text, struct run run)
{
	size_t len = run.end - run.at;
	struct letters_key key;
	struct row *row;
	uint64_t h;

	if (len > LETTERS_KEY)
		return look_up(r, text->lower.data + run.at, len);
	key = letters_key(text, run.at, len);
	h = (key.v[0] ^ key.v[1] * 0xff51afd7ed558ccdu) * 0x9e3779b97f4a7c15u;
	row = &r->rows[h >> 32 & (ROWS - 1)];
	if (letters_key_eq(&row->key[0], &key))
		return row->tale[0];
	if (letters_key_eq(&row->key[1], &key))
		return row->tale[1];
	return remember(r, row, key, text->lower.data + run.at, len);
}

/* How many bytes of text an apostrophe takes, ' or the curly one; or 0. */
static inline size_t
apostrophe(struct slice t, size_t at)
{
	if (at >= t.len || t.p[at] == ' ')
		return 0;
	if (t.p[at] == '\'')
		return 1;
	if (at + 2 < t.len && memcmp(t.p + at, "\xe2\x80\x99", 3) == 0)
		return 3;
	return 0;
}

/*
 * What follows an apostrophe belongs to the word before and is not read.
 * Return whether it makes the word, of len letters, end in n't.
 */
static bool
cut_ending(struct place *p, struct run run, size_t len)
{
	const struct letters *t = p->text;
	const char *lower = t->lower.data;
	size_t at = run.end + apostrophe(t->text, run.end);

	p->behind = run.end;
	if (at == run.end || !letters_at(t, at))
		return false;
	p->behind = letters_seek(t, at, false);
	return lower[at] == 't' && len > 1 && lower[run.at + len - 1] == 'n';
}

static void
turn(struct place *p)
{
	p->negated = !p->negated;
	p->left = REACH;
}

/* Keep a word, and count down the negation. */
static inline void
keep_word(struct reader *r, struct place *p, uint32_t number)
{
	uint32_t word;

	if (p->left > 0 && --p->left == 0)
		p->negated = false;
	word = number << 1 | p->negated;
	p->kept++;
	if (number >= opinion_table_len) {
		r->other[r->nother++] = word;
		return;
	}
	r->seen[word / 64] |= (uint64_t)1 << word % 64;
	r->groups[word / 4096] |= (uint64_t)1 << word / 64 % 64;
}

/* A word that takes a side, or says what ought to be. */
static void
heed_side(struct place *p, struct run run, struct tale w)
{
	bool claim = (w.flags & OPINION_CLAIM) != 0;
	bool keep = (w.flags & OPINION_KEEP) != 0;

	p->claims += claim;
	if (w.flags & (OPINION_KEEP | OPINION_DROP))
		side_take(&p->side, p->text, run, p->words, keep != p->negated,
		          claim);
	else if (claim)
		side_urge(&p->side, p->text, run, p->words,
		          !(w.flags & OPINION_NEGATOR) &&
		              opinion_table[w.number].plain < OPPOSITE);
}

/* A word that turns what follows, or ends that. */
static void
heed_flags(struct place *p, unsigned flags)
{
	if (flags & OPINION_BREAK) {
		p->negated = false;
		p->left = 0;
	} else if (flags & OPINION_NEGATOR) {
		struct slice t = p->text->text;

		/* Ending its clause: against what was said before. */
		p->against |= (flags & OPINION_CLAIM) &&
		              (p->behind >= t.len ||
		               letters_stop((unsigned char)t.p[p->behind]));
		turn(p);
	}
}

/* What the word at a run tells of stance; w is what all its letters are. */
static inline void
take_stance(struct reader *r, struct place *p, struct run run, struct tale w)
{
	size_t len = run.end - run.at;
	bool not ;

	if (p->left > 0 && letters_stopped(p->text, p->behind, run.at)) {
		p->negated = false;
		p->left = 0;
	}
	len = len < STANCE_LONGEST ? len : STANCE_LONGEST;
	not = cut_ending(p, run, len);
	if (not )
		w = recall(r, p->text,
		           (struct run){ run.at, run.at + len - 1 });
	p->words++;
	if (w.flags & ~OPINION_STOP) {
		heed_side(p, run, w);
		heed_flags(p, w.flags);
	}
	if (!(w.flags & (OPINION_BREAK | OPINION_NEGATOR)))
		keep_word(r, p, w.number);
	if (not )
		turn(p);
}

static inline void
take_run(struct reader *r, struct place *p, struct run run, struct tale w)
{
	if (w.wait != 0)
		for (size_t i = 0; i < CUE_LISTS; i++)
			p->wait.list[i] |= r->waits[w.wait].list[i];
	if (run.at >= p->behind && p->kept < STANCE_WORDS)
		take_stance(r, p, run, w);
}

/* Move the words with weights to v, ascending, and forget them. */
static size_t
take_seen(struct reader *r, uint32_t *v)
{
	size_t n = 0;

	for (uint32_t i = 0; i <= SEEN / 64; i++)
		for (; r->groups[i] != 0; r->groups[i] &= r->groups[i] - 1) {
			uint32_t row =
			    64 * i + (uint32_t)__builtin_ctzll(r->groups[i]);

			for (; r->seen[row] != 0;
			     r->seen[row] &= r->seen[row] - 1)
				v[n++] = 64 * row + (uint32_t)__builtin_ctzll(
							r->seen[row]);
		}
	return n;
}

static void
finish(struct reader *r, struct place *p, struct stance_words *words)
{
	struct slice t = p->text->text;
	bool asks = t.len > 0 && memchr(t.p, '?', t.len) != NULL;

	words->claim = p->claims > 0 && p->words >= STANCE_CLAIM_WORDS && !asks;
	words->position = asks ? 0 : side_of(&p->side, p->against);
	words->n = take_seen(r, words->v);
	memcpy(words->v + words->n, r->other, r->nother * sizeof(*r->other));
	words->n += stance_sort(words->v + words->n, r->nother);
	r->nother = 0;
}

void
reader_read(struct reader *r, const struct letters *text,
            struct stance_words *words, uint64_t *patterns)
{
	struct place p = { .text = text };

	for (size_t at = 0; at < text->text.len; at += LETTERS_BLOCK) {
		size_t n = letters_runs(text, at, r->runs);

		for (size_t i = 0; i < n; i++)
			r->tales[i] = recall(r, text, r->runs[i]);
		for (size_t i = 0; i < n; i++)
			take_run(r, &p, r->runs[i], r->tales[i]);
	}
	finish(r, &p, words);
	*patterns = cues_ready(r->cues, &p.wait);
}
