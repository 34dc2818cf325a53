/* io/record: reading fields, changing them, writing them back. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/record.h"
#include "tap.h"

static struct record rec;
static struct buf line = BUF_INIT;

static bool
parse(const char *text)
{
	buf_reset(&line);
	buf_adds(&line, text);
	rec.file = "test";
	rec.line = 1;
	return record_parse(&rec, buf_view(&line)) == 0;
}

/* Whether the record, written, is want. */
static bool
writes(const char *want)
{
	struct out o = { .fd = -1, .block = BUF_INIT };
	bool same;

	record_put(&rec, &o);
	same = o.records == 1 && slice_is(buf_view(&o.block), want);
	if (!same)
		printf("# %s", o.block.data);
	buf_free(&o.block);
	return same;
}

static void
reads_fields(void)
{
	ok(parse("{\"type\":\"note\",\"te\\u0078t\":\"a\\nb\",\"table\":\"3\","
	         "\"rating\":4.5,\"x\":[1]}"),
	   "a note is a record");
	ok(rec.type == TYPE_NOTE && rec.n == 5, "with its type and members");
	ok(slice_is(record_str(&rec, F_TEXT), "a\nb") &&
	       slice_is(record_str(&rec, F_TABLE), "3"),
	   "texts are read, even under an escaped key");
	ok(record_num(&rec, F_RATING, 0) == 4.5 &&
	       record_num(&rec, F_SCHEMA, 7) == 7,
	   "numbers too, or what stands for none");
	ok(record_str(&rec, F_ID).p == NULL && !record_has(&rec, F_ID),
	   "what is not there is not there");
}

static void
texts_stay_where_they_are(void)
{
	struct slice a, b;

	parse("{\"type\":\"note\",\"id\":\"\\n1\",\"text\":\"\\ttext\"}");
	a = record_str(&rec, F_ID);
	b = record_str(&rec, F_TEXT);
	ok(slice_is(a, "\n1") && slice_is(b, "\ttext"),
	   "a decoded text outlives the next");
	for (int i = 0; i < 100; i++)
		b = record_str(&rec, F_TEXT);
	ok(slice_is(a, "\n1") && slice_is(b, "\ttext"),
	   "however often it is asked for");
}

static void
changes_are_spliced_in(void)
{
	const char *note =
	    "{ \"type\":\"note\", \"id\" : \"n1\",\"text\":\"a\","
	    "\"x\":{\"y\":[1, 2]} }";

	parse(note);
	ok(writes("{ \"type\":\"note\", \"id\" : \"n1\",\"text\":\"a\","
	          "\"x\":{\"y\":[1, 2]} }\n"),
	   "what nobody changed passes byte for byte");
	parse(note);
	record_set_str(&rec, F_TEXT,
	               SLICE("say \"hi\""
	                     "                "));
	record_set_json(&rec, F_THEMES, SLICE("[]"));
	ok(writes("{\"type\":\"note\",\"id\" : \"n1\",\"text\":\"say "
	          "\\\"hi\\\"                \",\"x\":{\"y\":[1, 2]},"
	          "\"themes\":[]}\n"),
	   "a field is replaced, another added, the rest is as it was");
}

static void
wrong_kinds_are_refused(void)
{
	close(STDERR_FILENO);
	ok(!parse("{\"type\":\"note\",\"text\":7}"), "a number for a text");
	ok(!parse("{\"type\":\"note\",\"votes\":null}"), "null for an object");
	ok(!parse("{\"text\":\"a\"}") && !parse("{\"type\":1}"),
	   "no type, or none that is a word");
	ok(parse("{\"type\":\"foreign\",\"text\":7}") && rec.type == TYPE_OTHER,
	   "what others put in their own records is theirs");
}

static void
names_are_found(void)
{
	bool good = true;

	for (enum field f = 0; f < F_KNOWN; f++)
		good &= record_field(slice_of(record_field_name(f))) == f;
	ok(good && record_field(SLICE("nonsense")) == F_KNOWN,
	   "each field is known by its name");
}

int
main(void)
{
	record_init(&rec, 32);
	reads_fields();
	texts_stay_where_they_are();
	changes_are_spliced_in();
	names_are_found();
	wrong_kinds_are_refused();
	record_free(&rec);
	buf_free(&line);
	return tap_done();
}
