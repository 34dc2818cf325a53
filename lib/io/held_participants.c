/* What of an event's participants is published. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held_parts.h"

long long
held_count_of(const json_t *value)
{
	const long long most = 1000000000000;
	long long n = json_integer_value(value);

	return n < 0 ? 0 : n > most ? most : n;
}

/* How many people a group has, as far as may be said. */
struct group {
	const char *name;
	struct slice put; /* as published */
	long long people;
	bool shown;
};

/* Hide groups under k, and one more if what is left over were under k. */
static void
hide_small(struct group *groups, size_t n, long long k, long long total)
{
	long long hidden = total;

	for (size_t i = 0; i < n; i++) {
		groups[i].shown = groups[i].people >= k;
		hidden -= groups[i].shown ? groups[i].people : 0;
	}
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
		struct slice name = slice_of(v[i].name);

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

/* The groups of an event, n of them, small ones hidden; released with free. */
static struct group *
read_groups(const struct held *h, const struct held_event *e, const json_t *all,
            size_t *n)
{
	json_t *groups = json_object_get(all, "groups"), *people;
	long long total = held_count_of(json_object_get(all, "total")), sum = 0;
	struct group *v = mem_zalloc(json_object_size(groups) + 1, sizeof(*v));
	const char *name;

	*n = 0;
	json_object_foreach(groups, name, people)
	{
		v[*n] = (struct group){ .name = name,
			                .people = held_count_of(people),
			                .shown = true };
		sum += v[(*n)++].people;
	}
	if (e->rule == RULE_CHATHAM)
		hide_small(v, *n, (long long)h->options->k,
		           total > sum ? total : sum);
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
	v = read_groups(h, e, all, &n);
	if (n > 0)
		mem_sort(v, n, sizeof(*v), by_people);
	for (size_t i = 0; i < n; i++)
		if (v[i].shown)
			take(h, event, slice_of(v[i].name));
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
	v = read_groups(h, &h->events[event], all, &n);
	put_shown(h, b, v, n, event);
	buf_addc(b, '}');
	free(v);
	json_decref(all);
}
