//! The content script: from the live DOM to an article, and from a report to marks, badges and cards.
