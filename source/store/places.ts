export const rowsPerSegment = 65_536;

const segmentShift = 16;
const placeMask = rowsPerSegment - 1;

/** The segment of a row, and its place there. By shift and mask: every row is looked up many times, and a division costs more than the lookup. */
export const segmentOfRow = (row: number): number => row >>> segmentShift;
export const placeOfRow = (row: number): number => row & placeMask;
