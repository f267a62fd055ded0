// The very bytes of a message, as the archive keeps them.
import { ApiOffline, ApiProblem } from '../../api/client';
import type { Problem, QuarantineMessage } from '../../api/types';

/** Bytes of a message that the byte view fetches at most. */
const BYTES_MAX = 64 * 1024;

/** The message's bytes, cut at a limit that a browser shows without waiting. The client proper reads JSON only. */
export async function messageBytes(message: QuarantineMessage, signal: AbortSignal): Promise<Uint8Array> {
  const length = Math.min(message.span.len, BYTES_MAX);
  const address = `/api/v1/messages/${message.file_number}/${message.span.start}/${length}?raw=1`;
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin', signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiOffline();
  }
  if (!response.ok) throw new ApiProblem((await response.json()) as Problem);
  return new Uint8Array(await response.arrayBuffer());
}
