/* What of an event's participants is published. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held_parts.h"
#include "text/fold.h"

long long
held_count_of(const json_t *value)
{
	const long long most = 1000000000000;
	long long n = json_integer_value(value);

	return n < 0 ? 0 : n > most ? most : n;
}

/* How many people a group has, as far as may be said. */
struct group {
	struct slice name;
	struct slice put; /* as published */
	long long people;
	long long most; /* of one spelling */
	bool shown;
};

/* Hide one more of those shown if what is left of total were under k. */
static void
hide_rest(struct group *groups, size_t n, long long k, long long total)
{
	long long hidden = total;

	for (size_t i = 0; i < n; i++)
		hidden -= groups[i].shown ? groups[i].people : 0;
	while (hidden > 0 && hidden < k) {
		struct group *least = NULL;

		for (size_t i = 0; i < n; i++)
			if (groups[i].shown &&
			    (least == NULL || groups[i].people < least->people))
				least = &groups[i];
		if (least == NULL)
			return;
		least->shown = false;
		hidden += least->people;
	}
}

static int
by_put(const void *x, const void *y)
{
	const struct group *a = x, *b = y;

	return slice_cmp(a->put, b->put);
}

static int
by_people(const void *x, const void *y)
{
	const struct group *a = x, *b = y;

	return (a->people > b->people) - (a->people < b->people);
}

/*
 * Groups that are published under one name become one; then they are shown,
 * not in the order of names that are masked.
 */
static void
put_shown(struct held *h, struct buf *b, struct group *v, size_t n,
          uint32_t event)
{
	bool any = false, masked = false;

	for (size_t i = 0; i < n; i++) {
		struct slice name = v[i].name;

		v[i].put = held_alike_put(h, event, F_GROUP, name);
		masked |= !slice_eq(v[i].put, name);
	}
	if (masked)
		mem_sort(v, n, sizeof(*v), by_put);
	for (size_t i = 0; i < n; i++) {
		long long people = v[i].people;

		for (size_t j = i + 1; v[i].shown && j < n; j++)
			if (v[j].shown && slice_eq(v[j].put, v[i].put)) {
				people += v[j].people;
				v[j].shown = false;
			}
		if (!v[i].shown)
			continue;
		buf_adds(b, any                        ? "," :
		            b->data[b->len - 1] == '{' ? "\"groups\":{" :
		                                         ",\"groups\":{");
		scan_quote(b, v[i].put);
		buf_addf(b, ":%lld", people);
		any = true;
	}
	if (any)
		buf_addc(b, '}');
}

/*
 * Take a group, or count it with the one that is spelt otherwise; keys are
 * those taken. The spelling is the one of notes, else of the larger.
 */
static void
take_group(struct held *h, uint32_t event, struct map *keys, struct group *v,
           struct slice name, long long people)
{
	size_t known = keys->n, n;

	name = held_group_spelt(h, event, slice_trim(name));
	buf_reset(&h->key);
	fold_text(&h->key, name);
	n = map_add(keys, buf_view(&h->key));
	if (n == known)
		v[n] = (struct group){ .name = name, .shown = true };
	else if (people > v[n].most ||
	         (people == v[n].most && slice_cmp(name, v[n].name) < 0))
		v[n].name = name;
	v[n].most = people > v[n].most ? people : v[n].most;
	v[n].people += people;
}

/* The groups of an event, n of them, small ones hidden; released with free. */
static struct group *
read_groups(struct held *h, uint32_t event, const json_t *all, size_t *n)
{
	const struct held_event *e = &h->events[event];
	json_t *groups = json_object_get(all, "groups"), *people;
	long long total = held_count_of(json_object_get(all, "total")), sum = 0;
	long long k = (long long)h->options->k;
	struct group *v = mem_zalloc(json_object_size(groups) + 1, sizeof(*v));
	struct map keys = MAP_INIT;
	const char *name;

	json_object_foreach(groups, name, people)
	{
		long long of = held_count_of(people);

		take_group(h, event, &keys, v, slice_of(name), of);
		sum += of;
	}
	*n = keys.n;
	map_free(&keys);
	for (size_t i = 0; i < *n && e->rule == RULE_CHATHAM; i++)
		v[i].shown = v[i].people >= k;
	if (e->rule == RULE_CHATHAM) {
		hide_rest(v, *n, k, total > sum ? total : sum);
		hide_rest(v, *n, k, total);
	}
	return v;
}

void
held_each_group(struct held *h, uint32_t event, struct record *rec,
                void (*take)(struct held *, uint32_t, struct slice))
{
	const struct held_event *e = &h->events[event];
	struct group *v;
	json_t *all;
	size_t n;

	if (e->line.p == NULL || record_parse(rec, e->line) != 0 ||
	    !record_has(rec, F_PARTICIPANTS))
		return;
	all = record_json(rec, F_PARTICIPANTS);
	v = read_groups(h, event, all, &n);
	if (n > 0)
		mem_sort(v, n, sizeof(*v), by_people);
	for (size_t i = 0; i < n; i++)
		if (v[i].shown)
			take(h, event, v[i].name);
	free(v);
	json_decref(all);
}

void
held_put_participants(struct held *h, struct buf *b, struct record *rec,
                      uint32_t event)
{
	json_t *all = record_json(rec, F_PARTICIPANTS);
	const json_t *stated = json_object_get(all, "total");
	struct group *v;
	size_t n;

	buf_adds(b, ",\"participants\":{");
	if (stated != NULL)
		buf_addf(b, "\"total\":%lld", held_count_of(stated));
	v = read_groups(h, event, all, &n);
	put_shown(h, b, v, n, event);
	buf_addc(b, '}');
	free(v);
	json_decref(all);
}
