/*
 * Check digits: what tells an identifying number from any other. Each takes
 * the text of the number, separators and all.
 */
#ifndef DLG_CHECKSUM_H
#define DLG_CHECKSUM_H

#include <stdbool.h>

#include "base/slice.h"

/* How many ASCII digits there are. */
size_t checksum_digits(struct slice s);

/* NHS number: ten digits, weights 10 to 2, modulus 11 (NHS Data Dictionary). */
bool checksum_nhs(struct slice s);

/* Payment card: Luhn's sum (ISO/IEC 7812-1), 13 to 19 digits. */
bool checksum_card(struct slice s);

/* IBAN: modulus 97 (ISO 13616). */
bool checksum_iban(struct slice s);

#endif
