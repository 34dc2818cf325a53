/* The forms of the roster that stand at a word. */
#include "text/names.h"
#include "text/names_parts.h"

/* Between word i and the next, in the name of a thing: blanks, a hyphen, "&",
 * "+", or the "'" of "'s". */
static bool
is_one_thing(const struct names *n, size_t i)
{
	const struct word *a = &n->words.v[i], *b = a + 1;
	size_t signs = 0;

	if (names_joined(n, i))
		return true;
	if (i + 1 >= n->words.n || b->start - a->end > 4)
		return false;
	if (a->shape & SHAPE_OWNS)
		return b->shape & SHAPE_LONE && b->start <= a->end + 3;
	for (uint32_t p = a->end; p < b->start; p++) {
		if (n->text.p[p] == '&' || n->text.p[p] == '+' ||
		    (n->text.p[p] == '.' && a->what & CUE_PARTICLE))
			signs++;
		else if (n->text.p[p] != ' ')
			return false;
	}
	return signs == 1;
}

/*
 * Add a form that stands at a word, of which the lexicon says what, if it is
 * one; the longest comes last.
 */
static void
add_form_at(const struct names *n, struct forms *best, uint32_t what,
            uint64_t hash, size_t counted, size_t len, bool thing)
{
	const struct form *f;

	if (len == 1 && !(what & LEX_ROSTER & ~R_MULTI))
		return;
	f = roster_form(n->roster, hash);
	if (f == NULL || f->words != counted || (f->kind != FORM_NAME) != thing)
		return;
	*(thing ? &best->thing : &best->name) = (struct found){ f, hash, len };
}

/* Whether a form of the roster may be longer than the len words at word i. */
static bool
may_go_on(const struct names *n, size_t i, size_t len)
{
	const struct word *w = &n->words.v[i];

	if (!(w->what & R_MULTI) || i + len >= n->words.n)
		return false;
	return len > 1 || roster_is_mute(&w[1]) ||
	       roster_begins(n->roster, roster_join(w->hash, w[1].hash));
}

/* The forms at word i. Most are asked for again and again where we are. */
struct forms
names_forms_at(const struct names *n, size_t i)
{
	const struct word *v = n->words.v;
	struct forms best = { { NULL, 0, 0 }, { NULL, 0, 0 } };
	uint64_t name = 0, thing = 0;
	size_t counted = 0;
	bool joined = true;

	if (i == n->here)
		return n->at_here;
	if (i >= n->words.n || !(v[i].what & LEX_ROSTER))
		return best;
	for (size_t len = 1; i + len <= n->words.n; len++) {
		const struct word *w = &v[i + len - 1];

		if (joined) {
			name = roster_join(name, w->hash);
			add_form_at(n, &best, v[i].what, name, len, len, false);
		}
		if (len == 1 || !roster_is_mute(w)) {
			thing = roster_join(thing, w->hash);
			add_form_at(n, &best, v[i].what, thing, ++counted, len,
			            true);
		}
		if (len == 2 * FORM_WORDS || !may_go_on(n, i, len) ||
		    !is_one_thing(n, i + len - 1))
			break;
		joined &= names_joined(n, i + len - 1);
	}
	return best;
}

struct found
names_at(const struct names *n, size_t i, uint32_t flags)
{
	static const struct found none = { NULL, 0, 0 };
	struct found f;

	if (i < n->words.n && !(n->words.v[i].what & LEX_ROSTER))
		return none;
	f = i == n->here ? n->at_here.name : names_forms_at(n, i).name;
	if (f.words == 0 || !(f.form->flags & flags))
		return (struct found){ NULL, 0, 0 };
	return f;
}
