// Smooth lines straight into pixels. Thousands of long overlapping curves in one canvas path cost Chromium a second
// without a GPU, since every scan line must sort all their edges; drawn one by one into an array they cost
// some milliseconds.

/** An ink: colour as 0..255, how much of it one line lays down, and its dashes in device pixels ([] is solid). */
export interface Ink {
  red: number;
  green: number;
  blue: number;
  alpha: number;
  dashes: number[];
}

/** Straight pieces of one curve. A bow this flat shows no corners. */
const PIECES = 20;

export class LineRaster {
  readonly #data: Uint8ClampedArray;
  readonly #width: number;
  readonly #height: number;
  #ink: Ink = { red: 0, green: 0, blue: 0, alpha: 1, dashes: [] };
  /** One cell a pixel of the dashes' period: 1 is drawn, 0 is a gap. */
  #pattern = new Uint8Array([1]);
  #travelled = 0;

  constructor(image: ImageData) {
    this.#data = image.data;
    this.#width = image.width;
    this.#height = image.height;
  }

  useInk(ink: Ink): void {
    this.#ink = ink;
    const cells: number[] = [];
    ink.dashes.forEach((length, part) => {
      for (let pixel = 0; pixel < Math.max(1, Math.round(length)); pixel += 1) cells.push(part % 2 === 0 ? 1 : 0);
    });
    this.#pattern = Uint8Array.from(cells.length > 0 ? cells : [1]);
  }

  /** A quadratic curve in device pixels, `width` pixels broad. */
  curve(x0: number, y0: number, controlX: number, controlY: number, x1: number, y1: number, width: number): void {
    const strands = Math.max(1, Math.round(width));
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const acrossX = -(y1 - y0) / length;
    const acrossY = (x1 - x0) / length;
    for (let strand = 0; strand < strands; strand += 1) {
      const aside = strand - (strands - 1) / 2;
      this.#travelled = 0;
      this.#strand(x0 + acrossX * aside, y0 + acrossY * aside, controlX + acrossX * aside, controlY + acrossY * aside, x1 + acrossX * aside, y1 + acrossY * aside);
    }
  }

  #strand(x0: number, y0: number, controlX: number, controlY: number, x1: number, y1: number): void {
    let beforeX = x0;
    let beforeY = y0;
    for (let piece = 1; piece <= PIECES; piece += 1) {
      const share = piece / PIECES;
      const rest = 1 - share;
      const x = rest * rest * x0 + 2 * rest * share * controlX + share * share * x1;
      const y = rest * rest * y0 + 2 * rest * share * controlY + share * share * y1;
      this.#piece(beforeX, beforeY, x, y);
      beforeX = x;
      beforeY = y;
    }
  }

  /** Steps along the longer axis and shares each step between the two pixels that the line runs between. */
  #piece(x0: number, y0: number, x1: number, y1: number): void {
    const dx = x1 - x0;
    const dy = y1 - y0;
    const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)));
    const travelled = this.#travelled;
    this.#travelled += steps;
    if (steps === 0 || this.#outside(x0, y0, x1, y1)) return;
    const steep = Math.abs(dy) > Math.abs(dx);
    const stepX = dx / steps;
    const stepY = dy / steps;
    const period = this.#pattern.length;
    for (let step = 0; step < steps; step += 1) {
      if (this.#pattern[(travelled + step) % period] === 0) continue;
      const x = x0 + stepX * step;
      const y = y0 + stepY * step;
      const column = Math.floor(x);
      const row = Math.floor(y);
      if (steep) {
        this.#blend(column, row, 1 - (x - column));
        this.#blend(column + 1, row, x - column);
      } else {
        this.#blend(column, row, 1 - (y - row));
        this.#blend(column, row + 1, y - row);
      }
    }
  }

  #outside(x0: number, y0: number, x1: number, y1: number): boolean {
    return (x0 < 0 && x1 < 0) || (y0 < 0 && y1 < 0) || (x0 > this.#width && x1 > this.#width) || (y0 > this.#height && y1 > this.#height);
  }

  /** Lays ink over what is there; both have straight (not premultiplied) alpha. */
  #blend(x: number, y: number, cover: number): void {
    if (x < 0 || y < 0 || x >= this.#width || y >= this.#height) return;
    const data = this.#data;
    const at = (y * this.#width + x) * 4;
    const ink = this.#ink;
    const laid = ink.alpha * cover * 255;
    const under = data[at + 3] as number;
    if (under === 0) {
      data[at] = ink.red;
      data[at + 1] = ink.green;
      data[at + 2] = ink.blue;
      data[at + 3] = laid;
      return;
    }
    const total = laid + under - (laid * under) / 255;
    const share = laid / total;
    data[at] = (data[at] as number) + (ink.red - (data[at] as number)) * share;
    data[at + 1] = (data[at + 1] as number) + (ink.green - (data[at + 1] as number)) * share;
    data[at + 2] = (data[at + 2] as number) + (ink.blue - (data[at + 2] as number)) * share;
    data[at + 3] = total;
  }
}
