// Where the reader is: the title, the focus and what a screen reader is told.

const PRODUCT = 'Tidewaiter';
/** Long enough for a screen reader to notice that the same words came twice. */
const ANNOUNCE_GAP_MS = 50;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something politely through the one live region of the page. */
export function announce(text: string): void {
  const region = document.getElementById('announcements');
  if (!region) return;
  region.textContent = '';
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = text;
  }, ANNOUNCE_GAP_MS);
}

export function setTitle(text: string): void {
  document.title = text ? `${text} · ${PRODUCT}` : PRODUCT;
}

/** Puts the focus on the screen's heading, unless the screen has already put it somewhere. */
export function focusHeading(): void {
  const main = document.getElementById('main');
  if (!main || (document.activeElement && document.activeElement !== document.body && main.contains(document.activeElement))) return;
  const target = main.querySelector<HTMLElement>('h1') ?? main;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
