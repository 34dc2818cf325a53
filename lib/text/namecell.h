/*
 * A cell of a registration list in which names stand, as people type them:
 *
 *	Ash Lane (they/them)              one person
 *	Zsófia Nagy (née Tóth) PhD        two surnames, and no honours
 *	José Ángel (Pepe) Ruiz | online   what he goes by, and no remark
 *	Mehmet and Ayşe Yılmaz            two people of one surname
 *	Tom Baker + 1; guest TBC          one, and nobody known
 *
 * What may be a name is taken for one: a remark is what is surely none.
 */
#ifndef DLG_NAMECELL_H
#define DLG_NAMECELL_H

#include <stdbool.h>

#include "base/hashes.h"
#include "base/pool.h"
#include "data/lexicon.h"
#include "text/words.h"

enum { NAMECELL_PEOPLE = 16 };

/* What the column holds. */
enum namecell_part {
	NAMECELL_WHOLE,
	NAMECELL_FIRST,
	NAMECELL_LAST,
	NAMECELL_PERHAPS, /* names, if they look so: of a partner, a guest */
};

struct namecell_name {
	struct slice name; /* "Jane Smith" or "Smith, Jane"; may be empty */
	struct slice nick; /* what they go by, or empty */
};

struct namecell {
	const struct lexicon *lexicon; /* borrowed */
	struct hashes words;           /* of data/cellwords.h */
	uint32_t *what;                /* of each */
	size_t what_cap;
	struct namecell_name v[NAMECELL_PEOPLE]; /* borrowed until the next */
	size_t n;
	enum namecell_part part;
	struct pool pool;
	struct words scratch;
	struct buf text, laid, nick, born, fold, row;
	struct slice beside;
};

void namecell_open(struct namecell *c, const struct lexicon *l);

/*
 * Take a cell apart. beside is what else stands in the row: no name, where a
 * remark repeats it; both are borrowed with c->v. Return 0, with c->n people,
 * none where the cell says so
 * ("TBC"); or -1 if they cannot be told apart.
 */
int namecell_read(struct namecell *c, struct slice cell, struct slice beside,
                  enum namecell_part part);

/* Whether nobody is named: no letter, or only words such as TBC and guest. */
bool namecell_is_nobody(struct namecell *c, struct slice cell);

/*
 * Whether a cell looks like the full name of a person, whatever its column is
 * called: its first name well known (surely), or no word of it known at all.
 */
bool namecell_is_full(struct namecell *c, struct slice cell, bool surely);

/*
 * The names in an e-mail address, "jane.smith@x.org", as words; of no length if
 * it does not hold two.
 */
struct slice namecell_mail(struct namecell *c, struct slice address);

void namecell_close(struct namecell *c);

#endif
