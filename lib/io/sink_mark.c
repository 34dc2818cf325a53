#include "io/sink.h"
#include "text/caption.h"

/* The words of a note-taker for what a note is. */
static const struct {
	const char *word, *mark;
} marks[] = {
	{ "agreement", "agreement" },
	{ "agreements", "agreement" },
	{ "agree", "agreement" },
	{ "agreed", "agreement" },
	{ "consensus", "agreement" },
	{ "convergence", "agreement" },
	{ "common ground", "agreement" },
	{ "points of agreement", "agreement" },
	{ "divergence", "divergence" },
	{ "divergences", "divergence" },
	{ "disagreement", "divergence" },
	{ "disagreements", "divergence" },
	{ "points of disagreement", "divergence" },
	{ "disagree", "divergence" },
	{ "disagreed", "divergence" },
	{ "tension", "divergence" },
	{ "tensions", "divergence" },
	{ "dissent", "divergence" },
	{ "action", "action" },
	{ "actions", "action" },
	{ "action item", "action" },
	{ "action items", "action" },
	{ "next step", "action" },
	{ "next steps", "action" },
	{ "to do", "action" },
	{ "todo", "action" },
	{ "commitment", "commitment" },
	{ "commitments", "commitment" },
	{ "pledge", "commitment" },
	{ "pledges", "commitment" },
	{ "question", "question" },
	{ "questions", "question" },
	{ "open question", "question" },
	{ "open questions", "question" },
	{ "principle", "principle" },
	{ "principles", "principle" },
	{ "principle of engagement", "principle" },
	{ "principles of engagement", "principle" },
	{ "quote", "quote" },
	{ "quotes", "quote" },
	{ "quotation", "quote" },
};

struct slice
sink_mark(struct slice text)
{
	struct buf fold = BUF_INIT;
	struct slice mark = { NULL, 0 };

	if (text.len == 0 || text.len > 40)
		return mark;
	caption_fold(text, &fold);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (slice_is(buf_view(&fold), marks[i].word))
			mark = slice_of(marks[i].mark);
	buf_free(&fold);
	return mark;
}
