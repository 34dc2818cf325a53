/*
 * Any text, redacted: the spans are in order and inside it, none cuts a
 * character, and what is written has nothing left to mask.
 */
#include <stdlib.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "text/redact.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static struct roster *roster;
static struct patterns *patterns;
static struct redact redact;

static void
setup(void)
{
	static const char *const people[][4] = {
		{ "Will", "Marsh", "GP", "Stroud Food Bank" },
		{ "Zoë", "van der Brontë", "Director of Public Health",
		  "Zed Ltd" },
		{ "明", "李", "", "" },
		{ "Siobhan", "O'Neill-Smith", "youth worker",
		  "the Mosaic Centre" },
	};

	roster = roster_new();
	for (size_t i = 0; i < 4; i++) {
		struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

		v[ROSTER_FIRST] = slice_of(people[i][0]);
		v[ROSTER_LAST] = slice_of(people[i][1]);
		v[ROSTER_ROLE] = slice_of(people[i][2]);
		v[ROSTER_ORG] = slice_of(people[i][3]);
		roster_add(roster, v);
	}
	roster_ready(roster, 5);
	patterns = patterns_new();
	redact_open(&redact, roster, patterns, NAMES_HIGH);
}

/* Where text ends to be UTF-8. */
static size_t
valid_length(const uint8_t *data, size_t len)
{
	size_t at = 0;

	while (at < len) {
		utf8proc_int32_t code;
		utf8proc_ssize_t n = utf8proc_iterate(
		    data + at, (utf8proc_ssize_t)(len - at), &code);

		if (n <= 0)
			break;
		at += (size_t)n;
	}
	return at;
}

static void
check_spans(struct slice text)
{
	uint32_t at = 0;

	for (size_t i = 0; i < redact.spans.n; i++) {
		const struct span *s = &redact.spans.v[i];

		if (s->start < at || s->end <= s->start || s->end > text.len)
			abort();
		if (((unsigned char)text.p[s->start] & 0xc0) == 0x80 ||
		    (s->end < text.len &&
		     ((unsigned char)text.p[s->end] & 0xc0) == 0x80))
			abort();
		at = s->end;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	char *copy;
	struct slice text;
	struct buf out = BUF_INIT;

	if (roster == NULL)
		setup();
	len = valid_length(data, len);
	copy = mem_dup(data, len);
	text = (struct slice){ copy, len };
	if (redact_find(&redact, text) == 0) {
		check_spans(text);
		spans_write(&out, text, redact.spans.v, redact.spans.n, NULL);
	}
	buf_free(&out);
	free(copy);
	return 0;
}
