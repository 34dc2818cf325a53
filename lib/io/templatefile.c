#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "io/templatefile.h"

enum { SIZE = 1 << 20 };

_Noreturn static void
refuse(const char *path, const char *why)
{
	diag_die(STATUS_FAULT, "%s: cannot read the template: %s", path, why);
}

struct slice
templatefile_load(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *text = mem_alloc(SIZE);
	size_t len = 0;
	ssize_t n = 1;

	if (fd < 0)
		refuse(path, strerror(errno));
	while (len < SIZE && n != 0) {
		n = read(fd, text + len, SIZE - len);
		if (n < 0 && errno != EINTR)
			refuse(path, strerror(errno));
		len += n > 0 ? (size_t)n : 0;
	}
	close(fd);
	if (len == SIZE)
		refuse(path, "over 1 MiB");
	return (struct slice){ text, len };
}
