"""Articles of a news agency that nobody marked, for the teacher to think of: Reuters-21578, from the package that carries it as JSON.

    python wire.py PACKAGE OUT.jsonl [--articles 1250] [--seed 1]

The lines of a paragraph are joined, the agency's short forms for numbers and currencies written out. Headlines and what is hardly longer
than one are left out, for there is no reporting in them.
"""
import argparse
import json
import pathlib
import random
import re

LONG = range(1_200, 6_000)  # characters of an article
SHORT_FORMS = {'mln': 'million', 'bln': 'billion', 'dlr': 'dollar', 'dlrs': 'dollars', 'pct': 'percent', 'cts': 'cents', 'stg': 'pounds',
               'mths': 'months', 'shrs': 'shares'}
SHORT = re.compile(r'\b(' + '|'.join(SHORT_FORMS) + r')\b')
SIGNED = re.compile(r'\s*\bREUTER\W*$', re.IGNORECASE)


def paragraphs(body):
    """Its paragraphs: the first line of each but the first is indented."""
    lines = re.split(r'\n {3,}', SIGNED.sub('', body))
    return [SHORT.sub(lambda m: SHORT_FORMS[m.group()], ' '.join(line.split())) for line in lines if line.strip()]


def main():
    a = argparse.ArgumentParser()
    a.add_argument('package')
    a.add_argument('out')
    a.add_argument('--articles', type=int, default=1250)
    a.add_argument('--seed', type=int, default=1)
    a = a.parse_args()
    articles = [article for path in sorted(pathlib.Path(a.package, 'data', 'full').glob('*.json'))
                for article in json.loads(path.read_text(encoding='utf8', errors='replace'))]
    told = [article for article in articles if len(article.get('body') or '') in LONG]
    with open(a.out, 'w', encoding='utf8') as out:
        for article in random.Random(a.seed).sample(told, a.articles):
            print(json.dumps({'id': f"wire.{article['id']}", 'text': '\n'.join(paragraphs(article['body']))}), file=out)
    print(len(told), 'articles,', a.articles, 'taken')


if __name__ == '__main__':
    main()
