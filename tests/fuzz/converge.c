/* io/ledger: any stream judged, counted, or taken as counts to be merged. */
#include "io/converge.h"
#include "io/counts.h"
#include "stream_fuzz.h"

static int
take(struct ledger *l, struct record *rec, size_t how)
{
	return how == 2 ? counts_add(l, rec) : ledger_add(l, rec);
}

static void
judge(struct ledger *l, size_t how)
{
	struct converge_options options = {
		.criteria = { SCHEME_POSTERIOR, 0.9, 10 },
		.groups = GROUPS_BOTH,
	};
	struct out o = { .fd = -1, .block = BUF_INIT };

	if (how == 1)
		counts_put(l, &o);
	else if (ledger_check(l) == 0)
		converge_put(l, &options, &o);
	stream_fuzz_check(&o);
	buf_free(&o.block);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct ledger_options fields = { 0 };
	size_t how = len > 0 ? data[0] % 3 : 0;
	struct record *rec;
	struct ledger l;
	struct stream_fuzz in;
	int rc = 0;

	if (len == 0)
		return 0;
	stream_fuzz_open(&in, data + 1, len - 1);
	ledger_init(&l, &fields);
	while (rc == 0 && (rec = stream_fuzz_next(&in)) != NULL)
		rc = take(&l, rec, how);
	if (rc == 0)
		judge(&l, how);
	stream_fuzz_close(&in);
	ledger_free(&l);
	return 0;
}
