import {resultCode} from '../../domain/result.ts';

/** What an HTTP status says of the request. */
export function resultOfStatus(status: number): number {
	if (status < 100) {
		return resultCode.none;
	}

	return status < 400 ? resultCode.success : resultCode.failure;
}
