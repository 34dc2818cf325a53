#include "io/rostercolumns.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/fold.h"

/* Whether a word of name begins with these letters, or name holds them. */
static bool
says_so(struct slice name, const char *letters)
{
	size_t len = strlen(letters);

	if (name.len == 0)
		return false;
	if (*letters == '=')
		return slice_is(name, letters + 1);
	if (*letters == '*')
		return memmem(name.p, name.len, letters + 1, len - 1) != NULL;
	for (size_t i = 0; i + len <= name.len; i++)
		if ((i == 0 || name.p[i - 1] == ' ') &&
		    memcmp(name.p + i, letters, len) == 0)
			return true;
	return false;
}

/* 1 + the word of a list that a name has, or 0. */
static size_t
word_of(struct slice name, const char *const *words)
{
	for (size_t i = 0; words[i] != NULL; i++)
		if (says_so(name, words[i]))
			return i + 1;
	return 0;
}

/* Append a column's name folded, signs and runs of blanks as one space. */
static void
fold_heading(struct buf *out, struct slice name)
{
	struct buf folded = BUF_INIT;

	if (name.len > 0)
		fold_text(&folded, slice_trim(name));
	for (size_t i = 0; i < folded.len; i++) {
		char c = folded.data[i];

		if (c == '#')
			buf_adds(out, " number");
		else if (strchr("_-./(),:;?*+'\n\r\t ", c) == NULL)
			buf_addc(out, c);
		else if (out->len > 0 && out->data[out->len - 1] != ' ')
			buf_addc(out, ' ');
	}
	if (out->len > 0 && out->data[out->len - 1] == ' ')
		buf_cut(out, out->len - 1);
	buf_free(&folded);
}

static bool
is_name(int field)
{
	return field == ROSTER_FIRST || field == ROSTER_LAST ||
	       field == ROSTER_NAME;
}

/* The field that a column of that name, folded, holds, if it is a person's. */
static int
field_of(struct slice name)
{
	const struct roster_heading *h = roster_headings;

	while (h->word != NULL && !says_so(name, h->word))
		h++;
	if (h->word == NULL)
		return word_of(name, roster_words_people) > 0 &&
		               word_of(name, roster_words_about) == 0 ?
		           ROSTER_NAME :
		           ROSTER_COLUMN_NONE;
	if (h->field == ROSTER_NAME && word_of(name, roster_words_bodies) > 0)
		return ROSTER_ORG;
	if (h->field == ROSTER_NAME && word_of(name, roster_words_things) > 0)
		return ROSTER_COLUMN_NONE;
	return h->field;
}

/* The number behind a word: 2 of "Name 2", but not of "2. Name". */
static size_t
number_of(struct slice name)
{
	size_t i = 0, number = 0;

	while (i < name.len && name.p[i] >= '0' && name.p[i] <= '9')
		i++;
	while (i < name.len && !(name.p[i] >= '0' && name.p[i] <= '9'))
		i++;
	while (i < name.len && name.p[i] >= '0' && name.p[i] <= '9' &&
	       number < 1000)
		number = number * 10 + (size_t)(name.p[i++] - '0');
	return number <= 1 ? 0 : number;
}

/* The seat that is like this one, new if there is none; 0 if all are taken. */
static size_t
seat_of(struct roster_columns *c, const struct roster_seat *like)
{
	for (size_t i = 0; i < c->people; i++)
		if (c->seats[i].owner == like->owner &&
		    c->seats[i].number == like->number &&
		    c->seats[i].turn == like->turn)
			return i;
	if (c->people == ROSTER_COLUMN_PEOPLE) {
		c->many = true;
		return 0;
	}
	c->seats[c->people] = *like;
	return c->people++;
}

/* Whether a field is already told of somebody. */
static bool
has_field(const struct roster_columns *c, size_t end, int field, size_t who)
{
	for (size_t i = 0; i < end; i++)
		if (c->v[i].field == field && c->v[i].who == who)
			return true;
	return false;
}

/* A column that was called the same before, from 1; or 0. */
static size_t
called_so(const struct row *header, size_t end, struct slice name)
{
	struct buf other = BUF_INIT;
	size_t found = 0;

	for (size_t i = 0; i < end && found == 0; i++) {
		buf_reset(&other);
		fold_heading(&other, header->f[i]);
		found = slice_eq(buf_view(&other), name) ? i + 1 : 0;
	}
	buf_free(&other);
	return found;
}

/* Whose a column of names is, and the like. */
static void
match_person(struct roster_columns *c, const struct row *header, size_t at,
             struct slice name, bool perhaps)
{
	int field = c->v[at].field;
	struct roster_seat like = { .perhaps = perhaps,
		                    .number = number_of(name),
		                    .owner =
		                        word_of(name, roster_words_others) };
	size_t who, same = called_so(header, at, name);

	like.absent = like.owner > 0;
	while (has_field(c, at, field, who = seat_of(c, &like)) && !c->many) {
		if (field == ROSTER_NAME && same > 0) {
			c->alike[0] = same, c->alike[1] = at + 1;
			break;
		}
		like.turn++;
		like.absent |= same == 0;
	}
	c->v[at].who = who;
}

/* Say what one column holds. */
static void
match_column(struct roster_columns *c, const struct row *header, size_t at,
             struct slice name)
{
	int field = field_of(name);
	bool other = word_of(name, roster_words_others) > 0, perhaps = false;

	if (other && !is_name(field) && field != ROSTER_EMAIL &&
	    field != ROSTER_HANDLE && field != ROSTER_ORG &&
	    field != ROSTER_NICK && field != ROSTER_MIDDLE) {
		perhaps = field != ROSTER_ROLE &&
		          word_of(name, roster_words_about) == 0;
		field = perhaps ? ROSTER_NAME : ROSTER_COLUMN_NONE;
	}
	c->v[at].field = field;
	if (is_name(field) || field == ROSTER_EMAIL || field == ROSTER_HANDLE ||
	    field == ROSTER_NICK || field == ROSTER_MIDDLE)
		match_person(c, header, at, name, perhaps);
	else if (has_field(c, at, field, 0)) {
		c->moving |= field == ROSTER_TABLE;
		c->v[at].field = ROSTER_COLUMN_NONE;
	}
}

/* Where no column is called a name, what people go by is theirs. */
static bool
take_nicks(struct roster_columns *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].field == ROSTER_NICK && c->v[i].who == 0) {
			c->v[i].field = ROSTER_NAME;
			return true;
		}
	return false;
}

/*
 * Whether the people a list is of have a column: their own, or that of guests,
 * which makes guests of all.
 */
static bool
has_names(struct roster_columns *c)
{
	size_t guest = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct roster_seat *s = &c->seats[c->v[i].who];

		if (!is_name(c->v[i].field))
			continue;
		if (s->owner == 0)
			return true;
		if (guest == 0 &&
		    strcmp(roster_words_others[s->owner - 1], "guest") == 0)
			guest = c->v[i].who;
	}
	for (size_t i = 0; i < c->n && guest > 0; i++)
		if (c->v[i].who == guest)
			c->v[i].who = 0;
	return guest > 0 || take_nicks(c);
}

void
roster_columns_match(struct roster_columns *c, const struct row *header)
{
	struct buf name = BUF_INIT;
	bool rounds = false;

	*c = (struct roster_columns){ .n = header->n, .people = 1 };
	c->v = mem_zalloc(header->n + 1, sizeof(*c->v));
	for (size_t i = 0; i < header->n; i++) {
		int field;

		buf_reset(&name);
		fold_heading(&name, header->f[i]);
		match_column(c, header, i, buf_view(&name));
		rounds |= says_so(buf_view(&name), "round");
		field = c->v[i].field;
		c->signs |= field == ROSTER_EMAIL || field == ROSTER_HANDLE ||
		            field == ROSTER_ORG || field == ROSTER_ROLE ||
		            field == ROSTER_NICK;
	}
	c->names = has_names(c);
	c->moving |= rounds && has_field(c, c->n, ROSTER_TABLE, 0);
	buf_free(&name);
}

size_t
roster_columns_score(const struct row *row)
{
	enum { SURE = ROSTER_COLUMNS_SURE - 2 }; /* more than "participants" */
	struct roster_columns c;
	struct buf name = BUF_INIT;
	size_t score = 0;

	roster_columns_match(&c, row);
	for (size_t i = 0; c.names && i < c.n; i++) {
		buf_reset(&name);
		fold_heading(&name, row->f[i]);
		score += c.v[i].field != ROSTER_COLUMN_NONE;
		score += is_name(c.v[i].field) &&
		                 (c.v[i].field != ROSTER_NAME ||
		                  says_so(buf_view(&name), "name")) ?
		             SURE :
		             0;
	}
	buf_free(&name);
	roster_columns_free(&c);
	return score;
}

/* Whether text is that word, in letters of any case. */
static bool
is_called(struct slice text, const char *word)
{
	size_t i = 0;

	while (i < text.len && word[i] != '\0') {
		char c = text.p[i] >= 'A' && text.p[i] <= 'Z' ?
		             (char)(text.p[i] | 32) :
		             text.p[i];

		if (c != word[i])
			return false;
		i++;
	}
	return i == text.len && word[i] == '\0';
}

bool
roster_columns_is_heading(struct slice cell)
{
	static const char *const headings[] = {
		"name",
		"names",
		"full name",
		"first name",
		"first names",
		"surname",
		"last name",
		"role",
		"job title",
		"job",
		"job role",
		"position",
		"organisation",
		"organization",
		"company",
		"affiliation",
		"email",
		"e-mail",
		"mail",
		"email address",
		"telephone",
		"phone",
		"phone number",
		"mobile",
		"address",
		"postcode",
		"pronouns",
		"dietary",
		"dietary requirements",
	};

	cell = slice_trim(cell);
	while (cell.len > 0 && strchr(":?* ", cell.p[cell.len - 1]) != NULL)
		cell.len--;
	for (size_t i = 0; i < sizeof(headings) / sizeof(*headings); i++)
		if (is_called(cell, headings[i]))
			return true;
	return false;
}

void
roster_columns_free(struct roster_columns *c)
{
	free(c->v);
}
