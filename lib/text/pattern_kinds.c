/* What direct identifiers look like. */
#include <string.h>

#include "text/checksum.h"
#include "text/pattern_parts.h"

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

const struct pattern_kind pattern_kinds[PATTERN_KINDS] = {
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
