#include "io/finding_parts.h"
#include "io/scan.h"

/* Whether a statement's votes decided the theme, and converged or parted. */
static bool
voted_so(const struct inquiry *w, const struct segment *s, uint32_t note,
         bool converged)
{
	const struct voted *v;

	if (s->basis != BASIS_VOTES || !w->voted[note].enough)
		return false;
	v = &w->voted[note];
	return converged ? v->ruling.verdict == RULING_CONVERGENT :
	                   v->ruling.verdict == RULING_CONTESTED ||
	                       v->ruling.verdict == RULING_DIVIDED;
}

/* Have the id of a note that is put soon at hand: it lies anywhere. */
static inline void
await_id(const struct map *ids, const struct segment *s, size_t i)
{
	if (i + 16 >= s->n)
		return;
	__builtin_prefetch(&ids->keys[s->notes[i + 16]]);
	__builtin_prefetch(ids->keys[s->notes[i + 8]].p);
}

void
segment_quote_note(struct inquiry *w, const struct segment *s, uint32_t note)
{
	struct slice id = ledger_name(&w->l->notes, note);
	struct buf whole = BUF_INIT;

	if (s->event != LEDGER_NONE || !w->twin[note]) {
		scan_quote(&w->line, id);
		return;
	}
	buf_slice(&whole,
	          map_key(&w->l->events, inquiry_entry(w, note)->event));
	buf_addc(&whole, '/');
	buf_slice(&whole, id);
	scan_quote(&w->line, buf_view(&whole));
	buf_free(&whole);
}

/* The ids of the notes with one of the flags, or such votes; or of all. */
static void
put_ids(struct inquiry *w, const char *key, const struct segment *s,
        unsigned flags)

{
	bool converged = (flags & ENTRY_CONVERGENCE) != 0, first = true;

	jsonput_key(&w->line, key);
	buf_addc(&w->line, '[');
	for (size_t i = 0; i < s->n; i++) {
		if (flags == 0)
			await_id(&w->l->notes, s, i);
		if (flags != 0 && !(segment_flags(w, s, i) & flags) &&
		    !voted_so(w, s, s->notes[i], converged))
			continue;
		if (!first)
			buf_addc(&w->line, ',');
		first = false;
		segment_quote_note(w, s, s->notes[i]);
	}
	buf_addc(&w->line, ']');
}

/* How the statements of a theme came out that have votes enough. */
struct outcomes {
	size_t enough, together, contested, divided;
};

static struct outcomes
outcomes_of(const struct inquiry *w, const struct segment *s)
{
	struct outcomes n = { 0 };

	for (size_t i = 0; i < s->n; i++) {
		const struct voted *v = &w->voted[s->notes[i]];

		if (!v->enough)
			continue;
		n.enough++;
		n.together += v->ruling.verdict == RULING_CONVERGENT;
		n.contested += v->ruling.verdict == RULING_CONTESTED;
		n.divided += v->ruling.verdict == RULING_DIVIDED;
	}
	return n;
}

static void
votes_words(struct buf *rule, const struct outcomes *n)
{
	buf_addf(
	    rule,
	    "of %zu statement%s with enough votes, people are of one mind on "
	    "%zu and apart on %zu (one mind on half of them is enough to "
	    "converge, apart on a fifth to diverge)",
	    n->enough, n->enough == 1 ? "" : "s", n->together,
	    n->contested + n->divided);
}

/* How many statements that came out otherwise would change the verdict. */
static void
votes_margin(struct buf *margin, const struct outcomes *n,
             enum ruling_verdict v)
{
	size_t apart = n->contested + n->divided;
	size_t fifth = n->enough / 5 + (n->enough % 5 > 0);
	size_t half = n->enough / 2 + n->enough % 2;
	size_t k = v == RULING_CONTESTED ? apart - fifth + 1 : fifth - apart;

	if (v == RULING_CONTESTED)
		buf_addf(margin,
		         "with people apart on %zu fewer it would be %s", k,
		         2 * n->together >= n->enough ? "convergent" : "mixed");
	else
		buf_addf(margin,
		         "%zu statement%s that people are apart on would make "
		         "it contested",
		         k, k == 1 ? "" : "s");
	if (v == RULING_MIXED)
		buf_addf(margin,
		         ", %zu more of one mind would make it convergent",
		         half - n->together);
}

/* How many notes tell less, because of their language. */
static void
mute_words(struct buf *rule, const struct inquiry *w, const struct segment *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n && w->l->mute; i++)
		n += (w->here[i].flags & ENTRY_NO_CUES) != 0;
	if (n > 0)
		buf_addf(rule,
		         "; %zu note%s in another language than English "
		         "tell%s by marks, votes and tables only",
		         n, n == 1 ? "" : "s", n == 1 ? "s" : "");
}

static void
put_rule(struct inquiry *w, const struct segment *s)
{
	struct buf rule = BUF_INIT, margin = BUF_INIT;

	if (s->basis == BASIS_VOTES) {
		struct outcomes n = outcomes_of(w, s);

		votes_words(&rule, &n);
		votes_margin(&margin, &n, s->ruling.verdict);
	} else {
		rule_hearing_words(&rule, &s->hearing, s->ruling.verdict,
		                   s->basis);
		rule_hearing_margin(&margin, &s->hearing, s->ruling.verdict,
		                    s->basis);
		mute_words(&rule, w, s);
	}
	jsonput_text(&w->line, "rule", buf_view(&rule));
	jsonput_text(&w->line, "margin", buf_view(&margin));
	buf_free(&margin);
	buf_free(&rule);
}

/* Whether all that it has are statements that only tell who voted. */
static bool
is_of_voters(const struct inquiry *w, const struct segment *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (!entry_of_voters(&w->here[i]))
			return false;
	return true;
}

void
segment_put(struct inquiry *w, const struct segment *s)
{
	struct buf *b = &w->line;

	segment_enter(w, s);
	inquiry_begin_finding(w);
	jsonput_text(b, "theme", map_key(&w->l->themes, s->theme));
	if (s->event != LEDGER_NONE)
		jsonput_text(b, "event", map_key(&w->l->events, s->event));
	jsonput_text(b, "verdict", slice_of(ruling_name(s->ruling.verdict)));
	if (is_of_voters(w, s))
		jsonput_text(b, "about", SLICE("voters"));
	jsonput_text(b, "basis", slice_of(basis_name(s->basis)));
	put_rule(w, s);
	segment_put_counts(w, s);
	if (s->event == LEDGER_NONE)
		segment_put_verdicts(w, s);
	segment_put_interval(w, s);
	segment_put_breadth(w, s);
	segment_put_skew(w, s);
	put_ids(w, "evidence", s, 0);
	put_ids(w, "converging", s, ENTRY_CONVERGENCE | ENTRY_MARKED_AGREEMENT);
	put_ids(w, "diverging", s, ENTRY_DIVERGENCE | ENTRY_MARKED_DIVERGENCE);
	segment_put_positions(w, s);
	segment_put_tensions(w, s);
	segment_put_since(w, s);
	inquiry_end_finding(w);
}
