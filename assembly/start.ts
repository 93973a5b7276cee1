import process from 'node:process';

/** `npm start` shows the demo, and `npm start -- PATH` opens what it names, as somebody who just installed the packages tries. */
if (process.argv.length === 2) {
	process.argv.push('demo');
}

await import(new URL('../dist/ledgerline.js', import.meta.url).href);
