import {readFile} from 'node:fs/promises';
import type {Plugin} from 'esbuild';

/** Changes to one file of a package: parts to replace, and text to add at the end. */
export type PackagePatch = {
	readonly file: RegExp;
	readonly parts: ReadonlyArray<readonly [before: string, after: string]>;
	readonly addition?: string;
};

/** Patches packages in the bundle only. The build fails where a part does not occur exactly once any more; `advice` then says what to look at. */
export const patchedPackages = (name: string, patches: readonly PackagePatch[], advice: string): Plugin => ({
	name,
	setup(build) {
		for (const {file, parts, addition = ''} of patches) {
			build.onLoad({filter: file}, async ({path}) => {
				let contents = await readFile(path, 'utf8');
				for (const [before, after] of parts) {
					if (contents.split(before).length !== 2) {
						throw new Error(`${path} has no single '${before}' any more: ${advice}`);
					}

					contents = contents.replace(before, () => after);
				}

				return {contents: contents + addition};
			});
		}
	},
});
