/** The receipt of an export is named like the export, with this behind it. */
export const receiptSuffix = '.receipt.json';

/** Every receipt begins like this, so that it is not taken for a log. */
export const receiptBeginning = '{\n\t"ledgerline": "receipt"';
