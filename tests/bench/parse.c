/*
 * What parsing CSV costs alone: libcsv over a file, with callbacks that only
 * count. Prints fields and rows.
 */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/diag.h"

static size_t fields, rows;

static void
count_field(void *p, size_t len, void *data)
{
	(void)p;
	(void)len;
	(void)data;
	fields++;
}

static void
count_row(int end, void *data)
{
	(void)end;
	(void)data;
	rows++;
}

int
main(int argc, char **argv)
{
	static char block[256 * 1024];
	struct csv_parser parser;
	int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1;
	ssize_t n;

	if (fd < 0 || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		diag_die(STATUS_FAULT, "cannot read");
	while ((n = read(fd, block, sizeof(block))) > 0)
		csv_parse(&parser, block, (size_t)n, count_field, count_row,
		          NULL);
	csv_fini(&parser, count_field, count_row, NULL);
	csv_free(&parser);
	printf("%zu fields, %zu rows\n", fields, rows);
	return close(fd) == 0 ? 0 : 1;
}
