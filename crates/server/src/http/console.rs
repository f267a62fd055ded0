//! The console's files: embedded in a release build that was made after them, read from `web/dist` by a development
//! build.

use super::problem::{Code, Failure};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::{EmbeddedFile, RustEmbed};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;
use std::sync::OnceLock;

/// What `npm run build` makes in `web`. Without it the binary still builds.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Files;

/// The build sets it to a digest of the console, so that the binary is made anew when the console was.
const _: Option<&str> = option_env!("TIDEWAITER_CONSOLE");

const INDEX: &str = "index.html";
/// Files below this folder carry a hash of their content in their name and never change.
const HASHED: &str = "assets/";
const SMALLEST_COMPRESSED_BYTES: usize = 512;
/// Bytes of a file's digest in its entity tag.
const TAG_BYTES: usize = 10;

/// What is said instead of the console when it was not built.
const NOT_BUILT: &str = "\
<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Tidewaiter</title></head><body>\
<h1>The console is not in this binary</h1>\
<p>It was built without the console's files. The API answers under <a href=\"/api/v1/openapi.json\">/api/v1</a>.</p>\
<p>To have the console, run <code>make run</code> in the source folder, or build it by hand:</p>\
<pre>cd web &amp;&amp; npm ci &amp;&amp; npm run build &amp;&amp; cd ..\n\
TIDEWAITER_CONSOLE=$(cksum &lt; web/dist/index.html) cargo build --release --bin tidewaiter</pre>\
</body></html>";

struct Asset {
    plain: Cow<'static, [u8]>,
    /// Compressed when first asked for, so that the first page does not wait for files it has no use for; `None` when
    /// compressing gains nothing.
    gzip: OnceLock<Option<Vec<u8>>>,
    media_type: &'static str,
    tag: HeaderValue,
}

impl Asset {
    fn gzip(&self) -> Option<&[u8]> {
        let compress = || compressed(&self.plain).filter(|gzip| gzip.len() < self.plain.len() * 9 / 10);
        self.gzip.get_or_init(compress).as_deref()
    }
}

fn assets() -> &'static HashMap<String, Asset> {
    static ASSETS: OnceLock<HashMap<String, Asset>> = OnceLock::new();
    ASSETS.get_or_init(|| {
        Files::iter()
            .filter_map(|name| Files::get(&name).map(|file| (name.to_string(), asset(&name, file))))
            .collect()
    })
}

fn asset(name: &str, file: EmbeddedFile) -> Asset {
    // Of a file in the binary the digest was made with the binary.
    let digest = file.metadata.sha256_hash();
    let tag: String = digest.iter().take(TAG_BYTES).map(|byte| format!("{byte:02x}")).collect();
    let tag = HeaderValue::from_str(&format!("\"{tag}\"")).unwrap_or(HeaderValue::from_static("\"none\""));
    Asset { plain: file.data, gzip: OnceLock::new(), media_type: media_type(name), tag }
}

fn compressed(plain: &[u8]) -> Option<Vec<u8>> {
    if plain.len() < SMALLEST_COMPRESSED_BYTES {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Whether the console is in this binary.
pub(super) fn is_built() -> bool {
    assets().contains_key(INDEX)
}

/// Answers every path outside the API: a file, or the console's one page for its own paths.
pub(super) async fn serve(method: Method, uri: axum::http::Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if uri.path().starts_with(super::API_ROOT) {
        return Failure::new(Code::NotFound, format!("there is nothing at {}", uri.path())).into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return Failure::new(Code::MethodNotAllowed, "the console's files can only be read").into_response();
    }
    if let Some(asset) = assets().get(path) {
        let forever = path.starts_with(HASHED);
        return answer(asset, forever, &headers);
    }
    // A missing file must not come back as a page; a path of the console has no extension in its last part.
    let looks_like_file =
        path.starts_with(HASHED) || path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if looks_like_file && !path.starts_with("case/") {
        return Failure::new(Code::NotFound, format!("there is nothing at {}", uri.path())).into_response();
    }
    match assets().get(INDEX) {
        Some(index) => answer(index, false, &headers),
        None => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], NOT_BUILT).into_response(),
    }
}

fn answer(asset: &'static Asset, forever: bool, headers: &HeaderMap) -> Response {
    let cache = if forever { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag == asset.tag);
    let wants_gzip = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|coding| coding.trim().split(';').next() == Some("gzip")));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else if let Some(gzip) = wants_gzip.then(|| asset.gzip()).flatten() {
        ([(header::CONTENT_ENCODING, "gzip")], gzip).into_response()
    } else {
        asset.plain.as_ref().into_response()
    };
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    out.insert(header::ETAG, asset.tag.clone());
    response
}
