// Which right a screen needs, and who has it: for the navigation and for the honest “you may not”.
import type { Permission, Role } from '../api/types';

/** The right without which a screen shows nothing; screens not named are everybody's. */
export const SCREEN_RIGHTS: Readonly<Record<string, Permission>> = {
  queue: 'read_cases',
  evidence: 'read_cases',
  trip: 'read_cases',
  area: 'read_cases',
  search: 'read_cases',
  map: 'read_cases',
  overview: 'read_overview',
  quarantine: 'work_quarantine',
  audit: 'read_audit',
  accounts: 'manage_accounts',
  // Its tabs need rights of their own; whoever has one of those may also assess.
  settings: 'assess',
};

const ROLES: Readonly<Record<Role, readonly Permission[]>> = {
  officer: ['read_cases', 'work_cases'],
  analyst: ['read_cases', 'share_filters', 'send_messages', 'work_quarantine', 'assess', 'read_overview', 'evaluate'],
  supervisor: [
    'read_cases', 'work_cases', 'override_locks', 'share_filters', 'work_quarantine', 'assess', 'read_overview', 'evaluate', 'read_audit',
  ],
  administrator: [
    'read_cases', 'manage_accounts', 'manage_settings', 'read_audit', 'work_quarantine', 'send_messages', 'assess', 'read_overview',
  ],
};

/** The roles that carry a right, in the order of the trade. */
export function rolesWith(permission: Permission): Role[] {
  return (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].includes(permission));
}
