/*
 * One input of any kind, as a curator has it: its bytes made UTF-8, its
 * beginning to look at before anything is read, and its lines.
 */
#ifndef DLG_SOURCE_H
#define DLG_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

enum {
	SOURCE_HEAD = 64 * 1024,         /* bytes that may be looked at */
	SOURCE_WHOLE = 64 * 1024 * 1024, /* most that source_whole takes */
};

struct source {
	const char *name; /* what messages call it */
	int fd;           /* -1: all there is stands in block */
	struct buf block;
	size_t at;     /* the next byte of block to be read */
	uint64_t base; /* offset of block's first byte in the text */
	size_t line;   /* number of the line last returned, from 1 */
	size_t max_line;
	struct recode *recode; /* NULL: the bytes are taken as they are */
	struct buf raw;
	uint64_t skipped; /* bytes of a byte order mark */
	char end;         /* what ends a line: LF, or CR in old Mac files */
	bool eof;
	bool failed;
	bool quiet;      /* report nothing */
	bool partial;    /* the last line may be cut off, and no text */
	bool option;     /* -E may say what the bytes are */
	bool nul;        /* the line last returned holds a NUL */
	uint64_t bad_at; /* offset of a byte of it that is not UTF-8 */
	bool bad;
};

/*
 * Open path ("-": standard input). name stands for it in messages and is
 * borrowed. encoding is what -E says: a name that iconv knows, "auto" to guess,
 * or "" for UTF-8 or what a byte order mark says; NULL is the same, in a tool
 * that has no such option. max_line bounds a line, in bytes.
 * Return 0, or -1 after reporting why not; close it in both cases.
 */
int source_open(struct source *s, const char *path, const char *name,
                const char *encoding, size_t max_line);

/* Open path only to look at its head, in silence. */
int source_peek(struct source *s, const char *path, const char *name,
                const char *encoding);

/* Read text that is in memory, in silence; text must outlive s. */
void source_memory(struct source *s, const char *name, struct slice text);

/* The beginning, at most SOURCE_HEAD bytes, borrowed until a line is read. */
struct slice source_head(const struct source *s);

/*
 * The next line with what ends it, borrowed until the call after. It may hold
 * NUL (s->nul) or bytes that are not UTF-8 (s->bad, s->bad_at).
 * Return 1, 0 at the end, or -1 after reporting a fault.
 */
int source_line(struct source *s, struct slice *line);

/*
 * The same without LF, CR or CRLF at its end, and a line that is no text is a
 * fault, unless it may be cut off.
 */
int source_text(struct source *s, struct slice *line);

/* Whether the line last returned may be cut off: nothing ends it. */
static inline bool
source_cut(const struct source *s)
{
	return s->partial && s->at > 0 && s->block.data[s->at - 1] != s->end;
}

/* The whole of what is left, borrowed until closed. Return 0, or -1. */
int source_whole(struct source *s, struct slice *all);

/* Why the line last returned is no text: written to why; NULL if it is. */
const char *source_complaint(const struct source *s, struct buf *why);

void source_close(struct source *s);

#endif
