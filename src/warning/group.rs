//! What a source phrase without a name tells about who speaks: particular people, an unidentified group, or neither.

use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, PhraseClass, VerbClass};
use crate::mention::{Category, Head, NameIndex, Phrase, Scan, Tag};
use crate::text::TokenKind;

use super::view::{Claim, View};

/// Who stands behind a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// Particular people whom the article does not name; `bare` where it does not describe them either.
    Back { bare: bool },
    /// Nobody in particular.
    Vague,
}

/// Heads that describe nobody: whoever says anything is a source.
const BARE: &[&str] = &["source", "sources", "insider", "insiders", "person", "people", "individual", "individuals"];

/// Particular people by the nature of the word, without a number or an article.
const INNER_CIRCLE: &[&str] = &[
    "sources",
    "insiders",
    "aides",
    "diplomats",
    "confidants",
    "staffers",
    "associates",
    "whistleblowers",
    "informants",
    "tipsters",
];

/// Adjectives that pick particular people out of an office.
const PICKING: &[&str] = &[
    "senior",
    "former",
    "top",
    "unnamed",
    "unidentified",
    "anonymous",
    "undisclosed",
    "high-ranking",
    "low-ranking",
    "well-placed",
    "top-level",
];

/// Quantifiers that leave open who is meant.
const OPEN: &[&str] = &[
    "some",
    "many",
    "several",
    "most",
    "countless",
    "numerous",
    "various",
    "other",
    "certain",
    "more",
    "few",
    "dozens",
    "hundreds",
    "thousands",
    "scores",
    "plenty",
    "multiple",
];

/// Whole phrases of one word that mean people.
const PRONOUNS: &[&str] = &["some", "many", "others", "most", "several"];

/// Groups that belong to somebody and are unidentified all the same: "his critics".
const SIDES: &[&str] = &[
    "critics",
    "opponents",
    "supporters",
    "detractors",
    "fans",
    "backers",
    "defenders",
    "rivals",
    "followers",
    "sceptics",
    "skeptics",
];

/// Verbs that say something of a matter even where what is said is no clause of its own: "complained of delays".
const WITHOUT_CONTENT: &[&str] = &[
    "accuse",
    "allege",
    "argue",
    "blast",
    "call for",
    "circulate",
    "claim",
    "complain",
    "complain about",
    "complain of",
    "condemn",
    "criticise",
    "criticize",
    "demand",
    "denounce",
    "deny",
    "describe",
    "dismiss",
    "dispute",
    "echo",
    "express",
    "express concern",
    "express concerns",
    "express doubt",
    "express doubts",
    "express fear",
    "express fears",
    "highlight",
    "insist",
    "mock",
    "note",
    "object",
    "object to",
    "point out",
    "point to",
    "portray",
    "praise",
    "protest",
    "push back",
    "push back on",
    "question",
    "raise alarm",
    "raise concern",
    "raise concerns",
    "raise doubts",
    "raise questions",
    "reject",
    "slam",
    "sound the alarm",
    "suggest",
    "urge",
    "voice",
    "voice concern",
    "voice concerns",
    "warn",
    "warn about",
    "warn against",
    "warn of",
];

/// From this share of their occurrences on, verbs are taken to say something without any other sign of it.
const TELLING: u8 = 25;

/// Places that are made to speak for whoever works there.
const METONYMS: &[&[&str]] = &[&["wall", "street"], &["silicon", "valley"], &["the", "market"], &["fleet", "street"]];

/// Bodies that a description could name and does not.
const BODIES: &[&str] = &["group", "organisation", "organization", "charity", "campaign", "coalition", "association"];

impl View<'_> {
    /// Who stands behind a claim, with the words that say so; none where the source is identified.
    pub(super) fn kept(&self, claim: &Claim) -> Option<(Kept, Range<usize>)> {
        let scan = &self.scans[claim.paragraph];
        let source = Sourced { view: self, scan, claim, phrase: &claim.source.phrase };
        let first = source.phrase.core.start;
        let supposed =
            |w: &str| matches!(w, "how" | "too" | "so" | "as" | "if" | "when" | "whenever" | "until" | "unless");
        let asks = first > 0 && supposed(scan.p.lower(first - 1));
        if asks || scan.p.quotation_at(first).is_some() || source.is_hypothetical() || source.is_spoken_to() {
            return None;
        }
        let kept = source.kept()?;
        Some((kept, source.trigger()))
    }
}

/// A source phrase in its place.
struct Sourced<'a> {
    view: &'a View<'a>,
    scan: &'a Scan<'a>,
    claim: &'a Claim,
    phrase: &'a Phrase,
}

impl Sourced<'_> {
    fn kept(&self) -> Option<Kept> {
        match &self.claim.source.head {
            Head::Description(_) => {}
            Head::Name(n) => return self.metonym(*n),
            Head::Voice(_) | Head::Pronoun(_) => return self.indefinite_pronoun(),
        }
        if self.is_named() {
            return None;
        }
        self.anonymous().or_else(|| self.vague())
    }

    /// "users will demand this", "there are groups who say": nobody has said anything yet.
    fn is_hypothetical(&self) -> bool {
        let (first, verb) = (self.phrase.core.start, self.claim.cue.tokens.start);
        let modal = |w: &str| matches!(w, "will" | "would" | "should" | "could" | "might" | "must" | "'ll" | "'d");
        let auxiliaries =
            (first..verb).rev().take_while(|&i| matches!(self.scan.tags[i], Tag::Auxiliary | Tag::Adverb));
        auxiliaries.into_iter().any(|i| modal(self.scan.p.lower(i)))
            || first > 1
                && self.scan.p.lower(first - 2) == "there"
                && self.scan.lexicon.word(self.scan.p.lower(first - 1)).has_any(Classes::BE)
    }

    /// "told her followers": the phrase hears, and its own verb is part of what it hears.
    fn is_spoken_to(&self) -> bool {
        let before = self.phrase.core.start.checked_sub(1).map(|i| self.scan.p.lower(i));
        let verb = before.and_then(|word| self.scan.lexicon.reporting_verb(word));
        verb.is_some_and(|v| matches!(v.lemma, "tell" | "inform" | "remind" | "assure" | "warn" | "ask" | "urge"))
            && self.claim.cue.act != Act::Source
    }

    /// Set off by commas behind a name: "Ada Quill, a former member".
    fn is_apposition(&self) -> bool {
        let first = self.phrase.core.start;
        first > 1
            && self.scan.tags[first - 1] == Tag::Comma
            && self.scan.names.iter().any(|n| n.tokens.end == first - 1 && n.category == Category::Person)
    }

    fn core(&self) -> Range<usize> {
        self.phrase.core.clone()
    }

    /// The last noun of the base phrase; behind it may stand an adjective ("people familiar").
    fn head_at(&self) -> usize {
        // "a source close to": "close" may look like a noun.
        let knows = |i: &usize| {
            let ahead = self.scan.lower_from(i + 1, 7);
            self.scan.lexicon.longest(&ahead, PhraseClass::AnonymityKnowledge).is_some()
        };
        if let Some(head) = self.core().find(knows) {
            return head;
        }
        let noun = |i: &usize| !matches!(self.scan.tags[*i], Tag::Adjective | Tag::Adverb | Tag::Participle);
        self.core().rev().find(noun).unwrap_or(self.phrase.core.end - 1)
    }

    fn head(&self) -> &str {
        self.scan.p.lower(self.head_at())
    }

    fn first(&self) -> &str {
        self.scan.p.lower(self.phrase.core.start)
    }

    fn classes(&self) -> Classes {
        self.scan.lexicon.word(self.head())
    }

    fn has(&self, words: &[&str]) -> bool {
        self.core().any(|i| words.contains(&self.scan.p.lower(i)))
    }

    fn is_plural(&self) -> bool {
        let head = self.head();
        head == "people"
            || self.classes().has_any(Classes::PLURAL)
            || (head.ends_with('s') && self.scan.lexicon.singular(head).is_none_or(|s| s != head))
    }

    /// Whether the phrase names somebody: by apposition, by an example, or as a body for which the group works.
    fn is_named(&self) -> bool {
        let all = self.phrase.tokens.clone();
        let person = self.names(&all).any(|n| self.scan.names[n].category == Category::Person && !self.is_modifier(n));
        // "people close to Ada Quill", "critics of Ada Quill": named is whom they talk about.
        let about = all.clone().any(|i| {
            i >= self.phrase.core.end
                && matches!(self.scan.p.lower(i), "to" | "with" | "of" | "on" | "who" | "about" | "from" | "around")
        });
        (person && !about) || self.gives_examples()
    }

    fn is_modifier(&self, n: NameIndex) -> bool {
        self.scan.names[n].tokens.end < self.phrase.core.end
    }

    /// "including Ada Quill", "such as Quill Marine": in the sentence, or opening the next one.
    fn gives_examples(&self) -> bool {
        let (p, at) = (self.claim.paragraph, self.phrase.core.start);
        let named = |paragraph: usize, sentence: &Range<usize>| {
            let scan = &self.view.scans[paragraph];
            sentence.clone().any(|i| {
                let such_as = scan.p.lower(i) == "such" && scan.p.lower(i + 1) == "as";
                let among = scan.p.lower(i) == "among" && scan.p.lower(i + 1) == "them";
                (such_as || among || scan.p.lower(i) == "including")
                    && scan.names.iter().any(|n| n.prefix >= i && n.prefix <= i + 4 && n.category != Category::Place)
            })
        };
        let sentence = self.view.sentence(p, at);
        let beside = at.saturating_sub(0)..sentence.end.min(self.phrase.tokens.end + 12);
        named(p, &beside)
            || self.view.next_sentence(p, at).is_some_and(|(p, s)| {
                let opening = s.start..s.end.min(s.start + 4);
                self.view.has_word(p, &opening, &["among", "including"]) && named(p, &s)
            })
    }

    fn names(&self, range: &Range<usize>) -> impl Iterator<Item = NameIndex> + use<'_> {
        let range = range.clone();
        (0..self.scan.names.len()).filter(move |&n| {
            let t = &self.scan.names[n].tokens;
            t.start >= range.start && t.end <= range.end
        })
    }

    /// Whether the group belongs to a body that the article names: "Quill Marine engineers", "economists at Quill Bank".
    fn has_body(&self) -> bool {
        let all = self.phrase.tokens.clone();
        self.names(&all).any(|n| {
            let name = &self.scan.names[n];
            let words = || name.tokens.clone().map(|i| self.scan.lexicon.word(self.scan.p.lower(i)));
            let open = words().all(|c| c.has_any(Classes::PLATFORM | Classes::DEMONYM | Classes::PLACE))
                || name.category == Category::Place;
            let street = self.scan.p.lower(name.tokens.start) == "wall";
            !open && !street && !self.is_stray(n)
        })
    }

    /// A capital at the beginning of a sentence that no other place in the article repeats may be no name at all.
    fn is_stray(&self, n: NameIndex) -> bool {
        let name = &self.scan.names[n];
        let first = name.tokens.start;
        let opens = self.scan.p.sentences.iter().any(|s| s.start == first) && name.tokens.len() == 1;
        let word = self.scan.p.word(first);
        opens
            && name.category == Category::Unknown
            && self.scan.tags.get(first + 1) == Some(&Tag::Noun)
            && !self.view.scans.iter().any(|s| {
                s.names.iter().any(|o| {
                    let other = s.p.word(o.tokens.start);
                    other == word && !(std::ptr::eq(s.p, self.scan.p) && o.tokens.start == first)
                })
            })
    }

    fn is_definite(&self) -> bool {
        matches!(self.first(), "the" | "this" | "that" | "these" | "those" | "both" | "all" | "such" | "no" | "each")
            || self.core().any(|i| matches!(self.scan.tags[i], Tag::PossessivePronoun | Tag::Possessive))
    }

    /// "two", "3": few enough to be particular people.
    fn is_counted(&self) -> bool {
        const FEW: &[&str] =
            &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        self.core().take(2).any(|i| {
            let word = self.scan.p.lower(i);
            FEW.contains(&word)
                || (self.scan.p.tokens[i].kind == TokenKind::Number && word.parse::<u32>().is_ok_and(|n| n <= 20))
        })
    }

    /// Particular people.
    fn anonymous(&self) -> Option<Kept> {
        let (first, head, classes) = (self.first(), self.head(), self.classes());
        if self.is_apposition() || !self.is_utterance() {
            return None;
        }
        let back =
            |described: bool| Some(Kept::Back { bare: !described && BARE.contains(&head) && self.core().len() <= 2 });
        if head.starts_with("spokes") || classes.has_any(Classes::DOCUMENT_NOUN) && !classes.has_any(Classes::ANONYMOUS)
        {
            return None;
        }
        if self.knowledge().is_some() && (classes.has_any(Classes::GROUP) || first == "those") {
            return back(true);
        }
        if !classes.has_any(Classes::ANONYMOUS) {
            // "Another said": one more of the same.
            let again = self.core().len() == 1 && matches!(head, "another" | "one");
            let subject = self.phrase.tokens.end == self.core().end;
            return (again && subject && self.follows_unnamed()).then_some(Kept::Back { bare: true });
        }
        let next = self.scan.tags.get(self.phrase.core.end);
        let described = self.core().len() > 2
            || matches!(next, Some(Tag::Preposition | Tag::Adjective | Tag::Relative | Tag::Participle));
        if self.is_definite() {
            // "The aide who kept the minutes said": picked out, and not named.
            let relative =
                self.scan.tags.get(self.phrase.core.end) == Some(&Tag::Relative) && first == "the" && !self.is_plural();
            return if relative && !self.is_known() { back(true) } else { None };
        }
        if self.is_plural() {
            let picked = INNER_CIRCLE.contains(&head) || self.has(PICKING) || self.is_counted();
            return if picked { back(described) } else { None };
        }
        let article = matches!(first, "a" | "an" | "one" | "another") || self.has(PICKING);
        if article { back(described) } else { None }
    }

    /// Whether the head was a source before, so that the phrase refers back.
    fn is_known(&self) -> bool {
        let before =
            self.view.claims.iter().take_while(|c| {
                (c.paragraph, c.cue.tokens.start) < (self.claim.paragraph, self.claim.cue.tokens.start)
            });
        let head = self.head();
        before.into_iter().any(|c| {
            let p = self.view.scans[c.paragraph].p;
            p.lower(c.source.phrase.core.end - 1) == head && c.source.phrase.core != self.phrase.core
        })
    }

    /// Whether an unnamed person spoke right before.
    fn follows_unnamed(&self) -> bool {
        let here = (self.claim.paragraph, self.claim.cue.tokens.start);
        let before = self.view.claims.iter().rev().find(|c| (c.paragraph, c.cue.tokens.start) < here);
        before.is_some_and(|c| {
            let classes = self.scan.lexicon.word(self.view.scans[c.paragraph].p.lower(c.source.phrase.core.end - 1));
            c.paragraph + 1 >= self.claim.paragraph
                && c.is_description()
                && (classes.has_any(Classes::ANONYMOUS)
                    || c.source.phrase.core.clone().any(|i| {
                        self.scan.lexicon.word(self.view.scans[c.paragraph].p.lower(i)).has_any(Classes::ANONYMOUS)
                    }))
        })
    }

    /// How the source would know: the tokens of "familiar with the matter" behind the base phrase.
    fn knowledge(&self) -> Option<Range<usize>> {
        let start = self.head_at() + 1;
        (start..(start + 2).min(self.scan.tags.len())).find_map(|i| {
            let ahead = self.scan.lower_from(i, 7);
            let len = self.scan.lexicon.longest(&ahead, PhraseClass::AnonymityKnowledge)?;
            Some(i..i + len)
        })
    }

    /// Whether the words were said; what a particular person thought or wanted is narration.
    fn is_utterance(&self) -> bool {
        match self.claim.cue.act {
            Act::Verb { class, share, .. } => {
                class.is_utterance() && (self.claim.attribution.is_some() || share.is_none_or(|s| s >= TELLING))
            }
            Act::Source | Act::Content => true,
        }
    }

    /// Nobody in particular.
    fn vague(&self) -> Option<Kept> {
        let (head, classes) = (self.head(), self.classes());
        if !self.is_judgement() || self.is_survey() {
            return None;
        }
        if self.core().len() <= 2 && PRONOUNS.contains(&head) && !self.is_definite() {
            return (!self.is_listed()).then_some(Kept::Vague);
        }
        if self.is_unnamed_body() {
            return Some(Kept::Vague);
        }
        let people = classes.has_any(Classes::GROUP) || classes.has_any(Classes::ROLE);
        if self.counts_a_group() && !self.is_definite() {
            return (!self.is_named_later()).then_some(Kept::Vague);
        }
        if !people || !self.is_plural() {
            return None;
        }
        if self.is_definite() {
            return SIDES.contains(&head).then_some(Kept::Vague).filter(|_| !matches!(self.first(), "the" | "these"));
        }
        if self.has(OPEN) {
            return (!self.is_counted()).then_some(Kept::Vague);
        }
        let bare = classes.has_any(Classes::VAGUE) && !classes.has_any(Classes::OFFICIAL);
        let joined = self.conjunct().is_some_and(|i| {
            let other = self.scan.lexicon.word(self.scan.p.lower(i));
            other.has_any(Classes::VAGUE) && !other.has_any(Classes::OFFICIAL)
        });
        ((bare || joined) && !self.has_body() && !self.is_counted() && !self.wrote_a_study()).then_some(Kept::Vague)
    }

    /// "a group of engineers", "a growing number of users".
    fn counts_a_group(&self) -> bool {
        let ahead = self.scan.lower_from(self.phrase.core.start, 7);
        let quantity = self.scan.lexicon.longest(&ahead, PhraseClass::Vague).filter(|&n| n > 2);
        quantity.is_some_and(|n| {
            let of = self.phrase.core.start + n - 1;
            self.scan.p.lower(of) == "of"
                && (of + 1..self.phrase.tokens.end.max(of + 4).min(self.scan.tags.len()))
                    .take_while(|&i| self.scan.tags[i].is_nominal())
                    .any(|i| self.scan.lexicon.word(self.scan.p.lower(i)).has_any(Classes::GROUP | Classes::ROLE))
        })
    }

    /// "a group representing rural towns": a body that has a name, which is not given.
    fn is_unnamed_body(&self) -> bool {
        let indefinite = matches!(self.first(), "a" | "an" | "one" | "another" | "some" | "several");
        let singular = |i: usize| self.scan.p.lower(i).strip_suffix('s').unwrap_or(self.scan.p.lower(i));
        let Some(body) = self.core().find(|&i| BODIES.contains(&singular(i))) else { return false };
        let head = self.scan.p.lower(body + 1).ends_with("ing")
            || !matches!(self.scan.tags.get(body + 1), Some(Tag::Noun | Tag::Name | Tag::Possessive));
        let all = self.phrase.tokens.clone();
        let named = self.names(&all).any(|n| self.scan.names[n].category != Category::Place && !self.is_stray(n));
        indefinite && head && !named && self.scan.p.lower(body + 1) != "of" && !self.is_named_later()
    }

    /// Whether the body is introduced at the beginning of the article and named soon after.
    fn is_named_later(&self) -> bool {
        let here = self.claim.paragraph;
        let head = self.core().map(|i| self.scan.p.lower(i)).find(|w| BODIES.contains(w)).unwrap_or(self.head());
        (here..self.view.scans.len().min(here + 3)).any(|paragraph| {
            let scan = &self.view.scans[paragraph];
            let from = if paragraph == here { self.phrase.tokens.end } else { 0 };
            (from..scan.tags.len()).any(|i| {
                scan.p.lower(i) == head
                    && scan.names.iter().any(|n| {
                        n.category != Category::Place
                            && (n.tokens.start.abs_diff(i) <= 3 || n.tokens.end.abs_diff(i) <= 3)
                    })
            })
        })
    }

    /// "AT&T and others": one of a list whose other members are named.
    fn is_listed(&self) -> bool {
        let before = self.phrase.core.start.checked_sub(1);
        before.is_some_and(|i| self.scan.tags[i] == Tag::Coordinator && i > 0 && self.scan.tags[i - 1] == Tag::Name)
            || self.phrase.tokens.start < self.phrase.core.start
    }

    /// The head of what "and" joins to the base phrase.
    fn conjunct(&self) -> Option<usize> {
        let and = self.phrase.core.end;
        if self.scan.tags.get(and) != Some(&Tag::Coordinator) {
            return None;
        }
        (and + 1..self.scan.tags.len()).take_while(|&i| self.scan.tags[i].is_nominal()).last()
    }

    /// Whether the claim is a statement, belief or judgement, rather than something that happened to the group.
    fn is_judgement(&self) -> bool {
        let stated = self.claim.attribution.is_some();
        let said = self.claim.cue.act.class();
        let of_matter = |lemma: &str| {
            matches!(
                lemma,
                "talk"
                    | "talk about"
                    | "talk of"
                    | "speak"
                    | "discuss"
                    | "continue"
                    | "chant"
                    | "hold"
                    | "boo"
                    | "heckle"
                    | "cheer"
                    | "applaud"
                    | "celebrate"
                    | "greet"
            ) || said == VerbClass::Belief && (lemma.ends_with(" about") || lemma.ends_with(" of"))
        };
        if matches!(self.claim.cue.act, Act::Verb { lemma, .. } if of_matter(lemma)) {
            return false;
        }
        match self.claim.cue.act {
            Act::Source => matches!(self.scan.p.lower(self.claim.cue.tokens.start), "according" | "per" | "in"),
            Act::Content => true,
            Act::Verb { class, lemma, .. } => match class {
                VerbClass::Speech
                | VerbClass::Manner
                | VerbClass::Assertion
                | VerbClass::Denial
                | VerbClass::Request
                | VerbClass::Naming => stated || WITHOUT_CONTENT.contains(&lemma) || self.has_clause(),
                // "Analysts expect cuts", "many see another motive": a judgement in the present.
                VerbClass::Belief | VerbClass::Perception | VerbClass::Intention
                    if matches!(
                        self.scan.p.lower(self.claim.cue.tokens.start),
                        "expect" | "see" | "fear" | "doubt"
                    ) =>
                {
                    self.scan.tags.get(self.claim.cue.tokens.end).is_some_and(|t| t.is_nominal() || *t == Tag::Adverb)
                }
                VerbClass::Belief => self.has_clause() || stated && self.is_behind(),
                VerbClass::Perception => stated,
                VerbClass::Intention | VerbClass::Stance | VerbClass::Show => false,
            },
        }
    }

    /// Whether the cue closes its sentence, so that the content stands before it.
    fn is_behind(&self) -> bool {
        let after = self.claim.cue.tokens.end.max(self.phrase.tokens.end);
        self.scan.tags.get(after).is_none_or(|t| matches!(t, Tag::Mark | Tag::Comma | Tag::Quote))
    }

    /// Whether a clause follows the cue: "believe the bill is", "say that".
    fn has_clause(&self) -> bool {
        let (start, sentence) =
            (self.claim.cue.tokens.end, self.view.sentence(self.claim.paragraph, self.claim.cue.tokens.start));
        let finite = |i: usize| matches!(self.scan.tags[i], Tag::Verb | Tag::Auxiliary);
        let subject = self.scan.tags.get(start).is_some_and(|t| t.is_nominal() || *t == Tag::Pronoun);
        let telling = matches!(self.claim.cue.act, Act::Verb { class, share, .. }
            if class == VerbClass::Belief || share.is_none_or(|s| s >= TELLING));
        self.scan.p.lower(start) == "that"
            || telling && subject && (start..sentence.end).take_while(|&i| self.scan.tags[i] != Tag::Comma).any(finite)
    }

    /// Shares of those whom a survey asked are counted people.
    fn is_survey(&self) -> bool {
        let here = self.view.sentence(self.claim.paragraph, self.phrase.core.start);
        self.view.has_word(self.claim.paragraph, &here, &["survey", "poll", "surveyed", "polled", "respondents", "%"])
    }

    /// Researchers whose study the article tells of.
    fn wrote_a_study(&self) -> bool {
        const STUDY: &[&str] = &["study", "studies", "journal", "paper", "research", "findings", "published"];
        const AUTHORS: &[&str] = &[
            "researchers",
            "scientists",
            "authors",
            "astronomers",
            "biologists",
            "physicists",
            "chemists",
            "engineers",
        ];
        let head = self.head();
        let from = self.claim.paragraph.saturating_sub(1);
        let to = self.view.scans.len().min(self.claim.paragraph + 3);
        (AUTHORS.contains(&head) || head.ends_with("ologists"))
            && (from..to).any(|p| {
                let all = 0..self.view.scans[p].tags.len();
                self.view.has_word(p, &all, STUDY)
            })
    }

    /// "according to Wall Street".
    fn metonym(&self, n: NameIndex) -> Option<Kept> {
        let name = &self.scan.names[n].tokens;
        let words: Vec<&str> = name.clone().map(|i| self.scan.p.lower(i)).collect();
        let speaks = self.claim.cue.act == Act::Source;
        (speaks && METONYMS.contains(&words.as_slice())).then_some(Kept::Vague)
    }

    /// "others", "many" where they were taken for pronouns.
    fn indefinite_pronoun(&self) -> Option<Kept> {
        let pronoun = matches!(self.claim.source.head, Head::Pronoun(_)) && PRONOUNS.contains(&self.head());
        (pronoun && self.is_judgement() && !self.is_listed()).then_some(Kept::Vague)
    }

    /// The base phrase with what describes it: "others in the industry", "people familiar with the matter".
    fn trigger(&self) -> Range<usize> {
        let core = self.core();
        if let Some(knowledge) = self.knowledge() {
            return core.start..knowledge.end;
        }
        let end = self.phrase.tokens.end;
        let plain = core.end < end
            && end - core.end <= 8
            && matches!(self.scan.tags[core.end], Tag::Preposition | Tag::Coordinator)
            && (core.end..end).all(|i| {
                self.scan.tags[i].is_nominal() || matches!(self.scan.tags[i], Tag::Preposition | Tag::Coordinator)
            });
        if plain { core.start..end } else { core }
    }
}
