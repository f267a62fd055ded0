//! `tidewaiter serve`

use crate::arguments::{Place, ServeArguments};
use crate::output::{Answer, say};
use tidewaiter_server::demo::TRUTH_FOLDER;
use tidewaiter_server::http::{ServeOptions, serve};

pub(super) async fn run(place: &Place, arguments: ServeArguments) -> anyhow::Result<Answer> {
    let store = place.open().await?;
    let settings = place.settings(&store).await?;
    let demo_truth = place.data.join(TRUTH_FOLDER);
    let truth = arguments.truth.or_else(|| demo_truth.is_dir().then_some(demo_truth));
    let options = ServeOptions {
        listen: arguments.listen,
        tls: arguments.tls_cert.zip(arguments.tls_key),
        behind_proxy: arguments.behind_proxy,
        fixed_time: arguments.open_time,
        truth,
    };
    let data = place.data.display().to_string();
    let ready = move |address: &str| say(&format!("serving {data} at {address}; Ctrl-C ends it"));
    serve(store, &place.data, settings, options, ready).await?;
    Ok(Answer::text(String::new()))
}
