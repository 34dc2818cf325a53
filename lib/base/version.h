/* The version of dlg; the Makefile knows it. */
#ifndef DLG_VERSION_H
#define DLG_VERSION_H

#ifndef DLG_VERSION
#define DLG_VERSION "unknown"
#endif

#endif
