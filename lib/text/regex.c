#include <pcre2.h>
#include <stdlib.h>

#include "base/mem.h"
#include "text/regex.h"

struct regex {
	pcre2_general_context *memory;
	pcre2_match_context *limits;
	pcre2_code *code;
	pcre2_match_data *found;
};

static void *
allocate(size_t size, void *nothing)
{
	(void)nothing;
	return mem_alloc(size);
}

static void
release(void *p, void *nothing)
{
	(void)nothing;
	free(p);
}

static pcre2_code *
compile(const struct regex *r, struct slice pattern, unsigned how)
{
	pcre2_compile_context *c = pcre2_compile_context_create(r->memory);
	uint32_t options = PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
	pcre2_code *code;
	size_t at;
	int error;

	if (how & REGEX_LITERAL)
		options = PCRE2_LITERAL;
	if (how & REGEX_UNICODE)
		options |= PCRE2_UTF | (how & REGEX_LITERAL ? 0 : PCRE2_UCP);
	if (how & REGEX_ANY_CASE)
		options |= PCRE2_CASELESS;
	code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.len, options,
	                     &error, &at, c);
	pcre2_compile_context_free(c);
	return code;
}

struct regex *
regex_new(struct slice pattern, unsigned how)
{
	struct regex *r = mem_zalloc(1, sizeof(*r));

	r->memory = pcre2_general_context_create(allocate, release, NULL);
	r->code = compile(r, pattern, how);
	if (r->code == NULL) {
		regex_free(r);
		return NULL;
	}
	/* Without machine code the interpreter does the same. */
	(void)pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE);
	r->found = pcre2_match_data_create_from_pattern(r->code, r->memory);
	r->limits = pcre2_match_context_create(r->memory);
	pcre2_set_match_limit(r->limits, REGEX_STEPS);
	pcre2_set_heap_limit(r->limits, REGEX_HEAP);
	return r;
}

static int
match(const struct regex *r, struct slice text, size_t from, uint32_t options)
{
	PCRE2_SPTR s = (PCRE2_SPTR)(text.len > 0 ? text.p : "");

	return pcre2_match(r->code, s, text.len, from,
	                   options | PCRE2_NO_UTF_CHECK, r->found, r->limits);
}

int
regex_find(const struct regex *r, struct slice text, size_t from,
           const size_t **at)
{
	int n = match(r, text, from, 0);

	if (n == PCRE2_ERROR_JIT_STACKLIMIT)
		n = match(r, text, from, PCRE2_NO_JIT);
	if (n > 0 && at != NULL)
		*at = pcre2_get_ovector_pointer(r->found);
	return n > 0 ? 1 : n == PCRE2_ERROR_NOMATCH ? 0 : -1;
}

void
regex_free(struct regex *r)
{
	if (r == NULL)
		return;
	pcre2_match_context_free(r->limits);
	pcre2_match_data_free(r->found);
	pcre2_code_free(r->code);
	pcre2_general_context_free(r->memory);
	free(r);
}
