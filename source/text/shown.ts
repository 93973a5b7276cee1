declare const shown: unique symbol;

/** Text that is safe to show: printable cells only, everything else already turned into visible tokens. Made by `escape.ts` alone. */
export type Shown = string & {readonly [shown]: true};

/** A run of shown text. `isToken`: it stands for something that cannot be shown, in a style that data cannot imitate. `isMarked`: it lies in a marked range. */
export type ShownSpan = {readonly text: Shown; readonly widthCells: number; readonly isToken: boolean; readonly isMarked: boolean};
