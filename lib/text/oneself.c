#include "text/oneself.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 160 }; /* bytes: what is longer says more */

/* How they begin, words in lower case between single spaces. */
static const char *const begins[] = {
	" i identify ",
	" i was born ",
	" i was raised ",
	" i live ",
	" i have lived ",
	" i grew up ",
	" i rent ",
	" i own ",
	" i earn ",
	" i speak ",
	" i am a ",
	" i am an ",
	" i am between ",
	" i am aged ",
	" i am under ",
	" i am over ",
	" i am from ",
	" i am male ",
	" i am female ",
	" i am not a ",
	" i am retired ",
	" i am married ",
	" i am employed ",
	" i am unemployed ",
	" i am disabled ",
	" i have children ",
	" i have kids ",
	" i have no children ",
	" i have a child ",
	" i have a disability ",
	" my ethnicity ",
	" my ethnic ",
	" my gender ",
	" my age ",
	" my sex ",
	" my religion ",
	" my race ",
	" my nationality ",
	" my sexuality ",
	" my sexual ",
	" my pronouns ",
	" my income ",
	" my household ",
	" my occupation ",
	" my first language ",
	" my native ",
	" my mother tongue ",
	" are you ",
	" do you live ",
	" do you identify ",
	NULL,
};

/* And what such a statement may hold anywhere. */
static const char *const holds[] = {
	" is my first language ",
	" is my native language ",
	" is my mother tongue ",
	NULL,
};

/* What says what ought to be, or what somebody thinks of it. */
static const char *const claims[] = {
	" should ", " must ",      " ought ",     " need ",     " needs ",
	" want ",   " believe ",   " think ",     " feel ",     " because ",
	" but ",    " supporter ", " opponent ",  " believer ", " advocate ",
	" fan ",    " worried ",   " concerned ", " concern ",  " would ",
	" can ",    " like ",      " more ",      " safe ",     " how ",
	NULL,
};

static bool
has(const char *words, const char *const list[], bool first)
{
	for (size_t i = 0; list[i] != NULL; i++)
		if (first ? strncmp(words, list[i], strlen(list[i])) == 0 :
		            strstr(words, list[i]) != NULL)
			return true;
	return false;
}

/* The words of a text between single spaces, "I'm" as "i am". */
static void
spread(struct slice text, char out[2 * LONGEST + 2])
{
	size_t n = 0;

	out[n++] = ' ';
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (i + 2 < text.len &&
		    memcmp(text.p + i, "\xe2\x80\x99", 3) == 0) {
			c = '\'';
			i += 2;
		}

		if (isalnum(c) || c >= 0x80)
			out[n++] = (char)tolower(c);
		else if (out[n - 1] != ' ')
			out[n++] = ' ';
		if (n >= 3 && memcmp(out + n - 3, " i ", 3) == 0 && c == '\'')
			out[n++] = 'a';
	}
	if (out[n - 1] != ' ')
		out[n++] = ' ';
	out[n] = '\0';
}

/* A quick look: most texts neither begin nor go on so. */
static bool
may_tell(struct slice text)
{
	size_t i = 0;
	char a, b;

	while (i < text.len && !isalnum((unsigned char)text.p[i]))
		i++;
	if (i + 3 > text.len)
		return false;
	a = text.p[i] | 32;
	b = text.p[i + 1] | 32;
	if (a == 'i' ? !isalpha((unsigned char)b) :
	    a == 'm' ? b == 'y' :
	    a == 'a' ? b == 'r' :
	               a == 'd' && b == 'o')
		return true;
	return memmem(text.p, text.len, " is my ", 7) != NULL;
}

bool
oneself_told(struct slice text)
{
	char words[2 * LONGEST + 2];

	if (text.len == 0 || text.len > LONGEST || !may_tell(text))
		return false;
	spread(text, words);
	return (has(words, begins, true) || has(words, holds, false)) &&
	       !has(words, claims, false);
}
