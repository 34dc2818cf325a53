#include "io/converge_votes.h"
#include "io/scan.h"
#include "math/rating.h"

static void
put_tally(struct buf *b, struct tally t)
{
	jsonput_count(b, "agree", t.agree);
	jsonput_count(b, "disagree", t.disagree);
	jsonput_count(b, "pass", t.pass);
}

/* {"GP": {"agree": ...}, ...} */
static void
put_groups(struct buf *b, const struct talk *t, const struct tally *row)
{
	jsonput_key(b, "by_group");
	buf_addc(b, '{');
	for (size_t g = 0; g < t->ngroups; g++) {
		if (g > 0)
			buf_addc(b, ',');
		scan_quote(b, t->names[g]);
		buf_adds(b, ":{");
		put_tally(b, row[g]);
		buf_addc(b, '}');
	}
	buf_addc(b, '}');
}

static void
segment_put_counts(struct inquiry *w, const struct talk *t, size_t s)
{
	const struct entry *e = &w->l->entries[t->note[s]];
	struct buf *b = &w->line;

	jsonput_key(b, "counts");
	buf_adds(b, "{\"notes\":1");
	jsonput_count(b, "tables", e->table != LEDGER_NONE);
	jsonput_count(b, "of_tables", w->event_tables[e->event]);
	jsonput_count(b, "groups", e->group != LEDGER_NONE);
	jsonput_count(b, "of_groups", w->event_groups[e->event]);
	jsonput_key(b, "votes");
	buf_addc(b, '{');
	put_tally(b, t->all[s]);
	put_groups(b, t, t->counts + s * t->ngroups);
	buf_addc(b, '}');
	if (t->ratings != NULL && talk_rated(t, s))
		talk_put_ratings(b, t->ratings + s * LEDGER_SCALE,
		                 w->l->options.scale);
	buf_addc(b, '}');
}

static void
put_represents(struct buf *b, const struct talk *t, size_t s)
{
	bool any = false;

	for (size_t g = 0; g < t->ngroups; g++) {
		signed char side = t->represents[s * t->ngroups + g];

		if (side == 0)
			continue;
		if (!any)
			jsonput_key(b, "represents");
		buf_addc(b, any ? ',' : '{');
		any = true;
		scan_quote(b, t->names[g]);
		buf_adds(b, side > 0 ? ":\"agree\"" : ":\"disagree\"");
	}
	if (any)
		buf_addc(b, '}');
}

/* Polis' figures and the bridging score, from the first kind of groups. */
static void
put_scores(struct buf *b, const struct talk *t, size_t s)
{
	size_t n = t->given > 0 ? t->given : t->ngroups;
	const struct tally *row = t->counts + s * t->ngroups;
	double far = t->pca.axis[0] != NULL ? pca_extremity(&t->pca, s) : 0;

	jsonput_key(b, "scores");
	buf_addc(b, '{');
	if (n > 0) {
		jsonput_number(b, "informed_agree",
		               polis_informed(row, n, true), 15);
		jsonput_number(b, "informed_disagree",
		               polis_informed(row, n, false), 15);
		jsonput_number(b, "informed_agree_mean",
		               polis_informed_mean(row, n, true), 15);
		jsonput_number(b, "informed_disagree_mean",
		               polis_informed_mean(row, n, false), 15);
	}
	if (t->bridging != NULL) {
		jsonput_number(b, "extremity", far, 9);
		jsonput_number(b, "priority",
		               polis_priority(t->all[s], far, false), 9);
		jsonput_number(b, "bridging", t->bridging[s], 3);
	}
	jsonput_number(b, "divisiveness", divisiveness(t->all[s]), 6);
	if (n > 1)
		jsonput_number(b, "polarisation", gap_polarisation(row, n), 6);
	put_represents(b, t, s);
	if (t->consensus[s] != 0)
		jsonput_text(b, "consensus",
		             t->consensus[s] > 0 ? SLICE("agree") :
		                                   SLICE("disagree"));
	buf_addc(b, '}');
}

/* How the groups came about, if they are our own. */
static void
put_opinion(struct buf *b, const struct talk *t)
{
	const struct opinion *o = &t->opinion;

	if (o->group == NULL)
		return;
	jsonput_key(b, "opinion_groups");
	buf_addf(b, "{\"groups\":%zu,\"voters\":%zu", o->k, o->placed);
	jsonput_number(b, "silhouette", o->silhouette, 3);
	jsonput_number(b, "p", o->p, 3);
	jsonput_number(b, "stability", o->stability, 3);
	jsonput_text(
	    b, "words",
	    o->k > 0    ? SLICE("groups that the votes themselves fall into") :
	    o->p > 0.05 ? SLICE("no stable opinion groups: no more "
	                        "structure than chance gives") :
			  SLICE("no stable opinion groups: another draw "
	                        "of voters gives others"));
	buf_addc(b, '}');
}

static void
segment_put_interval(struct buf *b, struct tally t)
{
	double n = (double)t.agree + t.disagree;
	struct interval i = jeffreys(t.agree, n, 0.95);

	jsonput_key(b, "interval");
	buf_addf(b,
	         "{\"low\":%.4f,\"high\":%.4f,\"level\":0.95,"
	         "\"of\":\"agreement\",\"words\":\"",
	         i.low, i.high);
	if (n == 0)
		buf_adds(b, "nobody took a side");
	else if (n == 1)
		buf_addf(b, "the only one who took a side %s",
		         t.agree > 0 ? "agrees" : "disagrees");
	else
		buf_addf(b, "%u of the %.0f who took a side agree%s", t.agree,
		         n, t.agree == 1 ? "s" : "");
	if (n >= 5)
		buf_addf(b,
		         "; of others like them between about %.0f and "
		         "%.0f in 100 might",
		         i.low * 100, i.high * 100);
	buf_adds(b, "\"}");
}

/* The groups of each side, with how many of them take it. */
static void
put_side(struct buf *b, const struct talk *t, size_t s, bool agree)
{
	const struct tally *row = t->counts + s * t->ngroups;
	bool first = true;

	buf_addf(b, "{\"side\":\"%s\",\"notes\":[],\"groups\":{",
	         agree ? "for" : "against");
	for (size_t g = 0; g < t->ngroups; g++) {
		if ((row[g].agree > row[g].disagree) != agree)
			continue;
		if (!first)
			buf_addc(b, ',');
		first = false;
		scan_quote(b, t->names[g]);
		buf_addf(b, ":%u", agree ? row[g].agree : row[g].disagree);
	}
	buf_adds(b, "}}");
}

static void
put_positions(struct buf *b, const struct talk *t, size_t s)
{
	buf_adds(b, ",\"positions\":[");
	put_side(b, t, s, true);
	buf_addc(b, ',');
	put_side(b, t, s, false);
	buf_addc(b, ']');
}

static void
put_rule(struct inquiry *w, const struct talk *t, size_t s,
         const struct ruling *r)
{
	struct buf rule = BUF_INIT, margin = BUF_INIT;
	struct poll p = talk_poll(t, s);

	if (t->ratings != NULL && talk_rated(t, s)) {
		const double *count = t->ratings + s * LEDGER_SCALE;
		size_t scale = w->l->options.scale;

		rule_ratings_words(&rule, &w->opts->criteria, count, scale, &p,
		                   r, t->names);
		rule_ratings_margin(&margin, &w->opts->criteria, count, scale,
		                    &p, r, t->names);
	} else {
		rule_votes_words(&rule, &w->opts->criteria, &p, r, t->names);
		rule_votes_margin(&margin, &w->opts->criteria, &p, r, t->names);
	}
	jsonput_text(&w->line, "rule", buf_view(&rule));
	jsonput_text(&w->line, "margin", buf_view(&margin));
	buf_free(&margin);
	buf_free(&rule);
}

/* Whether the note speaks for agreement or for divergence. */
static void
put_sides(struct buf *b, struct slice id, enum ruling_verdict v)
{
	buf_adds(b, ",\"converging\":[");
	if (v == RULING_CONVERGENT)
		scan_quote(b, id);
	buf_adds(b, "],\"diverging\":[");
	if (v == RULING_CONTESTED || v == RULING_DIVIDED)
		scan_quote(b, id);
	buf_addc(b, ']');
}

void
statement_put(struct inquiry *w, uint32_t event, const struct talk *t, size_t s)
{
	const struct ruling *r = &w->voted[t->note[s]].ruling;
	struct slice id = ledger_name(&w->l->notes, t->note[s]);
	struct buf *b = &w->line;

	inquiry_begin_finding(w);
	jsonput_text(b, "note", id);
	jsonput_text(b, "event", map_key(&w->l->events, event));
	jsonput_text(b, "verdict", slice_of(ruling_name(r->verdict)));
	if (r->verdict == RULING_CONVERGENT)
		jsonput_text(b, "direction",
		             r->direction > 0 ? SLICE("agree") :
		                                SLICE("disagree"));
	if (talk_of_voters(w, t, s))
		jsonput_text(b, "about", SLICE("voters"));
	jsonput_text(b, "basis", SLICE("votes"));
	put_rule(w, t, s, r);
	segment_put_counts(w, t, s);
	segment_put_interval(b, t->all[s]);
	put_scores(b, t, s);
	talk_put_gap(b, t, s);
	put_opinion(b, t);
	if (s == 0) {
		talk_put(w, t, b);
		talk_put_map(w, t, b);
	}
	jsonput_key(b, "evidence");
	buf_addc(b, '[');
	scan_quote(b, id);
	buf_addc(b, ']');
	put_sides(b, id, r->verdict);
	if (r->verdict == RULING_CONTESTED && t->ngroups > 1)
		put_positions(b, t, s);
	buf_adds(b, ",\"tensions\":[]");
	inquiry_end_finding(w);
}
