"""Articles without end, the same for the same seed: articles.py COUNT > articles.ndjson

Short ones, since their number is what is tried: how a long article is read, other tests show.
"""

import json
import random
import sys

PEOPLE = ["Ada Quill", "Tomas Reyne", "Ines Okafor", "Ruth Ballard", "Milo Fenner", "Yara Castell"]
ROLES = ["an engineer", "the harbour master", "a councillor", "the union's secretary", "a baker", "the club's treasurer"]
BODIES = ["Pallas Ferries", "the harbour board", "the Quay Trust", "Lantern Mills"]
SAID = ["“It holds,” said {p}, {r}.", "{p}, {r}, said that {b} would wait until {n} boats were back.", "According to {b}, {n} people were seen.",
        "“We counted {n} of them,” {p} told the meeting. “Nobody asked.”", "Sources close to {b} say that {n} posts will go.",
        "It is believed that {b} paid {n} million.", "{b} denied it.", "The tide turned at {n} minutes past four.", "She added that {b} had known."]


def articles(count, seed=1):
    draw = random.Random(seed)
    for number in range(count):
        sentences = draw.choices(SAID, k=draw.randint(2, 5))
        filled = [s.format(p=draw.choice(PEOPLE), r=draw.choice(ROLES), b=draw.choice(BODIES), n=draw.randint(2, 90)) for s in sentences]
        yield {"id": number, "text": "\n".join(filled), "language": "en"}


if __name__ == "__main__":
    for article in articles(int(sys.argv[1])):
        print(json.dumps(article, ensure_ascii=False))
