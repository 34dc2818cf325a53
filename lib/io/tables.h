/*
 * Tables of other tools that are more than a header and rows of notes.
 */
#ifndef DLG_TABLES_H
#define DLG_TABLES_H

#include "io/format.h"

/* Decidim: names are nested with "/", languages at the end. */
bool tables_is_decidim(const struct probe *p);
int tables_read_decidim(struct rows *rows, struct sink *sink,
                        const struct format *self);

/* Sensemaker: counts of votes for each group, which are added up. */
bool tables_is_sensemaker(const struct probe *p);
int tables_read_sensemaker(struct rows *rows, struct sink *sink,
                           const struct format *self);

/* Taguette: a row for each highlight and tag; a highlight is one note. */
int tables_read_taguette(struct rows *rows, struct sink *sink,
                         const struct format *self);

/* Loomio: three tables one below the other; votes with reasons are notes. */
bool tables_is_loomio(const struct probe *p);
int tables_read_loomio(struct rows *rows, struct sink *sink,
                       const struct format *self);

/* QualCoder: cases with their attributes, or a survey with free text. */
bool tables_is_cases(const struct probe *p);
int tables_read_cases(struct rows *rows, struct sink *sink,
                      const struct format *self);

/* Consul: budget investments, in the languages it has been seen in. */
bool tables_is_consul(const struct probe *p);

/* A table without notes: all of it is set aside. */
int tables_read_aside(struct rows *rows, struct sink *sink,
                      const struct format *self);

/* A registration list: set aside, with a hint. */
bool tables_is_roster(const struct probe *p);
bool tables_is_registration(const struct probe *p);
int tables_read_roster(struct rows *rows, struct sink *sink,
                       const struct format *self);

extern const struct alias tables_coded[], tables_scrumlr[], tables_consul[];

#endif
