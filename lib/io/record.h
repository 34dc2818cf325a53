/*
 * One record of the stream: a line whose members are borrowed slices, to be
 * read, changed and written back with only the changed members spliced in.
 * Members that nobody asked about pass through byte for byte.
 *
 * A record and every slice taken from it are borrowed until the next
 * jsonl_next.
 */
#ifndef DLG_RECORD_H
#define DLG_RECORD_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/out.h"
#include "base/slice.h"
#include "io/scan.h"

/* What a record is, from its "type"; TYPE_OTHER for what we do not know. */
enum record_type {
	TYPE_OTHER,
	TYPE_EVENT,
	TYPE_NOTE,
	TYPE_VOTE,
	TYPE_AUDIT,
	TYPE_THEME,
	TYPE_FINDING,
	TYPE_END,
};

/* The fields that dlg.7 documents, in the order of record_fields. */
enum field {
	F_TYPE,
	F_ID,
	F_EVENT,
	F_DATE,
	F_TABLE,
	F_ROUND,
	F_QUESTION,
	F_TEXT,
	F_MARK,
	F_VOTES,
	F_RATING,
	F_LANG,
	F_SENSITIVE,
	F_GROUP,
	F_SPEAKER,
	F_ROLE,
	F_ORG,
	F_PLACE,
	F_ATTRS,
	F_SOURCE,
	F_REF,
	F_THEMES,
	F_VECTOR,
	F_TITLE,
	F_CONVENOR,
	F_RULE,
	F_PARTICIPANTS,
	F_SCHEMA,
	F_NOTE,
	F_VOTER,
	F_VALUE,
	F_TIME,
	F_THEME,
	F_LABEL,
	F_RECORDS,
	F_TOOL,
	F_VERSION,
	F_PARTIAL,
	F_KNOWN, /* how many there are; also "no known field" */
};

/* The version of the record format that we write and understand. */
enum { RECORD_SCHEMA = 1 };

struct record {
	const char *file; /* where it came from, for messages */
	size_t line;
	enum record_type type;
	struct slice raw;       /* the whole line */
	struct member *members; /* as read, in their order */
	size_t n;
	int at[F_KNOWN]; /* index of each known field's member, or -1 */

	/* The rest is the module's own. */
	struct scan scan;
	struct buf scratch; /* decoded texts */
	struct edit *edits; /* one a member, if changed */
	size_t edits_cap;
	bool changed;
	struct buf values;        /* what the edits put in place */
	struct buf added;         /* new members, as JSON text */
	unsigned char slots[256]; /* known fields by a hash of their name */
};

/*
 * The words of a mark and of a rule, NULL behind the last: in the order of enum
 * mark, without MARK_NONE, and of enum held_rule.
 */
extern const char *const record_marks[], *const record_rules[];

/* The place of word among such words, or -1. */
int record_word(struct slice word, const char *const *words);

/* The name of a known field, as it stands in a record. */
const char *record_field_name(enum field f);

/* The field of that name, or F_KNOWN. */
enum field record_field(struct slice name);

/* Whether the record has the field (as read; changes do not count). */
static inline bool
record_has(const struct record *r, enum field f)
{
	return r->at[f] >= 0;
}

/* The JSON text of a field, or an empty slice if there is none. */
struct slice record_raw(const struct record *r, enum field f);

/* The text of a string field that has an escape: for record_str. */
struct slice record_decoded(struct record *r, enum field f);

/* The text of a string field, or an empty slice with p NULL if there is none.
 */
static inline struct slice
record_str(struct record *r, enum field f)
{
	const struct member *m = r->at[f] < 0 ? NULL : &r->members[r->at[f]];

	if (m == NULL || m->val.p[0] != '"')
		return (struct slice){ NULL, 0 };
	if (m->escaped)
		return record_decoded(r, f);
	return (struct slice){ m->val.p + 1, m->val.len - 2 };
}

/* A number field, or fallback if there is none. */
double record_num(const struct record *r, enum field f, double fallback);

/* A field or the whole record, read by Jansson: a new reference, or NULL. */
json_t *record_json(const struct record *r, enum field f);
json_t *record_load(const struct record *r);

/*
 * Replace a field, or add one that the record has not (once a record); text
 * must be valid UTF-8, json valid JSON.
 */
void record_set_str(struct record *r, enum field f, struct slice text);
void record_set_json(struct record *r, enum field f, struct slice json);

/* Report a fault of this record: "file:line: ..." Return -1. */
int record_fault(const struct record *r, enum status status, const char *fmt,
                 ...) PRINTF_LIKE(3, 4);

/* Write the record, with its changes, as one line. */
void record_put(struct record *r, struct out *o);

/* Write an object built new as one line, keys in the order they were set. */
void record_put_json(struct out *o, const json_t *object);

/* Write a line that is a whole JSON object already, without its newline. */
void record_put_raw(struct out *o, struct slice line);

/*
 * Close the stream: write the end record with how many records were put since
 * the last. partial says that something is missing from what came before.
 */
void record_put_end(struct out *o, bool partial);

/* For io/jsonl: make a record ready, fill it from a line, release it. */
void record_init(struct record *r, size_t max_depth);
int record_parse(struct record *r, struct slice line);
void record_free(struct record *r);

#endif
