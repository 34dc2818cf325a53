/*
 * train NAMES OUT: train the tagger's weights on the texts in the folder NAMES
 * that are licensed for it (wnut17 and btc, CC BY 4.0; tab/train, MIT) and
 * write them to OUT, as data/tagger_weights.h says. An averaged perceptron over
 * whole sentences (Collins 2002); the same input gives the same bytes.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "corpus.h"

extern const unsigned char lexicon_names[], lexicon_names_end[];

enum { ROUNDS = 5, SWAPS = 3, DROP = 25, CELLS = TAGGER_ROWS * TAGS };

struct model {
	float *w, *sum; /* weights, and their sum over time */
	float move[TAGS][TAGS], move_sum[TAGS][TAGS];
	float time;
};

/* The names of the tables, common enough, with a capital. */
static void
list_names(struct map *first, struct map *last)
{
	const unsigned char *p = lexicon_names;
	char word[64];

	while (p < lexicon_names_end) {
		size_t same = *p >> 4, more = *p & 15, len;
		unsigned char what;

		p++;
		same = same == 15 ? *p++ : same;
		more = more == 15 ? *p++ : more;
		memcpy(word + same, p, more);
		p += more;
		len = same + more;
		what = *p++;
		word[0] = (char)(word[0] & ~32);
		if ((what & 7) >= 2)
			map_add(first, (struct slice){ word, len });
		if ((what >> 3 & 7) >= 2)
			map_add(last, (struct slice){ word, len });
		word[0] |= 32;
	}
}

/* The features of a sentence: of each word how many, then which. */
struct sheet {
	uint16_t (*rows)[TAGGER_FEATURES];
	size_t *n;
	size_t cap, n_cap;
};

static void
fill(struct sheet *s, const struct sentence *x)
{
	s->rows = mem_grow(s->rows, &s->cap, x->words.n + 1, sizeof(*s->rows));
	s->n = mem_grow(s->n, &s->n_cap, x->words.n + 1, sizeof(*s->n));
	for (size_t i = 0; i < x->words.n; i++)
		s->n[i] = tagger_may(&x->words.v[i]) ?
		              tagger_features(&x->words, buf_view(&x->text), i,
		                              s->rows[i]) :
		              0;
}

/*
 * Of one word in four forget which word it is, so that the model learns to go
 * by what stands around it: names to come are mostly new.
 */
static void
forget(struct sheet *s, size_t n, uint64_t *dice)
{
	for (size_t i = 0; i < n; i++) {
		size_t kept = 0;

		*dice = *dice * 6364136223846793005u + 1442695040888963407u;
		if ((*dice >> 33) % 100 >= DROP)
			continue;
		for (size_t f = 0; f < s->n[i]; f++)
			if (f != 0 && f != 1 && f != 6 && f != 7 && f < 28)
				s->rows[i][kept++] = s->rows[i][f];
		s->n[i] = kept;
	}
}

static void
best_tags(const struct model *m, const struct sheet *s, size_t n,
          unsigned char *tags)
{
	static float score[4096][TAGS];
	static unsigned char from[4096][TAGS];
	unsigned char tag = 0;

	for (size_t i = 0; i < n; i++) {
		for (int k = 0; k < TAGS; k++)
			score[i][k] = k > 0 && s->n[i] == 0 ? -1e9f : 0;
		for (size_t f = 0; f < s->n[i]; f++)
			for (int k = 0; k < TAGS; k++)
				score[i][k] += m->w[s->rows[i][f] * TAGS + k];
		for (int k = 0; k < TAGS && i > 0; k++) {
			float best = -1e30f;

			for (unsigned char b = 0; b < TAGS; b++)
				if (score[i - 1][b] + m->move[b][k] > best) {
					best = score[i - 1][b] + m->move[b][k];
					from[i][k] = b;
				}
			score[i][k] += best;
		}
	}
	for (unsigned char k = 1; k < TAGS; k++)
		if (score[n - 1][k] > score[n - 1][tag])
			tag = k;
	for (size_t i = n; i-- > 0;) {
		tags[i] = tag;
		tag = i > 0 ? from[i][tag] : tag;
	}
}

static void
change(struct model *m, const struct sheet *s, size_t i, int tag, float by)
{
	for (size_t f = 0; f < s->n[i]; f++) {
		size_t at = (size_t)s->rows[i][f] * TAGS + (size_t)tag;

		m->w[at] += by;
		m->sum[at] += by * m->time;
	}
}

static void
change_move(struct model *m, int from, int to, float by)
{
	m->move[from][to] += by;
	m->move_sum[from][to] += by * m->time;
}

/* Learn from one sentence; return how many words were tagged wrongly. */
static size_t
learn(struct model *m, struct sheet *s, const struct sentence *x,
      uint64_t *dice)
{
	unsigned char tags[4096];
	size_t wrong = 0;

	fill(s, x);
	forget(s, x->words.n, dice);
	best_tags(m, s, x->words.n, tags);
	for (size_t i = 0; i < x->words.n; i++) {
		unsigned char want = s->n[i] == 0 ? TAG_NONE : x->tags[i];
		unsigned char want0 = i == 0           ? 0 :
		                      s->n[i - 1] == 0 ? TAG_NONE :
		                                         x->tags[i - 1];

		if (want != tags[i]) {
			wrong++;
			change(m, s, i, want, 1);
			change(m, s, i, tags[i], -1);
		}
		if (i > 0 && (want != tags[i] || want0 != tags[i - 1])) {
			change_move(m, want0, want, 1);
			change_move(m, tags[i - 1], tags[i], -1);
		}
	}
	m->time++;
	return wrong;
}

/* An order to learn in, the same at every run. */
static void
shuffle(size_t *order, size_t n, uint64_t *dice)
{
	for (size_t i = n; i > 1; i--) {
		size_t j, swap = order[i - 1];

		*dice = *dice * 6364136223846793005u + 1442695040888963407u;
		j = (size_t)(*dice >> 33) % i;
		order[i - 1] = order[j];
		order[j] = swap;
	}
}

static void
train(struct model *m, const struct corpus *c)
{
	size_t *order = mem_alloc(c->n * sizeof(*order));
	struct sheet sheet = { .cap = 0 };
	uint64_t dice = 1, luck = 7;

	for (size_t i = 0; i < c->n; i++)
		order[i] = i;
	for (int round = 0; round < ROUNDS; round++) {
		size_t wrong = 0, words = 0;

		shuffle(order, c->n, &dice);
		for (size_t i = 0; i < c->n; i++) {
			const struct sentence *x = &c->v[order[i]];

			if (x->words.n == 0 || x->words.n > 4096)
				continue;
			wrong += learn(m, &sheet, x, &luck);
			words += x->words.n;
		}
		fprintf(stderr, "round %d: %zu of %zu words wrong\n", round + 1,
		        wrong, words);
	}
	free(order);
	free(sheet.rows);
	free(sheet.n);
}

/* Averages as small whole numbers; what is beyond them is cut. */
static int8_t
small(float w, float sum, float time, float scale)
{
	float v = roundf((w - sum / time) * scale);

	return (int8_t)(v > 127 ? 127 : v < -127 ? -127 : v);
}

static void
save(const struct model *m, const char *path)
{
	static int8_t out[CELLS + TAGS * TAGS];
	float most = 0, scale;
	FILE *f = fopen(path, "wb");

	for (size_t i = 0; i < CELLS; i++)
		most = fmaxf(most, fabsf(m->w[i] - m->sum[i] / m->time));
	scale = 127 / most * 1.6f;
	for (size_t i = 0; i < CELLS; i++)
		out[i] = small(m->w[i], m->sum[i], m->time, scale);
	for (int i = 0; i < TAGS * TAGS; i++)
		out[CELLS + i] = small((&m->move[0][0])[i],
		                       (&m->move_sum[0][0])[i], m->time, scale);
	if (f == NULL || fwrite(out, sizeof(out), 1, f) != 1 || fclose(f) != 0)
		diag_die(STATUS_FAULT, "%s cannot be written", path);
	fprintf(stderr, "scale %.3f\n", (double)scale);
}

int
main(int argc, char **argv)
{
	static const char *const tables[] = {
		"wnut17/wnut17train.conll",
		"btc/a.conll",
		"btc/b.conll",
		"btc/e.conll",
		"btc/g.conll",
		"btc/h.conll",
	};
	struct corpus c = { .n = 0 };
	struct map first = MAP_INIT, last = MAP_INIT;
	struct model m = { .time = 1 };
	struct lexicon l;
	char path[4096];

	diag_init(argv[0]);
	if (argc != 3)
		diag_die(STATUS_FAULT, "usage: train names out");
	lexicon_load(&l, 0);
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		snprintf(path, sizeof(path), "%s/%s", argv[1], tables[i]);
		corpus_conll(&c, path, &l);
	}
	snprintf(path, sizeof(path), "%s/tab/tab144_train.json", argv[1]);
	corpus_tab(&c, path, &l);
	list_names(&first, &last);
	for (size_t i = 0, n = c.n; i < SWAPS; i++)
		corpus_swap(&c, &first, &last, &l, n);
	m.w = mem_zalloc(CELLS, sizeof(*m.w));
	m.sum = mem_zalloc(CELLS, sizeof(*m.sum));
	train(&m, &c);
	save(&m, argv[2]);
	return 0;
}
