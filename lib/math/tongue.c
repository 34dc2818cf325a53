#include "math/tongue.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "math/encoder.h"
#include "text/piece.h"
#include "text/stop.h"
#include "text/token.h"

enum {
	ENOUGH = 400, /* bytes of a text, to tell */
	FEW = 4,      /* words are too few to tell if less */
};

/* What a text is made of. */
struct makeup {
	size_t latin, other; /* letters */
	size_t words;
	size_t grammar; /* English stop words of three letters or more */
	size_t foreign; /* stop words of other languages, but not of English */
	size_t pieces;
};

enum tongue { OTHER, ENGLISH, UNSURE };

static void
count_words(struct slice text, struct makeup *m)
{
	struct tokens t = TOKENS_INIT;
	struct token k;

	token_start(&t, text);
	while (token_next(&t, &k)) {
		bool stop;

		if (k.kind != TOKEN_WORD)
			continue;
		stop = (stop_word(k.folded) & STOP_WORD) != 0;
		m->words++;
		/* Shorter ones are words of other languages, too. */
		m->grammar += k.folded.len > 2 && stop;
		m->foreign += !stop && stop_foreign(k.folded);
	}
	token_end(&t);
}

static struct makeup
look_at(struct slice text)
{
	struct makeup m = { 0 };
	uint16_t ids[ENCODER_TOKENS];
	struct buf b = BUF_INIT;

	piece_prepare(text, &b);
	if (b.len > ENOUGH)
		buf_cut(&b, ENOUGH);
	for (size_t i = 0; i < b.len; i++) {
		unsigned char c = (unsigned char)b.data[i];

		m.latin += (c | 32) >= 'a' && (c | 32) <= 'z';
		m.other += c >= 0xc0;
	}
	m.pieces = piece_cut(buf_view(&b), ids, ENCODER_TOKENS);
	count_words(buf_view(&b), &m);
	buf_free(&b);
	return m;
}

static enum tongue
judge(const struct makeup *m, bool likely)
{
	if (m->other > m->latin)
		return OTHER;
	if (m->words < FEW)
		return UNSURE;
	if (m->grammar > 0 && m->grammar * 20 >= m->words)
		return ENGLISH;
	return m->pieces * 10 < m->words * (likely ? 24u : 18u) ? ENGLISH :
	                                                          OTHER;
}

bool
tongue_english(struct slice text, bool likely)
{
	struct makeup m = look_at(text);

	return judge(&m, likely) != OTHER;
}

bool
tongue_names_english(struct slice lang)
{
	return slice_starts(lang, SLICE("en")) &&
	       (lang.len == 2 || lang.p[2] == '-' || lang.p[2] == '_' ||
	        slice_is(lang, "english"));
}

/* What a short text speaks for: 1 English, -1 another language, 0 neither. */
static int
leaning(const struct makeup *m)
{
	if (m->grammar > 0 && m->foreign == 0)
		return 1;
	return m->foreign > 0 && m->grammar == 0 ? -1 : 0;
}

/* What texts are, those too short to tell among them, and how many. */
struct texts {
	struct makeup *of;
	enum tongue *tongue;
	size_t n, known[UNSURE + 1];
	long leaning; /* of all that are too short to tell */
};

static void
judge_all(struct texts *t, const struct slice *langs, bool likely)
{
	memset(t->known, 0, sizeof(t->known));
	t->leaning = 0;
	for (size_t i = 0; i < t->n; i++) {
		enum tongue *to = &t->tongue[i];

		*to = judge(&t->of[i], likely);
		if (langs[i].len > 0)
			*to = tongue_names_english(langs[i]) ? ENGLISH : OTHER;
		t->known[*to]++;
		if (*to == UNSURE)
			t->leaning += leaning(&t->of[i]);
	}
}

/* Whether a text that is too short to tell is taken for English. */
static bool
is_taken(const struct texts *t, size_t i)
{
	int own = leaning(&t->of[i]);
	long all = (long)t->known[ENGLISH] - (long)t->known[OTHER];

	/* Among English texts a word or two of another language are a loan. */
	if (t->known[ENGLISH] > 4 * t->known[OTHER])
		return true;
	if (all + t->leaning < 0 || (all + t->leaning == 0 && all < 0))
		return own > 0;
	return own >= 0;
}

void
tongue_find(const struct slice *texts, const struct slice *langs, size_t n,
            bool *english)
{
	struct texts t = { .n = n };

	t.of = mem_alloc((n + 1) * sizeof(*t.of));
	t.tongue = mem_alloc((n + 1) * sizeof(*t.tongue));
	for (size_t i = 0; i < n; i++)
		t.of[i] = look_at(texts[i]);
	judge_all(&t, langs, false);
	/* A terse text among English ones is English. */
	if ((t.known[ENGLISH] + t.known[UNSURE]) * 5 >= n * 4 &&
	    t.known[ENGLISH] >= t.known[OTHER])
		judge_all(&t, langs, true);
	for (size_t i = 0; i < n; i++)
		english[i] = t.tongue[i] == ENGLISH ||
		             (t.tongue[i] == UNSURE && is_taken(&t, i));
	free(t.tongue);
	free(t.of);
}
