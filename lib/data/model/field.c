#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "field.h"
#include "math/elem.h"

enum { MOST = 4096, DROP = 12 };

static const double rate = 0.12, decay = 1e-5, never = -1e5;

/* The number of a feature, new or known. */
static uint32_t
number_of(struct sheet *s, uint32_t key)
{
	size_t i = (key * 0x9e3779b1u >> 4) & s->mask;

	while (s->table[i] != 0 && s->keys[s->table[i] - 1] != key)
		i = (i + 1) & s->mask;
	if (s->table[i] == 0) {
		s->keys[s->nkeys] = key;
		s->seen[s->nkeys] = 0;
		s->table[i] = (uint32_t)++s->nkeys;
	}
	s->seen[s->table[i] - 1]++;
	return s->table[i] - 1;
}

void
sheet_fill(struct sheet *s, const struct corpus *c)
{
	uint32_t out[TAGGER_FEATURES];

	s->mask = (1u << 24) - 1;
	s->table = mem_zalloc(s->mask + 1, sizeof(*s->table));
	s->keys = mem_alloc((s->mask / 4 * 3) * sizeof(*s->keys));
	s->seen = mem_alloc((s->mask / 4 * 3) * sizeof(*s->seen));
	s->first = mem_alloc((c->n + 1) * sizeof(*s->first));
	for (size_t i = 0; i < c->n; i++) {
		const struct words *w = &c->v[i].words;

		s->first[i] = s->nwords;
		s->from = mem_grow(s->from, &s->words_cap, s->nwords + w->n + 1,
		                   sizeof(*s->from));
		for (size_t k = 0; k < w->n; k++) {
			size_t n = tagger_may(&w->v[k]) ?
			               tagger_features(
					   w, buf_view(&c->v[i].text), k, out) :
			               0;

			s->cells = mem_grow(s->cells, &s->cells_cap,
			                    s->ncells + n, sizeof(*s->cells));
			s->from[s->nwords++] = (uint32_t)s->ncells;
			for (size_t j = 0; j < n; j++)
				s->cells[s->ncells++] =
				    number_of(s, out[j] >> 2 | 1);
		}
		s->from[s->nwords] = (uint32_t)s->ncells;
	}
	s->first[c->n] = s->nwords;
}

void
field_open(struct field *f, const struct sheet *s)
{
	*f = (struct field){ .w = mem_zalloc(s->nkeys, sizeof(*f->w)),
		             .g = mem_zalloc(s->nkeys, sizeof(*f->g)),
		             .on = mem_zalloc(s->nkeys, 1) };
}

void
field_close(struct field *f)
{
	free(f->w);
	free(f->g);
	free(f->on);
}

/* A run of words that may be tagged, as it is learned from. */
struct run {
	const struct sheet *s;
	size_t from, n; /* words of the sheet */
	const unsigned char *tags;
	bool forget[MOST]; /* which word it is */
	double score[MOST][TAGS], in[MOST][TAGS], out[MOST][TAGS];
	double share[MOST][TAGS]; /* the probability of each tag */
};

static double
log_sum(const double *v)
{
	double most = v[0], sum = 0;

	for (int k = 1; k < TAGS; k++)
		most = v[k] > most ? v[k] : most;
	for (int k = 0; k < TAGS; k++)
		sum += elem_exp(v[k] - most);
	return most + elem_log(sum);
}

/* The cells of the k-th word that count. */
static size_t
cells_of(const struct run *r, size_t k, const uint32_t **cells)
{
	const struct sheet *s = r->s;
	size_t from = s->from[r->from + k], end = s->from[r->from + k + 1];

	if (r->forget[k])
		from += TAGGER_LEXICAL;
	*cells = s->cells + from;
	return end - from;
}

static void
score_run(struct run *r, const struct field *f)
{
	for (size_t k = 0; k < r->n; k++) {
		const uint32_t *cells;
		size_t n = cells_of(r, k, &cells);

		memset(r->score[k], 0, sizeof(r->score[k]));
		for (size_t i = 0; i < n; i++)
			for (int y = 0; y < TAGS && f->on[cells[i]]; y++)
				r->score[k][y] += f->w[cells[i]][y];
	}
}

/* Forward and backward sums; before and after the run there is no name. */
static void
sum_run(struct run *r, const struct field *f)
{
	double v[TAGS], whole;

	for (size_t k = 0; k < r->n; k++)
		for (int y = 0; y < TAGS; y++) {
			for (int x = 0; x < TAGS; x++)
				v[x] = (k > 0  ? r->in[k - 1][x] :
				        x == 0 ? 0 :
				                 never) +
				       f->move[x][y];
			r->in[k][y] = log_sum(v) + r->score[k][y];
		}
	for (size_t k = r->n; k-- > 0;)
		for (int x = 0; x < TAGS; x++) {
			for (int y = 0; y < TAGS; y++)
				v[y] = (k + 1 < r->n ? r->out[k + 1][y] +
				                           r->score[k + 1][y] :
				        y == 0 ? 0 :
				                 never) +
				       f->move[x][y];
			r->out[k][x] = log_sum(v);
		}
	for (int y = 0; y < TAGS; y++)
		v[y] = r->in[0][y] + r->out[0][y];
	whole = log_sum(v);
	for (size_t k = 0; k < r->n; k++)
		for (int y = 0; y < TAGS; y++)
			r->share[k][y] =
			    elem_exp(r->in[k][y] + r->out[k][y] - whole);
	r->in[r->n][0] = whole;
}

static void
change(double *w, double *g, double by)
{
	by -= decay * *w;
	*g += by * by;
	*w += rate * by / elem_sqrt(*g);
}

/* How the k-th move of a run differs from what it should be. */
static void
learn_moves(struct run *r, struct field *f)
{
	double by[TAGS][TAGS] = { { 0 } }, whole = r->in[r->n][0];

	for (size_t k = 0; k <= r->n; k++) {
		int from = k > 0 ? r->tags[k - 1] : 0;
		int to = k < r->n ? r->tags[k] : 0;

		by[from][to] += 1;
		for (int x = 0; x < TAGS; x++)
			for (int y = 0; y < TAGS; y++) {
				double in = k > 0  ? r->in[k - 1][x] :
				            x == 0 ? 0 :
				                     never;
				double out = k < r->n ?
				                 r->score[k][y] + r->out[k][y] :
				             y == 0 ? 0 :
				                      never;

				by[x][y] -=
				    elem_exp(in + f->move[x][y] + out - whole);
			}
	}
	for (int i = 0; i < TAGS * TAGS; i++)
		change(&f->move[0][0] + i, &f->move_g[0][0] + i,
		       (&by[0][0])[i]);
}

static size_t
learn(struct run *r, struct field *f)
{
	size_t wrong = 0;

	score_run(r, f);
	sum_run(r, f);
	learn_moves(r, f);
	for (size_t k = 0; k < r->n; k++) {
		const uint32_t *cells;
		size_t n = cells_of(r, k, &cells);

		wrong += r->share[k][r->tags[k]] < 0.5;
		for (int y = 0; y < TAGS; y++) {
			double by = (y == r->tags[k]) - r->share[k][y];

			if (by < 1e-3 && by > -1e-3)
				continue;
			for (size_t i = 0; i < n; i++)
				if (f->on[cells[i]])
					change(&f->w[cells[i]][y],
					       &f->g[cells[i]][y], by);
		}
	}
	return wrong;
}

/* Learn from each run of words of a sentence that may be tagged. */
static size_t
learn_sentence(struct run *r, struct field *f, const struct sentence *x,
               size_t first)
{
	const struct sheet *s = r->s;
	size_t wrong = 0;

	for (size_t i = 0, j; i < x->words.n; i = j) {
		for (j = i; j < x->words.n && j - i < MOST - 1 &&
		            s->from[first + j + 1] > s->from[first + j];)
			j++;
		if (j == i) {
			j++;
			continue;
		}
		r->from = first + i;
		r->n = j - i;
		r->tags = x->tags + i;
		for (size_t k = 0; k < r->n; k++)
			r->forget[k] = corpus_dice(100) < DROP;
		wrong += learn(r, f);
	}
	return wrong;
}

/* An order to learn in, the same at every run. */
static void
shuffle(size_t *order, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = corpus_dice(i), swap = order[i - 1];

		order[i - 1] = order[j];
		order[j] = swap;
	}
}

void
field_train(struct field *f, const struct sheet *s, const struct corpus *c,
            int rounds)
{
	size_t *order = mem_alloc((c->n + 1) * sizeof(*order));
	struct run *r = mem_zalloc(1, sizeof(*r));

	r->s = s;
	memset(f->w, 0, s->nkeys * sizeof(*f->w));
	memset(f->move, 0, sizeof(f->move));
	for (size_t i = 0; i < s->nkeys; i++)
		for (int y = 0; y < TAGS; y++)
			f->g[i][y] = 1;
	for (int i = 0; i < TAGS * TAGS; i++)
		(&f->move_g[0][0])[i] = 1;
	for (size_t i = 0; i < c->n; i++)
		order[i] = i;
	for (int round = 0; round < rounds; round++) {
		size_t wrong = 0;

		shuffle(order, c->n);
		for (size_t i = 0; i < c->n; i++)
			wrong += learn_sentence(r, f, &c->v[order[i]],
			                        s->first[order[i]]);
		fprintf(stderr, "round %d: %zu words wrong\n", round + 1,
		        wrong);
	}
	free(order);
	free(r);
}
