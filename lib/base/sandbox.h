/*
 * What the process may do from here on: read the files that were named, write
 * where it was told to, and nothing else. A fault in a reader of hostile bytes
 * then finds no way to the network, to other files or to a shell.
 *
 * Landlock holds the process to the paths allowed; a seccomp filter takes away
 * sockets, programs and other processes, and once it is sealed every way to
 * open or create a file. What stays is to give a finished output its name.
 *
 *	sandbox_begin(SANDBOX_AUTO);
 *	sandbox_allow("roster.csv", SANDBOX_READ);
 *	sandbox_enter(argv);
 *	...open the last file...
 *	sandbox_seal();
 */
#ifndef DLG_SANDBOX_H
#define DLG_SANDBOX_H

enum sandbox {
	SANDBOX_AUTO,    /* as far as this kernel can */
	SANDBOX_REQUIRE, /* wholly, or exit with STATUS_FAULT */
	SANDBOX_OFF,
};

/* Their names on the command line, NULL-terminated. */
extern const char *const sandbox_names[];

enum sandbox_use {
	SANDBOX_NONE,
	SANDBOX_READ,   /* a file, to be read; a folder, to be listed */
	SANDBOX_WRITE,  /* a file, to be replaced */
	SANDBOX_FOLDER, /* a folder, to be made and filled */
};

/*
 * Choose how strict to be. Under valgrind and the sanitizers, which need more
 * than the tools do, SANDBOX_AUTO is off.
 */
void sandbox_begin(enum sandbox mode);

/* Allow that use of path, or of what it will be; nothing, for NULL or "-". */
void sandbox_allow(const char *path, enum sandbox_use use);

/* Allow reading what iconv loads for an encoding. */
void sandbox_allow_encodings(void);

/* From here on only what was allowed, and reading files (NULL-terminated). */
void sandbox_enter(char **files);

/* From here on no file is opened or created at all. */
void sandbox_seal(void);

#endif
