/*
 * base/sandbox: each test tries something in a child process, which a sandbox
 * holds, and tells by its exit status what came of it.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/nocore.h"
#include "base/out.h"
#include "base/sandbox.h"
#include "tap.h"

static char folder[] = "/tmp/dlg-sandbox.XXXXXX";
static char *none[] = { NULL };

/* What a child tries: 0, or the errno that it met. */
typedef int attempt(void);

static int
opens(const char *path, int flags)
{
	return open(path, flags, 0600) < 0 ? errno : 0;
}

static int
reads_named(void)
{
	return opens("named", O_RDONLY);
}

static int
reads_other(void)
{
	return opens("other", O_RDONLY);
}

static int
lists_folder(void)
{
	return opens(".", O_RDONLY | O_DIRECTORY);
}

static int
writes_named(void)
{
	return opens("named", O_WRONLY);
}

static int
creates(void)
{
	return opens("new", O_WRONLY | O_CREAT);
}

static int
makes_folder(void)
{
	return mkdir("made", 0700) < 0 ? errno : 0;
}

static int
removes(void)
{
	return unlink("other") < 0 ? errno : 0;
}

static int
connects(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int
talks(void)
{
	int ends[2];

	return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0 ? errno : 0;
}

static int
runs_program(void)
{
	execl("/bin/sh", "sh", "-c", ":", (char *)NULL);
	return errno;
}

static int
forks(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return pid < 0 ? errno : 0;
}

/* The number of ways in which another process gets a signal. */
static int
kills(void)
{
	pid_t other = getppid();
	siginfo_t about = { .si_code = SI_QUEUE };

	return (kill(other, 0) == 0) + (syscall(SYS_tkill, other, 0) == 0) +
	       (syscall(SYS_tgkill, other, other, 0) == 0) +
	       (syscall(SYS_rt_sigqueueinfo, other, 0, &about) == 0) +
	       (syscall(SYS_rt_tgsigqueueinfo, other, other, 0, &about) == 0);
}

/* A signal raised ends the process, as it must behind a handler. */
static int
raises(void)
{
	return raise(0) < 0 ? errno : 0;
}

static int
types(void)
{
	return ioctl(STDERR_FILENO, TIOCSTI, "x") < 0 ? errno : 0;
}

static void *
idle(void *p)
{
	return p;
}

static int
starts_thread(void)
{
	pthread_t t;
	int rc = pthread_create(&t, NULL, idle, NULL);

	return rc != 0 ? rc : pthread_join(t, NULL);
}

static int
publishes(void)
{
	struct out o;

	out_open(&o, "written", 0600);
	sandbox_seal();
	out_put(&o, "x", 1);
	return out_close(&o);
}

/* The exit status of a child that tries it. */
static int
status_of(pid_t pid)
{
	int status = -1;

	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}

static void
enter(const char *write)
{
	sandbox_begin(SANDBOX_REQUIRE);
	sandbox_allow("named", SANDBOX_READ);
	sandbox_allow(write, SANDBOX_WRITE);
	sandbox_enter(none);
}

static int
in_sandbox(attempt *try, const char *write, bool seal)
{
	pid_t pid = fork();

	if (pid != 0)
		return status_of(pid);
	enter(write);
	if (seal)
		sandbox_seal();
	_exit(try());
}

static void
named_files_only(void)
{
	ok(in_sandbox(reads_named, NULL, false) == 0, "a named file is read");
	ok(in_sandbox(reads_other, NULL, false) == EACCES, "no other is");
	ok(in_sandbox(writes_named, NULL, false) == EACCES,
	   "a file to be read is not written");
	ok(in_sandbox(lists_folder, NULL, false) == EACCES,
	   "nor its folder listed");
	ok(in_sandbox(creates, NULL, false) == EACCES, "nor a file created");
	ok(in_sandbox(removes, NULL, false) == EACCES, "nor one removed");
	ok(in_sandbox(makes_folder, NULL, false) == EACCES,
	   "nor a folder made");
	ok(in_sandbox(reads_other, "written", false) == EACCES,
	   "where an output goes, no other file is read");
}

static void
no_way_out(void)
{
	ok(in_sandbox(connects, NULL, false) == EPERM, "no socket");
	ok(in_sandbox(talks, NULL, false) == EPERM, "no pair of them");
	ok(in_sandbox(runs_program, NULL, false) == EPERM, "no program");
	ok(in_sandbox(forks, NULL, false) == EPERM, "no process");
	ok(in_sandbox(kills, NULL, false) == 0, "no signal to others");
	ok(in_sandbox(raises, NULL, false) == 0, "but to itself");
	ok(in_sandbox(types, NULL, false) == EPERM,
	   "nothing typed into a terminal");
	ok(in_sandbox(starts_thread, NULL, false) == 0,
	   "but threads, as before");
}

static void
sealed(void)
{
	ok(in_sandbox(reads_named, NULL, true) == EPERM,
	   "sealed, not even a named file is opened");
	ok(in_sandbox(creates, "written", true) == EPERM,
	   "nor one created where the output goes");
	ok(in_sandbox(makes_folder, "written", true) == EPERM,
	   "nor a folder made there");
	ok(in_sandbox(publishes, "written", false) == 0 &&
	       access("written", F_OK) == 0,
	   "but the output gets its name");
	ok(in_sandbox(publishes, "written", false) == 0,
	   "and replaces an older one");
}

static int
off(void)
{
	pid_t pid = fork();

	if (pid != 0)
		return status_of(pid);
	sandbox_begin(SANDBOX_OFF);
	sandbox_enter(none);
	sandbox_seal();
	_exit(reads_other() | connects());
}

/* Whether this kernel can do it all. */
static bool
is_possible(void)
{
	pid_t pid = fork();

	if (pid != 0)
		return status_of(pid) == 0;
	close(STDERR_FILENO);
	enter(NULL);
	_exit(0);
}

static void
begin(void)
{
	static const char *const names[] = { "named", "other" };

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		_exit(2);
	for (int i = 0; i < 2; i++)
		close(open(names[i], O_CREAT | O_WRONLY, 0600));
}

static void
end(void)
{
	unlink("named");
	unlink("other");
	unlink("written");
	if (chdir("/") == 0)
		rmdir(folder);
}

int
main(void)
{
	if (!is_possible()) {
		puts("1..0 # SKIP the system cannot confine a process");
		return 0;
	}
	begin();
	named_files_only();
	no_way_out();
	sealed();
	ok(off() == 0, "off, all is as it was");
	end();
	return tap_done();
}
