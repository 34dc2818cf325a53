#include <stdlib.h>

#include "base/sandbox.h"
#include "io/batch.h"
#include "io/heading.h"

/* What the command line says of all events. */
static void
say_options(struct batch *b)
{
	static const struct {
		enum field field;
		const char *key;
	} said[] = { { F_TITLE, "title" },
		     { F_DATE, "date" },
		     { F_RULE, "rule" } };

	for (size_t e = 0; e < b->nevents; e++)
		for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++) {
			const char *text = b->options->fields[said[i].field];

			if (text == NULL)
				continue;
			json_object_del(b->events[e]->fields, said[i].key);
			event_say(b->events[e], said[i].key, slice_of(text));
		}
}

static void
begin(const struct batch *b, const struct input *in, struct sink *sink)
{
	struct slice table = heading_table_of_file(in->base);
	const char *question = b->options->fields[F_QUESTION];

	sink->about = in->event;
	sink_begin(sink, in->label, slice_of(in->event->name), in->base,
	           in->key);
	if (question != NULL)
		sink_default(sink, F_QUESTION, slice_of(question));
	if (table.len > 0)
		sink_default(sink, F_TABLE, table);
}

/* One file of a Polis export, alone. */
static int
read_part(const struct format *f, struct source *src, struct sink *sink)
{
	struct polis *p = polis_new(sink);
	int rc = polis_add(p, f->part, src);

	if (rc == 0)
		rc = polis_finish(p);
	polis_free(p);
	return rc;
}

/* in is open. After the last of them no other file will be. */
static void
seal(struct batch *b, struct input *in)
{
	in->done = true;
	if (++b->opened == b->n)
		sandbox_seal();
}

static int
read_input(struct batch *b, struct input *in, struct sink *sink)
{
	const struct import_options *o = b->options;
	struct source src;
	int rc =
	    source_open(&src, in->path, in->label, o->encoding, o->limits.line);

	if (rc == 0 && in->format == NULL)
		in->format = format_detect(&src, in->path, o);
	if (rc < 0 || in->format == NULL) {
		source_close(&src);
		return -1;
	}
	seal(b, in);
	begin(b, in, sink);
	sink->shown = 0;
	format_say(in->format, sink);
	rc = in->format->part != POLIS_NONE ?
	         read_part(in->format, &src, sink) :
	         format_read(in->format, &src, sink);
	sink->failed |= rc < 0;
	if (sink_end(sink, in->format->name) < 0)
		rc = -1;
	source_close(&src);
	return rc;
}

/* Look, in silence, at what the files are that can be opened twice. */
static void
look(struct batch *b)
{
	for (size_t i = 0; i < b->n; i++) {
		struct input *in = &b->inputs[i];
		struct source src;

		if (!in->regular)
			continue;
		if (source_peek(&src, in->path, in->label,
		                b->options->encoding) == 0)
			in->format = format_detect(&src, in->path, b->options);
		source_close(&src);
	}
}

/* Whether two inputs are parts of one Polis export. */
static bool
belong(const struct input *a, const struct input *b)
{
	size_t len = (size_t)(a->base.p - a->path);

	return b->format != NULL && b->format->part != POLIS_NONE &&
	       a->event == b->event && len == (size_t)(b->base.p - b->path) &&
	       memcmp(a->path, b->path, len) == 0;
}

/* What tells a conversation from the others of its event, if there are any. */
static struct slice
conversation(const struct batch *b, const struct input *in)
{
	size_t len = (size_t)(in->base.p - in->path);

	for (size_t i = 0; i < b->n; i++) {
		const struct input *other = &b->inputs[i];

		if (other->format != NULL &&
		    other->format->part != POLIS_NONE &&
		    other->event == in->event && !belong(in, other))
			return (struct slice){ in->path, len };
	}
	return SLICE("polis");
}

static int
add_part(struct batch *b, struct input *in, struct sink *sink, struct polis *p)
{
	struct source src;
	int rc = source_open(&src, in->path, in->label, b->options->encoding,
	                     b->options->limits.line);

	seal(b, in);
	sink->name = in->label;
	if (in->format->part == POLIS_COMMENTS ||
	    in->format->part == POLIS_GROUPS)
		sink_file(sink, in->base);
	format_say(in->format, sink);
	if (rc == 0)
		rc = polis_add(p, in->format->part, &src);
	source_close(&src);
	return rc;
}

/* Read all parts of the Polis export that in is one of. */
static int
read_polis(struct batch *b, struct input *in, struct sink *sink)
{
	struct polis *p = polis_new(sink);
	int rc = 0;

	begin(b, in, sink);
	sink_begin(sink, in->label, slice_of(in->event->name), in->base,
	           conversation(b, in));
	for (int part = POLIS_NONE + 1; part < POLIS_PARTS; part++)
		for (size_t i = 0; i < b->n && rc == 0; i++)
			if (belong(in, &b->inputs[i]) && !b->inputs[i].done &&
			    (int)b->inputs[i].format->part == part)
				rc = add_part(b, &b->inputs[i], sink, p);
	sink->name = in->label;
	if (rc == 0)
		rc = polis_finish(p);
	polis_free(p);
	sink->failed |= rc < 0;
	return sink_end(sink, "polis") < 0 ? -1 : rc;
}

int
batch_read(struct batch *b, struct sink *sink)
{
	int rc = 0;

	say_options(b);
	look(b);
	for (size_t i = 0; i < b->n && rc == 0; i++) {
		struct input *in = &b->inputs[i];

		if (in->done)
			continue;
		if (in->format != NULL && in->format->part != POLIS_NONE)
			rc = read_polis(b, in, sink);
		else
			rc = read_input(b, in, sink);
	}
	for (size_t i = 0; i < b->nevents && rc == 0; i++)
		if (b->events[i]->known && !b->options->explain)
			event_put(b->events[i], sink->out);
	return rc;
}

void
batch_close(struct batch *b)
{
	for (size_t i = 0; i < b->n; i++) {
		free(b->inputs[i].path);
		free(b->inputs[i].label);
	}
	for (size_t i = 0; i < b->nevents; i++)
		event_free(b->events[i]);
	free(b->events);
	free(b->inputs);
	map_free(&b->names);
	map_free(&b->folders);
}
