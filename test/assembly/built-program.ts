import {readdirSync} from 'node:fs';
import path from 'node:path';

const folder = path.resolve('dist/scripts');

/** What a file of `dist/` starts, by the name of that file. */
export const builtScript = (name: string): string => path.join(folder, readdirSync(folder).find(file => file.startsWith(`${name}-`) && file.endsWith('.js'))!);

export const compiledScript = (name: string): string => builtScript(name).replace(/\.js$/v, '.compiled');
