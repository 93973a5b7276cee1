import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** shadow-utils: useradd, usermod, userdel, groupadd, groupmod, groupdel, gpasswd, chage. */
const accounts: readonly MessageRow[] = [
	{pattern: 'new user: name={targetUser}, UID={uid}, GID={gid}, home={home}, shell={shell}, from={tty}', action: 'user-created', result: 'success'},
	{pattern: 'new user: name={targetUser}, UID={uid}, GID={gid}, home={home}, shell={shell}', action: 'user-created', result: 'success'},
	{pattern: 'failed adding user \'{targetUser}\'{tail}', action: 'user-created', result: 'failure'},
	{pattern: 'delete user \'{targetUser...}\'', action: 'user-deleted', result: 'success'},
	{pattern: 'change user \'{targetUser}\' password', action: 'password-changed', result: 'success'},
	{pattern: 'change user \'{targetUser}\' {tail}', action: 'user-changed', result: 'success'},
	{pattern: 'changed user \'{targetUser}\' {tail}', action: 'user-changed', result: 'success'},
	{pattern: 'lock user \'{targetUser...}\' password', action: 'user-changed', result: 'success'},
	{pattern: 'unlock user \'{targetUser...}\' password', action: 'user-changed', result: 'success'},
	{pattern: 'add \'{targetUser}\' to group \'{group}\'', action: 'group-changed', result: 'success'},
	{pattern: 'add \'{targetUser}\' to shadow group \'{group}\'', action: 'group-changed', result: 'success'},
	{pattern: 'delete \'{targetUser}\' from group \'{group}\'', action: 'group-changed', result: 'success'},
	{pattern: 'delete \'{targetUser}\' from shadow group \'{group}\'', action: 'group-changed', result: 'success'},
	{pattern: 'user {targetUser} added by {user} to group {group}', action: 'group-changed', result: 'success'},
	{pattern: 'user {targetUser} removed by {user} from group {group}', action: 'group-changed', result: 'success'},
	{pattern: 'new group: name={group}, GID={gid}', action: 'group-changed', result: 'success'},
	{pattern: 'group added to {path}: name={group}, GID={gid}', action: 'group-changed', result: 'success'},
	{pattern: 'group added to {path}: name={group}', action: 'group-changed', result: 'success'},
	{pattern: 'group changed in {path} (group {group}/{gid}, {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'group \'{group}\' removed from {path}', action: 'group-changed', result: 'success'},
	{pattern: 'group \'{group...}\' removed', action: 'group-changed', result: 'success'},
	{pattern: 'removed shadow group \'{group}\' {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'removed shadow group \'{group...}\'', action: 'group-changed', result: 'success'},
	{pattern: 'members of group {group} set by {user} to {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'administrators of group {group} set by {user} to {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'changed password expiry for {targetUser}', action: 'user-changed', result: 'success'},
	{pattern: 'group added to {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'removed group \'{group}\' {tail}', action: 'group-changed', result: 'success'},
	{pattern: 'removed group \'{group...}\'', action: 'group-changed', result: 'success'},
	{pattern: 'password for \'{targetUser...}\' changed by \'{user}\'', action: 'password-changed', result: 'success'},
	{pattern: 'password for {targetUser} changed by {user}', action: 'password-changed', result: 'success'},
	// As SUSE wrote them
	{pattern: 'new account added - account={targetUser}, uid={uid}, {tail}', action: 'user-created', result: 'success'},
	{pattern: 'account deleted - account={targetUser}, {tail}', action: 'user-deleted', result: 'success'},
	{pattern: 'password changed - account={targetUser}, {tail}', action: 'password-changed', result: 'success'},
	{pattern: 'account added to group - account={targetUser}, group={group}, {tail}', action: 'group-changed', result: 'success'},
];

const known = open(accounts);

/** PAM's helper, which checks a password for programs that may not read it. */
const passwordCheck = open([{pattern: 'password check failed for user ({user})', action: 'login-failed'}]);

export const accountPrograms: readonly ProgramMessages[] = [
	['unix_chkpwd', passwordCheck],
	...[
		'useradd', 'usermod', 'userdel', 'groupadd', 'groupmod', 'groupdel', 'gpasswd', 'chage', 'passwd', 'chpasswd', 'adduser', 'chfn', 'chsh', 'groupmems', 'newusers', 'shadow',
	].map(program => [program, known] as const),
];
