#include "io/intake.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/map.h"

enum { SAMPLE = 20000 };

static bool
is_file(const char *path)
{
	struct stat st;

	if (strcmp(path, "-") == 0)
		return fstat(STDIN_FILENO, &st) == 0 && S_ISREG(st.st_mode);
	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

size_t
intake_event(size_t themes)
{
	enum { THEME_MOST = 150, HELD_MOST = 6000 };
	size_t most =
	    themes < HELD_MOST / THEME_MOST ? themes * THEME_MOST : HELD_MOST;

	return most > INTAKE_EVENT ? most : INTAKE_EVENT;
}

void
intake_init(struct intake *t, char **files, const struct jsonl_options *options,
            size_t most)
{
	*t = (struct intake){
		.most = most,
		.files = files,
		.options = *options,
		.rereadable = true,
		.few = NOTES_INIT,
	};
	t->options.again = true;
	for (char **f = files; *f != NULL; f++)
		t->rereadable &= is_file(*f);
	if (*files == NULL)
		t->rereadable = is_file("-");
	t->start = lseek(STDIN_FILENO, 0, SEEK_CUR);
}

static uint64_t
id_hash(struct slice event, struct slice id, struct buf *key)
{
	buf_reset(key);
	buf_slice(key, event);
	buf_addc(key, '\0');
	buf_slice(key, id);
	return map_hash(buf_view(key));
}

/* The notes turn out to be many: few becomes a sample. */
static void
make_many(struct intake *t)
{
	if (t->many)
		return;
	t->many = true;
	sample_init(&t->sample, SAMPLE);
	for (size_t i = 0; i < t->few.n; i++) {
		struct slice line = t->few.lines[i];

		sample_add(&t->sample, t->few.texts[i], t->few.ids[i]);
		if (!t->rereadable)
			kept_add(&t->kept, line);
	}
	for (size_t i = 0; i < t->few.known.n; i++)
		hashset_add(&t->ids, map_hash(map_key(&t->few.known, i)));
	notes_free(&t->few);
	t->few = (struct notes)NOTES_INIT;
}

void
intake_of_notes(struct intake *t, const struct notes *notes)
{
	t->many = true;
	sample_init(&t->sample, SAMPLE);
	for (size_t i = 0; i < notes->n; i++)
		sample_add(&t->sample, notes->texts[i], notes->ids[i]);
}

/* Take one of many. */
static int
add_to_many(struct intake *t, struct record *note)
{
	struct slice event = record_str(note, F_EVENT);
	struct slice text = record_str(note, F_TEXT);
	struct slice id = record_str(note, F_ID);

	if (notes_check(note) < 0)
		return -1;
	if (!hashset_add(&t->ids, id_hash(event, id, &t->sample.scratch)))
		return notes_known(note);
	sample_add(&t->sample, text, id);
	if (!t->rereadable)
		kept_add(&t->kept, note->raw);
	return 0;
}

int
intake_add(struct intake *t, struct record *note)
{
	t->check += map_quick(note->raw);
	t->n++;
	if (t->many)
		return add_to_many(t, note);
	if (notes_add(&t->few, note) < 0)
		return -1;
	if (t->few.n > t->most)
		make_many(t);
	return 0;
}

void
intake_begin(struct intake *t)
{
	t->read = 0;
	t->check_now = 0;
	if (!t->rereadable) {
		kept_rewind(&t->kept);
		record_init(&t->rec, t->options.max_depth);
		return;
	}
	if (t->start >= 0)
		lseek(STDIN_FILENO, t->start, SEEK_SET);
	jsonl_open(&t->in, t->files, &t->options);
}

static struct record *
next_kept(struct intake *t)
{
	struct slice line;

	if (!kept_next(&t->kept, &line))
		return NULL;
	record_parse(&t->rec, line);
	return &t->rec;
}

static struct record *
next_read(struct intake *t)
{
	struct record *rec;

	do
		rec = jsonl_next(&t->in);
	while (rec != NULL && rec->type != TYPE_NOTE);
	return rec;
}

struct record *
intake_next(struct intake *t)
{
	struct record *rec = t->rereadable ? next_read(t) : next_kept(t);

	/* More notes than there were do not fit what was counted. */
	if (rec == NULL || t->read == t->n)
		return NULL;
	t->read++;
	t->check_now += map_quick(rec->raw);
	return rec;
}

int
intake_end(struct intake *t)
{
	if (t->rereadable)
		jsonl_close(&t->in);
	else
		record_free(&t->rec);
	if (t->read == t->n && t->check == t->check_now)
		return 0;
	return diag(STATUS_FAULT, "the input was changed while it was read: "
	                          "run it again");
}

void
intake_free(struct intake *t)
{
	notes_free(&t->few);
	sample_free(&t->sample);
	hashset_free(&t->ids);
	kept_free(&t->kept);
}
