#include "math/settle.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "math/elem.h"

/* A group of the tree of a cluster: a leaf is one item. */
struct group {
	size_t n;
	double inside;      /* similarities within, summed */
	double all;         /* similarities with the whole cluster, summed */
	double self;        /* the diagonal's part of inside */
	size_t left, right; /* groups that it is made of */
};

struct tree {
	const float *similarity;
	size_t all; /* items that there are */
	size_t n;   /* items of this cluster */
	uint32_t *item;
	struct group *group; /* 2 n - 1: leaves, then joined groups */
	size_t groups;
	double *between; /* n * n: similarities of live groups, summed */
	size_t *live;    /* the group in each slot */
	double total;    /* similarities within the cluster, summed */
};

static float
similar(const struct tree *t, size_t i, size_t j)
{
	return t->similarity[t->item[i] * t->all + t->item[j]];
}

static void
plant(struct tree *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct group *g = &t->group[i];

		*g = (struct group){ .n = 1 };
		for (size_t j = 0; j < t->n; j++) {
			t->between[i * t->n + j] = (double)similar(t, i, j);
			g->all += t->between[i * t->n + j];
		}
		g->inside = g->self = t->between[i * t->n + i];
		t->live[i] = i;
		t->total += g->all;
	}
	t->groups = t->n;
}

/* The slot whose group is nearest to that in slot i, by mean similarity. */
static size_t
nearest(const struct tree *t, size_t i, size_t slots)
{
	size_t best = i;
	double top = -1;

	for (size_t j = 0; j < slots; j++) {
		double mean;

		if (j == i || t->live[j] == SIZE_MAX)
			continue;
		mean =
		    t->between[i * t->n + j] / (double)t->group[t->live[j]].n;
		if (mean > top) {
			top = mean;
			best = j;
		}
	}
	return best;
}

/* Join the groups in slots i and j; slot i holds the new one. */
static void
join(struct tree *t, size_t i, size_t j)
{
	const struct group *a = &t->group[t->live[i]];
	const struct group *b = &t->group[t->live[j]];

	t->group[t->groups] = (struct group){
		.n = a->n + b->n,
		.inside = a->inside + b->inside + 2 * t->between[i * t->n + j],
		.all = a->all + b->all,
		.self = a->self + b->self,
		.left = t->live[i],
		.right = t->live[j],
	};
	for (size_t s = 0; s < t->n; s++) {
		t->between[i * t->n + s] += t->between[j * t->n + s];
		t->between[s * t->n + i] = t->between[i * t->n + s];
	}
	t->live[i] = t->groups++;
	t->live[j] = SIZE_MAX;
}

/* Grow the tree by average linkage, along chains of nearest neighbours. */
static void
grow(struct tree *t)
{
	size_t *chain = mem_alloc((t->n + 1) * sizeof(*chain));
	size_t len = 0;

	for (size_t left = t->n; left > 1;) {
		size_t next;

		for (size_t i = 0; len == 0; i++)
			if (t->live[i] != SIZE_MAX)
				chain[len++] = i;
		next = nearest(t, chain[len - 1], t->n);
		if (len > 1 &&
		    t->between[chain[len - 1] * t->n + next] /
		            (double)t->group[t->live[next]].n <=
		        t->between[chain[len - 1] * t->n + chain[len - 2]] /
		            (double)t->group[t->live[chain[len - 2]]].n) {
			join(t, chain[len - 2], chain[len - 1]);
			len -= 2;
			left--;
		} else
			chain[len++] = next;
	}
	free(chain);
}

/* The cosine of a group with the rest of its cluster. */
static double
cosine_with_rest(const struct tree *t, const struct group *g)
{
	double rest = t->total - 2 * g->all + g->inside;

	if (rest <= 1e-9 || g->inside <= 1e-9)
		return 0;
	return (g->all - g->inside) / elem_sqrt(rest * g->inside);
}

static bool
stands_apart(const struct tree *t, const struct group *g,
             const struct settle_options *o)
{
	double pairs = (double)g->n * (double)(g->n - 1);
	double far = g->n == 2 ? o->pair_far : o->group_far;
	double near = g->n == 2 ? o->pair_near : o->group_near;

	return g->n >= 2 && 3 * g->n <= t->n &&
	       (g->inside - g->self) / pairs >= near &&
	       cosine_with_rest(t, g) < far;
}

static void
give(const struct tree *t, size_t group, uint32_t to, uint32_t *cluster)
{
	if (group < t->n) {
		cluster[t->item[group]] = to;
		return;
	}
	give(t, t->group[group].left, to, cluster);
	give(t, t->group[group].right, to, cluster);
}

/* Part the largest groups that stand apart. Return the number of clusters. */
static size_t
part(const struct tree *t, const struct settle_options *o, uint32_t *cluster,
     size_t k)
{
	bool *done = mem_zalloc(t->groups + 1, sizeof(*done));

	for (size_t g = t->groups; g-- > t->n;) {
		if (!done[g] && stands_apart(t, &t->group[g], o)) {
			give(t, g, (uint32_t)k++, cluster);
			done[g] = true;
		}
		done[t->group[g].left] = done[t->group[g].right] = done[g];
	}
	free(done);
	return k;
}

/* The items of cluster c, and room for their tree. */
static void
tree_init(struct tree *t, const float *similarity, size_t n,
          const uint32_t *cluster, uint32_t c)
{
	*t = (struct tree){ .similarity = similarity, .all = n };
	t->item = mem_alloc((n + 1) * sizeof(*t->item));
	for (size_t i = 0; i < n; i++)
		if (cluster[i] == c)
			t->item[t->n++] = (uint32_t)i;
	t->group = mem_zalloc(2 * t->n + 1, sizeof(*t->group));
	t->between = mem_alloc((t->n * t->n + 1) * sizeof(*t->between));
	t->live = mem_alloc((t->n + 1) * sizeof(*t->live));
	plant(t);
}

static void
tree_free(struct tree *t)
{
	free(t->item);
	free(t->group);
	free(t->between);
	free(t->live);
}

/*
 * Put out the items of a cluster that are like none of the rest. Return
 * whether there are some.
 */
static bool
put_out(const struct tree *t, const struct settle_options *o, uint32_t *cluster)
{
	double least = t->n == 2 ? o->alone_in_two : o->alone;
	bool some = false;

	for (size_t i = 0; i < t->n && t->n > 1; i++) {
		if (cosine_with_rest(t, &t->group[i]) >= least)
			continue;
		cluster[t->item[i]] = SETTLE_NONE;
		some = true;
	}
	return some;
}

size_t
settle(const float *similarity, size_t n, uint32_t *cluster, size_t k,
       const struct settle_options *o)
{
	size_t before = k;
	struct tree t;

	for (uint32_t c = 0; c < before; c++) {
		tree_init(&t, similarity, n, cluster, c);
		if (t.n > 3) {
			grow(&t);
			k = part(&t, o, cluster, k);
		}
		tree_free(&t);
	}
	for (uint32_t c = 0; c < k; c++) {
		bool again;

		/* What is left may not belong together either. */
		do {
			tree_init(&t, similarity, n, cluster, c);
			again = put_out(&t, o, cluster);
			tree_free(&t);
		} while (again);
	}
	return k;
}
