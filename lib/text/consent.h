/*
 * Columns that ask whether what stands beside them may be shared: "Share?",
 * "May we quote you?", "Not for sharing", "Off the record".
 */
#ifndef DLG_CONSENT_H
#define DLG_CONSENT_H

#include "base/slice.h"

enum consent {
	CONSENT_NOT_ASKED,
	CONSENT_SHARE, /* who says yes allows it */
	CONSENT_HUSH,  /* who says yes forbids it */
};

/*
 * What a caption, folded, asks. It is one of these only if each of its words
 * belongs to such a question: "Public transport" and "What can you share?" are
 * none.
 */
enum consent consent_asked(struct slice caption);

#endif
