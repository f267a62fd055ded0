// A text area knows only line feeds; messages often end their lines with carriage return and line feed. Pure.

const ENDS = /\r\n?/g;

/** The text as a text area holds it. */
export function toEditor(text: string): string {
  return text.replace(ENDS, '\n');
}

/** Where an offset of the text lies in what the text area holds. */
export function toEditorOffset(text: string, offset: number): number {
  return toEditor(text.slice(0, offset)).length;
}

/** The edited text with the line ends that the original has: all carriage return and line feed, or line feeds. */
export function fromEditor(edited: string, original: string): string {
  return original.includes('\r\n') ? edited.replaceAll('\n', '\r\n') : edited;
}
