/*
 * Transcripts and chats: who said what when. Each turn is a note, with its
 * speaker, and its time among attrs.
 */
#ifndef DLG_TRANSCRIPT_H
#define DLG_TRANSCRIPT_H

#include "io/format.h"

/* A turn being read, and the one before it while --join may add to that. */
struct transcript {
	struct sink *sink;
	struct buf speaker, text, time, reply, scratch;
	struct buf last_speaker, last_text, last_time, last_reply;
	size_t line, last_line;
	bool open;    /* a turn is being read */
	bool pending; /* the one before has not been written */
	bool private; /* it was not said to everyone */
	bool last_private;
};

void transcript_open(struct transcript *t, struct sink *sink);

/* A new turn begins; speaker and time may be empty. */
void transcript_turn(struct transcript *t, struct slice speaker,
                     struct slice time, size_t line);

/* A line of the turn; a line break stands between two. */
void transcript_line(struct transcript *t, struct slice text);

/* The turn that is being read ends. */
void transcript_end_turn(struct transcript *t);

/* The end; releases everything. */
void transcript_close(struct transcript *t);

/*
 * A time at the beginning of line: H:MM, MM:SS, HH:MM:SS with a fraction; its
 * length, or 0.
 */
size_t transcript_time(struct slice line);

/* For the table of formats. */
bool zoom_is(const struct probe *p);
int zoom_read(struct source *src, struct sink *sink);
bool subtitle_is_vtt(const struct probe *p);
bool subtitle_is_srt(const struct probe *p);
int subtitle_read(struct source *src, struct sink *sink);
bool otter_is(const struct probe *p);
int otter_read(struct source *src, struct sink *sink);
bool qualcoder_is(const struct probe *p);
int qualcoder_read(struct source *src, struct sink *sink);
bool qualcoder_is_codes(const struct probe *p);
int qualcoder_read_codes(struct source *src, struct sink *sink);

#endif
