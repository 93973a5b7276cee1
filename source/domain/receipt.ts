/** How the receipt of an export is called: the name of the export, and this behind it. */
export const receiptSuffix = '.receipt.json';

/** How every receipt begins, so that none is taken for a log. */
export const receiptBeginning = '{\n\t"ledgerline": "receipt"';
