/*
 * train NAMES PHRASES [OUT]: train the tagger's weights on the texts in the
 * folder NAMES that are licensed for it (wnut17 and btc, CC BY 4.0; tab/train,
 * MIT) and on patterns of our own, and write them to OUT, as
 * data/tagger_weights.h says. The same input gives the same bytes.
 *
 * Print a sum of all that is learned from, features and tags: without OUT that
 * is all. Where it is another than lib/data/tagger.sum says, the weights are
 * older than what they are to be made from.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "field.h"
#include "math/elem.h"
#include "vary.h"

enum { ROUNDS = 8, LEAST = 2, SWAPS = 3 };

static void
read_all(struct corpus *c, const char *names, const char *phrases)
{
	static const char *const tables[] = {
		"wnut17/wnut17train.conll",
		"btc/a.conll",
		"btc/b.conll",
		"btc/e.conll",
		"btc/g.conll",
		"btc/h.conll",
	};
	struct vary v = { MAP_INIT, MAP_INIT, MAP_INIT };
	char path[4096];
	size_t tweets, all;

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		snprintf(path, sizeof(path), "%s/%s", names, tables[i]);
		corpus_conll(c, path);
	}
	tweets = c->n;
	snprintf(path, sizeof(path), "%s/tab/tab144_train.json", names);
	corpus_tab(c, path);
	vary_names(&v);
	all = c->n;
	for (int i = 0; i < SWAPS; i++)
		vary_swap(c, &v, 0, all);
	vary_case(c, VARY_SMALL, 1, 0, tweets);
	vary_case(c, VARY_TITLE, 10, 0, all);
	vary_case(c, VARY_UPPER, 12, 0, all);
	vary_phrases(c, &v, phrases, 10);
	map_free(&v.first);
	map_free(&v.last);
	map_free(&v.place);
}

/* Features by how much they matter, the most first. */
struct weight {
	double much;
	uint32_t number, key;
};

static int
by_much(const void *pa, const void *pb)
{
	const struct weight *a = pa, *b = pb;

	if (a->much != b->much)
		return a->much > b->much ? -1 : 1;
	return (a->key > b->key) - (a->key < b->key);
}

/* What the file holds. */
static unsigned char marks[TAGGER_BUCKETS][TAGGER_WAYS][2];
static uint32_t rows[TAGGER_BUCKETS][TAGGER_WAYS]; /* features + 1 */
static int8_t weights[TAGGER_ROWS][TAGS], moves[TAGS][TAGS];

/* Give rows to the features that matter most; the others are turned off. */
static void
choose(struct field *f, const struct sheet *s)
{
	struct weight *v = mem_alloc(s->nkeys * sizeof(*v));
	size_t n = 0, kept = 0;

	for (uint32_t i = 0; i < s->nkeys; i++) {
		double sum = 0;

		if (!f->on[i])
			continue;
		for (int y = 0; y < TAGS; y++)
			sum += f->w[i][y] * f->w[i][y];
		v[n++] = (struct weight){ sum * elem_sqrt((double)s->seen[i]),
			                  i, s->keys[i] };
		f->on[i] = 0;
	}
	qsort(v, n, sizeof(*v), by_much);
	for (size_t i = 0; i < n; i++) {
		uint32_t b = tagger_bucket(v[i].key << 2), k = 0;

		while (k < TAGGER_WAYS && rows[b][k] != 0)
			k++;
		if (k == TAGGER_WAYS)
			continue;
		rows[b][k] = v[i].number + 1;
		f->on[v[i].number] = 1;
		kept++;
	}
	fprintf(stderr, "%zu features, %zu of them kept\n", n, kept);
	free(v);
}

/* As a small whole number; what is beyond is cut. */
static int8_t
small(double w)
{
	double v = floor(w * TAGGER_UNIT + 0.5);

	return (int8_t)(v > 127 ? 127 : v < -127 ? -127 : v);
}

static void
save(const struct field *f, const struct sheet *s, const char *path)
{
	FILE *out = fopen(path, "wb");

	for (uint32_t b = 0; b < TAGGER_BUCKETS; b++)
		for (uint32_t k = 0; k < TAGGER_WAYS; k++) {
			uint32_t at = rows[b][k], mark;

			if (at-- == 0)
				continue;
			mark = tagger_mark(s->keys[at] << 2);
			marks[b][k][0] = (unsigned char)mark;
			marks[b][k][1] = (unsigned char)(mark >> 8);
			for (int y = 0; y < TAGS; y++)
				weights[b * TAGGER_WAYS + k][y] =
				    small(f->w[at][y]);
		}
	for (int i = 0; i < TAGS * TAGS; i++)
		(&moves[0][0])[i] = small((&f->move[0][0])[i]);
	if (out == NULL || fwrite(marks, sizeof(marks), 1, out) != 1 ||
	    fwrite(weights, sizeof(weights), 1, out) != 1 ||
	    fwrite(moves, sizeof(moves), 1, out) != 1 || fclose(out) != 0)
		diag_die(STATUS_FAULT, "%s cannot be written", path);
}

/* Of the features of all words and their tags (FNV-1a, a number at a time). */
static uint64_t
sum_of(const struct sheet *s, const struct corpus *c)
{
	const uint64_t prime = 0x100000001b3u;
	uint64_t sum = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s->ncells; i++)
		sum = (sum ^ s->keys[s->cells[i]]) * prime;
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->v[i].words.n; k++)
			sum = (sum ^ c->v[i].tags[k]) * prime;
	sum = (sum ^ sum >> 32) * 0xd6e8feb86659fd93u;
	return sum ^ sum >> 32;
}

int
main(int argc, char **argv)
{
	struct corpus c = { .n = 0 };
	struct sheet s = { .ncells = 0 };
	struct lexicon l;
	struct field f;

	diag_init(argv[0]);
	if (argc != 3 && argc != 4)
		diag_die(STATUS_FAULT, "usage: train names phrases [out]");
	lexicon_load(&l);
	c.lexicon = &l;
	read_all(&c, argv[1], argv[2]);
	sheet_fill(&s, &c);
	printf("%016llx\n", (unsigned long long)sum_of(&s, &c));
	if (argc == 3)
		return 0;
	fprintf(stderr, "%zu sentences, %zu words, %zu features\n", c.n,
	        s.nwords, s.nkeys);
	field_open(&f, &s);
	for (size_t i = 0; i < s.nkeys; i++)
		f.on[i] = s.seen[i] >= LEAST;
	field_train(&f, &s, &c, ROUNDS);
	choose(&f, &s);
	field_train(&f, &s, &c, ROUNDS);
	save(&f, &s, argv[3]);
	field_close(&f);
	return 0;
}
