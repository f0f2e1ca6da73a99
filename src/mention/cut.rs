//! Where a name begins in a run of capitalised words: behind the titles, roles and whatever else has a capital in front of it.

use std::ops::Range;

use super::category::{Category, category, is_given};
use super::compound::behind_body;
use super::name::{Name, is_members, is_role};
use super::tag::Tag;
use super::{COMMON, ORGANIZATION};
use crate::lexicon::{Classes, Gender, Lexicon, Listed, PhraseClass};
use crate::text::{Case, Paragraph, Words};

/// What is no part of the name behind it, though it has a capital.
const CALLS: Words = Words::new("hello hey hi oh ok okay said says");

/// Ranks whose letters are those of bodies elsewhere.
const RANKS: Words = Words::new("acp aig asp cp dcp dig dsp ig igp sp");

/// Offices that a capital makes nobody's name.
static OFFICES: Listed = Listed::new("cut-offices");

/// "Vellport-based": a compound that says where somebody or something is from, or whose it is.
fn is_seat(word: &str) -> bool {
    let last = word.rsplit_once('-').map(|(_, last)| last);
    last.is_some_and(|last| {
        const { Words::new("backed based born controlled led listed owned raised run") }.contains(last)
    })
}

/// A run of capitalised words that is being cut.
pub(super) struct Cut<'a> {
    p: &'a Paragraph,
    tags: &'a [Tag],
    lexicon: &'a Lexicon,
    run: Range<usize>,
    /// Where the name begins, as far as that is known.
    start: usize,
    /// Where the title or role before it begins.
    prefix: usize,
    /// Whether there is a title.
    title: bool,
    /// The gender that the title tells.
    gender: Gender,
    /// Whether the run is the name of an association of people with a role.
    members: bool,
}

impl<'a> Cut<'a> {
    pub(super) fn new(p: &'a Paragraph, tags: &'a [Tag], lexicon: &'a Lexicon, run: Range<usize>) -> Self {
        // "the Attorney’s Office for …": an office keeps its title.
        let members = is_members(p, lexicon, run.start)
            && !(run.start + 2..run.end).any(|i| i + 1 < run.end && is_given(p, lexicon, i));
        let (start, prefix) = (run.start, run.start);
        Self { p, tags, lexicon, run, start, prefix, title: false, gender: Gender::Unknown, members }
    }

    /// The name in the run; none where there are only titles.
    pub(super) fn name(mut self) -> Option<Name> {
        let modifier = matches!(self.tags.get(self.run.end), Some(Tag::Noun | Tag::Adjective));
        // "St. Marsh" is a place, "Saint Marsh" perhaps a person: neither is a Marsh with a title.
        if self.run.len() == 2
            && const { Words::new("st ste mt ft") }.contains(self.p.lower(self.start).trim_end_matches('.'))
        {
            let (category, gender) = (Category::Place, Gender::Unknown);
            return Some(Name { tokens: self.run, category, gender, modifier, prefix: self.prefix });
        }
        self.leave_titles();
        self.leave_complement();
        self.leave_opening();
        if self.start >= self.run.end || self.is_kind() || self.is_title_only() || self.is_told_by_place() {
            return None;
        }
        let tokens = self.start..self.run.end;
        // "the Quillmark Vellsin": people have no article.
        let definite = self.is_definite(self.start) && tokens.len() > 1 && !self.is_given(self.start);
        let category = match category(self.p, self.lexicon, &tokens, self.title) {
            _ if self.members => Category::Organization,
            Category::Person if definite && !self.title => Category::Unknown,
            told => told,
        };
        let gender = match (category, self.gender) {
            (Category::Person, Gender::Unknown) => {
                self.lexicon.given_name_gender(self.p.lower(self.start)).unwrap_or_default()
            }
            (Category::Person, told) => told,
            _ => Gender::Unknown,
        };
        Some(Name { tokens, category, gender, modifier, prefix: self.prefix })
    }

    /// Leaves out titles, and roles where they stand for one.
    fn leave_titles(&mut self) {
        // "Moody's Vice President Ada Quill": the ending of a firm's name.
        let first = [self.p.lower(self.run.start), self.p.lower(self.run.start + 1)];
        let firm = self.lexicon.longest(&first, PhraseClass::Organization) == Some(2);
        let office = self.members || self.run.clone().skip(2 * usize::from(firm)).any(|i| self.p.is(i, "'s"));
        for i in self.run.clone() {
            let classes = self.classes(i);
            // "Fan Quill": a bare role counts as a title only before a full name, as an acronym ("CEO Quill"), or of several ("Neighbours Ada").
            let several = |i: usize| self.classes(i).has_any(Classes::PLURAL) && self.is_given(i + 1);
            let upper = self.p.tokens[i].case == Case::Upper;
            // "Brothers Tom and Karl Quill".
            let kin = classes.has(Classes::RELATION) && several(i);
            let role = kin || self.is_role(i) && (self.run.len() > 2 || upper || several(i));
            let left = self.run.end - i - 1;
            // "Pro Tem Quill", "DSP Ada Quill": what is a rank only before a name.
            let rank = left > 1 && i == self.run.start && self.p.is_one(i, &RANKS);
            let tem = rank || i > self.run.start && matches!(self.p.lower(i), "tem" | "tempore");
            // "Det Con Quill".
            let tem = tem || i > self.run.start && self.p.is(i, "con") && self.p.is(i - 1, "det");
            // "Dr. (Mrs) Ada Quill".
            let bracket = i > self.run.start && i == self.start && self.p.is(i, ")");
            let titled = (classes.has_any(Classes::TITLE) || role || tem) && !self.is_initial(i) || bracket;
            // "Dean Vale": a role that is a given name too stays where it would be all of the given name.
            let is_first_name = classes.has_any(Classes::GIVEN_NAME)
                && left <= 1
                && !self.p.word(i).ends_with('.')
                && self.p.tokens[i].case == Case::Title;
            let body = || self.heads_organization(i..self.run.end) || self.is_body_of(i..self.run.end);
            // "Mr. Band".
            let surname = left == 1 && self.calls_surname(i);
            // "Osman Sheikh Quill".
            let middle = left == 1 && i > self.start && self.is_given(i - 1);
            // "the Divers Council".
            // "Vell Local Government".
            let titled = titled
                && !middle
                && !(classes.has_any(Classes::PLURAL) && self.classes(i + 1).has(Classes::ORG_HEAD))
                && self.p.lower(i) != "local"
                && !self.is_matter_of_body(i);
            if titled && !office && left > 0 && !is_first_name && (surname || !body()) {
                self.title = true;
                let told = Gender::of_classes(classes);
                if told != Gender::Unknown {
                    self.gender = told;
                }
                self.start = i + 1;
            }
        }
    }

    /// Leaves out what belongs to a role before the name.
    fn leave_complement(&mut self) {
        let end = self.run.end;
        // "Director of Public Prosecution Eva Vale": behind the role's own complement the name begins with a given name.
        if self.title && matches!(self.p.lower(self.start), "of" | "for" | "on") {
            let given = (self.start + 1..end).find(|&i| self.is_given(i) && i + 1 < end);
            let body = || behind_body(self.p, self.lexicon, self.start..end);
            self.start = given.or_else(body).or_else(|| self.behind_matter(self.start + 1..end)).unwrap_or(end);
        }
        // "Vice President for Student | Affairs Ada Quill".
        let matter = self.title
            && end - self.start > 2
            && self.classes(self.start).has_any(COMMON)
            && !self.is_given(self.start)
            && self.is_given(self.start + 1);
        self.start += usize::from(matter);
        // "ambassador to Britain Ada Quill": the country belongs to the role.
        if !self.title
            && end - self.start >= 3
            && self.start > 0
            && self.tags[self.start - 1] == Tag::Preposition
            && self.classes(self.start).has_any(Classes::PLACE)
            && !self.heads_organization(self.start..end)
        {
            self.begin(self.start + 1);
        }
        // "ambassador to Port Vell Ada Quill", "head of the Harbour Council Ada Quill".
        let article = usize::from(self.is_definite(self.start));
        let tied = self.start.checked_sub(1 + article).filter(|&i| i > 0 && self.tags[i] == Tag::Preposition);
        // "secretary of state for Harbours Ada Quill".
        let office = |i: usize| self.is_role(i - 1) || i > 2 && self.p.is(i - 2, "of") && self.is_role(i - 3);
        if !self.title && tied.is_some_and(office) {
            let given = (self.start + 1..end - 1).find(|&i| self.is_given(i));
            let given = given.or_else(|| behind_body(self.p, self.lexicon, self.start..end));
            let of = tied.is_some_and(|i| self.p.is(i, "of"));
            let given = given.or_else(|| self.behind_matter(self.start..end).filter(|_| of));
            let to = tied.is_some_and(|i| self.p.is(i, "to"));
            let given = given.or_else(|| self.behind_place(self.start..end).filter(|_| to));
            self.begin(given.filter(|_| !self.heads_organization(self.start..end)).unwrap_or(self.start));
        }
    }

    /// Leaves out a first word that has its capital from the sentence, or only describes.
    fn leave_opening(&mut self) {
        if self.start >= self.run.end {
            return;
        }
        // "Mispronouncing Ada Quill", "Asked Ada Quill".
        let begins = self.p.begins_sentence(self.start) || (self.start > 0 && self.tags[self.start - 1] == Tag::Quote);
        let first = self.classes(self.start);
        if !self.title
            && self.run.end - self.start >= 3
            && begins
            && !first.has_any(Classes::GIVEN_NAME | ORGANIZATION)
            && (self.p.lower(self.start).ends_with("ing") || first.has_any(Classes::VERB))
            && self.is_given(self.start + 1)
        {
            self.begin(self.start + 1);
        }
        // "Hey Ada", "Says Ada Quill": in title case and in what is called out.
        if self.start == self.run.start && self.p.is_one(self.start, &CALLS) {
            self.begin(self.start + 1);
        }
        let describes = !self.title && self.start < self.run.end && self.is_description(begins);
        self.start += usize::from(describes);
    }

    /// The name and its title begin here.
    fn begin(&mut self, start: usize) {
        self.start = start;
        self.prefix = start;
    }

    fn classes(&self, i: usize) -> Classes {
        self.lexicon.word(self.p.lower(i))
    }

    fn is_given(&self, i: usize) -> bool {
        is_given(self.p, self.lexicon, i)
    }

    fn is_role(&self, i: usize) -> bool {
        is_role(self.p, self.lexicon, i)
    }

    /// Whether "the" stands before a word.
    fn is_definite(&self, i: usize) -> bool {
        i > 0 && self.p.is(i - 1, "the")
    }

    /// "Chinese officials", "an African-American", "AI models": no names.
    fn is_kind(&self) -> bool {
        let last = self.p.lower(self.start).rsplit('-').next().unwrap_or_default();
        let one = |i: usize| self.p.is_one(i, &const { Words::new("a an another one") });
        let led = self.run.start.checked_sub(1).is_some_and(one);
        // "A GP", "one Tory MP", "the San Bruno-based company": what somebody is.
        let end = self.run.end;
        let acronym = led && self.run.len() < 3 && self.p.tokens[end - 1].case == Case::Upper && self.is_role(end - 1);
        let based = is_seat(self.p.lower(end - 1)) && self.tags.get(end) == Some(&Tag::Noun);
        acronym
            || based
            || self.is_member()
            || self.run.end - self.start == 1
                && self.lexicon.word(last).has_any(Classes::DEMONYM | Classes::AI_NOUN)
                // "a Dane called Ada Quill".
                && (led || !self.classes(self.start).has_any(Classes::GIVEN_NAME))
                && !(self.p.lower(self.start).starts_with("pan-") && self.tags.get(end) == Some(&Tag::Verb))
    }

    /// "Harbour MP and former diver Ada Quill", "the Labour MP", "the Democrat": whose seat or party it is, and no name.
    fn is_member(&self) -> bool {
        let (run, last) = (&self.run, self.run.end - 1);
        let known = |i: usize| self.classes(i).has_any(Classes::PLACE | Classes::DEMONYM | ORGANIZATION);
        let office = self.p.tokens[last].case == Case::Upper && self.classes(last).has(Classes::TITLE);
        let party =
            run.len() == 1 && self.p.is_one(last, &const { Words::new("conservative democrat republican tory") });
        let tory = self.p.is(run.start, "tory");
        let seat = run.len() == 2 && (tory || !self.is_given(run.start)) || (run.start..last).all(known);
        office && run.len() > 1 && seat || party && self.is_definite(run.start)
    }

    /// "the Vellmark Republican", "the Vellmark Premier": says what somebody is.
    fn is_told_by_place(&self) -> bool {
        let run = &self.run;
        let led = run.start > 0 && self.p.is_one(run.start - 1, &const { Words::new("the a an another fellow") });
        // "according to The Vellmark Reporter": a paper.
        let paper = self.classes(run.end - 1).has(Classes::OUTLET) && led && self.p.word(run.start - 1) == "The";
        let led = led && !paper;
        let last = self.classes(run.end - 1);
        let place = |i: usize| self.classes(i).has_any(Classes::PLACE.with(Classes::DEMONYM));
        let title = last.has(Classes::TITLE) && !last.has(Classes::GIVEN_NAME);
        let office = || title && (run.start..run.end - 1).all(place);
        let party = matches!(self.p.lower(run.end - 1), "democrat" | "republican");
        led && (2..4).contains(&run.len()) && (party || office())
    }

    /// "Singer-guitarists Ada Quill", "Vell-based Quill Marine", "Canadian Ada Quill", "Drugmaker Quillow" at the beginning of a
    /// sentence: whether the first word only describes.
    fn is_description(&self, begins: bool) -> bool {
        let run = self.start..self.run.end;
        let (word, classes) = (self.p.lower(run.start), self.classes(run.start));
        let compound = word.rsplit_once('-').is_some_and(|(_, last)| {
            let last_classes = self.lexicon.word(last);
            let role = last_classes.has_any(Classes::ROLE) && !last_classes.has_any(Classes::GIVEN_NAME);
            // "Seven-year-old Ada Quill", "Mother-of-two Ada Quill".
            let aged = word.ends_with("-year-old") || word.contains("-of-");
            (role || aged) && run.len() > 2 || is_seat(word) && run.len() > 1
        });
        let demonym = classes.has_any(Classes::DEMONYM)
            && run.len() > 2
            && self.classes(run.start + 1).has_any(Classes::GIVEN_NAME);
        let kind = begins
            && run.len() == 2
            && classes.has_any(Classes::ORGANIZATION_NOUN)
            && !classes.has_any(ORGANIZATION | Classes::GIVEN_NAME)
            && !self.heads_organization(run.clone());
        // "Center Ada Quill": where she plays.
        let place = begins && word == "center" && run.len() > 2 && self.is_given(run.start + 1);
        compound || demonym || kind || place
    }

    /// "Minister of | Finance Quill Vale": where the name begins behind a matter, of two words that are no everyday ones.
    fn behind_matter(&self, run: Range<usize>) -> Option<usize> {
        let common = |i: usize| self.classes(i).has_any(COMMON);
        let matter = common(run.start) && !self.is_given(run.start);
        let name = run.len() == 3 && (run.start + 1..run.end).all(|i| self.tags[i] == Tag::Name && !common(i));
        (matter && name).then_some(run.start + 1)
    }

    /// "Ambassador to the | United States Jarn Quill": where the name begins behind a country.
    fn behind_place(&self, run: Range<usize>) -> Option<usize> {
        let words: Vec<&str> = run.clone().map(|i| self.p.lower(i)).collect();
        let name = run.start + self.lexicon.longest(&words, PhraseClass::Place)?;
        (name + 2 <= run.end).then_some(name)
    }

    /// Whether all from the start on are titles and roles, and nobody's name: "the Chief Inspector". Behind a courtesy ("Ms. Boxer")
    /// anything is a surname; lords and dames are no courtesy here, for "Lord Mayor" is an office.
    fn is_title_only(&self) -> bool {
        let (start, end) = (self.start, self.run.end);
        let titles = |i: usize| {
            let classes = self.classes(i);
            classes.has_any(Classes::TITLE | Classes::ROLE) && !classes.has_any(Classes::GIVEN_NAME)
        };
        // "the Privacy Commissioner", "the Finance Minister, Ada Quill".
        let office = self.p.is_one(end - 1, &OFFICES);
        let named = self.p.is(end, ",") && self.tags.get(end + 1) == Some(&Tag::Name);
        // "Its Publicity Secretary, Ada Quill".
        let owned = named && start > 0 && matches!(self.tags[start - 1], Tag::Possessive | Tag::PossessivePronoun);
        // "The state Harbour Relations Officer, Ada Quill".
        let led = start > 1 && self.tags[start - 1] == Tag::Noun && self.is_definite(start - 1);
        let named = named && (self.is_definite(start) || led);
        // "Vellmark Ambassador to Port Reed Ada Quill".
        let of_name = |i: usize| self.tags.get(i + usize::from(self.p.is(i, "the"))) == Some(&Tag::Name);
        let tied = end - start > 1 && titles(end - 1) && matches!(self.p.lower(end), "for" | "to") && of_name(end + 1);
        let definite = tied || self.is_definite(start) && office || named && titles(end - 1);
        if definite || owned && (office || titles(end - 1)) {
            return true;
        }
        // "the Chief of the Army, General Quill": behind the comma stands whose title it is.
        let of = (start + 1..end).find(|&i| self.p.is(i, "of"));
        let apposed = || self.p.is(end, ",") && self.classes(end + 1).has(Classes::TITLE);
        if self.is_definite(start) && of.is_some_and(|of| (start..of).all(titles)) && apposed() {
            return true;
        }
        // "the Foreign Minister".
        let words: Vec<&str> = (start..end).map(|i| self.p.lower(i)).collect();
        let whole = || words.len() > 1 && self.lexicon.longest(&words, PhraseClass::Title) == Some(words.len());
        !(start > self.run.start && self.calls_surname(start - 1)) && ((start..end).all(titles) || whole())
    }

    /// "Mr.": behind it stands a surname, whatever it looks like; behind "Dr." or "Lady" it may be a given name.
    fn calls_surname(&self, i: usize) -> bool {
        const { Words::new("mr mrs ms miss mx") }.contains(self.p.lower(i).trim_end_matches('.'))
    }

    /// "Ada M. Quill" is no Monsieur, and neither is "president M. Ada Quill".
    fn is_initial(&self, i: usize) -> bool {
        let led = i > self.run.start || i > 0 && self.is_role(i - 1) && self.run.len() > 2;
        led && self.p.word(i).trim_end_matches('.').len() == 1
    }

    /// "Prime Minister’s Office", "Attorney General of Texas", "Department": what follows a title makes an organisation of it.
    fn heads_organization(&self, range: Range<usize>) -> bool {
        let last = self.classes(range.end - 1);
        // "Minister Robert Hill", "Senator Hill": what is a newspaper’s name elsewhere is a surname here.
        let form = last.has_any(Classes::ORG_HEAD.with(Classes::ORG_SUFFIX));
        let titled = range.len() == 2 && self.classes(range.start).has(Classes::TITLE);
        let surname = !form && (titled || range.len() > 2 && self.is_given(range.end - 2));
        last.has_any(ORGANIZATION) && !last.has_any(Classes::GIVEN_NAME) && !surname
    }

    /// "Vell Observatory for Human Rights": a role's word in a body's own complement.
    fn is_matter_of_body(&self, i: usize) -> bool {
        i > self.run.start + 1
            && matches!(self.p.lower(i - 1), "of" | "for" | "on")
            && self.classes(i - 2).has(Classes::ORG_HEAD)
    }

    /// "Divers Union of Vellmark": the body’s noun stands before its complement.
    fn is_body_of(&self, range: Range<usize>) -> bool {
        let of = range.clone().find(|&i| matches!(self.p.lower(i), "of" | "for"));
        of.is_some_and(|i| i > range.start + 1 && self.heads_organization(range.start..i))
    }
}
