#include <stdlib.h>

#include "base/mem.h"
#include "io/rosterfile.h"
#include "io/tablefile.h"
#include "text/fold.h"

/*
 * What a column's name, folded, says by a word that begins so. The first that
 * fits counts; = stands for the whole name, * for any place in it, and NONE for
 * columns that look like something they are not.
 */
enum { NONE = ROSTER_FIELDS };

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

/* Say what each column holds; -1 if none holds names. */
static int
match_columns(const struct row *header, int *fields, const char *path)
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
	if (has[ROSTER_FIRST] || has[ROSTER_LAST] || has[ROSTER_NAME])
		return 0;
	return diag_at(STATUS_FAULT, path, header->line,
	               "no column holds names: call one \"first name\", "
	               "\"surname\" or \"name\"");
}

static int
read_people(void *roster, struct rows *rows, const char *path)
{
	struct roster *r = roster;
	struct row row;
	int got, *fields;

	if ((got = rows_next(rows, &row)) <= 0)
		return got < 0 ? -1 :
		                 diag_at(STATUS_FAULT, path, 0,
		                         "the roster is empty");
	fields = mem_zalloc(row.n + 1, sizeof(*fields));
	got = row.bad != NULL ?
	          diag_at(STATUS_FAULT, path, row.line, "%s", row.bad) :
	          match_columns(&row, fields, path);
	for (size_t columns = row.n; got == 0;) {
		struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

		if ((got = rows_next(rows, &row)) <= 0)
			break;
		got = 0;
		if (row.bad != NULL)
			got = diag_at(STATUS_FAULT, path, row.line, "%s",
			              row.bad);
		else if (row.n > columns)
			got =
			    diag_at(STATUS_FAULT, path, row.line,
			            "more cells than columns: quote those "
			            "that hold commas, and name every column");
		for (size_t i = 0; got == 0 && i < row.n; i++)
			if (fields[i] != NONE && v[fields[i]].len == 0)
				v[fields[i]] = row.f[i];
		if (got == 0)
			roster_add(r, v);
	}
	free(fields);
	if (got == 0 && !r->has[ROSTER_FIRST] && !r->has[ROSTER_LAST] &&
	    !r->has[ROSTER_NAME])
		return diag_at(STATUS_FAULT, path, 0,
		               "the roster names nobody: its columns of names "
		               "are empty");
	return got;
}

int
rosterfile_read(struct roster *r, const char *path)
{
	return tablefile_read(path, read_people, r);
}
