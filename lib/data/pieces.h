/*
 * The word pieces of the sentence encoder as a trie, laid out as
 * lib/data/encoder.pl says; origin and licence in lib/data/SOURCES.
 */
#ifndef DLG_DATA_PIECES_H
#define DLG_DATA_PIECES_H

extern const unsigned char data_pieces[];

#endif
