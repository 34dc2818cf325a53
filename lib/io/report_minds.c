/* What the vote on its statements says of a theme. */
#include "io/report_parts.h"
#include "text/wording.h"

static const struct noun sided = { "person", "people" };
static const struct noun statements = { "statement", "statements" };

/* What people think of a theme's statements. */
struct minds {
	size_t agreed, rejected, split;
	const struct finding *rejection; /* one of them */
};

/* The ids of a finding are sorted. */
static bool
is_among(const struct ids *ids, struct slice id)
{
	size_t low = 0, high = ids->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int d = harvest_id_cmp(ids->v[mid], id);

		if (d == 0)
			return true;
		if (d < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

static struct minds
count_minds(const struct harvest *h, const struct finding *theme)
{
	struct minds m = { 0, 0, 0, NULL };

	if (!slice_is(theme->basis, "votes"))
		return m;
	for (size_t i = 0; i < h->nfindings; i++) {
		const struct finding *f = &h->findings[i];

		if (f->note.len == 0 ||
		    (theme->event != NONE && f->event != theme->event) ||
		    !is_among(&theme->evidence, f->note))
			continue;
		if (f->of_voters)
			continue;
		m.split += f->verdict == VERDICT_CONTESTED ||
		           f->verdict == VERDICT_DIVIDED;
		if (f->verdict != VERDICT_CONVERGENT)
			continue;
		m.agreed += !f->against;
		m.rejected += f->against;
		if (f->against)
			m.rejection = f;
	}
	return m;
}

bool
report_says_no(const struct report *r, const struct finding *f)
{
	struct minds m = count_minds(r->h, f);

	return f->verdict == VERDICT_CONVERGENT && m.rejected > 0 &&
	       m.agreed == 0;
}

/* "most agreed to 3 statements, disagreed with 1 and were divided on 2" */
static void
say_minds(struct buf *b, const struct minds *m)
{
	const struct {
		const char *did;
		size_t n;
	} parts[] = { { "agreed to ", m->agreed },
		      { "disagreed with ", m->rejected },
		      { "were divided on ", m->split } };
	size_t left = 0;
	bool first = true;

	for (size_t i = 0; i < 3; i++)
		left += parts[i].n > 0;
	for (size_t i = 0; i < 3; i++) {
		if (parts[i].n == 0)
			continue;
		buf_adds(b, first     ? i < 2 ? "most " : "people " :
		            left == 1 ? " and " :
		                        ", ");
		buf_adds(b, parts[i].did);
		if (first)
			wording_count(b, parts[i].n, statements);
		else
			buf_addf(b, "%zu", parts[i].n);
		first = false;
		left--;
	}
}

void
report_say_minds(const struct report *r, struct buf *b, const struct finding *f)
{
	struct minds m = count_minds(r->h, f);

	if (m.rejected == 1 && m.agreed == 0 && m.split == 0) {
		wording_part(b, m.rejection->disagree,
		             m.rejection->agree + m.rejection->disagree, sided);
		wording_capital(b, 0);
		buf_adds(b, " who took a side disagreed");
	} else if (f->notes == 1 && m.agreed + m.split == 1) {
		buf_adds(b, m.agreed > 0 ? "In the vote, most agreed" :
		                           "In the vote, people were divided");
	} else if (m.agreed + m.rejected + m.split > 0) {
		buf_adds(b, "In the vote, ");
		say_minds(b, &m);
	}
	if (report_says_no(r, f))
		buf_adds(b, ": the room says no");
}
