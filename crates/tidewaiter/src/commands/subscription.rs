//! `tidewaiter subscription`

use super::{act, user};
use crate::arguments::{Place, SubscriptionAction, SubscriptionArguments};
use crate::output::Answer;
use std::fmt::Write;
use tidewaiter_server::Error;
use tidewaiter_server::subscription::{MadeSubscription, Subscription, Terms, add, list, rotate};
use tidewaiter_server::words::printable;

pub(super) async fn run(place: &Place, arguments: SubscriptionArguments) -> anyhow::Result<Answer> {
    match arguments.action {
        SubscriptionAction::Add { sender, name, carrier_id, json } => {
            let store = place.open().await?;
            let terms = Terms { name: name.unwrap_or_else(|| sender.clone()), sender, carrier_id };
            made(&add(&store, &place.data, &act(&user()), terms).await?, json)
        }
        SubscriptionAction::List { json } => {
            let all = list(&place.existing().await?).await?;
            if json { Answer::json(&all) } else { Ok(Answer::text(text(&all))) }
        }
        SubscriptionAction::Rotate { id, json } => {
            let store = place.existing().await?;
            let rotated = rotate(&store, &place.data, &act(&user()), &id).await?;
            made(&rotated.ok_or_else(|| missing(&id))?, json)
        }
        SubscriptionAction::Remove { id } => {
            let store = place.existing().await?;
            if !store.subscription_remove(&act(&user()), &id).await? {
                return Err(missing(&id).into());
            }
            Ok(Answer::text(format!("{id} is removed; what it sent stays\n")))
        }
    }
}

fn missing(id: &str) -> Error {
    Error::Use(format!("there is no subscription `{id}`; `tidewaiter subscription list` shows them"))
}

fn made(made: &MadeSubscription, json: bool) -> anyhow::Result<Answer> {
    if json {
        return Answer::json(made);
    }
    let MadeSubscription { subscription: Subscription { callback, sender, .. }, secret } = made;
    Ok(Answer::text(format!(
        "callback {callback}, behind the address of the server\nsecret   {secret}\nGive both to {}; the secret is not shown \
         again.\n",
        printable(sender)
    )))
}

fn text(all: &[Subscription]) -> String {
    if all.is_empty() {
        return "there are no subscriptions\n".to_owned();
    }
    all.iter().fold(String::new(), |mut out, one| {
        let carrier = one.carrier_id.as_deref().unwrap_or("-");
        let (sender, name) = (printable(&one.sender), printable(&one.name));
        let _ =
            writeln!(out, "{}  {sender:<24} {:<38} made {}  {name}", one.id, printable(carrier), one.created);
        out
    })
}
