#!/usr/bin/python3
"""themes.py [-n 60,120,300] [-r DRAWS] [-s SET,...] [-w] [-k] [-o OPTIONS]

Measure dlg-theme against labelled notes, beside scikit-learn's clusterings of
the same draws: 8 labels drawn from a set, then n of their notes. scikit-learn
is told the number of labels; dlg-theme finds it, and is told it too. -w: the
whole sets, told. -d: dlg-theme only. -F: not told. Means of accuracy, NMI and ARI.

Needs ../shared (data/themes and eval/themes.py) and Debian's python3-sklearn.
"""
import argparse, json, os, subprocess, sys, warnings

warnings.filterwarnings('ignore')
os.environ['OPENBLAS_NUM_THREADS'] = '1'
here = os.path.dirname(os.path.abspath(__file__))
shared = os.path.join(here, '../../../shared')
sys.path.insert(0, os.path.join(shared, 'eval'))
import numpy as np
from themes import scores

SETS = ['themefinder_gambling_single', 'sdg_targets', 'banking77_test',
        'clinc150_test', 'ibm_kpa_keypoint', 'nhs_fft9']
BIN = os.environ.get('DLG_BIN', os.path.join(here, '../../bin'))


def load(name):
    path = os.path.join(shared, 'data/themes', name + '.tsv')
    rows = [l.rstrip('\n').split('\t', 1) for l in open(path, encoding='utf-8')]
    return np.array([r[0] for r in rows]), [r[1] for r in rows]


def draws(labels, n, reps):
    """n notes of 8 labels, each of which has at least 3 notes."""
    names, counts = np.unique(labels, return_counts=True)
    names = names[counts >= 3]
    for rep in range(reps):
        rng = np.random.RandomState(rep)
        few = rng.permutation(names)[:8]
        pool = rng.permutation(np.where(np.isin(labels, few))[0])
        yield np.sort(pool[:n])


def ours(texts, options):
    stream = [json.dumps({'type': 'note', 'id': 'n%d' % i, 'text': t})
              for i, t in enumerate(texts)]
    stream.append(json.dumps({'type': 'end', 'records': len(texts)}))
    out = subprocess.run([BIN + '/dlg-theme'] + options, check=True,
                         input='\n'.join(stream) + '\n', encoding='utf-8',
                         stdout=subprocess.PIPE).stdout
    got = ['~%d' % i for i in range(len(texts))]
    for line in out.splitlines():
        r = json.loads(line)
        if r['type'] == 'note' and r.get('themes'):
            got[int(r['id'][1:])] = r['themes'][0]['id']
    return got


def peers(texts, k):
    from sklearn.cluster import KMeans
    from sklearn.decomposition import NMF, LatentDirichletAllocation, TruncatedSVD
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
    from sklearn.preprocessing import normalize
    x = TfidfVectorizer(stop_words='english', sublinear_tf=True).fit_transform(texts)
    means = lambda m: KMeans(k, n_init=10, random_state=1).fit_predict(m)
    yield 'KMeans', means(x)
    d = min(100, min(x.shape) - 1)
    yield 'LSA+KMeans', means(normalize(TruncatedSVD(d, random_state=1).fit_transform(x)))
    yield 'NMF', NMF(k, random_state=1, max_iter=300).fit_transform(x).argmax(1)
    c = CountVectorizer(stop_words='english').fit_transform(texts)
    yield 'LDA', LatentDirichletAllocation(k, random_state=1, max_iter=20).fit_transform(c).argmax(1)


def show(title, rows):
    print(title)
    for name, r in rows.items():
        m = 100 * np.mean(r, axis=0)
        print('  %-16s acc %.1f nmi %.1f ari %.1f clusters %.1f'
              % (name, m[0], m[1], m[2], m[3] / 100), flush=True)


def measure(labels, texts, index, args, rows):
    t = [texts[i] for i in index]
    gold = labels[index]
    k = len(set(gold))
    runs = [('dlg', args.options)] if not args.whole else []
    if not args.found:
        runs.append(('dlg -n', args.options + ['-n', str(k)]))
    for name, o in runs:
        got = ours(t, o)
        rows.setdefault(name, []).append((*scores(gold, got), len(set(got))))
    if not args.dlg:
        for name, got in peers(t, k):
            rows.setdefault(name, []).append((*scores(gold, got), k))


def main():
    p = argparse.ArgumentParser()
    p.add_argument('-n', default='60,120,300')
    p.add_argument('-r', type=int, default=8)
    p.add_argument('-s', default=','.join(SETS))
    p.add_argument('-w', '--whole', action='store_true')
    p.add_argument('-d', '--dlg', action='store_true')
    p.add_argument('-F', '--found', action='store_true')
    p.add_argument('-o', '--options', default='')
    args = p.parse_args()
    args.options = args.options.split()
    sizes = [0] if args.whole else [int(n) for n in args.n.split(',')]
    for n in sizes:
        means = {}
        for name in args.s.split(','):
            labels, texts = load(name)
            rows = {}
            some = [np.arange(len(texts))] if n == 0 else draws(labels, n, args.r)
            for index in some:
                measure(labels, texts, index, args, rows)
            show('%s n=%s' % (name, n or len(texts)), rows)
            for k, v in rows.items():
                means.setdefault(k, []).append(np.mean(v, axis=0))
        show('mean of the sets n=%s' % (n or 'all'), means)


main()
