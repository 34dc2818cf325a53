/* The private log, and what is masked in fields other than texts. */
#include "io/held.h"
#include "io/held_parts.h"

/* Log what is masked in a field of a note, or of the event itself. */
static void
log_spans(struct held *h, uint32_t event, enum field f,
          const struct held_note *note, const struct span *v, size_t n,
          const uint32_t *numbers)
{
	struct buf line = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		struct span at = { .kind = v[i].kind, .instead = v[i].instead };

		buf_reset(&line);
		buf_adds(&line, "{\"event\":");
		scan_quote(&line, map_key(&h->event_names, event));
		if (note != NULL) {
			buf_adds(&line, ",\"note\":");
			scan_quote(&line, held_id(h, note));
		}
		buf_addf(&line,
		         ",\"field\":\"%s\",\"start\":%u,\"end\":%u,"
		         "\"kind\":\"%s\",\"rule\":\"%s\",\"replacement\":\"",
		         record_field_name(f), v[i].start, v[i].end,
		         span_word((enum span_kind)v[i].kind), v[i].rule);
		spans_write(&line, SLICE(""), &at, 1,
		            numbers == NULL ? NULL : &numbers[i]);
		buf_adds(&line, "\"}\n");
		out_put(h->log, line.data, line.len);
	}
	buf_free(&line);
}

void
held_log(struct held *h, const struct held_note *note, const struct span *v,
         size_t n, const uint32_t *numbers)
{
	log_spans(h, note->event, F_TEXT, note, v, n, numbers);
}

void
held_count_field(struct held *h, uint32_t event, enum field f,
                 struct slice text, const struct held_note *note)
{
	struct held_event *e = &h->events[event];
	struct spans *s = &h->redact->spans;

	if (e->rule == RULE_NONE ||
	    !held_find(h, text, e->rule == RULE_CHATHAM))
		return;
	for (size_t i = 0; i < s->n; i++)
		e->replaced[s->v[i].kind]++;
	if (h->log != NULL)
		log_spans(h, event, f, note, s->v, s->n, NULL);
}
