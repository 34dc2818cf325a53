/* The dates of a column, some of which tell how to read the others. */
#include "io/tablein_parts.h"

enum { LOOK = 1000 };

enum date_order
tablein_order(const struct columns *c, struct rows *rows)
{
	size_t at = columns_find(c, F_DATE);
	bool only[DATE_ORDERS] = { false, false };
	const struct row *row;
	int days[DATE_ORDERS];

	for (size_t r = 0;
	     at != SIZE_MAX && r < LOOK && (row = rows_peek(rows, r)) != NULL;
	     r++) {
		if (at >= row->n)
			continue;
		date_read(row->f[at], days);
		only[0] |= days[0] != DATE_NONE && days[1] == DATE_NONE;
		only[1] |= days[1] != DATE_NONE && days[0] == DATE_NONE;
	}
	if (only[0] == only[1])
		return DATE_ORDERS;
	return only[0] ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
}

struct slice
tablein_date(struct slice cell, enum date_order order, struct buf *out)
{
	struct slice time;
	int days[DATE_ORDERS];

	if (order == DATE_ORDERS || date_parse(cell) != DATE_NONE)
		return cell;
	date_read(cell, days);
	if (days[order] == DATE_NONE)
		return cell;
	time = date_time(cell);
	buf_reset(out);
	date_put(out, days[order]);
	if (time.len > 0)
		buf_addc(out, 'T');
	buf_slice(out, time);
	return buf_view(out);
}
