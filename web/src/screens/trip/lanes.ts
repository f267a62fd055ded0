// Where the marks of a trip's reports stand: one lane for each source, near marks of one belief joined into one.
import type { JudgedTrip } from '../../api/types';
import { instant, TimeAxis, type TripEvent } from '../../ui/trip-layout';

/** The letter of an event on the time line; the command line draws the same. */
const LETTERS: Readonly<Record<string, string>> = {
  PICK: 'P', STUF: 'S', GTIN: 'G', LOAD: 'L', DEPA: 'V', ARRI: 'A', DISC: 'D', GTOT: 'O', STRP: 'X', DROP: 'R', MOVE: 'M', INSP: 'I', RSEA: 'E', BOOK: 'B', REPR: 'W',
};
export const letterOf = (event: TripEvent): string => LETTERS[event.event] ?? 'Z';

export interface Mark {
  x: number;
  belief: TripEvent['belief'];
  /** Places of the events among the trip's events. */
  events: number[];
  letters: string;
  width: number;
}

export interface Lane {
  source: string;
  believed: number;
  doubted: number;
  foreseen: number;
  upper: Mark[];
  /** Doubted marks stand lower, under those that are believed. */
  lower: Mark[];
}

export const LETTER_PX = 9;
const PAD_PX = 8;
const LETTERS_MAX = 3;
const GAP_PX = 2;

const widthOf = (letters: string): number => letters.length * LETTER_PX + PAD_PX;

/** Marks in order of time; what would touch its neighbour joins it. Joined marks keep each letter once. */
export function marksOf(events: TripEvent[], places: number[], axis: TimeAxis): Mark[] {
  const marks: Mark[] = [];
  for (const place of places) {
    const event = events[place];
    if (!event) continue;
    const at = instant(event.time);
    if (Number.isNaN(at)) continue;
    const x = axis.at(at);
    const letter = letterOf(event);
    const before = marks.at(-1);
    if (before && x - widthOf(letter) / 2 < before.x + before.width / 2 + GAP_PX) {
      before.events.push(place);
      if (!before.letters.includes(letter)) before.letters += letter;
      before.x = (axis.at(instant(events[before.events[0] ?? place]?.time ?? event.time)) + x) / 2;
    } else marks.push({ x, belief: event.belief, events: [place], letters: letter, width: 0 });
    const last = marks.at(-1);
    if (last) last.width = widthOf(shownLetters(last));
  }
  return marks;
}

/** The letters of a mark, or how many reports it holds where the letters would not fit. */
export const shownLetters = (mark: Mark): string => (mark.letters.length > LETTERS_MAX ? String(mark.events.length) : mark.letters);

export function lanesOf(judged: JudgedTrip, axis: TimeAxis, most: number): Lane[] {
  const events = judged.trip.events;
  return judged.sources.slice(0, most).map((source) => {
    const mine = events.flatMap((event, place) => (event.sources.includes(source.source) ? [place] : []));
    const of = (belief: TripEvent['belief']): Mark[] => marksOf(events, mine.filter((place) => events[place]?.belief === belief), axis);
    // Forecasts stand behind what happened, so they are drawn first.
    return { ...source, upper: [...of('foreseen'), ...of('believed')], lower: of('doubted') };
  });
}

/** Letters with their meaning, as far as they are drawn. */
export function keyOf(events: TripEvent[]): { letter: string; text: string }[] {
  const key = new Map<string, string>();
  for (const event of events) key.set(letterOf(event), event.event_text);
  return [...key].map(([letter, text]) => ({ letter, text }));
}

const FIRST_STRONG_ISOLATE = String.fromCharCode(0x2068);
const POP_ISOLATE = String.fromCharCode(0x2069);
/** Words of a right-to-left language keep their own order in a drawing that runs to the right. */
export const apart = (text: string): string => FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
