/*
 * Words for bodies that people lead, work for or belong to, for finding who
 * says of what he is; written for this project. Folded, a space between two.
 */
#ifndef DLG_BODYWORDS_H
#define DLG_BODYWORDS_H

/* Those of which one is enough to say who somebody is. */
extern const char house_words[];

/* Others that people lead. */
extern const char body_words[];

/* What "my" or "our" is said of by those who work there or go there. */
extern const char own_words[];

#endif
