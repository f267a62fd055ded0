// Outlines of countries, loaded when the first map is drawn and kept: two resolutions of our own assets, or the
// administration's own file. Each country is one Path2D in world units, drawn only where it is on the screen.
import { geoPath, geoCentroid, geoArea } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { Feature, Geometry } from 'geojson';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import coarseUrl from 'world-atlas/countries-110m.json?url';
import fineUrl from 'world-atlas/countries-50m.json?url';
import { project, worldProjection, type Bounds, type Point } from './projection';

/** One country or territory of the outline file. */
export interface Country {
  /** ISO 3166-1 alpha-2 where the file has a number, otherwise the name the file gives. */
  code: string;
  /** The file's own name, used only where neither the administration nor the language has one. */
  fileName: string;
  path: Path2D;
  bounds: Bounds;
  /** Where its name is written: the middle of its largest part. */
  middle: Point;
  /** Largest part in square world units; small countries get their names later. */
  extent: number;
}

export interface Outlines {
  countries: Country[];
  /** Undisputed land borders. */
  borders: Path2D;
  /** Borders that the administration calls disputed, drawn dashed. */
  disputed: Path2D;
}

export type Detail = 'coarse' | 'fine';

/** Where outlines come from, and which borders are disputed. */
export interface OutlineSource {
  /** The administration's own TopoJSON, or null for the built-in one. */
  url: string | null;
  /** A code alone: all its borders. Two codes joined by `-`: the border between them. */
  disputed: string[];
}

interface CountryProperties {
  name?: string;
}
type CountryGeometry = GeometryObject<CountryProperties>;

const loaded = new Map<string, Promise<Outlines>>();

/** Outlines at a level of detail. The administration's own file has one level. Rejects when the file cannot be read. */
export function loadOutlines(source: OutlineSource, detail: Detail): Promise<Outlines> {
  const url = source.url ?? (detail === 'fine' ? fineUrl : coarseUrl);
  const key = JSON.stringify([url, source.disputed]);
  const known = loaded.get(key);
  if (known) return known;
  const fresh = fetchTopology(url).then((topology) => prepare(topology, source.disputed));
  loaded.set(key, fresh);
  // A failed load is forgotten, so that the next map tries again.
  fresh.catch(() => loaded.delete(key));
  return fresh;
}

async function fetchTopology(url: string): Promise<Topology> {
  const answer = await fetch(url, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`outlines ${url}: ${answer.status}`);
  const document: unknown = await answer.json();
  if (!isTopology(document)) throw new Error(`outlines ${url}: not TopoJSON`);
  return document;
}

function isTopology(value: unknown): value is Topology {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Topology' && 'objects' in value;
}

/** Draws a topology's countries into paths of world units. Pure but for Path2D; exported for tests and the bench. */
export function prepare(topology: Topology, disputed: string[]): Outlines {
  const collection = countriesOf(topology);
  const projection = worldProjection();
  const countries: Country[] = [];
  for (const geometry of collection.geometries) {
    const shape = feature(topology, geometry) as Feature<Geometry, CountryProperties>;
    const path = new Path2D();
    geoPath(projection, path as unknown as CanvasRenderingContext2D)(shape);
    const [[left, top], [right, bottom]] = geoPath(projection).bounds(shape);
    const largest = largestPart(shape.geometry);
    const [longitude, latitude] = geoCentroid(largest);
    countries.push({
      code: codeOf(geometry),
      fileName: nameOf(geometry.properties),
      path,
      bounds: { left, top, right, bottom },
      middle: project(longitude, latitude),
      extent: geoPath(projection).area(largest),
    });
  }
  const isDisputed = disputedTest(disputed);
  const line = (wanted: boolean): Path2D => {
    const path = new Path2D();
    const lines = mesh(topology, collection as GeometryObject, (a, b) => a !== b && isDisputed(codeOf(a as CountryGeometry), codeOf(b as CountryGeometry)) === wanted);
    geoPath(projection, path as unknown as CanvasRenderingContext2D)(lines);
    return path;
  };
  return { countries, borders: line(false), disputed: line(true) };
}

/** The object that holds the countries: `countries` where there is one, otherwise the first collection. */
function countriesOf(topology: Topology): GeometryCollection<CountryProperties> {
  const named = topology.objects['countries'];
  const found = named ?? Object.values(topology.objects).find((object) => object.type === 'GeometryCollection');
  if (found?.type !== 'GeometryCollection') throw new Error('outlines: no collection of countries');
  return found as GeometryCollection<CountryProperties>;
}

/** ISO 3166-1 numbers are deprecated aliases of alpha-2 regions in locale names, so the browser itself knows the table. */
function codeOf(geometry: CountryGeometry): string {
  const id = geometry.id;
  if (id !== undefined && /^\d{3}$/.test(String(id))) {
    const region = new Intl.Locale(`und-${id}`).region;
    if (region && /^[A-Z]{2}$/.test(region)) return region;
  }
  if (typeof id === 'string' && /^[A-Z]{2}$/.test(id)) return id;
  return nameOf(geometry.properties);
}

function nameOf(properties: unknown): string {
  return typeof properties === 'object' && properties !== null && 'name' in properties && typeof properties.name === 'string' ? properties.name : '';
}

function disputedTest(entries: string[]): (a: string, b: string) => boolean {
  const set = new Set(entries);
  return (a, b) => set.has(a) || set.has(b) || set.has(`${a}-${b}`) || set.has(`${b}-${a}`);
}

/** France's name belongs in France, not between it and Guyana. */
function largestPart(geometry: Geometry): Geometry {
  if (geometry.type !== 'MultiPolygon') return geometry;
  let best: Geometry = geometry;
  let bestArea = -1;
  for (const coordinates of geometry.coordinates) {
    const part: Geometry = { type: 'Polygon', coordinates };
    const area = geoArea(part);
    if (area > bestArea) {
      best = part;
      bestArea = area;
    }
  }
  return best;
}

/** What a country is called: by the administration, else in the reader's language, else by the outline file. */
export function countryName(country: Country, given: Record<string, string>, language: string): string {
  const own = given[country.code];
  if (own) return own;
  if (/^[A-Z]{2}$/.test(country.code)) {
    const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(country.code);
    if (name) return name;
  }
  return country.fileName;
}
