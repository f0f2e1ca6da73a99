//! `deflate < DATA > DEFLATED`: the smallest stream that any browser can inflate (RFC 1951, without a header). Zopfli takes a second
//! where zlib takes a moment, and saves a reader's package a seventh of what is packed.
use std::io::{Read, Write};

fn main() -> std::io::Result<()> {
    let mut data = Vec::new();
    std::io::stdin().lock().read_to_end(&mut data)?;
    let mut out = std::io::stdout().lock();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, data.as_slice(), &mut out)?;
    out.flush()
}
