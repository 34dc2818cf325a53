/*
 * What English words mostly are, from WordNet: lines of a word, a blank and a
 * letter (v a verb, a an adjective, r an adverb), sorted by their bytes. Nouns
 * are not in it. text/wordclass reads it.
 */
#ifndef DLG_DATA_WORDCLASS_H
#define DLG_DATA_WORDCLASS_H

extern const char wordclass_text[], wordclass_text_end[];

#endif
