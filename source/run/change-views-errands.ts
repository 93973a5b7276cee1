import type {ViewChange} from '../query/view-change.ts';
import type {Errands} from '../view/errands.ts';

/** Saves, renames and removes the person's own views in the config file, which the first one creates. */
export function changeViewsErrands(configPath: string | undefined): Errands['change-views'] {
	return ({change}, tell) => {
		const make = async (): Promise<void> => {
			// Loaded late, because the first frame should not wait for YAML.
			const {changeViews} = await import('./change-views.ts');
			const made = await changeViews(configPath!, change);
			tell('value' in made
				? {type: 'views-changed', sentence: sentenceFor(change, made.value), change}
				: {type: 'over', sentence: made.trouble});
		};

		void make();
		return () => undefined;
	};
}

function sentenceFor(change: ViewChange, file: string): string {
	switch (change.type) {
		case 'saved': {
			return `saved as '${change.view.name}' in ${file}; : or --view asks for it`;
		}

		case 'renamed': {
			return `'${change.name}' was renamed to '${change.newName}' in ${file}`;
		}

		case 'removed': {
			return `'${change.name}' was removed from ${file}`;
		}
	}
}
