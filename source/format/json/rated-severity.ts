import {severityCode} from '../../domain/severity.ts';
import {alertSeverity} from '../alerts/alert-fields.ts';
import {ascii, isDigit} from '../bytes/byte-text.ts';
import {loggedSeverity} from '../vocabulary/logged-severity.ts';
import {type JsonLookup, jsonPaths} from './json-lookup.ts';

/** Nozomi's alerts have these members, and severities of 0 to 10 (N2OS user manual, "Alerts"). */
const ratedToTen = jsonPaths('appliance_host', 'is_incident');

/** Nextcloud's records have these, and levels of 0 to 4 (its administration manual, "Logging"). */
const ratedToFour = [jsonPaths('reqId'), jsonPaths('userAgent'), jsonPaths('version')] as const;

/** Debug, info, warning, error, fatal. */
const toFour: readonly number[] = [severityCode.info, severityCode.info, severityCode.notice, severityCode.alert, severityCode.alert];

/** What the value found last means: loggers count as syslog does, Nozomi as CEF, Nextcloud up from the least. */
export function ratedSeverity(lookup: JsonLookup, bytes: Uint8Array): number {
	const {start, end} = lookup;
	if (!isDigit(bytes[start])) {
		return loggedSeverity(bytes, {start, end});
	}

	if (lookup.find(ratedToTen)) {
		return alertSeverity(bytes, start, end);
	}

	const isToFour = end === start + 1 && ratedToFour.every(paths => lookup.find(paths));
	return isToFour ? toFour[bytes[start]! - ascii.zero] ?? severityCode.none : loggedSeverity(bytes, {start, end});
}
