import v8 from 'node:v8';

/**
How many bytes of bytecode V8 may inline into one function (920 by default). Reading a line takes many small functions, each of which would otherwise cost a call for a
few bytes: with this limit a sixth more is read in the same time (`bench/formats/speed.ts`).
*/
const inlinedBytes = 2500;

/**
Makes V8 inline more. After changing such a flag V8 refuses all code that was compiled ahead, that of Node's own modules included, so it must not be called before the
first frame, which would come 150 ms later.
*/
export const inlineSmallFunctions = (): void => {
	v8.setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${inlinedBytes}`);
};
