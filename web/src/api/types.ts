// The shapes of the HTTP API under their short names. They stand in schema.d.ts, which `npm run types` makes from
// ../docs/openapi.json; only what OpenAPI cannot say is written here.
import type { components } from './schema';

type Schemas = components['schemas'];

/** RFC 3339 in UTC; OpenAPI has it as a string with a format. */
export type Time = string;
/** Digits, so that no amount is rounded on the way; a string to OpenAPI. */
export type Decimal = string;
/** One page of a list. OpenAPI knows no type parameters: the document has each kind of page by itself. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total?: number;
}
export type Lane = NonNullable<Schemas['QueueRow']['lane']>;

export type Account = Schemas['Account'];
export type ApiKey = Schemas['ApiKey'];
export type AreaView = Schemas['AreaView'];
export type AreaVisit = Schemas['AreaVisit'];
export type AuditRecord = Schemas['AuditRecord'];
export type CaseRef = Schemas['CaseRef'];
export type Choice = Schemas['Choice'];
export type Comparison = Schemas['Comparison'];
export type ContainerTrips = Schemas['ContainerTrips'];
export type Diagnostic = Schemas['Diagnostic'];
export type DocumentsTable = Schemas['DocumentsTable'];
export type Evidence = Schemas['Evidence'];
export type EvidenceReason = Schemas['EvidenceReason'];
export type Figure = Schemas['Figure'];
export type FileReceipt = Schemas['FileReceipt'];
export type FilterKey = Schemas['FilterKey'];
export type GoodsView = Schemas['GoodsView'];
export type JudgedTrip = Schemas['JudgedTrip'];
export type Lock = Schemas['Lock'];
export type MapAnswer = Schemas['MapAnswer'];
export type MapSettings = Schemas['MapSettings'];
export type MessageRef = Schemas['MessageRef'];
export type Money = Schemas['Money'];
export type Outcome = Schemas['Outcome'];
export type Overview = Schemas['Overview'];
export type PartyHistory = Schemas['PartyHistory'];
export type PartyView = Schemas['PartyView'];
export type Permission = Schemas['Permission'];
export type Person = Schemas['Person'];
export type Piece = Schemas['Piece'];
export type Preferences = Schemas['Preferences'];
export type Problem = Schemas['Problem'];
export type QuarantineItem = Schemas['QuarantineItem'];
export type QuarantineMessage = Schemas['QuarantineMessage'];
export type QueuePage = Schemas['QueuePage'];
export type QueueRow = Schemas['QueueRow'];
export type ReasonView = Schemas['ReasonView'];
export type Role = Schemas['Role'];
export type Run = Schemas['Run'];
export type SavedFilter = Schemas['SavedFilter'];
export type SearchAnswer = Schemas['SearchAnswer'];
export type SearchHit = Schemas['SearchHit'];
export type SenderView = Schemas['SenderView'];
export type Session = Schemas['Session'];
export type SettingsDocument = Schemas['SettingsDocument'];
export type SignInOptions = Schemas['SignInOptions'];
/** A stop; the console looks up by itself where it lies, since the API names only its area. */
export type Stop = Schemas['Stop'] & { lat?: number | null; lon?: number | null };
export type TripLeg = Schemas['TripLeg'];
export type TripView = Schemas['TripView'];
export type VisitRows = Schemas['VisitRows'];
