/*
 * What is read out of a short text: days, times, table names, links, phrases,
 * clauses. What is found lies within it.
 */
#include "fuzz.h"
#include "io/heading.h"
#include "text/checksum.h"
#include "text/clause.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/link.h"
#include "text/phrase.h"
#include "text/u8.h"
#include "text/uuid.h"
#include "text/when.h"
#include "text/width.h"

static void
within(struct slice part, struct slice text)
{
	if (part.len > 0 &&
	    (part.p < text.p || part.p + part.len > text.p + text.len))
		abort();
}

static void
read_days(struct slice text)
{
	int day = date_parse(text), monday = date_parse_week(text);
	struct buf words = BUF_INIT;

	if (day != DATE_NONE) {
		date_put(&words, day);
		if (date_parse(buf_view(&words)) != day)
			abort();
	}
	if (monday != DATE_NONE && date_monday(monday) != monday)
		abort();
	buf_free(&words);
	within(when_find(text), text);
}

static void
read_headings(struct slice text)
{
	struct slice value;
	enum field f;
	struct note n = { 0 };
	struct slice rest = text;

	f = heading_field(text, &value);
	if (f != F_KNOWN && f != F_MARK) /* a mark is a word of ours */
		within(value, text);
	f = heading_line(text, &value);
	if (f != F_KNOWN && f != F_MARK)
		within(value, text);
	heading_prefix(&n, &rest);
	within(rest, text);
	within(heading_table_of_file(text), text);
}

static void
read_clauses(struct slice text)
{
	struct slice rest = text, clause;
	size_t n = 0;

	while (clause_next(&rest, &clause)) {
		within(clause, text);
		if (n++ > text.len)
			abort();
	}
}

static void
read_phrases(struct slice text)
{
	struct stem *stems = stem_new("english");
	struct phrases p;
	struct phrase found;
	size_t n = 0;

	phrases_start(&p, stems, text);
	while (phrases_next(&p, &found))
		if (n++ > 8 * text.len + 8)
			abort();
	phrases_end(&p);
	stem_free(stems);
}

static void
read_numbers(struct slice text)
{
	char uuid[UUID_LEN + 1];

	checksum_nhs(text);
	checksum_card(text);
	checksum_iban(text);
	uuid_read(text, uuid);
	link_tells(text, NULL);
}

static void
fold_and_fit(struct slice text)
{
	struct buf out = BUF_INIT;

	fold_text(&out, text);
	buf_reset(&out);
	if (u8_valid(text) == text.len) {
		width_fit(&out, text, 10, 100);
		if (u8_valid(buf_view(&out)) != out.len)
			abort();
	}
	buf_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	char *copy = mem_dup(data, len);
	struct slice text = { copy, len };

	read_days(text);
	read_headings(text);
	read_clauses(text);
	read_phrases(text);
	read_numbers(text);
	fold_and_fit(text);
	free(copy);
	return 0;
}
