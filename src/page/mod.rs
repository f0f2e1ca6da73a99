//! The content script: from the live DOM to an article, and from a report to marks, badges and cards.
//!
//! What can be done without a DOM is done without one and tested natively: [`choose`] (which blocks are the article),
//! [`assemble`] (text nodes to text and back), [`notes`] (which badges a report asks for), [`lists`] (which rows it makes in the
//! popup and the playground). The rest exists in WebAssembly alone: it looks at the page and never changes it, except for one
//! host element beside `<body>` and the browser's highlight registry.

pub mod assemble;
pub mod choose;
pub mod corrections;
pub mod hints;
pub mod lists;
pub mod notes;
pub mod palette;
pub mod publisher;
pub mod settings;
#[cfg(any(test, target_arch = "wasm32"))]
mod sheet;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod card;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
pub mod exports;
#[cfg(target_arch = "wasm32")]
mod marks;
#[cfg(target_arch = "wasm32")]
mod measure;
#[cfg(target_arch = "wasm32")]
mod overlay;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
mod snapshot;
#[cfg(target_arch = "wasm32")]
mod status;
#[cfg(target_arch = "wasm32")]
mod turn;
#[cfg(target_arch = "wasm32")]
mod watch;
#[cfg(target_arch = "wasm32")]
mod words;
