#include "io/sink.h"
#include "text/dateread.h"

/* "2026", or "2026-03": as much of a day as is told. */
static bool
is_part(struct slice text)
{
	size_t i = 0;

	while (i < text.len && (i == 4 ? text.p[i] == '-' :
	                                 text.p[i] >= '0' && text.p[i] <= '9'))
		i++;
	return i == text.len && (i == 4 || i == 7);
}

/* The day that text surely names, or DATE_NONE. */
static int
sure_day(struct slice text)
{
	int days[DATE_ORDERS];

	date_read(text, days);
	if (days[0] == days[1] || days[1] == DATE_NONE)
		return days[0];
	return days[0] == DATE_NONE ? days[1] : DATE_NONE;
}

void
sink_put_date(struct sink *s, struct slice text)
{
	bool plain = date_parse(text) != DATE_NONE || is_part(text);
	int day = plain ? DATE_NONE : sure_day(text);
	struct slice time;

	if (day == DATE_NONE) {
		s->odd_dates += !plain;
		scan_quote(&s->line, text);
		return;
	}
	time = date_time(text);
	buf_addc(&s->line, '"');
	date_put(&s->line, day);
	if (time.len > 0) {
		buf_addc(&s->line, 'T');
		buf_slice(&s->line, time);
	}
	buf_addc(&s->line, '"');
}
