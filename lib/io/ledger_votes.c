#include <math.h>

#include "base/mem.h"
#include "io/ledger_parts.h"
#include "io/value.h"
#include "math/rating.h"

/* A rating in the field, 0 if there is none, or -1 after a report. */
static int
read_rating(const struct ledger *l, struct record *rec)
{
	double r = record_num(rec, F_RATING, 0);

	if (!record_has(rec, F_RATING))
		return 0;
	if (!(r >= 1 && r <= (double)l->options.scale) || r != floor(r))
		return record_fault(rec, STATUS_FAULT,
		                    "the rating is not a whole number from 1 "
		                    "to %zu: --scale says where the "
		                    "scale ends",
		                    l->options.scale);
	return (int)r;
}

static size_t
leading_digits(struct slice s)
{
	size_t n = 0;

	while (n < s.len && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

/* A count in an object of votes. */
static int
read_count(struct record *rec, struct slice votes, const char *key,
           uint32_t *count)
{
	struct slice v = value_get(votes, key);

	*count = (uint32_t)value_count(v);
	if (v.len > 9 || leading_digits(v) != v.len)
		return record_fault(rec, STATUS_FAULT,
		                    "votes: \"%s\" is not a count", key);
	return 0;
}

int
ledger_votes_of_note(struct ledger *l, uint32_t note, struct record *rec)
{
	struct slice votes = record_raw(rec, F_VOTES);
	struct inline_votes *v;
	int rating = read_rating(l, rec);

	if (rating < 0)
		return -1;
	l->entries[note].rating = (uint8_t)rating;
	if (votes.p == NULL)
		return 0;
	l->counted =
	    mem_grow(l->counted, &l->counted_cap, l->ncounted + 1, sizeof(*v));
	v = &l->counted[l->ncounted++];
	v->note = note;
	if (read_count(rec, votes, "agree", &v->votes.agree) < 0 ||
	    read_count(rec, votes, "disagree", &v->votes.disagree) < 0 ||
	    read_count(rec, votes, "pass", &v->votes.pass) < 0)
		return -1;
	l->entries[note].flags |= ENTRY_VOTED;
	return 0;
}

static int
read_time(struct record *rec, int64_t *time)
{
	struct slice raw = record_raw(rec, F_TIME);
	double t;

	*time = INT64_MIN;
	if (raw.p == NULL)
		return 0;
	if (raw.len < 16 && leading_digits(raw) == raw.len) {
		*time = 0;
		for (size_t i = 0; i < raw.len; i++)
			*time = *time * 10 + (raw.p[i] - '0');
		return 0;
	}
	t = record_num(rec, F_TIME, 0);
	if (!(fabs(t) < 9e15))
		return record_fault(rec, STATUS_FAULT,
		                    "the time is out of range");
	*time = (int64_t)t;
	return 0;
}

/* The voter's group: of several named, the first in the alphabet. */
void
ledger_group_voter(struct ledger *l, uint32_t voter, struct slice group)
{
	size_t had = l->voter_group_cap;
	uint32_t *g;

	l->voter_group = mem_grow(l->voter_group, &l->voter_group_cap,
	                          (size_t)voter + 1, sizeof(*g));
	for (size_t i = had; i < l->voter_group_cap; i++)
		l->voter_group[i] = LEDGER_NONE;
	g = &l->voter_group[voter];
	if (group.p == NULL || group.len == 0)
		return;
	l->voters_grouped = true;
	if (*g == LEDGER_NONE || slice_cmp(group, map_key(&l->groups, *g)) < 0)
		*g = (uint32_t)map_add(&l->groups, group);
}

void
ledger_voted(struct ledger *l, uint32_t note, const struct record *rec)
{
	size_t had = l->first_vote_cap;

	l->first_vote = mem_grow(l->first_vote, &l->first_vote_cap,
	                         (size_t)note + 1, sizeof(*l->first_vote));
	for (size_t i = had; i < l->first_vote_cap; i++)
		l->first_vote[i] = (struct where){ NULL, 0 };
	if (l->first_vote[note].line == 0)
		l->first_vote[note] = (struct where){ rec->file, rec->line };
}

void
ledger_rated(struct ledger *l, const struct rated *r)
{
	l->rated =
	    mem_grow(l->rated, &l->rated_cap, l->nrated + 1, sizeof(*l->rated));
	l->rated[l->nrated++] = *r;
}

/* The value of a vote, or 2 if it is none. */
static int
read_value(struct record *rec)
{
	struct slice raw = record_raw(rec, F_VALUE);
	double v;

	if (raw.len == 1 && (raw.p[0] == '1' || raw.p[0] == '0'))
		return raw.p[0] - '0';
	v = record_num(rec, F_VALUE, 2);
	return v == 1 || v == 0 || v == -1 ? (int)v : 2;
}

/* A vote by its value; if only a rating is given, by the side that takes. */
static int
add_cast(struct ledger *l, uint32_t note, uint32_t voter, int rating,
         struct record *rec)
{
	int value = rating > 0 && !record_has(rec, F_VALUE) ?
	                rating_side((size_t)rating, l->options.scale) :
	                read_value(rec);
	int64_t time;

	if (value == 2)
		return record_fault(rec, STATUS_FAULT,
		                    "the value of a vote is not 1 (agree), -1 "
		                    "(disagree) or 0 (pass)");
	if (read_time(rec, &time) < 0)
		return -1;
	if (rating > 0)
		ledger_rated(
		    l, &(struct rated){ note, voter, time, (uint32_t)rating });
	l->casts =
	    mem_grow(l->casts, &l->casts_cap, l->ncasts + 1, sizeof(*l->casts));
	l->casts[l->ncasts++] =
	    (struct cast){ voter, BALLOT_CAST(note, value), time };
	return 0;
}

int
ledger_add_vote(struct ledger *l, struct record *rec)
{
	struct slice id = record_str(rec, F_NOTE), who;
	uint32_t event = ledger_event(l, rec);
	uint32_t note, voter;
	struct entry *e;
	int rating = read_rating(l, rec);

	if (rating < 0)
		return -1;
	if (id.p == NULL || id.len == 0)
		return record_fault(rec, STATUS_FAULT,
		                    "a vote on nothing: \"note\" says on what");
	note = ledger_number(l, &l->notes, event, id);
	who = record_str(rec, F_VOTER);
	if (who.p == NULL || who.len == 0)
		return record_fault(rec, STATUS_FAULT,
		                    "a vote of nobody: \"voter\" says whose");
	if (note >= BALLOT_MOST)
		return record_fault(rec, STATUS_FAULT, "too many statements");
	e = ledger_entry(l, note);
	e->flags |= ENTRY_VOTED;
	e->event = event;
	ledger_voted(l, note, rec);
	voter = ledger_number(l, &l->voters, event, who);
	ledger_group_voter(l, voter,
	                   ledger_field(l, rec, l->options.group, F_GROUP));
	return add_cast(l, note, voter, rating, rec);
}

/* A field that nobody has was misspelt: without it all is one table. */
static int
check_fields(const struct ledger *l)
{
	if (l->notes.n == 0)
		return 0;
	if (l->options.table != NULL && l->tables.n == 0)
		return diag(STATUS_FAULT, "no note has the field that -b "
		                          "(--table) names");
	if (l->options.group != NULL && l->groups.n == 0)
		return diag(STATUS_FAULT, "no note and no vote has the field "
		                          "that -g (--group) names");
	return 0;
}

int
ledger_check(const struct ledger *l)
{
	for (size_t n = 0; n < l->notes.n; n++) {
		const struct entry *e = &l->entries[n];

		if (!(e->flags & ENTRY_NOTE))
			return diag_at(STATUS_FAULT, l->first_vote[n].file,
			               l->first_vote[n].line,
			               "a vote on a note that is not in the "
			               "stream: add the notes' file, or leave "
			               "the vote out");
	}
	return check_fields(l);
}
