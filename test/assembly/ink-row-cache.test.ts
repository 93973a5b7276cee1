import {Buffer} from 'node:buffer';
import test from 'ava';
import {build} from 'esbuild';
import fc from 'fast-check';
import {inkRowCache} from '../../assembly/ink-row-cache.ts';
import {type PackagePatches, patching} from '../../assembly/package-patches.ts';

type Transformer = (line: string) => string;

type Output = {
	write(x: number, y: number, text: string, options: {readonly transformers: readonly Transformer[]}): void;
	clip(clip: Readonly<Record<'x1' | 'x2' | 'y1' | 'y2', number | undefined>>): void;
	unclip(): void;
	get(): {readonly output: string; readonly height: number};
};

type OutputClass = new (size: {readonly width: number; readonly height: number}) => Output;

/** A module of Ink's as the bundle has it, or as it comes. */
async function loaded<Value>(file: string, ...patches: readonly PackagePatches[]): Promise<Value> {
	const {outputFiles} = await build({entryPoints: [`node_modules/ink/build/${file}`], bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'error', plugins: patches.map(all => patching(all))});
	const {default: value} = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`) as {readonly default: Value};
	return value;
}

const anyText = fc.array(fc.oneof(
	fc.string({unit: 'binary', maxLength: 4}),
	fc.constantFrom('plain', '\t', '│', '…', 'é', '中', '😀', '👩\u{200D}🚒', 'e\u{301}', '\u{200B}', '\n', '\u{1B}[1m', '\u{1B}[22m', '\u{1B}[7m', '\u{1B}[27m', '\u{1B}[38;5;245m', '\u{1B}[39m', '\u{1B}[48;5;24m', '\u{1B}[0m'),
), {maxLength: 10}).map(parts => parts.join(''));

const anyWrite = fc.record({x: fc.constantFrom(0, 0, 0, 0, 1, 5), y: fc.integer({min: 0, max: 5}), text: anyText, isShouted: fc.constantFrom(false, false, false, true), clip: fc.constantFrom(undefined, undefined, undefined, {x1: 1, x2: 6, y1: undefined, y2: undefined})});

const size = {width: 12, height: 5};

test('in the bundle Ink draws the frames that it draws without it, whatever was drawn before', async t => {
	const classes = await Promise.all([loaded<OutputClass>('output.js'), loaded<OutputClass>('output.js', inkRowCache)]);
	fc.assert(fc.property(fc.array(anyWrite, {maxLength: 9}), writes => {
		const [theirs, ours] = classes.map(OneOutput => {
			const output = new OneOutput(size);
			for (const {x, y, text, isShouted, clip} of writes) {
				if (clip !== undefined) {
					output.clip(clip);
				}

				output.write(x, y, text, {transformers: isShouted ? [line => line.toUpperCase()] : []});
				if (clip !== undefined) {
					output.unclip();
				}
			}

			return output.get();
		});
		t.deepEqual(ours, theirs);
	}), {numRuns: 600});
});

test('what is no text of a row is taken out of it as Ink does, once', async t => {
	const [theirs, ours] = await Promise.all([loaded<Transformer>('sanitize-ansi.js'), loaded<Transformer>('sanitize-ansi.js', inkRowCache)]);
	const anyRow = fc.array(fc.oneof(anyText, fc.constantFrom('\u{1B}]8;;x\u{7}', '\u{1B}[2J', '\u{9B}1m', '\r', '\u{1B}')), {maxLength: 5}).map(parts => parts.join(''));
	fc.assert(fc.property(anyRow, row => {
		t.is(ours(row), theirs(row));
		t.is(ours(row), theirs(row));
	}), {numRuns: 2500});
});
