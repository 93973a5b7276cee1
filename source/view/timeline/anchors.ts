import type {Anchor} from '../../engine/engine.ts';

/** Whether two anchors name the same row in the same way. */
export function isSameAnchor(a: Anchor, b: Anchor): boolean {
	switch (a.at) {
		case 'event': {
			return b.at === 'event' && a.event === b.event;
		}

		case 'time': {
			return b.at === 'time' && a.micros === b.micros;
		}

		case 'index': {
			return b.at === 'index' && a.rowIndex === b.rowIndex;
		}

		case 'newest':
		case 'oldest': {
			return a.at === b.at;
		}
	}
}
