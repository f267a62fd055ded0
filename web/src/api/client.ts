// The only place that talks to the server. Every call answers typed JSON or throws ApiProblem or ApiOffline.
import { connection } from '../lib/connection.svelte';
import type { Problem } from './types';

const BASE = '/api/v1';
/** How often a call that may be repeated is tried at once before it waits for the server to come back. */
const SIGN_IN_TRIES_MAX = 3;

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface CallOptions {
  query?: Query;
  signal?: AbortSignal;
  /** Not asked for by the reader: an ended session then throws, instead of laying a dialog over what is being typed. */
  quiet?: boolean;
}

export interface ChangeOptions extends CallOptions {
  /** One key per intention: the same key twice is the same act once. */
  idempotencyKey?: string;
  /** The version (ETag) that the change was made on. */
  ifMatch?: string;
}

/** The server understood and refused: RFC 9457 problem details. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  readonly status: number;
  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
    this.status = problem.status;
  }
}

/** The server could not be reached. */
export class ApiOffline extends Error {
  constructor() {
    super('the server does not answer');
    this.name = 'ApiOffline';
  }
}

/** Set by the session: opens the sign-in dialog and resolves once somebody is signed in again. */
let askSignIn: (() => Promise<void>) | null = null;
export function onSignInNeeded(ask: () => Promise<void>): void {
  askSignIn = ask;
}

function address(path: string, query?: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return BASE + path + (text ? `?${text}` : '');
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** A gateway's own answer (no problem document) says that our server is away, not that it refused. */
function isAway(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  return response.status >= 500 && !type.includes('json');
}

async function readProblem(response: Response): Promise<Problem> {
  const request_id = response.headers.get('x-request-id') ?? '';
  const fallback: Problem = {
    type: 'about:blank', title: response.statusText || String(response.status), status: response.status,
    code: response.status === 401 ? 'not_signed_in' : 'internal', detail: '', request_id,
  };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}

interface Answer<T> {
  data: T;
  etag: string;
}

async function attempt<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (isAbort(error)) throw error;
    connection.lost();
    throw new ApiOffline();
  }
  if (isAway(response)) {
    connection.lost();
    throw new ApiOffline();
  }
  connection.answered();
  if (!response.ok) throw new ApiProblem(await readProblem(response));
  const etag = response.headers.get('etag') ?? '';
  if (response.status === 204) return { data: undefined as T, etag };
  try {
    const text = await response.text();
    return { data: (text === '' ? undefined : JSON.parse(text)) as T, etag };
  } catch (error) {
    if (isAbort(error)) throw error;
    // The answer was cut off on its way: for a keyed call the repetition gives the same answer.
    connection.lost();
    throw new ApiOffline();
  }
}

/** Calls about the session itself answer 401 as a plain problem; everything else asks for a new sign-in and goes on. */
async function call<T>(method: string, path: string, init: RequestInit, options: CallOptions, repeat: boolean): Promise<Answer<T>> {
  const url = address(path, options.query);
  const full: RequestInit = { ...init, method, credentials: 'same-origin', signal: options.signal ?? null };
  let signIns = 0;
  for (;;) {
    try {
      return await attempt<T>(url, full);
    } catch (error) {
      const expired = error instanceof ApiProblem && error.status === 401 && path !== '/session';
      if (expired && !options.quiet && askSignIn && error.problem.code === 'not_signed_in' && signIns < SIGN_IN_TRIES_MAX) {
        signIns += 1;
        await askSignIn();
      } else if (error instanceof ApiOffline && repeat) {
        await connection.whenBack(options.signal);
      } else {
        throw error;
      }
    }
  }
}

function change<T>(method: string, path: string, body: unknown, options: ChangeOptions): Promise<Answer<T>> {
  const headers: Record<string, string> = {};
  let payload: BodyInit | null = null;
  if (body instanceof Blob || typeof body === 'string') {
    payload = body;
    headers['content-type'] = 'application/octet-stream';
  } else if (body !== undefined) {
    payload = JSON.stringify(body);
    headers['content-type'] = 'application/json';
  }
  const keyed = method === 'POST' && path !== '/session';
  if (keyed) headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  if (options.ifMatch) headers['if-match'] = options.ifMatch;
  // PUT and DELETE say the whole new state, so repeating them is harmless; with a version a repetition could be refused as stale.
  const repeat = keyed || (method !== 'POST' && !options.ifMatch && path !== '/session');
  return call<T>(method, path, { headers, body: payload }, options, repeat);
}

export const api = {
  async get<T>(path: string, options: CallOptions = {}): Promise<T> {
    return (await call<T>('GET', path, {}, options, false)).data;
  },
  getWithTag<T>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
    return call<T>('GET', path, {}, options, false);
  },
  async post<T>(path: string, body?: unknown, options: ChangeOptions = {}): Promise<T> {
    return (await change<T>('POST', path, body, options)).data;
  },
  async put<T>(path: string, body?: unknown, options: ChangeOptions = {}): Promise<T> {
    return (await change<T>('PUT', path, body, options)).data;
  },
  async delete<T = void>(path: string, options: ChangeOptions = {}): Promise<T> {
    return (await change<T>('DELETE', path, undefined, options)).data;
  },
};
