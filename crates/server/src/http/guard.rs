//! Stands before every handler: request ids, hosts and origins, who asks, what they may, how much they send.

use super::access::{ANY, Need, Rule, methods_of, rule_of};
use super::caller::{self, Caller, From};
use super::limits::{ANSWER_TIME_MAX, BODY_TIME_MAX, ROOM_WAIT_MAX};
use super::problem::{Answer, Code, Failure, ProblemItem, finish};
use super::throttle::Why;
use super::{API_ROOT, App, METRICS_PATH, linger, once, secret};
use axum::body::Body;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::timeout;

/// Only our own files may run or be shown: a script in a goods description stays a text.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'";
/// The scope of those who send.
const SEND: &str = "messages:write";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The outermost layer.
pub(super) async fn guard(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let id = secret::id();
    let method = request.method().clone();
    let matched = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let is_api = request.uri().path().starts_with(API_ROOT) || request.uri().path() == METRICS_PATH;
    let request = linger::linger(request);
    let answered = pass(&app, peer.ip(), &id, matched.as_deref(), request, next).await;
    let response = finish(answered.unwrap_or_else(IntoResponse::into_response), &id);
    let response = with_headers(response, &id, is_api);
    // Paths of the console are many; one label stands for all of them.
    let route = matched.as_deref().unwrap_or(if is_api { "unknown" } else { "console" });
    app.metrics.request(method.as_str(), route, response.status().as_u16(), begun.elapsed());
    response
}

fn with_headers(mut response: Response, id: &str, is_api: bool) -> Response {
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_api {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
    response
}

async fn pass(
    app: &Arc<App>,
    peer: IpAddr,
    id: &str,
    matched: Option<&str>,
    mut request: Request,
    next: Next,
) -> Answer<Response> {
    let address = address(app, peer, request.headers())?;
    check_host(app, request.headers(), request.uri().host())?;
    let Some(matched) = matched else { return Ok(next.run(request).await) };
    if matched == METRICS_PATH {
        return metrics(app, request, next, &From { address, request: id.to_owned() }).await;
    }
    let Some(rule) = rule_of(request.method(), matched) else { return Ok(no_such_method(matched)) };
    let from = From { address, request: id.to_owned() };
    let caller = caller::recognise(app, request.headers(), &from).await;
    // A stale cookie must not keep anybody from signing in again.
    let caller = if rule.need == Need::Public { caller.ok().flatten() } else { caller? };
    match &caller {
        Some(caller) => caller.fits(rule)?,
        None if rule.need == Need::Public => {}
        None => return Err(Failure::new(Code::NotSignedIn, "sign in, or send a key as a bearer token")),
    }
    check_origin(request.method(), request.headers())?;
    check_query(rule, request.uri().query())?;
    request.extensions_mut().insert(from);
    if let Some(caller) = &caller {
        request.extensions_mut().insert(caller.clone());
    }
    run(app, rule, caller.as_ref(), request, next).await
}

/// Reads the body, then runs the handler: once for each idempotency key, and within its time.
async fn run(
    app: &Arc<App>,
    rule: &'static Rule,
    caller: Option<&Caller>,
    request: Request,
    next: Next,
) -> Answer<Response> {
    if rule.stream {
        return Ok(next.run(request).await);
    }
    let sender = caller
        .and_then(Caller::sender)
        .filter(|_| rule.scope == Some(SEND) && request.method() == Method::POST);
    let most = match sender {
        Some(sender) => {
            app.admit(sender, stated_length(&request).unwrap_or_default() as u64).await?;
            let limits = app.live.settings().senders.of(sender);
            rule.body_bytes_max.min(usize::try_from(limits.bytes_a_request).unwrap_or(usize::MAX))
        }
        None => rule.body_bytes_max,
    };
    let with_body = with_body(app, most, request).await;
    if let (Some(sender), Err(failure)) = (sender, &with_body)
        && failure.code() == Code::TooLarge
    {
        app.senders.refuse(sender, Why::Length);
    }
    let (request, _room) = with_body?;
    let answered = timeout(ANSWER_TIME_MAX, once::run(app, rule, caller, request, next)).await;
    answered.unwrap_or_else(|_| {
        let seconds = ANSWER_TIME_MAX.as_secs();
        Err(Failure::new(Code::Unavailable, format!("there was no answer within {seconds} s; try again"))
            .retry_after(5))
    })
}

/// Says in `Allow` too which methods there are (RFC 9110, section 15.5.6).
fn no_such_method(matched: &str) -> Response {
    let methods = methods_of(matched).join(", ");
    if methods.is_empty() {
        return Failure::new(Code::Forbidden, "nobody may use this path: it stands in no rule")
            .into_response();
    }
    let failure = Failure::new(Code::MethodNotAllowed, format!("this path knows {methods}"));
    let allow = HeaderValue::from_str(&methods).map(|methods| [(header::ALLOW, methods)]);
    (allow.ok(), failure).into_response()
}

/// The address of the client. Only the stated proxy is believed about somebody else's.
fn address(app: &App, peer: IpAddr, headers: &HeaderMap) -> Answer<IpAddr> {
    let Some(proxy) = app.options.behind_proxy else { return Ok(peer) };
    if peer != proxy {
        let detail = "this server answers only through its proxy; use the address of that";
        return Err(Failure::new(Code::Forbidden, detail));
    }
    let forwarded = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
    // The last entry is the one that the proxy itself added.
    let last = forwarded.rsplit(',').next().unwrap_or_default().trim();
    let plain = headers.get("x-forwarded-proto").is_none_or(|scheme| scheme != "https");
    if plain {
        let detail = "the proxy did not say X-Forwarded-Proto: https; use the address that begins with https";
        return Err(Failure::new(Code::Forbidden, detail));
    }
    Ok(last.parse().unwrap_or(peer))
}

/// On loopback only names of this machine are answered, so that no page elsewhere can have a name of its own point here.
fn check_host(app: &App, headers: &HeaderMap, of_uri: Option<&str>) -> Answer<()> {
    let stated = headers.get(header::HOST).and_then(|value| value.to_str().ok()).or(of_uri);
    let Some(stated) = stated else {
        return Err(Failure::new(Code::InvalidRequest, "the request names no host"));
    };
    let is_loopback_only = app.options.listen.ip().is_loopback() && app.options.behind_proxy.is_none();
    if !is_loopback_only || is_name_of_this_machine(stated) {
        return Ok(());
    }
    let item = ProblemItem::new("header:host", "unknown_host", &[("found", stated)]);
    let detail = "this server answers on this machine only; use localhost or 127.0.0.1 as the host";
    Err(Failure::new(Code::Forbidden, detail).with(item))
}

fn is_name_of_this_machine(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A change must come from our own page, from a key, or from a program that is no browser. Browsers always say where a
/// change comes from, so silence together with a cookie is refused as well.
fn check_origin(method: &Method, headers: &HeaderMap) -> Answer<()> {
    if matches!(*method, Method::GET | Method::HEAD) || caller::bearer(headers).is_some() {
        return Ok(());
    }
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let site = text(HeaderName::from_static("sec-fetch-site"));
    let same = match (site, text(header::ORIGIN)) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => {
            let host = text(header::HOST).unwrap_or_default();
            origin.split_once("://").is_some_and(|(_, of_origin)| of_origin.eq_ignore_ascii_case(host))
        }
        (None, None) => caller::cookie(headers, caller::COOKIE).is_none(),
    };
    if same {
        return Ok(());
    }
    let detail = "a change must come from the console's own page; programs send a key as a bearer token";
    Err(Failure::new(Code::Forbidden, detail).with(ProblemItem::new("header:origin", "foreign_origin", &[])))
}

fn check_query(rule: &Rule, query: Option<&str>) -> Answer<()> {
    if rule.query.contains(&ANY) {
        return Ok(());
    }
    let mut seen: Vec<String> = Vec::new();
    for part in query.unwrap_or_default().split('&').filter(|part| !part.is_empty()) {
        let name = part.split('=').next().unwrap_or_default();
        let known = rule.query.contains(&name);
        let (code, detail) = match (known, seen.iter().any(|seen| seen == name)) {
            (true, false) => {
                seen.push(name.to_owned());
                continue;
            }
            (true, true) => ("repeated", format!("the query parameter `{name}` is given twice")),
            (false, _) => {
                let there = rule.query.join(", ");
                let there = if there.is_empty() { "none".to_owned() } else { there };
                ("unknown_parameter", format!("there is no query parameter `{name}`; known: {there}"))
            }
        };
        let item = ProblemItem::new(format!("query:{name}"), code, &[("found", name)]);
        return Err(Failure::new(Code::InvalidRequest, detail).with(item));
    }
    Ok(())
}

/// How long the client says that its body is.
fn stated_length(request: &Request) -> Option<usize> {
    let stated = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    stated.and_then(|value| value.parse().ok())
}

/// Reads the whole body within the rule's limit and the room there is for bodies in all.
async fn with_body(
    app: &App,
    most: usize,
    request: Request,
) -> Answer<(Request, Option<OwnedSemaphorePermit>)> {
    let too_large =
        || Failure::new(Code::TooLarge, format!("a body has at most {most} bytes here; send less at once"));
    let stated = stated_length(&request);
    if stated.is_some_and(|length| length > most) {
        return Err(too_large());
    }
    let has_body =
        stated.is_some_and(|length| length > 0) || request.headers().contains_key(header::TRANSFER_ENCODING);
    if !has_body && request.method() == Method::GET {
        return Ok((request, None));
    }
    let room = room(app, stated.unwrap_or(most)).await?;
    let (parts, body) = request.into_parts();
    let collected = timeout(BODY_TIME_MAX, Limited::new(body, most).collect()).await;
    let bytes: Bytes = match collected {
        Ok(Ok(collected)) => collected.to_bytes(),
        Ok(Err(error)) if error.is::<LengthLimitError>() => return Err(too_large()),
        Ok(Err(_)) => return Err(Failure::new(Code::InvalidRequest, "the body broke off before its end")),
        Err(_) => {
            let seconds = BODY_TIME_MAX.as_secs();
            return Err(Failure::new(Code::InvalidRequest, format!("the body took longer than {seconds} s")));
        }
    };
    Ok((Request::from_parts(parts, Body::from(bytes)), Some(room)))
}

async fn room(app: &App, bytes: usize) -> Answer<OwnedSemaphorePermit> {
    let kibibytes = u32::try_from(bytes.div_ceil(1024).max(1)).unwrap_or(u32::MAX);
    let waiting = timeout(ROOM_WAIT_MAX, app.room.clone().acquire_many_owned(kibibytes));
    match waiting.await {
        Ok(Ok(room)) => Ok(room),
        Ok(Err(closed)) => Err(Failure::internal(closed)),
        Err(_) => {
            Err(Failure::new(Code::Unavailable, "too much is being sent at once; try again").retry_after(5))
        }
    }
}

/// `/metrics` is for whoever runs the server: a key of that scope, an administrator, or anybody on this machine while
/// there are no accounts.
async fn metrics(app: &Arc<App>, request: Request, next: Next, from: &From) -> Answer<Response> {
    use super::access::Permission;
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Err(Failure::new(Code::MethodNotAllowed, "metrics can only be read"));
    }
    let caller = caller::recognise(app, request.headers(), from).await?;
    let caller =
        caller.ok_or_else(|| Failure::new(Code::NotSignedIn, "send a key with the scope metrics:read"))?;
    let by_scope = matches!(&caller.kind, caller::Kind::Key { scopes, .. } if scopes.iter().any(|s| s == "metrics:read"));
    if by_scope || caller.may(Permission::ManageSettings) {
        return Ok(next.run(request).await);
    }
    Err(Failure::new(Code::Forbidden, "this needs the scope metrics:read or the right manage_settings"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine_are_told_from_others() {
        for host in ["localhost", "LOCALHOST:8617", "127.0.0.1:1", "127.9.9.9", "[::1]:8617", "[::1]"] {
            assert!(is_name_of_this_machine(host), "{host}");
        }
        for host in ["evil.example", "localhost.evil.example", "10.0.0.1:8617", "", "127.0.0.1.nip.io"] {
            assert!(!is_name_of_this_machine(host), "{host}");
        }
    }

    #[test]
    fn changes_come_from_our_own_page_or_from_no_browser() {
        let headers = |pairs: &[(&str, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                let name: HeaderName = name.parse().unwrap();
                headers.insert(name, value.parse().unwrap());
            }
            headers
        };
        let allowed = |pairs: &[(&str, &str)]| check_origin(&Method::POST, &headers(pairs)).is_ok();
        assert!(allowed(&[("sec-fetch-site", "same-origin")]));
        assert!(allowed(&[("origin", "http://localhost:1"), ("host", "localhost:1")]));
        assert!(allowed(&[("host", "localhost:1")]));
        assert!(allowed(&[("authorization", "Bearer x"), ("origin", "https://evil.example")]));
        assert!(!allowed(&[("sec-fetch-site", "cross-site"), ("origin", "http://localhost:1")]));
        assert!(!allowed(&[("sec-fetch-site", "same-site")]));
        assert!(!allowed(&[("sec-fetch-site", "none")]));
        assert!(!allowed(&[("origin", "http://evil.example"), ("host", "localhost:1")]));
        assert!(!allowed(&[("origin", "null"), ("host", "localhost:1")]));
        assert!(!allowed(&[("cookie", "tidewaiter_session=x"), ("host", "localhost:1")]));
    }
}
