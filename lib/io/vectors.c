#include "io/vectors.h"

#include <stdlib.h>

#include "base/mem.h"
#include "io/lines.h"
#include "math/elem.h"
#include "math/gist.h"
#include "math/meaning.h"
#include "math/tongue.h"
#include "math/vec.h"

enum { MAX_DIMS = 8192, MAX_LINE = 4 * 1024 * 1024 };

/* Numbers of vectors are less, so that their squares can be added up. */
static const float LARGEST = 1e9f;

static void
count_without(struct vectors *v, size_t n)
{
	v->without = 0;
	for (size_t i = 0; i < n; i++) {
		const float *x = v->v + i * v->dims;

		v->without += vec_dot(x, x, v->dims) == 0;
	}
}

/* Encode each text once; first is the first note that says the same. */
static void
encode_once(struct vectors *v, const struct notes *notes, const size_t *first)
{
	bool *english = mem_alloc(notes->n + 1);
	size_t bytes = v->dims * sizeof(*v->v);

	tongue_find(notes->texts, notes->langs, notes->n, english);
	for (size_t i = 0; i < notes->n; i++)
		english[i] &= first[i] == i;
	meaning_find(notes->texts, english, notes->n, v->v);
	for (size_t i = 0; i < notes->n; i++)
		if (first[i] != i)
			memcpy(v->v + i * v->dims, v->v + first[i] * v->dims,
			       bytes);
	free(english);
}

void
vectors_encode(struct vectors *v, const struct notes *notes)
{
	size_t *first = mem_alloc((notes->n + 1) * sizeof(*first));
	size_t *by_text = mem_alloc((notes->n + 1) * sizeof(*by_text));
	struct map texts = MAP_INIT;

	for (size_t i = 0; i < notes->n; i++) {
		size_t before = texts.n;
		size_t text = map_add(&texts, notes->texts[i]);

		if (text == before)
			by_text[text] = i;
		first[i] = by_text[text];
	}
	v->dims = MEANING_DIMS;
	v->from = "encoder";
	v->v = mem_alloc((notes->n * v->dims + 1) * sizeof(*v->v));
	encode_once(v, notes, first);
	count_without(v, notes->n);
	map_free(&texts);
	free(by_text);
	free(first);
}

void
vectors_sum_up(struct vectors *v, const struct notes *notes)
{
	size_t bytes;

	v->dims = GIST_DIMS;
	v->from = "static";
	v->share = VECTORS_STATIC_SHARE;
	bytes = v->dims * sizeof(*v->v);
	v->v = mem_alloc(notes->n * bytes + 1);
	gist_find(notes->texts, notes->n, v->v);
	for (size_t i = 0; i < notes->n; i++)
		if (notes->langs[i].len > 0 &&
		    !tongue_names_english(notes->langs[i]))
			memset(v->v + i * v->dims, 0, bytes);
	count_without(v, notes->n);
}

/* Make room for n vectors of len numbers; the first one says how many. */
static int
settle_length(struct vectors *v, size_t len, size_t n, size_t *length)
{
	if (len == 0 || len > MAX_DIMS || (*length > 0 && len != *length))
		return -1;
	if (*length == 0) {
		*length = len;
		v->dims = (len + 15) / 16 * 16;
		v->v = mem_zalloc(n * v->dims + 1, sizeof(*v->v));
	}
	return 0;
}

/* Put a vector into row i. Return NULL, or what is wrong with it. */
static const char *
take(struct vectors *v, const json_t *array, size_t i, size_t n, size_t *length)
{
	const json_t *x;
	size_t j;

	if (settle_length(v, json_array_size(array), n, length) < 0)
		return "the vector is not as long as the others: all must "
		       "come from one model";
	json_array_foreach(array, j, x)
	{
		if (!json_is_number(x))
			return "the vector holds what is no number";
		v->v[i * v->dims + j] = (float)json_number_value(x);
		if (!(v->v[i * v->dims + j] < LARGEST &&
		      v->v[i * v->dims + j] > -LARGEST))
			return "the vector holds a number beyond 1e9";
	}
	return NULL;
}

/* Take the mean of all vectors from each, and make their lengths 1. */
static void
centre(struct vectors *v, size_t n)
{
	double *mean = mem_zalloc(v->dims, sizeof(*mean));
	size_t rows = n - v->without;

	for (size_t i = 0; i < n * v->dims; i++)
		mean[i % v->dims] += (double)v->v[i];
	for (size_t i = 0; i < n; i++) {
		float *x = v->v + i * v->dims, length;

		if (vec_dot(x, x, v->dims) == 0)
			continue;
		for (size_t j = 0; j < v->dims; j++)
			x[j] -= (float)(mean[j] / (double)rows);
		length = (float)elem_sqrt(vec_dot(x, x, v->dims));
		for (size_t j = 0; j < v->dims && length > 0; j++)
			x[j] /= length;
	}
	free(mean);
}

static void
finish(struct vectors *v, size_t n, const char *from)
{
	if (v->dims == 0)
		return;
	v->from = from;
	count_without(v, n);
	centre(v, n);
}

static int
take_of_note(struct vectors *v, const struct record *r, size_t i, size_t n,
             size_t *length)
{
	json_t *array = record_json(r, F_VECTOR);
	const char *wrong = take(v, array, i, n, length);

	json_decref(array);
	return wrong == NULL ? 0 : record_fault(r, STATUS_FAULT, "%s", wrong);
}

int
vectors_of_notes(struct vectors *v, const struct notes *notes, size_t max_depth)
{
	struct buf scratch = BUF_INIT;
	struct record r;
	size_t length = 0;
	int failed = 0;

	record_init(&r, max_depth);
	for (size_t i = 0; i < notes->n && !failed; i++) {
		notes_record(notes, i, &r, &scratch);
		if (record_has(&r, F_VECTOR))
			failed = take_of_note(v, &r, i, notes->n, &length);
	}
	record_free(&r);
	buf_free(&scratch);
	if (!failed)
		finish(v, notes->n, "notes");
	return failed;
}

/* The number of the note that an object is about, or MAP_NONE. */
static size_t
find_note(const struct notes *notes, const json_t *o)
{
	const char *id = json_string_value(json_object_get(o, "id"));
	const char *event = json_string_value(json_object_get(o, "event"));
	struct buf key = BUF_INIT;
	size_t n;

	if (event != NULL)
		buf_adds(&key, event);
	buf_addc(&key, '\0');
	buf_adds(&key, id);
	n = map_find(&notes->known, buf_view(&key));
	buf_free(&key);
	for (size_t i = 0; n == MAP_NONE && event == NULL && i < notes->n; i++)
		if (slice_is(notes->ids[i], id))
			n = i;
	return n;
}

/* Take the vector of an object. Return NULL, or what is wrong. */
static const char *
take_of_object(struct vectors *v, const struct notes *notes, const json_t *o,
               size_t *length)
{
	size_t i;

	if (!json_is_string(json_object_get(o, "id")) ||
	    !json_is_array(json_object_get(o, "vector")))
		return "an object with \"id\" and \"vector\" is wanted";
	i = find_note(notes, o);
	if (i == MAP_NONE)
		return NULL; /* of a note that is not here */
	return take(v, json_object_get(o, "vector"), i, notes->n, length);
}

static int
read_line(struct vectors *v, const struct notes *notes,
          const struct lines *lines, struct slice line, size_t *length)
{
	const char *wrong;
	json_t *o;

	if (slice_trim(line).len == 0)
		return 0;
	o = json_loadb(line.p, line.len, JSON_REJECT_DUPLICATES, NULL);
	wrong = take_of_object(v, notes, o, length);
	json_decref(o);
	if (wrong == NULL)
		return 0;
	return diag_at(STATUS_FAULT, lines->file, lines->line, "%s", wrong);
}

int
vectors_read(struct vectors *v, const struct notes *notes, const char *path)
{
	char *name = mem_strdup(path), *files[] = { name, NULL };
	struct lines lines;
	struct slice line;
	size_t length = 0;
	int got;

	lines_open(&lines, files, MAX_LINE);
	while ((got = lines_next(&lines, &line)) > 0) {
		got = read_line(v, notes, &lines, line, &length);
		if (got < 0)
			break;
	}
	lines_close(&lines);
	free(name);
	if (got == 0)
		finish(v, notes->n, "file");
	return got;
}

void
vectors_free(struct vectors *v)
{
	free(v->v);
	*v = (struct vectors)VECTORS_INIT;
}
