/*
 * Any bytes as a file that stands beside a harvest, of the kind the first byte
 * says: registration list, terms, hierarchy, mapping, event.json, an earlier
 * run, vectors.
 */
#include "fuzz.h"
#include "io/columns.h"
#include "io/eventfile.h"
#include "io/hierarchyfile.h"
#include "io/rosterfile.h"
#include "io/since.h"
#include "io/termfile.h"
#include "io/vectors.h"

static void
read_roster(const char *path)
{
	struct roster *r = roster_new();

	if (rosterfile_read(r, path) == 0)
		roster_ready(r, 5);
	roster_free(r);
}

static void
read_terms(const char *path)
{
	struct patterns *p = patterns_new();

	termfile_read(p, path);
	patterns_free(p);
}

static void
read_hierarchy(const char *path)
{
	struct hierarchy h = { 0 };

	if (hierarchyfile_read(&h, path) == 0)
		hierarchy_up(&h, SLICE("org"), SLICE("Food Bank"), 3);
	hierarchy_free(&h);
}

static void
read_mapping(const char *path)
{
	struct choices c = { 0 };

	choices_load(&c, path);
	choices_free(&c);
}

static void
read_event(const char *path)
{
	json_decref(event_read(path));
}

static void
read_earlier(const char *path)
{
	struct jsonl_options options = { .partial = true };
	struct since s;

	if (since_load(&s, path, &options) == 0)
		since_free(&s);
}

static void
read_vectors(const char *path)
{
	struct notes notes = NOTES_INIT;
	struct vectors v = VECTORS_INIT;

	vectors_read(&v, &notes, path);
	vectors_free(&v);
	notes_free(&notes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static void (*const readers[])(const char *) = {
		read_roster, read_terms,   read_hierarchy, read_mapping,
		read_event,  read_earlier, read_vectors,
	};
	struct fuzz_file f;

	if (len == 0)
		return 0;
	fuzz_file_open(&f, data + 1, len - 1);
	readers[data[0] % (sizeof(readers) / sizeof(*readers))](f.path);
	fuzz_file_close(&f);
	return 0;
}
