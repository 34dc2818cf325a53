/*
 * UTF-8, strictly: no overlong form, no surrogate, nothing over U+10FFFF.
 */
#ifndef DLG_U8_H
#define DLG_U8_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

/* How many bytes at the beginning of s are whole valid characters. */
size_t u8_valid(struct slice s);

/*
 * The length of the character at p, at most len bytes, and its code point;
 * 0 if there is no valid one.
 */
size_t u8_decode(const char *p, size_t len, uint32_t *code);

/* Write the code point (valid, no surrogate) to p; return its bytes, 1 to 4. */
size_t u8_encode(uint32_t code, char p[4]);

#endif
