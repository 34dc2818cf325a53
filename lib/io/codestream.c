#include "io/codestream.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "io/codethemes_parts.h"
#include "math/coding.h"
#include "text/sample.h"

/* The notes of a code, counted as they go by. */
struct count {
	bool used;         /* some note has it */
	size_t notes;      /* that list it */
	float top;         /* the best score of a note that has it */
	struct buf medoid; /* the id of that note; of several the first */
};

struct work_stream {
	const struct codebook *book;
	struct rules *rules;
	size_t k, most;
	struct texts known; /* what codes are known by */
	struct texts units; /* of one note */
	struct map same;    /* hashes of the examples in known */
	size_t *same_code;  /* and the code of each, the first that has it */
	size_t cap_same;
	struct buf scratch_text;
	struct coding_input input;
	struct coding *coding;
	uint32_t *hits, *list;
	float *score, *scratch;
	struct score *marks;
	struct themes themes; /* every code, for marking notes */
	struct count *counts;
	size_t unthemed, notes;
};

static void
fill_theme(struct work_stream *w, struct theme *t, size_t code)
{
	char id[32];

	snprintf(id, sizeof(id), "c%zu", code + 1);
	*t = (struct theme){
		.id = pool_slice(&w->themes.pool, slice_of(id)),
		.label = w->book->v[code].name,
		.code = w->book->v[code].guid,
	};
}

/* The number of a text among the examples, in the same words; or MAP_NONE. */
static size_t
find_same(struct work_stream *w, struct slice text, bool add)
{
	uint64_t hash = sample_hash(text, &w->scratch_text);
	struct slice key = { (const char *)&hash, sizeof(hash) };

	return add ? map_add(&w->same, key) : map_find(&w->same, key);
}

static void
know_examples(struct work_stream *w)
{
	for (size_t i = 0; i < w->known.n; i++) {
		size_t before = w->same.n, n;

		if (w->known.weight[i] != 1)
			continue;
		n = find_same(w, w->known.v[i], true);
		w->same_code = mem_grow(w->same_code, &w->cap_same, n + 1,
		                        sizeof(*w->same_code));
		if (n == before)
			w->same_code[n] = w->known.code[i];
	}
}

static void
open_stream(struct work_stream *w, const struct codethemes_options *options)
{
	size_t k = w->k, most = options->found.max_labels;

	most = most < k ? most : k;
	w->most = most < UINT8_MAX ? most : UINT8_MAX;
	codethemes_examples(&w->known, w->book);
	know_examples(w);
	w->input = (struct coding_input){
		.texts = w->known.v,
		.examples = w->known.n,
		.n = w->known.n,
		.code = w->known.code,
		.weight = w->known.weight,
		.k = k,
		.fit = (float)options->fit,
		.language = options->found.language,
	};
	w->coding = coding_new(&w->input);
	w->hits = mem_zalloc(k + 1, sizeof(*w->hits));
	w->list = mem_zalloc(w->most + 1, sizeof(*w->list));
	w->score = mem_zalloc(k + 1, sizeof(*w->score));
	w->scratch = mem_zalloc(k + 1, sizeof(*w->scratch));
	w->marks = mem_zalloc(w->most + 1, sizeof(*w->marks));
	w->counts = mem_zalloc(k + 1, sizeof(*w->counts));
	w->themes.theme = mem_zalloc(k + 1, sizeof(*w->themes.theme));
	for (size_t i = 0; i < k; i++)
		fill_theme(w, &w->themes.theme[i], i);
}

static void
close_stream(struct work_stream *w)
{
	for (size_t i = 0; i < w->k; i++)
		buf_free(&w->counts[i].medoid);
	themes_free(&w->themes);
	coding_free(w->coding);
	free(w->counts);
	free(w->marks);
	free(w->scratch);
	free(w->score);
	free(w->list);
	free(w->hits);
	map_free(&w->same);
	free(w->same_code);
	buf_free(&w->scratch_text);
	codethemes_free_texts(&w->units);
	codethemes_free_texts(&w->known);
}

/* The scores of a text, as a whole and by its clauses. */
static void
score_text(struct work_stream *w, struct slice text)
{
	size_t best;
	float top;

	w->units.n = 0;
	codethemes_units(&w->units, text);
	coding_ask(w->coding, text, w->score);
	best = codethemes_best(w->score, w->k);
	top = w->score[best];
	for (size_t i = 1; i < w->units.n; i++) {
		coding_ask(w->coding, w->units.v[i], w->scratch);
		codethemes_heed(w->score, w->scratch, w->k, &top);
	}
	codethemes_first(w->score, w->k, best, top);
}

/* Count that a code is a note's, whose first it may be. */
static void
count(struct count *c, float score, struct slice id)
{
	bool better =
	    !c->used || score > c->top ||
	    (score >= c->top && slice_cmp(id, buf_view(&c->medoid)) < 0);

	c->used = true;
	c->notes++;
	if (!better)
		return;
	c->top = score;
	buf_reset(&c->medoid);
	buf_slice(&c->medoid, id);
}

static int
code_note(struct work_stream *w, struct record *note)
{
	struct slice text = record_str(note, F_TEXT);
	struct slice id = record_str(note, F_ID);
	size_t n, same = find_same(w, text, false);

	score_text(w, text);
	if (codethemes_match(w->book, w->rules, text, w->hits, w->score) < 0)
		return -1;
	if (same != MAP_NONE)
		w->hits[w->same_code[same]] += BEYOND_RULES;
	n = codethemes_pick(w->hits, w->score, w->k, coding_fit(w->coding),
	                    w->most, w->list);
	for (size_t i = 0; i < n; i++) {
		uint32_t code = w->list[i];
		bool ruled = w->hits[code] > 0;

		count(&w->counts[code], w->score[code], id);
		w->marks[i] =
		    (struct score){ code, ruled ? 1 : w->score[code] };
	}
	w->notes++;
	w->unthemed += n == 0;
	themes_mark(&w->themes, note, w->marks, n);
	return 0;
}

/* The codes that notes have, as themes. */
static void
put_codes(const struct work_stream *w, struct out *out)
{
	struct themes t = THEMES_INIT;

	t.theme = mem_zalloc(w->k + 1, sizeof(*t.theme));
	t.unthemed = w->unthemed;
	t.without_vectors = w->notes;
	for (size_t i = 0; i < w->k; i++) {
		const struct count *c = &w->counts[i];
		size_t up = w->book->v[i].parent;

		if (!c->used)
			continue;
		while (up != CODE_NONE && !w->counts[up].used)
			up = w->book->v[up].parent;
		t.theme[t.k] = w->themes.theme[i];
		t.theme[t.k].notes = c->notes;
		t.theme[t.k].medoid = buf_view(&c->medoid);
		if (up != CODE_NONE)
			t.theme[t.k].parent = w->themes.theme[up].id;
		t.k++;
	}
	themes_put(&t, out);
	themes_free(&t);
}

int
codestream(struct jsonl *in, const struct codebook *book, struct rules *rules,
           const struct codethemes_options *options, struct out *out)
{
	struct work_stream w = { .book = book,
		                 .rules = rules,
		                 .k = book->n,
		                 .same = MAP_INIT,
		                 .themes = THEMES_INIT };
	struct record *rec;
	int rc = 0;

	open_stream(&w, options);
	while (rc == 0 && (rec = jsonl_next(in)) != NULL) {
		if (rec->type == TYPE_NOTE && notes_check(rec) == 0)
			rc = code_note(&w, rec);
		if (rc == 0 && !themes_are_ours(rec))
			record_put(rec, out);
	}
	if (rc == 0)
		put_codes(&w, out);
	close_stream(&w);
	return rc;
}
