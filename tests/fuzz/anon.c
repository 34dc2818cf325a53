/*
 * io/held: any stream made anonymous. What comes out are records, and nobody
 * of the roster is in them under a whole name.
 */
#include <ctype.h>

#include "io/held.h"
#include "stream_fuzz.h"

static struct roster *roster;
static struct patterns *patterns;
static struct redact redact;

static void
setup(void)
{
	struct slice v[ROSTER_FIELDS] = { { NULL, 0 } };

	v[ROSTER_FIRST] = SLICE("Qwzyxa");
	v[ROSTER_LAST] = SLICE("Vbkzaqua");
	v[ROSTER_ROLE] = SLICE("harbour pilot");
	v[ROSTER_ORG] = SLICE("Zorvex Trust");
	roster = roster_new();
	roster_add(roster, v);
	roster_ready(roster, 5);
	patterns = patterns_new();
	redact_open(&redact, roster, patterns, NAMES_BALANCED);
}

/* Part of a word, for all we know: so are an apostrophe, and what is not
 * ASCII. */
static bool
is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 ||
	       c == '\'' || c == '`';
}

static void
check_name(struct slice all, const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 1; i + len < all.len; i++)
		if (memcmp(all.p + i, name, len) == 0 &&
		    !is_letter(all.p[i - 1]) && !is_letter(all.p[i + len]))
			abort();
}

/* Whether no event says that names may stand. */
static bool
is_secret(const struct held *held)
{
	for (size_t i = 0; i < held->event_names.n; i++)
		if (held->events[i].rule != RULE_CHATHAM)
			return false;
	return true;
}

static void
anonymise(struct stream_fuzz *in, struct held *held)
{
	struct out o = { .fd = -1, .block = BUF_INIT };
	struct record *rec;
	int rc = 0;

	while (rc == 0 && (rec = stream_fuzz_next(in)) != NULL)
		rc = held_take(held, rec);
	if (rc == 0 && held_write(held, &o) == 0) {
		stream_fuzz_check(&o);
	}
	if (o.block.len > 0 && is_secret(held)) {
		check_name(buf_view(&o.block), "Qwzyxa");
		check_name(buf_view(&o.block), "Vbkzaqua");
	}
	buf_free(&o.block);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct held_options options = { .k = 2, .rule = -1 };
	struct stream_fuzz in;
	struct held held;

	if (roster == NULL)
		setup();
	stream_fuzz_open(&in, data, len);
	options.pseudonyms = len % 2;
	options.keep[F_ROLE] = options.keep[F_ORG] = len % 3 == 0;
	held_init(&held, &options, &redact, roster);
	anonymise(&in, &held);
	stream_fuzz_close(&in);
	held_free(&held);
	return 0;
}
