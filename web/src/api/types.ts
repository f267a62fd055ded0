// Shapes of the HTTP API, /api/v1: snake_case JSON, times RFC 3339 in UTC, decimals as strings, lists as keyset pages.
// Every text a reader sees comes in the reader’s language.
// ---------------------------------------------------------------- basics
export type Time = string; export type Decimal = string;
export interface Money { amount: Decimal; currency: string }
export interface Problem { type: string; title: string; status: number; code: string; detail: string; request_id: string;
  errors?: { pointer: string; code: string; params: Record<string, string> }[]; holder?: Person; retry_after_seconds?: number }
// codes: invalid_request, not_signed_in, wrong_credentials, too_many_attempts, forbidden, not_found, no_free_case, nothing_assessed,
//  locked_by_other, lock_lost, stale (412), precondition_required (428), conflict, idempotency_mismatch, too_late, too_large, unreadable,
//  unsupported_encoding, rate_limited, unavailable, internal
export interface Page<T> { items: T[]; next: string | null; total?: number }
export interface Person { login: string; name: string }
export type Role = 'officer' | 'analyst' | 'supervisor' | 'administrator';
export type Permission = 'read_cases' | 'work_cases' | 'override_locks' | 'share_filters' | 'send_messages' | 'work_quarantine' | 'assess'
  | 'read_overview' | 'evaluate' | 'read_audit' | 'manage_accounts' | 'manage_settings';
// officer: read_cases work_cases · analyst: read_cases share_filters send_messages work_quarantine assess read_overview evaluate
// supervisor: read_cases work_cases override_locks share_filters work_quarantine assess read_overview evaluate read_audit
// administrator: read_cases(no work) manage_accounts manage_settings read_audit work_quarantine send_messages assess read_overview
// ---------------------------------------------------------------- session
export interface SignInOptions { mode: 'local' | 'accounts'; openid_connect: { label: string; url: string } | null; version: string }  // GET /sign-in-options (public)
export interface Session { person: Person; role: Role; permissions: Permission[]; mode: 'local' | 'accounts'; expires_at: Time | null; idle_seconds: number | null;
  world_time: Time | null /* set when the data stand at a fixed time, as in the demo */; now: Time; preferences: Preferences; version: string; demo: boolean }
export interface Preferences { language: 'en' | 'fr' | 'es' | 'ar'; theme: 'system' | 'light' | 'dark'; density: 'compact' | 'comfortable';
  time_zone: string /* IANA or 'UTC' */; shortcuts: boolean; guide_done: boolean }
// GET /session -> Session | 401 ; POST /session {login,password} -> Session ; DELETE /session -> 204
// PUT /session/password {current,new} -> 204 ; PUT /session/preferences Preferences -> Preferences
// GET /session/openid-connect?return_to=/path -> 302 ; GET /session/openid-connect/callback
// ---------------------------------------------------------------- queue
export type Lane = 'red' | 'yellow' | 'blue' | 'green';
export interface Stop { area: string; name: string; country: string; role: 'load' | 'transhipment' | 'discharge' | 'declared'; lat?: number | null; lon?: number | null } // CHANGED (web2): lat/lon optional; please fill them at least in Comparison.routes so that the usual route can be drawn on the map
export interface Lock { holder: Person; taken: Time; expires: Time; mine: boolean }
export interface Outcome { id: number; found: string | null; value: Decimal | null; note: string | null; recorded: Time; by: Person | null; withdrawn: boolean; undo_until: Time | null }
export interface ReasonView { code: string; variant: string; strength: number; text: string; title: string /* short name of the indicator */; params: Record<string, Param> }
export interface Param { type: string; value: unknown }
export interface PartyView { name: string | null; identifier: string | null; country: string | null }
export interface QueueRow { id: string; version: string /* ETag of the case */; rank: number /* by score among all open, from 1 */; score: number;
  lane: Lane | null; arm: 'risk' | 'random' | null; list_day: string | null; list_rank: number | null;
  state: 'free' | 'taken' | 'decided'; lock: Lock | null; outcome: Outcome | null; office: string; containers: string[]; transport_document: string | null;
  route: Stop[]; goods: { hs_code: string | null; description: string | null; more: number }; consignor: PartyView | null; consignee: PartyView | null;
  origins: string[]; expected_arrival: Time | null; deadline: Time | null; overdue: boolean; value: Money | null; at_stake: Money | null;
  reasons: ReasonView[] /* strongest 3; empty when arm is random */; reasons_more: number }
export interface QueuePage extends Page<QueueRow> { total: number; as_of: Time; run: number; day: string; counts: { free: number; taken: number; decided: number; overdue: number; listed: number } }
// GET /queue?filter=&sort=risk|urgency|arrival|value|at_stake|office|consignee|-…&limit=&after=  -> QueuePage  (409 nothing_assessed)
// filter: words and terms: origin:CN from:CNSHG to:GBFXT via:SG reason:RT-TS hs:6109 lane:red arm:random list:today state:free who:anna office:GB000033
//   consignee:"acme trading" container:MSKU value>50000 score>=0.5 arrives<2026-06-03 overdue:yes ; `-term` excludes; a,b = or ; bare words search numbers, names and goods
// bad filter -> 400 invalid_request with errors[{pointer:'filter:12-17', code:'unknown_key'|'bad_value'|'unclosed_quote'|…, params:{found,nearest}}]
export interface FilterKey { key: string; kind: 'text' | 'code' | 'number' | 'date' | 'choice' | 'flag'; choices: { value: string; label: string }[]; label: string; example: string }
// GET /queue/filter-keys -> {items: FilterKey[]}
// POST /queue/take-next {filter?: string, after?: string /* id to leave out */} (Idempotency-Key) -> QueueRow  (404 no_free_case)  most urgent free case: listed ones by deadline then score
// GET /queue/events : SSE. event: hello {run}, run {run, as_of, total}, cases {ids: string[]} (rows changed: lock, outcome), quarantine {open}, ping
// PUT /consignments/{id}/lock {} -> Lock (409 locked_by_other + holder) takes or extends (lasts 10 min, setting); DELETE /consignments/{id}/lock -> 204; supervisor may DELETE another's
export interface SavedFilter { id: number; name: string; filter: string; sort: string; shared: boolean; owner: Person; mine: boolean; count: number; version: string }
// GET /filters ; POST /filters {name,filter,sort,shared} ; PUT /filters/{id} (If-Match) ; DELETE /filters/{id} (If-Match)
// POST /consignments/{id}/outcomes {found|null,value|null,note|null} + Idempotency-Key + If-Match: version -> Outcome (412 stale, 409 locked_by_other)
// POST /outcomes {consignment_ids[<=200],found,value,note} + Idempotency-Key -> {items:[{consignment_id, outcome: Outcome|null, problem: Problem|null}]}
// POST /outcomes/withdraw {ids:number[]} -> {items:[{id, withdrawn: boolean, problem}]}   within 10 s by the same person (too_late after)
// ---------------------------------------------------------------- one consignment
export interface MessageRef { file: number; start: number; len: number }
export interface Piece { role: string; role_text: string; message: MessageRef; file_name: string; format: string; sender: string | null; received: Time | null;
  excerpt: { before: string; marked: string; after: string; cut_before: boolean; cut_after: boolean } }
export type Comparison =
  | { kind: 'distribution'; what: string /* words: value per kg of HS 610910 from BD */; unit: 'amount_per_kg' | 'hours' | 'kg' | 'share' | 'count'; currency: string | null; value: number; threshold: number | null; median: number | null; population: number; scale: 'log' | 'linear'; bins: { from: number; to: number; count: number }[] }
  | { kind: 'routes'; what: string; population: number; this: Stop[]; usual: { stops: Stop[]; count: number; share: number; same: boolean; track?: [number, number][] /* CHANGED (web2): optional, lon/lat along the sea routes; without it the stops are joined straight */ }[] };
export interface EvidenceReason extends ReasonView { weight: number /* by itself, 0..1 */; meaning: string /* one sentence: what the indicator tests */; evidence: Piece[]; comparison: Comparison | null; trip: { container: string; from: Time | null; to: Time | null; areas: string[] } | null /* part of the trip to highlight */ }
export interface CaseRef { id: string; day: string | null; score: number | null; lane: Lane | null; goods: string; route: string[]; outcome: { found: string | null; value: Decimal | null; recorded: Time } | null; open: boolean }
export interface DocumentsTable { columns: { key: string; title: string /* ENS 26…, import declaration …, terminal report */; reference: string | null; received: Time | null; message: MessageRef | null }[];
  rows: { key: string; label: string; cells: ({ text: string } | null)[] /* one a column */; disagree: boolean }[] }
export interface PartyHistory { role: 'consignor' | 'consignee' | 'declarant' | 'notify' | 'carrier'; role_text: string; party: PartyView; address: string | null; consignments: number /* earlier */; found: number; inspected: number; recent: CaseRef[] }
export interface GoodsView { hs_code: string | null; hs_text: string | null /* official heading text is not ours: null unless known */; description: string | null; origin: string | null; gross_mass_kg: number | null; net_mass_kg: number | null; value: Money | null }
export interface Evidence { row: QueueRow; as_of: Time; run: number; rank_by_score: number; open: number;
  facts: { key: string; label: string; text: string }[]; goods: GoodsView[]; reasons: EvidenceReason[]; not_evaluated: { code: string; title: string; text: string }[]; passed: { code: string; title: string }[];
  documents: DocumentsTable; parties: PartyHistory[]; earlier: { container: CaseRef[]; consignee: CaseRef[]; route: CaseRef[] }; trips: TripView[]; outcomes: Outcome[]; findings: Choice[]; joins: string[]; reference: string /* of the dossier: id + run + 6 chars of digest */ }
export interface Choice { value: string; label: string }
// GET /consignments/{id}?as_of= -> Evidence w/o looking recorded? no: GET /consignments/{id} -> {row, consignment (raw model doc), assessment:{as_of,score,reasons…}}
// GET /consignments/{id}/evidence?as_of= -> Evidence; writes audit `case.look`. ETag = row.version
// GET /consignments/{id}/history -> Page<AuditRecord> (who looked, took, decided)
// GET /consignments/{id}/events : SSE: case {version, state, lock}, run {run}
export interface TripView { container: string; sequence: number; status: 'open' | 'closed' | 'uncertain'; start: Time; end: Time; carrier: string | null; confidence: number; longest_silence_hours: number;
  calls: { area: string; name: string; country: string; lat: number | null; lon: number | null; role: 'load' | 'transhipment' | 'discharge'; arrived: Time | null; departed: Time | null; discharged_from: string | null; loaded_on: string | null; inferred: boolean; dwell_hours: number | null; usual_dwell: { median_hours: number; high_hours: number; population: number } | null }[];
  events: { event: string; event_text: string; classifier: 'ACT' | 'EST' | 'PLN'; time: Time; location: string; area: string; area_name: string; lat: number | null; lon: number | null; full_empty: 'laden' | 'empty' | null; vessel_imo: string | null; seal: string | null; gross_mass_kg: number | null; reports: number; sources: string[]; believed: boolean; belief: 'believed' | 'doubted' | 'foreseen' /* only what was reported to have happened can be doubted */; doubt: string; messages: MessageRef[]; reasons: string[] }[];
  track: [number, number][] /* lon, lat along the sea routes between calls */; vessels: string[] }
// GET /trips/{container} -> {items: TripView[]}   every trip of a container
// GET /messages/{file}/{start}/{len} -> {message, file_name, format, sender, received, text, truncated, bytes_len}; ?raw=1 -> application/octet-stream
// ---------------------------------------------------------------- search, map, overview
export interface SearchHit { kind: 'container' | 'transport_document' | 'declaration' | 'vessel' | 'party' | 'hs_code' | 'seal' | 'consignment'; value: string; label: string; distance: number /* 0 = exact or prefix */; consignments: { id: string; score: number; lane: Lane | null; goods: string }[] /* first 3 */; count: number; filter: string /* queue filter that shows them all */; container: string | null }
export interface SearchAnswer { query: string; check: { kind: 'container' | 'imo'; valid: boolean; text: string /* words: check digit should be 6; the 7th digit is probably wrong: 1 -> 7 */; suspects: { position: number; is: string; should_be: string; known: boolean }[] } | null; hits: SearchHit[] }
// GET /search?q=&limit= -> SearchAnswer
export interface MapAnswer { as_of: Time; total: number; truncated: boolean; areas: { code: string; name: string; country: string; lat: number; lon: number }[];
  consignments: { id: string; score: number; lane: Lane | null; label: string; calls: [number /* index in areas */, number | null /* arrived, s since 1970 */, number | null /* departed */][] }[]; from: Time; to: Time }
// GET /map?filter= -> MapAnswer ; GET /map/settings -> MapSettings
export interface MapSettings { center: [number, number]; zoom: number; home_countries: string[]; names: Record<string, string> /* country or area code -> the administration's name for it */; disputed: string[]; outlines_url: string | null /* the administration's own TopoJSON instead of the built-in one */ }
export interface Figure { key: string; label: string; value: number; of: number | null; low: number | null; high: number | null; unit: 'count' | 'share' | 'amount' | 'hours'; currency: string | null; link: string | null /* console path whose rows are behind it, e.g. /queue?filter=… */ }
export interface Overview { as_of: Time; day: string; work: Figure[] /* waiting, taken, overdue, decided today, on the list */; found: Figure[]; arms: { arm: 'risk' | 'random'; inspected: number; found: number; rate: number | null; low: number | null; high: number | null; link: string }[]; lift: { value: number | null; low: number | null; high: number | null };
  senders: { sender: string; messages: number; accepted: number; duplicate: number; quarantined: number; refused_share: number; last_received: Time | null; link: string }[];
  received_by_day: { day: string; accepted: number; duplicate: number; quarantined: number }[]; people: { person: Person; looked: number; decided: number; found: number; holding: number; link: string }[]; age_of_waiting: { from_hours: number; to_hours: number | null; count: number; link: string }[]; indicators: { code: string; title: string; fired: number; inspected: number; found: number; link: string }[] }
// GET /overview -> Overview
// ---------------------------------------------------------------- quarantine and messages
export interface Diagnostic { code: string; severity: 'error' | 'warning'; path: string; expected: string; found: string; span: { start: number; len: number }; text: string /* sentence */ }
export interface QuarantineItem { id: number; state: 'open' | 'replayed' | 'discarded'; file: string; file_number: number; sender: string | null; format: string; received: Time; span: { start: number; len: number }; diagnostics: Diagnostic[]; resolved_by: string | null; version: string }
export interface QuarantineMessage extends QuarantineItem { segments: { text: string; diagnostic: number | null /* index in diagnostics when marked */ }[]; text: string; truncated: boolean; editable: boolean }
// GET /quarantine?state=open|replayed|discarded|all&code=&sender=&after=&limit= -> Page<QuarantineItem> & {total, by_code:[{code,count}], by_sender:[{sender,count}]}
// GET /quarantine/{id} -> QuarantineMessage ; POST /quarantine/{id}/replay {text?: string} (Idempotency-Key) -> {resolved, diagnostics} ; POST /quarantine/{id}/discard {reason} -> QuarantineItem
// POST /quarantine/replay {ids?: number[]} -> {tried,resolved,remaining}
export interface FileReceipt { number: number; name: string; sender: string | null; format: string | null; received: Time | null; read: number; accepted: number; duplicate: number; quarantined: number; conflicts: number; error: string | null; diagnostics: Diagnostic[] }
// POST /messages?name= (body: one file of any format; Content-Encoding gzip|zstd; Idempotency-Key) -> 200 FileReceipt ; 422 unreadable + errors
// POST /messages/bulk {items:[{name, text? , base64?}]} (<=1000) -> {items:[{receipt|null, problem|null}], read, accepted, duplicate, quarantined}
// GET /files?after=&limit=&sender= -> Page<FileReceipt>
// ---------------------------------------------------------------- runs, evaluation, reference
export interface Run { run: number; as_of: Time; assessed: number }
// GET /assessments -> Page<Run> ; POST /assessments {as_of?} -> 202 {state:'started'|'running'} ; GET /assessments/state -> {state:'idle'|'running', last: Run|null, seconds}
// GET /evaluation -> {state:'none'|'running'|'done'|'failed', report, available: boolean}; POST /evaluation {capacity} -> 202
// GET /reference/places?q=&limit= ; /reference/countries ; /reference/hs-codes?q= ; /reference/indicators -> {items:[{code,title,meaning}]} ; /reference/findings -> {items: Choice[]}
// ---------------------------------------------------------------- administration
export interface Account { login: string; name: string; role: Role; state: 'active' | 'locked' | 'closed'; created: Time; last_seen: Time | null; external: boolean /* signs in by OpenID Connect */; version: string }
// GET /accounts ; POST /accounts {login,name,role,password|null} ; PUT /accounts/{login} {name,role,state} (If-Match) ; PUT /accounts/{login}/password {password}
// the last active administrator cannot be closed or demoted (conflict). No self-elevation.
export interface ApiKey { id: string; name: string; sender: string; scopes: string[] /* messages:write queue:read cases:read metrics:read reference:read */; created: Time; expires: Time | null; last_used: Time | null; revoked: Time | null }
// GET /api-keys ; POST /api-keys {name,sender,scopes,expires|null} -> ApiKey & {secret: string /* shown once */} ; DELETE /api-keys/{id}
export interface SettingsDocument { text: string /* TOML */; from: 'defaults' | 'database' | 'file'; editable: boolean; effective: string /* whole TOML with defaults */; version: string }
// GET /settings ; PUT /settings {text} (If-Match) -> SettingsDocument ; 400 with errors[{pointer:'line:3', …}]
// CHANGED (web4): POST /settings/check {text} -> SettingsDocument: what PUT would answer (`effective` of the new text; same 400), nothing kept, no If-Match. The console shows the difference of `effective` before saving; while the server lacks the call it shows the difference of the texts.
export interface AuditRecord { sequence: number; time: Time; actor: Person; action: string /* case.look case.take case.release outcome.record outcome.withdraw session.start … */; action_text: string; object_kind: string; object: string; before: unknown; after: unknown; origin: string; request_id: string; hash: string }
// GET /audit?actor=&action=&object=&from=&to=&after=&limit= -> Page<AuditRecord> ; GET /audit/verification -> {ok, records, head, broken:{sequence, field, byte, text}|null}
// GET /health (public: {status:'ok'|'failing', checks:[{name, ok, detail}] detail only when signed in) ; GET /metrics (root; Prometheus) ; GET /api/v1/openapi.json
