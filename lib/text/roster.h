/*
 * The people of a dialogue, and every form in which their names, organisations
 * and roles may stand in a text: a hash of words, so that ten thousand people
 * cost no more than ten.
 */
#ifndef DLG_ROSTER_H
#define DLG_ROSTER_H

#include <stdbool.h>

#include "base/hashes.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/sieve.h"
#include "data/lexicon.h"
#include "text/frame.h"
#include "text/hierarchy.h"
#include "text/near.h"
#include "text/numbered.h"
#include "text/pet.h"
#include "text/script.h"
#include "text/words.h"

/* What a registration list may tell of a person. */
enum roster_field {
	ROSTER_FIRST,
	ROSTER_LAST,
	ROSTER_MIDDLE,
	ROSTER_NICK, /* what they go by */
	ROSTER_HANDLE,
	ROSTER_NAME, /* "Jane Smith" or "Smith, Jane"; read if there is no last
	              */
	ROSTER_EMAIL,
	ROSTER_ROLE,
	ROSTER_ORG,
	ROSTER_PLACE,
	ROSTER_TABLE,
	ROSTER_GROUP,
	ROSTER_EVENT,
	ROSTER_FIELDS,
};

/* What a form of one or several words stands for. */
enum form_kind {
	FORM_NAME,
	FORM_ORG,
	FORM_ROLE,
	FORM_PLACE,
};

/* A form: words in a row that are one thing. */
struct form {
	uint32_t flags;  /* R_FIRST, R_LAST, R_NICK, R_FULL */
	uint32_t person; /* whose, or ROSTER_MANY */
	uint8_t kind;    /* enum form_kind; a name goes before a thing */
	uint8_t words;
	bool strict; /* a role: only with a capital, or where one is claimed */
	bool part;   /* less than the whole name of an organisation */
};

#define ROSTER_MANY UINT32_MAX

enum { FORM_WORDS = 8 };

struct person {
	struct slice v[ROSTER_FIELDS]; /* as listed, white space trimmed */
	bool absent; /* named, but not said to have been there: not counted */
};

struct roster {
	struct person *people;
	size_t n, cap;
	struct pool pool;
	bool has[ROSTER_FIELDS]; /* somebody has it */
	bool moving;             /* who sits where changes with the round */
	struct lexicon lexicon;
	struct hashes names; /* of forms */
	struct form *forms;
	size_t forms_cap;
	struct sieve begun;  /* the first two words of longer forms, joined */
	struct hashes pairs; /* of first name and surname together */
	uint32_t *pair_person;
	size_t pairs_cap;
	struct hashes roles;
	struct sieve role_begun; /* the first words of roles */
	uint32_t *role_people;   /* of each: how many hold it */
	size_t roles_cap, k;
	struct hashes role_words; /* words for roles */
	struct sieve role_worded; /* the same words */
	uint32_t *role_word_kind; /* of each: the line of its table */
	uint32_t
	    *role_kind_people; /* of each line: how many hold such a role */
	size_t role_words_cap;
	uint64_t
	    *person_roles; /* of each person: lines of the table, as bits */
	struct map own;    /* person and hash of a word of his, 12 bytes each */
	uint8_t *own_field; /* of each: enum roster_field */
	size_t own_cap;
	struct map bodies; /* hashes of organisations' words, 8 bytes each */
	struct hashes body_words; /* data/bodywords.h, houses first */
	struct hashes own_words;
	size_t houses;
	uint32_t *body_people; /* of each: how many people's have it */
	size_t bodies_cap;
	struct hashes generals;   /* of roles that can be more general */
	const char **general_put; /* of each: "[role: nurse]" */
	size_t generals_cap;
	struct map scripts; /* bones of names in other scripts */
	uint32_t *script_person;
	size_t scripts_cap;
	struct numbered numbered; /* organisations' names that hold digits */
	struct frames claims;     /* in which people say what they are */
	struct pets pets;         /* first names, for pet names */
	struct near near;         /* first names and surnames, for slips */
	size_t unspaced; /* longest name in a script without spaces, bytes */
};

struct roster *roster_new(void);

/* Add a person; v is copied. A person without any name is kept for counting. */
void roster_add(struct roster *r, const struct slice v[ROSTER_FIELDS]);

/* The same for somebody who is not counted: a guest's name, a manager's. */
void roster_add_absent(struct roster *r, const struct slice v[ROSTER_FIELDS]);

/*
 * Make it ready to find names: nothing is added afterwards. Roles that fewer
 * than k people hold tell who they are.
 */
void roster_ready(struct roster *r, size_t k);

/*
 * Know, of the roles that the hierarchy lists, the least general word that k
 * people of the roster share: when it is ready.
 */
void roster_generalise(struct roster *r, const struct hierarchy *h, size_t k);

/*
 * What stands for a role in these n words, "[role: health professional]"; NULL
 * if nothing that general is known. Borrowed from the roster.
 */
const char *roster_general(const struct roster *r, const struct word *v,
                           size_t n);

void roster_free(struct roster *r);

/* The hash of words in a row; of one word, its own. */
static inline uint64_t
roster_join(uint64_t sum, uint64_t word)
{
	return sum == 0 ? word : lexicon_step((sum + 1) * 31, word);
}

/* The hash of "and". */
static inline uint64_t
roster_and(void)
{
	return lexicon_seal(lexicon_step(LEX_SEED, 'a' | 'n' << 8 | 'd' << 16),
	                    3);
}

/*
 * A word that the name of a thing may leave out: "and", the s of "Rook's". It
 * is not hashed, and not counted as a word of the form.
 */
static inline bool
roster_is_mute(const struct word *w)
{
	return (w->letters == 3 && w->hash == roster_and()) ||
	       (w->shape & SHAPE_LONE && w[-1].shape & SHAPE_OWNS &&
	        w->start <= w[-1].end + 3);
}

/*
 * Whether some form of several words may begin with a word and the next one,
 * joined. Words that are mute in things do not count there.
 */
static inline bool
roster_begins(const struct roster *r, uint64_t joined)
{
	return sieve_may_have(&r->begun, joined);
}

/* The form with that hash, or NULL. */
const struct form *roster_form(const struct roster *r, uint64_t hash);

/*
 * Whose first name (or short form) and surname these are together: a person's
 * number, ROSTER_MANY, or -1 if nobody's.
 */
int64_t roster_pair(const struct roster *r, uint64_t first, uint64_t last);

/* How many people hold the role of that hash of words. */
size_t roster_role(const struct roster *r, uint64_t hash);

/* Whether a role of the roster may begin with a word. */
static inline bool
roster_role_begins(const struct roster *r, uint64_t hash)
{
	return sieve_may_have(&r->role_begun, hash);
}

/* Whether roster_role_word may know a word. */
static inline bool
roster_role_may_be(const struct roster *r, uint64_t hash)
{
	return sieve_may_have(&r->role_worded, hash);
}

/*
 * How many people hold a role that has this word for an office or trade, or one
 * of its like; -1 if it is no such word.
 */
int64_t roster_role_word(const struct roster *r, uint64_t hash);

/* Whether a person holds such a role; of ROSTER_MANY, perhaps. */
bool roster_holds(const struct roster *r, uint32_t person, uint64_t hash);

/*
 * Which field of a person has a word, if fewer than k people share what stands
 * in it: ROSTER_ROLE, ROSTER_ORG, ROSTER_PLACE; or ROSTER_FIELDS.
 */
enum roster_field roster_tells(const struct roster *r, uint32_t person,
                               uint64_t hash);

/* Whether a word is for a body, as data/bodywords.h has them. */
enum body_word { BODY_NONE, BODY_SOME, BODY_HOUSE };
enum body_word roster_body_word(const struct roster *r, uint64_t hash);
bool roster_is_own(const struct roster *r, uint64_t hash);

/* How many people's organisations have a word in their names. */
size_t roster_body(const struct roster *r, uint64_t hash);

/*
 * Whose name these bones are (text/script.h), whole or a stem: a person's
 * number, ROSTER_MANY, or -1.
 */
int64_t roster_script(const struct roster *r, enum script script,
                      const char *bones, size_t len, bool whole);

/* For roster_names.c, roster_things.c and roster_roles.c. */
void roster_add_form(struct roster *r, uint64_t hash, struct form form);
void roster_add_pair(struct roster *r, uint64_t first, uint64_t last,
                     uint32_t person);
void roster_add_script(struct roster *r, enum script script, const char *bones,
                       size_t len, bool whole, uint32_t person);
void roster_names(struct roster *r);
void roster_things(struct roster *r, size_t k);
void roster_roles(struct roster *r);
void roster_own(struct roster *r, size_t k);

/* The key under which the pair (initial, surname) is kept. */
uint64_t roster_initial(char letter);

/*
 * The key under which a surname is kept whose first name the list does not
 * tell, but for its letter; 0 if not even that.
 */
uint64_t roster_untold(char letter);

#endif
