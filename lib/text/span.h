/*
 * Stretches of a text that must not be published, and what stands for them.
 */
#ifndef DLG_SPAN_H
#define DLG_SPAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

/* What a stretch is. Where two overlap, the one that begins first wins. */
enum span_kind {
	SPAN_NAME,
	SPAN_ORG,
	SPAN_ROLE,
	SPAN_PLACE,
	SPAN_EMAIL,
	SPAN_PHONE,
	SPAN_LINK,
	SPAN_NUMBER,
	SPAN_DATE,
	SPAN_TERM,
	SPAN_CLAUSE, /* left out: nothing stands for it */
	SPAN_KINDS,
};

struct span {
	uint32_t start, end; /* bytes of the text */
	uint64_t who;     /* one number for all mentions of one thing, or 0 */
	const char *rule; /* why, in a word or two; static */
	const char *instead; /* what stands for it, or NULL: "[" kind "]" */
	uint8_t kind;        /* enum span_kind */
};

struct spans {
	struct span *v;
	size_t n, cap;
};

/* What a kind is called in a placeholder and in the log: "name", "e-mail". */
const char *span_word(enum span_kind kind);

void spans_add(struct spans *s, struct span span);

/* Put them in order; those that overlap or touch become one. */
void spans_settle(struct spans *s);

/*
 * The end of a placeholder ("[name]", "[role: health professional]",
 * "[name 3]") that begins at text[at], or 0 if none does.
 */
size_t span_placeholder(struct slice text, size_t at);

/*
 * Append text with its spans, which are settled, replaced. numbers, if not
 * NULL, holds for each span the number to show with it, or 0.
 */
void spans_write(struct buf *out, struct slice text, const struct span *v,
                 size_t n, const uint32_t *numbers);

void spans_free(struct spans *s);

#endif
