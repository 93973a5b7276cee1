/** The result of reading something a person typed: a value, or one sentence that says why there is none. */
export type Reading<Value> = {readonly value: Value} | {readonly trouble: string};

/** Collects the sentences of failed readings, so that many values can be read one after the other. */
export type Complaints = {
	/** The value, or undefined after noting why there is none. */
	take<Value>(reading: Reading<Value>): Value | undefined;
	readonly first: string | undefined;
};

export function complaints(): Complaints {
	const sentences: string[] = [];
	return {
		take(reading) {
			if ('value' in reading) {
				return reading.value;
			}

			sentences.push(reading.trouble);
			return undefined;
		},
		get first() {
			return sentences[0];
		},
	};
}
