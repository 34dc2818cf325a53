#include <stdlib.h>

#include "base/mem.h"
#include "io/rosterfile.h"
#include "io/tablefile.h"
#include "text/fold.h"
#include "text/peoplelike.h"

/*
 * What a column's name, folded, says by a word that begins so. The first that
 * fits counts; = stands for the whole name, * for any place in it, and NONE for
 * columns that look like something they are not.
 */
enum { NONE = ROSTER_FIELDS };

#define NO_NAMES \
	"no column holds names: call one \"first name\", \"surname\" or " \
	"\"name\""

static const struct {
	const char *word;
	int field;
} says[] = {
	{ "organi", ROSTER_ORG },
	{ "affiliation", ROSTER_ORG },
	{ "company", ROSTER_ORG },
	{ "employer", ROSTER_ORG },
	{ "institution", ROSTER_ORG },
	{ "organisme", ROSTER_ORG },
	{ "entreprise", ROSTER_ORG },
	{ "empresa", ROSTER_ORG },
	{ "firma", ROSTER_ORG },
	{ "verein", ROSTER_ORG },
	{ "=org", ROSTER_ORG },
	{ "=charity", ROSTER_ORG },
	{ "=school", ROSTER_ORG },
	{ "=business", ROSTER_ORG },
	{ "=practice", ROSTER_ORG },
	{ "*mail", ROSTER_EMAIL },
	{ "courriel", ROSTER_EMAIL },
	{ "correo", ROSTER_EMAIL },
	{ "middle", ROSTER_MIDDLE },
	{ "patronym", ROSTER_MIDDLE },
	{ "goes by", ROSTER_NICK },
	{ "known as", ROSTER_NICK },
	{ "nickname", ROSTER_NICK },
	{ "nick name", ROSTER_NICK },
	{ "preferred name", ROSTER_NICK },
	{ "badge name", ROSTER_NICK },
	{ "called", ROSTER_NICK },
	{ "first name", ROSTER_FIRST },
	{ "firstname", ROSTER_FIRST },
	{ "=first", ROSTER_FIRST },
	{ "forename", ROSTER_FIRST },
	{ "given name", ROSTER_FIRST },
	{ "givenname", ROSTER_FIRST },
	{ "=given", ROSTER_FIRST },
	{ "christian name", ROSTER_FIRST },
	{ "vorname", ROSTER_FIRST },
	{ "prenom", ROSTER_FIRST },
	{ "voornaam", ROSTER_FIRST },
	{ "=nombre", ROSTER_FIRST },
	{ "=imie", ROSTER_FIRST },
	{ "=nome", ROSTER_FIRST },
	{ "surname", ROSTER_LAST },
	{ "last name", ROSTER_LAST },
	{ "lastname", ROSTER_LAST },
	{ "=last", ROSTER_LAST },
	{ "family name", ROSTER_LAST },
	{ "familyname", ROSTER_LAST },
	{ "=family", ROSTER_LAST },
	{ "nachname", ROSTER_LAST },
	{ "nom de famille", ROSTER_LAST },
	{ "=nom", ROSTER_LAST },
	{ "apellido", ROSTER_LAST },
	{ "cognome", ROSTER_LAST },
	{ "achternaam", ROSTER_LAST },
	{ "nazwisko", ROSTER_LAST },
	{ "username", ROSTER_HANDLE },
	{ "user name", ROSTER_HANDLE },
	{ "handle", ROSTER_HANDLE },
	{ "twitter", ROSTER_HANDLE },
	{ "mastodon", ROSTER_HANDLE },
	{ "instagram", ROSTER_HANDLE },
	{ "github", ROSTER_HANDLE },
	{ "login", ROSTER_HANDLE },
	{ "event", ROSTER_EVENT },
	{ "table", ROSTER_TABLE },
	{ "tisch", ROSTER_TABLE },
	{ "mesa", ROSTER_TABLE },
	{ "job", ROSTER_ROLE },
	{ "role", ROSTER_ROLE },
	{ "position", ROSTER_ROLE },
	{ "occupation", ROSTER_ROLE },
	{ "profession", ROSTER_ROLE },
	{ "what you do", ROSTER_ROLE },
	{ "funktion", ROSTER_ROLE },
	{ "fonction", ROSTER_ROLE },
	{ "designation", ROSTER_ROLE },
	{ "file name", NONE },
	{ "ticket", NONE },
	{ "group", ROSTER_GROUP },
	{ "sector", ROSTER_GROUP },
	{ "stakeholder", ROSTER_GROUP },
	{ "constituency", ROSTER_GROUP },
	{ "gruppe", ROSTER_GROUP },
	{ "groupe", ROSTER_GROUP },
	{ "grupo", ROSTER_GROUP },
	{ "place", ROSTER_PLACE },
	{ "town", ROSTER_PLACE },
	{ "city", ROSTER_PLACE },
	{ "county", ROSTER_PLACE },
	{ "=ward", ROSTER_PLACE },
	{ "=area", ROSTER_PLACE },
	{ "=location", ROSTER_PLACE },
	{ "=ort", ROSTER_PLACE },
	{ "=ville", ROSTER_PLACE },
	{ "name", ROSTER_NAME },
	{ "fullname", ROSTER_NAME },
	{ "attendee", ROSTER_NAME },
	{ "participant", ROSTER_NAME },
	{ "delegate", ROSTER_NAME },
	{ "=person", ROSTER_NAME },
	{ "=speaker", ROSTER_NAME },
	{ "=guest", ROSTER_NAME },
	{ "=member", ROSTER_NAME },
	{ "=who", ROSTER_NAME },
	{ "teilnehmer", ROSTER_NAME },
	{ "=contact", ROSTER_NAME },
};

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

/* The field that a column of that name holds, or NONE. */
static int
field_of(struct slice name)
{
	struct buf folded = BUF_INIT;
	size_t i = 0;

	fold_text(&folded, slice_trim(name));
	for (size_t j = 0; j < folded.len; j++)
		if (strchr("_-./#(", folded.data[j]) != NULL)
			folded.data[j] = ' ';
	while (i < sizeof(says) / sizeof(*says) &&
	       !says_so(buf_view(&folded), says[i].word))
		i++;
	buf_free(&folded);
	return i < sizeof(says) / sizeof(*says) ? says[i].field : NONE;
}

/* Say what each column holds; whether any holds names. */
static bool
match_columns(const struct row *header, int *fields, bool *people)
{
	bool has[ROSTER_FIELDS + 1] = { false };

	for (size_t i = 0; i < header->n; i++) {
		fields[i] = field_of(header->f[i]);
		/* Of two columns of one kind the first counts, but for names.
		 */
		if (has[fields[i]] && fields[i] != ROSTER_NAME)
			fields[i] = NONE;
		has[fields[i]] = true;
	}
	*people = has[ROSTER_EMAIL] || has[ROSTER_HANDLE] || has[ROSTER_ORG] ||
	          has[ROSTER_ROLE] || has[ROSTER_NICK];
	return has[ROSTER_FIRST] || has[ROSTER_LAST] || has[ROSTER_NAME];
}

/* What is read, and by whom. */
struct reading {
	struct roster *roster;
	size_t sheets; /* that hold people */
};

/* Read the people below a header that says what each column holds. */
static int
read_people(struct roster *r, struct rows *rows, const struct row *header,
            const int *fields, const char *path)
{
	size_t columns = header->n;
	struct row row;
	int got;

	while ((got = rows_next(rows, &row)) == 1) {
		struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

		if (row.bad != NULL)
			return diag_at(STATUS_FAULT, path, row.line, "%s",
			               row.bad);
		if (row.n > columns)
			return diag_at(STATUS_FAULT, path, row.line,
			               "more cells than columns: quote those "
			               "that hold commas, and name every "
			               "column");
		for (size_t i = 0; i < row.n; i++)
			if (fields[i] != NONE && v[fields[i]].len == 0)
				v[fields[i]] = row.f[i];
		roster_add(r, v);
	}
	return got;
}

/*
 * A sheet beside the one of people: it may be anything, but not a list of
 * people that cannot be read as one.
 */
static int
pass_over(struct rows *rows, const struct row *header, bool people,
          const char *path)
{
	struct people_like like;
	struct row row = *header;
	int got = 1;

	people_like_open(&like);
	while (got == 1 && row.bad == NULL) {
		people_like_take(&like, row.f, row.n);
		got = rows_next(rows, &row);
	}
	people |= people_like_close(&like);
	if (got == 1 || people)
		return diag_at(STATUS_FAULT, path, 0,
		               "seems to list people, but no column holds "
		               "names: call one \"first name\", \"surname\" "
		               "or \"name\", or take the sheet out");
	if (got == 0)
		diag_note("%s: holds no list of people, and is not read", path);
	return got;
}

static int
read_table(void *reading, struct rows *rows, const char *path, size_t sheet)
{
	struct reading *to = reading;
	struct row header;
	int got, *fields;
	bool people;

	if ((got = rows_next(rows, &header)) < 0 || (got == 0 && sheet > 0))
		return got;
	if (got == 0)
		return diag_at(STATUS_FAULT, path, 0, "the roster is empty");
	if (header.bad != NULL)
		return diag_at(STATUS_FAULT, path, header.line, "%s",
		               header.bad);
	fields = mem_zalloc(header.n + 1, sizeof(*fields));
	if (match_columns(&header, fields, &people)) {
		to->sheets++;
		got = read_people(to->roster, rows, &header, fields, path);
	} else if (sheet > 0) {
		got = pass_over(rows, &header, people, path);
	} else {
		got = diag_at(STATUS_FAULT, path, header.line, NO_NAMES);
	}
	free(fields);
	return got;
}

int
rosterfile_read(struct roster *r, const char *path)
{
	struct reading to = { r, 0 };

	if (tablefile_sheets(path, read_table, &to) != 0)
		return -1;
	if (to.sheets == 0)
		return diag_at(STATUS_FAULT, path, 0, NO_NAMES);
	if (!r->has[ROSTER_FIRST] && !r->has[ROSTER_LAST] &&
	    !r->has[ROSTER_NAME])
		return diag_at(STATUS_FAULT, path, 0,
		               "the roster names nobody: its columns of names "
		               "are empty");
	return 0;
}
