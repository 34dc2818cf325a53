#include "io/survey.h"

const struct alias survey_google[] = {
	{ "timestamp", COL_META },
	{ "email address", COL_META },
	{ "username", COL_META },
	{ "score", COL_META },
	{ NULL, 0 },
};

const struct alias survey_microsoft[] = {
	{ "id", F_REF },
	{ "name", F_SPEAKER },
	{ "start time", COL_META },
	{ "completion time", COL_META },
	{ "email", COL_META },
	{ "last modified time", COL_META },
	{ "total points", COL_META },
	{ "quiz feedback", COL_META },
	{ "language", F_LANG },
	{ NULL, 0 },
};

const struct alias survey_typeform[] = {
	{ "#", F_REF },
	{ "start date (utc)", COL_META },
	{ "submit date (utc)", COL_META },
	{ "stage date (utc)", COL_META },
	{ "network id", COL_META },
	{ "response type", COL_META },
	{ "ending", COL_META },
	{ "tags", COL_META },
	{ NULL, 0 },
};

const struct alias survey_monkey[] = {
	{ "respondent id", F_REF },    { "collector id", COL_META },
	{ "start date", COL_META },    { "end date", COL_META },
	{ "date created", COL_META },  { "date modified", COL_META },
	{ "ip address", COL_META },    { "email address", COL_META },
	{ "first name", COL_META },    { "last name", COL_META },
	{ "custom data 1", COL_META }, { NULL, 0 },
};

const struct alias survey_citizen_space[] = {
	{ "response id", F_REF },
	{ "date submitted", COL_META },
	{ "submitted date", COL_META },
	{ "what is your email address?", COL_META },
	{ "what is your name?", F_SPEAKER },
	{ "what is your organisation?", F_ORG },
	{ NULL, 0 },
};

const struct alias survey_qualtrics[] = {
	{ "responseid", F_REF },
	{ "userlanguage", F_LANG },
	{ "response id", F_REF },
	{ "user language", F_LANG },
	{ "start date", COL_META },
	{ "end date", COL_META },
	{ "response type", COL_META },
	{ "ip address", COL_META },
	{ "recorded date", COL_META },
	{ "recipient last name", COL_META },
	{ "recipient first name", COL_META },
	{ "recipient email", COL_META },
	{ "external data reference", COL_META },
	{ "location latitude", COL_META },
	{ "location longitude", COL_META },
	{ "distribution channel", COL_META },
	{ "startdate", COL_META },
	{ "enddate", COL_META },
	{ "status", COL_META },
	{ "ipaddress", COL_META },
	{ "progress", COL_META },
	{ "duration (in seconds)", COL_META },
	{ "finished", COL_META },
	{ "recordeddate", COL_META },
	{ "recipientlastname", COL_META },
	{ "recipientfirstname", COL_META },
	{ "recipientemail", COL_META },
	{ "externalreference", COL_META },
	{ "locationlatitude", COL_META },
	{ "locationlongitude", COL_META },
	{ "distributionchannel", COL_META },
	{ NULL, 0 },
};

const struct alias survey_cases[] = {
	{ "case", F_SPEAKER },
	{ NULL, 0 },
};
