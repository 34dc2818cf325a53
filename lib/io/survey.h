/*
 * Wide surveys: a row for each respondent, a column for each question, one or
 * more header rows. Each free-text answer is a note with its question; answers
 * to closed questions are kept with it as attrs.
 */
#ifndef DLG_SURVEY_H
#define DLG_SURVEY_H

#include "io/format.h"

/* How the header rows of a survey make names. */
enum survey_header {
	SURVEY_ONE,       /* one row */
	SURVEY_CHOICES,   /* questions, then choices (SurveyMonkey) */
	SURVEY_QUESTIONS, /* short names, then questions (Citizen Space) */
	SURVEY_IMPORT,    /* the same, then what Qualtrics calls ImportId */
};

int survey_read(struct rows *rows, struct sink *sink,
                const struct format *self);

/*
 * Tell the columns that are open questions, by a sample of the rows to come:
 * each COL_ATTR becomes COL_ANSWER, a field that its question asks for, or
 * stays; its why says how that was seen.
 */
void survey_classify(struct columns *c, struct rows *rows);

/*
 * The same of a table that is no known survey: only columns named by a question
 * may be open ones. Return how many are.
 */
size_t survey_guess(struct columns *c, struct rows *rows);

/* For the table of formats: whether it is a survey of that kind. */
bool survey_is_google(const struct probe *p);
bool survey_is_citizen_space(const struct probe *p);

/* The names that the makers of surveys give the columns beside questions. */
extern const struct alias survey_google[], survey_microsoft[],
    survey_typeform[], survey_monkey[], survey_citizen_space[],
    survey_qualtrics[], survey_cases[];

#endif
