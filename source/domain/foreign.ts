declare const foreign: unique symbol;

/**
Text that came from outside: a file, a file name, a user name, the environment, an engine. It may hold anything.

Bytes that are not UTF-8 are kept one by one as lone surrogates U+DC80..U+DCFF (the "surrogateescape" of Python's PEP 383),
so the exact bytes can be had back. Only `text/escape.ts` turns it into something that may be shown.
*/
export type Foreign = string & {readonly [foreign]: true};

/** Marks text as coming from outside. Marking is always safe; only `text/escape.ts` may take the mark away. */
export const foreignText = (text: string): Foreign => text as Foreign;
