/*
 * Vectors of notes, for comparing what they mean: made by our encoder, or
 * brought by people from any other model.
 */
#ifndef DLG_VECTORS_H
#define DLG_VECTORS_H

#include "io/notes.h"

struct vectors {
	size_t dims;      /* a multiple of 16; 0 if there are none */
	float *v;         /* dims floats for each note: of length 1, or 0 */
	size_t without;   /* notes that have none */
	const char *from; /* "encoder", "static", "notes", "file" or "none" */
	float share;      /* how much of what notes have in common they say */
};

#define VECTORS_INIT \
	{ \
		0, NULL, 0, "none", VECTORS_SHARE \
	}

/* The share of vectors of sentences, and of those that sum up words. */
#define VECTORS_SHARE 0.30f
#define VECTORS_STATIC_SHARE 0.15f

/* Encode the notes that are English. */
void vectors_encode(struct vectors *v, const struct notes *notes);

/* Sum up the words of the notes by the static table, which is as good as free:
 * see math/gist. */
void vectors_sum_up(struct vectors *v, const struct notes *notes);

/*
 * Take the "vector" fields of notes, as long as the first one that has it.
 * Return 0 (also if no note has one), or -1 after reporting a fault.
 */
int vectors_of_notes(struct vectors *v, const struct notes *notes,
                     size_t max_depth);

/*
 * Read them from the lines of a file, each an object with "id" (and "event",
 * if ids are not enough) and "vector". Return 0, or -1 after reporting a fault.
 */
int vectors_read(struct vectors *v, const struct notes *notes,
                 const char *path);

void vectors_free(struct vectors *v);

#endif
