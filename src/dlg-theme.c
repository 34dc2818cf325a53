/*
 * dlg-theme: find the themes of a harvest, name them, and say of each note
 * which it belongs to.
 */
#include <stdlib.h>

#include "io/codethemes.h"
#include "io/jsonl.h"
#include "io/notes.h"
#include "io/themes.h"
#include "io/vectors.h"

enum { ENCODER_MOST = 2000 /* notes that are encoded unless asked for */ };

/* Whether a record is of an earlier run, and made anew. */
static bool
is_ours(struct record *rec)
{
	return rec->type == TYPE_THEME ||
	       (rec->type == TYPE_OTHER &&
	        slice_is(record_raw(rec, F_TYPE), "\"theming\""));
}

/* Hold the notes; pass on everything else but the themes of an earlier run. */
static void
read_all(struct jsonl *in, struct notes *notes, struct out *out)
{
	struct record *rec;

	while ((rec = jsonl_next(in)) != NULL) {
		if (rec->type == TYPE_NOTE)
			notes_add(notes, rec);
		else if (!is_ours(rec))
			record_put(rec, out);
	}
}

/* Vectors from where the user says, else from the notes, else our own. */
static int
find_vectors(struct vectors *v, const struct notes *notes, const char *from,
             size_t max_depth)
{
	if (from != NULL && strcmp(from, "none") == 0)
		return 0;
	if (from != NULL && strcmp(from, "encoder") != 0)
		return vectors_read(v, notes, from, max_depth);
	if (from == NULL && vectors_of_notes(v, notes, max_depth) < 0)
		return -1;
	if (v->dims == 0 && (from != NULL || notes->n <= ENCODER_MOST))
		vectors_encode(v, notes);
	return 0;
}

static void
write_notes(const struct notes *notes, const struct themes *themes,
            size_t max_depth, struct out *out)
{
	struct buf scratch = BUF_INIT;
	struct record r;

	record_init(&r, max_depth);
	for (size_t i = 0; i < notes->n; i++) {
		size_t from = themes->start[i];

		notes_record(notes, i, &r, &scratch);
		themes_mark(themes, &r, themes->scores + from,
		            themes->start[i + 1] - from);
		record_put(&r, out);
	}
	record_free(&r);
	buf_free(&scratch);
}

/* Read the codebook, or print the names of those that are built in. */
static struct rules *
open_codebook(struct codebook *book, const char *name, const char *language)
{
	struct out out;

	if (strcmp(name, "list") == 0) {
		out_open(&out, NULL, 0666);
		codebook_list(&out);
		exit(out_close(&out));
	}
	if (codebook_load(book, name) < 0)
		return NULL;
	return codebook_rules(book, language);
}

/* Write the codebook with what was found beside it. */
static void
save_codebook(struct codebook *book, const struct themes *themes,
              const char *path)
{
	struct out out;

	out_open(&out, path, 0666);
	if (codethemes_keep(themes, book) == 0)
		codebook_put(book, &out);
	out_close(&out);
}

int
main(int argc, char **argv)
{
	struct eventthemes_options options = { .granularity = 1,
		                               .max_labels = 3,
		                               .language = "english" };
	struct jsonl_options reading = { 0 };
	const char *output = NULL, *source = NULL, *codes = NULL, *save = NULL;
	bool codes_only = false;
	const struct opt opts[] = {
		{ 'n', "themes", "number", "make so many themes",
		  .number = &options.themes },
		{ 'g', "granularity", "number",
		  "find more themes (above 1) or fewer (below)",
		  .real = &options.granularity },
		{ 0, "max-labels", "number", "themes of one note, at most (3)",
		  .number = &options.max_labels },
		{ 0, "vectors", "source",
		  "how meaning is compared: encoder, none, or a file",
		  .str = &source },
		{ 'c', "codebook", "file",
		  "give notes its codes, find themes for the rest",
		  .str = &codes },
		{ 0, "codes-only", NULL, "find no themes beside the codes",
		  .flag = &codes_only },
		{ 0, "save-codebook", "file",
		  "write codes and found themes there, as .qdc", .str = &save },
		JSONL_OPTIONS(&reading),
		OUT_OPTION(&output),
		{ 0 },
	};
	struct notes notes = NOTES_INIT;
	struct vectors vectors = VECTORS_INIT;
	struct themes themes = THEMES_INIT;
	struct codebook book = CODEBOOK_INIT;
	struct rules *rules = NULL;
	struct jsonl in;
	struct out out;

	argv = opt_parse(argc, argv, opts, "[option ...] [file ...]");
	if (!(options.granularity > 0 && options.granularity <= 1000))
		opt_misuse("a granularity is above 0, and 1 is usual: -g 1.5");
	if (options.max_labels == 0)
		opt_misuse("a note has one theme at least: --max-labels 1");
	if (codes != NULL)
		rules = open_codebook(&book, codes, options.language);
	if (codes != NULL && rules == NULL)
		return diag_status();
	jsonl_open(&in, argv, &reading);
	out_open(&out, output, 0666);
	read_all(&in, &notes, &out);
	if (diag_status() < STATUS_FAULT &&
	    find_vectors(&vectors, &notes, source, in.options.max_depth) == 0) {
		options.vectors = &vectors;
		if (rules != NULL)
			codethemes_find(&themes, &notes, &book, rules,
			                &options, codes_only);
		else
			eventthemes_find(&themes, &notes, &options);
	}
	if (diag_status() < STATUS_FAULT) {
		themes_put(&themes, &out);
		write_notes(&notes, &themes, in.options.max_depth, &out);
		if (save != NULL)
			save_codebook(&book, &themes, save);
	}
	themes_free(&themes);
	rules_free(rules);
	codebook_free(&book);
	vectors_free(&vectors);
	notes_free(&notes);
	jsonl_finish(&in, &out);
	return out_close(&out);
}
