#include "text/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/names.h"

static const char *const gaps[] = {
	[GAP_ANY] = "ANY",   [GAP_ROLE] = "ROLE", [GAP_AROLE] = "AROLE",
	[GAP_HELD] = "HELD", [GAP_ONLY] = "ONLY", [GAP_LED] = "LED",
	[GAP_OF] = "OF",     [GAP_OWN] = "OWN",   [GAP_LISTED] = "LISTED",
};

/* The next part of s up to one of the signs, or its end; s goes behind it. */
static struct slice
cut(struct slice *s, const char *signs)
{
	struct slice part = { s->p, 0 };

	while (part.len < s->len && strchr(signs, s->p[part.len]) == NULL)
		part.len++;
	s->p += part.len, s->len -= part.len;
	if (s->len > 0)
		s->p++, s->len--;
	return part;
}

/* Let a phrase be found by a word. */
static void
add_anchor(struct frames *f, uint64_t hash, size_t frame, struct lexicon *l)
{
	size_t known = f->anchors.n, at = hashes_add(&f->anchors, hash);
	struct frame_list *list;

	f->lists =
	    mem_grow(f->lists, &f->lists_cap, f->anchors.n, sizeof(*f->lists));
	list = &f->lists[at];
	if (at == known)
		*list = (struct frame_list){ NULL, 0, 0 };
	list->v = mem_grow(list->v, &list->cap, list->n + 1, sizeof(*list->v));
	list->v[list->n++] = frame;
	lexicon_mark(l, hash, CUE_CLAIM);
}

/* Add the words of a step. */
static void
add_step(struct frames *f, struct slice text, bool anchor, struct lexicon *l)
{
	struct frame_step *step;

	f->steps =
	    mem_grow(f->steps, &f->steps_cap, f->nsteps + 1, sizeof(*f->steps));
	step = &f->steps[f->nsteps++];
	*step = (struct frame_step){ .from = (uint32_t)f->nhashes };
	if (text.p[text.len - 1] == '?')
		step->optional = true, text.len--;
	while (text.len > 0) {
		uint64_t hash = lexicon_hash(cut(&text, "|"));

		f->hashes = mem_grow(f->hashes, &f->hashes_cap, f->nhashes + 1,
		                     sizeof(*f->hashes));
		f->hashes[f->nhashes++] = hash;
		step->n++;
		if (anchor)
			add_anchor(f, hash, f->n, l);
	}
}

static enum gap
gap_of(struct slice text)
{
	enum gap g = 0;

	while (g < GAPS && !slice_is(text, gaps[g]))
		g++;
	return g;
}

static void
add_frame(struct frames *f, struct slice text, struct lexicon *l)
{
	struct frame frame = { .from = f->nsteps };

	while (text.len > 0) {
		struct slice part = cut(&text, " ");
		bool anchor = part.p[0] == '*';
		enum gap g = gap_of(part);

		if (g < GAPS) {
			frame.gap = g;
			frame.before = frame.n;
			continue;
		}
		if (anchor) {
			frame.anchor = frame.n;
			part.p++, part.len--;
		}
		add_step(f, part, anchor, l);
		frame.n++;
	}
	f->v = mem_grow(f->v, &f->cap, f->n + 1, sizeof(*f->v));
	f->v[f->n++] = frame;
}

void
frames_init(struct frames *f, const char *const *table, struct lexicon *l)
{
	*f = (struct frames){ .anchors = HASHES_INIT };
	for (; *table != NULL; table++)
		add_frame(f, slice_of(*table), l);
}

void
frames_free(struct frames *f)
{
	for (size_t i = 0; i < f->anchors.n; i++)
		free(f->lists[i].v);
	free(f->lists);
	hashes_free(&f->anchors);
	free(f->hashes);
	free(f->steps);
	free(f->v);
}

const struct frame_list *
frames_of(const struct frames *f, uint64_t hash)
{
	size_t at = hashes_find(&f->anchors, hash);

	return at == MAP_NONE ? NULL : &f->lists[at];
}

/* Whether a word is one of a step's. */
static bool
fits(const struct frames *f, const struct frame_step *step, uint64_t hash)
{
	for (uint32_t k = 0; k < step->n; k++)
		if (f->hashes[step->from + k] == hash)
			return true;
	return false;
}

/* Whether nothing but blanks part a word and the next: "a GP's view". */
static bool
is_joined(const struct names *n, size_t i)
{
	const struct word *w = &n->words.v[i];

	return names_joined(n, i) ||
	       (i + 1 < n->words.n && w->shape & SHAPE_OWNS &&
	        w[1].start <= w->end + 5);
}

size_t
frame_forth(const struct frames *f, const struct frame *frame, size_t from,
            size_t to, const struct names *n, size_t i)
{
	for (; from < to; from++) {
		const struct frame_step *step = &f->steps[frame->from + from];

		if (i > 0 && i < n->words.n &&
		    fits(f, step, n->words.v[i].hash) && is_joined(n, i - 1))
			i++;
		else if (!step->optional)
			return FRAME_NONE;
	}
	return i;
}

size_t
frame_back(const struct frames *f, const struct frame *frame, size_t from,
           size_t to, const struct names *n, size_t i)
{
	while (to-- > from) {
		const struct frame_step *step = &f->steps[frame->from + to];

		if (i > 0 && fits(f, step, n->words.v[i - 1].hash) &&
		    is_joined(n, i - 1))
			i--;
		else if (!step->optional)
			return FRAME_NONE;
	}
	return i;
}
