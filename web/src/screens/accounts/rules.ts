// What an account may be called and which passwords are too short: said before the server has to refuse.
import type { Account, Role } from '../../api/types';
import { t } from '../../lib/words.svelte';

export const ROLES: readonly Role[] = ['officer', 'analyst', 'supervisor', 'administrator'];
export const STATES: readonly Account['state'][] = ['active', 'locked', 'closed'];
/** Characters of a login and of a name. */
export const LOGIN_MAX = 64;
export const NAME_MAX = 200;
/** Characters that a password has at least (NIST SP 800-63B asks for 8 with throttling; we ask for more). */
export const PASSWORD_MIN = 12;
/** What a key may do, as the API names it. */
export const SCOPES = ['messages:write', 'queue:read', 'cases:read', 'reference:read', 'metrics:read'] as const;

/** Why a login cannot be; `null` when it can. */
export function loginFault(login: string): string | null {
  if (login === '') return t('accounts-login-missing');
  return /^[a-z0-9][a-z0-9._@-]*$/i.test(login) ? null : t('accounts-login-shape');
}

/** A password nobody has to think up: 20 characters of an alphabet without lookalikes, over 110 bits. */
export function proposedPassword(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const usable = 256 - (256 % alphabet.length);
  let password = '';
  while (password.length < 20) {
    // Bytes past the last whole multiple are thrown away: they would favour the first letters.
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < usable && password.length < 20) password += alphabet[byte % alphabet.length];
    }
  }
  return password;
}
