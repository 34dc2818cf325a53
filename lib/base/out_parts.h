/* What the files that make up base/out share. */
#ifndef DLG_OUT_PARTS_H
#define DLG_OUT_PARTS_H

#include "base/out.h"

/*
 * Open a file that nobody sees until it is published: one without a name, or
 * where that cannot be had (or not be named later, without /proc) one beside
 * o->path. o->fd is -1, and errno says why, if neither can be.
 */
void out_file_begin(struct out *o, mode_t mode);

/* Put the finished file in the place of the old one, in one step: 0, or -1. */
int out_file_publish(struct out *o);

/* Forget the file; if it was not published, take it away. */
void out_file_end(struct out *o, bool published);

/* The folder that path is in, to be released with free. */
char *out_directory(const char *path);

#endif
