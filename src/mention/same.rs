//! Which names can be one entity's: "Quill" and "Dr. Ada Quill", "VG&E" and "Vell Gas & Electric".

use crate::text::Words;

use super::category::Category;
use super::entity::Entity;
use super::opening::Opening;

impl Entity {
    /// The words by which a name can be found to continue another, or be continued: the first and the last one, with
    /// and without what does not count.
    pub(super) fn own_keys(&self) -> Vec<String> {
        let person = || self.words.iter().filter(|w| !is_suffix(w));
        let body = self.words.iter().find(|w| !is_body_filler(w));
        let mut keys: Vec<String> = person()
            .next()
            .into_iter()
            .chain(person().next_back())
            .chain(body)
            .chain(self.words.first())
            .cloned()
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// All words under which this entity is looked for: its own, its parts with a hyphen, its abbreviations.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = self.own_keys();
        keys.extend(self.words.iter().filter(|w| w.contains('-')).cloned());
        let initials: Vec<char> = self.initials().chars().take(12).collect();
        for start in 0..initials.len() {
            keys.extend((start + 3..=initials.len()).map(|end| initials[start..end].iter().collect()));
        }
        keys.push(initials.into_iter().collect());
        keys.extend(self.abbreviations.iter().cloned());
        // "VG&E" is looked for by what stands before its mark.
        keys.extend(self.initials().split_once('&').map(|(before, _)| before.to_owned()));
        keys
    }

    /// Whether `new` can be another form of this entity's name. Whatever this accepts must share one of
    /// [`keys`](Self::keys).
    pub(super) fn can_be(&self, new: &Self) -> bool {
        if !self.is_of(new) {
            return false;
        }
        // "Gordon" for "Rachel Gordon": a given name that stands as a surname tells no gender.
        if !self.gender.agrees(new.gender) && (new.titled || !new.is_surname_of(self)) {
            return false;
        }
        // A lone surname may look like anything ("Hill", "Bank", "London").
        let surname = |e: &Self| {
            // "QUILL:" in a transcript is no acronym.
            e.words.len() == 1
                && e.category == Category::Organization
                && (e.name.chars().any(char::is_lowercase) || e.name.chars().count() > 2)
        };
        let person =
            |e: &Self| matches!(e.category, Category::Person | Category::Unknown | Category::Place) || surname(e);
        // "AQ: It leaked." of Ada Quill.
        if new.opening == Opening::Initials && self.is_known_person() && new.words.first() == Some(&self.initials()) {
            return true;
        }
        let body = |e: &Self| matches!(e.category, Category::Organization | Category::Unknown | Category::AiModel);
        (matches!(self.category, Category::Person | Category::Unknown) && person(new) && self.is_same_person(new))
            || (body(self) && body(new) && self.is_same_body(new))
    }

    /// Whether nothing says that two ministries are those of two countries.
    pub(super) fn is_of(&self, new: &Self) -> bool {
        new.owner.is_none() || self.owner.is_none() || new.owner == self.owner
    }

    /// Whether this is a person of several names whose surname is `word`.
    pub(super) fn is_person_called(&self, word: &str) -> bool {
        let surname = self.words.iter().rfind(|w| !is_suffix(w));
        self.category == Category::Person && self.words.len() > 1 && surname.is_some_and(|s| s == word)
    }

    /// Whether this is one word, and the last of another's several.
    pub(super) fn is_surname_of(&self, other: &Self) -> bool {
        self.words.len() == 1
            && other.words.len() > 1
            && other.words.iter().rfind(|w| !is_suffix(w)) == self.words.first()
    }

    /// Whether this is surely a person, by title or given name.
    pub(super) fn is_known_person(&self) -> bool {
        self.category == Category::Person && (self.opening == Opening::Given || self.titled)
    }

    pub(super) fn is_same_person(&self, new: &Self) -> bool {
        let core = |words: &[String]| -> Vec<String> { words.iter().filter(|w| !is_suffix(w)).cloned().collect() };
        let (a, b) = (core(&self.words), core(&new.words));
        // "Karl Quill Jr." behind "Karl Quill" is his son.
        let junior = |words: &[String]| words.last().is_some_and(|w| w == "jr");
        if b.len() > 1 && junior(&new.words) && !junior(&self.words) && a.len() > 1 {
            return false;
        }
        let (Some(first_a), Some(first_b), Some(last_a), Some(last_b)) = (a.first(), b.first(), a.last(), b.last())
        else {
            return false;
        };
        match (a.len(), b.len()) {
            (_, 1) => {
                a.len() > 1
                    && (last_b == last_a
                        || first_b == first_a
                        || (b[0].contains('-') && a.contains(&b[0]))
                        || self.abbreviations.contains(&b[0]))
            }
            (1, _) => false,
            // "Mr. Vale Quill" of "Adolfo Vale Quill": a surname of two words.
            (3.., 2) if new.titled && a.ends_with(&b) => true,
            // "Von der Quill" of "Ursula von der Quill".
            (3.., 2..) if PARTICLES.contains(first_b.as_str()) && a.ends_with(&b) => true,
            // "Ada Quill" and "Ada M. Quill"; "A. Quill".
            _ => {
                last_a == last_b
                    && (first_a == first_b
                        || (first_a.chars().count() == 1 || first_b.chars().count() == 1)
                            && !self.relative
                            && !new.relative
                            && first_a.chars().next() == first_b.chars().next())
            }
        }
    }

    pub(super) fn is_same_body(&self, new: &Self) -> bool {
        let core = |words: &[String]| -> Vec<String> { words.iter().filter(|w| !is_body_filler(w)).cloned().collect() };
        let (a, b) = (core(&self.words), core(&new.words));
        if a.is_empty() || b.is_empty() {
            return false;
        }
        if a == b {
            return true;
        }
        // "CDC" for "Port Vell Centre for Disease Control": an acronym may leave the first words out.
        if b.len() == 1
            && (self.initials() == b[0]
                || (b[0].len() > 2 && self.initials().contains(&b[0]) && new.category == Category::Organization)
                || self.abbreviations.contains(&b[0]))
        {
            return true;
        }
        // "VG&E" for "Vell Gas & Electric", "Norlandic CHS" for "Norlandic Centre for Harbour Safety and Prevention".
        let joint = b.concat();
        if b.iter().any(|w| w == "&") && joint.len() > 3 && self.initials() == joint {
            return true;
        }
        if let ([first, acronym], [same, rest @ ..]) = (b.as_slice(), a.as_slice())
            && first == same
            && acronym.len() > 2
            && initials(rest).starts_with(acronym.as_str())
        {
            return true;
        }
        // "Quill" for "Quill Marine Holdings": the beginning of a name, unless it is a place or an everyday word.
        new.category != Category::Place
            && b.len() < a.len()
            && a.starts_with(&b)
            && (self.category == Category::Organization || self.category == Category::AiModel && is_version(&a))
            && self.opening != Opening::Maker
            && !(b.len() == 1 && b[0].len() < 4)
    }

    /// "Port Vell Harbour Board" → "pvhb".
    pub(super) fn initials(&self) -> String {
        initials(&self.words)
    }
}

/// With which a surname can begin.
const PARTICLES: Words = Words::new("al bin da dal de del della den der di du el la le van von");

/// "Jr.", "MP": what stands behind a name.
pub(super) fn is_suffix(word: &str) -> bool {
    const { Words::new("jr sr ii iii iv cbe kbe kc mbe md mep mp ms msp obe phd qc") }.contains(word)
}

/// The first letters of all words but the smallest.
fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter(|w| !const { Words::new("of for the and on in inc co corp") }.contains(w))
        .filter_map(|w| w.chars().next())
        .collect()
}

/// "Lumen 3" goes on as "Lumen".
fn is_version(words: &[String]) -> bool {
    matches!(words, [_, version] if version.starts_with(|c: char| c.is_ascii_digit()))
}

/// Words that an organisation's name can lose.
fn is_body_filler(word: &str) -> bool {
    const { Words::new("the inc corp co ltd plc llc") }.contains(word)
}
