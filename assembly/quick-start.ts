import {resolve} from 'node:path';
import type {PackagePatch, PackagePatches} from './package-patches.ts';

/** A segmenter of graphemes that is made at the first call. */
function lazySegmenter(name: string): string {
	return `const ${name} = {segment(text) { this.made ??= new Intl.Segmenter(); return this.made.segment(text); }};`;
}

/** What packages do while they are loaded, although the first frame needs it later or in another way. */
const patches: readonly PackagePatch[] = [
	{
		// 25 ms: the layout engine is text in the bundle, and asking for it by a URL starts all that Node has for HTTP.
		file: /\/yoga-wasm-base64-esm\.js$/,
		parts: [
			['w||"function"!=typeof fetch?', '!0?'],
			['var b=xa(a.slice(37)),c=new Uint8Array(b.length);for(a=0;a<b.length;++a)c[a]=b.charCodeAt(a);var d=c', 'var d=new Uint8Array(Buffer.from(a.slice(37),"base64"))'],
		],
	},
	{
		// 20 ms: the tables of characters and of emoji, which a screen of plain letters never asks.
		file: /\/string-width\/index\.js$/,
		parts: [
			['const segmenter = new Intl.Segmenter();', 'let segmenter;'],
			['segmenter.segment(', '(segmenter ??= new Intl.Segmenter()).segment('],
			[String.raw`const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;`, 'let rgiEmojiRegex;'],
			['rgiEmojiRegex.test(', String.raw`(rgiEmojiRegex ??= /^\p{RGI_Emoji}$/v).test(`],
		],
	},
	{
		// 12 ms, the tables of graphemes: for plain rows they are not needed at all,
		file: /\/ansi-tokenize\/build\/tokenize\.js$/,
		parts: [
			['const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });', `import {graphemesOf} from ${JSON.stringify(resolve('assembly/quick-segments.ts'))};`],
			['segmenter.segment(', 'graphemesOf('],
		],
	},
	// and otherwise when they are asked for.
	{file: /\/wrap-ansi\/index\.js$/, parts: [['const segmenter = new Intl.Segmenter();', lazySegmenter('segmenter')]]},
	{file: /\/slice-ansi\/tokenize-ansi\.js$/, parts: [['const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: \'grapheme\'});', lazySegmenter('GRAPHEME_SEGMENTER')]]},
	{file: /\/ink\/build\/line-update\.js$/, parts: [['const segmenter = new Intl.Segmenter(undefined, { granularity: \'grapheme\' });', lazySegmenter('segmenter')]]},
	// Streams of Node's that nobody writes to: what a component is given is ours.
	{file: /\/ink\/build\/components\/StdoutContext\.js$/, parts: [['stdout: process.stdout', 'stdout: undefined']]},
	{file: /\/ink\/build\/components\/StderrContext\.js$/, parts: [['stderr: process.stderr', 'stderr: undefined']]},
];

export const quickStart: PackagePatches = {name: 'quick-start', patches, advice: 'look how it starts now'};
