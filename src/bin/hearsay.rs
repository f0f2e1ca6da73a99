//! The command line. Everything that it does stands in the library; here are the arguments, the files and the messages.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use hearsay::stream::{self, Stopped};
use hearsay::{Article, Options, analyze, plain};

// In a folder of its own: a file beside this one would be another program to Cargo.
#[path = "hearsay/export.rs"]
mod export;
#[path = "hearsay/journal.rs"]
mod journal;
#[path = "hearsay/progress.rs"]
mod progress;
use journal::Journal;
use progress::Progress;

const EXAMPLES: &str = "\
Examples:
  hearsay annotate < articles.ndjson > reports.ndjson
  hearsay annotate --input articles.ndjson --output reports.ndjson --jobs 4
  hearsay annotate --input articles.ndjson --output reports.ndjson --resume
  echo '{\"id\": 1, \"text\": \"“It holds,” said Ada Quill, an engineer.\"}' | hearsay annotate
  hearsay read article.txt
  hearsay export --format markdown article.txt > report.md

Exit status:
  0    everything was done
  1    a line was no article (its output line says why), or input or output broke off
  2    the command could not be run as it was given
  141  the program that read the output has ended";

const ANNOTATE: &str = "\
Annotates articles: one JSON object a line in, one a line out, in the same order.

Input, paragraphs separated by \\n; title and language are optional, other
members are passed over, and any JSON value may be the id:
  {\"id\": 1, \"text\": \"…\", \"title\": \"…\", \"language\": \"en\"}

Output, offsets in Unicode code points of the text:
  {\"id\": 1, \"language\": \"en\", \"speakers\": [], \"attributions\": [], \"warnings\": []}

A line that is no article gives {\"id\": …, \"error\": \"…\", \"line\": N}, a message
on standard error, and exit status 1 at the end. The lines after it are done.

Lines may be of any length. Only a few of them are in memory at a time.

A run that was killed goes on with --resume and the same input and output: the
lines that the output has are not done again, an unfinished last line is, and the
file becomes the same as that of a run in one go. The exit status tells of the
lines of the last run.";

/// Who says it, and what nobody stands behind: speakers, statements and sourcing warnings in news articles.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Annotate articles: one JSON object a line in, one a line out
    #[command(long_about = ANNOTATE)]
    Annotate(Annotate),
    /// Print who says what in one plain text file, and what nobody stands behind
    Read(ReadFile),
    /// Write what one plain text file says as Web Annotations, as Markdown or as a table
    #[command(long_about = export::ABOUT)]
    Export(export::ExportFile),
}

#[derive(Args)]
struct Annotate {
    /// Read articles from this file; `-` and by default: standard input
    #[arg(short, long, value_name = "FILE", default_value = "-", hide_default_value = true)]
    input: PathBuf,
    /// Write reports to this file; `-` and by default: standard output
    #[arg(short, long, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
    /// Annotate this many articles at a time [default: one for each processor]
    #[arg(short, long, value_name = "N", value_parser = jobs)]
    jobs: Option<NonZero<usize>>,
    /// Go on where an earlier run into the same output was broken off
    #[arg(short, long)]
    resume: bool,
}

#[derive(Args)]
struct ReadFile {
    /// The article: UTF-8, one paragraph a line; `-`: standard input
    file: PathBuf,
    /// First print the text with every statement `⟦…⟧`, source `⟪…⟫`, cue `⟨…⟩` and warning `⟦!…⟧` marked in it
    #[arg(long)]
    marks: bool,
}

/// Why the program ends early: what to say, and the exit status.
enum Failure {
    /// 1: what was begun could not be finished.
    Broken(String),
    /// 2: what was asked for cannot be begun.
    Usage(String),
    /// 141, what a shell shows for a program that a broken pipe has ended; there is nobody to say it to.
    PipeClosed,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Annotate(args) => annotate(&args),
        Command::Read(args) => read(&args),
        Command::Export(args) => export::run(&args),
    };
    match done {
        Ok(status) => status,
        Err(Failure::Broken(message)) => {
            say(&message);
            ExitCode::from(1)
        }
        Err(Failure::Usage(message)) => {
            say(&message);
            ExitCode::from(2)
        }
        Err(Failure::PipeClosed) => ExitCode::from(141),
    }
}

fn annotate(args: &Annotate) -> Result<ExitCode, Failure> {
    // First, so that a name that is none leaves no empty output behind.
    let (input, length) = open(&args.input)?;
    let journal = args.resume.then(|| journal(&args.output, &args.input)).transpose()?;
    let mut input = BufReader::new(input);
    let jobs = args.jobs.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN);
    let mut progress = Progress::new(length, !is_dash(&args.output) || !io::stdout().is_terminal());
    let before = journal.as_ref().map_or(0, |journal| journal.lines);
    for number in 1..=before {
        let unreadable = |error| Failure::Broken(format!("cannot read {} on: {error}", name(&args.input)));
        match input.skip_until(b'\n').map_err(unreadable)? {
            0 => return Err(Failure::Usage(foreign(&args.output, &args.input, before))),
            bytes => progress.skip(number, bytes as u64),
        }
    }
    let output = match journal {
        Some(journal) => Box::new(journal.go_on().map_err(|error| writing(&args.output, &error))?),
        None => create(&args.output, &args.input)?,
    };
    if before > 0 {
        progress.clear();
        let lines = if before == 1 { "1 line is".into() } else { format!("{before} lines are") };
        say(&format!("{lines} in {} already; going on after them", name(&args.output)));
    }
    let mut output = BufWriter::new(output);
    let mut failed = false;
    let done = stream::annotate_lines_from(before + 1, input, &mut output, jobs, |line| {
        if let Some(error) = line.error {
            progress.clear();
            say(&format!("line {}: {error}", line.number));
            failed = true;
        }
        progress.line(line.number, line.bytes);
    });
    progress.clear();
    // What is left in its buffer has met the same error already; a second try while dropping it would say nothing new.
    let _ = output.into_parts();
    done.map_err(|stopped| match stopped {
        Stopped::Reading(error) => Failure::Broken(format!("cannot read {} on: {error}", name(&args.input))),
        Stopped::Writing(error) => writing(&args.output, &error),
        Stopped::Annotating(line) => Failure::Broken(format!("line {line}: the engine failed; please report this")),
    })?;
    Ok(ExitCode::from(u8::from(failed)))
}

fn read(args: &ReadFile) -> Result<ExitCode, Failure> {
    let article = Article::new(article_text(&args.file)?);
    let report = analyze(&article, &Options::default());
    let mut out = String::new();
    if args.marks {
        out = plain::marked(article.text.trim_end(), &report) + "\n\n";
    }
    out += &plain::tables(&article.text, &report);
    let mut output = io::stdout().lock();
    output.write_all(out.as_bytes()).and_then(|()| output.flush()).map_err(|e| writing(Path::new("-"), &e))?;
    Ok(ExitCode::SUCCESS)
}

/// The whole of a text file.
fn article_text(file: &Path) -> Result<String, Failure> {
    let (mut input, _) = open(file)?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|error| Failure::Broken(format!("cannot read {}: {error}", name(file))))?;
    if str::from_utf8(&bytes).is_err() {
        say(&format!("{} is not UTF-8; � stands for what could not be read", name(file)));
    }
    Ok(String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).into_owned())
}

/// The file, or standard input for `-`, and its length where it has one.
fn open(path: &Path) -> Result<(Box<dyn Read + Send>, Option<u64>), Failure> {
    if is_dash(path) {
        if io::stdin().is_terminal() {
            say("reading from the terminal; end with Ctrl-D on a line of its own, or see `hearsay --help`");
        }
        return Ok((Box::new(io::stdin()), None));
    }
    let problem = |error: io::Error| {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => "; check the path, or give - to read standard input",
            io::ErrorKind::PermissionDenied => "; check the file's permissions",
            _ => "",
        };
        Failure::Usage(format!("cannot open {}: {error}{remedy}", name(path)))
    };
    let file = File::open(path).map_err(problem)?;
    let about = file.metadata().map_err(problem)?;
    if about.is_dir() {
        return Err(Failure::Usage(format!("{} is a folder; name a file in it", name(path))));
    }
    Ok((Box::new(file), about.is_file().then_some(about.len())))
}

/// The file, emptied, or standard output for `-`.
fn create(path: &Path, input: &Path) -> Result<Box<dyn Write>, Failure> {
    if is_dash(path) {
        return Ok(Box::new(io::stdout()));
    }
    no_input_too(path, input)?;
    Ok(Box::new(File::create(path).map_err(|error| unwritable(path, &error))?))
}

/// The output of the run that is to be gone on with.
fn journal(path: &Path, input: &Path) -> Result<Journal, Failure> {
    if is_dash(path) {
        let message = "--resume goes on with a file, not with standard output; name the file with --output";
        return Err(Failure::Usage(message.into()));
    }
    no_input_too(path, input)?;
    Journal::open(path).map_err(|error| unwritable(path, &error))
}

fn foreign(output: &Path, input: &Path, lines: u64) -> String {
    let (output, input) = (name(output), name(input));
    format!(
        "{output} has {lines} lines, more than {input}, so it answers another input; it was left as it is. Name another \
         output, or leave out --resume to write it anew"
    )
}

fn no_input_too(path: &Path, input: &Path) -> Result<(), Failure> {
    match (path.canonicalize(), input.canonicalize()) {
        (Ok(output), Ok(input)) if output == input => {
            Err(Failure::Usage(format!("{} is the input too; name another output", name(path))))
        }
        _ => Ok(()),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::Usage(format!("cannot write {}: {error}; check that its folder exists and may be written", name(path)))
}

fn writing(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::PipeClosed,
        _ if is_dash(path) => Failure::Broken(format!("cannot write to standard output: {error}")),
        _ => Failure::Broken(format!("cannot write {}: {error}", path.display())),
    }
}

/// Whether a path stands for standard input or output.
fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn name(path: &Path) -> String {
    if is_dash(path) { "standard input".into() } else { path.display().to_string() }
}

fn jobs(text: &str) -> Result<NonZero<usize>, String> {
    // More threads than this help on no machine, and their stacks are not free.
    match text.parse::<NonZero<usize>>() {
        Ok(jobs) if jobs.get() <= 256 => Ok(jobs),
        _ => Err("a whole number from 1 to 256 is needed".into()),
    }
}

/// Tells the user. A standard error that is closed is no reason to fail.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "hearsay: {message}");
}
