// Paper: the dossier's running head and foot. Page margin boxes take no markup, so their words are written into a style
// sheet of our own making, which the Content-Security-Policy allows because it never passes through markup.

import { paper } from '../../ui/paper.svelte';

/** What stands in the margins of every page. */
export interface Running { reference: string; title: string; printed: string; page: string; of: string }

/** A CSS string: what came from a message or a name must not end it. */
export const cssString = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`;

/** Puts the running lines on every printed page; answers how to take them away. */
export function setRunning(running: Running): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page {
    size: A4; margin: 18mm 15mm 20mm;
    @top-left { content: ${cssString(running.title)}; font: 600 8pt sans-serif; color: #222; }
    @top-right { content: ${cssString(running.reference)}; font: 8pt monospace; color: #222; }
    @bottom-left { content: ${cssString(running.printed)}; font: 8pt sans-serif; color: #444; }
    @bottom-right { content: ${cssString(running.page)} " " counter(page) " " ${cssString(running.of)} " " counter(pages); font: 8pt sans-serif; color: #444; }
  }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Runs around the browser's printing, whoever starts it. The page is light on paper, and canvases are drawn so. */
export function onPrinting(before: () => void, after: () => void): () => void {
  let theme: string | undefined;
  const begin = (): void => {
    theme = document.documentElement.dataset['theme'];
    document.documentElement.dataset['theme'] = 'light';
    document.documentElement.dataset['printing'] = 'yes';
    paper.printing = true;
    before();
  };
  const end = (): void => {
    if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
    delete document.documentElement.dataset['printing'];
    paper.printing = false;
    after();
  };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}
