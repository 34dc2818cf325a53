/* What the files that make up io/polis share. */
#ifndef DLG_POLIS_PARTS_H
#define DLG_POLIS_PARTS_H

#include "io/polis.h"

struct statement {
	struct slice ref, body, attrs; /* attrs as JSON members */
	struct slice author, agrees, disagrees, passes; /* as exported */
	size_t votes[3];   /* last votes: agree, disagree, pass */
	size_t line;       /* in comments.csv; 0 if it is not there */
	size_t group_line; /* in comment-groups.csv */
	bool rejected;     /* by the moderators */
};

struct ballot_paper {
	size_t voter, statement;
	int value;
	double time; /* milliseconds since 1970, or -1 */
	size_t line;
};

struct polis {
	struct sink *sink;
	struct map refs; /* of statements */
	struct statement *statements;
	size_t statements_cap;
	struct map voters;
	struct slice *groups; /* of voters, by Polis' own clustering */
	size_t groups_cap;
	struct map cast; /* voter and statement */
	struct ballot_paper *papers;
	size_t papers_cap;
	struct map matrix; /* the same, from participants-votes.csv */
	struct ballot_paper *cells;
	size_t cells_cap;
	size_t counted; /* cells that stand for votes unless votes.csv comes */
	bool has_votes, has_matrix;
	bool has_statements;    /* comments.csv was read */
	const char *votes_name; /* of the file of the votes, for messages */
	struct pool pool;
};

struct statement *polis_statement(struct polis *p, struct slice ref);

/* A whole number, or -1 if text is none. */
double polis_number(struct slice text);

/* Milliseconds since 1970, from seconds or milliseconds; -1 if neither. */
double polis_time(struct slice text);

/* The votes of votes.csv, one a row. */
int polis_read_votes(struct polis *p, struct rows *rows);

/* The votes of participants-votes.csv, a row for each voter. */
int polis_read_matrix(struct polis *p, struct rows *rows);

/* The statements of comments.csv, also where their bodies are not quoted. */
int polis_read_comments(struct polis *p, struct source *src);

/* The statements of comments.csv, a row each. */
int polis_comment_rows(struct polis *p, struct rows *rows);

/* Comments or votes as Polis' server gives them, in JSON. */
int polis_read_json(struct polis *p, enum polis_part part, struct source *src);

/* The statements of comment-groups.csv. */
int polis_read_groups(struct polis *p, struct rows *rows);

/*
 * Read the header of rows into c; it must have columns of these names. Return
 * 1; 0 if there is none, or -1 after reporting a fault.
 */
int polis_header(struct polis *p, struct rows *rows, struct columns *c,
                 const char *const *names);

#endif
