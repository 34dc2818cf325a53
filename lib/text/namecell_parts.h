/* What the parts of text/namecell share; for them alone. */
#ifndef DLG_NAMECELL_PARTS_H
#define DLG_NAMECELL_PARTS_H

#include "data/cellwords.h"
#include "text/namecell.h"

enum { PIECE_TOKENS = 24, NAME_TOKENS = 8 };

/*
 * How a cell is laid out: \n and ; part people (\n where a surname may be
 * shared), \t parts what stands between dashes and bars, ASIDE and BACK
 * enclose what stood in brackets.
 */
enum { ASIDE = 0x0e, BACK = 0x0f };

/* What stands between spaces. */
struct token {
	struct slice raw; /* without signs at its ends */
	uint32_t what;    /* enum cell_word */
	bool letters;     /* there is one */
	bool upper;       /* all capitals, two at least */
	bool small;       /* begins with a small letter */
	bool plain;       /* words of the dictionary that are nobody's name */
	bool known;       /* a first name that many have */
	bool surname;     /* the same of surnames */
	bool place;
	bool everyday; /* a word that everybody uses all the time */
	bool org;      /* ends the name of an organisation: Ltd */
};

/* A part of a cell, as its tokens; those past PIECE_TOKENS are left out. */
struct piece {
	struct token v[PIECE_TOKENS];
	size_t n;
};

struct piece piece_of(struct namecell *c, struct slice text);

/* Whether all tokens that have letters are of these classes, or there is none.
 */
bool piece_is_all(const struct piece *p, uint32_t what);

/*
 * Whether a piece behind a name is no name: it has a word that names nobody,
 * or says what stands in another cell of the row.
 */
bool piece_is_remark(struct namecell *c, const struct piece *p);

/*
 * Cut titles off the front, honours and remarks off both ends. So many tokens
 * stay before letters that might be a name (Ma, Do): 2 in a whole name, 1 in a
 * surname; 0 behind a comma, where there may be nothing else.
 */
void piece_strip(struct piece *p, size_t least);

/* Append the tokens, a space between two. */
void piece_put(struct buf *out, const struct piece *p);

/* Whether what a piece says is that nobody is known. */
bool piece_is_nobody(const struct namecell *c, const struct piece *p);

/*
 * namecell_people.c: find the people in what is laid out; 0, or -1 if they
 * cannot be told apart.
 */
int namecell_people(struct namecell *c);

/* namecell_lay.c: lay a cell out in c->laid. */
void namecell_lay_out(struct namecell *c, struct slice cell);

/* How long the part of the first person is in what is laid out. */
size_t namecell_next(struct slice text);

/* namecell_aside.c: append a person's part to rest without its asides, which
 * are remembered. */
void namecell_asides(struct namecell *c, struct slice text, struct buf *rest);

/* Give a person the asides remembered. */
void namecell_join_asides(struct namecell *c, struct namecell_name *name);

#endif
