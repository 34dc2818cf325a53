#include <stdlib.h>

#include "base/mem.h"
#include "data/namecues.h"
#include "text/checksum.h"
#include "text/link.h"
#include "text/pattern.h"
#include "text/regex.h"

/* What a text must hold for a pattern to be tried. */
enum gate {
	GATE_AT = 1,
	GATE_LINK = 2,
	GATE_MIXED = 4,   /* a digit right behind a letter */
	GATE_AT_WORD = 8, /* "(at)" */
	GATE_DATES = 16,
	GATE_SLASH = 32, /* a slash behind a letter */
	GATE_SAID = 64,  /* "dot" as a word */
	GATE_SPOT = 128, /* a word like Road */
	GATES = 256,
};

/* Bytes beyond ASCII count as letters. */
#define L "A-Za-z\\x80-\\xff"
#define NOT_IN_WORD "(?<![" L "0-9])"
#define END_OF_WORD "(?![" L "0-9])"
#define DAY "\\d{1,2}(?:st|nd|rd|th)?"
#define MONTH "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?"
#define SUM "\\d[\\d.,]*(?: ?(?:million|billion|thousand|[km]|bn)\\b)?(?<![.,])"
#define CURRENCY \
	"(?:EUR|GBP|USD|SEK|NOK|DKK|TR[YL]|PLN|CHF|HUF|UAH|RUB|£|€|\\$)"
#define COINS \
	"pounds?(?: sterling)?|euros?|dollars|[Ll]iras?|kron[eo]r|zlotys?|" \
	"francs?|roubles?|pence"
#define NUMBER_WORD \
	"(?:application|case|reference|ref|file|claim|crime|incident|client|" \
	"patient|member|membership|policy|account|tenancy|passport|licence)"

#define NAME_WORD "[A-Z\\x80-\\xff][" L "'-]+[.]?"
#define STREET \
	"Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Way|Court|Crescent|" \
	"Terrace|Gardens|Grove|Row|Mews|Place|Hill|Square|Green|House|Walk|" \
	"Rise|View|Parade|Cottages"

/* Not "20 High Street shops", nor "in 2024 Mill Road was closed". */
static bool
is_address(struct slice s)
{
	bool year = s.len > 4 && (s.p[4] == ' ' || s.p[4] == ',') &&
	            (memcmp(s.p, "19", 2) == 0 || memcmp(s.p, "20", 2) == 0);

	return !year && memmem(s.p, s.len, "High Street", 11) == NULL;
}

static bool
is_phone(struct slice s)
{
	size_t digits = checksum_digits(s);

	return digits >= 10 && digits <= 15;
}

static bool
is_nino(struct slice s)
{
	static const char *const never[] = { "BG", "GB", "KN", "NK",
		                             "NT", "TN", "ZZ" };

	for (size_t i = 0; i < sizeof(never) / sizeof(*never); i++)
		if ((s.p[0] & ~32) == never[i][0] &&
		    (s.p[1] & ~32) == never[i][1])
			return false;
	return true;
}

/* "E10 2nd" is a table and an ordinal. */
static bool
is_postcode(struct slice s)
{
	static const char *const ordinals[] = { "st", "nd", "rd", "th" };
	const char *tail = s.p + s.len - 2;

	for (size_t i = 0; i < 4; i++)
		if (memcmp(tail, ordinals[i], 2) == 0)
			return false;
	return true;
}

/* A year alone is no number of a case. */
static bool
is_case(struct slice s)
{
	return s.len != 4 ||
	       (memcmp(s.p, "19", 2) != 0 && memcmp(s.p, "20", 2) != 0);
}

static const struct kind {
	const char *regex;
	const char *rule;
	bool (*check)(struct slice);
	unsigned how;  /* enum regex_how */
	int group;     /* of the match, that which is masked */
	size_t digits; /* the text must have as many */
	unsigned gates;
	enum span_kind kind;
} kinds[] = {
	{ "@?[" L "0-9](?:[" L "0-9._%+'-]*[" L "0-9_+-])?@[" L "0-9](?:[" L
	  "0-9-]*[" L "0-9])?(?:\\.[" L "0-9-]*[" L "0-9])+",
	  "e-mail", NULL, 0, 0, 0, GATE_AT, SPAN_EMAIL },
	{ "[" L "0-9._%+-]+ ?[[({](?:at|AT)[])}] ?[" L "0-9-]+(?: ?(?:\\.|"
	  "[[({](?:dot|DOT)[])}]| dot ) ?[" L "0-9-]+)+",
	  "e-mail", NULL, 0, 0, 0, GATE_AT_WORD, SPAN_EMAIL },
	{ NOT_IN_WORD "[" L "0-9_%+-]+(?:(?: dot |[.])[" L "0-9_%+-]+)*"
	              " ?(?: at |@) ?[" L "0-9-]+(?:(?: dot |[.])[" L
	              "0-9-]+)*? dot (?:[a-z]{2,3}|info)(?: dot [a-z]{2,3}|"
	              "[.][a-z]{2,3})?" END_OF_WORD,
	  "e-mail", NULL, REGEX_ANY_CASE, 0, 0, GATE_SAID, SPAN_EMAIL },
	{ "(?<![" L "0-9._@])(?<![a-z]\\])@[" L "0-9_](?:[" L "0-9_.-]*[" L
	  "0-9_])",
	  "handle", NULL, 0, 0, 0, GATE_AT, SPAN_LINK },
	{ NOT_IN_WORD "(?:(?:https?|ftp)://|www\\.)[^\\s<>\"\\x60{}|\\\\^]+",
	  "link", NULL, REGEX_ANY_CASE, 0, 0, GATE_LINK, SPAN_LINK },
	{ "(?<![" L "0-9@/.-])(?:[" L "0-9-]+[.])+[A-Za-z]{2,6}/"
	  "[^\\s<>\"\\x60{}|\\\\^]+",
	  "link", NULL, REGEX_ANY_CASE, 0, 0, GATE_SLASH, SPAN_LINK },
	{ "(?<![" L
	  "0-9.,/+-])(?:(?:\\+|00)\\d{1,3}[ .-]{0,2}(?:\\(0\\)[ .-]?)?"
	  "\\(?|\\(?0)\\d(?:[ .()-]{0,2}\\d){7,12}(?!\\d)",
	  "phone", is_phone, 0, 0, 9, 0, SPAN_PHONE },
	{ "(?<![" L
	  "0-9.,/-])(?:\\(\\d{3}\\) ?\\d{3}[ .-]|\\d{3}[.-]\\d{3}[.-])\\d{4}"
	  "(?![0-9])",
	  "phone", is_phone, 0, 0, 10, 0, SPAN_PHONE },
	{ "(?<![0-9.,-])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?![0-9])", "NHS number",
	  checksum_nhs, 0, 0, 10, 0, SPAN_NUMBER },
	{ NOT_IN_WORD
	  "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\\d\\d[ -]?\\d\\d"
	  "[ -]?\\d\\d[ -]?[A-D]" END_OF_WORD,
	  "national insurance number", is_nino, REGEX_ANY_CASE, 0, 6, 0,
	  SPAN_NUMBER },
	{ NOT_IN_WORD "(?:GIR ?0AA|(?:[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|"
	              "\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRVWXY])) {0,2}"
	              "\\d[ABD-HJLNP-UW-Z]{2})" END_OF_WORD,
	  "postcode", is_postcode, REGEX_ANY_CASE, 0, 1, GATE_MIXED,
	  SPAN_PLACE },
	{ "(?<![" L "0-9.,/£$€-])(?:[Ff]lat \\d{1,3}[A-Za-z]?,? )?"
	  "\\d{1,4}[A-Za-z]?,? (?:" NAME_WORD " ){1,3}(?:" STREET
	  ")" END_OF_WORD,
	  "postal address", is_address, 0, 0, 1, GATE_SPOT, SPAN_PLACE },
	{ NOT_IN_WORD
	  "[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?" END_OF_WORD,
	  "IBAN", checksum_iban, REGEX_ANY_CASE, 0, 8, GATE_MIXED,
	  SPAN_NUMBER },
	{ "(?<![0-9.,])\\d(?:[ -]?\\d){12,18}(?![0-9])", "card", checksum_card,
	  0, 0, 13, 0, SPAN_NUMBER },
	{ "(?<![" L "0-9.])[1-9]\\d{0,2}(?:\\.\\d{1,3}){3}(?!\\.?[0-9" L "])",
	  "IP address", NULL, 0, 0, 4, 0, SPAN_NUMBER },
	{ "(?<![" L "0-9:])(?:[0-9A-F]{1,4}:){7}[0-9A-F]{1,4}(?![" L "0-9:])|"
	  "(?<![" L "0-9:])(?:[0-9A-F]{1,4}:){1,6}(?::[0-9A-F]{1,4}){1,6}"
	  "(?![" L "0-9:])",
	  "IP address", NULL, REGEX_ANY_CASE, 0, 4, GATE_MIXED, SPAN_NUMBER },
	{ NOT_IN_WORD "[A-HJ-PR-Y]{2}(?:0[2-9]|[1-2]\\d|5[1-9]|[67]\\d) ?"
	              "[A-HJ-PR-Z]{3}" END_OF_WORD,
	  "vehicle plate", NULL, 0, 0, 2, GATE_MIXED, SPAN_NUMBER },
	{ "\\b(?:d\\.?o\\.?b\\.?|date of birth|birthday|born(?: on)?)"
	  "[ :=-]{0,3}(?:is |was )?(" DAY "[./ -]\\d{1,2}[./ -]\\d{2,4}|" DAY
	  "(?: of)? " MONTH ",? \\d{4}|" MONTH " " DAY ",? \\d{4}|"
	  "\\d{4}-\\d\\d-\\d\\d)",
	  "date of birth", NULL, REGEX_ANY_CASE, 1, 4, 0, SPAN_DATE },
	{ "\\b" NUMBER_WORD
	  "s? ?(?:(?:no|nos|number|num|ref|id)\\b)?[.:]{0,2} ?"
	  "#?([A-Z]{0,4}[-/]?\\d(?:[0-9/-]|(?<=\\d)[A-Z]){3,}(?![0-9A-Z]))",
	  "case number", is_case, REGEX_ANY_CASE, 1, 4, 0, SPAN_NUMBER },
	{ "(?<![0-9/])\\d{3,5}/\\d\\d(?![0-9/])", "case number", NULL, 0, 0, 5,
	  GATE_DATES, SPAN_NUMBER },
	{ NOT_IN_WORD "(?:" DAY "(?: ?(?:-|to|and|,) ?\\d{1,2})? (?:of )?" MONTH
	              "(?: \\d{4})?|" MONTH
	              " (?:of )?\\d{4}|(?:19|20)\\d\\d)" END_OF_WORD,
	  "date", NULL, 0, 0, 1, GATE_DATES, SPAN_DATE },
	{ "(?<![" L "0-9.,])(?:approximately |about )?(?:" CURRENCY " ?" SUM
	  "|" SUM " (?:[A-Z][a-z]+ )?(?:" COINS ")(?: \\(" CURRENCY "\\))?|" SUM
	  " ?" CURRENCY ")(?![" L "0-9])",
	  "sum of money", NULL, 0, 0, 1, GATE_DATES, SPAN_NUMBER },
	{ NOT_IN_WORD
	  "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|"
	  "ten|eleven|twelve|fifteen|twenty|thirty|forty)[- ](?:year|month|week|day)s?"
	  "(?:[- ]old)?" END_OF_WORD
	  "|\\b[Aa]ge(?:d| of| is| was) (?:\\d+|[a-z]+ty(?:[ -][a-z]+)?)" END_OF_WORD,
	  "years", NULL, 0, 0, 0, GATE_DATES, SPAN_DATE },
	{ "\\b(?:[A-Z][a-z]+ )?[A-Z][a-z]+(?= (?:national|citizen)s?\\b)",
	  "nationality", NULL, 0, 0, 0, GATE_DATES, SPAN_PLACE },
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

struct patterns {
	size_t least[GATES]; /* of digits, for some pattern at open gates */
	struct regex *codes[KINDS]; /* compiled when first wanted */
	struct regex **terms;
	size_t nterms, cap;
	struct plain plain;
};

struct patterns *
patterns_new(void)
{
	struct patterns *p = mem_zalloc(1, sizeof(*p));

	p->plain = (struct plain)PLAIN_INIT;
	for (unsigned open = 0; open < GATES; open++) {
		p->least[open] = SIZE_MAX;
		for (size_t i = 0; i < KINDS; i++)
			if ((kinds[i].gates & open) == kinds[i].gates &&
			    kinds[i].digits < p->least[open])
				p->least[open] = kinds[i].digits;
	}
	return p;
}

const char *
patterns_add(struct patterns *p, struct slice term)
{
	bool regex =
	    term.len > 2 && term.p[0] == '/' && term.p[term.len - 1] == '/';
	struct slice s =
	    regex ? (struct slice){ term.p + 1, term.len - 2 } : term;
	struct regex *code;

	if (s.len == 0)
		return "is empty";
	code = regex_new(s, REGEX_ANY_CASE | REGEX_UNICODE |
	                        (regex ? 0u : REGEX_LITERAL));
	if (code == NULL)
		return "is not a regular expression that PCRE2 can read";
	p->terms =
	    mem_grow(p->terms, &p->cap, p->nterms + 1, sizeof(*p->terms));
	p->terms[p->nterms++] = code;
	if (regex_find(code, SLICE(""), 0, NULL) != 0)
		return "matches where there is nothing";
	return NULL;
}

/* Trailing punctuation belongs to the sentence, not to a link. */
static struct slice
trim_link(struct slice s)
{
	while (s.len > 0 && strchr(".,;:!?'\")]*_", s.p[s.len - 1]) != NULL)
		s.len--;
	return s;
}

static void
add_match(struct patterns *p, const struct kind *k, struct slice s,
          const struct roster *roster, struct spans *out)
{
	size_t start = (size_t)(s.p - p->plain.text.p);

	if (k->kind == SPAN_LINK && !(k->gates & GATE_AT)) {
		s = trim_link(s);
		if (!link_tells(s, roster))
			return;
	}
	if (k->check != NULL && !k->check(s))
		return;
	spans_add(out,
	          (struct span){ .start = plain_origin(&p->plain, start),
	                         .end = plain_origin(&p->plain, start + s.len),
	                         .who = lexicon_hash(s) | 1,
	                         .rule = k->rule,
	                         .kind = (uint8_t)k->kind });
}

/* Add all matches of one pattern. */
static int
find_all(struct patterns *p, const struct regex *code, const struct kind *k,
         const struct roster *roster, struct spans *out)
{
	struct slice text = p->plain.text;
	size_t from = 0;

	while (from < text.len) {
		const size_t *at;
		int got = regex_find(code, text, from, &at);

		if (got <= 0)
			return got;
		from = at[1];
		if (at[1] == at[0]) { /* nothing: on by a whole character */
			do
				from++;
			while (from < text.len &&
			       ((unsigned char)text.p[from] & 0xc0) == 0x80);
			continue;
		}
		at += 2 * k->group;
		add_match(p, k, (struct slice){ text.p + at[0], at[1] - at[0] },
		          roster, out);
	}
	return 0;
}

/* What of the gates is open for a text. */
static unsigned
gates_of(struct slice text, const struct words *w, bool dates)
{
	unsigned open = 0;

	open |= w->at ? GATE_AT : 0;
	open |= w->link ? GATE_LINK : 0;
	open |= w->mixed ? GATE_MIXED : 0;
	open |= dates ? GATE_DATES : 0;
	open |= w->seen & CUE_SPOT ? GATE_SPOT : 0;
	open |= w->slash ? GATE_SLASH : 0;
	open |= w->dot ? GATE_SAID : 0;
	if (w->bracket && (memmem(text.p, text.len, "at)", 3) != NULL ||
	                   memmem(text.p, text.len, "at]", 3) != NULL))
		open |= GATE_AT_WORD;
	return open;
}

static bool
may_match(const struct kind *k, const struct words *w, unsigned open)
{
	return w->digits >= k->digits && (k->gates & open) == k->gates;
}

static const struct kind term_kind = { .rule = "term", .kind = SPAN_TERM };

int
patterns_find(struct patterns *p, struct slice text, const struct words *w,
              const struct roster *roster, bool dates, struct spans *out)
{
	unsigned open = gates_of(text, w, dates);

	/* For most texts no pattern is to be tried. */
	if (p->nterms == 0 && w->digits < p->least[open])
		return 0;
	plain_make(&p->plain, text, w->foreign);
	for (size_t i = 0; i < KINDS; i++) {
		const struct kind *k = &kinds[i];

		if (!may_match(k, w, open))
			continue;
		if (p->codes[i] == NULL)
			p->codes[i] = regex_new(slice_of(k->regex), k->how);
		if (p->codes[i] == NULL)
			diag_die(STATUS_FAULT, "pattern %zu is not well made",
			         i);
		if (find_all(p, p->codes[i], k, roster, out) != 0)
			return -1;
	}
	for (size_t i = 0; i < p->nterms; i++)
		if (find_all(p, p->terms[i], &term_kind, NULL, out) != 0)
			return -1;
	return 0;
}

void
patterns_free(struct patterns *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < KINDS; i++)
		regex_free(p->codes[i]);
	for (size_t i = 0; i < p->nterms; i++)
		regex_free(p->terms[i]);
	free(p->terms);
	plain_free(&p->plain);
	free(p);
}
