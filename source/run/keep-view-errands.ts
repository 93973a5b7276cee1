import type {Errands} from '../view/errands.ts';

/** Views saved on the screen go into the config file; it is made by the first. */
export function keepViewErrands(configPath: string | undefined): Errands['keep-view'] {
	return ({view}, tell) => {
		const keep = async (): Promise<void> => {
			// With it comes YAML, which no first frame should wait for.
			const {keepView} = await import('./keep-view.ts');
			const kept = await keepView(configPath!, view);
			tell('value' in kept
				? {type: 'view-kept', sentence: `saved as '${view.name}' in ${kept.value}; : or --view asks for it`, view}
				: {type: 'over', sentence: kept.trouble});
		};

		void keep();
		return () => undefined;
	};
}
