#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/sandbox_parts.h"

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define OUR_ARCH AUDIT_ARCH_RISCV64
#else
#define OUR_ARCH 0
#endif

enum {
	X32 = 0x40000000, /* the numbers of x86-64's other set of calls */
	SYS_openat2_ = 437,
	SYS_clone3_ = 435,
	STEPS = 256,
};

/* What no tool ever does: the same numbers everywhere from 424 on. */
static const uint32_t out[] = {
	/* the network, and talk with other processes */
	SYS_socket,
	SYS_socketpair,
	SYS_connect,
	SYS_bind,
	SYS_listen,
	SYS_accept,
	SYS_accept4,
	SYS_sendto,
	SYS_sendmsg,
	SYS_sendmmsg,
	SYS_shmget,
	SYS_msgget,
	SYS_semget,
	SYS_mq_open,
	/* programs */
	SYS_execve,
	SYS_execveat,
	SYS_memfd_create,
	/* other processes */
	SYS_kill,
	SYS_tkill,
	SYS_rt_sigqueueinfo,
	SYS_rt_tgsigqueueinfo,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_kcmp,
	424 /* pidfd_send_signal */,
	434 /* pidfd_open */,
	438 /* pidfd_getfd */,
	/* what goes round a filter */
	425 /* io_uring_setup */,
	426 /* io_uring_enter */,
	427 /* io_uring_register */,
	SYS_open_by_handle_at,
	/* the system */
	SYS_bpf,
	SYS_perf_event_open,
	SYS_userfaultfd,
	SYS_add_key,
	SYS_request_key,
	SYS_keyctl,
	SYS_mount,
	SYS_umount2,
	SYS_chroot,
	SYS_pivot_root,
	SYS_unshare,
	SYS_setns,
	SYS_init_module,
	SYS_finit_module,
	SYS_delete_module,
	SYS_kexec_load,
	SYS_reboot,
	SYS_swapon,
	SYS_swapoff,
	SYS_settimeofday,
	SYS_clock_settime,
	SYS_sethostname,
	SYS_setdomainname,
	SYS_quotactl,
	SYS_acct,
	SYS_personality,
	SYS_mknodat,
	SYS_symlinkat,
#ifdef SYS_fork
	SYS_fork,
	SYS_vfork,
	SYS_mknod,
	SYS_symlink,
#endif
};

static const uint32_t opening[] = {
	SYS_openat, SYS_openat2_, SYS_mkdirat, SYS_truncate,
#ifdef SYS_open
	SYS_open,   SYS_creat,    SYS_mkdir,
#endif
};

enum { OTHERS = 32 }; /* steps that are not of these tables */
_Static_assert(2 * sizeof(out) / sizeof(*out) + OTHERS < STEPS,
               "there is room for a program");
_Static_assert(2 * sizeof(opening) / sizeof(*opening) + OTHERS < STEPS,
               "there is room for a program");

struct program {
	struct sock_filter steps[STEPS];
	unsigned short n;
};

static void
add(struct program *p, struct sock_filter step)
{
	p->steps[p->n++] = step;
}

static void
load(struct program *p, size_t offset)
{
	add(p, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
	                                    (uint32_t)offset));
}

static void
answer(struct program *p, uint32_t how)
{
	add(p, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, how));
}

/* Skip so many steps unless what is loaded compares so with value. */
static void
unless(struct program *p, uint16_t test, uint32_t value, uint8_t skip)
{
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | test | BPF_K, value, 0,
	                                    skip));
}

static void
refuse(struct program *p, const uint32_t *calls, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unless(p, BPF_JEQ, calls[i], 1);
		answer(p, SECCOMP_RET_ERRNO | EPERM);
	}
}

/* Threads may be made, processes not; clone3 hides which in memory. */
static void
refuse_processes(struct program *p)
{
	unless(p, BPF_JEQ, SYS_clone3_, 1);
	answer(p, SECCOMP_RET_ERRNO | ENOSYS);
	unless(p, BPF_JEQ, SYS_clone, 4);
	load(p, offsetof(struct seccomp_data, args[0]));
	unless(p, BPF_JSET, CLONE_THREAD, 1);
	answer(p, SECCOMP_RET_ALLOW);
	answer(p, SECCOMP_RET_ERRNO | EPERM);
}

/* A signal that the process raises itself must end it; others get none. */
static void
refuse_signals(struct program *p)
{
	unless(p, BPF_JEQ, SYS_tgkill, 4);
	load(p, offsetof(struct seccomp_data, args[0]));
	unless(p, BPF_JEQ, (uint32_t)getpid(), 1);
	answer(p, SECCOMP_RET_ALLOW);
	answer(p, SECCOMP_RET_ERRNO | EPERM);
}

/* Nothing is typed into the terminal for the shell to read. */
static void
refuse_typing(struct program *p)
{
	unless(p, BPF_JEQ, SYS_ioctl, 4);
	load(p, offsetof(struct seccomp_data, args[1]));
	unless(p, BPF_JEQ, TIOCSTI, 1);
	answer(p, SECCOMP_RET_ERRNO | EPERM);
	answer(p, SECCOMP_RET_ALLOW);
}

static void
refuse_other_sets(struct program *p)
{
	load(p, offsetof(struct seccomp_data, arch));
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH,
	                                    1, 0));
	answer(p, SECCOMP_RET_ERRNO | EPERM);
	load(p, offsetof(struct seccomp_data, nr));
	unless(p, BPF_JGE, X32, 1);
	answer(p, SECCOMP_RET_ERRNO | EPERM);
}

int
sandbox_filter(enum sandbox_calls calls)
{
	struct program p = { .n = 0 };
	struct sock_fprog given = { .filter = p.steps };

	if (OUR_ARCH == 0)
		return -1;
	refuse_other_sets(&p);
	if (calls == SANDBOX_CALLS_OPEN) {
		refuse(&p, opening, sizeof(opening) / sizeof(*opening));
	} else {
		refuse(&p, out, sizeof(out) / sizeof(*out));
		refuse_processes(&p);
		refuse_signals(&p);
		refuse_typing(&p);
	}
	answer(&p, SECCOMP_RET_ALLOW);
	given.len = p.n;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &given);
}
