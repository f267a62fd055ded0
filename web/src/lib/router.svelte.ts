// Addresses of the console. The address says everything that a colleague needs to see the same screen.

export type Query = Record<string, string>;

interface Pattern {
  path: string;
  screen: string;
}

/** Every address and the folder under screens/ that shows it. */
const PATTERNS: readonly Pattern[] = [
  { path: '/queue', screen: 'queue' },
  { path: '/case/:id', screen: 'evidence' },
  { path: '/trips/:container', screen: 'trip' },
  { path: '/areas/:code', screen: 'area' },
  { path: '/senders/:sender', screen: 'sender' },
  { path: '/search', screen: 'search' },
  { path: '/map', screen: 'map' },
  { path: '/overview', screen: 'overview' },
  { path: '/quarantine', screen: 'quarantine' },
  { path: '/quarantine/:id', screen: 'quarantine' },
  { path: '/accounts', screen: 'accounts' },
  { path: '/settings', screen: 'settings' },
  { path: '/profile', screen: 'profile' },
  { path: '/audit', screen: 'audit' },
  { path: '/sign-in', screen: 'sign-in' },
];

export interface Match {
  screen: string | null;
  params: Record<string, string>;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The screen for a path, or none. Pure, so that tests can list addresses. */
export function matchPath(path: string): Match {
  const parts = path.split('/').filter(Boolean);
  for (const pattern of PATTERNS) {
    const wanted = pattern.path.split('/').filter(Boolean);
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, index) => {
      const given = parts[index] ?? '';
      if (!part.startsWith(':')) return part === given;
      params[part.slice(1)] = decode(given);
      return true;
    });
    if (fits) return { screen: pattern.screen, params };
  }
  return { screen: null, params: {} };
}

class Route {
  path = $state('/');
  query = $state<Query>({});
  params = $state<Record<string, string>>({});
  screen = $state<string | null>(null);
  /** The part of the address after #, without it. */
  hash = $state('');
  /** How this address was reached: a screen restores its place after 'back', not after 'go'. */
  arrival = $state<'load' | 'go' | 'back'>('load');
}

export const route = new Route();

function read(arrival: Route['arrival']): void {
  if (location.pathname === '/') history.replaceState(history.state, '', '/queue' + location.search);
  const match = matchPath(location.pathname);
  const query = Object.fromEntries(new URLSearchParams(location.search));
  route.arrival = arrival;
  // Assigned only when different: effects that read the query must not run for a change of the path alone.
  if (JSON.stringify(query) !== JSON.stringify(route.query)) route.query = query;
  if (JSON.stringify(match.params) !== JSON.stringify(route.params)) route.params = match.params;
  route.hash = decode(location.hash.slice(1));
  route.path = location.pathname;
  route.screen = match.screen;
}

/** Goes to an address of the console: go('/case/C123'). */
export function go(address: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  read('go');
}

/** Changes parts of the query in place: a null or empty value removes its name. Replaces the address unless told to push. */
export function setQuery(changes: Record<string, string | number | null | undefined>, options: { push?: boolean } = {}): void {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') parameters.delete(name);
    else parameters.set(name, String(value));
  }
  const text = parameters.toString();
  const address = location.pathname + (text ? `?${text}` : '') + location.hash;
  if (address === location.pathname + location.search + location.hash) return;
  if (options.push) history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
  read('go');
}

/** An address with its query, properly escaped: href('/queue', {filter: 'hs:6109'}). */
export function href(path: string, query: Record<string, string | number | null | undefined> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return path + (text ? `?${text}` : '');
}

/** Makes a plain link move inside the console: <a use:link href="/queue">. Modified clicks stay the browser's. */
export function link(node: HTMLAnchorElement): { destroy(): void } {
  function onclick(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (node.target && node.target !== '_self') return;
    if (node.origin !== location.origin) return;
    event.preventDefault();
    go(node.pathname + node.search + node.hash);
  }
  node.addEventListener('click', onclick);
  return { destroy: () => node.removeEventListener('click', onclick) };
}

addEventListener('popstate', () => read('back'));
read('load');
