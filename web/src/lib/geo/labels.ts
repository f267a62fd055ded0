/** Boxes tried against one label, at most; a map with more labels than this is unreadable anyway. */
const LABELS_MAX = 400;

/** Keeps labels from lying on each other: first come, first placed. Boxes are CSS pixels. */
export class LabelPlacer {
  private readonly boxes: { left: number; top: number; right: number; bottom: number }[] = [];

  /** True and remembered when the box is free, false when something lies there already. */
  place(left: number, top: number, width: number, height: number): boolean {
    if (this.boxes.length >= LABELS_MAX) return false;
    const right = left + width;
    const bottom = top + height;
    for (const box of this.boxes) {
      if (left < box.right && right > box.left && top < box.bottom && bottom > box.top) return false;
    }
    this.boxes.push({ left, top, right, bottom });
    return true;
  }
}
