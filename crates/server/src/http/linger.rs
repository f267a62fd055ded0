//! What a client still sends of a request that was answered before its body was read.
//!
//! Most clients look for the answer only once they have sent everything. Were the connection closed under a body that
//! is refused, they would see a broken pipe instead of the problem that tells them why. So the rest is read and thrown
//! away, within limits.

use super::limits::{LINGER_BYTES_MAX, LINGER_TIME_MAX};
use axum::body::{Body, BodyDataStream, HttpBody};
use axum::extract::Request;
use axum::http::header;
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::runtime::Handle;
use tokio::time::timeout;

/// The request with a body whose rest is read when it is dropped.
pub(super) fn linger(request: Request) -> Request {
    // Whoever waits for leave to send a body has sent nothing yet.
    if request.body().is_end_stream() || request.headers().contains_key(header::EXPECT) {
        return request;
    }
    request.map(|body| Body::from_stream(Lingering { rest: Some(body.into_data_stream()) }))
}

struct Lingering {
    /// `None` once it has ended.
    rest: Option<BodyDataStream>,
}

impl Stream for Lingering {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(rest) = &mut self.rest else { return Poll::Ready(None) };
        let next = std::task::ready!(rest.poll_next_unpin(context));
        if !matches!(next, Some(Ok(_))) {
            self.rest = None;
        }
        Poll::Ready(next)
    }
}

impl Drop for Lingering {
    fn drop(&mut self) {
        if let (Some(rest), Ok(runtime)) = (self.rest.take(), Handle::try_current()) {
            runtime.spawn(timeout(LINGER_TIME_MAX, throw_away(rest)));
        }
    }
}

async fn throw_away(mut rest: BodyDataStream) {
    let mut left = LINGER_BYTES_MAX;
    while let Some(Ok(bytes)) = rest.next().await {
        match left.checked_sub(bytes.len()) {
            Some(fewer) => left = fewer,
            None => return,
        }
    }
}
