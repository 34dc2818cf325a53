#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <jansson.h>
#include <limits.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/nocore.h"
#include "base/out.h"
#include "base/sandbox.h"
#include "base/sandbox_parts.h"

#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

#define ACCESS(name) LANDLOCK_ACCESS_FS_##name

/* What a folder must allow for a file in it to be replaced. */
#define REPLACE \
	(ACCESS(WRITE_FILE) | ACCESS(TRUNCATE) | ACCESS(MAKE_REG) | \
	 ACCESS(REMOVE_FILE))

const char *const sandbox_names[] = { "auto", "require", "off", NULL };

/* What counts the lines that tests run (make coverage) writes files at the end.
 */
#ifdef DLG_COVERAGE
enum { COUNTED = 1 };
#else
enum { COUNTED = 0 };
#endif

/* There is one process, so there is one of these. */
static struct {
	enum sandbox mode;
	int rules;        /* the Landlock rules, or -1 */
	uint64_t handled; /* the rights that they are about */
	bool filtered;
} box = { .mode = SANDBOX_OFF, .rules = -1 };

/* Whether valgrind runs us: it does not know these calls. */
static bool
is_valgrind(void)
{
	const char *loaded = getenv("LD_PRELOAD");

	return loaded != NULL && strstr(loaded, "vgpreload") != NULL;
}

static void
cannot(const char *what)
{
	if (box.mode == SANDBOX_REQUIRE)
		diag_die(STATUS_FAULT,
		         "%s: it cannot be confined here; "
		         "--sandbox=auto goes as far as can be",
		         what);
}

/* The version of Landlock that this kernel has; 0 for none. */
static long
landlock_version(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
	                       LANDLOCK_CREATE_RULESET_VERSION);

	return version < 0 ? 0 : version;
}

void
sandbox_begin(enum sandbox mode)
{
	struct landlock_ruleset_attr attr = { 0 };
	long version;

	box.mode = mode;
	if (mode == SANDBOX_OFF)
		return;
	if (nocore_is_sanitized() || COUNTED || is_valgrind()) {
		cannot("the sandbox");
		box.mode = SANDBOX_OFF;
		return;
	}
	if ((version = landlock_version()) < 1) {
		cannot("no Landlock in this kernel");
		return;
	}
	/* Version 1 knows all that comes before REFER, 3 TRUNCATE too. */
	box.handled = ACCESS(REFER) - 1;
	if (version >= 3)
		box.handled |= ACCESS(TRUNCATE);
	attr.handled_access_fs = box.handled;
	box.rules = (int)syscall(SYS_landlock_create_ruleset, &attr,
	                         sizeof(attr.handled_access_fs), 0);
	if (box.rules < 0)
		cannot("Landlock");
}

/* Allow access to what path is now; what is not there needs no rule. */
static void
allow(const char *path, uint64_t access)
{
	struct landlock_path_beneath_attr rule = {
		.allowed_access = access & box.handled,
		.parent_fd = open(path, O_PATH | O_CLOEXEC),
	};

	if (rule.parent_fd < 0 && (errno == EMFILE || errno == ENFILE))
		diag_die(STATUS_FAULT, "%s: %s", path, strerror(errno));
	if (rule.parent_fd < 0)
		return;
	/* Pipes are refused here, and need no rule to be opened. */
	syscall(SYS_landlock_add_rule, box.rules, LANDLOCK_RULE_PATH_BENEATH,
	        &rule, 0);
	close(rule.parent_fd);
}

/* The same of the folder that path is in. */
static void
allow_folder_of(const char *path, uint64_t access)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	size_t len = slash == NULL ? 0 : (size_t)(slash - path);

	if (len >= sizeof(folder))
		return;
	memcpy(folder, path, len);
	folder[len] = '\0';
	if (slash == NULL)
		strcpy(folder, ".");
	else if (len == 0)
		strcpy(folder, "/");
	allow(folder, access);
}

static void
allow_write(const char *path)
{
	char *target = out_target(path);
	struct stat st;

	if (stat(target, &st) == 0 && !S_ISREG(st.st_mode))
		allow(target, ACCESS(WRITE_FILE));
	else
		allow_folder_of(target, REPLACE);
	free(target);
}

void
sandbox_allow(const char *path, enum sandbox_use use)
{
	struct stat st;
	bool folder;

	if (box.rules < 0 || path == NULL || strcmp(path, "-") == 0)
		return;
	folder = stat(path, &st) == 0 && S_ISDIR(st.st_mode);
	if (use == SANDBOX_READ)
		allow(path, folder ? ACCESS(READ_DIR) : ACCESS(READ_FILE));
	else if (use == SANDBOX_WRITE)
		allow_write(path);
	else if (use == SANDBOX_FOLDER && folder)
		allow(path, REPLACE);
	else if (use == SANDBOX_FOLDER)
		allow_folder_of(path, REPLACE | ACCESS(MAKE_DIR));
}

void
sandbox_allow_encodings(void)
{
	char path[PATH_MAX];
	Dl_info library;
	const char *slash;

	if (box.rules < 0 ||
	    dladdr((void *)(uintptr_t)iconv_open, &library) == 0 ||
	    (slash = strrchr(library.dli_fname, '/')) == NULL ||
	    (size_t)(slash - library.dli_fname) + sizeof("/gconv") >
	        sizeof(path))
		return;
	memcpy(path, library.dli_fname, (size_t)(slash - library.dli_fname));
	strcpy(path + (slash - library.dli_fname), "/gconv");
	allow(path, ACCESS(READ_FILE));
}

void
sandbox_enter(char **files)
{
	json_object_seed(0); /* reads /dev/urandom, once */
	for (; *files != NULL; files++)
		sandbox_allow(*files, SANDBOX_READ);
	if (box.mode == SANDBOX_OFF)
		return;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		cannot("no_new_privs");
	if (box.rules >= 0) {
		if (syscall(SYS_landlock_restrict_self, box.rules, 0) < 0)
			cannot("Landlock");
		close(box.rules);
		box.rules = -1;
	}
	box.filtered = sandbox_filter(SANDBOX_CALLS_OUT) == 0;
	if (!box.filtered)
		cannot("seccomp");
}

void
sandbox_seal(void)
{
	if (!box.filtered)
		return;
	if (sandbox_filter(SANDBOX_CALLS_OPEN) < 0)
		cannot("seccomp");
	box.filtered = false;
}
