#include "math/candidate.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "text/phrase.h"
#include "text/piece.h"

/* The log probability of a rare word; rarer ones are worth no more. */
static const double MOST_RARE = 12;

static void
count_form(struct candidates *c, uint32_t number, struct slice surface,
           struct buf *scratch)
{
	size_t before = c->forms.n, form;

	buf_reset(scratch);
	buf_add(scratch, &number, sizeof(number));
	buf_slice(scratch, surface);
	form = map_add(&c->forms, buf_view(scratch));
	c->seen = mem_grow(c->seen, &c->cap_seen, form + 1, sizeof(*c->seen));
	if (form == before)
		c->seen[form] = 0;
	c->seen[form]++;
}

static uint32_t
count_phrase(struct candidates *c, const struct phrase *p, struct buf *scratch)
{
	size_t before = c->keys.n;
	size_t n = map_add(&c->keys, p->key);

	c->of = mem_grow(c->of, &c->cap, n + 1, sizeof(*c->of));
	if (n == before) {
		memset(&c->of[n], 0, sizeof(c->of[n]));
		c->of[n].words = (unsigned char)p->words;
	}
	c->of[n].weak |= p->weak;
	count_form(c, (uint32_t)n, p->surface, scratch);
	return (uint32_t)n;
}

static void
read_text(struct candidates *c, struct stem *stems, struct slice text)
{
	struct phrases p;
	struct phrase phrase;
	struct buf scratch = BUF_INIT;
	uint32_t *list = NULL;
	size_t n = 0, cap = 0;

	phrases_start(&p, stems, text);
	while (phrases_next(&p, &phrase)) {
		list = mem_grow(list, &cap, n + 1, sizeof(*list));
		list[n++] = count_phrase(c, &phrase, &scratch);
	}
	phrases_end(&p);
	sparse_count(&c->held, list, n);
	free(list);
	buf_free(&scratch);
}

/*
 * How odd the capitals of a form look: those inside a small word, those after
 * a small first word, then any. All capitals is how some names are written.
 */
static size_t
oddness(struct slice s)
{
	size_t inner = 0, after = 0, all = 0;

	for (size_t i = 0; i < s.len; i++) {
		bool start = i == 0 || s.p[i - 1] == ' ';
		bool small = s.p[i > 0 ? i - 1 : 0] >= 'a';

		if (s.p[i] < 'A' || s.p[i] > 'Z')
			continue;
		all++;
		inner += !start && small;
		after += start && s.p[0] >= 'a';
	}
	return 100 * inner + 10 * after + all;
}

/* Whether form a, seen as often as b, is the better one to show. */
static bool
better_form(struct slice a, struct slice b)
{
	size_t x = oddness(a), y = oddness(b);

	return x != y ? x < y : slice_cmp(a, b) < 0;
}

/* The commonest form of each candidate. */
static void
choose_forms(struct candidates *c)
{
	for (size_t i = 0; i < c->forms.n; i++) {
		struct slice s = map_key(&c->forms, i);
		struct candidate *d;
		uint32_t number;

		memcpy(&number, s.p, sizeof(number));
		s.p += sizeof(number);
		s.len -= sizeof(number);
		d = &c->of[number];
		if (c->seen[i] > d->surfaces ||
		    (c->seen[i] == d->surfaces && better_form(s, d->surface))) {
			d->surfaces = c->seen[i];
			d->surface = s;
		}
	}
}

void
candidates_init(struct candidates *c, struct stem *stems,
                const struct slice *texts, size_t n)
{
	*c = (struct candidates){ .keys = MAP_INIT, .forms = MAP_INIT };
	for (size_t i = 0; i < n; i++)
		read_text(c, stems, texts[i]);
	for (size_t i = 0; i < c->held.n; i++)
		c->of[c->held.column[i]].texts++;
	choose_forms(c);
}

void
candidates_free(struct candidates *c)
{
	map_free(&c->keys);
	map_free(&c->forms);
	free(c->seen);
	free(c->of);
	sparse_free(&c->held);
}

static bool
ends_with(struct slice s, const char *suffix)
{
	size_t len = strlen(suffix);

	return s.len > len + 1 && memcmp(s.p + s.len - len, suffix, len) == 0;
}

/* The mean rarity of the words of a form. */
static double
rarity(struct slice form)
{
	double sum = 0;
	size_t words = 0;

	for (size_t i = 0, end; i < form.len; i = end + 1) {
		double r;

		for (end = i; end < form.len && form.p[end] != ' ' &&
		              form.p[end] != '-';)
			end++;
		r = (double)piece_rarity(
			(struct slice){ form.p + i, end - i }) /
		    65536;
		sum += r < MOST_RARE ? r : MOST_RARE;
		words++;
	}
	return words > 0 ? sum / (double)words : 0;
}

double
candidate_worth(const struct candidate *d)
{
	double factor = rarity(d->surface) / MOST_RARE;

	if (ends_with(d->surface, "ly"))
		return 0.3 * factor;
	if (ends_with(d->surface, "ed"))
		return 0.5 * factor;
	if (d->words == 1 && ends_with(d->surface, "ing"))
		return 0.8 * factor;
	return factor;
}
