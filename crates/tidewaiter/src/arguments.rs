//! What can be typed.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Shown when nothing was typed.
pub(crate) const WELCOME: &str = "\
Tidewaiter decides which few consignments deserve an officer's time, and says why.

It reads what carriers and traders send about goods on their way to a border (entry summary
declarations, container status messages, import declarations), rebuilds where each container
really went, looks for what does not fit, and ranks the consignments worth an inspection.

  tidewaiter demo                        see the whole of it on a small synthetic world
  tidewaiter ingest messages/            read messages; then `tidewaiter assess`, `tidewaiter queue`
  tidewaiter explain 1                   why the first on the list is there, down to the bytes

`tidewaiter --help` lists every command.
";

const AFTER_HELP: &str = "\
Exit codes: 0 done, 1 a negative answer, 2 wrong use or unreadable input, 3 done but some messages were quarantined.";

/// Decide which few consignments deserve an officer's time, and say why.
#[derive(Debug, Parser)]
#[command(name = "tidewaiter", version, after_help = AFTER_HELP, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) place: Place,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Where things are kept, and in which language they are said.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// The data folder
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "TIDEWAITER_DATA",
        default_value = "tidewaiter-data"
    )]
    pub(crate) data: PathBuf,
    /// State in PostgreSQL instead of SQLite, such as postgres://user@host/name
    #[arg(long, global = true, value_name = "URL", env = "TIDEWAITER_DATABASE", hide_env_values = true)]
    pub(crate) database: Option<String>,
    /// Language of words: en, fr, es or ar [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, global = true, value_name = "LANG")]
    pub(crate) lang: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read messages: files, folders or `-`; plain, gzip or zstd; the format is recognised
    Ingest(IngestArguments),
    /// Check messages against their standard: structure and rules, every error with its place; keeps nothing
    Check(CheckArguments),
    /// Answer entry summary declarations as ICS does: accepted, rejected, amended, or not to be loaded; keeps nothing
    Answer(AnswerArguments),
    /// Screen names against a list of names, one or many, or compare pairs; keeps nothing
    Screen(ScreenArguments),
    /// Assemble consignments and trips, and assess what is open
    Assess(AssessArguments),
    /// Today's inspection list: rank, what, where, when, why, lane
    Queue(QueueArguments),
    /// Every reason for a consignment with its evidence, down to the bytes of the messages
    Explain(ExplainArguments),
    /// Where containers went: rebuild the trips of whole archives into tables, or show those of one container
    Trips(TripsArguments),
    /// Record what an inspection found
    Outcome(OutcomeArguments),
    /// Messages that could not become records
    Quarantine(QuarantineArguments),
    /// Who did what: list the audit trail, or verify that nobody changed it
    Audit(AuditArguments),
    /// Make a synthetic world in the real wire formats, with its truth apart
    World(WorldArguments),
    /// Measure the ranking against a world's truth
    Evaluate(EvaluateArguments),
    /// Run the main job on a small synthetic world
    Demo(JsonArguments),
    /// Serve the console and the HTTP API
    Serve(ServeArguments),
    /// People who may sign in: add, list, set a password
    Account(AccountArguments),
    /// Subscriptions at carriers, whose signed notifications come to a callback
    Subscription(SubscriptionArguments),
    /// Check the data folder, the database and the reference tables
    Doctor(JsonArguments),
    /// Which element of which standard each field of the records is
    Fields(JsonArguments),
    /// One partition of a cluster's job: Arrow on standard input, Arrow on standard output
    #[command(subcommand)]
    Kernel(KernelCommand),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct JsonArguments {
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct IngestArguments {
    /// Files, folders, or `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Archives: each record counts as known from its event time on
    #[arg(long)]
    pub(crate) known_at_event_time: bool,
    /// A mapping for a layout of declarations that does not ship with the product; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Vec<PathBuf>,
    /// Who sent the messages
    #[arg(long, value_name = "NAME")]
    pub(crate) sender: Option<String>,
    /// Most bytes of one input, decompressed
    #[arg(long, value_name = "BYTES", default_value_t = tidewaiter_server::input::DECOMPRESSED_BYTES_MAX)]
    pub(crate) max_bytes: u64,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Files, folders, or `-` for standard input
    #[arg(required_unless_present = "list_rules", value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Your own rules of entry summary declarations [default: rules.toml of the data folder, where there is one]
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<PathBuf>,
    /// Print the rules that apply, in the form in which they are read
    #[arg(long, conflicts_with_all = ["inputs", "jsonl"])]
    pub(crate) list_rules: bool,
    /// Answer with one JSON document a file, one a line
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AnswerArguments {
    /// Files, folders, or `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Folder for the answers, each named after its message; needed for more than one
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Sender of the answers
    #[arg(long, value_name = "NAME", default_value = "CUSTOMS")]
    pub(crate) sender: String,
    /// Time of the answers (RFC 3339) [default: now]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<tidewaiter_model::time::UtcTime>,
    /// Notify of an intervention where the declaration is accepted
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(crate) intervene: Option<InterventionArgument>,
    /// Goods items that the intervention is about; may be repeated [default: all]
    #[arg(long, value_name = "N", requires = "intervene")]
    pub(crate) item: Vec<u32>,
    /// Your own rules, as for `check`
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<PathBuf>,
    /// Answer with one JSON document a file, one a line
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum InterventionArgument {
    /// The goods must not be loaded
    DoNotLoad,
    /// The goods will be controlled
    Control,
}

#[derive(Debug, Args)]
pub(crate) struct ScreenArguments {
    /// The name to look for
    #[arg(value_name = "NAME", required_unless_present_any = ["queries", "pairs"], conflicts_with_all = ["queries", "pairs"])]
    pub(crate) name: Option<String>,
    /// The list: one JSON object a line, with `id`, `kind` and `names`
    #[arg(long, value_name = "FILE", required_unless_present = "pairs")]
    pub(crate) list: Option<PathBuf>,
    /// Names to look for, one a line; `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) queries: Option<PathBuf>,
    /// Pairs of names to compare: CSV with the columns kind, left, right; `-` for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["list", "queries"])]
    pub(crate) pairs: Option<PathBuf>,
    /// What bears the names that are looked for: person, organisation, vessel, aircraft [default: any]
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<String>,
    /// Most matches a name
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    pub(crate) top: usize,
    /// Lowest score that counts, 0 to 1
    #[arg(long, value_name = "SCORE", default_value_t = 0.5, value_parser = share)]
    pub(crate) threshold: f32,
    /// Answer with one JSON document a name or pair, one a line
    #[arg(long)]
    pub(crate) jsonl: bool,
}

fn share(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("wanted is a number from 0 to 1".to_owned()),
    }
}

#[derive(Debug, Args)]
pub(crate) struct AssessArguments {
    /// Use only what was received up to this time (RFC 3339) [default: now]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) as_of: Option<tidewaiter_model::time::UtcTime>,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TripsTablesArguments {
    /// Canonical CSV (*.csm.csv; plain, gzip or zstd) or Parquet with the same columns: files, folders, or `-`
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Folder of the results; made if it is not there
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Your own places: CSV with the columns location,area and optionally latitude,longitude,country,kind
    #[arg(long, value_name = "FILE")]
    pub(crate) areas: Option<PathBuf>,
    /// Use only what was received up to this time (RFC 3339) [default: everything]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) as_of: Option<tidewaiter_model::time::UtcTime>,
    /// Form of the results
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = FormatArgument::Csv)]
    pub(crate) format: FormatArgument,
    /// Leave out the table of events
    #[arg(long)]
    pub(crate) no_events: bool,
    /// Do not judge: score and reasons stay empty
    #[arg(long, conflicts_with_all = ["routes", "write_routes"])]
    pub(crate) no_score: bool,
    /// Normal routes that an earlier run over other messages kept; what this one learns is added
    #[arg(long, value_name = "FILE")]
    pub(crate) routes: Option<PathBuf>,
    /// Keep the table of normal routes for later runs
    #[arg(long, value_name = "FILE")]
    pub(crate) write_routes: Option<PathBuf>,
    /// Threads [default: as many as the machine has]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=tidewaiter_server::trips::limits::THREADS_MAX as i64))]
    pub(crate) threads: Option<u16>,
    /// Memory for messages and results; beyond, temporary files beside the results are used
    #[arg(long, value_name = "BYTES", default_value_t = tidewaiter_server::trips::limits::MEMORY_BYTES_DEFAULT)]
    pub(crate) memory_max: u64,
    /// Most bytes of one input, decompressed
    #[arg(long, value_name = "BYTES", default_value_t = tidewaiter_server::trips::limits::INPUT_BYTES_MAX)]
    pub(crate) max_bytes: u64,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum KernelCommand {
    /// Rebuild the trips of a partition that holds all messages of its containers
    Trips(KernelTripsArguments),
}

#[derive(Debug, Args)]
pub(crate) struct KernelTripsArguments {
    /// Which part of the job
    #[arg(long, value_name = "PASS", value_enum, default_value_t = PassArgument::Judge)]
    pub(crate) pass: PassArgument,
    /// What an earlier pass made of all partitions; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) tables: Vec<PathBuf>,
    /// Your own places, as for `trips`
    #[arg(long, value_name = "FILE")]
    pub(crate) areas: Option<PathBuf>,
    /// Use only what was received up to this time (RFC 3339) [default: everything]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) as_of: Option<tidewaiter_model::time::UtcTime>,
    /// Messages of all partitions, by which the pass `learn` chooses its sample [default: those of this one]
    #[arg(long, value_name = "N")]
    pub(crate) messages: Option<u64>,
    /// Leave out events
    #[arg(long)]
    pub(crate) no_events: bool,
    /// Do not judge: score and reasons stay empty
    #[arg(long)]
    pub(crate) no_score: bool,
    /// Memory for messages and results; beyond, temporary files are used
    #[arg(long, value_name = "BYTES", default_value_t = tidewaiter_server::trips::limits::MEMORY_BYTES_DEFAULT)]
    pub(crate) memory_max: u64,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum PassArgument {
    /// Learn what rebuilding needs to know of all containers
    Learn,
    /// Learn what is normal, from the partition's trips
    Routes,
    /// Make one table of the tables of all partitions
    Merge,
    /// Rebuild, judge, give the results
    Judge,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FormatArgument {
    Csv,
    Parquet,
}

#[derive(Debug, Args)]
pub(crate) struct QueueArguments {
    /// Places on the day's list [default: 50]
    #[arg(long, value_name = "N")]
    pub(crate) capacity: Option<u32>,
    /// Only consignments that this office decides
    #[arg(long, value_name = "CODE")]
    pub(crate) office: Option<String>,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// Consignment, rank on today's list, container, transport document or declaration
    #[arg(value_parser = identifier)]
    pub(crate) id: String,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct TripsArguments {
    #[command(subcommand)]
    pub(crate) action: Option<TripsAction>,
    #[command(flatten)]
    pub(crate) tables: Option<TripsTablesArguments>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TripsAction {
    /// Draw the trips of one container: calls, legs, reports by source, reasons beside the part they are about
    Show(TripsShowArguments),
}

#[derive(Debug, Args)]
pub(crate) struct TripsShowArguments {
    /// Container number
    #[arg(value_parser = identifier)]
    pub(crate) container: String,
    /// Use only what was received up to this time (RFC 3339) [default: the last assessment's]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) as_of: Option<tidewaiter_model::time::UtcTime>,
    /// Columns to draw in, 60 to 160 [default: the terminal's]
    #[arg(long, value_name = "N")]
    pub(crate) width: Option<usize>,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct OutcomeArguments {
    /// Consignment, rank on today's list, container, transport document or declaration
    #[arg(value_parser = identifier)]
    pub(crate) id: String,
    /// Kind of irregularity
    #[arg(
        long,
        value_name = "TYPE",
        required_unless_present = "nothing",
        conflicts_with = "nothing",
        value_parser = clap::builder::PossibleValuesParser::new(tidewaiter_server::outcome::FINDINGS)
    )]
    pub(crate) found: Option<String>,
    /// Nothing was wrong
    #[arg(long)]
    pub(crate) nothing: bool,
    /// Value of what was found, or duty recovered
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) value: Option<tidewaiter_model::money::Decimal>,
    /// What the officer wants to add
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct QuarantineArguments {
    #[command(subcommand)]
    pub(crate) action: Option<QuarantineAction>,
    /// Answer with one JSON document
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum QuarantineAction {
    /// List the messages, oldest first
    List {
        /// Most messages to list
        #[arg(long, default_value_t = 50)]
        limit: i64,
        /// Those that left quarantine as well
        #[arg(long)]
        all: bool,
    },
    /// Show one message: what is wrong, where, and its content
    Show {
        /// Its number
        id: i64,
    },
    /// Read messages again, as sent or as corrected
    Replay {
        /// Their numbers; all that wait if none is given
        ids: Vec<i64>,
        /// The corrected message, a file or `-`; needs exactly one number
        #[arg(long = "with", value_name = "FILE")]
        corrected: Option<PathBuf>,
        /// A mapping for a layout of declarations that does not ship with the product; may be repeated
        #[arg(long, value_name = "FILE")]
        mapping: Vec<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct AuditArguments {
    #[command(subcommand)]
    pub(crate) action: AuditAction,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AuditAction {
    /// Walk the whole trail; exit code 1 when a record was changed, removed or added
    Verify {
        /// Hash that an earlier run printed as head: it must be in the trail
        #[arg(long, value_name = "HEAD")]
        expect: Option<String>,
        /// Answer with one JSON document
        #[arg(long)]
        json: bool,
    },
    /// List records, newest first
    List(AuditListArguments),
}

#[derive(Debug, Args)]
pub(crate) struct AuditListArguments {
    /// Only by this login
    #[arg(long, value_name = "LOGIN")]
    pub(crate) actor: Option<String>,
    /// Only this action, such as case.take, or every one that begins so: case.
    #[arg(long, value_name = "ACTION")]
    pub(crate) action: Option<String>,
    /// Only about this kind of thing, such as consignment, account, file
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<String>,
    /// Only about the thing with this id
    #[arg(long, value_name = "ID")]
    pub(crate) object: Option<String>,
    /// Not before this time (RFC 3339)
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) from: Option<tidewaiter_model::time::UtcTime>,
    /// Before this time (RFC 3339)
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) to: Option<tidewaiter_model::time::UtcTime>,
    /// Those behind this record, oldest first
    #[arg(long, value_name = "N")]
    pub(crate) after: Option<i64>,
    /// Most records to list
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(crate) limit: i64,
    #[command(flatten)]
    pub(crate) form: ListForm,
}

/// How a list is written.
#[derive(Debug, Args)]
pub(crate) struct ListForm {
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    /// Answer with one JSON document a line
    #[arg(long, conflicts_with = "json")]
    pub(crate) jsonl: bool,
}

/// How hard a world is to read.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ProfileArgument {
    /// Few omissions, plain wrongdoing
    Easy,
    /// Many omissions and errors, subtle wrongdoing, honest oddities that look like it
    Hard,
}

/// What a world is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum WorkloadArgument {
    /// Messages of all kinds around the imports of one country
    Consignments,
    /// Container status messages of years, and the true trips
    Trips,
}

#[derive(Debug, Args)]
pub(crate) struct WorldArguments {
    /// Folder for the messages; must be new or empty
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Folder for the truth [default: the same with `-truth` behind it]
    #[arg(long, value_name = "DIR")]
    pub(crate) truth: Option<PathBuf>,
    /// What the world is for
    #[arg(long, value_enum, default_value = "consignments")]
    pub(crate) workload: WorkloadArgument,
    /// Containers that move [default: 3000; of trips 50000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) containers: Option<u32>,
    /// Days the world lasts [default: 150; of trips 1095]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=3_650))]
    pub(crate) days: Option<u32>,
    /// Trips only: places have codes that no table knows, and that only areas.csv explains
    #[arg(long)]
    pub(crate) made_up_places: bool,
    /// The same seed gives the same world, byte for byte
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How hard it is to read
    #[arg(long, value_enum, default_value = "easy")]
    pub(crate) profile: ProfileArgument,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EvaluateArguments {
    /// Folder with the truth of the world whose messages are in the data folder
    #[arg(long, value_name = "DIR")]
    pub(crate) truth: PathBuf,
    /// Share of consignments that can be inspected
    #[arg(long, value_name = "SHARE", default_value_t = 0.02)]
    pub(crate) capacity: f64,
    /// Answer with one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    /// Where to listen; beyond this machine only with accounts and TLS
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8617")]
    pub(crate) listen: std::net::SocketAddr,
    /// Certificate chain, PEM
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// Its private key, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub(crate) tls_key: Option<PathBuf>,
    /// A proxy at this address ends TLS; it alone is believed about clients
    #[arg(long, value_name = "IP", conflicts_with = "tls_cert")]
    pub(crate) behind_proxy: Option<std::net::IpAddr>,
    /// The data stand at this time (RFC 3339) [default: the demo's end in a demo, else the clock]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) open_time: Option<tidewaiter_model::time::UtcTime>,
    /// Folder with the truth of the world in the data folder, for the evaluation [default: the demo's in a demo]
    #[arg(long, value_name = "DIR")]
    pub(crate) truth: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AccountArguments {
    #[command(subcommand)]
    pub(crate) action: AccountAction,
}

#[derive(Debug, Args)]
pub(crate) struct SubscriptionArguments {
    #[command(subcommand)]
    pub(crate) action: SubscriptionAction,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SubscriptionAction {
    /// Make a subscription; its secret is printed once
    Add {
        /// In whose name it sends
        #[arg(long)]
        sender: String,
        /// What it is for [default: the sender]
        #[arg(long)]
        name: Option<String>,
        /// What the carrier calls it; notifications must then name it
        #[arg(long, value_name = "ID")]
        carrier_id: Option<String>,
        /// Answer with one JSON document
        #[arg(long)]
        json: bool,
    },
    /// List the subscriptions, without their secrets
    List {
        /// Answer with one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Make another secret; the one before counts for an hour more
    Rotate {
        /// Which
        id: String,
        /// Answer with one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Remove a subscription
    Remove {
        /// Which
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum AccountAction {
    /// Make an account; the password is asked for, or read from standard input
    Add {
        /// What is typed to sign in
        login: String,
        /// The person's name [default: the login]
        #[arg(long)]
        name: Option<String>,
        /// What the person is here for
        #[arg(long, value_parser = ["officer", "analyst", "supervisor", "administrator"])]
        role: String,
    },
    /// List the accounts
    List {
        /// Answer with one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Set a password; it is asked for, or read from standard input
    Password {
        /// Whose
        login: String,
    },
}

fn time(text: &str) -> Result<tidewaiter_model::time::UtcTime, String> {
    text.parse().map_err(|error: tidewaiter_model::time::TimeError| error.to_string())
}

/// What was copied from an Arabic answer may have isolation marks around it.
fn identifier(text: &str) -> Result<String, std::convert::Infallible> {
    Ok(tidewaiter_server::words::without_isolation(text))
}
