// What the map shows now. The canvas, the time bar and the table read and change this one state.
import type { MapAnswer, MapSettings } from '../../api/types';
import { membersOf, type Clusters } from '../../lib/geo/clusters';
import { eventsOf, nextEvent, packJourneys, Whereabouts, type TimeMode } from '../../lib/geo/journeys';
import { clampView, nearestCopy, project, toScreen, type View } from '../../lib/geo/projection';
import { makeScene, moveScene, type Scene } from '../../lib/geo/scene';
import { firstView, startTime } from './start';

/** Members of one circle listed at most; beyond this, zooming in is the better answer. */
export const MEMBERS_MAX = 2_000;
/** Rows of the table on one page. */
export const PAGE_ROWS = 25;

const NO_SETTINGS: MapSettings = { center: [0, 25], zoom: 1, home_countries: [], names: {}, disputed: [], outlines_url: null };

export class MapState {
  answer = $state.raw<MapAnswer | null>(null);
  settings = $state.raw<MapSettings>(NO_SETTINGS);
  scene = $state.raw<Scene | null>(null);
  view = $state.raw<View>({ x: 0, y: 0, scale: 1, width: 0, height: 0 });
  /** s since 1970, as all times here. */
  time = $state(0);
  from = $state(0);
  to = $state(0);
  /** Whether start or end were typed: only then do they belong to the address and outlive a new filter. */
  spanTyped = $state(false);
  mode = $state<TimeMode>('cumulative');
  clustered = $state(true);
  lines = $state(true);
  /** Index of the selected consignment, or -1. */
  selected = $state(-1);
  /** Consignments of the circle that was chosen; null when the table shows all. */
  chosen = $state.raw<number[] | null>(null);
  page = $state(0);
  /** Counts moves of the scene, so that what reads positions knows when to read again. */
  moves = $state(0);
  /** What the last redraw left out; the screen says so. */
  legsLeftOut = $state(0);
  playing = $state(false);
  clusters: Clusters | null = null;

  /** Consignments to list: those of the chosen circle, otherwise all that are on the map at the time. */
  listed = $derived.by<number[]>(() => {
    void this.moves;
    if (this.chosen) return this.chosen;
    const scene = this.scene;
    if (!scene) return [];
    const found: number[] = [];
    for (let index = 0; index < scene.journeys.count; index += 1) {
      if (scene.positions.whereabouts[index] !== Whereabouts.Hidden) found.push(index);
    }
    return found;
  });

  /** Takes a new answer; times that the address asks for win over the answer's own. */
  accept(answer: MapAnswer, settings: MapSettings, asked: { from: number | null; to: number | null; at: number | null; id: string | undefined }): void {
    const places = answer.areas.map((area) => ({ ...project(area.lon, area.lat), name: settings.names[area.code] ?? area.name }));
    const first = this.answer === null;
    this.answer = answer;
    this.settings = settings;
    this.scene = makeScene(packJourneys(answer), places);
    this.spanTyped = asked.from !== null || asked.to !== null;
    this.from = asked.from ?? Date.parse(answer.from) / 1000;
    this.to = Math.max(asked.to ?? Date.parse(answer.to) / 1000, this.from);
    this.time = this.within(asked.at ?? startTime(answer, this.to));
    this.selected = asked.id === undefined ? -1 : answer.consignments.findIndex((one) => one.id === asked.id);
    this.chosen = null;
    this.page = 0;
    this.move();
    // A new filter keeps the part of the world that is being looked at.
    if (first && this.view.width > 0) this.view = firstView(this.view, settings);
  }

  /** Brings every consignment to the present time. */
  move(): void {
    if (!this.scene) return;
    moveScene(this.scene, { time: this.time, from: this.from, mode: this.mode });
    this.moves += 1;
  }

  within(time: number): number {
    return Math.min(this.to, Math.max(this.from, time));
  }

  goTo(time: number): void {
    this.time = this.within(time);
    this.move();
  }

  setSpan(from: number, to: number): void {
    this.spanTyped = true;
    this.from = Math.min(from, to);
    this.to = Math.max(from, to);
    this.goTo(this.time);
  }

  setMode(mode: TimeMode): void {
    this.mode = mode;
    this.move();
  }

  /** To the next or previous event: of the selected consignment when there is one, otherwise of all. */
  step(direction: 1 | -1): void {
    if (!this.scene) return;
    const journeys = this.scene.journeys;
    const events = this.selected >= 0 ? eventsOf(journeys, this.selected) : journeys.eventTimes;
    const next = nextEvent(events, this.time, direction);
    if (next !== null) this.goTo(next);
  }

  select(index: number): void {
    this.selected = index;
    const row = this.listed.indexOf(index);
    if (row >= 0) this.page = Math.floor(row / PAGE_ROWS);
  }

  selectNext(direction: 1 | -1): void {
    const rows = this.listed;
    if (rows.length === 0) return;
    const now = rows.indexOf(this.selected);
    const next = now < 0 ? (direction === 1 ? 0 : rows.length - 1) : (now + direction + rows.length) % rows.length;
    this.select(rows[next] ?? -1);
    this.reveal(this.selected);
  }

  /** Moves the view to a consignment that lies outside it. */
  reveal(index: number): void {
    const positions = this.scene?.positions;
    if (!positions || positions.whereabouts[index] === Whereabouts.Hidden) return;
    const x = nearestCopy(positions.x[index] ?? 0, this.view.x);
    const y = positions.y[index] ?? 0;
    const at = toScreen(this.view, x, y);
    const inside = at.x >= 0 && at.y >= 0 && at.x <= this.view.width && at.y <= this.view.height;
    if (!inside) this.view = clampView({ ...this.view, x, y });
  }

  /** One consignment is selected at once, several fill the table. */
  choose(cluster: number): void {
    const item = this.clusters?.items[cluster];
    if (!item || !this.clusters || !this.scene) return;
    if (item.count === 1) {
      this.chosen = null;
      this.select(item.first);
      return;
    }
    this.list(membersOf(this.clusters, this.scene.positions, cluster, MEMBERS_MAX));
  }

  list(members: number[] | null): void {
    this.chosen = members;
    this.page = 0;
  }

  reset(): void {
    this.view = firstView(this.view, this.settings);
  }
}
