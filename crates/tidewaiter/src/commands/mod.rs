//! One module for each command: arguments to use case, document to text.

mod account;
mod answer;
mod assess;
mod audit;
mod check;
mod demo;
mod doctor;
mod evaluate;
mod explain;
mod fields;
mod ingest;
mod kernel;
mod outcome;
mod quarantine;
mod queue;
mod screen;
mod serve;
mod subscription;
mod text;
mod trips;
mod trips_show;
mod world;

use crate::arguments::{Arguments, Command, KernelCommand, Place, TripsAction};
use crate::output::Answer;
use anyhow::Context;
use clap::CommandFactory;
use tidewaiter_server::settings::Settings;
use tidewaiter_server::words::{Language, Words};
use tidewaiter_server::{Act, Error, LOCAL, Options, Store, clock};

/// Runs what was typed.
pub(crate) async fn run(arguments: Arguments) -> anyhow::Result<Answer> {
    let place = arguments.place;
    match arguments.command {
        Command::Ingest(arguments) => ingest::run(&place, &arguments).await,
        Command::Answer(arguments) => answer::run(&place, &arguments).await,
        Command::Check(arguments) => check::run(&place, &arguments),
        Command::Screen(arguments) => screen::run(&place, &arguments),
        Command::Assess(arguments) => assess::run(&place, &arguments).await,
        Command::Queue(arguments) => queue::run(&place, &arguments).await,
        Command::Explain(arguments) => explain::run(&place, &arguments).await,
        Command::Outcome(arguments) => outcome::run(&place, arguments).await,
        Command::Quarantine(arguments) => quarantine::run(&place, arguments).await,
        Command::Audit(arguments) => audit::run(&place, arguments).await,
        Command::Trips(arguments) => match arguments.action {
            Some(TripsAction::Show(arguments)) => trips_show::run(&place, &arguments).await,
            None => trips::run(&place, arguments.tables),
        },
        Command::World(arguments) => world::run(&place, &arguments),
        Command::Evaluate(arguments) => evaluate::run(&place, &arguments).await,
        Command::Demo(arguments) => demo::run(&place, &arguments).await,
        Command::Serve(arguments) => serve::run(&place, arguments).await,
        Command::Account(arguments) => account::run(&place, arguments).await,
        Command::Subscription(arguments) => subscription::run(&place, arguments).await,
        Command::Doctor(arguments) => doctor::run(&place, &arguments).await,
        Command::Fields(arguments) => fields::run(&arguments),
        Command::Kernel(KernelCommand::Trips(arguments)) => kernel::trips(arguments),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "tidewaiter", &mut script);
            Ok(Answer::text(String::from_utf8(script)?))
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
            Ok(Answer::text(String::from_utf8(page)?))
        }
    }
}

/// Whoever is signed in to the operating system.
fn user() -> String {
    whoami::username().unwrap_or_else(|_| LOCAL.to_owned())
}

/// What `user` does here and now.
fn act(user: &str) -> Act<'_> {
    Act::on_command_line(user, clock::now())
}

impl Place {
    fn options(&self) -> Options {
        Options { folder: self.data.clone(), database: self.database.clone() }
    }

    /// Opens the store, making it where it is new.
    async fn open(&self) -> anyhow::Result<Store> {
        let folder = self.data.display();
        let opened = Store::open(&self.options()).await.map_err(Error::from);
        opened.with_context(|| format!("data folder {folder}"))
    }

    /// Opens a store that must be there: reading commands never make one.
    async fn existing(&self) -> anyhow::Result<Store> {
        if !self.data.exists() {
            let folder = self.data.display();
            let text = format!(
                "there is no data folder at {folder}; name it with --data, or begin with `tidewaiter ingest` or \
                 `tidewaiter demo`"
            );
            return Err(Error::Use(text).into());
        }
        self.open().await
    }

    /// The settings that apply: of the data folder, else those that the store keeps, else the defaults.
    async fn settings(&self, store: &Store) -> anyhow::Result<Settings> {
        Ok(Settings::of(&self.data, store).await?)
    }

    /// The language that was asked for, or that of the environment, or English.
    fn words(&self) -> anyhow::Result<Words> {
        let language = match &self.lang {
            Some(tag) => Language::from_tag(tag).ok_or_else(|| {
                let known: Vec<_> = Language::ALL.iter().map(|language| language.tag()).collect();
                Error::Use(format!("no words for `{tag}`; there are {}", known.join(", ")))
            })?,
            None => from_environment(),
        };
        Ok(Words::load(language)?)
    }
}

fn from_environment() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    locale.and_then(|locale| Language::from_tag(&locale)).unwrap_or(Language::English)
}
