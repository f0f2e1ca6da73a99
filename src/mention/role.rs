//! The role or affiliation beside a name, as the article words it.

use std::ops::Range;

use crate::lexicon::{Classes, Listed};
use crate::text::{ByteSpan, Case, Words};

use super::category::Category;
use super::compound::MATTERS;
use super::officials::is_spokesperson;
use super::tag::Tag;
use super::{Name, NameIndex, Scan};

/// The longest role that is worth a badge, in tokens.
pub(super) const LONGEST: usize = 22;

/// What soldiers, officers of the police, clerics, councillors and scholars are called, whatever they do.
static RANKS: Listed = Listed::new("role-ranks");

/// Who speaks for another, or stands by them: "an aide to President Quill".
pub(super) const ANOTHERS: Words =
    Words::new("adviser advisor agent aide ally assistant attorney friend lawyer manager rival solicitor supporter");

impl Scan<'_> {
    /// The words beside a name that say who its bearer is: before it ("Quill Marine’s chief engineer Ada Quill") or in
    /// an apposition behind it ("Ada Quill, a harbour engineer,").
    pub fn role(&self, name: NameIndex) -> Option<ByteSpan> {
        let before = self.role_before(name);
        // "“I know my friend Mayor Ada Vale, a diver,” she said": what a speaker says of somebody is not the article's word, but for a title.
        let quoted = &self.names[name];
        let quotation = self.p.quotation_at(quoted.tokens.start).and_then(|q| self.p.quotations.get(q));
        if quotation.is_some_and(|q| q.closed) {
            return before.filter(|role| self.p.token_at(role.start) >= quoted.prefix);
        }
        let behind = self.role_behind(name);
        // "Senator Ada Quill, Republican of Vell", "board leader Ada Quill, a former diver": an office tells more.
        let lesser = behind.is_some_and(|role| {
            let role = role.of(self.p.text()).to_lowercase();
            let words = role.strip_prefix("a ").unwrap_or(&role);
            let party = |word: &str| matches!(word, "democrat" | "republican");
            let ends = words.split(' ').count() <= 4 && words.rsplit(' ').next().is_some_and(party);
            let candidate = words.split(' ').take_while(|word| *word != "and").any(|word| word == "candidate");
            let lesser =
                ["democrat", "republican", "former", "member of"].iter().any(|lesser| words.starts_with(lesser));
            ends || candidate || lesser
        });
        // "The mayor, Democrat Ada Quill,".
        let party = before.is_some_and(|role| matches!(role.of(self.p.text()), "Democrat" | "Republican"));
        // "The club’s chair, Rev Ada Quill", "His lawyer, former prosecutor Ada Quill": a rank and the past tell less than an office.
        let n = &self.names[name];
        let lead = before.map_or(n.prefix, |role| self.p.token_at(role.start));
        let past = matches!(self.p.lower(lead), "former" | "retired");
        let rank = past || (lead..n.tokens.start).all(|i| RANKS.contains(self.p.lower(i).trim_end_matches('.')));
        // "Another diplomat, former envoy Ada Quill": nor is a part in the story an office.
        let owned = |i: usize| matches!(self.tags[i], Tag::Possessive | Tag::PossessivePronoun);
        let office = |front: &ByteSpan| !past || (self.p.token_at(front.start)..lead).any(owned);
        // "fined on Monday the yard’s arm, Quill Ltd": a sentence is no role.
        let day = |role: &ByteSpan| {
            let tokens = self.p.token_at(role.start)..self.p.token_at(role.end);
            !tokens.into_iter().any(|i| self.classes(i).has_any(Classes::WEEKDAY))
        };
        behind
            .filter(|_| !lesser)
            .or_else(|| before.filter(|_| !(party || rank)))
            .or_else(|| self.role_in_front(name, lead).filter(office).filter(day))
            .or(before)
            .or(behind)
            .or_else(|| self.role_told(name))
            .or_else(|| self.role_of_namer(name))
    }

    /// What tells of a name's bearer where no words say who that is: what they do ("who leads the board"), or whom they work for.
    pub fn background(&self, name: NameIndex) -> Option<ByteSpan> {
        self.side(name).or_else(|| self.deed(name)).or_else(|| self.affiliation(name))
    }

    fn role_before(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        // "his physician Dr. Ada Quill": a courtesy is no part of the role.
        let courtesy = (n.prefix..n.tokens.start).rev().take_while(|&i| self.is_courtesy(i)).last();
        let end = courtesy.unwrap_or(n.tokens.start);
        let mut start = n.prefix.min(end);
        while start > 0 && end - start < LONGEST && !self.p.begins_sentence(start) {
            let mut i = start - 1;
            // "Free Harbour Party (FHP) leader Ada Quill".
            let bracket = start != end && i > 2 && self.p.is(i, ")") && self.p.is(i - 2, "(");
            if bracket && self.p.tokens[i - 1].case == Case::Upper {
                i -= 3;
            }
            let joins = self.tags[i].is_nominal()
                || (start != end && self.tags[i] == Tag::Adverb && self.tags[start] != Tag::Determiner)
                || (i > 0 && start != end && self.joins_role(i, start..end))
                // "information and harbour ministry".
                || (i > 0 && self.p.is(i, "and") && self.tags[i - 1].is_nominal() && self.is_body_noun(end - 1));
            // "what President Quill calls".
            let several =
                start == n.prefix && start < end && self.is_role_word(i) && self.classes(i).has_any(Classes::PLURAL);
            // "the number of refugees President Quill wants".
            let several = several && self.p.tokens[i].case == Case::Lower;
            let joins = joins && !several && !self.classes(i).has_any(Classes::WH);
            if !joins || self.p.quotation_at(i) != self.p.quotation_at(n.tokens.start) {
                break;
            }
            start = i;
            // "spokesman of the harbour agency Ada Quill", "Leader of the Opposition Ada Quill".
            let named = || n.category == Category::Person && (i + 1..end).all(|k| self.tags[k] == Tag::Name);
            // "Head of the clinic Ada Quill said", "Lawyer for the divers Ada Quill said".
            let speaks = || n.tokens.end < self.tags.len() && self.says(n.tokens.end);
            let matter =
                || n.category == Category::Person && speaks() && (!self.is_role_word(end - 1) || self.is_many(end - 1));
            let tied = i > 1 && self.is_role_word(i - 2) && (self.is_body(i..end, n.category) || named() || matter());
            if matches!(self.tags[i], Tag::Determiner | Tag::PossessivePronoun)
                && !(tied && self.p.is_one(i - 1, &const { Words::new("of for at to with") }))
            {
                break;
            }
        }
        // "chair, founder and president Ada Quill".
        let joined = |range: Range<usize>| range.into_iter().any(|i| self.p.is(i, "and"));
        while start > 1
            && self.tags[start - 1] == Tag::Comma
            && self.is_role_word(start - 2)
            && self.is_role_word(start)
            && joined(start..end)
            && (start == 2 || matches!(self.tags[start - 3], Tag::Comma | Tag::Quote | Tag::Mark))
        {
            start -= 2;
        }
        while start < end && matches!(self.tags[start], Tag::Possessive | Tag::Preposition | Tag::Coordinator) {
            start += 1;
        }
        // "the chief of rival lab Quill Marine": the office is not the lab's.
        let firm = n.category == Category::Organization || n.category == Category::Unknown && n.tokens.len() == 1;
        if firm && self.is_body_noun(end.saturating_sub(1)) {
            let tie = (start..end).rev().find(|&i| self.tags[i] == Tag::Preposition);
            start = tie.map_or(start, |i| i + 1);
        }
        // "last week harbour official Ada Quill", "This summer Quillcom engineer Ada Quill": when, not who.
        let time = |i: usize| {
            let noun = const { Words::new("week month year spring summer fall autumn winter yesterday today") };
            self.classes(i).has_any(Classes::WEEKDAY | Classes::MONTH) || noun.contains(self.p.lower(i))
        };
        let dated = matches!(self.p.lower(start), "this" | "last" | "next") && time(start + 1);
        start += usize::from(dated);
        while start < end && time(start) {
            start += 1;
        }
        // "the way Sen. Ada Quill rows": a noun of something else.
        let before = n.prefix.saturating_sub(1);
        let another = n.prefix > start + 1
            && self.tags[start] == Tag::Determiner
            && self.tags[before] == Tag::Noun
            && !self.is_role_word(before)
            && self.p.tokens[before].case == Case::Lower
            && self.classes(n.prefix).has(Classes::TITLE);
        start = if another && n.prefix < end { n.prefix } else { start };
        let last = end.checked_sub(1).filter(|&i| i >= start)?;
        if self.begins_clause_behind(start..end, n) {
            return None;
        }
        // "Ada Quill, a wealthy hotelier Vale hired": the noun belongs to the name before the comma.
        let indefinite = matches!(self.p.lower(start), "a" | "an") && start > 0 && self.tags[start - 1] == Tag::Comma;
        if indefinite && matches!(self.tags.get(n.tokens.end), Some(Tag::Verb)) {
            return None;
        }
        // The word right before the name must say what its bearer is: "the 14th-ranked Quill" has no role.
        let says = self.is_role_word(last)
            || (start..end).any(|i| self.is_role_word(i)) && start >= n.prefix
            // "ambassador to Britain Ada Quill": the role's own complement ends before the name.
            || (self.tags[last] == Tag::Name && (start..last).any(|i| self.is_role_word(i)))
            || self.is_body_noun(last) && !self.is_given_name(n.tokens.start)
            // "spokesman of the harbour agency Ada Quill".
            || self.is_role_with_body(start..end, n.category)
            || n.category == Category::Person && self.is_office_of_a_matter(start..end);
        let title_only = end - start == 1 && self.is_courtesy(start);
        // "the elder Quill": which of two, not who.
        let title_only = title_only || matches!(self.p.lower(last), "elder" | "younger") && n.tokens.len() == 1;
        (says && !title_only).then(|| self.p.span(&(start..end)))
    }

    /// "the company Quill founded", "the judge Quill was thinking of": a noun and a clause about it, whose subject is the name.
    fn begins_clause_behind(&self, words: Range<usize>, n: &Name) -> bool {
        let definite = words.clone().rev().find(|&i| !matches!(self.tags[i], Tag::Noun | Tag::Adjective));
        // "in a state Quill won".
        let placed = |i: usize| matches!(self.p.lower(i), "a" | "an") && i > 0 && self.tags[i - 1] == Tag::Preposition;
        let noun = definite.is_some_and(|i| i + 1 < words.end && (self.p.is(i, "the") || placed(i)));
        let verb = matches!(self.tags.get(n.tokens.end), Some(Tag::Verb | Tag::Auxiliary)) && !self.says(n.tokens.end);
        noun && verb && n.tokens.len() == 1
    }

    /// "spokesman of the harbour agency" before a person's name.
    fn is_role_with_body(&self, words: Range<usize>, of: Category) -> bool {
        let first = words.start + usize::from(self.tags[words.start] == Tag::Determiner);
        let first = (first..words.end).find(|&i| self.tags[i] != Tag::Adjective).unwrap_or(first);
        let tied = self.is_role_word(first) && self.p.is_one(first + 1, &const { Words::new("of for at with") });
        tied && self.is_body(words, of)
    }

    /// "harbour chief of staff", "secretary in charge of boats": an office with its complement.
    fn is_office_of_a_matter(&self, words: Range<usize>) -> bool {
        let tied = |&i: &usize| {
            let office = self.classes(i - 1);
            self.p.is_one(i, &const { Words::new("of for in") })
                && office.has_any(Classes::ROLE.with(Classes::TITLE))
                && !office.has_any(Classes::PLURAL)
        };
        self.tags[words.end - 1] != Tag::Possessive && (words.start + 1..words.end - 1).any(|i| tied(&i))
    }

    /// Whether the words before a person's name end with a body: "the harbour agency", "the Bar Association of Vellmark".
    fn is_body(&self, words: Range<usize>, of: Category) -> bool {
        let named = || {
            let last = self.tags[words.end - 1] == Tag::Name;
            last && words.clone().any(|i| self.tags[i] == Tag::Name && self.classes(i).has_any(Classes::ORG_HEAD))
        };
        of != Category::Organization && self.is_body_noun(words.end - 1) || of == Category::Person && named()
    }

    /// Whether the word at `i` ties what stands before it to the role behind it: "ambassador to Britain", "founder and
    /// chair", but not "shares of harbour builder Quill Marine".
    fn joins_role(&self, i: usize, behind: Range<usize>) -> bool {
        let start = behind.start;
        // "members of the board Ada Quill" are others.
        let role = self.is_role_word(i - 1) && !self.classes(i - 1).has_any(Classes::PLURAL);
        // "secretary in charge of the boats".
        let role = role || self.p.is(i - 1, "charge");
        // "the family of dictator Ada Quill", "envoy Jonas Vale and chair Ada Quill": the words are somebody else’s.
        let relative = self.classes(i - 1).has_any(Classes::RELATION) && !self.classes(i - 1).has_any(Classes::ROLE);
        let other = || !role && self.names.iter().any(|n| n.tokens.end == i && n.category == Category::Person);
        match self.p.lower(i) {
            "of" | "for" if relative && self.tags[start] != Tag::Name => false,
            // "a spokesman for former governor Ada Quill", "an aide to Prime Minister Ada Quill": the office is hers.
            "for" | "of" | "to"
                if (is_spokesperson(self.p.lower(i - 1)) || self.p.is_one(i - 1, &ANOTHERS))
                    && self.tags[start] != Tag::Determiner
                    && behind.clone().any(|i| self.is_role_word(i)) =>
            {
                false
            }
            // "Commerce and Planning Minister Ada Quill".
            "and" if self.p.is_one(i - 1, &MATTERS) && self.p.is_one(start, &MATTERS) => true,
            "and" if other() => false,
            "of" | "for" => {
                // "Bank of Vellmark Governor Ada Quill"; but "a shared concern of Olympian Ada Quill".
                let body = self.tags[i - 1] == Tag::Name || self.is_body_noun(i - 1);
                role || (body && self.tags[start] == Tag::Name && !self.is_body_noun(start))
            }
            "to" | "at" | "on" | "in" | "with" => role,
            // "told the leaders and harbour chief Ada Quill" joins two.
            "and" => {
                self.tags[i - 1].is_nominal()
                    && !self.classes(i - 1).has_any(Classes::PLURAL)
                    // "goods exports and President Ada Quill".
                    && !(self.is_role_word(start) && !role && self.p.lower(i - 1).ends_with('s'))
                    && self.tags[start] != Tag::Determiner
                    && (role || self.is_role_word(start))
            }
            _ => false,
        }
    }

    /// "the divers", "the family": nobody's own role.
    pub(super) fn is_many(&self, i: usize) -> bool {
        self.classes(i).has(Classes::PLURAL) || self.p.is(i, "family")
    }

    pub(super) fn is_given_name(&self, i: usize) -> bool {
        self.classes(i).has_any(Classes::GIVEN_NAME)
    }

    /// "Harbour builder", "company": a noun for what an organisation is.
    pub(crate) fn is_body_noun(&self, i: usize) -> bool {
        let classes = self.classes(i);
        classes.has_any(Classes::ORGANIZATION_NOUN) && self.tags[i] != Tag::Name
    }

    /// "Mr", "Dr": says nothing of a role.
    pub(super) fn is_courtesy(&self, i: usize) -> bool {
        const { Words::new("( ) mr mrs ms miss dr mx sir dame lord lady shri smt aunt auntie aunty uncle") }
            .contains(self.p.lower(i).trim_end_matches('.'))
    }

    /// Whether a reporting verb stands at `i`: "said Quill’s attorney, Ada Vale".
    pub(super) fn says(&self, i: usize) -> bool {
        self.tags[i] == Tag::Verb && self.lexicon.reporting_verb(self.p.lower(i)).is_some()
    }

    pub(super) fn is_role_word(&self, i: usize) -> bool {
        let word = self.p.lower(i);
        let classes = self.lexicon.word(word);
        // "co-leader", "director-general".
        let part = || {
            let own = |part: &str| self.lexicon.word(part).has_any(Classes::ROLE.with(Classes::TITLE));
            word.split_once('-').is_some_and(|(first, rest)| match (first, rest) {
                ("co" | "vice" | "ex" | "deputy" | "then", rest) => own(rest),
                (first, "general" | "elect" | "designate") => own(first),
                _ => false,
            })
        };
        classes.has_any(Classes::ROLE)
            || classes.has_any(Classes::RELATION) && word != "family"
            || (classes.has_any(Classes::TITLE) && !self.is_courtesy(i))
            || part()
            // Surnames, too, so that no capital makes a title of them.
            || self.tags[i] == Tag::Noun && const { Words::new("barber brewer holder hunter joiner porter potter protester weaver") }.contains(word)
            // "Ten-woman Vellmouth" is a side of so many.
            || (word.rsplit('-').next().is_some_and(|last| last.len() > 5)
                && (word.ends_with("ist")
                    || word.ends_with("ologist")
                    || word.ends_with("woman")
                    || word.ends_with("man"))
                && self.tags[i] == Tag::Noun)
    }
}
