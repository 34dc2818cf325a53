/* The records of events, and their audits. */
#include <stdlib.h>

#include "base/mem.h"
#include "io/held.h"
#include "io/held_parts.h"
#include "text/link.h"

/*
 * Say which rule an event is under. An option may name it where the event
 * does not, or make it stricter, never looser.
 */
static int
settle_rule(struct held *h, struct held_event *e)
{
	int asked = h->options->rule;

	if (e->rule == RULES) {
		e->rule = asked < 0 ? RULE_CHATHAM : (enum held_rule)asked;
		return 0;
	}
	if (asked > (int)e->rule)
		return diag(STATUS_PRIVACY,
		            "an event is under a stricter rule than --rule "
		            "says: only its own record can loosen it");
	if (asked >= 0)
		e->rule = (enum held_rule)asked;
	return 0;
}

/*
 * A name for an event whose own would tell of somebody: its place among all,
 * so that the order of lines does not matter.
 */
static struct slice
number_event(struct held *h, struct slice name)
{
	size_t number = 1;

	for (size_t i = 0; i < h->event_names.n; i++)
		number += slice_cmp(map_key(&h->event_names, i), name) < 0;
	do {
		buf_reset(&h->text);
		buf_addf(&h->text, "event-%zu", number);
		number += h->event_names.n;
	} while (map_find(&h->event_names, buf_view(&h->text)) != MAP_NONE);
	return pool_slice(&h->pool, buf_view(&h->text));
}

int
held_events(struct held *h, struct record *rec)
{
	struct slice renamed = { NULL, 0 };

	(void)rec;
	for (size_t i = 0; i < h->event_names.n; i++) {
		struct held_event *e = &h->events[i];
		struct slice name = map_key(&h->event_names, i), safe;

		if (settle_rule(h, e) != 0)
			return -1;
		e->name = name;
		if (e->rule == RULE_NONE)
			continue;
		safe = held_redact(h, name,
		                   e->rule == RULE_CHATHAM ? MASK_LISTED :
		                                             MASK_CONTACTS);
		if (!slice_eq(safe, name) ||
		    (e->rule == RULE_CHATHAM && link_names(name, h->roster)))
			renamed = e->name = number_event(h, name);
	}
	if (renamed.p != NULL)
		diag_note("an event's id tells of somebody: it has a number "
		          "instead, such as %s; give it another with "
		          "dlg-import -e",
		          renamed.p);
	return 0;
}

void
held_put_votes(struct buf *b, struct slice json)
{
	static const char *const keys[] = { "agree", "disagree", "pass" };
	json_t *votes =
	    json_loadb(json.p, json.len, JSON_REJECT_DUPLICATES, NULL);
	bool any = false;

	for (int i = 0; i < 3; i++) {
		const json_t *n = json_object_get(votes, keys[i]);

		if (!json_is_integer(n))
			continue;
		buf_adds(b, any ? ",\"" : ",\"votes\":{\"");
		buf_addf(b, "%s\":%lld", keys[i],
		         (long long)json_integer_value(n));
		any = true;
	}
	if (any)
		buf_addc(b, '}');
	json_decref(votes);
}

/* What an event's record says in a field; p NULL if it may not be told. */
static struct slice
event_text(const struct held_event *e, struct record *rec, enum field f)
{
	struct slice text = record_str(rec, f);

	if (text.p == NULL || f != F_DATE || e->rule != RULE_CHATHAM)
		return text;
	text = held_day(text);
	return text.len >= 4 && held_well_formed(f, text) ?
	           text :
	           (struct slice){ NULL, 0 };
}

/* An event without a record gets one, if its rule is not the usual one. */
static void
put_rule(const struct held_event *e, struct buf *b, struct out *o)
{
	if (e->rule == RULE_CHATHAM)
		return;
	buf_reset(b);
	buf_adds(b, "{\"type\":\"event\"");
	if (e->name.len > 0) {
		buf_adds(b, ",\"event\":");
		scan_quote(b, e->name);
	}
	buf_addf(b, ",\"rule\":\"%s\",\"schema\":%d}", record_rules[e->rule],
	         RECORD_SCHEMA);
	record_put_raw(o, buf_view(b));
}

void
held_put_event(struct held *h, uint32_t event, struct record *rec,
               struct out *o)
{
	static const enum field strings[] = { F_TITLE, F_DATE, F_CONVENOR };
	const struct held_event *e = &h->events[event];
	struct buf *b = &h->body;

	if (e->line.p == NULL)
		put_rule(e, b, o);
	if (e->line.p == NULL || record_parse(rec, e->line) != 0)
		return;
	buf_reset(b);
	buf_adds(b, "{\"type\":\"event\",\"event\":");
	scan_quote(b, e->name);
	for (int i = 0; i < 3; i++) {
		struct slice s = event_text(e, rec, strings[i]);

		if (s.p == NULL)
			continue;
		buf_addf(b, ",\"%s\":", record_field_name(strings[i]));
		held_count_field(h, event, strings[i], s, NULL);
		scan_quote(b, e->rule == RULE_NONE ?
		                  s :
		                  held_redact(h, s, held_mask_of(e->rule)));
	}
	buf_addf(b, ",\"rule\":\"%s\"", record_rules[e->rule]);
	if (record_has(rec, F_PARTICIPANTS))
		held_put_participants(h, b, rec, event);
	buf_addf(b, ",\"schema\":%d}", RECORD_SCHEMA);
	record_put_raw(o, buf_view(b));
}

/* Add the counts of an object of an earlier audit to those of this run. */
static void
put_counts(struct buf *b, const char *key, const json_t *before,
           const char *(*name)(int), const size_t *counts, int n)
{
	bool any = false;

	before = json_object_get(before, key);
	buf_addf(b, ",\"%s\":{", key);
	for (int i = 0; i < n; i++) {
		long long sum = (long long)counts[i] +
		                held_count_of(json_object_get(before, name(i)));

		if (sum == 0)
			continue;
		buf_addf(b, "%s\"%s\":%lld", any ? "," : "", name(i), sum);
		any = true;
	}
	buf_addc(b, '}');
}

static const char *
kind_name(int i)
{
	return span_word((enum span_kind)i);
}

static const char *
field_name(int i)
{
	return record_field_name((enum field)i);
}

static size_t
count_in(const json_t *audit, const char *key)
{
	return (size_t)held_count_of(json_object_get(audit, key));
}

static const char *
vote_word(int i)
{
	static const char *const words[] = { "withheld", "changed",
		                             "ungrouped" };

	return words[i];
}

/* What became of votes, if anything did. */
static void
put_vote_counts(struct buf *b, const json_t *before, const struct held_event *e)
{
	const size_t counts[] = { e->votes_dropped, e->votes_again,
		                  e->votes_ungrouped };
	size_t any = 0;

	for (int i = 0; i < 3; i++)
		any += counts[i];
	if (any > 0 || json_object_get(before, "votes") != NULL)
		put_counts(b, "votes", before, vote_word, counts, 3);
}

static const char *
look_word(int i)
{
	static const char *const words[] = { "rare", "same", "quote" };

	return words[i];
}

/* What should be looked at again; if nobody looked, what an earlier run said.
 */
static void
put_review(struct buf *b, const json_t *before, const struct held_event *e)
{
	size_t any = 0;

	for (int i = 0; i < REVIEWS; i++)
		any += e->review[i];
	if (e->reviewed)
		before = NULL;
	if (any > 0 || json_object_get(before, "review") != NULL)
		put_counts(b, "review", before, look_word, e->review, REVIEWS);
}

void
held_put_audit(struct held *h, uint32_t event, struct record *rec,
               struct out *o)
{
	const struct held_event *e = &h->events[event];
	struct buf *b = &h->body;
	json_t *before = NULL;
	size_t k = h->options->k;

	if (e->audit.p != NULL && record_parse(rec, e->audit) == 0)
		before = record_load(rec);
	if (count_in(before, "k") > 0 && count_in(before, "k") < k)
		k = count_in(before, "k");
	buf_reset(b);
	buf_adds(b, "{\"type\":\"audit\"");
	if (e->name.len > 0) {
		buf_adds(b, ",\"event\":");
		scan_quote(b, e->name);
	}
	buf_addf(b, ",\"rule\":\"%s\",\"k\":%zu,\"notes\":%zu,\"withheld\":%zu",
	         record_rules[e->rule], k,
	         e->notes + count_in(before, "withheld"),
	         e->withheld + count_in(before, "withheld"));
	put_counts(b, "replaced", before, kind_name, e->replaced, SPAN_KINDS);
	put_counts(b, "generalised", before, field_name, e->generalised,
	           F_KNOWN);
	put_counts(b, "suppressed", before, field_name, e->suppressed, F_KNOWN);
	put_vote_counts(b, before, e);
	put_review(b, before, e);
	buf_addc(b, '}');
	record_put_raw(o, buf_view(b));
	json_decref(before);
}
