import type {PackagePatch, PackagePatches} from './package-patches.ts';

/** About twenty screens of rows, each kept in two forms. */
const mostRows = 4000;

const keptCaches = `
let keptCaches = new OutputCaches();
function cachesForFrame() {
	if (keptCaches.styledChars.size + keptCaches.lines.size + keptCaches.rows.size > ${mostRows}) {
		keptCaches = new OutputCaches();
	}

	return keptCaches;
}
`;

/** The rows, by their index, that consist of one unclipped text at the left edge. Everything else (a text box and its neighbours) Ink draws cell by cell. */
const wholeRows = String.raw`
function wholeRowsOf({operations, caches}) {
	const rows = new Map();
	let clips = 0;
	for (const operation of operations) {
		const {type, x, y, text} = operation;
		if (type !== 'write') {
			clips += type === 'clip' ? 1 : -1;
			continue;
		}

		const height = text.split('\n').length;
		const isWhole = height === 1 && x === 0 && clips === 0 && !rows.has(y);
		for (let row = y; row < y + height; row++) {
			rows.set(row, isWhole ? operation : undefined);
		}
	}

	return new Map([...rows].filter(([, operation]) => operation !== undefined).map(([y, operation]) => [y, caches.getRow(operation)]));
}
`;

/** A transformer can differ in each frame (every <Text> has one, which mostly does nothing), so it is called each time; the rest is remembered by the text. */
const rowLookup = `
	lines = new Map();
	rows = new Map();
	getRow({text, transformers}) {
		const line = transformers.reduce((line, transformer) => transformer(line, 0), this.getOnce(this.lines, text));
		return this.getOnce(this.rows, line).trimEnd();
	}

	getOnce(known, text) {
		let normal = known.get(text);
		if (normal === undefined) {
			normal = styledCharsToString(this.getStyledChars(text));
			this.styledChars.delete(text);
			known.set(text, normal);
		}

		return normal;
	}
`;

const keptTexts = `
const keptTexts = new Map();
function sanitizedOnce(text) {
	let sanitized = keptTexts.get(text);
	if (sanitized === undefined) {
		sanitized = sanitizeAnsi(text);
		if (keptTexts.size > ${mostRows}) {
			keptTexts.clear();
		}

		keptTexts.set(text, sanitized);
	}

	return sanitized;
}

export default sanitizedOnce;
`;

const patches: readonly PackagePatch[] = [
	{
		file: /\/ink\/build\/output\.js$/,
		parts: [
			['caches = new OutputCaches();', 'caches = cachesForFrame();'],
			['class OutputCaches {', `class OutputCaches {${rowLookup}`],
			['const output = [];', 'const output = [];\nconst wholeRows = wholeRowsOf(this);'],
			['for (let x = 0; x < this.width; x++) {', 'for (let x = 0; x < this.width && !wholeRows.has(y); x++) {'],
			['this.applyWriteOperation(output, operation, clips.at(-1));', 'wholeRows.has(operation.y) || this.applyWriteOperation(output, operation, clips.at(-1));'],
			['const generatedOutput = output\n            .map(line => {', 'const generatedOutput = output\n            .map((line, y) => {\nif (wholeRows.has(y)) return wholeRows.get(y);'],
		],
		addition: keptCaches + wholeRows,
	},
	{
		file: /\/ink\/build\/sanitize-ansi\.js$/,
		parts: [['export default sanitizeAnsi;', '']],
		addition: keptTexts,
	},
];

/**
Ink splits every row into characters twice and looks up the width of each, anew for every frame. Of the 40 rows of a screen one or two change, so in our bundle what is
known about a row outlives the frame: a row that is a single text, as nearly all of ours are, is looked up whole. The caches are emptied before they grow large.
*/
export const inkRowCache: PackagePatches = {name: 'ink-row-cache', patches, advice: 'look how this Ink draws its rows'};
