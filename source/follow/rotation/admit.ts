import {isRefusal, type Refusal} from '../disk/disk.ts';
import {letGoOfRead, type FollowedSource} from '../followed-source.ts';
import type {OpenedFile} from '../doorman/arrival.ts';
import {Generation} from '../generation.ts';
import {endLate} from '../reading/late.ts';
import {sightOfRefusal} from '../disk/look.ts';
import {ownOutput} from '../disk/own-output.ts';
import {wayIn} from '../disk/way-in.ts';
import {takeUp} from './met-before.ts';
import {presenceAfter} from './presence.ts';
import type {Sight} from './rotation.ts';

/** How a live name stands, and what was opened there. */
export type Showing = {readonly sight: Sight; readonly opened: OpenedFile | Refusal | undefined};

/** Takes note of what the live name shows. Undefined: there is nothing to be read that is not read already. */
export function admit(source: FollowedSource, {sight, opened}: Showing, nowMs: number): Generation | undefined {
	const {path} = source.description;
	const before = source.presence;
	const shown = isRefusal(opened) ? sightOfRefusal(opened.refused) : sight;
	source.presence = presenceAfter(before, shown, nowMs);
	if (source.presence.type === 'blind' && before?.type !== 'blind') {
		const wayOut = shown.type === 'refused' ? wayIn(source.disk, path, shown.code) : '';
		source.fault(sight.type === 'not-a-file' ? 'not-a-file' : 'unreadable', path, `${path} cannot be read: ${source.presence.why}.${wayOut}${prospectOf(source, shown)}`);
	}

	if (opened !== undefined && !isRefusal(opened)) {
		return takeUp({source, before, fresh: new Generation(opened), nowMs});
	}

	const code = sight.type === 'refused' ? sight.code : opened?.refused;
	if (code === 'EMFILE') {
		// The live file matters more than late lines and reading back.
		endLate(source, source.chain.late.map(({generation}) => generation));
		letGoOfRead(source);
	}

	return undefined;
}

/** A file that this run itself writes is never followed, so there is no point in trying again. */
function prospectOf({isFollowing}: FollowedSource, shown: Sight): string {
	if (shown.type === 'refused' && shown.code === ownOutput) {
		return ' Send the output to a file elsewhere.';
	}

	return isFollowing ? ' It is tried again by itself.' : '';
}
