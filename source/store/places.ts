export const rowsPerSegment = 65_536;

const segmentShift = 16;
const placeMask = rowsPerSegment - 1;

/** Which segment a row lies in, and where. By shift and mask, because every row is looked up many times and a division costs more than the look. */
export const segmentOfRow = (row: number): number => row >>> segmentShift;
export const placeOfRow = (row: number): number => row & placeMask;
