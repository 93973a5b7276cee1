import type {Field} from '../../domain/field.ts';

/** A journal's fields under the names that other formats have for them; message and severity are told by themselves. */
export const journalFields = (fields: readonly Field[]): Field[] => fields
	.filter(({name}) => name !== 'MESSAGE' && name !== 'PRIORITY')
	.map(({name, value}) => ({name: names.get(name) ?? name, value}));

/** The journal's own names for what other formats tell too (systemd.journal-fields(7)). */
const names: ReadonlyMap<string, string> = new Map([
	['SYSLOG_IDENTIFIER', 'process'],
	['_PID', 'pid'],
	['SYSLOG_PID', 'pid'],
	['_UID', 'uid'],
	['_GID', 'gid'],
	['_EXE', 'executable'],
	['_CMDLINE', 'command'],
	['_SYSTEMD_UNIT', 'unit'],
	['CODE_FILE', 'file'],
	['CODE_LINE', 'line'],
	['_HOSTNAME', 'host'],
	['SYSLOG_FACILITY', 'facility'],
]);
