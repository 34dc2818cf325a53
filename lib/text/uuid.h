/*
 * UUIDs (RFC 4122): told from other text, and made from a name (version 5) so
 * that the same name always has the same one.
 */
#ifndef DLG_UUID_H
#define DLG_UUID_H

#include <stdbool.h>

#include "base/slice.h"

enum { UUID_LEN = 36, UUID_BYTES = 16 };

/*
 * Read a UUID, braces around it or not, in either case. Return whether it is
 * one; then text holds it in small letters, with a NUL behind it.
 */
bool uuid_read(struct slice s, char text[UUID_LEN + 1]);

/* The UUID that belongs to name in a name space, itself a UUID as text. */
void uuid_of_name(const char *space, struct slice name,
                  char text[UUID_LEN + 1]);

/* SHA-1 (FIPS 180-4), for UUIDs only: no secret depends on it. */
void uuid_sha1(struct slice s, unsigned char digest[20]);

#endif
