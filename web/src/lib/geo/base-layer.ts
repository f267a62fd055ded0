// The static layer: sea, land, borders, names. Drawn on its own canvas, again only when the view, the theme or
// the outlines change; the moving layer above it never touches it.
import { countryName, type Outlines } from './outlines';
import { LabelPlacer } from './labels';
import type { Palette } from './palette';
import { toScreen, useWorldTransform, visible, visibleShifts, type Bounds, type View } from './projection';

/** What the administration says about the map. */
export interface BaseSettings {
  homeCountries: string[];
  names: Record<string, string>;
  language: string;
}

/** Square pixels that a country must cover before its name is written. */
const NAMED_COUNTRY_PIXELS_MIN = 4200;

export function drawBase(
  context: CanvasRenderingContext2D,
  view: View,
  pixelRatio: number,
  outlines: Outlines | null,
  palette: Palette,
  settings: BaseSettings,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, view.width * pixelRatio, view.height * pixelRatio);
  if (!outlines) return;
  const home = new Set(settings.homeCountries);
  const screen = visible(view);
  const hairline = 1 / view.scale;
  for (const shift of visibleShifts(view)) {
    useWorldTransform(context, view, pixelRatio, shift);
    context.lineJoin = 'round';
    for (const country of outlines.countries) {
      if (!overlaps(country.bounds, screen, shift)) continue;
      context.fillStyle = home.has(country.code) ? palette.home : palette.land;
      context.fill(country.path);
      context.strokeStyle = palette.edge;
      context.lineWidth = hairline * 0.6;
      context.stroke(country.path);
    }
    context.lineWidth = hairline * 0.8;
    context.stroke(outlines.borders);
    // A disputed border was first drawn whole as two countries' edges: cover it with land, then dash it.
    context.strokeStyle = palette.land;
    context.lineWidth = hairline * 2;
    context.stroke(outlines.disputed);
    context.strokeStyle = palette.inkSoft;
    context.lineWidth = hairline;
    context.setLineDash([4 * hairline, 3 * hairline]);
    context.stroke(outlines.disputed);
    context.setLineDash([]);
  }
  drawCountryNames(context, view, pixelRatio, outlines, palette, settings);
}

function drawCountryNames(
  context: CanvasRenderingContext2D,
  view: View,
  pixelRatio: number,
  outlines: Outlines,
  palette: Palette,
  settings: BaseSettings,
): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.font = `11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = palette.land;
  context.fillStyle = palette.inkSoft;
  const placer = new LabelPlacer();
  const bySize = outlines.countries
    .filter((country) => country.extent * view.scale * view.scale > NAMED_COUNTRY_PIXELS_MIN)
    .sort((a, b) => b.extent - a.extent);
  for (const shift of visibleShifts(view)) {
    for (const country of bySize) {
      const at = toScreen(view, country.middle.x + shift, country.middle.y);
      if (at.x < 0 || at.x > view.width || at.y < 0 || at.y > view.height) continue;
      const name = countryName(country, settings.names, settings.language);
      const width = context.measureText(name).width;
      // A name wider than its country would be read as the neighbour's.
      if (width > (country.bounds.right - country.bounds.left) * view.scale) continue;
      if (!placer.place(at.x - width / 2, at.y - 7, width, 14)) continue;
      context.strokeText(name, at.x, at.y);
      context.fillText(name, at.x, at.y);
    }
  }
}

function overlaps(bounds: Bounds, screen: Bounds, shift: number): boolean {
  return (
    bounds.left + shift < screen.right && bounds.right + shift > screen.left && bounds.top < screen.bottom && bounds.bottom > screen.top
  );
}
