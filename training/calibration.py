#!/usr/bin/env python3
"""How far the confidence of a speaker's name can be trusted: the curve from which `Confidence::CERTAIN` was chosen.

    calibration.py GOLD.jsonl REPORTS.ndjson [GOLD.jsonl REPORTS.ndjson …] [--wrong]

GOLD is labelled either by quotation (`quotes` with `speaker`, and `speakers` with `aliases`) or by attribution
(`attributions` with `source_name`). REPORTS are what `hearsay annotate` says of the same articles. Only statements for which the
report names somebody count: what is asked is how often the name that a reader sees is the right one.

Prints, for each confidence that occurs and for all statements at or above it, how many names were given and how many of a
hundred were right. `--wrong` lists the wrong ones.
"""
import json
import re
import sys
from collections import defaultdict

TITLES = {"mr", "mrs", "ms", "dr", "prof", "professor", "sen", "senator", "rep", "gov", "president", "sir", "lord", "judge",
          "the", "st", "lt", "col", "gen", "capt", "sgt"}


def read(path):
    with open(path, encoding="utf8") as lines:
        return {d["id"]: d for d in map(json.loads, lines)}


def key(name):
    """A name as it is compared: lower case, without possessive ending, marks and titles."""
    plain = re.sub(r"[^\w ]", "", re.sub(r"[’']s$", "", name.strip().lower()))
    return " ".join(word for word in plain.split() if word not in TITLES)


def letters(text, spans):
    return {i for start, end in spans for i in range(start, min(end, len(text))) if text[i].isalnum()}


def by_quotation(gold, report):
    """Quotations: (name is right, confidence, words)."""
    text, speakers = gold["text"], {s["id"]: s for s in report["speakers"]}
    said = [(letters(text, a["content"]), a) for a in report["attributions"] if a["kind"] != "indirect"]
    for quote in gold["quotes"]:
        words = letters(text, [(quote["start"], quote["end"])])
        best = max(((len(words & content) / max(1, len(words)), i) for i, (content, _) in enumerate(said)), default=(0, 0))
        if best[0] < 0.5 or quote["kind"] not in ("direct", "mixed"):
            continue
        attribution = said[best[1]][1]
        name = named(attribution, speakers)
        if name is None:
            continue
        also = {key(a) for s in gold["speakers"] if key(s["name"]) == key(quote["speaker"])
                for a in s.get("aliases", []) if len(key(a).split()) > 1}
        right = key(name) == key(quote["speaker"]) or key(name) in also
        yield right, attribution["confidence"], f'{name} for {quote["speaker"]}: {text[quote["start"]:quote["end"]][:60]}'


def by_attribution(gold, report):
    """Attributions whose source words and content the report has found: (name is right, confidence, words)."""
    text, speakers = gold["text"], {s["id"]: s for s in report["speakers"]}
    for wanted in gold["attributions"]:
        source, content = letters(text, wanted["source"]), letters(text, wanted["content"])
        wanted_name = (wanted.get("source_name") or "").strip()
        if not source or not wanted_name:
            continue
        for attribution in report["attributions"]:
            if letters(text, attribution["source"]) & source and letters(text, attribution["content"]) & content:
                name = named(attribution, speakers)
                if name is not None:
                    a, b = key(name), key(wanted_name)
                    yield a == b or a in b or b in a, attribution["confidence"], f"{name} for {wanted_name}"
                break


def named(attribution, speakers):
    speaker = speakers.get(attribution.get("speaker"))
    return speaker["name"] if speaker and speaker["named"] else None


def main():
    paths = [a for a in sys.argv[1:] if a != "--wrong"]
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    tally, wrong = defaultdict(lambda: [0, 0]), []
    for gold_path, report_path in zip(paths[::2], paths[1::2]):
        reports = read(report_path)
        for name, gold in read(gold_path).items():
            names = by_quotation if "quotes" in gold else by_attribution
            for right, confidence, words in names(gold, reports[name]):
                tally[round(100 * confidence)][0] += 1
                tally[round(100 * confidence)][1] += right
                if not right:
                    wrong.append((round(100 * confidence), name, words))
    print("confidence  names  right  of 100 | at or above: names  right  of 100")
    names = right = 0
    for confidence in sorted(tally, reverse=True):
        here, good = tally[confidence]
        names, right = names + here, right + good
        print(f"{confidence:10} {here:6} {good:6} {100 * good / here:7.1f} | {names:18} {right:6} {100 * right / names:7.1f}")
    if "--wrong" in sys.argv:
        print(*sorted(wrong, reverse=True), sep="\n")


if __name__ == "__main__":
    main()
