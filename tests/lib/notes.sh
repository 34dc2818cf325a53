# shellcheck shell=sh
# Sourced after tap.sh by tests that make streams of notes.

# notes TEXT...: a stream of notes n1, n2, ...
notes() {
	count_notes=0
	for text; do
		count_notes=$((count_notes + 1))
		printf '{"type":"note","id":"n%d","text":"%s"}\n' \
			"$count_notes" "$text"
	done
	printf '{"type":"end","records":%d}\n' "$count_notes"
}
