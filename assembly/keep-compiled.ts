import {existsSync, renameSync, writeFileSync} from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import process from 'node:process';
import v8 from 'node:v8';
import vm from 'node:vm';

/**
Loaded before the program when it runs to be compiled ahead, in each of its threads: once the file named by KEEP_COMPILED is there, what V8 has compiled so
far of a script is written beside it.
*/
const wish = process.env.KEEP_COMPILED!;
const lookAgainMs = 20;

vm.Script = class extends vm.Script {
	constructor(source: string, options: vm.ScriptOptions) {
		super(source, options);
		keepWhenWished(this, options.filename!.replace(/\.js$/v, '.compiled'));
	}
};

v8.setFlagsFromString = () => {
	// No flags: what was compiled under some is refused by V8 at a start, which has none yet.
};

syncBuiltinESMExports();

function keepWhenWished(script: vm.Script, file: string): void {
	const timer = setInterval(() => {
		if (!existsSync(wish)) {
			return;
		}

		clearInterval(timer);
		writeFileSync(`${file}.part`, script.createCachedData());
		renameSync(`${file}.part`, file);
	}, lookAgainMs);
	timer.unref();
}
