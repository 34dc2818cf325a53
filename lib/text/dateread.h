/*
 * Days as people and their forms write them: 26/03/2026, 26.3.26,
 * March 26, 2026, Thu 26 Mar 2026, 20260326.
 */
#ifndef DLG_DATEREAD_H
#define DLG_DATEREAD_H

#include "text/date.h"

/* Which of two numbers is the day, where either could be. */
enum date_order { DATE_DAY_FIRST, DATE_MONTH_FIRST, DATE_ORDERS };

/*
 * The day that text names, with or without a time of day, as read in either
 * order: the same twice where there is no doubt, DATE_NONE where that order
 * gives no day. Without a year there is none.
 */
void date_read(struct slice text, int days[DATE_ORDERS]);

/* What of text is a time of day behind a day: "10:11", or empty. */
struct slice date_time(struct slice text);

#endif
