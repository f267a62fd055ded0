// Whether the page is on its way to paper. A drawing measures its room on screen; on paper it is told.

/** Width of a drawing on an A4 page between the dossier's margins and indents, in CSS pixels. */
export const PAPER_WIDTH_PX = 600;

class Paper {
  printing = $state(false);
}

export const paper = new Paper();
