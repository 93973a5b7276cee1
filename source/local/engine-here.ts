import type {Change, Engine} from '../engine/engine.ts';
import {EngineCore} from './engine-core.ts';
import {healthWith} from './health-with.ts';

/**
The engine over files on this machine, in the caller's own thread, for runs without a screen whose keys must not be delayed: copying an event
from thread to thread costs more than reading it.
*/
export function openEngineHere(): Engine {
	const listeners = new Set<(change: Change) => void>();
	const lossListeners = new Set<(reason: Error) => void>();
	let opened: EngineCore | undefined;
	const core = (): EngineCore => {
		if (opened === undefined) {
			throw new Error('The engine is not open');
		}

		return opened;
	};

	return {
		async open(request) {
			opened = new EngineCore(request, {
				onChange(change) {
					for (const listener of listeners) {
						listener(change);
					}
				},
				onLoss(reason) {
					for (const listener of lossListeners) {
						listener(reason);
					}
				},
			});
			return opened.open();
		},
		async follow(request) {
			core().follow(request);
		},
		page: async request => core().page(request),
		facets: async request => core().facets(request),
		groups: async request => core().groups(request),
		histogram: async request => core().histogram(request),
		find: async request => core().find(request),
		details: async request => core().details(request),
		tail: async (request, onBatch) => core().tail(request, onBatch),
		health: async () => healthWith(undefined, core().health()),
		onChange(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		onLoss(listener) {
			lossListeners.add(listener);
		},
		async close() {
			await opened?.close();
			opened = undefined;
		},
	};
}
