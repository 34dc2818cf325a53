/* What the parts of text/names share; for them alone. */
#ifndef DLG_NAMES_PARTS_H
#define DLG_NAMES_PARTS_H

#include "text/names.h"

enum { NO_WORD = 0 };

/* One number for a person, or for a form that several share. */
uint64_t names_who(const struct form *form, uint64_t hash);
uint64_t names_who_person(int64_t person, uint64_t hash);

/* The longest forms at word i. */
struct forms names_forms_at(const struct names *n, size_t i);

/* The longest name at word i, if it has one of the flags. */
struct found names_at(const struct names *n, size_t i, uint32_t flags);

/* Whether words i..j-1 are all small and everyday. */
bool names_small_talk(const struct names *n, size_t i, size_t j);

/* The words beside word i, if only blanks stand between; or NULL. */
const struct word *names_word_before(const struct names *n, size_t i);
const struct word *names_word_after(const struct names *n, size_t i);

/* Whether a word is this one, folded; or one of these, NULL behind them. */
bool names_is_word(const struct word *w, const char *letters);
bool names_is_one_of(const struct word *w, const char *const *words);

/* Whether a word ends in these letters, with two or more before them. */
bool names_ends_in(const struct names *n, const struct word *w,
                   const char *end);

/* Whether word i is "and". */
bool names_is_and(const struct names *n, size_t i);

/* Whether "and" and another word follow word i. */
bool names_and_after(const struct names *n, size_t i);

/* Whether "will", "should", "and" or the like follows word i. */
bool names_may_do(const struct names *n, size_t i);

/*
 * Whether the role at words i..last says or does something there: "the vicar
 * said", "Chair: we should", "Tom Bowen (chair)".
 */
bool names_role_speaks(const struct names *n, size_t i, size_t last);

/*
 * Whether a first name at word last, which begins a sentence, is followed by
 * what a person is, has or does: "Hope was against it", "Bill will paint".
 */
bool names_acts(const struct names *n, size_t last);

/* Whether words i..j-1, a person by the tagger, are something else. */
bool names_spared(const struct names *n, size_t i, size_t j);

/*
 * Whether word i would be spared if it were tagged, whatever else is: none of
 * its neighbours may be tagged.
 */
bool names_is_moot(const struct names *n, size_t i);

/*
 * Whether the name at words i..last, which begins a sentence, is somebody who
 * feels, answers, moves or does something, or whose role is said; first: it is
 * a first name.
 */
bool names_behaves(const struct names *n, size_t i, size_t last, bool first);

/* The same where that is somebody who is called, counted or introduced. */
bool names_called(const struct names *n, size_t i, size_t last, bool first);

/* In a name of several words that is not a person's: "Grace Road". */
bool names_in_other(const struct names *n, size_t i, size_t last,
                    uint32_t flags);

/* Whether what is said, where or for what follows: "Grace also:". */
bool names_heads(const struct names *n, size_t last);

/* "Hay family", "Will of Marsh Road"; no "young family". */
bool names_has_kin(const struct names *n, size_t last, bool first);

/* What people sigh or shout: "Joy!", "Hope". */
bool names_is_sigh(const struct word *w);

/*
 * How many words from i on, a first name in small letters and perhaps the first
 * letter of its surname, the signs of note-takers mark as somebody; or 0.
 */
size_t names_typed(const struct names *n, size_t i);

/* Whether word i, which no table knows, is somebody: "Niamh's daughter". */
bool names_unknown_person(const struct names *n, size_t i);

/*
 * How many words from i on are a name of somebody no table knows: "Hiroshi
 * Tanaka", "Nguyen Van Anh"; or 0.
 */
size_t names_unknown_pair(const struct names *n, size_t i);

/* Whether word i is part of the name of a file: "pike_attendance.xlsx". */
bool names_in_file(const struct names *n, size_t i);

/* "Santa", "San": before a name, of a place. */
bool names_is_saint(const struct word *w);

/* Whether a name is a thing that people talk of: "Price", "Park", "Hope". */
bool names_is_topic(const struct word *w);

/* Nothing, or a sign that ends a clause. */
bool names_is_end(int32_t code);

/* Whether word i, a month as well, is one there: "in May". */
bool names_is_month(const struct names *n, size_t i);

/* "Ahmed 2, Rita 3, Bill 1": whether word i stands behind one and a number. */
bool names_in_tally(const struct names *n, size_t i);

/*
 * "to draft", "said", "also thinks": whether what people do stands behind word
 * last; first: it is a first name that may begin a sentence.
 */
bool names_does_something(const struct names *n, size_t last, bool first);

/* Whether words i..last stand beside a name, as one: "Mark, Rose and Grace". */
bool names_beside(const struct names *n, size_t i, size_t last);

/* Right beside somebody who is found: "hiro + sid", "with grace and rose". */
bool names_beside_small(const struct names *n, size_t i);

/* Where the particles begin that stand before the surname at word i; or i. */
size_t names_particles(const struct names *n, size_t i);

/* Let names that were found reach over what is joined to them. */
void names_stretch(struct names *n);

/* The first word that begins at byte start or behind it. */
size_t names_word_at(const struct names *n, uint32_t start);

/* Mask what was found as a name elsewhere in the text. */
void names_find_again(struct names *n);

/*
 * Two letters that are one person's initials and stand for nothing that is
 * known, where no thing is spoken of: "BG writing", "sketch: YZ", but not "the
 * PB", "in KT", "PB 7", "PK Joinery".
 */
bool names_initials_bare(const struct names *n, size_t i,
                         const struct found *f);

/* Whether initials at words i..last are used as such. */
bool names_initials_meant(const struct names *n, size_t i, size_t last);

/* The same in small letters: "minutes - js", "js: more buses", "notes by js".
 */
bool names_initials_small(const struct names *n, size_t i);

/* Initials that mean something else as well: "MD & RA", "Action: MP". */
bool names_abbreviation_meant(const struct names *n, size_t i, size_t last);

/* "1 IS lift parts", "2. KL signs down": behind a number that begins a line. */
bool names_initials_numbered(const struct names *n, size_t i);

/* Set which words must not be looked at: those of placeholders. */
void names_take_placeholders(struct names *n);

/* Whether most words begin with a capital, those of people's names aside. */
bool names_is_titled(const struct words *w);

/* Whether the word before word i, a name, is a part of that name. */
bool names_belongs_before(const struct names *n, size_t i);

/*
 * How many words from i on are an office or trade: one of the roster if listed,
 * else also one that ends in a word for such; and how many of it hold it.
 */
size_t names_role_at(const struct names *n, size_t i, bool listed,
                     size_t *held);

/* Whether some word of those from i on may end a role. */
bool names_may_be_role(const struct names *n, size_t i);

/* Whether some word of the few before word i may end a role. */
bool names_may_end_role(const struct names *n, size_t i);

/* How many words from i on could be what somebody is, whatever they are. */
size_t names_any_role(const struct names *n, size_t i);

/* Whether word last, the end of a role, is of several: "farmers". */
bool names_is_several(const struct names *n, size_t last);

/*
 * Mask the body at word i that fills a gap, if fewer than k people may say so:
 * GAP_LED, GAP_OF, GAP_LISTED or GAP_OWN.
 */
bool names_mask_body(struct names *n, size_t i, enum gap gap);

/* Mask the name of a place or organisation behind "for", "at", "of" at i. */
void names_mask_where(struct names *n, size_t i, enum span_kind kind);

/* How many words from j on belong to the first name before them. */
size_t names_rest(const struct names *n, size_t j, uint64_t first);

/*
 * names_quiet.c: whether none of the rules below finds anything at word i: by
 * what is known of the word alone, and of the text as a whole. Of most words
 * of most texts it says so at the cost of a few comparisons.
 */
bool names_is_quiet(struct names *n, size_t i);

/*
 * names_near.c: whether word i is nearly no name, whatever stands around it.
 */
bool names_is_unlike(struct names *n, size_t i);

/*
 * Each looks for one kind of mention at word i, masks it and returns how many
 * words it took, or NO_WORD.
 */
size_t names_try_full(struct names *n, size_t i);
size_t names_try_initial(struct names *n, size_t i);
size_t names_try_comma(struct names *n, size_t i);
size_t names_try_title(struct names *n, size_t i);
size_t names_try_single(struct names *n, size_t i);
size_t names_try_stranger(struct names *n, size_t i);
size_t names_try_near(struct names *n, size_t i);
size_t names_try_initials(struct names *n, size_t i);

#endif
