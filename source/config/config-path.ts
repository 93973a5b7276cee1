import path from 'node:path';

/** The default config file (XDG Base Directory Specification); undefined where there is no home folder. */
export function usualConfigPath(environment: Readonly<Record<string, string | undefined>>): string | undefined {
	const {XDG_CONFIG_HOME: configHome, HOME: home} = environment;
	// The specification says to ignore paths that are not absolute.
	if (configHome !== undefined && path.isAbsolute(configHome)) {
		return path.join(configHome, 'ledgerline', 'config.yaml');
	}

	return home !== undefined && path.isAbsolute(home) ? path.join(home, '.config', 'ledgerline', 'config.yaml') : undefined;
}
