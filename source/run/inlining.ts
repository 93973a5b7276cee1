import v8 from 'node:v8';

/**
How many bytes of bytecode V8 puts into the code of one function from those that it calls (920 by default). Reading a line is many small
functions, each of which would otherwise be a call for a few bytes: a sixth more is read in the same time (`bench/formats/speed.ts`).
*/
const inlinedBytes = 2500;

/** Asks for quicker code; before the first function is worth compiling, so at the start of the program. It changes no behaviour, only where calls are left. */
export const inlineSmallFunctions = (): void => {
	v8.setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${inlinedBytes}`);
};
