#!/bin/sh
# dlg-theme on an archive, beside scikit-learn's KMeans and MiniBatchKMeans
# (Debian's python3-sklearn; words weighed by TfidfVectorizer, one thread).
# KMeans is run on 50,000 of the notes and its time taken times as many as
# there are more: its rounds cost as much for each note.
# shellcheck source=tests/bench/common
. "${0%/*}/common"

n=$BENCH_NOTES
small=$(notes_jsonl 20000)
large=$(notes_jsonl "$n")
part=50000
[ "$n" -ge "$part" ] || part=$n
peer=$BENCH_DIR/peer

# sklearn CLASS K NOTES FILE: CPU seconds of weighing and clustering.
sklearn() {
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 /usr/bin/python3 -W ignore - \
	    "$@" <<'END'
import json, resource, sys
from itertools import islice
from sklearn import cluster
from sklearn.feature_extraction.text import TfidfVectorizer

name, k, n, path = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
with open(path) as lines:
    texts = [json.loads(l)['text'] for l in islice(lines, n)]
cpu = lambda: sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
start = cpu()
x = TfidfVectorizer(stop_words='english', sublinear_tf=True).fit_transform(texts)
getattr(cluster, name)(k, random_state=1).fit_predict(x)
print('%.2f' % (cpu() - start))
END
}

# theme K FILE: measure dlg-theme on a file.
theme() {
	measure dlg-theme -n "$1" "$2" | cat >/dev/null
	took
}

theme 20 "$small"
row '20,000 notes, 20 themes' "$cpu s CPU, $rss MiB"
if /usr/bin/python3 -c 'import sklearn' 2>/dev/null; then
	sklearn MiniBatchKMeans 20 20000 "$small" >"$peer"
	row 'MiniBatchKMeans' "$(cat "$peer") s CPU"
	row 'dlg-theme / MiniBatchKMeans' "$(ratio "$cpu" "$(cat "$peer")")" \
	    '0.167 or less'
fi
theme 50 "$large"
row "$n notes, 50 themes" "$cpu s CPU, $rss MiB" '40 MiB and the fit'
if /usr/bin/python3 -c 'import sklearn' 2>/dev/null; then
	sklearn KMeans 50 "$part" "$large" >"$peer"
	whole=$(calc %.1f "$(cat "$peer") * $n / $part")
	row "KMeans, from $part notes" "$whole s CPU"
	row 'dlg-theme / KMeans' "$(ratio "$cpu" "$whole")" '0.050 or less'
fi
measure dlg-theme --vectors none -n 20 "$small" | cat >/dev/null
took
row '20,000 notes, 20 themes, by words alone' "$cpu s CPU, $rss MiB"
measure dlg-theme "$small" | cat >/dev/null
took
row '20,000 notes, number of themes found' "$cpu s CPU, $rss MiB"
dlg-theme -n 50 --fit-only --save "$BENCH_DIR/themes" "$small" >/dev/null
measure dlg-theme --assign-only -T "$BENCH_DIR/themes" <"$large" |
    cat >/dev/null
took
row "$n notes given known themes" "$cpu s CPU, $rss MiB" 'constant memory'
measure dlg-theme --assign-only -c human-centred-systems <"$large" |
    cat >/dev/null
took
row "$n notes given codes" "$cpu s CPU, $rss MiB" 'constant memory'
