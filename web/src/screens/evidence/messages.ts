import type { MessageRef } from '../../api/types';

/** The message as a query value, so that a colleague opens the same one: 12-4096-880. */
export const messageKey = (message: MessageRef): string => `${message.file}-${message.start}-${message.len}`;

export function readMessageKey(key: string | undefined): MessageRef | null {
  const parts = /^(\d{1,15})-(\d{1,15})-(\d{1,15})$/.exec(key ?? '');
  return parts ? { file: Number(parts[1]), start: Number(parts[2]), len: Number(parts[3]) } : null;
}

/** A file's own name: the folder that it was read from says nothing to an officer. */
export const fileName = (path: string): string => path.split(/[/\\]/).at(-1) || path;

export const messagePath = (message: MessageRef): string => `/messages/${message.file}/${message.start}/${message.len}`;
/** The exact bytes as they were received. */
export const rawAddress = (message: MessageRef): string => `/api/v1${messagePath(message)}?raw=1`;
