declare const shown: unique symbol;

/** Text that is safe to show: printable cells only, with everything else turned into visible tokens. Only `escape.ts` makes it. */
export type Shown = string & {readonly [shown]: true};

/** A run of shown text. `isToken`: it takes the place of something that cannot be shown, and gets a style that data cannot imitate. `isMarked`: it is in a marked range. */
export type ShownSpan = {readonly text: Shown; readonly widthCells: number; readonly isToken: boolean; readonly isMarked: boolean};
