"""Reads paragraphs with their labels: what src/tagger/input.rs sees of them beside what the annotators marked.

Offsets are code points of the article, half-open. A paragraph's tokens, features and sentence borders come from the program
`features` (features.rs), so nothing of the tokeniser is repeated here.
"""
import json
from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

ROLES = ('cue', 'source', 'content')
OUTSIDE, BEGIN, INSIDE = range(3)
LENGTHS = (16, 24, 32, 48, 64, 96, 128, 192, 256)
TAUGHT = .7  # of the goal is the teachers' where there are labels too
SEGMENTS = 12  # of one role in a paragraph that the linker is trained on


@dataclass
class Example:
    """One paragraph."""
    id: str
    words: list
    hashes: list
    suffixes: list
    prefixes: list
    features: np.ndarray  # tokens × features, 1 where there
    offsets: list
    ends: list
    labels: np.ndarray = None  # tokens × roles
    # Segments (first token, last token) of each role, and the partners' indexes; -1 where there is none.
    segments: dict = field(default_factory=lambda: {role: [] for role in ROLES})
    pairs: np.ndarray = None  # what the teachers think: tokens × roles × label before × label
    content_cue: list = field(default_factory=list)
    cue_source: list = field(default_factory=list)

    def __len__(self):
        return len(self.hashes)


def lines(path):
    with open(path, encoding='utf8') as file:
        yield from map(json.loads, file)


def paragraphs(path, header=None):
    """The paragraphs that `features` wrote, by article, in order."""
    articles = defaultdict(list)
    rows = lines(path)
    head = next(rows)
    if header is not None:
        header.update(head)
    for row in rows:
        features = np.zeros((len(row['words']), head['features']), np.uint8)
        for token, ids in enumerate(row['features']):
            features[token, ids] = 1
        articles[row['id']].append(Example(row['id'], row['lower'], row['words'], row['suffixes'], row['prefixes'], features,
                                           row['tokens'], row['ends']))
    return articles


def read(features, articles, header=None):
    """Paragraphs with the labels of their articles."""
    out, by_id = [], paragraphs(features, header)
    for article in lines(articles):
        examples = by_id[article['id']]
        attributions = outermost([a for a in article['attributions'] if a['content']])
        for example in examples:
            label(example, attributions)
            out.append(example)
    return [e for e in out if len(e)]


def unlabelled(features):
    """Paragraphs of articles that nobody marked."""
    return [e for examples in paragraphs(features).values() for e in examples if len(e)]


def taught(examples, files):
    """Adds what the teachers think, the mean of them."""
    for file in files:
        saved = np.load(file)
        assert len(saved['lengths']) == len(examples), f'{file} was made from other paragraphs'
        at, pairs = 0, saved['pairs']
        for e, n in zip(examples, saved['lengths']):
            own = pairs[at:at + n].astype(np.float32) / len(files)
            e.pairs = own if e.pairs is None else e.pairs + own
            at += n


def folds(examples, count):
    """Parts of the examples, whole articles, alike from run to run."""
    article = {id: k for k, id in enumerate(dict.fromkeys(e.id for e in examples))}
    return [[e for e in examples if article[e.id] % count == k] for k in range(count)]


def outermost(attributions):
    """Without those whose content lies in another's (one in 150): a token has one label."""
    spans = [(min(s for s, _ in a['content']), max(e for _, e in a['content'])) for a in attributions]
    inside = lambda i: any(j != i and c[0] <= spans[i][0] and spans[i][1] <= c[1] and c != spans[i] for j, c in enumerate(spans))
    return [a for i, a in enumerate(attributions) if not inside(i)]


def label(example, attributions):
    """Marks the tokens of a paragraph and records which segment belongs to which."""
    starts = np.array([s for s, _ in example.offsets])
    ends = np.array([e for _, e in example.offsets])
    labels = np.zeros((len(example), len(ROLES)), np.int32)

    def segments(spans, role):
        found = []
        for s, e in spans:
            first, last = int(np.searchsorted(ends, s, 'right')), int(np.searchsorted(starts, e, 'left')) - 1
            if first <= last and first < len(example):
                # What two annotators' segments share belongs to the one that came first.
                while first <= last and labels[first, role]:
                    first += 1
                if first <= last:
                    labels[first, role] = BEGIN
                    labels[first + 1:last + 1, role] = INSIDE
                found.append((first, last))
        return [f for f in found if f[0] <= f[1]]

    for a in attributions:
        if not any(s < ends[-1] and starts[0] < e for s, e in a['content'] + a['cue']):
            continue
        cue, source, content = (segments(a[role], k) for k, role in enumerate(ROLES))
        index = {}
        for role, found in zip(ROLES, (cue, source, content)):
            for segment in found:
                if segment not in example.segments[role]:
                    example.segments[role].append(segment)
                index.setdefault(role, example.segments[role].index(segment))
        for _ in range(len(example.segments['content']) - len(example.content_cue)):
            example.content_cue.append(index.get('cue', -1))
        for _ in range(len(example.segments['cue']) - len(example.cue_source)):
            example.cue_source.append(index.get('source', -1))
    # A source named for several cues overlaps itself: it was marked once, so later cues find no free token. Look again.
    for a in attributions:
        find = lambda spans: [(int(np.searchsorted(ends, s, 'right')), int(np.searchsorted(starts, e, 'left')) - 1) for s, e in spans]
        cues, sources = find(a['cue']), find(a['source'])
        for c in cues:
            if c in example.segments['cue'] and sources and sources[0] in example.segments['source']:
                example.cue_source[example.segments['cue'].index(c)] = example.segments['source'].index(sources[0])
    example.labels = labels


def batches(examples, tokens, rng=None, lengths=LENGTHS, measure=len):
    """Padded arrays of about this many tokens, paragraphs of like length together; long ones are cut."""
    groups = {length: [] for length in lengths}
    for e in examples:
        groups[next((length for length in lengths if measure(e) <= length), lengths[-1])].append(e)
    out = []
    for length, group in groups.items():
        if rng is not None:
            rng.shuffle(group)
        size = max(1, tokens // length)
        out += [pack(group[i:i + size], length, size) for i in range(0, len(group), size)]
    if rng is not None:
        rng.shuffle(out)
    return out


def pack(examples, length, size):
    n = size
    batch = {'word': np.zeros((n, length), np.int32), 'suffix': np.zeros((n, length), np.int32), 'prefix': np.zeros((n, length), np.int32),
             'features': np.zeros((n, length, examples[0].features.shape[1]), np.uint8), 'mask': np.zeros((n, length), np.float32),
             'labels': np.zeros((n, length, len(ROLES)), np.int32)}
    if examples[0].pairs is not None:
        batch['pairs'], batch['taught'] = np.zeros((n, length, len(ROLES), 3, 3), np.float32), np.zeros(n, np.float32)
    for role in ROLES:
        batch[role] = np.zeros((n, SEGMENTS, 2), np.int32)
        batch[role + '_mask'] = np.zeros((n, SEGMENTS), np.float32)
    for link in ('content_cue', 'cue_source'):
        batch[link] = np.full((n, SEGMENTS), -1, np.int32)
    for k, e in enumerate(examples):
        m = min(len(e), length)
        batch['word'][k, :m] = e.rows[:m]
        batch['suffix'][k, :m], batch['prefix'][k, :m] = e.suffixes[:m], e.prefixes[:m]
        batch['mask'][k, :m] = 1
        batch['features'][k, :m] = e.features[:m]
        if e.labels is not None:
            batch['labels'][k, :m] = e.labels[:m]
        if e.pairs is not None:
            batch['pairs'][k, :len(e.pairs[:m])] = e.pairs[:m]
            batch['taught'][k] = 1 if e.labels is None else TAUGHT
        for role in ROLES:
            for i, (first, last) in enumerate(e.segments[role][:SEGMENTS]):
                if last < m:
                    batch[role][k, i], batch[role + '_mask'][k, i] = (first, last), 1
        for link, own, other in (('content_cue', e.content_cue, 'cue'), ('cue_source', e.cue_source, 'source')):
            for i, j in enumerate(own[:SEGMENTS]):
                batch[link][k, i] = j if j < SEGMENTS and batch[other + '_mask'][k, j] else -1
    batch['examples'] = examples
    return batch
