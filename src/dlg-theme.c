/*
 * dlg-theme: find the themes of a harvest, name them, and say of each note
 * which it belongs to.
 */
#include <stdlib.h>

#include "io/archivethemes.h"
#include "io/carrythemes.h"
#include "io/codestream.h"
#include "io/codethemes.h"
#include "io/intake.h"
#include "io/jsonl.h"
#include "io/parents.h"
#include "io/themefile.h"
#include "io/themes.h"
#include "io/vectors.h"

/* --fit is not given. */
#define LEARNT (-1e30)

/*
 * Take the notes; pass on everything else but the themes of an earlier run.
 * Return 0, or -1 if there was a fault.
 */
static int
read_all(struct jsonl *in, struct intake *notes, struct out *out)
{
	struct record *rec;

	while ((rec = jsonl_next(in)) != NULL) {
		if (rec->type == TYPE_NOTE) {
			if (intake_add(notes, rec) < 0)
				break;
		} else if (!themes_are_ours(rec))
			record_put(rec, out);
	}
	return diag_status() < STATUS_FAULT ? 0 : -1;
}

/* Vectors from where the user says, else from the notes, else our own. */
static int
find_vectors(struct vectors *v, const struct notes *notes, const char *from,
             size_t max_depth)
{
	if (from != NULL && strcmp(from, "none") == 0)
		return 0;
	if (from != NULL && strcmp(from, "static") == 0) {
		vectors_sum_up(v, notes);
		return 0;
	}
	if (from != NULL && strcmp(from, "encoder") != 0)
		return vectors_read(v, notes, from);
	if (from == NULL && vectors_of_notes(v, notes, max_depth) < 0)
		return -1;
	if (v->dims == 0)
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
		/* NOLINTNEXTLINE: they are of these notes */
		size_t from = themes->start[i];

		notes_record(notes, i, &r, &scratch);
		themes_mark(themes, &r, themes->scores + from,
		            themes->start[i + 1] - from);
		record_put(&r, out);
	}
	record_free(&r);
	buf_free(&scratch);
}

/* What is to be done with a codebook, if there is one. */
struct codes {
	const char *name; /* NULL: there is none */
	const char *save;
	struct codethemes_options options;
	struct codebook book;
	struct rules *rules;
};

/* Read the codebook, or print the names of those that are built in. */
static int
open_codes(struct codes *c, const char *language)
{
	struct out out;

	if (c->name == NULL)
		return 0;
	if (strcmp(c->name, "list") == 0) {
		out_open(&out, NULL, 0666);
		codebook_list(&out);
		exit(out_close(&out));
	}
	if (codebook_load(&c->book, c->name) < 0)
		return -1;
	c->rules = codebook_rules(&c->book, language);
	return c->rules != NULL ? 0 : -1;
}

/* Take the themes that were found into the codebook that is to be saved. */
static void
keep_codes(struct codes *c, const struct themes *themes,
           const struct notes *notes)
{
	if (c->save == NULL)
		return;
	if (c->book.n + themes->k == 0)
		diag(STATUS_FAULT, "no theme was found: there is nothing to "
		                   "save as a codebook");
	else
		codethemes_keep(themes, notes, &c->book);
}

/* Write the codebook with what was found beside it. */
static void
close_codes(struct codes *c)
{
	struct out out;

	if (c->save != NULL && diag_status() < STATUS_FAULT) {
		out_open(&out, c->save, 0666);
		codebook_put(&c->book, &out);
		out_close(&out);
	}
	rules_free(c->rules);
	codebook_free(&c->book);
}

/* What is known from earlier runs, and what is to be done with it. */
struct memory {
	struct opt_list from;
	const char *save;
	bool fit_only, assign_only;
	struct known known;
};

static int
open_memory(struct memory *m, const struct codes *codes)
{
	bool used = m->from.n > 0 || m->save != NULL || m->fit_only;

	if (used && codes->name != NULL)
		opt_misuse("a codebook keeps its themes itself: "
		           "--save-codebook");
	if (m->assign_only && codes->name != NULL) {
		if (codes->save != NULL)
			opt_misuse("--assign-only finds nothing to add to a "
			           "codebook: leave out --save-codebook");
		return 0;
	}
	if (m->assign_only && (m->from.n == 0 || m->fit_only))
		opt_misuse("--assign-only gives notes the themes of a file "
		           "or the codes of a codebook: -T file or -c file");
	for (size_t i = 0; i < m->from.n; i++)
		if (themefile_load(&m->known, m->from.v[i]) < 0)
			return -1;
	return 0;
}

static void
close_memory(struct memory *m)
{
	if (m->save != NULL && diag_status() < STATUS_FAULT)
		themefile_save(&m->known, m->save);
	known_free(&m->known);
	free(m->from.v);
}

/* Say what takes long, and what does not. */
static void
say_held(const struct notes *notes, const struct codes *codes)
{
	if (codes->rules != NULL && notes->n > INTAKE_EVENT)
		diag_note("%zu notes are held and compared with a codebook, "
		          "which takes a while: with --assign-only they are "
		          "coded as they are read",
		          notes->n);
}

/* Say that there are fewer themes than were asked for. */
static void
say_fewer(size_t wanted, size_t found)
{
	if (found < wanted)
		diag_note("%zu themes, not %zu: the notes do not say so many "
		          "different things",
		          found, wanted);
}

/* The notes of an event, held and compared each with each. */
static void
put_event(const struct notes *notes, struct eventthemes_options *options,
          const char *source, struct codes *codes, struct memory *memory,
          size_t max_depth, struct out *out)
{
	struct vectors vectors = VECTORS_INIT;
	struct themes themes = THEMES_INIT;

	say_held(notes, codes);
	if (find_vectors(&vectors, notes, source, max_depth) == 0) {
		options->vectors = &vectors;
		codes->options.found = *options;
		if (codes->rules != NULL)
			codethemes_find(&themes, notes, &codes->book,
			                codes->rules, &codes->options);
		else if (memory->from.n > 0 || memory->save != NULL)
			carrythemes_find(&themes, notes, options,
			                 &memory->known);
		else
			eventthemes_find(&themes, notes, options);
	}
	if (diag_status() < STATUS_FAULT) {
		if (codes->rules == NULL)
			parents_of_notes(notes, options->language, &themes);
		if (codes->rules == NULL && memory->from.n == 0 && notes->n > 0)
			say_fewer(options->themes, themes.k);
		themes_put(&themes, out);
		if (!memory->fit_only)
			write_notes(notes, &themes, max_depth, out);
		keep_codes(codes, &themes, notes);
	}
	themes_free(&themes);
	vectors_free(&vectors);
}

/* Say that vectors are asked for in vain: used is what is used instead. */
static void
say_instead(const char *source, const char *used)
{
	if (source != NULL && strcmp(source, "none") != 0 &&
	    strcmp(source, used) != 0)
		diag_note("so many notes are compared by %s: "
		          "--vectors is not used",
		          strcmp(used, "none") == 0 ? "words alone" :
		                                      "words and the static "
		                                      "table");
}

static void
put_archive(struct intake *notes, struct eventthemes_options *options,
            const char *source, const struct codes *codes,
            struct memory *memory, struct out *out)
{
	size_t compared;

	if (codes->save != NULL) {
		diag(STATUS_FAULT, "themes of so many notes make no codebook: "
		                   "leave out --save-codebook");
		return;
	}
	say_instead(source, "static");
	options->words_only = source != NULL && strcmp(source, "none") == 0;
	compared = archivethemes_fit(notes, options, &memory->known);
	if (memory->from.n == 0)
		say_fewer(options->themes, memory->known.n);
	archivethemes_put(notes, options, compared, &memory->known,
	                  memory->fit_only, out);
}

static struct eventthemes_options options = {
	.granularity = 1,
	.max_labels = 3,
	.language = "english",
};
static struct jsonl_options reading;
static struct codes codes = { .book = CODEBOOK_INIT, .options.fit = LEARNT };
static struct memory memory = { .known = KNOWN_INIT };
static const char *output, *source;

static const struct opt opts[] = {
	{ 'n', "themes", "number", "make so many themes",
	  .number = &options.themes },
	{ 'g', "granularity", "number",
	  "find more themes (above 1) or fewer (below)",
	  .real = &options.granularity },
	{ 0, "max-labels", "number", "themes of one note, at most (3)",
	  .number = &options.max_labels },
	{ 0, "vectors", "source",
	  "how meaning is compared: encoder, static, none, or a file",
	  .str = &source, .file = SANDBOX_READ },
	{ 'c', "codebook", "file",
	  "give notes its codes, find themes for the rest", .str = &codes.name,
	  .file = SANDBOX_READ },
	{ 0, "codes-only", NULL, "find no themes beside the codes",
	  .flag = &codes.options.codes_only },
	{ 0, "fit", "number", "least score of a code (learnt from examples)",
	  .real = &codes.options.fit },
	{ 0, "save-codebook", "file",
	  "write codes and found themes there, as .qdc", .str = &codes.save,
	  .file = SANDBOX_WRITE },
	{ 'T', "themes-from", "file",
	  "keep the themes of a theme file (may be repeated)",
	  .list = &memory.from, .file = SANDBOX_READ },
	{ 0, "save", "file", "write a theme file for the next run",
	  .str = &memory.save, .file = SANDBOX_WRITE, .renews = &memory.from },
	{ 0, "fit-only", NULL, "write themes, but no notes",
	  .flag = &memory.fit_only },
	{ 0, "assign-only", NULL,
	  "give notes the themes of -T or codes of -c, find none",
	  .flag = &memory.assign_only },
	JSONL_OPTIONS(&reading),
	OUT_OPTION(&output),
	{ 0 },
};

/* Refuse what is out of range, or would be asked for in vain. */
static void
check_options(void)
{
	bool fit = codes.options.fit != LEARNT;

	if (!(options.granularity > 0 && options.granularity <= 1000))
		opt_misuse("a granularity is above 0, and 1 is usual: -g 1.5");
	if (options.max_labels < 1 || options.max_labels > 100)
		opt_misuse("a note has from 1 to 100 themes: --max-labels 3");
	if (fit && !(codes.options.fit >= 0 && codes.options.fit <= 1))
		opt_misuse("a score is from 0 to 1: --fit 0.2");
	if (codes.name == NULL && (fit || codes.options.codes_only))
		opt_misuse("--codes-only and --fit are of a codebook: -c file");
	if (memory.assign_only &&
	    (options.themes > 0 || options.granularity != 1))
		opt_misuse("--assign-only finds no themes: leave out -n, -g");
}

/* Whether no file is opened after standard input. */
static bool
is_last(char **files)
{
	return *files == NULL && source == NULL && codes.save == NULL &&
	       memory.save == NULL;
}

/* Give notes themes or codes as they are read. */
static void
assign(struct jsonl *in, struct out *out)
{
	say_instead(source, "none");
	codes.options.found = options;
	if (codes.rules != NULL)
		codestream(in, &codes.book, codes.rules, &codes.options, out);
	else
		archivethemes_stream(in, &options, &memory.known, out);
}

/* Find themes in all notes together. */
static void
find(struct jsonl *in, char **files, struct out *out)
{
	struct intake notes;

	intake_init(&notes, files, &in->options,
	            codes.rules != NULL ? SIZE_MAX :
	                                  intake_event(options.themes));
	if (read_all(in, &notes, out) < 0)
		; /* nothing follows */
	else if (notes.many)
		put_archive(&notes, &options, source, &codes, &memory, out);
	else
		put_event(&notes.few, &options, source, &codes, &memory,
		          in->options.max_depth, out);
	intake_free(&notes);
}

int
main(int argc, char **argv)
{
	struct jsonl in;
	struct out out;

	argv = opt_parse(argc, argv, opts, "[option ...] [file ...]");
	sandbox_enter(argv);
	check_options();
	if (open_memory(&memory, &codes) < 0 ||
	    open_codes(&codes, options.language) < 0) {
		close_codes(&codes);
		close_memory(&memory);
		return diag_status();
	}
	reading.seal = is_last(argv);
	jsonl_open(&in, argv, &reading);
	out_open(&out, output, 0666);
	if (memory.assign_only)
		assign(&in, &out);
	else
		find(&in, argv, &out);
	jsonl_finish(&in, &out);
	out_close(&out);
	close_codes(&codes);
	close_memory(&memory);
	return diag_status();
}
