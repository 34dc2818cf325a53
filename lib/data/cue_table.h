/*
 * Wordings by which a note reports that people differed, or that they agreed.
 * English; see SOURCES.
 */
#ifndef DLG_CUE_TABLE_H
#define DLG_CUE_TABLE_H

#include <stddef.h>

enum cue_kind {
	CUE_NONE,
	CUE_DIVERGENCE,
	CUE_CONVERGENCE,
};

/* The most wordings there may be, and the lists of words that one waits for. */
enum { CUES_MOST = 64, CUE_LISTS = 3 };

/*
 * One wording. A text is tried only if it has a word of each list: beginnings
 * of words in lower case, those with a '$' whole words. The pattern is PCRE2,
 * caseless unless cased.
 */
struct cue_pattern {
	enum cue_kind kind;
	const char *name;             /* what it is called in a finding */
	const char *words[CUE_LISTS]; /* NULL: nothing more is asked */
	const char *pattern;
	int cased;
	int label; /* at the start of a note it is the note-taker's mark */
};

extern const struct cue_pattern cue_table[];
extern const size_t cue_table_len;

#endif
