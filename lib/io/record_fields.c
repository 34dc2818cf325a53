#include "io/record.h"
#include "io/record_parts.h"

/* What kind of JSON value a known field must be. */
enum kind {
	ANY,
	STRING,
	NUMBER,
	OBJECT,
	ARRAY,
	BOOLEAN,
};

static const char *const kind_names[] = {
	[STRING] = "a string",       [NUMBER] = "a number",
	[OBJECT] = "an object",      [ARRAY] = "an array",
	[BOOLEAN] = "true or false",
};

static const struct {
	struct slice name;
	enum kind kind;
} fields[F_KNOWN] = {
#define FIELD(f, s, k) [f] = { { s, sizeof(s) - 1 }, k }
	FIELD(F_TYPE, "type", STRING),
	FIELD(F_ID, "id", STRING),
	FIELD(F_EVENT, "event", STRING),
	FIELD(F_DATE, "date", STRING),
	FIELD(F_TABLE, "table", STRING),
	FIELD(F_ROUND, "round", STRING),
	FIELD(F_QUESTION, "question", STRING),
	FIELD(F_TEXT, "text", STRING),
	FIELD(F_MARK, "mark", STRING),
	FIELD(F_VOTES, "votes", OBJECT),
	FIELD(F_RATING, "rating", NUMBER),
	FIELD(F_LANG, "lang", STRING),
	FIELD(F_SENSITIVE, "sensitive", BOOLEAN),
	FIELD(F_GROUP, "group", STRING),
	FIELD(F_SPEAKER, "speaker", STRING),
	FIELD(F_ROLE, "role", STRING),
	FIELD(F_ORG, "org", STRING),
	FIELD(F_PLACE, "place", STRING),
	FIELD(F_ATTRS, "attrs", OBJECT),
	FIELD(F_SOURCE, "source", OBJECT),
	FIELD(F_REF, "ref", STRING),
	FIELD(F_THEMES, "themes", ARRAY),
	FIELD(F_VECTOR, "vector", ARRAY),
	FIELD(F_TITLE, "title", STRING),
	FIELD(F_CONVENOR, "convenor", STRING),
	FIELD(F_RULE, "rule", STRING),
	FIELD(F_PARTICIPANTS, "participants", OBJECT),
	FIELD(F_SCHEMA, "schema", NUMBER),
	FIELD(F_NOTE, "note", STRING),
	FIELD(F_VOTER, "voter", STRING),
	FIELD(F_VALUE, "value", NUMBER),
	FIELD(F_TIME, "time", NUMBER),
	FIELD(F_THEME, "theme", STRING),
	FIELD(F_LABEL, "label", STRING),
	FIELD(F_RECORDS, "records", NUMBER),
	FIELD(F_TOOL, "tool", STRING),
	FIELD(F_VERSION, "version", STRING),
	FIELD(F_PARTIAL, "partial", BOOLEAN),
#undef FIELD
};

/* Where a name begins in slots: chosen so that few names meet there. */
static unsigned char
slot_of(struct slice name)
{
	unsigned char first = (unsigned char)name.p[0];
	unsigned char last = (unsigned char)name.p[name.len - 1];

	return (unsigned char)(name.len * 19 + first * 7u + last * 29u);
}

void
record_fill_slots(unsigned char slots[256])
{
	memset(slots, F_KNOWN, 256);
	for (unsigned char f = 0; f < F_KNOWN; f++) {
		unsigned char at = slot_of(fields[f].name);

		while (slots[at] != F_KNOWN)
			at++;
		slots[at] = f;
	}
}

enum field
record_lookup(const unsigned char slots[256], struct slice name)
{
	if (name.len == 0)
		return F_KNOWN;
	for (unsigned char at = slot_of(name); slots[at] != F_KNOWN; at++)
		if (slice_eq(fields[slots[at]].name, name))
			return slots[at];
	return F_KNOWN;
}

const char *
record_field_name(enum field f)
{
	return fields[f].name.p;
}

enum field
record_field(struct slice name)
{
	enum field f = 0;

	while (f < F_KNOWN && !slice_eq(fields[f].name, name))
		f++;
	return f;
}

static enum kind
kind_of(struct slice json)
{
	switch (json.p[0]) {
	case '"':
		return STRING;
	case '{':
		return OBJECT;
	case '[':
		return ARRAY;
	case 't':
	case 'f':
		return BOOLEAN;
	case 'n':
		return ANY;
	default:
		return NUMBER;
	}
}

bool
record_is_kind(enum field f, struct slice json)
{
	return kind_of(json) == fields[f].kind;
}

const char *
record_kind_name(enum field f)
{
	return kind_names[fields[f].kind];
}

const char *const record_marks[] = { "agreement",  "divergence", "action",
	                             "commitment", "question",   "principle",
	                             "quote",      NULL };
const char *const record_rules[] = { "chatham-house", "attributed", "none",
	                             NULL };

int
record_word(struct slice word, const char *const *words)
{
	for (int i = 0; words[i] != NULL; i++)
		if (slice_is(word, words[i]))
			return i;
	return -1;
}
