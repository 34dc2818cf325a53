#include <string.h>
#include <strings.h>

#include "io/docx.h"
#include "io/format.h"
#include "io/jsonin.h"
#include "io/markdown.h"
#include "io/sheet.h"
#include "io/survey.h"
#include "io/tablein.h"
#include "io/tables.h"
#include "io/transcript.h"

static bool is_xlsx(const struct probe *p);
static bool is_docx(const struct probe *p);
static bool is_kouchou(const struct probe *p);
static bool is_json_comments(const struct probe *p);
static bool is_json_votes(const struct probe *p);
static bool is_json_array(const struct probe *p);
static bool is_summary(const struct probe *p);
static bool is_csv(const struct probe *p);
static bool is_markdown(const struct probe *p);
static bool is_json(const struct probe *p);
static bool always(const struct probe *p);
static int read_table(struct rows *rows, struct sink *sink,
                      const struct format *self);

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

const struct format formats[] = {
	{ .name = "xlsx",
	  .what = "Excel: a sheet as a table of any of the kinds below",
	  .is = is_xlsx,
	  .read = sheet_read },
	{ .name = "docx",
	  .what = "Word: headings, items and paragraphs as in Markdown",
	  .is = is_docx,
	  .read = docx_read },
	{ .name = "jsonl",
	  .what = "JSON Lines: dlg's own records, or objects whose members "
	          "are the fields",
	  .is = is_json,
	  .read = jsonin_read },
	{ .name = "polis-comments",
	  .what = "Polis comments.csv: statements and their counts",
	  .signature = NAMES("comment id", "author id", "agrees", "moderated",
	                     "comment body"),
	  .part = POLIS_COMMENTS },
	{ .name = "polis-votes",
	  .what = "Polis votes.csv: votes, the last of each voter counts",
	  .signature = NAMES("comment id", "voter id", "vote"),
	  .part = POLIS_VOTES },
	{ .name = "polis-participants",
	  .what = "Polis participants-votes.csv: a row of votes a voter",
	  .signature =
	      NAMES("participant", "group id", "n comments", "n votes"),
	  .part = POLIS_PARTICIPANTS },
	{ .name = "polis-groups",
	  .what = "Polis comment-groups.csv: statements and counts by group",
	  .signature = NAMES("comment id", "comment", "total votes"),
	  .part = POLIS_GROUPS },
	{ .name = "polis-comments-json",
	  .what = "statements as Polis' server gives them",
	  .is = is_json_comments,
	  .part = POLIS_COMMENTS },
	{ .name = "polis-votes-json",
	  .what = "votes as Polis' server gives them",
	  .is = is_json_votes,
	  .part = POLIS_VOTES },
	{ .name = "polis-summary",
	  .what = "Polis summary.csv: what the conversation is about",
	  .is = is_summary,
	  .part = POLIS_SUMMARY },
	{ .name = "polis-history",
	  .what = "Polis stats-history.csv: no notes, set aside",
	  .signature = NAMES("n votes", "n comments", "n visitors", "n voters"),
	  .part = POLIS_HISTORY },
	{ .name = "registration",
	  .what = "a form of registration: no notes, set aside",
	  .is = tables_is_registration,
	  .rows = tables_read_roster },
	{ .name = "microsoft-forms",
	  .what = "Microsoft Forms: an answer to an open question a note",
	  .signature = NAMES("id", "start time", "completion time"),
	  .rows = survey_read,
	  .aliases = survey_microsoft },
	{ .name = "surveymonkey",
	  .what = "SurveyMonkey, two header rows: an open answer a note",
	  .signature = NAMES("respondent id", "collector id"),
	  .rows = survey_read,
	  .aliases = survey_monkey,
	  .header = SURVEY_CHOICES },
	{ .name = "typeform",
	  .what = "Typeform: an answer to an open question a note",
	  .signature = NAMES("#", "submit date (utc)"),
	  .rows = survey_read,
	  .aliases = survey_typeform },
	{ .name = "qualtrics",
	  .what = "Qualtrics, three header rows: an open answer a note",
	  .signature = NAMES("startdate", "enddate", "responseid"),
	  .rows = survey_read,
	  .aliases = survey_qualtrics,
	  .header = SURVEY_IMPORT },
	{ .name = "citizen-space",
	  .what = "Citizen Space, two header rows: an open answer a note",
	  .is = survey_is_citizen_space,
	  .rows = survey_read,
	  .aliases = survey_citizen_space,
	  .header = SURVEY_QUESTIONS },
	{ .name = "google-forms",
	  .what = "Google Forms: an answer to an open question a note",
	  .is = survey_is_google,
	  .rows = survey_read,
	  .aliases = survey_google },
	{ .name = "talk-to-the-city",
	  .what = "Talk to the City: comments of interviews",
	  .signature = NAMES("comment", "interview"),
	  .rows = read_table },
	{ .name = "sensemaker",
	  .what = "Jigsaw's Sensemaker: comments and votes by group",
	  .is = tables_is_sensemaker,
	  .rows = tables_read_sensemaker },
	{ .name = "kouchou-ai",
	  .what = "kouchou-ai: comments, or the arguments found in them",
	  .is = is_kouchou,
	  .rows = read_table },
	{ .name = "decidim",
	  .what = "Decidim: proposals, comments, debates",
	  .is = tables_is_decidim,
	  .rows = tables_read_decidim },
	{ .name = "consul",
	  .what = "Consul: budget investments",
	  .is = tables_is_consul,
	  .rows = read_table,
	  .aliases = tables_consul },
	{ .name = "loomio",
	  .what = "Loomio: a poll's three tables; reasons are notes",
	  .is = tables_is_loomio,
	  .rows = tables_read_loomio },
	{ .name = "taguette",
	  .what = "Taguette: highlights, with all their tags",
	  .signature = NAMES("id", "document", "tag", "content"),
	  .rows = tables_read_taguette },
	{ .name = "taguette-codebook",
	  .what = "Taguette's codebook: no notes, set aside",
	  .signature = NAMES("tag", "description", "number of highlights"),
	  .rows = tables_read_aside },
	{ .name = "qualcoder-codes",
	  .what = "QualCoder's report of coded text",
	  .signature = NAMES("coder", "coded", "codename"),
	  .rows = read_table,
	  .aliases = tables_coded },
	{ .name = "qualcoder-cases",
	  .what = "QualCoder's cases: free text is notes, else set aside",
	  .is = tables_is_cases,
	  .rows = tables_read_cases,
	  .aliases = survey_cases },
	{ .name = "scrumlr",
	  .what = "scrumlr: the notes of a board",
	  .signature = NAMES("noteid", "author", "text", "column"),
	  .rows = read_table,
	  .aliases = tables_scrumlr },
	{ .name = "roster",
	  .what = "a registration list: no notes, set aside",
	  .is = tables_is_roster,
	  .rows = tables_read_roster },
	{ .name = "json",
	  .what = "a JSON array of objects whose members are the fields",
	  .is = is_json_array,
	  .read = jsonin_read_array },
	{ .name = "webvtt",
	  .what = "WebVTT: each turn of a speaker, or sentence, a note",
	  .is = subtitle_is_vtt,
	  .read = subtitle_read },
	{ .name = "srt",
	  .what = "SRT: the same; lines that roll up are taken once",
	  .is = subtitle_is_srt,
	  .read = subtitle_read },
	{ .name = "zoom-chat",
	  .what = "Zoom's saved chat in four layouts: each message a note",
	  .is = zoom_is,
	  .read = zoom_read },
	{ .name = "otter",
	  .what = "Otter's transcript as text: each turn a note",
	  .is = otter_is,
	  .read = otter_read },
	{ .name = "qualcoder-transcript",
	  .what = "a transcript with [speaker] before each turn",
	  .is = qualcoder_is,
	  .read = qualcoder_read },
	{ .name = "qualcoder-codelist",
	  .what = "QualCoder's list of codes: no notes, set aside",
	  .is = qualcoder_is_codes,
	  .read = qualcoder_read_codes },
	{ .name = "csv",
	  .what = "CSV or TSV with a header: , ; tab or | between the fields",
	  .is = is_csv,
	  .rows = read_table },
	{ .name = "markdown",
	  .what = "Markdown: headings give table, round, question and mark; "
	          "items and paragraphs are notes",
	  .is = is_markdown,
	  .read = markdown_read },
	{ .name = "plain",
	  .what = "plain text: each paragraph a note, or each line if none "
	          "is empty",
	  .is = always,
	  .read = markdown_read_plain },
	{ .name = NULL },
};

static int
read_table(struct rows *rows, struct sink *sink, const struct format *self)
{
	return tablein_read(rows, sink, self->aliases);
}

static bool
ends_with(const char *path, const char *end)
{
	size_t n = strlen(path), len = strlen(end);

	return n >= len && strcasecmp(path + n - len, end) == 0;
}

static bool
is_xlsx(const struct probe *p)
{
	return sheet_is(p->head);
}

static bool
is_docx(const struct probe *p)
{
	return docx_is(p->head);
}

static bool
is_kouchou(const struct probe *p)
{
	return (columns_named(&p->cols, "comment id") != SIZE_MAX &&
	        columns_named(&p->cols, "comment body") != SIZE_MAX) ||
	       (columns_named(&p->cols, "arg id") != SIZE_MAX &&
	        columns_named(&p->cols, "argument") != SIZE_MAX);
}

/* Rows of a key and a value, "topic" and "url" the first. */
static bool
is_summary(const struct probe *p)
{
	return p->cols.n == 2 && slice_is(p->cols.v[0].fold, "topic") &&
	       p->second != NULL && p->second->n == 2 &&
	       slice_is(p->second->f[0], "url");
}

/* A header of which something is known, or a table that is very regular. */
static bool
is_csv(const struct probe *p)
{
	size_t known = 0;

	if (p->cols.n == 0)
		return p->broken && (ends_with(p->path, ".csv") ||
		                     ends_with(p->path, ".tsv"));
	for (size_t i = 0; i < p->cols.n; i++)
		known += columns_alias(p->cols.v[i].fold) != F_KNOWN;
	if (p->cols.n == 1)
		return known == 1;
	return known > 0 || (p->steady && p->cols.n > 2 && p->second != NULL) ||
	       ends_with(p->path, ".csv") || ends_with(p->path, ".tsv");
}

static bool
is_markdown(const struct probe *p)
{
	return markdown_is(p->head);
}

static bool
is_json(const struct probe *p)
{
	return slice_starts(slice_trim(p->head), SLICE("{"));
}

static bool
is_json_array(const struct probe *p)
{
	struct slice head = slice_trim(p->head);

	return slice_starts(head, SLICE("[")) &&
	       memchr(head.p, '{', head.len < 40 ? head.len : 40) != NULL;
}

/* An array whose objects have a member of that key, and one of the others. */
static bool
has_members(const struct probe *p, const char *key, const char *one,
            const char *other)
{
	struct slice h = p->head;

	return is_json_array(p) && memmem(h.p, h.len, key, strlen(key)) &&
	       (memmem(h.p, h.len, one, strlen(one)) ||
	        memmem(h.p, h.len, other, strlen(other)));
}

static bool
is_json_comments(const struct probe *p)
{
	return has_members(p, "\"txt\"", "\"tid\"", "\"statement_id\"");
}

static bool
is_json_votes(const struct probe *p)
{
	return has_members(p, "\"vote\"", "\"tid\"", "\"statement_id\"");
}

static bool
always(const struct probe *p)
{
	(void)p;
	return true;
}
