/*
 * Words for what people are by office or trade, for finding who says what he
 * is; written for this project. Each line is words for much the same, folded,
 * a space between two; NULL ends the table.
 */
#ifndef DLG_ROLEWORDS_H
#define DLG_ROLEWORDS_H

extern const char *const role_words[];

#endif
