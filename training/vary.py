"""Articles told in other words, for the teacher to think of: more text for the small network to learn from.

    python vary.py VECTORS.npz OUT.jsonl ARTICLES.jsonl … [--seed 1]

A quarter of the words that are neither frequent nor unknown are exchanged for one that stands near them in the word vectors and has the
same ending; names likewise, for other names. In two of five paragraphs that quote, the quotation marks are left out, so that what was a
quotation is told without them. What comes out need not make sense, only look like news to a tagger: nobody's labels are carried over, a
teacher reads it anew.
"""
import argparse
import json
import re

import numpy as np

FREQUENT = 150  # words that stay: most of them are grammar
KNOWN = 30_000
NEAR, CLOSE = 8, .55  # how many neighbours a word may be exchanged for, and how near they must stand
EXCHANGED, UNQUOTED = .25, .4
ENDINGS = ('ing', 'ed', 'ly', 'ers', 'er', 's')
WORD = re.compile(r"[A-Za-z]+(?![\w'’-])(?<![-'’]\w)")
MARKS = re.compile('["“”]')


def ending(word):
    return next((e for e in ENDINGS if word.endswith(e)), '')


def neighbours(words, vectors):
    """For each word its nearest ones of the same ending, by rank."""
    rows = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6)
    found = {}
    for begin in range(FREQUENT, len(words), 1000):
        close = rows[begin:begin + 1000] @ rows.T
        best = np.argpartition(-close, 3 * NEAR, axis=1)[:, :3 * NEAR]
        for k, others in enumerate(best):
            own = words[begin + k]
            near = sorted((o for o in others if o >= FREQUENT and words[o] != own and close[k, o] >= CLOSE
                           and ending(words[o]) == ending(own) and words[o].isalpha()), key=lambda o: -close[k, o])
            if own.isalpha() and near:
                found[own] = [words[o] for o in near[:NEAR]]
    return found


def vary(text, near, rng):
    def other(match):
        word = match.group()
        if len(word) < 3 or rng.random() >= EXCHANGED:
            return word
        choice = near.get(word.lower())
        if not choice or word.isupper():
            return word
        new = choice[rng.integers(len(choice))]
        return new.capitalize() if word[0].isupper() else new
    out = []
    for line in text.split('\n'):
        if MARKS.search(line) and rng.random() < UNQUOTED:
            line = MARKS.sub('', line)
        out.append(WORD.sub(other, line))
    return '\n'.join(out)


def main():
    a = argparse.ArgumentParser()
    a.add_argument('vectors')
    a.add_argument('out')
    a.add_argument('articles', nargs='+')
    a.add_argument('--seed', type=int, default=1)
    a = a.parse_args()
    saved = np.load(a.vectors)
    near = neighbours([str(w) for w in saved['words'][:KNOWN]], saved['vectors'][:KNOWN])
    rng = np.random.default_rng(a.seed)
    with open(a.out, 'w', encoding='utf8') as out:
        for path in a.articles:
            with open(path, encoding='utf8') as file:
                for article in map(json.loads, file):
                    print(json.dumps({'id': article['id'], 'text': vary(article['text'], near, rng)}), file=out)
    print(len(near), 'words have neighbours')


if __name__ == '__main__':
    main()
