#!/bin/sh
# dlg-theme on one event: speed. Accuracy beside scikit-learn is measured by
# themes.py, run by hand.
# shellcheck source=tests/bench/common
. "${0%/*}/common"

event=$(notes_jsonl 300)
measure dlg-theme --vectors encoder <"$event" >"$BENCH_DIR/themed"
took
row '300 notes, with the encoder: CPU s, MiB' "$cpu, $rss" '0.3'
measure dlg-theme --vectors static <"$event" >/dev/null
took
row '300 notes, by the static table: CPU s, MiB' "$cpu, $rss"
measure dlg-theme --vectors none <"$event" >/dev/null
took
row '300 notes, by words alone: CPU s, MiB' "$cpu, $rss" '0.015'
