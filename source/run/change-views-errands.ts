import type {ViewChange} from '../query/view-change.ts';
import type {Errands} from '../view/errands.ts';

/** What is done on the screen to views of one's own is done in the config file; it is made by the first of them. */
export function changeViewsErrands(configPath: string | undefined): Errands['change-views'] {
	return ({change}, tell) => {
		const make = async (): Promise<void> => {
			// With it comes YAML, which no first frame should wait for.
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
			return `'${change.name}' is '${change.newName}' from now on, in ${file}`;
		}

		case 'removed': {
			return `'${change.name}' is gone from ${file}`;
		}
	}
}
