/*
 * Turns of phrase in which people tell what they are or of what they are, each
 * with one gap; written for this project. text/frame.h reads them: words
 * between blanks, "|" between words of which one stands there, "?" behind what
 * may be left out, "*" before the one by which the phrase is found; NULL ends
 * the table. The first that fits counts.
 *
 * Gaps: ANY, whatever words there are behind an article; ROLE, an office or
 * trade; AROLE, one behind an article, with a capital or of several
 * ("farmers"); HELD, one that somebody of the list has; ONLY, an office that
 * only one has; LED, a body that somebody leads; OF, one that somebody belongs
 * to; LISTED, one that somebody of the list does; OWN, one that somebody calls
 * his.
 */
#ifndef DLG_CLAIMS_H
#define DLG_CLAIMS_H

extern const char *const claim_frames[];

#endif
