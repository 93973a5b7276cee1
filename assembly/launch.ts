import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {Script} from 'node:vm';

/** The script that stands beside this file, by its path from here without the ending; the build fills it in. */
declare const scriptName: string;

/** As `engines` in package.json has it, which nobody reads where only this folder was copied. */
const oldestNode = 24;

type Program = (requireBuiltIn: NodeJS.Require, launcherUrl: string) => Promise<void>;

if (Number(process.versions.node.split('.', 1)[0]) < oldestNode) {
	process.stderr.write(`ledgerline: this is Node ${process.versions.node}, and it takes ${oldestNode} or newer: start it with another (/path/to/node ${process.argv[1]})\n`);
	process.exitCode = 1;
} else {
	await launch();
}

/**
What every file of `dist/` that is started does: run its script with what V8 compiled of it when it was built. Compiling it anew took 80 ms of the 195 ms of
CPU to the first frame. Another V8 than that of the build takes nothing of it and compiles the script itself.
*/
async function launch(): Promise<void> {
	const file = path.join(import.meta.dirname, scriptName);
	const script = new Script(readFileSync(`${file}.js`, 'utf8'), {filename: `${file}.js`, cachedData: compiledAhead(file)});
	await (script.runInThisContext() as Program)(createRequire(import.meta.url), import.meta.url);
}

function compiledAhead(file: string): Uint8Array | undefined {
	try {
		return readFileSync(`${file}.compiled`);
	} catch {
		// Whoever copied the script alone has a program that starts a little later.
		return undefined;
	}
}
