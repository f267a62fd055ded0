// The places one can go to, with the second key of `g …` that leads there.
export interface Place {
  screen: string;
  path: string;
  label: string;
  key: string;
  inNavigation: boolean;
}

export const PLACES: readonly Place[] = [
  { screen: 'queue', path: '/queue', label: 'common-nav-queue', key: 'q', inNavigation: true },
  { screen: 'map', path: '/map', label: 'common-nav-map', key: 'm', inNavigation: true },
  { screen: 'overview', path: '/overview', label: 'common-nav-overview', key: 'o', inNavigation: true },
  { screen: 'quarantine', path: '/quarantine', label: 'common-nav-quarantine', key: 'x', inNavigation: true },
  { screen: 'audit', path: '/audit', label: 'common-nav-audit', key: 'a', inNavigation: true },
  { screen: 'accounts', path: '/accounts', label: 'common-nav-accounts', key: 'c', inNavigation: true },
  { screen: 'settings', path: '/settings', label: 'common-nav-settings', key: 's', inNavigation: true },
  { screen: 'profile', path: '/profile', label: 'common-nav-profile', key: 'p', inNavigation: false },
];
