/*
 * Notes given the codes of a codebook one after another, as they are read:
 * nothing is held of them, however many they are.
 */
#ifndef DLG_CODESTREAM_H
#define DLG_CODESTREAM_H

#include "io/codethemes.h"
#include "io/jsonl.h"

/*
 * Read a stream and write it at once, each note with its codes by the rules,
 * words and examples of book, that is, by what the book says and not by what
 * other notes say; behind the notes the codes that they have are written as
 * themes, see io/codethemes. Return 0, or -1 after a fault.
 */
int codestream(struct jsonl *in, const struct codebook *book,
               struct rules *rules, const struct codethemes_options *options,
               struct out *out);

#endif
