import {spawnSync} from 'node:child_process';
import test from 'ava';
import {nodeCommand} from '../pty.ts';

/**
In a process of its own: descriptors are numbers of the whole process, and the threads that run other test files close, as they end, every number
that they opened themselves and did not see closed (`trackUnmanagedFds` of Node's workers, which the program's own threads have off).
*/
function run(what: string) {
	const [command, ...words] = nodeCommand('test/local/fixtures/doorman-run.ts', what);
	const {status, stderr} = spawnSync(command!, words, {encoding: 'utf8'});
	return {status, stderr};
}

test('with the doorman in its own thread every line comes once through rotations, and after closing nothing is held open', t => {
	t.deepEqual(run('rotations'), {status: 0, stderr: ''});
});

test('closed before its thread stands, the doorman leaves nothing open either', t => {
	t.deepEqual(run('closed'), {status: 0, stderr: ''});
});
