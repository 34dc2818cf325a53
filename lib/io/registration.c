/*
 * Registrations that were made with a form: they read like a survey, but what
 * people answer there is for the hosts alone.
 */
#include "io/tables.h"

/* What columns of a registration speak of, by how a word of them begins. */
static const char *const people[] = {
	"name",  "surname", "forename", "email",     "e-mail",  "mail",
	"phone", "mobile",  "organi",   "affiliat",  "company", "employer",
	"role",  "job",     "position", "group",     "sector",  "table",
	"city",  "town",    "country",  "timestamp", "time",    "id",
};
static const char *const hosting[] = {
	"diet",        "allerg",        "pronoun",
	"accessib",    "access need",   "access requirement",
	"wheelchair",  "emergency",     "photo",
	"ticket",      "t-shirt",       "childcare",
	"interpreter", "anything else",
};

/* Whether a word of a folded caption begins so. */
static bool
speaks_of(struct slice caption, const char *const *words, size_t n)
{
	for (size_t i = 0; i < caption.len; i++) {
		if (i > 0 && strchr(" -_(/\"", caption.p[i - 1]) == NULL)
			continue;
		for (size_t k = 0; k < n; k++)
			if (slice_starts(slice_from(caption, i),
			                 slice_of(words[k])))
				return true;
	}
	return false;
}

bool
tables_is_registration(const struct probe *p)
{
	size_t who = 0, hosts = 0;

	for (size_t i = 0; i < p->cols.n; i++) {
		struct slice caption = p->cols.v[i].fold;

		if (speaks_of(caption, hosting,
		              sizeof(hosting) / sizeof(*hosting)))
			hosts++;
		else if (speaks_of(caption, people,
		                   sizeof(people) / sizeof(*people)))
			who++;
		else
			return false;
	}
	return who >= 2 && hosts > 0;
}
