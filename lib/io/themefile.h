/*
 * A theme file: the themes of a harvest, kept from one week to the next and
 * edited by people. It is JSON Lines: first what the file is, then a record
 * for each theme:
 *
 *	{"type":"themes","version":1,"next":13,"unthemed":["..."]}
 *	{"type":"theme","id":"t1","label":"late buses","terms":["late buses"],
 *	 "notes":12,"texts":11,"stems":{"bus":11,"late":9},"seen":["0a1b..."],
 *	 "also":[]}
 *
 * "stems" says how many of the theme's distinct texts hold each stem, "seen"
 * has a hash of each text, "also" of those that have the theme beside their
 * own, "unthemed" of those without a theme. People may change "label", set
 * "locked" to true, set "merge_into" to the id of another theme, and take out
 * whole lines.
 */
#ifndef DLG_THEMEFILE_H
#define DLG_THEMEFILE_H

#include "base/out.h"
#include "math/known.h"

enum { THEMEFILE_VERSION = 1 };

/*
 * Read a theme file into k. If k has themes already, the file must hold the
 * same ones, and its numbers of notes are added. Return 0, or -1 after
 * reporting what is wrong and where.
 */
int themefile_load(struct known *k, const char *path);

/* Write k to path, whole or not at all. */
void themefile_save(const struct known *k, const char *path);

#endif
