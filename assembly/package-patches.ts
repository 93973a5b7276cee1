import {readFileSync} from 'node:fs';
import type {Plugin} from 'esbuild';

/** Changes to one file of a package: parts to replace, and text to add at the end. */
export type PackagePatch = {
	readonly file: RegExp;
	readonly parts: ReadonlyArray<readonly [before: string, after: string]>;
	readonly addition?: string;
};

export type PackagePatches = {
	readonly name: string;
	readonly patches: readonly PackagePatch[];
	/** What to look at when a patch fits no more. */
	readonly advice: string;
};

/** The text of a package's file with our changes; none where we change nothing. Throws where a part does not occur exactly once any more. */
export function patchedText({patches, advice}: PackagePatches, path: string): string | undefined {
	const patch = patches.find(({file}) => file.test(path));
	if (patch === undefined) {
		return undefined;
	}

	let text = readFileSync(path, 'utf8');
	for (const [before, after] of patch.parts) {
		if (text.split(before).length !== 2) {
			throw new Error(`${path} has no single '${before}' any more: ${advice}`);
		}

		text = text.replace(before, () => after);
	}

	return text + (patch.addition ?? '');
}

/** Patches packages in the bundle, whose build fails where they no longer fit. */
export const patching = (all: PackagePatches): Plugin => ({
	name: all.name,
	setup(build) {
		for (const {file} of all.patches) {
			build.onLoad({filter: file}, ({path}) => ({contents: patchedText(all, path)!}));
		}
	},
});
