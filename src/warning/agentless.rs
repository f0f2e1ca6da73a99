//! `agentless`: hearsay, a claim whose reporting names nobody.
//!
//! Quiet where a by-phrase or "according to" names the source in the clause, where somebody says it, with a name or without
//! one, for whom another warning stands, and for a charge that a court, a prosecutor or the police stand behind.

mod quiet;
mod rumour;
mod trigger;

use crate::report::{Severity, WarningKind};

use super::view::View;
use super::{Definition, Finding, Standard, judged};

use quiet::weigh;
pub(super) use trigger::spot;

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::Agentless,
    severity: Severity::Note,
    standard: Standard {
        name: "Wikipedia: Words to watch",
        address: "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch",
    },
    message: "warningAgentless",
};

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    judged(view, DEFINITION.kind, &|paragraph, trigger| Some((weigh(view, paragraph, trigger)?, 84)))
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "hearsay: a claim whose reporting names nobody.",
    triggers: &[
        "“reportedly”",
        "“allegedly”",
        "“rumours swirled that”",
        "“is said to”",
        "“is believed to”",
        "“touted as”",
        "“widely regarded as”",
    ],
    severity: "Information for a charge in the law’s sense (“allegedly”).",
    quiet: &[
        "a by-phrase or “according to” names the source in the clause (“is said to have been sold by Vale” names none)",
        "somebody with a name says it",
        "a court, a prosecutor or the police stand next to a charge; a complaint is named in which it stands",
        "a timetable or a forecast of the weather or of somebody’s health is told (“is expected to arrive on Monday”)",
        "a rumour is somebody’s (“Vale’s claims”), or nothing is told of it",
    ],
    warns: &[
        "The ferry [[reportedly]] failed two inspections.",
        "The well was [[reportedly]] dug by convicts.",
        "The old pumps [[are believed to]] have come from a scrapyard.",
        "Vale [[is widely regarded as]] the next harbour master.",
        "The firm presented the Gull, [[touted as]] the fastest ferry of its class.",
        "The papers [[appear to have been]] altered after the storm.",
        "[[It is said that]] the bridge was built in a year.",
        "The company [[is expected to]] close two of its docks.",
        "In 2003, managers there [[were accused of]] hiding the true number of leaks.",
        "[[Rumours swirled]] that the mayor had left the town.",
        "[[Claims spread]] online that the new pumps make people ill.",
        "[[There has been widespread speculation]] that Vale will resign.",
        "Vale left the hall early, [[fuelling speculation]] that he is ill.",
        "A [[theory spread]] on social media that the lock had been opened on purpose.",
        "[[It has been suggested that]] the plot was led by Tom Vale.",
        "The memo [[is said to]] have been leaked by an adviser.",
        "Vale [[is considered]] one of the best pilots on the coast.",
        "The yard was sold in May, with a price of four million [[understood to]] have been agreed.",
        "The yard was sold for a fee [[believed to]] be four million.",
        "She lives in a house [[said to]] be worth four million.",
        "The lock, long [[thought to]] be safe, leaks.",
        "Vale has [[been mentioned as]] the next harbour master.",
        "Vale [[is tipped to]] become the next harbour master.",
        "Claims that the vote was rigged [[have spread]] on X.",
        "The Guardian [[understands]] that the yard was sold in May.",
        "Claims that the vote was rigged [[circulated]] on Monday.",
        "[[There was talk]] that the mayor had sold the yard.",
        "The keeper has gone [[amid reports]] of a row.",
        "A [[rumour held]] that the yard was broke.",
        "[[It was learnt that]] the crew had fled.",
        "Two bids have come in, the second of them [[believed to]] be for the yard.",
        "Nine boats, [[the story goes]], are still out there.",
        "Tom Vale, who owns 11 per cent of the yard, [[is understood to]] have sold it.",
        "[[Asked about reports]] that the yard was lost, Tom Vale said he would not comment.",
        "Vale was left out, [[prompting speculation]] he had left.",
        "The yard will be sold, [[according to reports]] in Brazil.",
    ],
    silent: &[
        "The ferry reportedly failed two inspections, according to the Vellmouth Courier.",
        "Vale is regarded as the next harbour master by members of the council.",
        "“It is said that the bridge was built in a year,” Ada Quill said.",
        "Ada Quill said the company is expected to close two docks.",
        "He allegedly took the money, prosecutors said.",
        "Vale was accused of fraud. A court will hear the case in May.",
        "Tom Vale appears to have a cold.",
        "More rain was expected on Wednesday.",
        "The ferry is expected to arrive on Monday.",
        "Quill Marine said the price was fair, adding that the sale is expected to close in May.",
        "The gate is expected to stay shut, the harbour office said on Monday.",
        "The sale is expected to close in May, Quill Marine and Orrin Lines said in a joint statement.",
        "The fair is expected to host forty bands.",
        "Shares are expected to open lower on Monday.",
        "The storm is expected to weaken as it moves east.",
        "Two engineers said that the gate is expected to stay shut.",
        "The mayor will go in May, according to media reports from the Vellmouth Courier and Quill Radio.",
        "The court is expected to rule on Friday.",
        "Vale is expected to have a medical on Thursday.",
        "Claims spread by Tom Vale hurt the yard.",
        "Rumours spread quickly in a small town.",
        "Vale’s claims that the yard is lost have spread.",
        "Ada Quill said there had been speculation that the yard would close.",
        "The crew are expected to survive.",
        "Tom Vale is expected to plead guilty.",
        "The results are expected to be released on Monday.",
        "The board is expected to review the fall.",
        "It has been suggested by critics that the lock leaks.",
        "The claims surfaced when a clerk published a letter saying that the lock leaks.",
        "Her doctor said to be patient.",
        "The bang was heard by what residents believed to be a storm.",
        "Claims that the lock leaks were rejected by Tom Vale.",
        "The claims that were made in May have surfaced again.",
        "Claims that Vale lied in letters circulated by the crew are old.",
        "The firm is expected to sell two docks on Friday.",
        "In a memo cited in the complaint, Vale is said to have left the lock open.",
    ],
};
