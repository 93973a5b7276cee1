let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a person counts them. The tables behind it take 10 ms to load, so they are loaded at the first call. */
export function graphemesOf(text: string): Intl.Segments {
	segmenter ??= new Intl.Segmenter();
	return segmenter.segment(text);
}
