//! The next step of work that goes on after the page has had its turn.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageChannel;

/// Asks for turns by a message to itself, which waits for nothing but what the page has to do: a timer that is set by a
/// timer waits four milliseconds more, a third of what our steps take.
pub(super) struct Turn {
    inner: Rc<Inner>,
    /// Made when the first turn is asked for.
    channel: RefCell<Option<Channel>>,
}

struct Inner {
    asked: Cell<bool>,
    work: Box<dyn Fn()>,
}

struct Channel {
    channel: MessageChannel,
    /// Keeps the Rust side of the listener alive.
    _listener: Closure<dyn FnMut()>,
}

impl Turn {
    /// `work` is done at each turn.
    pub(super) fn new(work: impl Fn() + 'static) -> Self {
        let inner = Rc::new(Inner { asked: Cell::new(false), work: Box::new(work) });
        Self { inner, channel: RefCell::default() }
    }

    /// Asks for a turn; one, however often it is asked for before it comes.
    ///
    /// # Errors
    /// Where the browser has no channels.
    pub(super) fn soon(&self) -> Result<(), JsValue> {
        let mut channel = self.channel.borrow_mut();
        let channel = match channel.as_mut() {
            Some(channel) => channel,
            None => channel.insert(Channel::new(Rc::clone(&self.inner))?),
        };
        if !self.inner.asked.replace(true) {
            channel.channel.port2().post_message(&JsValue::NULL)?;
        }
        Ok(())
    }

    /// What was asked for does not come.
    pub(super) fn cancel(&self) {
        self.inner.asked.set(false);
    }
}

impl Channel {
    fn new(inner: Rc<Inner>) -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let listener = Closure::<dyn FnMut()>::new(move || {
            if inner.asked.replace(false) {
                (inner.work)();
            }
        });
        channel.port1().set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Ok(Self { channel, _listener: listener })
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.port1().close();
    }
}
