import path from 'node:path';

/** Where one's own settings lie when no file is named (XDG Base Directory Specification); undefined where there is no home. */
export function usualConfigPath(environment: Readonly<Record<string, string | undefined>>): string | undefined {
	const {XDG_CONFIG_HOME: configHome, HOME: home} = environment;
	// The specification: a path that is not absolute is to be ignored.
	if (configHome !== undefined && path.isAbsolute(configHome)) {
		return path.join(configHome, 'ledgerline', 'config.yaml');
	}

	return home !== undefined && path.isAbsolute(home) ? path.join(home, '.config', 'ledgerline', 'config.yaml') : undefined;
}
