//! The form of the lists, and what must come out of them.

use std::collections::BTreeMap;

use super::load::list;
use super::*;
use crate::english::{self, LISTS};
use crate::text::Paragraph;

#[test]
fn lists_are_sorted_lower_case_and_say_where_they_come_from() {
    for name in LISTS {
        let text = english::list(name);
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        assert!(head.len() >= 3 && text.contains("# Origin: ") && text.contains("Licence: "), "{name}: header");
        let keys: Vec<&str> = list(name).map(|entry| entry.key).collect();
        assert!(keys.len() > 20, "{name}: {} entries", keys.len());
        for pair in keys.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
        }
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line, line.to_lowercase(), "{name}");
            assert!(
                !line.contains('’') && !line.contains("  ") && line.trim() == line && !line.is_empty(),
                "{name}: {line:?}"
            );
        }
    }
}

/// An entry of other tokens than a text has would never be found. Patterns ("(a/one) source") and endings ("it’s") are taken apart on loading.
#[test]
fn entries_are_what_a_text_is_cut_into() {
    for name in LISTS {
        for entry in list(name).filter(|entry| !entry.key.contains(['/', '(', '\''])) {
            // Abbreviations are some with a capital only, and with something behind their dot.
            let capital =
                |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect();
            let words: Vec<String> = entry.key.split(' ').map(capital).collect();
            let paragraph = Paragraph::new(&format!("{} 3", words.join(" ")));
            let tokens: Vec<&str> = (0..paragraph.tokens.len() - 1).map(|i| paragraph.lower(i)).collect();
            assert_eq!(tokens.join(" "), entry.key, "{name}");
        }
    }
}

#[test]
fn columns_hold_known_values_only() {
    let allowed: BTreeMap<&str, &[&str]> = [
        ("reporting-verbs", CLASSES),
        ("reporting-phrasal", CLASSES),
        ("attribution-phrases", &["source", "content", "prompt", "silence"]),
        ("anonymity-phrases", &["terms", "reason", "knowledge", "bare"]),
        ("evidentials", &["claim", "legal", "seem", "believe", "name", "forecast"]),
        ("unverified-phrases", &["unproven", "false", "disputed"]),
        ("evidence-phrases", &["study", "data", "media", "document", "expert", "authority"]),
        ("rebuttal-words", &["verb", "noun", "adjective", "phrase"]),
        ("given-names", &["m", "f", "u"]),
        ("titles", &["m", "f", "-"]),
        ("roles", &["m", "f", "-"]),
        ("relations", &["m", "f", "-"]),
        ("name-parts", &["particle", "suffix"]),
        ("months-and-days", &["month", "day"]),
        ("organisation-words", &["head", "suffix"]),
    ]
    .into();
    for (name, values) in allowed {
        for entry in list(name) {
            assert!(values.contains(&entry.column(0)), "{name}: {} has {:?}", entry.key, entry.column(0));
        }
    }
}

const CLASSES: &[&str] = &[
    "speech",
    "manner",
    "assertion",
    "belief",
    "intention",
    "perception",
    "denial",
    "request",
    "naming",
    "stance",
    "show",
];

#[test]
fn frames_are_known_letters_in_order() {
    for name in ["reporting-verbs", "reporting-phrasal"] {
        for entry in list(name) {
            let letters: Vec<char> = entry.column(1).chars().collect();
            assert!(letters == ['-'] || letters.iter().all(|letter| "dinoqtw".contains(*letter)), "{}", entry.key);
            assert!(letters.is_sorted() && !letters.is_empty(), "{name}: {}", entry.key);
        }
    }
}

/// All phrases that a pattern stands for.
fn expanded(pattern: &str) -> Vec<String> {
    let mut done = vec![String::new()];
    for word in pattern.split(' ') {
        let optional = word.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
        let kept = if optional.is_some() { done.clone() } else { Vec::new() };
        let choices = optional.unwrap_or(word);
        done =
            done.iter().flat_map(|start| choices.split('/').map(move |choice| format!("{start} {choice}"))).collect();
        done.extend(kept);
    }
    done
}

#[test]
fn patterns_are_well_formed_and_never_contradict_each_other() {
    for name in ["anonymity-phrases", "attribution-phrases", "evidence-phrases", "evidentials", "unverified-phrases"] {
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        for entry in list(name) {
            let words: Vec<&str> = entry.key.split(' ').collect();
            assert!(words.iter().any(|word| !word.starts_with('(')), "{name}: {} can be empty", entry.key);
            let closed =
                |word: &&str| word.starts_with('(') == word.ends_with(')') && !word.split('/').any(str::is_empty);
            assert!(words.iter().all(closed), "{name}: {}", entry.key);
            for phrase in expanded(entry.key) {
                let other = *known.entry(phrase).or_insert(entry.column(0));
                assert_eq!(other, entry.column(0), "{name}: {}", entry.key);
            }
        }
    }
}

#[test]
fn every_class_name_in_the_closed_classes_is_a_class() {
    for entry in list("closed-classes") {
        for name in entry.column(0).split(' ') {
            assert!(!Classes::by_name(name).is_empty(), "{}: {name}", entry.key);
        }
    }
}

#[test]
fn lists_do_not_contradict_each_other() {
    let has = |name: &str, key: &str| list(name).any(|entry| entry.key == key);
    for entry in list("verbs") {
        assert!(!has("reporting-verbs", entry.key), "{} is a reporting verb", entry.key);
    }
    for entry in list("adverbs").chain(list("adjectives")) {
        assert!(!has("pronouns", entry.key), "{} is a pronoun", entry.key);
    }
    for entry in list("reporting-verbs") {
        for share in [entry.column(2), entry.column(3)] {
            assert!(matches!(share, "" | "-") || share.parse::<u8>().is_ok_and(|share| share <= 100), "{}", entry.key);
        }
    }
    for entry in list("given-names") {
        assert!(!has("closed-classes", entry.key) || ["will", "may"].contains(&entry.key), "{}", entry.key);
        assert!(Lexicon::english().reporting_verb(entry.key).is_none_or(|verb| verb.lemma != "say"), "{}", entry.key);
    }
}

#[test]
fn frequent_verbs_come_with_all_forms() {
    let lexicon = Lexicon::english();
    for (word, lemma) in [
        ("said", "say"),
        ("says", "say"),
        ("told", "tell"),
        ("wrote", "write"),
        ("written", "write"),
        ("added", "add"),
        ("tweeted", "tweet"),
        ("quipped", "quip"),
        ("denied", "deny"),
        ("rebutted", "rebut"),
        ("admitted", "admit"),
        ("criticised", "criticize"),
        ("criticized", "criticize"),
        ("emphasising", "emphasize"),
        ("thought", "think"),
        ("felt", "feel"),
        ("knew", "know"),
        ("found", "find"),
        ("labelled", "label"),
        ("labeled", "label"),
        ("signalled", "signal"),
        ("swore", "swear"),
        ("begged", "beg"),
        ("vowed", "vow"),
        ("tipped", ""),
        ("ran", ""),
    ] {
        let found = lexicon.reporting_verb(word).map_or("", |verb| verb.lemma);
        assert_eq!(found, lemma, "{word}");
        assert!(lexicon.word(word).has(Classes::VERB), "{word}");
    }
}

#[test]
fn one_form_belongs_to_one_reporting_verb() {
    let mut owner: BTreeMap<String, &str> = BTreeMap::new();
    let lexicon = Lexicon::english();
    for entry in list("reporting-verbs") {
        let verb = lexicon.reporting_verb(entry.key).unwrap();
        assert!(verb.forms.has(Forms::BASE), "{}", entry.key);
        let other = owner.insert(entry.key.to_owned(), verb.lemma);
        assert!(other.is_none() && verb.lemma == entry.key, "{}: also a form of {}", entry.key, verb.lemma);
    }
}

#[track_caller]
fn phrase(text: &str, expected: PhraseClass, words: usize) {
    let tokens: Vec<&str> = text.split(' ').collect();
    assert_eq!(Lexicon::english().phrase_at(&tokens), Some((expected, words)), "{text}");
}

#[test]
fn phrases_by_kind() {
    phrase("on condition of anonymity because", PhraseClass::AnonymityTerms, 4);
    phrase("familiar with the matter said", PhraseClass::AnonymityKnowledge, 4);
    phrase("reportedly left", PhraseClass::EvidentialClaim, 1);
    phrase("allegedly left", PhraseClass::EvidentialLegal, 1);
    phrase("were widely seen as weak", PhraseClass::EvidentialBelief, 4);
    phrase("commonly known as", PhraseClass::EvidentialName, 3);
    phrase("is set to rise", PhraseClass::EvidentialForecast, 3);
    phrase("appear to be", PhraseClass::EvidentialSeem, 3);
    phrase("unsubstantiated claims online", PhraseClass::Unproven, 2);
    phrase("without evidence that", PhraseClass::Unproven, 2);
    phrase("couldn’t be verified", PhraseClass::Unproven, 3);
    phrase("studies show that", PhraseClass::EvidenceStudy, 2);
    phrase("local media reported on", PhraseClass::EvidenceMedia, 3);
    phrase("was quoted as saying he", PhraseClass::Content, 4);
    phrase("declined to comment on", PhraseClass::NoComment, 3);
    phrase("when asked about it", PhraseClass::Prompt, 3);
    assert_eq!(Lexicon::english().phrase_at(&["the", "harbour"]), None);
}

#[test]
fn apostrophes_of_both_kinds_are_one() {
    let lexicon = Lexicon::english();
    assert_eq!(lexicon.word("didn’t"), lexicon.word("didn't"));
    assert!(lexicon.word("didn’t").has(Classes::DO | Classes::NEGATION));
    assert_eq!(lexicon.longest(&["sheriff", "’s", "deputy"], PhraseClass::Role), Some(3));
}

#[test]
fn nouns_and_titles_tell_gender_and_number() {
    let lexicon = Lexicon::english();
    assert_eq!(lexicon.role("chairmen"), Some(Gender::Male));
    assert_eq!(lexicon.relation("brothers-in-law"), Some(Gender::Male));
    assert_eq!(lexicon.title("mrs"), Some(Gender::Female));
    assert!(lexicon.word("critics").has(Classes::GROUP | Classes::VAGUE));
    assert!(lexicon.word("officials").has(Classes::GROUP | Classes::OFFICIAL | Classes::ANONYMOUS));
    assert_eq!(lexicon.singular("spokespeople"), Some("spokesperson"));
    assert_eq!(lexicon.longest(&["lt.", "gov.", "dale"], PhraseClass::Title), Some(2));
}

#[test]
fn half_built_lists_are_finished_whole() {
    let whole = Box::<Loading>::default().finish();
    let mut parts = 1;
    while {
        let mut loading = Box::<Loading>::default();
        let left = (0..parts).all(|_| loading.step());
        let lexicon = loading.finish();
        assert_eq!(lexicon.words, whole.words, "after {parts} parts");
        assert_eq!(lexicon.singulars, whole.singulars, "after {parts} parts");
        assert_eq!(lexicon.phrasal_verbs.len(), whole.phrasal_verbs.len(), "after {parts} parts");
        left
    } {
        parts += 1;
    }
    assert!(parts > 5, "only {parts} parts: a page would wait for each of them");
}

#[test]
fn the_rules_find_every_list_of_words_that_they_name() {
    let lines: Vec<_> = list("rule-words").collect();
    for line in &lines {
        let listed = Listed::new(line.key);
        assert!(line.column(0).split(' ').all(|word| listed.contains(word)), "{}", line.key);
    }
    // What the code names is in the file, and the file has nothing else.
    let mut named: Vec<String> = Vec::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let code = std::fs::read_to_string(path).unwrap();
                let listed = code.split("= Listed::new(\"").skip(1).filter_map(|rest| rest.split('"').next());
                named.extend(listed.map(str::to_owned));
            }
        }
    }
    named.sort();
    assert_eq!(named, lines.iter().map(|line| line.key).collect::<Vec<_>>());
}
