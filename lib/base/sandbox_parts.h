/* The half of base/sandbox that takes system calls away. */
#ifndef DLG_SANDBOX_PARTS_H
#define DLG_SANDBOX_PARTS_H

enum sandbox_calls {
	SANDBOX_CALLS_OUT,  /* sockets, programs, other processes, the system */
	SANDBOX_CALLS_OPEN, /* opening and creating files */
};

/* Have these calls fail with EPERM from here on. Return 0, or -1. */
int sandbox_filter(enum sandbox_calls calls);

#endif
