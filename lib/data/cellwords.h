/*
 * Words that stand beside a name in a cell of a registration list and are none:
 * written for this project. Folded, without dots, a space between two; NULL
 * ends the table.
 */
#ifndef DLG_CELLWORDS_H
#define DLG_CELLWORDS_H

#include <stdint.h>

enum cell_word {
	CELL_PRONOUN = 1,  /* she, they */
	CELL_TITLE = 2,    /* before a name: Rt, Hon, Dipl */
	CELL_HONOUR = 4,   /* behind a name: PhD, Esq, Jr */
	CELL_LETTERS = 8,  /* the same, in capitals only: MA, MP */
	CELL_NOBODY = 16,  /* in place of a name: TBC, guest, none */
	CELL_REMARK = 32,  /* of somebody: online, cancelled, chair */
	CELL_BORN = 64,    /* before another surname: born, formerly */
	CELL_CALLED = 128, /* before what somebody goes by: aka, called */
	CELL_AND = 256,    /* between people: and, with */
};

struct cell_words {
	uint32_t what; /* enum cell_word */
	const char *words;
};

extern const struct cell_words cell_words[];

#endif
