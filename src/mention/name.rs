//! Names: runs of capitalised words, cut where a title or a role ends, with a first guess of what they name.

use std::ops::Range;

use super::capital::is_may;
use super::category::{Category, category, is_given, is_head};
use super::compound::{behind_body, is_twofold};
use super::{COMMON, DATE, ORGANIZATION};
use crate::lexicon::{Classes, Gender, Lexicon, PhraseClass};
use crate::text::{Case, Paragraph, TokenKind, Words};

use super::tag::Tag;

/// One name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its tokens, without title, role and possessive ending.
    pub tokens: Range<usize>,
    /// What it seems to name.
    pub category: Category,
    /// The gender that title, role or given name tell.
    pub gender: Gender,
    /// Whether it stands before a noun that it describes ("a Threads post", "Quill Marine officials").
    pub modifier: bool,
    /// Where the capitalised title or role before it begins ("President", "Quill Marine CEO"); the name's start where there is none.
    pub prefix: usize,
}

/// The names of a paragraph, in order, without overlap.
pub fn names(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon) -> Vec<Name> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tags.len() {
        if tags[i] != Tag::Name || is_date(p, lexicon, i) || is_thanks(p, i) {
            i += 1;
            continue;
        }
        let end = run_end(p, tags, lexicon, i);
        if !is_shouted(p, i..end) && !is_credit(p, i..end) {
            out.extend(cut(p, tags, lexicon, i..end).map(|name| with_ending(p, name)));
        }
        i = end;
    }
    out
}

/// "Quill’s said it would close": an ending with a verb right behind it belongs to a firm’s name.
fn with_ending(p: &Paragraph, mut name: Name) -> Name {
    let end = name.tokens.end;
    let subject = p.lower(end) == "'s" && matches!(p.lower(end + 1), "said" | "says" | "declined");
    if subject && p.quotation_at(end).is_none() && name.category == Category::Unknown {
        name.tokens.end += 1;
        name.category = Category::Organization;
    }
    name
}

/// "FERRY OWNER IS SAID TO SELL": a headline in capitals, of which nobody can tell what is a name in it.
fn is_shouted(p: &Paragraph, run: Range<usize>) -> bool {
    run.len() > 3 && run.clone().all(|i| p.tokens[i].case == Case::Upper)
}

/// "File Photo: A boat. AGENCY/Ada Quill": who took a picture, and what it is, are none of the article's people.
fn is_credit(p: &Paragraph, run: Range<usize>) -> bool {
    let last = run.end - 1;
    let photo = matches!(p.lower(last), "photo" | "photos" | "photograph" | "picture") && run.len() <= 2;
    let picture = photo && last > 0 && matches!(p.lower(last - 1), "file" | "handout" | "courtesy");
    let slash = run.start.checked_sub(2).filter(|&i| p.lower(i + 1) == "/" && p.quotation_at(i).is_none());
    picture || slash.is_some_and(|agency| p.tokens[agency].case == Case::Upper && !p.tokens[run.start].spaced)
}

/// "Monday", "November": capitalised, but nobody's name, unless a surname follows ("April Vale").
fn is_date(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let classes = lexicon.word(p.lower(i));
    // "Akbar Jan", "Mr. Jan": a month as a surname.
    let before = i.checked_sub(1).filter(|&i| p.tokens[i].case == Case::Title && p.tokens[i].kind == TokenKind::Word);
    let surname = matches!(p.lower(i), "jan" | "mar" | "may" | "march" | "august")
        && before
            .is_some_and(|i| matches!(p.lower(i), "mr" | "mr." | "mrs." | "ms." | "dr.") || is_given(p, lexicon, i))
        && p.tokens.get(i + 1).is_none_or(|t| t.kind != TokenKind::Number);
    classes.has_any(DATE)
        && !surname
        && !is_may(p, lexicon, i)
        && !(classes.has_any(Classes::GIVEN_NAME)
            && p.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title))
}

/// "A boat at the quay. Courtesy Quill Marine": what stands before it and behind it is no one name.
fn is_thanks(p: &Paragraph, i: usize) -> bool {
    p.lower(i) == "courtesy"
}

/// With whom a firm that bears a person's name is one.
const PARTNERS: &[&str] = &["associates", "brothers", "co", "co.", "company", "daughters", "partners", "sons"];

/// Where the run of name words that begins at `start` ends.
fn run_end(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, start: usize) -> usize {
    let is_name = |i: usize| tags.get(i) == Some(&Tag::Name) && !is_date(p, lexicon, i) && !is_thanks(p, i);
    let capitals = |i: usize| p.tokens[i].case == Case::Upper;
    let quotation = p.quotation_at(start);
    let ahead: Vec<&str> = (start..(start + 8).min(tags.len())).map(|i| p.lower(i)).collect();
    let known = lexicon.longest(&ahead, PhraseClass::Organization).unwrap_or(1);
    let mut end = start + known.max(1);
    let mut joined_by_of = false;
    while end < tags.len() && p.quotation_at(end) == quotation {
        let word = p.lower(end);
        let heads_organization = || (start..end).any(|i| is_head(p, lexicon, i));
        let takes_of = || heads_organization() || is_role(p, lexicon, end - 1) || is_members(p, lexicon, end - 1);
        let step = if is_name(end) {
            1
        } else if word == "the" && end == start + 1 && is_name(end + 1) && is_campaign(p, start) {
            2
        } else if tags[end] == Tag::Number
            && !p.word(end).contains(',')
            && p.tokens[end].kind == TokenKind::Number
            && end == start + 1
            && is_product(p, tags, lexicon, start)
        {
            1
        } else if is_name(end + 1) && (lexicon.word(word).has_any(Classes::PARTICLE) || word == "&") {
            2
        } else if word == "/" && is_name(end + 1) && is_name(end + 2) && capitals(end - 1) && capitals(end + 1) {
            // "Vellmark POW/MIA Agency".
            2
        } else if is_name(end + 2) && (end..end + 2).all(|i| lexicon.word(p.lower(i)).has_any(Classes::PARTICLE)) {
            // "Ada de la Quill".
            3
        } else if (matches!(word, "of" | "for" | "on") && takes_of())
            || (matches!(word, "against" | "without") && is_members(p, lexicon, end - 1))
        {
            let skip = usize::from(p.lower(end + 1) == "the");
            if is_name(end + 1 + skip) { 2 + skip } else { 0 }
        } else if matches!(word, "'s" | "'") && is_name(end + 1) && is_office(p, lexicon, end) {
            2
        } else if word == "and" && is_name(end + 1) && joined_by_of && heads_organization() {
            2
        } else if word == "and" && is_name(end + 1) && is_twofold(p, tags, lexicon, start..end) {
            2
        } else if word == "and" && is_name(end + 1) && PARTNERS.contains(&p.lower(end + 1)) {
            // "Quill and Co".
            2
        } else {
            0
        };
        if step == 0 {
            break;
        }
        joined_by_of |= matches!(word, "of" | "for" | "on");
        end += step;
    }
    end
}

/// "Saving the Quay": a gerund with a capital inside a sentence begins the name of those who do it.
fn is_campaign(p: &Paragraph, i: usize) -> bool {
    let inside = i > 0 && !p.begins_sentence(i) && p.tokens[i - 1].kind == TokenKind::Word;
    inside && p.tokens[i].case == Case::Title && p.lower(i).ends_with("ing")
}

/// "Doctors for the Harbour": the plural of a role inside a sentence, with a capital, names its bearers' association.
fn is_members(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let classes = lexicon.word(p.lower(i));
    let inside = i > 0 && !p.begins_sentence(i) && p.tokens[i - 1].kind == TokenKind::Word;
    classes.has(Classes::PLURAL)
        && classes.has_any(Classes::ROLE.with(Classes::GROUP).with(Classes::RELATION))
        && p.tokens[i].case == Case::Title
        && inside
        && matches!(p.lower(i + 1), "for" | "against" | "without" | "of")
}

/// "the Governor’s Office of …": the office of a title is one name with it.
fn is_office(p: &Paragraph, lexicon: &Lexicon, possessive: usize) -> bool {
    // "Bridge Users’ League": a plural possessor before a body is part of its name.
    let members = p.lower(possessive) == "'" && lexicon.word(p.lower(possessive + 1)).has_any(Classes::ORG_HEAD);
    let people = p.lower(possessive - 1) == "people"
        && p.tokens[possessive - 1].case == Case::Title
        && lexicon.word(p.lower(possessive + 1)).has_any(ORGANIZATION);
    members
        || people
        || lexicon.word(p.lower(possessive - 1)).has_any(Classes::TITLE | Classes::ROLE)
            && const { Words::new("office department ministry bureau council commission association") }
                .contains(p.lower(possessive + 1))
}

/// "GPT 4", "Lumen 3 replied": a short name that takes a number.
fn is_product(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, i: usize) -> bool {
    let acts = matches!(tags.get(i + 2), Some(Tag::Verb | Tag::Auxiliary | Tag::Possessive | Tag::Adverb))
        && p.word(i + 1).len() < 3;
    // Models bear given names, too; nobody who has one bears a number.
    let known = lexicon.word(p.lower(i)).has_any(Classes::PLACE | Classes::ORG_HEAD);
    // "Lumen 3, an artificial intelligence model".
    let told = p.lower(i + 2) == ","
        && matches!(p.lower(i + 3), "a" | "an" | "the" | "its" | "their")
        && (i + 4..i + 10).any(|k| matches!(p.lower(k), "ai" | "chatbot" | "model" | "assistant"));
    p.tokens[i].case == Case::Upper || ((acts || told) && !known)
}

/// Cuts title and role off the front of a run of capitalised words.
fn cut(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, run: Range<usize>) -> Option<Name> {
    let mut start = run.start;
    // "St. Marsh" is a place, "Saint Marsh" perhaps a person: neither is a Marsh with a title.
    if run.len() == 2 && matches!(p.lower(start).trim_end_matches('.'), "st" | "ste" | "mt" | "ft") {
        return Some(Name {
            tokens: run.clone(),
            category: Category::Place,
            gender: Gender::Unknown,
            modifier: matches!(tags.get(run.end), Some(Tag::Noun | Tag::Adjective)),
            prefix: run.start,
        });
    }
    let mut title = false;
    let mut prefix = run.start;
    // "the Attorney’s Office for …": an office keeps its title.
    let members = is_members(p, lexicon, run.start)
        && !(run.start + 2..run.end).any(|i| i + 1 < run.end && is_given(p, lexicon, i));
    // "the CEO of Quill Resorts": the body, and not its head.
    let head = p.tokens[start].case == Case::Upper && lexicon.word(p.lower(start)).has(Classes::TITLE);
    let person = || (start + 2..run.end).any(|i| is_given(p, lexicon, i) && i + 1 < run.end);
    if head && run.len() > 2 && p.lower(start + 1) == "of" && !person() {
        start += 2;
        prefix = start;
    }
    let run = start..run.end;
    let office = members || run.clone().any(|i| p.lower(i) == "'s");
    let mut gender = Gender::Unknown;
    for i in run.clone() {
        let classes = lexicon.word(p.lower(i));
        // "Fan Quill": a bare role counts as a title only before a full name, as an acronym ("CEO Quill"), or of several ("Neighbours Ada").
        let several = |i: usize| lexicon.word(p.lower(i)).has_any(Classes::PLURAL) && is_given(p, lexicon, i + 1);
        let role = is_role(p, lexicon, i) && (run.len() > 2 || p.tokens[i].case == Case::Upper || several(i));
        let titled = (classes.has_any(Classes::TITLE) || role) && !is_initial(p, i, run.start);
        let left = run.end - i - 1;
        // "Dean Vale": a role that is a given name too stays where it would be all of the given name.
        let is_first_name = classes.has_any(Classes::GIVEN_NAME)
            && left <= 1
            && !p.word(i).ends_with('.')
            && p.tokens[i].case == Case::Title;
        let body = || heads_organization(p, lexicon, i..run.end) || is_body_of(p, lexicon, i..run.end);
        if titled && !office && left > 0 && !is_first_name && !body() {
            title = true;
            let told = Gender::of_classes(classes);
            if told != Gender::Unknown {
                gender = told;
            }
            start = i + 1;
        }
    }
    // "Director of Public Prosecution Eva Vale": behind the role's own complement the name begins with a given name.
    if title && matches!(p.lower(start), "of" | "for" | "on") {
        let given = (start + 1..run.end).find(|&i| is_given(p, lexicon, i) && i + 1 < run.end);
        let body = || behind_body(p, lexicon, start..run.end);
        let matter = || behind_matter(p, tags, lexicon, start + 1..run.end);
        start = given.or_else(body).or_else(matter).unwrap_or(run.end);
    }
    // "ambassador to Britain Ada Quill": the country belongs to the role.
    if !title
        && run.end - start >= 3
        && start > 0
        && tags[start - 1] == Tag::Preposition
        && lexicon.word(p.lower(start)).has_any(Classes::PLACE)
        && !heads_organization(p, lexicon, start..run.end)
    {
        start += 1;
        prefix = start;
    }
    // "ambassador to Port Vell Ada Quill", "head of the Harbour Council Ada Quill".
    let article = usize::from(start > 0 && p.lower(start - 1) == "the");
    let tied = start.checked_sub(1 + article).filter(|&i| i > 0 && tags[i] == Tag::Preposition);
    if !title && tied.is_some_and(|i| is_role(p, lexicon, i - 1)) {
        let given = (start + 1..run.end - 1).find(|&i| is_given(p, lexicon, i));
        let given = given.or_else(|| behind_body(p, lexicon, start..run.end));
        let of = tied.is_some_and(|i| p.lower(i) == "of");
        let given = given.or_else(|| behind_matter(p, tags, lexicon, start..run.end).filter(|_| of));
        start = given.filter(|_| !heads_organization(p, lexicon, start..run.end)).unwrap_or(start);
        prefix = start;
    }
    // "Mispronouncing Ada Quill", "Asked Ada Quill": the first word has its capital from the sentence.
    let begins = p.begins_sentence(start) || (start > 0 && tags[start - 1] == Tag::Quote);
    let first = lexicon.word(p.lower(start));
    if !title
        && run.end - start >= 3
        && begins
        && !first.has_any(Classes::GIVEN_NAME | ORGANIZATION)
        && (p.lower(start).ends_with("ing") || first.has_any(Classes::VERB))
        && is_given(p, lexicon, start + 1)
    {
        start += 1;
        prefix = start;
    }
    // "Hey Ada", "Says Ada Quill": in title case and in what is called out.
    if start == run.start && CALLS.contains(p.lower(start)) {
        start += 1;
        prefix = start;
    }
    start += usize::from(!title && start < run.end && is_description(p, lexicon, start..run.end, begins));
    // "Chinese officials", "an African-American", "AI models": no names.
    let last = p.lower(start.min(run.end - 1)).rsplit('-').next().unwrap_or_default();
    let lone = run.end - start == 1
        && lexicon.word(last).has_any(Classes::DEMONYM | Classes::AI_NOUN)
        && !lexicon.word(p.lower(start)).has_any(Classes::GIVEN_NAME);
    if start >= run.end || lone || is_title_only(p, lexicon, &run, start) || is_told_by_place(p, lexicon, &run) {
        // Titles only: "the President", "Detective Chief Inspector".
        return None;
    }
    let tokens = start..run.end;
    let definite = start > 0 && p.lower(start - 1) == "the" && tokens.len() > 1 && !is_given(p, lexicon, start);
    let category = match category(p, lexicon, &tokens, title) {
        _ if members => Category::Organization,
        // "the Quillmark Vellsin": people have no article.
        Category::Person if definite && !title => Category::Unknown,
        told => told,
    };
    let gender = match (category, gender) {
        (Category::Person, Gender::Unknown) => lexicon.given_name_gender(p.lower(start)).unwrap_or_default(),
        (Category::Person, told) => told,
        _ => Gender::Unknown,
    };
    let modifier = matches!(tags.get(run.end), Some(Tag::Noun | Tag::Adjective));
    Some(Name { tokens, category, gender, modifier, prefix })
}

/// What is no part of the name behind it, though it has a capital.
const CALLS: Words = Words::new("bye dear hello hey hi oh ok ok. okay said says thanks yo");

/// "the Vellmark Republican", "the Vellmark Premier": says what somebody is.
fn is_told_by_place(p: &Paragraph, lexicon: &Lexicon, run: &Range<usize>) -> bool {
    let led = run.start > 0 && matches!(p.lower(run.start - 1), "the" | "a" | "an" | "another" | "fellow");
    let last = lexicon.word(p.lower(run.end - 1));
    let place = |i: usize| lexicon.word(p.lower(i)).has_any(Classes::PLACE.with(Classes::DEMONYM));
    let office = || last.has(Classes::TITLE) && !last.has(Classes::GIVEN_NAME) && (run.start..run.end - 1).all(place);
    led && (2..4).contains(&run.len()) && (matches!(p.lower(run.end - 1), "democrat" | "republican") || office())
}

/// "Singer-guitarists Ada Quill", "Vell-based Quill Marine", "Canadian Ada Quill", "Drugmaker Quillow" at the beginning of a sentence:
/// whether the first word only describes.
fn is_description(p: &Paragraph, lexicon: &Lexicon, run: Range<usize>, begins: bool) -> bool {
    let word = p.lower(run.start);
    let compound = word.rsplit_once('-').is_some_and(|(_, last)| {
        let role = lexicon.word(last).has_any(Classes::ROLE) && !lexicon.word(last).has_any(Classes::GIVEN_NAME);
        role && run.len() > 2
            || const { Words::new("backed based controlled led listed owned run") }.contains(last) && run.len() > 1
    });
    let demonym = lexicon.word(word).has_any(Classes::DEMONYM)
        && run.len() > 2
        && lexicon.word(p.lower(run.start + 1)).has_any(Classes::GIVEN_NAME);
    let classes = lexicon.word(word);
    let kind = begins
        && run.len() == 2
        && classes.has_any(Classes::ORGANIZATION_NOUN)
        && !classes.has_any(ORGANIZATION)
        && !heads_organization(p, lexicon, run);
    compound || demonym || kind && !classes.has_any(Classes::GIVEN_NAME)
}

/// "Minister of | Finance Quill Vale": where the name begins behind a matter, of two words that are no everyday ones.
fn behind_matter(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, run: Range<usize>) -> Option<usize> {
    let common = |i: usize| lexicon.word(p.lower(i)).has_any(COMMON);
    let matter = common(run.start) && !is_given(p, lexicon, run.start);
    let name = run.len() == 3 && (run.start + 1..run.end).all(|i| tags[i] == Tag::Name && !common(i));
    (matter && name).then_some(run.start + 1)
}

/// Whether all from `start` on are titles and roles, and nobody's name: "the Chief Inspector". Behind a courtesy ("Ms. Boxer") anything is a
/// surname; lords and dames are no courtesy here, for "Lord Mayor" is an office.
fn is_title_only(p: &Paragraph, lexicon: &Lexicon, run: &Range<usize>, start: usize) -> bool {
    let courtesy =
        start > run.start && matches!(p.lower(start - 1).trim_end_matches('.'), "mr" | "mrs" | "ms" | "miss" | "mx");
    let titles = |i: usize| {
        let classes = lexicon.word(p.lower(i));
        classes.has_any(Classes::TITLE | Classes::ROLE) && !classes.has_any(Classes::GIVEN_NAME)
    };
    // "the Chief of the Army, General Quill": behind the comma stands whose title it is.
    let of = (start + 1..run.end).find(|&i| p.lower(i) == "of");
    let apposed = || p.lower(run.end) == "," && lexicon.word(p.lower(run.end + 1)).has(Classes::TITLE);
    if start > 0 && p.lower(start - 1) == "the" && of.is_some_and(|of| (start..of).all(titles)) && apposed() {
        return true;
    }
    // "the Foreign Minister".
    let words: Vec<&str> = (start..run.end).map(|i| p.lower(i)).collect();
    let whole = || words.len() > 1 && lexicon.longest(&words, PhraseClass::Title) == Some(words.len());
    !courtesy && ((start..run.end).all(titles) || whole())
}

/// "Ada M. Quill" is no Monsieur.
fn is_initial(p: &Paragraph, i: usize, start: usize) -> bool {
    i > start && p.word(i).trim_end_matches('.').len() == 1
}

fn is_role(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    lexicon.word(p.lower(i)).has_any(Classes::ROLE)
}

/// "Prime Minister’s Office", "Attorney General of Texas", "Department": what follows a title makes an organisation of it.
fn heads_organization(p: &Paragraph, lexicon: &Lexicon, range: Range<usize>) -> bool {
    let last = lexicon.word(p.lower(range.end - 1));
    last.has_any(ORGANIZATION) && !last.has_any(Classes::GIVEN_NAME)
}

/// "Divers Union of Vellmark": the body’s noun stands before its complement.
fn is_body_of(p: &Paragraph, lexicon: &Lexicon, range: Range<usize>) -> bool {
    let of = range.clone().find(|&i| matches!(p.lower(i), "of" | "for"));
    of.is_some_and(|i| i > range.start + 1 && heads_organization(p, lexicon, range.start..i))
}
